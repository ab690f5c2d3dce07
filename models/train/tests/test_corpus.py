"""The one list of texts, from made-up files."""

import lzma
from pathlib import Path

import pytest

from sentibyte_train.corpus import kept, texts
from sentibyte_train.corpus.rows import read_rows
from sentibyte_train.corpus.sources import EXCLUDED, EXCLUDED_UNLABELLED, SOURCES, UNLABELLED
from sentibyte_train.errors import DataError
from sentibyte_train.paths import DATA

HEADER = "label\tscore\tsource\ttext"


def write(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress("\n".join(lines).encode() + b"\n"))


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(texts, "DATA", tmp_path / "data")
    monkeypatch.setattr(kept, "WORK", tmp_path / "work")
    for name in SOURCES:
        write(tmp_path / f"data/train/{name}.tsv.xz", HEADER, f"2\t0.5\tx\tA fine {name} .", f"0\t\tx\tA dull {name} .")
    for name in UNLABELLED:
        write(tmp_path / f"data/unlabelled/{name}.txt.xz", f"This is said in {name}. It was not held out. No.")
    write(tmp_path / "data/dev/some_dev.tsv.xz", HEADER, "1\t\tx\ta DULL si650 .", "1\t\tx\tIt was not held out.")
    return tmp_path / "data"


def test_each_text_once_in_natural_spelling_and_none_of_dev(data):
    found = [item.text for item in texts.corpus()]
    assert "A fine si650." in found
    assert "A dull si650." not in found
    assert [text for text in found if text.startswith("This is said")] == [f"This is said in {name}." for name in UNLABELLED]
    assert "It was not held out." not in found
    assert len({text.lower() for text in found}) == len(found)


def test_labelled_texts_come_first_and_keep_their_label(data):
    items = texts.corpus()
    labelled = [item for item in items if item.row is not None]
    assert items[: len(labelled)] == labelled
    first = labelled[0].row
    assert (first.label, first.score, first.source) == (2, 0.5, next(iter(SOURCES)))


def test_a_change_of_the_data_is_seen_at_once(data):
    before = len(texts.corpus())
    write(data / "train/si650.tsv.xz", HEADER, "2\t\tx\tOne more.", "2\t\tx\tTwo more.", "2\t\tx\tThree more.")
    assert len(texts.corpus()) == before + 2


def test_edited_reviews_are_found_with_their_originals(data):
    words = [f"word{number}" for number in range(40)]
    write(data / "train/imdb_train.tsv.xz", HEADER, "2\t\tx\t" + " ".join([*words, "good"]),
          "2\t\tx\t" + " ".join(f"other{number}" for number in range(40)))
    write(data / f"train/{texts.EDITED}.tsv.xz", HEADER, "0\t\tx\t" + " ".join([*words, "bad"]))
    assert {text.split()[-1] for text in texts.edited_and_originals(texts.corpus())} == {"good", "bad"}


@pytest.mark.parametrize(("lines", "message"), [
    (("label\ttext", "2\tfine"), r":1: columns"),
    ((HEADER, "2\t0.5\tx\tfine", "7\t\tx\twrong"), r":3: label '7'"),
    ((HEADER, "2\thigh\tx\tfine"), r":2: score 'high'"),
    ((HEADER, "2\t1.5\tx\tfine"), r":2: score 1.5"),
    ((HEADER, "2\tfine"), r":2: 2 columns"),
    ((HEADER,), r"no rows"),
])
def test_a_wrong_file_is_named_with_its_line(tmp_path, lines, message):
    write(tmp_path / "some.tsv.xz", *lines)
    with pytest.raises(DataError, match=r"some\.tsv\.xz.*" + message.lstrip(":")):
        read_rows(tmp_path / "some.tsv.xz")


def test_a_damaged_or_missing_file_is_named(tmp_path):
    write(tmp_path / "some.tsv.xz", HEADER, *(f"2\t\tx\ttext {number}" for number in range(999)))
    whole = (tmp_path / "some.tsv.xz").read_bytes()
    (tmp_path / "some.tsv.xz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match=r"some\.tsv\.xz: damaged"):
        read_rows(tmp_path / "some.tsv.xz")
    with pytest.raises(DataError, match=r"none\.tsv\.xz: no such file"):
        read_rows(tmp_path / "none.tsv.xz")


def test_every_file_at_hand_is_used_or_left_out_for_its_terms():
    if not DATA.exists():
        pytest.skip("the data is not part of the repository")
    labelled = {path.name.split(".")[0] for path in (DATA / "train").glob("*.tsv.xz")}
    english = {name for name in labelled if not name.startswith("zh_")}
    assert english <= {*SOURCES, *EXCLUDED}
    assert not set(SOURCES) & set(EXCLUDED)
    assert {path.name.split(".")[0] for path in (DATA / "unlabelled").glob("*.txt.xz")} <= {*UNLABELLED, *EXCLUDED_UNLABELLED}
