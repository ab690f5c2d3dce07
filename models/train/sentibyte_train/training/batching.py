"""Texts of like length together, padded to the longest of their batch."""

import numpy as np
import torch

from sentibyte_train.networks.device import DEVICE

TOKENS_PER_BATCH = 4096


def batches(lengths: np.ndarray, rng: np.random.Generator, tokens: int = TOKENS_PER_BATCH) -> list[np.ndarray]:
    """Rows of like length together, at most `tokens` padded tokens a batch, batches in random order."""
    order = np.lexsort((rng.random(len(lengths)), lengths + rng.integers(0, 3, len(lengths))))
    out, start = [], 0
    while start < len(order):
        end, longest = start, 0
        while end < len(order):
            longest = max(longest, int(lengths[order[end]]))
            if longest * (end + 1 - start) > tokens and end > start:
                break
            end += 1
        out.append(order[start:end])
        start = end
    return [out[i] for i in rng.permutation(len(out))]


def pad(ids: list[np.ndarray]) -> torch.Tensor:
    block = np.zeros((len(ids), max(map(len, ids))), dtype=np.int64)
    for row, item in zip(block, ids, strict=True):
        row[: len(item)] = item
    return torch.from_numpy(block).to(DEVICE)
