"""Reads the labelled and unlabelled files, checks them, and puts their text into natural spelling."""

import csv
import html
import lzma
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SENTIBYTE_DATA", ROOT.parent / "shared" / "data"))
WORK = Path(os.environ.get("SENTIBYTE_WORK", ROOT / "models" / "train" / ".work"))
#: The teacher's word on every text: shipped, so that a student is retrained without the teacher.
LABELS = Path(os.environ.get("SENTIBYTE_LABELS", ROOT / "models" / "train" / "soft-labels.bin.xz"))
HEADER = ["label", "score", "source", "text"]


class DataError(Exception):
    """A file that cannot be trained on; the message names the file and, where there is one, the line."""


@dataclass(frozen=True, slots=True)
class Row:
    label: int  # 0 negative, 1 neutral, 2 positive
    score: float | None  # graded rating in [-1, 1]
    source: str  # the file's name without its ending
    text: str


def is_fresh(kept: Path, sources: list[Path]) -> bool:
    """Whether what was kept on disk is there and no older than what it was made from."""
    return kept.exists() and all(path.stat().st_mtime <= kept.stat().st_mtime for path in sources)


def read_rows(path: Path) -> list[Row]:
    if not path.exists():
        raise DataError(f"{path.name}: no such file in {path.parent.name}/")
    name = path.name.split(".")[0]
    opener = lzma.open if path.suffix == ".xz" else open
    rows: list[Row] = []
    try:
        with opener(path, "rt", encoding="utf-8", newline="\n") as stream:
            reader = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
            header = next(reader, None)
            if header != HEADER:
                raise DataError(f"{path.name}:1: columns are {header}, not {HEADER}")
            for number, fields in enumerate(reader, start=2):
                rows.append(_parse(fields, name, f"{path.name}:{number}"))
    except (lzma.LZMAError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name}: damaged after {len(rows)} rows ({error})") from error
    if not rows:
        raise DataError(f"{path.name}: no rows")
    return rows


def _parse(fields: list[str], name: str, where: str) -> Row:
    if len(fields) != 4:
        raise DataError(f"{where}: {len(fields)} columns, not 4")
    label, score, _, text = fields
    if label not in ("0", "1", "2"):
        raise DataError(f"{where}: label {label!r} is not 0, 1 or 2")
    try:
        graded = float(score) if score else None
    except ValueError:
        raise DataError(f"{where}: score {score!r} is not a number") from None
    if graded is not None and not -1.0 <= graded <= 1.0:
        raise DataError(f"{where}: score {graded} is outside [-1, 1]")
    return Row(int(label), graded, name, text)


def require_classes(rows: list[Row], name: str, classes: set[int]) -> None:
    missing = classes - {row.label for row in rows}
    if missing:
        raise DataError(f"{name}: no row of class {sorted(missing)}")


def read_texts(path: Path) -> list[str]:
    if not path.exists():
        raise DataError(f"{path.name}: no such file in {path.parent.name}/")
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        return [line.rstrip("\n") for line in stream if line.strip()]


# --- Spelling ---------------------------------------------------------------------------------------

_BRACKETS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "-lcb-": "{", "-rcb-": "}"}
_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CONTRACTION = re.compile(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", re.IGNORECASE)
_SPLIT_WORDS = [(re.compile(rf"\b{a} {b}\b", re.IGNORECASE), a + b)
                for a, b in (("ca", "n't"), ("gon", "na"), ("wan", "na"), ("can", "not"), ("got", "ta"))]
_BEFORE = re.compile(r" ([.,!?;:)\]}%]|\.\.\.)")
_AFTER = re.compile(r"([(\[{$#]) ")
_QUOTES = re.compile(r"``\s?|\s?''")
_SPACES = re.compile(r"\s+")


def natural(text: str) -> str:
    """Penn-Treebank spelling, markup and doubled spaces back to how a person would have typed it."""
    text = html.unescape(text)
    text = _TAG.sub(" ", text)
    if "-" in text:
        for mark, bracket in _BRACKETS.items():
            if mark in text.lower():
                text = re.sub(re.escape(mark), bracket, text, flags=re.IGNORECASE)
    text = text.replace("\\/", "/").replace("`", "'")
    text = _QUOTES.sub('"', text)
    text = _CONTRACTION.sub(r"\1", text)
    for pattern, joined in _SPLIT_WORDS:
        text = pattern.sub(joined, text)
    text = _BEFORE.sub(r"\1", text)
    text = _AFTER.sub(r"\1", text)
    return _SPACES.sub(" ", text).strip()


_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n+|\s{3,}")


def sentences(text: str, shortest: int = 3, longest: int = 60) -> list[str]:
    """Cuts at sentence ends; pieces of fewer or more words than given are dropped."""
    parts = (part.strip() for part in _SENTENCE.split(natural(text)))
    return [part for part in parts if shortest <= len(part.split()) <= longest]


def fail_cleanly(main) -> None:
    """Runs a stage; a DataError ends it with one line and exit status 2."""
    try:
        main()
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
