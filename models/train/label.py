"""Stage 4: a teacher's logits for the short texts of the corpus. Resumable: parts of 40,000 texts.

    python models/train/label.py [--teacher 1 2] [--keep 0.4] [--texts 400000]
    python models/train/label.py --teacher 4 --keep 0.5 --only sst_phrases vader_movie

Writes `soft-labels.bin.xz` beside this file, which is committed: with it the student is retrained without the teacher.
Texts that no teacher is asked about keep the labels that they have. Whole reviews keep the label that their writers gave:
the teacher, which reads 128 pieces, knows less of them.
"""

import argparse
import zlib

import numpy as np
import torch

import soft_labels
from corpus import Text, corpus, key_of
from data import LABELS, WORK, fail_cleanly
from device import DEVICE
from sources import SOURCES
from teacher import encode, encoder, predict
from teacher_model import Teacher

PART = 40_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--teacher", type=int, nargs="+", default=[1], help="seeds whose outputs are averaged")
    options.add_argument("--keep", type=float, default=0.0,
                         help="weight of the labels in place beside a teacher's 1: an ensemble with a teacher of before")
    options.add_argument("--texts", type=int, help="label so many, people's short texts first")
    options.add_argument("--only", nargs="+", choices=SOURCES, metavar="SOURCE", help="ask about texts of these alone")
    chosen = options.parse_args()
    items = corpus()
    keys = np.array([key_of(item.text) for item in items], dtype=np.uint64)
    said, known = soft_labels.of(keys) if LABELS.exists() else (np.zeros((len(keys), 4), np.float32), np.zeros(len(keys), bool))

    def is_asked(item: Text) -> bool:
        return not item.document and (chosen.only is None or (item.row is not None and item.row.source in chosen.only))

    asked = np.array([number for number, item in enumerate(items) if is_asked(item)])[: chosen.texts]
    weight = chosen.keep * known[asked, None].astype(np.float32)
    total = said[asked] * weight
    tokenizer = encoder()
    for seed in chosen.teacher:
        model = Teacher().to(DEVICE)
        model.load_state_dict(torch.load(WORK / f"teacher-{seed}.pt", map_location=DEVICE))
        for start in range(0, len(asked), PART):
            some = asked[start : start + PART]
            part = WORK / f"labels-{seed}-{zlib.crc32(keys[some].tobytes()):08x}.npy"  # of these very texts
            if not part.exists():
                np.save(part, predict(model, encode(tokenizer, [items[number].text for number in some])))
                print(f"teacher {seed}: {min(start + PART, len(asked))} of {len(asked)}", flush=True)
            total[start : start + PART] += np.load(part)
            weight[start : start + PART] += 1
    said[asked], known[asked] = total / weight, True
    soft_labels.write(keys[known], said[known])
    print(f"{len(asked)} texts asked about, {known.sum()} of {len(items)} labelled, {LABELS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    fail_cleanly(main)
