"""Stage 4: the teacher's logits for every short text of the corpus. Resumable: parts of 40,000 texts.

Whole reviews keep the label that their writers gave: the teacher, which reads 128 pieces, knows less of them.

    python models/train/label.py [--teacher 1 2] [--keep 0.4] [--texts 400000]

Writes `soft-labels.bin.xz` beside this file, which is committed: with it the student is retrained without the teacher.
"""

import argparse

import numpy as np
import torch

import soft_labels
from corpus import corpus, key_of
from data import LABELS, WORK, fail_cleanly
from device import DEVICE
from teacher import encode, encoder, predict
from teacher_model import Teacher

PART = 40_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--teacher", type=int, nargs="+", default=[1], help="seeds whose outputs are averaged")
    options.add_argument("--keep", type=float, default=0.0,
                         help="weight of the labels in place beside a teacher's 1: an ensemble with a teacher of before")
    options.add_argument("--texts", type=int, help="label so many, people's short texts first; the rest keeps its labels")
    chosen = options.parse_args()
    texts = [item.text for item in corpus() if not item.document]
    keys = np.array([key_of(text) for text in texts], dtype=np.uint64)
    tokenizer = encoder()
    total = np.zeros((len(texts), 4), np.float32)
    weight = np.zeros((len(texts), 1), np.float32)
    if chosen.keep:
        before, there = soft_labels.of(keys)
        total[there], weight[there] = chosen.keep * before[there], chosen.keep
    for seed in chosen.teacher:
        model = Teacher().to(DEVICE)
        model.load_state_dict(torch.load(WORK / f"teacher-{seed}.pt", map_location=DEVICE))
        for start in range(0, min(len(texts), chosen.texts or len(texts)), PART):
            part = WORK / f"labels-{seed}-{start}.npy"
            if not part.exists():
                np.save(part, predict(model, encode(tokenizer, texts[start : start + PART])))
                print(f"teacher {seed}: {start + PART} of {len(texts)}", flush=True)
            total[start : start + PART] += np.load(part)
            weight[start : start + PART] += 1
    told = weight[:, 0] > 0
    soft_labels.write(keys[told], total[told] / weight[told])
    print(f"{told.sum()} of {len(texts)} texts, {LABELS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    fail_cleanly(main)
