"""Stage 4: the teacher's logits for every short text of the corpus. Resumable: parts of 40,000 texts.

Whole reviews keep the label that their writers gave: the teacher, which reads 128 pieces, knows less of them.

    python models/train/label.py [--teacher 1 2] [--keep 0.4] [--texts 400000]

Writes `soft-labels.bin.xz` beside this file, which is committed: with it the student is retrained without the teacher.
Layout after xz: uint32 count, uint8 key bits; then per text, in order of its key, the key's distance to the one before
(7-bit groups, low first, top bit set on all but the last); then four columns of int8, one after the other: the three
logits less their mean in sixteenths, and the score in 127ths.
"""

import argparse
import lzma

import numpy as np
import torch

from corpus import KEY_BITS, KEY_SHIFT, corpus, key_of
from data import LABELS, WORK, DataError, fail_cleanly
from device import DEVICE
from teacher import encode, encoder, predict
from teacher_model import Teacher

PART = 40_000
LONGEST = 128


def pack(keys: np.ndarray, outputs: np.ndarray) -> bytes:
    short = keys >> np.uint64(KEY_SHIFT)
    short, first = np.unique(short, return_index=True)
    rows = outputs[first]
    logits = np.clip(np.rint((rows[:, :3] - rows[:, :3].mean(1, keepdims=True)) * 16), -127, 127)
    score = np.rint(rows[:, 3:] * 127)
    columns = np.concatenate([logits, score], axis=1).astype(np.int8)
    out = bytearray(len(short).to_bytes(4, "little") + bytes([KEY_BITS]))
    for step in np.diff(short, prepend=np.uint64(0)).tolist():
        while step >= 128:
            out.append(step & 127 | 128)
            step >>= 7
        out.append(step)
    return bytes(out) + columns.T.tobytes()


def unpack(raw: bytes) -> tuple[dict[int, int], np.ndarray]:
    """Row numbers by shortened key, and four columns a row: logits and score."""
    count, bits, place = int.from_bytes(raw[:4], "little"), raw[4], 5
    if bits != KEY_BITS:
        raise DataError(f"{LABELS.name}: keys of {bits} bits, not {KEY_BITS}")
    rows: dict[int, int] = {}
    key = 0
    for number in range(count):
        step = shift = 0
        while True:
            byte = raw[place]
            place += 1
            step |= (byte & 127) << shift
            if byte < 128:
                break
            shift += 7
        key += step
        rows[key] = number
    columns = np.frombuffer(raw, np.int8, 4 * count, place).reshape(4, count).T.astype(np.float32)
    return rows, columns / np.array([16, 16, 16, 127], np.float32)


def soft_labels() -> tuple[dict[int, int], np.ndarray]:
    if not LABELS.exists():
        raise DataError(f"{LABELS.name}: missing; run label.py, or take the one of the repository")
    return unpack(lzma.decompress(LABELS.read_bytes()))


def earlier(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the soft labels in place say of each text, and whether they say anything."""
    rows, soft = soft_labels()
    place = np.array([rows.get(int(key) >> KEY_SHIFT, -1) for key in keys])
    return soft[np.maximum(place, 0)], place >= 0


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
        before, there = earlier(keys)
        total[there], weight[there] = chosen.keep * before[there], chosen.keep
    for seed in chosen.teacher:
        model = Teacher().to(DEVICE)
        model.load_state_dict(torch.load(WORK / f"teacher-{seed}.pt", map_location=DEVICE))
        for start in range(0, min(len(texts), chosen.texts or len(texts)), PART):
            part = WORK / f"labels-{seed}-{start}.npy"
            if not part.exists():
                np.save(part, predict(model, encode(tokenizer, texts[start : start + PART], LONGEST)))
                print(f"teacher {seed}: {start + PART} of {len(texts)}", flush=True)
            total[start : start + PART] += np.load(part)
            weight[start : start + PART] += 1
    told = weight[:, 0] > 0
    raw = pack(keys[told], total[told] / weight[told])
    LABELS.write_bytes(lzma.compress(raw, preset=9 | lzma.PRESET_EXTREME))
    print(f"{told.sum()} of {len(texts)} texts, {LABELS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    fail_cleanly(main)
