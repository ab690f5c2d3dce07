"""Writes the tokenizer's golden lines: made-up and hostile texts, and the ids that Python gives them.

    python tests/golden/tokenizer/make.py                    # lines, and ids under the vocabulary of this folder
    python tests/golden/tokenizer/make.py small VOCAB.json   # ids of the same lines under a model's vocabulary

with the package of models/train installed, or models/train in PYTHONPATH.

Texts are made here, by rule and with a generator of our own, so that a run tomorrow writes the same bytes.
"""

import gzip
import json
import sys
from pathlib import Path

from lines import all_lines
from vocabulary_of_test import pieces_of_test

from sentibyte_train.text.tokenizer import EMOTICONS, WORDS, Tokenizer

HERE = Path(__file__).parent


def write_compressed(path: Path, rows: list) -> None:
    text = "".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) + "\n" for row in rows)
    path.write_bytes(gzip.compress(text.encode("ascii"), mtime=0))
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size} bytes")


def main() -> None:
    lines = all_lines()
    if len(sys.argv) == 3:
        name, vocabulary = sys.argv[1], Path(sys.argv[2])
        tokenizer = Tokenizer.load(vocabulary)
    else:
        name = "test"
        tokenizer = Tokenizer(pieces_of_test(), WORDS, EMOTICONS)
        tokenizer.save(HERE / "test.vocab.json")
        write_compressed(HERE / "lines.jsonl.gz", lines)
    write_compressed(HERE / f"{name}.ids.jsonl.gz", [tokenizer.encode(line) for line in lines])


if __name__ == "__main__":
    main()
