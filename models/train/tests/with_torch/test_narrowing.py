"""A wide student cut to a narrower plan."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from sentibyte_train.errors import DataError
from sentibyte_train.networks.families import Encoder
from sentibyte_train.networks.network import Network
from sentibyte_train.training.narrowing import narrowed

PIECES = 40
NARROW = Encoder(longest=16, embedding=8, width=12, kernel=3, features=8, blocks=1, heads=2, inner=6, row_bits=4, bits=5,
                 inner_bits=4, hidden=6, dropout=0.0)
WIDE = replace(NARROW, features=20, inner=24)


def arrays(net: Network) -> dict[str, np.ndarray]:
    return {name: tensor.detach().numpy() for name, tensor in net.tensors.items()}


def answers(net: Network) -> torch.Tensor:
    ids = torch.randint(0, PIECES, (5, 9), generator=torch.Generator().manual_seed(3))
    net.eval()
    with torch.no_grad():
        logits, score = net(ids, torch.ones_like(ids, dtype=torch.bool))
    return torch.cat([logits, score[:, None]], 1)


def build(plan: Encoder, seed: int) -> Network:
    torch.manual_seed(seed)
    return plan.build("test", PIECES)


def test_what_no_one_reads_goes_first():
    wide, narrow = build(WIDE, 1), build(NARROW, 2)
    rng = np.random.default_rng(4)
    features, inner = (torch.from_numpy(rng.permutation(count)[:dead]) for count, dead in ((20, 12), (24, 18)))
    with torch.no_grad():
        wide.tensors["join_weight"][:, features] = 0
        wide.tensors["hidden_weight"][:, 24 + features] = 0
        wide.tensors["block0_down_weight"][:, inner] = 0
        for name, array in narrowed(narrow, arrays(wide)).items():
            narrow.tensors[name].copy_(torch.from_numpy(array))
    torch.testing.assert_close(answers(narrow), answers(wide))


def test_the_same_shapes_are_taken_as_they_are():
    wide = build(WIDE, 1)
    for name, array in narrowed(build(WIDE, 2), arrays(wide)).items():
        assert np.array_equal(array, arrays(wide)[name])


def test_a_block_that_the_plan_does_not_have_is_left_out():
    two = build(replace(WIDE, blocks=2), 1)
    assert "block1_up_weight" in two.tensors
    assert set(narrowed(build(NARROW, 2), arrays(two))) == set(build(NARROW, 2).tensors)


def test_what_cannot_be_cut_is_named():
    with pytest.raises(DataError, match="pieces: "):
        narrowed(build(replace(NARROW, embedding=4), 1), arrays(build(WIDE, 1)))
    with pytest.raises(DataError, match="block1_"):
        narrowed(build(replace(NARROW, blocks=2), 1), arrays(build(WIDE, 1)))
