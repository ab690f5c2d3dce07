"""What a student learns from: every training text as ids, what the teacher says of it, and its own label."""

import pickle
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from sentibyte_train.corpus import soft_labels
from sentibyte_train.networks.device import DEVICE
from sentibyte_train.training.batching import pad
from sentibyte_train.training.losses import apart, divergence

DOCUMENTS_PER_EPOCH = 14_000
OWN_LABEL = 0.5  # of a text's own label, beside 1 for the teacher's word; more is learned by heart (EXPERIMENTS.md, row 19)
TOGETHER = 10.0  # of the distance between rows that differ in whom they speak of alone


class Lessons:
    """Every training text, column by column."""

    def __init__(self, kept: Path, longest: int) -> None:
        self.longest = longest
        ids, keys, columns = pickle.loads(kept.read_bytes())
        soft, there = soft_labels.of(keys)
        label, weight, binary, graded, graded_weight, document, paired, group = columns.T
        known = np.flatnonzero(there | (weight > 0))
        self.ids = [ids[number] for number in known]
        self.lengths = np.array([min(len(i), longest) for i in self.ids])
        self.document, self.paired = document[known] > 0, paired[known] > 0
        self.groups = group[known].astype(np.int64)

        def column(values: np.ndarray) -> torch.Tensor:
            return torch.from_numpy(values[known]).to(DEVICE)

        self.soft, self.has_soft = column(soft), column(there)
        self.label, self.binary = column(label).long(), column(binary) > 0
        self.weight, self.graded, self.graded_weight = column(weight), column(graded), column(graded_weight)
        self.group = column(group).long()

    def draw(self, share: float, documents: bool, rng: np.random.Generator) -> np.ndarray:
        """Row numbers of one epoch, or of a share of it: short texts, and of the documents some at random and all
        that exist in two versions of opposite label."""
        short, long = np.flatnonzero(~self.document), np.flatnonzero(self.document & ~self.paired)
        rows = [rng.permutation(short)[: int(len(short) * share)]]
        if documents:
            pairs = np.flatnonzero(self.paired)
            rows += [rng.permutation(long)[: int(DOCUMENTS_PER_EPOCH * share)],
                     rng.permutation(pairs)[: int(len(pairs) * share)]]
        return np.concatenate(rows)

    def block(self, batch: np.ndarray, rng: np.random.Generator) -> torch.Tensor:
        """Padded ids; of a text over the longest a random window, of which one in two is its end."""
        cut = []
        for number in batch:
            ids = self.ids[number]
            if len(ids) > self.longest:
                last = len(ids) - self.longest
                start = last if rng.random() < 0.5 else int(rng.integers(0, last + 1))
                ids = ids[start : start + self.longest]
            cut.append(ids + 1)  # 0 is padding
        return pad(cut)

    def loss(self, batch: torch.Tensor, logits: torch.Tensor, score: torch.Tensor) -> torch.Tensor:
        """The teacher's word at a temperature, the text's own label, squared errors of the score, and how far apart rows are
        that should be alike."""
        label, weight, has_soft, soft = self.label[batch], self.weight[batch], self.has_soft[batch], self.soft[batch]
        distil = divergence(logits, soft)
        three = F.cross_entropy(logits, label, reduction="none")
        ends = F.cross_entropy(logits[:, [0, 2]], label // 2, reduction="none")
        own = torch.where(self.binary[batch], 0.9 * ends + 0.1 * three, three) * weight
        graded = (score - self.graded[batch]).square() * self.graded_weight[batch]
        taught = (score - soft[:, 3]).square()
        alike = TOGETHER * apart(self.group[batch], logits, score)
        return (torch.where(has_soft, distil + OWN_LABEL * own + 1.5 * taught, own) + 2.0 * graded + alike).mean()
