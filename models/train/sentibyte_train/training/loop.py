"""The one loop that trains: steps, the rate's rise and fall, the running average, checkpoints, what is printed."""

import math
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass

import torch

from sentibyte_train.training.side_by_side import Place
from sentibyte_train.training.trained import Trained

LAST_RATE = 0.02  # of the highest
MEMORY = 0.98  # of the loss that is shown


@dataclass(frozen=True)
class Timetable:
    steps: int
    rate: float  # the highest
    warmup: int  # steps until then
    blend_every: int  # steps between two blends into the average
    show_every: int
    save_every: int

    def rate_at(self, step: int) -> float:
        """Rises in a line, then falls as half a cosine."""
        if step < self.warmup:
            return self.rate * (step + 1) / self.warmup
        done = (step - self.warmup) / max(1, self.steps - self.warmup)
        return self.rate * (LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + math.cos(math.pi * done)))


class Course(ABC):
    """What is trained, and on what."""

    timetable: Timetable

    @abstractmethod
    def loss(self, step: int) -> torch.Tensor:
        """Of the step's batch, by the network in the state that this step trains."""

    @abstractmethod
    def blend(self, step: int) -> float:
        """How far the average moves to the weights of now."""

    def adjust(self, step: int) -> None:  # noqa: B027 - most have nothing to do
        """Changes weights after the optimizer did, before they enter the average."""

    def passed(self, step: int) -> None:  # noqa: B027
        """A step is done with. Told to the first process only."""


def due(step: int, every: int) -> bool:
    return step % every == every - 1


def train(course: Course, net: torch.nn.Module, trained: Trained, place: Place) -> None:
    plan = course.timetable
    started, shown = time.time(), None
    for step in range(trained.step, plan.steps):
        net.train()
        loss = course.loss(step)
        loss.backward()
        place.average_gradients(net)
        trained.update(plan.rate_at(step))
        course.adjust(step)
        if not place.first:
            continue
        now = loss.item()
        shown = now if shown is None else MEMORY * shown + (1 - MEMORY) * now
        if due(step, plan.blend_every):
            trained.blend(course.blend(step))
        if due(step, plan.show_every):
            print(f"step {step + 1}/{plan.steps} loss {shown:.3f} {time.time() - started:.0f} s", flush=True)
        course.passed(step)
        if due(step, plan.save_every) or step == plan.steps - 1:
            trained.save(step + 1)
