"""Texts of like length together, padded to the longest of their batch."""

import numpy as np
import torch

from sentibyte_train.networks.device import DEVICE

TOKENS_PER_BATCH = 4096


def batches(lengths: np.ndarray, rng: np.random.Generator, tokens: int = TOKENS_PER_BATCH,
            groups: np.ndarray | None = None) -> list[np.ndarray]:
    """Rows of like length together, at most `tokens` padded tokens per batch, batches in random order. Rows of one group (a
    number over 0) stand side by side, so that all but the few at a batch's border share a batch."""
    chance, place = rng.random(len(lengths)), lengths + rng.integers(0, 3, len(lengths))
    if groups is not None:
        _, first, member = np.unique(groups, return_index=True, return_inverse=True)
        grouped = groups > 0
        chance[grouped], place[grouped] = chance[first[member]][grouped], place[first[member]][grouped]
    order = np.lexsort((chance, place))
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
