"""The teacher's network, and the loop that trains it and the students."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from sentibyte_train.errors import DataError  # noqa: E402
from sentibyte_train.networks.teacher import WRITTEN_OUT, Teacher, buckets  # noqa: E402
from sentibyte_train.training import loop  # noqa: E402
from sentibyte_train.training.side_by_side import Place  # noqa: E402
from sentibyte_train.training.teacher import predict  # noqa: E402
from sentibyte_train.training.trained import Trained  # noqa: E402

VOCABULARY = 50


def teacher() -> Teacher:
    torch.manual_seed(3)
    net = Teacher(VOCABULARY, positions=200, width=32, inner=48, heads=4, blocks=3)
    net.near.weight.data.mul_(3)
    return net.eval()


def test_buckets_are_exact_near_by_and_logarithmic_far_away():
    found = buckets(300)
    assert found[10, :11].tolist() == [8, 8, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    assert found[0, :9].tolist() == [0, 17, 18, 19, 20, 21, 22, 23, 24]
    assert (found[200, 0].item(), found[0, 200].item(), found.max().item()) == (15, 31, 31)


def test_padding_changes_nothing():
    net = teacher()
    ids = torch.randint(1, VOCABULARY + 1, (1, 9))
    padded = torch.cat([ids, torch.zeros(1, 6, dtype=torch.long)], 1)
    for alone, beside in zip(net(ids), net(padded), strict=True):
        assert torch.allclose(alone, beside, atol=1e-5)


def test_both_ways_to_attend_give_the_same(monkeypatch):
    net = teacher()
    ids = torch.randint(1, VOCABULARY + 1, (2, WRITTEN_OUT))
    written = net(ids)
    monkeypatch.setattr("sentibyte_train.networks.teacher.WRITTEN_OUT", 0)
    for one, other in zip(written, net(ids), strict=True):
        assert torch.allclose(one, other, atol=1e-5)


def test_a_texts_outputs_do_not_depend_on_its_batch():
    net = teacher()
    ids = [np.random.default_rng(n).integers(1, VOCABULARY + 1, 3 + n).astype(np.int32) for n in range(20)]
    together = predict(net, ids)
    assert np.allclose(together, np.concatenate([predict(net, [one]) for one in ids]), atol=1e-5)
    assert np.abs(together[:, 3]).max() <= 1


def test_frozen_parts_get_no_gradient():
    net = teacher()
    net.freeze(2)
    sum(part.sum() for part in net(torch.randint(1, VOCABULARY, (2, 5)))).backward()
    trained = {name for name, value in net.named_parameters() if value.grad is not None}
    assert trained == {name for name, _ in net.named_parameters() if name.startswith(("blocks.2", "head"))}


class Sink(loop.Course):
    """Pulls one number down by steps that bfloat16 cannot tell from none."""

    def __init__(self, net: torch.nn.Module, steps: int) -> None:
        self.net, self.seen = net, []
        self.timetable = loop.Timetable(steps, 1e-4, warmup=1, blend_every=1, show_every=1000, save_every=10)

    def loss(self, step: int) -> torch.Tensor:
        self.seen.append(step)
        return self.net.weight.sum()

    def blend(self, step: int) -> float:
        return 1.0


def sink(kept, kind=torch.bfloat16, course: str = "sink") -> tuple[torch.nn.Module, Trained]:
    net = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.ones_(net.weight)
    return net, Trained(net, kind, lambda name, value: True, 0.0, kept, course)


@pytest.mark.parametrize("kind", [torch.bfloat16, torch.float32])
def test_small_steps_add_up_whatever_the_network_runs_in(tmp_path, kind):
    net, trained = sink(tmp_path / "a.ckpt", kind)
    loop.train(Sink(net, 200), net, trained, Place())
    assert net.weight.dtype == kind
    moved = 1 - trained.full["weight"].item()
    assert 0.5e-4 * 200 * 0.9 < moved < 1e-4 * 200
    assert abs(net.weight.item() - trained.full["weight"].item()) < 2**-8
    assert torch.equal(trained.average["weight"], trained.full["weight"].detach())


def test_an_interrupted_training_ends_where_a_whole_one_does(tmp_path):
    net, trained = sink(tmp_path / "whole.ckpt")
    loop.train(Sink(net, 40), net, trained, Place())

    class Interrupted(Sink):
        def passed(self, step: int) -> None:
            if step == 24:
                raise KeyboardInterrupt

    again, half = sink(tmp_path / "half.ckpt")
    with pytest.raises(KeyboardInterrupt):
        loop.train(Interrupted(again, 40), again, half, Place())
    again, rest = sink(tmp_path / "half.ckpt")
    course = Sink(again, 40)
    loop.train(course, again, rest, Place())
    assert course.seen == list(range(20, 40))
    assert torch.equal(rest.full["weight"], trained.full["weight"])
    assert torch.equal(again.weight, net.weight)


def test_a_checkpoint_of_another_course_is_refused(tmp_path):
    sink(tmp_path / "a.ckpt")[1].save(1)
    with pytest.raises(DataError, match=r"a\.ckpt: of another training \(sink\)"):
        sink(tmp_path / "a.ckpt", course="other")


def test_the_rate_rises_then_falls():
    plan = loop.Timetable(100, 2.0, warmup=10, blend_every=1, show_every=1, save_every=1)
    rates = [plan.rate_at(step) for step in range(100)]
    assert rates[0] == 0.2
    assert rates[9] == rates[10] == max(rates) == 2.0
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert 0.04 <= rates[-1] < 0.05
