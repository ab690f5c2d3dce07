"""The weights that a training moves: their full precision, their optimizer, their running average, and all of it on disk."""

from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn

from sentibyte_train.errors import DataError
from sentibyte_train.networks.device import DEVICE

BETAS = (0.9, 0.98)
LARGEST_GRADIENT = 1.0  # its norm, over all weights


class Trained:
    """Goes on from `kept` where there is such a file of the same course.

    A network that runs in bfloat16 is trained by float32 copies of its weights: a step of this rate is smaller than what
    bfloat16 can tell apart. A network in float32 is trained in place.
    """

    def __init__(self, net: nn.Module, runs_in: torch.dtype, decayed: Callable[[str, nn.Parameter], bool], decay: float,
                 kept: Path, course: str) -> None:
        self.kept, self.course, self.step = kept, course, 0
        self.live = {name: value for name, value in net.named_parameters() if value.requires_grad}
        own = runs_in != torch.float32
        self.full = {name: value.detach().clone().requires_grad_(True) if own else value
                     for name, value in self.live.items()}
        net.to(runs_in)
        self.average = {name: value.detach().clone() for name, value in self.full.items()}
        parts: dict[bool, list[nn.Parameter]] = {True: [], False: []}
        for name, value in self.full.items():
            parts[decayed(name, value)].append(value)
        self.optimizer = torch.optim.AdamW(
            [{"params": parts[True], "weight_decay": decay}, {"params": parts[False], "weight_decay": 0.0}],
            betas=BETAS, fused=True)
        if kept.exists():
            self._go_on()

    @torch.no_grad()
    def _go_on(self) -> None:
        saved = torch.load(self.kept, map_location=DEVICE)
        if saved["course"] != self.course:
            raise DataError(f"{self.kept.name}: of another training ({saved['course']}); remove it to begin anew")
        self.step, self.average = saved["step"], saved["average"]
        self.optimizer.load_state_dict(saved["optimizer"])
        for name, value in saved["full"].items():
            self.full[name].copy_(value)
            self.live[name].copy_(value)
        print(f"going on from step {self.step}", flush=True)

    def update(self, rate: float) -> None:
        """Moves the weights by the gradients of now, and forgets these."""
        for name, live in self.live.items():
            full = self.full[name]
            if full is not live:
                full.grad = None if live.grad is None else live.grad.float()
                live.grad = None
        torch.nn.utils.clip_grad_norm_(self.full.values(), LARGEST_GRADIENT)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        with torch.no_grad():
            for name, live in self.live.items():
                if self.full[name] is not live:
                    live.copy_(self.full[name])

    @torch.no_grad()
    def blend(self, share: float) -> None:
        """Moves the average by a share of its way to the weights of now."""
        for name, value in self.full.items():
            self.average[name].lerp_(value, share)

    @torch.no_grad()
    def restart(self, part: str) -> None:
        """The average of this part of the network is its weights of now."""
        for name, value in self.full.items():
            if name.startswith(part):
                self.average[name].copy_(value)

    def save(self, step: int) -> None:
        fresh = self.kept.with_suffix(".part")
        torch.save({"course": self.course, "step": step, "average": self.average,
                    "full": {name: value.detach() for name, value in self.full.items()},
                    "optimizer": self.optimizer.state_dict()}, fresh)
        fresh.rename(self.kept)
