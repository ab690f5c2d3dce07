"""Made-up sentences, to look at: label, score, kind and text of each.

    python -m sentibyte_train.commands.sentences --count 60000 --seed 1 --out FILE.tsv
"""

import argparse
from pathlib import Path

from sentibyte_train.templates.generator import generate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    with given.out.open("w", encoding="utf-8") as file:
        for row in generate(given.count, given.seed):
            file.write(f"{row.label}\t{row.score:g}\t{row.kind}\t{row.text}\n")


if __name__ == "__main__":
    main()
