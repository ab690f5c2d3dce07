"""What is fitted to a finished student: a bias of one class, and the temperature of its confidence.

On texts in three classes that no student has learned from, as a student is surer of those that it has: of dev/, but none of
the sets that macro-recall and the calibration error are reported on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sentibyte_train.corpus.rows import read_rows
from sentibyte_train.networks.network import Network
from sentibyte_train.paths import DATA
from sentibyte_train.text.natural import natural
from sentibyte_train.text.tokenizer import Tokenizer
from sentibyte_train.training.judge import outputs_of

BIAS_SETS = ("crowdflower_misc_hold", "sst5_dev")
#: Short tweets alone would leave a model too sure of reviews and of forum comments, so that each of these counts the same,
#: however many texts it has (EXPERIMENTS.md, "Temperature").
SETS = (*BIAS_SETS, "womens_clothing_hold", "zomato10k_hold")
#: What may be added to the logit of negative, the class that students call too seldom. The sets are small and do not agree how
#: far to go, nor which way the other two classes should move: those stay, and no more is given than neutral texts can bear.
MOVES = np.arange(0, 0.31, 0.05)
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
        rows = {name: read_rows(DATA / "dev" / f"{name}.tsv.xz") for name in SETS}
        return cls({name: outputs_of(net, tokenizer, [natural(row.text) for row in some])[:, :3]
                    for name, some in rows.items()},
                   {name: np.array([row.label for row in some]) for name, some in rows.items()})

    def class_biases(self) -> np.ndarray:
        """What to add to the three logits, so that the mean macro-recall of BIAS_SETS is highest."""
        moves = [np.array([move, 0, 0], np.float32) for move in MOVES]
        return max(moves, key=lambda move: np.mean([macro_recall(self.logits[name] + move, self.label[name])
                                                    for name in BIAS_SETS]))

    def temperature(self, moved: np.ndarray) -> float:
        """The divisor of the logits, `moved` added, that makes the true class most likely on the mean of SETS."""
        def uncertainty(divisor: float) -> float:
            return float(np.mean([cross_entropy((logits + moved) / divisor, self.label[name])
                                  for name, logits in self.logits.items()]))

        return round(float(min(TEMPERATURES, key=uncertainty)), 2)
