"""What is kept on disk does not outlive what it was made from."""

import ast
import os
import pickle
from pathlib import Path

import pytest

from sentibyte_train.corpus import kept, lesson_table, texts
from sentibyte_train.paths import PACKAGE

NEUTRAL = {"errors.py", "paths.py"}  # say where things lie and how a stage ends, nothing of what is made


@pytest.fixture
def work(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(kept, "WORK", tmp_path / "work")
    return tmp_path / "work"


def test_made_once_for_the_same_content_whatever_the_clock_says(tmp_path, work):
    source = tmp_path / "source.py"
    source.write_text("one")
    first = kept.keep("result", lambda: 1, [source], "setting")
    os.utime(source, (2**31, 2**31))
    assert kept.keep("result", lambda: 2, [source], "setting") == first
    assert pickle.loads(first.read_bytes()) == 1


def test_made_anew_for_other_content_of_any_age(tmp_path, work):
    source = tmp_path / "source.py"
    source.write_text("one")
    first = kept.keep("result", lambda: 1, [source])
    source.write_text("two")
    os.utime(source, (0, 0))
    second = kept.keep("result", lambda: 2, [source])
    assert pickle.loads(second.read_bytes()) == 2
    assert not first.exists()
    assert [path.name for path in work.iterdir()] == [second.name]


def test_the_place_of_the_files_is_no_part_of_the_name(tmp_path):
    digests = []
    for places in (("a", "b"), ("b", "a")):
        files = [tmp_path / place / folder / "source.py" for place, folder in zip(places, ("code", "data"), strict=True)]
        for file in files:
            file.parent.mkdir(parents=True)
            file.write_text(file.parent.name)
        digests.append(kept.digest(files))
    assert digests[0] == digests[1]


def test_another_setting_or_name_of_a_file_is_another_result(tmp_path):
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    for path in (one, other):
        path.write_text("same")
    assert len({kept.digest([one]), kept.digest([other]), kept.digest([one], 1), kept.digest([one, other])}) == 4


def imported(module: Path) -> set[Path]:
    """The modules of the package that a module imports, directly or through others."""
    found: set[Path] = set()
    left = [module]
    while left:
        for node in ast.walk(ast.parse(left.pop().read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("sentibyte_train"):
                continue
            place = PACKAGE.joinpath(*node.module.split(".")[1:])
            for path in (place.with_suffix(".py"), *(place / f"{alias.name}.py" for alias in node.names)):
                if path.exists() and path not in found:
                    found.add(path)
                    left.append(path)
    return found


@pytest.mark.parametrize(("module", "files"), [
    (texts, lambda: texts.made_from()),
    (lesson_table, lambda: lesson_table.made_lessons_from("small")),
])
def test_all_code_behind_a_result_is_in_its_name(module, files):
    named = {path.resolve() for path in files()}
    behind = {Path(module.__file__), *imported(Path(module.__file__))}
    assert {path.name for path in behind if path not in named} <= NEUTRAL | {"pretrained.py"}
    assert len(behind) > 5
