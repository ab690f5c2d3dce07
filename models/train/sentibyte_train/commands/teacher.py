"""Fine-tunes all-mpnet-base-v2 on a mix of the data: the teacher of the students. Resumable.

    python -m sentibyte_train.commands.teacher movies --name movies-low
    python -m sentibyte_train.commands.teacher movies --name movies --start movies-low --frozen 0

First the upper half of the blocks alone, then everything, at half of the rate. Weights are float32, arithmetic is
bfloat16; what is kept is the running average of the weights. `--start` goes on from any teacher, on the same mix or
on another one.
"""

import argparse

from sentibyte_train.errors import fail_cleanly
from sentibyte_train.paths import WORK
from sentibyte_train.training.mixes import MIXES
from sentibyte_train.training.teacher import Choice, train

FROZEN = 6
RATE, RATE_OF_ALL = 4e-5, 2e-5  # the second where nothing is frozen
TOKENS = 1536


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("mix", choices=MIXES)
    options.add_argument("--name", help="of the teacher that comes out; the mix's unless given")
    options.add_argument("--start", metavar="NAME", help="go on from this teacher")
    options.add_argument("--frozen", type=int, default=FROZEN, metavar="BLOCKS",
                         help="lowest blocks that stay as they are, with the embeddings; 0 trains everything")
    options.add_argument("--rate", type=float, help=f"{RATE:g}, or {RATE_OF_ALL:g} where nothing is frozen")
    options.add_argument("--tokens", type=int, default=TOKENS, help="of a batch")
    options.add_argument("--most", type=float, default=float("inf"), metavar="TOKENS", help="stop after so many, as 0.7e6")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    rate = chosen.rate or (RATE if chosen.frozen else RATE_OF_ALL)
    train(Choice(chosen.mix, chosen.name or chosen.mix, chosen.start, chosen.frozen, rate, chosen.tokens, chosen.most,
                 chosen.seed))


if __name__ == "__main__":
    fail_cleanly(main)
