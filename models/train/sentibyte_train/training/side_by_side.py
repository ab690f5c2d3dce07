"""Data-parallel training on a CPU: a process a core, each with batches of its own, their gradients averaged.

Two threads of one process wait for one another after every small matrix; two processes wait once a step.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.distributed
from torch import nn


@dataclass(frozen=True)
class Place:
    """Which of how many processes this one is. The first one reports and saves."""

    number: int = 0
    count: int = 1

    @property
    def first(self) -> bool:
        return self.number == 0

    @torch.no_grad()
    def agree(self, net: nn.Module) -> None:
        """Every process goes on with the first one's parameters."""
        if self.count > 1:
            for parameter in net.parameters():
                torch.distributed.broadcast(parameter.data, 0)

    @torch.no_grad()
    def average_gradients(self, net: nn.Module) -> None:
        if self.count == 1:
            return
        # All parameters, whether or not this process's batch reached them, so that every process sends as much.
        grads = [torch.zeros_like(p) if p.grad is None else p.grad for p in net.parameters()]
        flat = torch.cat([grad.flatten() for grad in grads])
        torch.distributed.all_reduce(flat)
        flat /= self.count
        for parameter, part in zip(net.parameters(), flat.split([grad.numel() for grad in grads]), strict=True):
            parameter.grad = part.view_as(parameter)


def run(work: Callable[..., None], count: int, *arguments) -> None:
    """Calls `work(place, *arguments)` in so many processes of this machine; returns when all are done."""
    if count == 1:
        work(Place(), *arguments)
        return
    with tempfile.TemporaryDirectory() as folder:
        torch.multiprocessing.spawn(_start, (count, folder, work, arguments), nprocs=count)


def _start(number: int, count: int, folder: str, work: Callable[..., None], arguments: tuple) -> None:
    torch.set_num_threads(max(1, len(os.sched_getaffinity(0)) // count))
    os.environ["GLOO_SOCKET_IFNAME"] = "lo"  # nothing leaves the machine
    store = torch.distributed.FileStore(os.path.join(folder, "meeting-place"), count)
    torch.distributed.init_process_group("gloo", store=store, rank=number, world_size=count)
    work(Place(number, count), *arguments)
    torch.distributed.destroy_process_group()
