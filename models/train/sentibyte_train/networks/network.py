"""A student as the blob describes it: a list of nodes over values and tensors, run by PyTorch.

What is trained is what is exported: `Network` holds the very graph that the export command writes, and runs each operation with
the arithmetic of the engine (float, or with `quantized` set, the kernels' int8 by way of fake_quant).
Values carry a batch axis and, where they are sequences, a padded time axis; `mask` tells tokens from padding.
"""

import math
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import nn

from sentibyte_train.networks import fake_quant
from sentibyte_train.networks.dropout import dropout

FUNCTIONS = {"None": lambda x: x, "Relu": F.relu, "Gelu": F.gelu, "Tanh": torch.tanh}
#: Operations whose first input an integer kernel reads.
INTEGER = {"Dense", "Conv1d", "SimpleRnn", "Gru"}


def ngram_bucket(window: list[torch.Tensor], function: int, buckets: int) -> torch.Tensor:
    """The bucket of each n-gram, as engine/kernels/embedding/embedding.h defines it (uint32 arithmetic)."""
    full = 0xFFFFFFFF
    h = torch.full_like(window[0], (0x811C9DC5 + 0x9E3779B9 * len(window) + 0x85EBCA6B * function) & full)
    for ids in window:
        h = ((h ^ ids) * 0x01000193) & full
        h = h ^ (h >> 15)
    h = (h * 0xC2B2AE35) & full
    return (h ^ (h >> 16)) & (buckets - 1)


@dataclass
class Value:
    name: str
    sequence: bool
    width: int


@dataclass
class Node:
    operation: str
    inputs: list[int]
    output: int
    tensors: dict[str, str]  # field of the operation -> name of a tensor
    settings: dict = field(default_factory=dict)


