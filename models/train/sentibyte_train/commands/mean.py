"""The mean of several courses of a student: weights of one descent that lie between them know more (EXPERIMENTS.md, row 40).

    python -m sentibyte_train.commands.mean small first.pt second.pt

Writes `.work/NAME.pt`; `student NAME --polish` goes on from it.
"""

import argparse
from pathlib import Path

import torch

from sentibyte_train.errors import DataError, fail_cleanly
from sentibyte_train.networks.families import PLANS
from sentibyte_train.paths import WORK


def mean(courses: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    first = courses[0]
    for course in courses[1:]:
        if {name: value.shape for name, value in course.items()} != {name: value.shape for name, value in first.items()}:
            raise DataError("the files hold weights of different networks")
    return {name: torch.stack([course[name].double() for course in courses]).mean(0).to(value.dtype)
            for name, value in first.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("name", choices=PLANS)
    options.add_argument("weights", nargs="+", type=Path)
    chosen = options.parse_args()
    missing = [path for path in chosen.weights if not path.exists()]
    if missing:
        raise DataError(f"{missing[0]}: there is no such file")
    torch.save(mean([torch.load(path, map_location="cpu") for path in chosen.weights]), WORK / f"{chosen.name}.pt")


if __name__ == "__main__":
    fail_cleanly(main)
