"""Teachers' logits for the texts of the corpus. Resumable: parts of 40,000 texts.

    python -m sentibyte_train.commands.label --teacher movies everyday [--keep 0.4] [--most 400000]
    python -m sentibyte_train.commands.label --teacher movies --keep 0.5 --only sst_phrases vader_movie
    python -m sentibyte_train.commands.label --teacher reviews --whole-reviews

Writes `soft-labels.bin.xz`, which is committed: with it the student is retrained without a teacher. Texts that no teacher
is asked about keep the labels that they have. Only short texts are asked about, or only whole reviews: a teacher that
reads 128 pieces knows less of a review than its writer's label says.
"""

import argparse

import numpy as np

from sentibyte_train.corpus import soft_labels
from sentibyte_train.corpus.kept import digest
from sentibyte_train.corpus.sources import SOURCES, UNLABELLED
from sentibyte_train.corpus.texts import REVIEWS, Text, corpus, key_of
from sentibyte_train.errors import DataError, fail_cleanly
from sentibyte_train.networks.device import DEVICE
from sentibyte_train.networks.teacher import OUTPUTS, Teacher
from sentibyte_train.paths import LABELS, WORK
from sentibyte_train.text.wordpieces import encode
from sentibyte_train.training.mixes import REVIEW, SHORT
from sentibyte_train.training.teacher import RUNS_IN, file_of, predict

PART = 40_000


def ask(name: str, texts: list[str], longest: int) -> np.ndarray:
    """A teacher's outputs, part by part; a part is kept under its texts and the teacher's weights."""
    if not file_of(name).exists():
        raise DataError(f"{file_of(name).name}: there is no such teacher yet")
    weights, net, said = digest([file_of(name)]), None, []
    for start in range(0, len(texts), PART):
        some = texts[start : start + PART]
        kept = WORK / f"labels-{name}-{digest([], weights, some, longest)}.npy"
        if not kept.exists():
            net = net or Teacher.trained(file_of(name)).to(DEVICE, RUNS_IN)
            np.save(kept, predict(net, encode(some, longest)))
            print(f"teacher {name}: {start + len(some)} of {len(texts)}", flush=True)
        said.append(np.load(kept))
    return np.concatenate(said) if said else np.zeros((0, OUTPUTS), np.float32)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--teacher", nargs="+", required=True, metavar="NAME", help="whose outputs are averaged")
    options.add_argument("--keep", type=float, default=0.0,
                         help="weight of the labels in place beside a teacher's 1: an ensemble with a teacher of before")
    options.add_argument("--most", type=int, metavar="TEXTS", help="ask about so many, people's short texts first")
    options.add_argument("--skip", type=int, default=0, metavar="TEXTS",
                         help="leave out so many of those first, which another teacher has been asked about")
    options.add_argument("--only", nargs="+", choices=(*SOURCES, *UNLABELLED, REVIEWS), metavar="SOURCE",
                         help=f"ask about texts of these alone; {REVIEWS}: sentences of those that have labels")
    options.add_argument("--whole-reviews", action="store_true", help="ask about long texts instead of short ones")
    chosen = options.parse_args()
    items = corpus()
    keys = np.array([key_of(item.text) for item in items], np.uint64)
    said, known = np.zeros((len(keys), OUTPUTS), np.float32), np.zeros(len(keys), bool)
    if LABELS.exists():
        said, known = soft_labels.of(keys)

    def is_asked(item: Text) -> bool:
        wanted = chosen.only is None or item.source in chosen.only
        return wanted and item.document == chosen.whole_reviews

    asked = np.array([number for number, item in enumerate(items) if is_asked(item)], np.int64)
    if chosen.whole_reviews:
        # Their files are sorted by label: the first so many would all be bad ones.
        asked = np.random.default_rng(0).permutation(asked)
    asked = asked[chosen.skip :][: chosen.most]
    weight = chosen.keep * known[asked, None].astype(np.float32)
    total = said[asked] * weight
    for name in chosen.teacher:
        total += ask(name, [items[number].text for number in asked], REVIEW if chosen.whole_reviews else SHORT)
    said[asked], known[asked] = total / (weight + len(chosen.teacher)), True
    soft_labels.write(keys[known], said[known])
    print(f"{len(asked)} texts asked about, {known.sum()} of {len(items)} labelled, {LABELS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    fail_cleanly(main)
