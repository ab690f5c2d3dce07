"""Class biases and temperature, on made-up logits."""

import numpy as np
import pytest

from sentibyte_train.training.calibration import MOVES, SETS, CalibrationTexts, macro_recall


def texts(logits: np.ndarray, label: np.ndarray) -> CalibrationTexts:
    return CalibrationTexts(dict.fromkeys(SETS, logits), dict.fromkeys(SETS, label))


@pytest.fixture
def drawn() -> tuple[np.ndarray, np.ndarray]:
    """Logits that are right at temperature 1: labels are drawn from their softmax."""
    rng = np.random.default_rng(1)
    logits = rng.normal(0, 1.5, (6000, 3)).astype(np.float32)
    chance = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    return logits, (rng.random((6000, 1)) > chance.cumsum(1)).sum(1)


def test_a_negative_class_that_is_called_too_seldom_is_helped(drawn):
    logits, label = drawn
    shy = texts(logits - np.array([0.3, 0, 0], np.float32), label)
    moved = shy.class_biases()
    assert moved[1] == 0
    assert moved[0] > 0 == moved[1] == moved[2]
    recall = [(np.argmax(shy.logits["sst5_dev"] + move, 1) == 0)[label == 0].mean() for move in (0 * moved, moved)]
    assert recall[1] > recall[0] + 0.03
    assert macro_recall(shy.logits["sst5_dev"] + moved, label) > macro_recall(shy.logits["sst5_dev"], label)


def test_a_bias_moves_no_further_than_it_may(drawn):
    logits, label = drawn
    moved = texts(logits - np.array([3, 0, 0], np.float32), label).class_biases()
    assert moved[0] == pytest.approx(MOVES[-1])


def test_the_temperature_undoes_logits_that_are_too_sure(drawn):
    logits, label = drawn
    nothing = np.zeros(3, np.float32)
    assert texts(logits, label).temperature(nothing) == pytest.approx(1, abs=0.06)
    assert texts(1.8 * logits, label).temperature(nothing) == pytest.approx(1.8, abs=0.1)


def test_a_set_counts_for_the_temperature_however_few_texts_it_has(drawn):
    logits, label = drawn
    few = slice(0, 2000)
    some = CalibrationTexts(
        {name: logits if number % 2 else 2 * logits[few] for number, name in enumerate(SETS)},
        {name: label if number % 2 else label[few] for number, name in enumerate(SETS)})
    pooled = texts(np.concatenate([logits, 2 * logits[few]]), np.concatenate([label, label[few]]))
    nothing = np.zeros(3, np.float32)
    assert some.temperature(nothing) > pooled.temperature(nothing) + 0.05
