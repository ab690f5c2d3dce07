"""Rows that differ in whom they speak of alone are drawn together and pulled together."""

import numpy as np
import torch

from sentibyte_train.training.batching import batches
from sentibyte_train.training.losses import apart


def test_rows_of_a_group_share_a_batch():
    rng = np.random.default_rng(3)
    groups = np.repeat(np.arange(500), 4)  # the first four belong to none
    lengths = rng.integers(3, 40, 500)[groups] + rng.integers(0, 2, 2000)
    plan = batches(lengths, rng, 400, groups)
    assert sorted(np.concatenate(plan)) == list(range(2000))
    where = np.empty(2000, int)
    for number, batch in enumerate(plan):
        where[batch] = number
    whole = [len(set(where[groups == group])) == 1 for group in range(1, 500)]
    assert np.mean(whole) > 0.6  # a batch holds ten to a hundred rows, and its border may cut a group


def test_without_groups_nothing_is_held_together():
    plan = batches(np.full(64, 5), np.random.default_rng(1), 40)
    assert sorted(np.concatenate(plan)) == list(range(64))


def test_what_is_alike_costs_nothing_and_what_is_not_costs_its_distance():
    groups = torch.tensor([0, 7, 7, 0])
    logits = torch.zeros(4, 3)
    assert apart(groups, logits, torch.tensor([1.0, 0.5, 0.5, -1.0])).tolist() == [0, 0, 0, 0]
    cost = apart(groups, logits, torch.tensor([1.0, 0.6, 0.2, -1.0]))
    assert torch.allclose(cost, torch.tensor([0.0, 0.04, 0.04, 0.0]))


def test_the_distance_pulls_the_rows_of_a_group_to_one_another():
    score = torch.tensor([0.6, 0.2, 0.9], requires_grad=True)
    apart(torch.tensor([3, 3, 0]), torch.zeros(3, 3), score).sum().backward()
    assert score.grad[0] > 0 > score.grad[1] and score.grad[2] == 0
