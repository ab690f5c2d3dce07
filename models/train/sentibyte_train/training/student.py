"""How a student is trained: distilled in float, then with the kernels' arithmetic (QAT).

The first part of the steps runs in float; then activation ranges are calibrated and the rest runs with quantized weights
and activations, whose ranges go on learning. What is kept is the running average of the weights.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from sentibyte_train.networks.device import DEVICE, half
from sentibyte_train.networks.families import PLANS, Plan
from sentibyte_train.networks.network import Network
from sentibyte_train.paths import WORK
from sentibyte_train.text.tokenizer import Tokenizer
from sentibyte_train.training import loop
from sentibyte_train.training.batching import batches
from sentibyte_train.training.judge import figures, outputs_of
from sentibyte_train.training.lessons import Lessons
from sentibyte_train.training.side_by_side import Place
from sentibyte_train.training.starts import start_from_blob, start_from_teacher
from sentibyte_train.training.trained import Trained

FLOAT_PART = 0.65  # of the steps, before quantization sets in
CALIBRATION_STEPS = 100
#: At the end of polishing, of the way to its rounded self that a weight goes at each settling. Weights that gradients push
#: to and fro over a rounding border come to rest, and the float model says what the int8 one says.
SETTLE = 0.1
SETTLE_EVERY = 5
LONGEST_LESSON = 256  # pieces; longer texts are learned by windows
ROWS = ("tensors.pieces", "tensors.positions", "tensors.grams")  # looked up, not multiplied
WEIGHT_DECAY = 0.02
WARMUP = 200


@dataclass(frozen=True)
class Choice:
    """What the command line says of one training, beside the plan of families.py."""

    name: str
    seed: int
    epochs: float
    rate: float
    lessons: Path
    start: Path | None  # a float blob to go on from
    keep: float  # of the weights gone on from, mixed into those at the end
    polish: int | None  # so many steps on NAME.pt, quantized from the first

    @property
    def plan(self) -> Plan:
        return PLANS[self.name]

    def said(self, processes: int) -> str:
        """What tells this training from another one, wherever its files lie."""
        return f"{replace(self, lessons=Path(self.lessons.name))} in {processes}"

    @property
    def checkpoint(self) -> Path:
        return WORK / f"{self.name}{'.polish' if self.polish else ''}.ckpt"


class StudentCourse(loop.Course):
    def __init__(self, net: Network, tokenizer: Tokenizer, trained: Trained, lessons: Lessons, choice: Choice,
                 place: Place) -> None:
        self.net, self.tokenizer, self.trained, self.lessons = net, tokenizer, trained, lessons
        self.choice, self.place = choice, place
        self.order = batches_of(choice, lessons)
        steps = choice.polish or len(self.order) // place.count
        self.switch = 0 if choice.polish else int(steps * FLOAT_PART)
        self.rng = np.random.default_rng([choice.seed, place.number])
        self.timetable = loop.Timetable(steps, choice.rate, WARMUP, blend_every=5, show_every=200, save_every=1000)

    def loss(self, step: int) -> torch.Tensor:
        self.net.calibrating = self.switch - CALIBRATION_STEPS <= step < self.switch
        self.net.quantized = step >= self.switch
        batch = self.order[(step * self.place.count + self.place.number) % len(self.order)]
        block = self.lessons.block(batch, self.rng)
        with half():
            logits, score = self.net((block - 1).clamp(min=0), block > 0)
        return self.lessons.loss(torch.from_numpy(batch).to(DEVICE), logits, score)

    def blend(self, step: int) -> float:
        return 0.1 if self.switch <= step <= self.switch + 500 else 0.02

    def adjust(self, step: int) -> None:
        if self.choice.polish and loop.due(step, SETTLE_EVERY):
            self.net.settle(SETTLE * step / self.timetable.steps)
        if step == self.switch - 1:
            self.place.agree(self.net)  # each process has calibrated on texts of its own

    def passed(self, step: int) -> None:
        if step == self.switch - 1:
            # The ranges are averages already; averaged again they would lag behind their calibration.
            self.trained.restart("ranges.")
            torch.save(self.trained.average, WORK / f"{self.choice.name}.float.pt")
            report(self.net, self.trained.average, self.tokenizer, f"{self.choice.name} before quantization", False)


def batches_of(choice: Choice, lessons: Lessons) -> list[np.ndarray]:
    """The batches of all epochs, in order."""
    rng = np.random.default_rng(choice.seed)
    order: list[np.ndarray] = []
    left = choice.epochs
    while left > 0:
        chosen = lessons.draw(choice.plan.share * min(1.0, left), choice.plan.documents, rng)
        order += [chosen[batch] for batch in batches(lessons.lengths[chosen], rng, groups=lessons.groups[chosen])]
        left -= 1
    return order


def begin(choice: Choice) -> tuple[Network, Tokenizer]:
    tokenizer = Tokenizer.load(WORK / f"{choice.plan.vocabulary}.vocab.json")
    net = choice.plan.build(len(tokenizer.pieces))
    if choice.polish:
        net.load_state_dict(torch.load(WORK / f"{choice.name}.pt", map_location="cpu"))
    elif choice.start:
        start_from_blob(net, tokenizer, choice.start)
    else:
        start_from_teacher(net, tokenizer)
    return net.to(DEVICE), tokenizer


def is_matrix(name: str, value: nn.Parameter) -> bool:
    return name.startswith("tensors.") and value.dim() > 1 and name not in ROWS


def train(place: Place, choice: Choice) -> None:
    torch.manual_seed(choice.seed)
    net, tokenizer = begin(choice)
    place.agree(net)
    began = {key: value.detach().clone() for key, value in net.state_dict().items()}
    trained = Trained(net, torch.float32, is_matrix, WEIGHT_DECAY, choice.checkpoint, choice.said(place.count))
    lessons = Lessons(choice.lessons, min(net.longest, LONGEST_LESSON))
    course = StudentCourse(net, tokenizer, trained, lessons, choice, place)
    torch.manual_seed(choice.seed * place.count + place.number)  # from here on each draws its own
    if place.first:
        print(f"{choice.name}: {len(lessons.ids)} texts, {sum(p.numel() for p in net.parameters()) / 1e6:.2f} M weights, "
              f"{course.timetable.steps} steps of {place.count}", flush=True)
    loop.train(course, net, trained, place)
    if place.first:
        # Between two networks of one descent lies one that has learned less by heart (EXPERIMENTS.md, row 20).
        average = {key: value.lerp(began[key], choice.keep) for key, value in trained.average.items()}
        torch.save(average, WORK / f"{choice.name}.pt")
        for quantized in (True, False):
            report(net, average, tokenizer, f"{choice.name} {'int8' if quantized else 'float'}", quantized)


def finished(name: str, weights: str | None = None) -> tuple[Network, Tokenizer]:
    """A student as training left it, or with another file of weights."""
    plan = PLANS[name]
    tokenizer = Tokenizer.load(WORK / f"{plan.vocabulary}.vocab.json")
    net = plan.build(len(tokenizer.pieces)).to(DEVICE)
    net.load_state_dict(torch.load(weights or WORK / f"{name}.pt", map_location=DEVICE))
    return net, tokenizer


def report(net: Network, average: dict[str, torch.Tensor], tokenizer: Tokenizer, title: str, quantized: bool) -> None:
    held = {key: value.clone() for key, value in net.state_dict().items()}
    net.load_state_dict(average)
    net.quantized, net.calibrating = quantized, False
    print(title, figures(lambda texts: outputs_of(net, tokenizer, texts)), flush=True)
    net.load_state_dict(held)
