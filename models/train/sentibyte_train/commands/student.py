"""Distils a student, then goes on with the kernels' arithmetic (QAT). Resumable.

    python -m sentibyte_train.commands.student small --start models/small.float.sbm --keep 0.3 --processes 2
"""

import argparse
from pathlib import Path

from sentibyte_train.corpus.lesson_table import prepare
from sentibyte_train.errors import fail_cleanly
from sentibyte_train.networks.families import PLANS
from sentibyte_train.training import side_by_side
from sentibyte_train.training.student import Choice, train

TEMPLATES = 450_000
POLISHING_RATE = 0.1  # of the plan's


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("name", choices=PLANS)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--epochs", type=float, help="instead of the plan's")
    options.add_argument("--start", type=Path, metavar="BLOB",
                         help="go on from a float blob, cut to the plan where it is wider")
    options.add_argument("--keep", type=float, default=0.0, metavar="SHARE",
                         help="of the blob's weights, mixed into the trained ones at the end")
    options.add_argument("--polish", type=int, metavar="STEPS", help="go on from NAME.pt with quantization and at "
                         "a tenth of the rate, until the weights rest where they are rounded to")
    options.add_argument("--templates", type=int, default=TEMPLATES, help="made-up sentences to learn from")
    options.add_argument("--processes", type=int, default=1, help="share every step between so many, a core each")
    chosen = options.parse_args()
    if chosen.keep and not chosen.start:
        options.error("--keep needs --start")
    plan = PLANS[chosen.name]
    side_by_side.run(train, chosen.processes, Choice(
        chosen.name, chosen.seed, chosen.epochs or plan.epochs, plan.rate * (POLISHING_RATE if chosen.polish else 1),
        prepare(plan.vocabulary, chosen.templates), chosen.start, chosen.keep, chosen.polish))


if __name__ == "__main__":
    fail_cleanly(main)
