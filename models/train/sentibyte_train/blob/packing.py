"""Integers of 2 to 8 bits as a stream of bytes, and sorted pieces as front-coded ones."""

import numpy as np

from sentibyte_train.blob.schema import BlobError


def pack_bits(values: np.ndarray, bits: int) -> np.ndarray:
    """Two's complement of `bits` bits as a little-endian stream, lowest bit first; each row of a 2-D array starts on
    a byte boundary."""
    low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1
    if values.size and (values.min() < low or values.max() > high):
        raise BlobError(f"values {values.min()}..{values.max()} do not fit {bits} bits")
    if bits == 8:
        return values.astype(np.int8).view(np.uint8).reshape(-1)
    rows = values.astype(np.int8).view(np.uint8)
    stream = np.unpackbits(rows[..., None], axis=-1, bitorder="little")[..., :bits]
    return np.packbits(stream.reshape(*rows.shape[:-1], -1), axis=-1, bitorder="little").reshape(-1)


def front_code(pieces: list[str]) -> bytes:
    """The schema's front coding of sorted, distinct pieces. The shared part ends between characters, so that the
    rest is UTF-8 by itself."""
    out = bytearray()
    before = b""
    for index, piece in enumerate(pieces):
        now = piece.encode("utf-8")
        if index and now <= before:
            raise BlobError(f"tokenizer.pieces[{index}]: {piece!r} does not sort after {pieces[index - 1]!r}")
        pairs = enumerate(zip(before, now, strict=False))
        shared = min(next((place for place, (a, b) in pairs if a != b), min(len(before), len(now))), 255)
        while shared and now[shared] & 0xC0 == 0x80:
            shared -= 1
        if not 0 < len(now) - shared <= 255:
            raise BlobError(f"tokenizer.pieces[{index}]: {len(now)} bytes cannot be front-coded")
        out += bytes([shared, len(now) - shared]) + now[shared:]
        before = now
    return bytes(out)
