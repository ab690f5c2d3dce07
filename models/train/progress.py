"""How far a training has come: its weights, their running average and its optimizer, kept on disk to go on from."""

from pathlib import Path

import torch
from torch import nn

from device import DEVICE


class Progress:
    """Goes on from `kept` where there is such a file."""

    def __init__(self, net: nn.Module, optimizer: torch.optim.Optimizer, kept: Path) -> None:
        self.net, self.optimizer, self.kept = net, optimizer, kept
        self.step = 0
        self.average = {name: value.detach().clone() for name, value in self._trained()}
        if kept.exists():
            saved = torch.load(kept, map_location=DEVICE)
            self.step, self.average = saved["step"], saved["average"]
            net.load_state_dict(saved["net"])
            optimizer.load_state_dict(saved["optimizer"])
            print(f"going on from step {self.step}", flush=True)

    @torch.no_grad()
    def blend(self, share: float) -> None:
        """Moves the average by a share of its way to the weights of now."""
        for name, value in self._trained():
            self.average[name].lerp_(value, share)

    @torch.no_grad()
    def restart(self, part: str) -> None:
        """The average of this part of the network is its weights of now."""
        for name, value in self._trained():
            if name.startswith(part):
                self.average[name].copy_(value)

    def save(self, step: int) -> None:
        torch.save({"step": step, "net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(),
                    "average": self.average}, self.kept)

    def _trained(self):
        return ((name, value) for name, value in self.net.named_parameters() if value.requires_grad)
