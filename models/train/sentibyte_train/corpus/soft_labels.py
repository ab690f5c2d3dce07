"""The teachers' word on every text, as shipped: `soft-labels.bin.xz`, keyed by a hash of each text, without any text.

Layout after xz: uint32 count, uint8 key bits; then per text, in order of its key, the key's distance to the one before
(7-bit groups, low first, top bit set on all but the last); then four columns of int8, one after the other: the three
logits less their mean in sixteenths, and the score in 127ths.
"""

import lzma

import numpy as np

from sentibyte_train.corpus.texts import KEY_BITS, KEY_SHIFT
from sentibyte_train.errors import DataError
from sentibyte_train.paths import LABELS

UNITS = np.array([16, 16, 16, 127], np.float32)  # of the four columns


def pack(keys: np.ndarray, outputs: np.ndarray) -> bytes:
    short = keys >> np.uint64(KEY_SHIFT)
    short, first = np.unique(short, return_index=True)
    rows = outputs[first]
    logits = np.clip(np.rint((rows[:, :3] - rows[:, :3].mean(1, keepdims=True)) * UNITS[:3]), -127, 127)
    score = np.rint(rows[:, 3:] * UNITS[3])
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
    return rows, columns / UNITS


def read() -> tuple[dict[int, int], np.ndarray]:
    if not LABELS.exists():
        raise DataError(f"{LABELS.name}: missing; make it by the label command, or take the one of the repository")
    return unpack(lzma.decompress(LABELS.read_bytes()))


def write(keys: np.ndarray, outputs: np.ndarray) -> None:
    LABELS.write_bytes(lzma.compress(pack(keys, outputs), preset=9 | lzma.PRESET_EXTREME))


def of(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the labels say of each of the texts, and whether they say anything."""
    rows, soft = read()
    place = np.array([rows.get(int(key) >> KEY_SHIFT, -1) for key in keys])
    return soft[np.maximum(place, 0)], place >= 0
