"""What teachers are trained on."""

import numpy as np
import pytest

from sentibyte_train.corpus.rows import Row
from sentibyte_train.corpus.sources import SOURCES
from sentibyte_train.corpus.texts import EDITED, ORIGINALS
from sentibyte_train.training.mixes import MIXES, Mix, balance, draw, gather, missing_originals


def rows(count: int, source: str = "si650") -> list[Row]:
    return [Row(number % 3, None, source, f"text {number}") for number in range(count)]


def test_every_source_of_a_mix_is_known():
    for name, mix in MIXES.items():
        assert set(mix.rows) <= set(SOURCES), name


@pytest.mark.parametrize(("count", "most"), [(4, 1), (10, 1), (25, 3)])
def test_rows_are_drawn_once_before_any_is_drawn_again(count, most):
    drawn = draw(rows(10), count, np.random.default_rng(1))
    times = [drawn.count(row) for row in rows(10)]
    assert len(drawn) == count
    assert max(times) == most
    assert max(times) - min(times) <= 1


def test_balanced_classes_weigh_the_same_and_the_whole_as_before():
    label = np.array([0] * 10 + [1] * 70 + [2] * 20)
    weight = np.random.default_rng(2).uniform(0.3, 1.0, 100).astype(np.float32)
    balanced = balance(label, weight)
    assert np.allclose([balanced[label == number].sum() for number in range(3)], weight.sum() / 3, rtol=1e-5)


def test_originals_of_edited_reviews_are_added_once():
    words = " ".join(f"word{number}" for number in range(40))
    edited = Row(0, None, EDITED, f"{words} bad")
    original = Row(2, None, ORIGINALS, f"{words} good")
    other = Row(2, None, ORIGINALS, " ".join(f"other{number}" for number in range(40)))
    pools = {EDITED: [edited], ORIGINALS: [other, original]}
    assert missing_originals([edited, other], pools) == [original]
    assert missing_originals([edited, original], pools) == []


def test_made_up_sentences_come_with_labels_and_scores(monkeypatch):
    monkeypatch.setattr("sentibyte_train.training.mixes.read_rows", lambda path: rows(9))
    found = gather(Mix({"si650": 6}, templates=20), 1)
    assert len(found.texts) == len(found.label) == 26
    assert found.binary.tolist() == [True] * 6 + [False] * 20
    assert (found.graded_weight[:6] == 0).all()
    assert (found.graded_weight[6:] > 0).all()
    again = gather(Mix({"si650": 6}, templates=20), 1)
    assert found.texts == again.texts
