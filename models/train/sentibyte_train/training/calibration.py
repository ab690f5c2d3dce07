"""What is fitted to a finished student: the biases of its classes, and the temperature of its confidence.

On texts in three classes that no student has learned from, as a student is surer of those that it has: of dev/, but none of
the sets that macro-recall and the calibration error are reported on.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from sentibyte_train.corpus.rows import read_rows
from sentibyte_train.networks.network import Network
from sentibyte_train.paths import DATA
from sentibyte_train.text.natural import natural
from sentibyte_train.text.tokenizer import Tokenizer
from sentibyte_train.training.judge import outputs_of

FOR_BIASES = ("crowdflower_misc_hold", "sst5_dev", "womens_clothing_hold")
FOR_TEMPERATURE = FOR_BIASES[:2]  # of reviews of clothes, one in seven alone is not praise
#: How far the bias of an outer class may move. Between the sets the best places are far apart, and a large move that one of
#: them asks for takes neutral texts from all.
MOVES = np.arange(-0.4, 0.41, 0.05)
TEMPERATURES = np.arange(0.6, 2.51, 0.02)


def macro_recall(logits: np.ndarray, label: np.ndarray) -> float:
    guess = logits.argmax(1)
    return float(np.mean([(guess[label == number] == number).mean() for number in range(3)]))


def cross_entropy(logits: np.ndarray, label: np.ndarray) -> float:
    shifted = logits - logits.max(1, keepdims=True)
    return float(np.mean(np.log(np.exp(shifted).sum(1)) - shifted[np.arange(len(label)), label]))


@dataclass(frozen=True)
class CalibrationTexts:
    """What a student says of the texts, and what they are."""

    logits: dict[str, np.ndarray]
    label: dict[str, np.ndarray]

    @classmethod
    def read(cls, net: Network, tokenizer: Tokenizer) -> CalibrationTexts:
        rows = {name: read_rows(DATA / "dev" / f"{name}.tsv.xz") for name in FOR_BIASES}
        return cls({name: outputs_of(net, tokenizer, [natural(row.text) for row in some])[:, :3]
                    for name, some in rows.items()},
                   {name: np.array([row.label for row in some]) for name, some in rows.items()})

    def class_biases(self) -> np.ndarray:
        """What to add to the three logits, so that the mean macro-recall of the sets is highest; of equals the smallest."""
        moves = [np.array([negative, 0.0, positive], np.float32) for negative, positive in product(MOVES, MOVES)]

        def worth(move: np.ndarray) -> tuple[float, float]:
            recall = [macro_recall(logits + move, self.label[name]) for name, logits in self.logits.items()]
            return float(np.mean(recall)), -float(np.abs(move).sum())

        return max(moves, key=worth).round(2)

    def temperature(self, moved: np.ndarray) -> float:
        """The divisor of the logits, `moved` added, that makes the true class most likely."""
        logits = np.concatenate([self.logits[name] for name in FOR_TEMPERATURE]) + moved
        label = np.concatenate([self.label[name] for name in FOR_TEMPERATURE])
        return round(float(min(TEMPERATURES, key=lambda divisor: cross_entropy(logits / divisor, label))), 2)
