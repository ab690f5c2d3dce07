"""What the plans cost."""

import pytest

from sentibyte_train.networks.families import PLANS, Encoder


@pytest.mark.parametrize(("name", "most"), [("small", 12e6), ("nano", 2e6)])
def test_a_shipped_student_reads_a_sentence_within_its_sum(name, most):
    plan = PLANS[name]
    assert 0.9 * most < plan.build(plan.pieces).multiply_adds(24) <= most


def test_multiply_adds_counted_by_hand():
    net = Encoder(longest=16, embedding=4, width=6, kernel=3, features=5, blocks=1, heads=2, inner=7, row_bits=8, bits=8,
                  inner_bits=8, hidden=8, dropout=0.0).build("test", 10)
    tokens = 3
    each = 5 * 3 * 4 + 6 * 4 + 6 * 5 + 18 * 6 + 6 * 6 + 7 * 6 + 6 * 7 + 6
    heads = 8 * (6 + 6 + 5) + 3 * 8 + 8
    assert net.multiply_adds(tokens) == tokens * each + 2 * tokens * tokens * 6 + heads
