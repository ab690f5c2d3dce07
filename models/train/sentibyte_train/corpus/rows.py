"""Reads the labelled and unlabelled files, and checks them."""

import csv
import lzma
from dataclasses import dataclass
from pathlib import Path

from sentibyte_train.errors import DataError

HEADER = ["label", "score", "source", "text"]


@dataclass(frozen=True, slots=True)
class Row:
    label: int  # 0 negative, 1 neutral, 2 positive
    score: float | None  # graded rating in [-1, 1]
    source: str  # the file's name without its ending
    text: str


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


def read_texts(path: Path) -> list[str]:
    if not path.exists():
        raise DataError(f"{path.name}: no such file in {path.parent.name}/")
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        return [line.rstrip("\n") for line in stream if line.strip()]
