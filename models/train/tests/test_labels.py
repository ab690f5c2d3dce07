"""The shipped format of the teachers' word."""

import lzma

import numpy as np
import pytest

from sentibyte_train.corpus import soft_labels
from sentibyte_train.corpus.texts import key_of
from sentibyte_train.errors import DataError


def test_packed_and_back(monkeypatch, tmp_path):
    monkeypatch.setattr(soft_labels, "LABELS", tmp_path / "labels.xz")
    keys = np.array([key_of(f"text {number}") for number in range(500)], np.uint64)
    outputs = np.random.default_rng(1).normal(0, 1, (500, 4)).astype(np.float32)
    outputs[:, 3] = np.tanh(outputs[:, 3])
    soft_labels.write(keys, outputs)
    asked = np.append(keys, np.uint64(key_of("another")))
    said, known = soft_labels.of(asked)
    assert known.tolist() == [True] * 500 + [False]
    centred = outputs[:, :3] - outputs[:, :3].mean(1, keepdims=True)
    assert np.abs(said[:500, :3] - centred).max() <= 0.5 / 16 + 1e-6
    assert np.abs(said[:500, 3] - outputs[:, 3]).max() <= 0.5 / 127 + 1e-6


def test_labels_of_another_key_length_are_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(soft_labels, "LABELS", tmp_path / "labels.xz")
    (tmp_path / "labels.xz").write_bytes(lzma.compress(bytes([0, 0, 0, 0, 32])))
    with pytest.raises(DataError, match="keys of 32 bits"):
        soft_labels.read()


def test_missing_labels_say_how_to_get_them(monkeypatch, tmp_path):
    monkeypatch.setattr(soft_labels, "LABELS", tmp_path / "none.xz")
    with pytest.raises(DataError, match="missing"):
        soft_labels.read()


def test_the_shipped_labels_are_whole():
    rows, said = soft_labels.read()
    assert len(rows) == len(said) > 500_000
    assert np.abs(said[:, 3]).max() <= 1.0
    assert 0.1 < (said[:, :3].argmax(1) == 1).mean() < 0.9
