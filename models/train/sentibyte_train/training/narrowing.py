"""The tensors of a wide student for a narrower one of the same plan: of each value that has fewer columns, the strongest.

A narrower student goes on almost where the wide one stood (models/EXPERIMENTS.md, row 32), as half of the neurons add almost
nothing. What the narrower graph does not have, as a second block, is left out.
"""

import numpy as np

from sentibyte_train.errors import DataError
from sentibyte_train.networks.network import Network, Node

Tensors = dict[str, np.ndarray]


class Narrowing:
    def __init__(self, net: Network, wide: Tensors) -> None:
        self.net, self.wide = net, wide
        self.widths: list[int] = [0] * len(net.values)  # of each value in the wide student
        self.kept: list[np.ndarray] = [np.zeros(0, int)] * len(net.values)  # of its columns
        self.tensors: Tensors = {}

    def run(self) -> Tensors:
        for node in self.net.nodes:
            self.widths[node.output] = self._width(node)
        for node in self.net.nodes:
            self.kept[node.output] = self._columns(node)
            self._take(node)
        return self.tensors

    def _width(self, node: Node) -> int:
        if "weight" in node.tensors:
            return len(self.wide[node.tensors["weight"]])
        if node.operation == "Concat":
            return sum(self.widths[x] for x in node.inputs)
        if node.operation in ("Pool", "Add", "LayerNorm"):
            return self.widths[node.inputs[0]]
        return self.net.values[node.output].width  # must not be narrowed: _take sees to it

    def _columns(self, node: Node) -> np.ndarray:
        """Which columns of the node's value stay."""
        width, left = self.widths[node.output], self.net.values[node.output].width
        if "weight" in node.tensors and left < width:
            rows = self.wide[node.tensors["weight"]].reshape(width, -1)
            strength = np.square(rows).sum(1) * self._read(node.output)
            return np.sort(np.argsort(-strength, kind="stable")[:left])
        if node.operation == "Pool":
            return self.kept[node.inputs[0]]
        if node.operation == "Concat":
            starts = np.cumsum([0, *(self.widths[x] for x in node.inputs)])
            return np.concatenate([start + self.kept[x] for start, x in zip(starts, node.inputs, strict=False)])
        return np.arange(width)

    def _read(self, value: int) -> np.ndarray:
        """How strongly each column of a value is read: the sum of the squares of the weights that it meets."""
        total = np.zeros(self.widths[value])
        for node in self.net.nodes:
            if value not in node.inputs:
                continue
            if "weight" in node.tensors:
                total += np.square(self.wide[node.tensors["weight"]]).reshape(-1, self.widths[value]).sum(0)
            elif node.operation == "Pool":
                total += self._read(node.output)
            elif node.operation == "Concat":
                start = sum(self.widths[x] for x in node.inputs[: node.inputs.index(value)])
                total += self._read(node.output)[start : start + self.widths[value]]
        return total

    def _take(self, node: Node) -> None:
        for field, name in node.tensors.items():
            tensor = self.wide[name]
            if "weight" in node.tensors:
                tensor = tensor[self.kept[node.output]]
                if field == "weight":
                    tensor = tensor[..., self.kept[node.inputs[0]]]
            if tensor.shape != tuple(self.net.tensors[name].shape):
                raise DataError(f"{name}: {tensor.shape} does not fit a plan of {tuple(self.net.tensors[name].shape)}")
            self.tensors[name] = tensor


def narrowed(net: Network, wide: Tensors) -> Tensors:
    """The tensors of `net`, taken from `wide`; the very ones where the shapes are the same."""
    if missing := sorted(set(net.tensors) - set(wide)):
        raise DataError(f"{missing[0]}: the blob does not have it")
    return Narrowing(net, wide).run()
