"""The sentence generator."""

import random
import re
import time
from collections import Counter

import pytest

from sentibyte_train.corpus.rows import read_rows
from sentibyte_train.paths import DATA
from sentibyte_train.templates.files import LABELS, by_label, domains, frames, label_of, words
from sentibyte_train.templates.filler import Filler
from sentibyte_train.templates.generator import DEGREES, DERIVED, SWAPPED, TRIPLED, WEIGHTS, Generator, generate, variants
from sentibyte_train.templates.slips import by_ear, dress, louder, misspell, slips, typo

COUNT = 45000
FEW = 6000


@pytest.fixture(scope="module")
def rows():
    return generate(COUNT, 3)


def test_same_seed_same_rows():
    few = generate(FEW, 3)
    assert generate(FEW, 3) == few
    assert generate(FEW, 4) != few


def test_count_and_no_text_twice(rows):
    assert len(rows) == COUNT
    assert len({row.text.lower() for row in rows}) == COUNT


def test_labels_agree_with_scores(rows):
    for row in rows:
        assert -1 <= row.score <= 1
        assert row.label == label_of(row.score), row


def test_every_kind_and_every_label(rows):
    assert {row.kind for row in rows} == set(WEIGHTS)
    counts = Counter(row.label for row in rows)
    assert abs(counts[0] - counts[2]) < 0.03 * COUNT
    assert all(counts[label] > 0.2 * COUNT for label in range(len(LABELS)))


def test_labels_are_even_within_a_kind(rows):
    for kind in WEIGHTS:
        counts = Counter(row.label for row in rows if row.kind == kind)
        if kind in TRIPLED:
            assert counts[0] == counts[1] == counts[2]
        else:
            assert max(counts.values()) < 1.35 * min(counts.values()) + 8, (kind, counts)


@pytest.mark.parametrize("kind", SWAPPED)
def test_a_swapped_word_changes_nothing_but_the_degree(kind):
    maker = Generator(7)
    for _ in range(60):
        rows = maker.swapped(kind)
        for label in sorted(by_label(kind)):
            same = [row for row in rows if row.label == label]
            assert len({row.text for row in same}) == len(same) == variants(kind), rows
            if SWAPPED[kind].startswith("degree"):
                weak, none, strong = same
                # Clearly apart, and the bare opinion leaves room above it.
                assert abs(weak.score) + 0.1 <= abs(none.score) <= min(abs(strong.score) - 0.1, 0.8), rows
            else:
                assert len({(row.score, row.group) for row in same}) == 1 and same[0].group, rows


def test_rows_of_a_group_differ_in_whom_they_speak_of_alone(rows):
    groups: dict[int, list] = {}
    for row in rows:
        if row.group:
            groups.setdefault(row.group, []).append(row)
    assert {row.kind for row in rows if row.group} == {kind for kind, slot in SWAPPED.items() if "degree" not in slot}
    for same in groups.values():
        assert len(same) == variants(same[0].kind)
        assert len({(row.label, row.score, row.kind) for row in same}) == 1, same


def test_many_groups_are_named():
    named = {word.text for name, entries in words().items() if name.startswith("fair_") for word in entries}
    assert len(named) >= 1500


@pytest.mark.parametrize("kind", SWAPPED)
def test_every_frame_of_a_swapped_kind_holds_the_swapped_word(kind):
    assert all(f"{{{SWAPPED[kind]}1}}" in frame.text for frame in frames()[kind])


@pytest.mark.parametrize("kind, slot", [("groups", "ga"), ("groups", "gn"), ("groups", "name"), ("groups", "city"),
                                        ("names", "name"), ("places", "city"), ("countries", "country")])
def test_no_group_name_or_place_leans_to_a_label(rows, kind, slot):
    texts = [(row.label, row.text.lower()) for row in rows if row.kind == kind]
    seen = 0
    for word in words()[slot]:
        pattern = re.compile(rf"\b{re.escape(word.text.lower())}\b")
        counts = Counter(label for label, text in texts if pattern.search(text))
        assert counts[0] == counts[1] == counts[2], (word.text, counts)
        seen += bool(counts)
    assert seen > 0.15 * len(words()[slot])