class Network(nn.Module):
    def __init__(self, name: str, family: str, longest: int, dropout: float = 0.05) -> None:
        super().__init__()
        self.name, self.family, self.longest, self.dropout = name, family, longest, dropout
        self.tensors = nn.ParameterDict()
        self.bits: dict[str, int] = {}  # of the tensors that are stored as integers
        self.values: list[Value] = []
        self.nodes: list[Node] = []
        self.ranges = nn.ParameterDict()  # value -> (low, high)
        self.quantized = False
        self.calibrating = False

    # --- Building ---

    def tensor(self, name: str, shape: tuple[int, ...], bits: int | None, std: float | None = None) -> str:
        if len(shape) == 1:
            start = torch.zeros(shape)
        else:
            start = torch.randn(shape) * (std if std is not None else 1 / math.sqrt(math.prod(shape[1:])))
        self.tensors[name] = nn.Parameter(start)
        if bits is not None:
            self.bits[name] = bits
        return name

    def node(self, operation: str, inputs: list[int], sequence: bool, width: int, tensors: dict[str, str],
             **settings) -> int:
        output = len(self.values)
        self.values.append(Value(f"{operation.lower()}{output}", sequence, width))
        self.nodes.append(Node(operation, inputs, output, tensors, settings))
        if operation in INTEGER and str(inputs[0]) not in self.ranges:
            self.ranges[str(inputs[0])] = nn.Parameter(torch.tensor([-1.0, 1.0]))
        return output

    def dense(self, name: str, x: int, out: int, bits: int, function: str = "None", std: float | None = None) -> int:
        value = self.values[x]
        return self.node("Dense", [x], value.sequence, out, {
            "weight": self.tensor(name + "_weight", (out, value.width), bits, std),
            "bias": self.tensor(name + "_bias", (out,), None)}, function=function)

    def conv(self, name: str, x: int, out: int, kernel: int, bits: int) -> int:
        return self.node("Conv1d", [x], True, out, {
            "weight": self.tensor(name + "_weight", (out, kernel, self.values[x].width), bits),
            "bias": self.tensor(name + "_bias", (out,), None)}, function="Relu")

    def layer_norm(self, name: str, x: int) -> int:
        value = self.values[x]
        tensors = {"gamma": self.tensor(name + "_gamma", (value.width,), None),
                   "beta": self.tensor(name + "_beta", (value.width,), None)}
        with torch.no_grad():
            self.tensors[tensors["gamma"]].fill_(1.0)
        return self.node("LayerNorm", [x], value.sequence, value.width, tensors, epsilon=1e-5)

    def add(self, a: int, b: int) -> int:
        return self.node("Add", [a, b], self.values[a].sequence, self.values[a].width, {})

    def pool(self, x: int, kind: str, weights: int | None = None) -> int:
        return self.node("Pool", [x] if weights is None else [x, weights], False, self.values[x].width, {}, kind=kind)

    def concat(self, *xs: int) -> int:
        return self.node("Concat", list(xs), self.values[xs[0]].sequence, sum(self.values[x].width for x in xs), {})

    def finish(self, logits: int, score: int) -> None:
        self.logits, self.score = logits, score

    def multiply_adds(self, tokens: int) -> int:
        """Of a text of so many tokens, in matrices and attention: what its time is spent on."""
        total = 0
        for node in self.nodes:
            value = self.values[node.output]
            rows = tokens if value.sequence else 1
            if node.operation in INTEGER:
                total += rows * sum(self.tensors[name].numel() for name in node.tensors.values()
                                    if self.tensors[name].dim() > 1)
            elif node.operation == "SelfAttention":
                total += 2 * rows * rows * value.width
        return total

    # --- Running ---

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        values: list[torch.Tensor | None] = [None] * len(self.values)
        for node in self.nodes:
            inputs = [values[i] for i in node.inputs]
            if node.operation in INTEGER:
                inputs[0] = self._activation(str(node.inputs[0]), inputs[0], mask)
            run = getattr(self, "_" + node.operation)
            values[node.output] = run(node, ids, mask, *inputs)
        return values[self.logits].float(), torch.tanh(values[self.score].float().squeeze(-1))

    def _activation(self, name: str, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        if self.calibrating:
            seen = x.detach().float()
            seen = seen[mask] if seen.dim() == 3 else seen
            flat = seen.flatten()
            flat = flat[torch.randint(0, len(flat), (20_000,), device=flat.device)]
            now = torch.stack([torch.quantile(flat, 0.0004), torch.quantile(flat, 0.9996)])
            self.ranges[name].data.lerp_(now, 0.1)
        if not self.quantized:
            return x
        low, high = self.ranges[name]
        return fake_quant.activation(x, low, high)

    @torch.no_grad()
    def settle(self, share: float) -> None:
        """Moves every weight that is stored as an integer by a share of its way to the number that the blob will hold."""
        for name, bits in self.bits.items():
            tensor = self.tensors[name]
            tensor.lerp_(fake_quant.weight(tensor, bits), share)

    def _get(self, node: Node, part: str) -> torch.Tensor:
        name = node.tensors[part]
        tensor = self.tensors[name]
        return fake_quant.weight(tensor, self.bits[name]) if self.quantized and name in self.bits else tensor

    def _rows(self, name: str, ids: torch.Tensor) -> torch.Tensor:
        rows = F.embedding(ids, self.tensors[name])
        if self.quantized and name in self.bits:
            rows = fake_quant.weight(rows.flatten(0, -2), self.bits[name]).view_as(rows)
        return rows

    def _Embedding(self, node: Node, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self._rows(node.tensors["pieces"], ids)
        if "positions" in node.tensors:
            x = x + self._rows(node.tensors["positions"], torch.arange(ids.shape[1], device=ids.device))
        return dropout(x, self.dropout, self.training)

    def _HashedNgrams(self, node: Node, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        buckets = self.tensors[node.tensors["rows"]].shape[0]
        total = 0
        for order in node.settings["orders"]:
            for number in range(node.settings["hashes"]):
                window = [F.pad(ids, (order - 1 - k, 0))[:, : ids.shape[1]] for k in range(order)]
                rows = self._rows(node.tensors["rows"], ngram_bucket(window, number, buckets))
                there = torch.arange(ids.shape[1], device=ids.device) >= order - 1
                total = total + rows * there[None, :, None]
        return total

    def _Dense(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        y = F.linear(x, self._get(node, "weight"), self.tensors[node.tensors["bias"]])
        return FUNCTIONS[node.settings["function"]](y)

    def _Conv1d(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        weight = self._get(node, "weight").transpose(1, 2)
        x = (x * mask.unsqueeze(-1)).transpose(1, 2)
        y = F.conv1d(x, weight, self.tensors[node.tensors["bias"]], padding=weight.shape[2] // 2).transpose(1, 2)
        return FUNCTIONS[node.settings["function"]](y)

    def _SimpleRnn(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        weights = [self._get(node, "input"), self._get(node, "recurrent"), self.tensors[node.tensors["bias"]],
                   torch.zeros_like(self.tensors[node.tensors["bias"]])]
        start = x.new_zeros(1, x.shape[0], weights[0].shape[0], dtype=torch.float32)
        with torch.autocast(x.device.type, enabled=False):
            return torch._VF.rnn_tanh(x.float(), start, weights, True, 1, 0.0, self.training, False, True)[0]

    def _Gru(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        weights = [self._get(node, "input"), self._get(node, "recurrent"),
                   self.tensors[node.tensors["input_bias"]], self.tensors[node.tensors["recurrent_bias"]]]
        start = x.new_zeros(1, x.shape[0], weights[1].shape[1], dtype=torch.float32)
        with torch.autocast(x.device.type, enabled=False):
            return torch._VF.gru(x.float(), start, weights, True, 1, 0.0, self.training, False, True)[0]

    def _SelfAttention(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        batch, time, width = x.shape
        q, k, v = x.view(batch, time, 3, node.settings["heads"], -1).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        return y.transpose(1, 2).reshape(batch, time, width // 3)

    def _LayerNorm(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        gamma, beta = self.tensors[node.tensors["gamma"]], self.tensors[node.tensors["beta"]]
        return F.layer_norm(x.float(), gamma.shape, gamma, beta, node.settings["epsilon"])

    def _Add(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        return a + dropout(b, self.dropout, self.training)

    def _Concat(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, *xs: torch.Tensor) -> torch.Tensor:
        return torch.cat([x.float() for x in xs], dim=-1)

    def _Pool(self, node: Node, ids: torch.Tensor, mask: torch.Tensor, x: torch.Tensor,
              weights: torch.Tensor | None = None) -> torch.Tensor:
        x = x.float()
        kind = node.settings["kind"]
        if kind == "Mean":
            share = mask.unsqueeze(-1).float()
            return (x * share).sum(1) / share.sum(1)
        if kind == "Max":
            return x.masked_fill(~mask.unsqueeze(-1), -1e9).amax(1)
        if kind == "Last":
            return x[torch.arange(len(x), device=x.device), mask.sum(1) - 1]
        share = weights.float().masked_fill(~mask.unsqueeze(-1), -1e9).softmax(1)
        return (x * share).sum(1)