def test_every_frame_fills_in_every_domain_and_leaves_no_mark():
    for kind in frames():
        for frame in frames()[kind]:
            for label in frame.labels():
                for domain in frame.domains or domains():
                    text, score = Filler(random.Random(1), domain).fill(frame, label)
                    assert not re.search(r"[{}\[\]|]", text), text
                    assert label_of(score) == label, (text, score)


def test_every_kind_has_frames_and_a_share():
    assert set(frames()) == set(WEIGHTS) - set(DERIVED)
    total = sum(WEIGHTS.values())
    assert all(weight < 0.06 * total for weight in WEIGHTS.values())


def test_every_kind_has_a_neutral_side_or_both_polar_ones():
    for kind in frames():
        assert {0, 2} <= set(by_label(kind)) or set(by_label(kind)) == {1}, kind


def test_grammar(rows):
    wrong = re.compile(r"\b(?:a (?:(?!eu)[aeio]\w+|app)|an (?:book|car|film|game)|(?<!of )(?:it|he|she) are|they (?:was|is)"
                       r"|(?:did|does|(?:I|we|you|they) do) not be|the the|[a-z]*seriess)\b")
    for row in rows:
        if row.kind != "misspelt" and not row.text.isupper():
            found = wrong.search(row.text.replace("a one", "one").replace("a once", "once"))
            assert not found, (found, row)


def test_no_evaluated_text_is_taught(rows):
    """No sentence of five words or more of the dev files, where they are at hand."""
    files = sorted((DATA / "dev").glob("*.tsv.xz"))
    if not files:
        pytest.skip("the data is not part of the repository")
    taught = {_bare(row.text) for row in rows}
    for file in files:
        same = taught & {_bare(row.text) for row in read_rows(file)}
        assert all(text.count(" ") < 4 for text in same), (file.name, same)


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", text.lower()).strip()


def test_fast_enough():
    start = time.process_time()
    generate(3000, 5)
    assert time.process_time() - start < 10


def test_polar_words_have_the_sign_of_their_list():
    for name, entries in words().items():
        for word in entries:
            if word.strength is not None:
                assert (word.strength > 0) == name.endswith(".pos"), (name, word)


def test_lexicons_are_wide():
    for half in ("pos", "neg"):
        adjectives = {word.text for name, entries in words().items() for word in entries
                      if name.endswith(f"adj.{half}")}
        assert len(adjectives) >= 200
    assert len(domains()) >= 12
    assert all(len(words()[f"{domain}.n"]) >= 55 for domain in domains())
    assert len({word.text for word in words()["name"]}) >= 150


def test_dress_keeps_the_words_and_typo_changes_one():
    rng = random.Random(2)
    for _ in range(50):
        assert re.sub(r"[^a-z]", "", dress("It was red.", rng).lower()) == "itwasred"
    assert typo("wonderful", rng) != "wonderful"
    assert typo("not bad", rng) == "not bad"


def test_misspell_changes_words_that_matter():
    rng = random.Random(2)
    assert any(misspell("it was wonderful", ["wonderful"], rng) != "it was wonderful" for _ in range(9))
    assert all(right not in wrong for right, wrong in slips().items())


def test_by_ear_writes_what_is_heard():
    rng = random.Random(2)
    assert {by_ear("careful", rng) for _ in range(50)} >= {"carefull"}
    assert by_ear("up", rng) == "up"


def test_louder_keeps_the_side_and_the_range():
    assert louder("Good!", 0.5) > 0.5 and louder("BAD!!", -0.9) == -1.0
    assert louder("Fine.", 0.0) == louder("Fine!!", 0.0) == 0.0


def test_many_hold_an_opinion():
    maker = Generator(9)
    assert len({row.text.lower() for _ in range(150) for row in maker.swapped("even_speaker")}) > 1200
    speakers = {word.text for name, entries in words().items() if name.startswith("speaker_") for word in entries}
    assert len(speakers) >= 60 and {"I", "we"} <= speakers


def test_words_of_degree_keep_their_order():
    """Every weak word weakens and every strong word strengthens, in each list of words of degree."""
    for name, entries in words().items():
        if name.startswith("degree") and name.endswith(("_weak", "_none", "_strong")):
            for word in entries:
                assert (word.factor > 1) - (word.factor < 1) == DEGREES.index(name.rsplit("_", 1)[1]) - 1, (name, word)
