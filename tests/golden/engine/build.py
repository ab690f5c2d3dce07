"""Small models with random weights: float graphs, and their quantized copies."""

import copy

import numpy as np
from reference import Reference

from sentibyte_train.blob.writer import ModelWriter


class Graph(ModelWriter):
    """A ModelWriter with a line for each layer. Values are named by their index and returned as such."""

    def begin(self, seed):
        self.random = np.random.default_rng(seed)
        return self

    def weight(self, name, *shape):
        bound = 1.5 / np.sqrt(np.prod(shape[1:]) or 1)
        return self.add_tensor(name, self.random.normal(0, bound, shape).astype(np.float32))

    def bias(self, name, size):
        return self.add_tensor(name, self.random.normal(0, 0.3, size).astype(np.float32))

    def value(self, width, sequence=True):
        return self.add_value(f"v{len(self.values)}", width, sequence=sequence)

    def width(self, value):
        return self.values[value]["width"]

    def make(self, operation, inputs, width, sequence, **fields):
        output = self.value(width, sequence)
        self.add_node(operation, inputs, output=output, **fields)
        return output

    def embedding(self, rows, width, positions=False):
        fields = {"pieces": self.add_tensor("pieces", self.random.normal(0, 1, (rows, width)).astype(np.float32))}
        if positions:
            fields["positions"] = self.weight("positions", self.longest, width)
        return self.make("Embedding", [], width, True, **fields)

    def ngrams(self, buckets, width, orders=(2, 3), hashes=2):
        rows = self.add_tensor("ngrams", self.random.normal(0, 0.5, (buckets, width)).astype(np.float32))
        return self.make("HashedNgrams", [], width, True, rows=rows, orders=orders, hashes=hashes)

    def dense(self, x, width, function="None", name="dense", bias=True):
        weight = self.weight(name, width, self.width(x))
        fields = {"bias": self.bias(f"{name}.bias", width)} if bias else {}
        return self.make("Dense", [x], width, self.values[x]["sequence"], weight=weight, function=function, **fields)

    def conv(self, x, width, size, function="Relu"):
        weight = self.weight("conv", width, size, self.width(x))
        return self.make("Conv1d", [x], width, True, weight=weight, bias=self.bias("conv.bias", width),
                         function=function)

    def rnn(self, x, hidden, reverse=False):
        return self.make("SimpleRnn", [x], hidden, True, input=self.weight("rnn.input", hidden, self.width(x)),
                         recurrent=self.weight("rnn.recurrent", hidden, hidden), bias=self.bias("rnn.bias", hidden),
                         reverse=reverse)

    def gru(self, x, hidden, reverse=False):
        return self.make("Gru", [x], hidden, True, input=self.weight("gru.input", 3 * hidden, self.width(x)),
                         recurrent=self.weight("gru.recurrent", 3 * hidden, hidden),
                         input_bias=self.bias("gru.input_bias", 3 * hidden),
                         recurrent_bias=self.bias("gru.recurrent_bias", 3 * hidden), reverse=reverse)

    def attention(self, qkv, heads):
        return self.make("SelfAttention", [qkv], self.width(qkv) // 3, True, heads=heads)

    def norm(self, x):
        width = self.width(x)
        gamma = self.add_tensor("gamma", self.random.normal(1, 0.1, width).astype(np.float32))
        return self.make("LayerNorm", [x], width, self.values[x]["sequence"], gamma=gamma,
                         beta=self.bias("beta", width))

    def add(self, a, b):
        return self.make("Add", [a, b], self.width(a), self.values[a]["sequence"])

    def concat(self, *inputs):
        return self.make("Concat", inputs, sum(map(self.width, inputs)), self.values[inputs[0]]["sequence"])

    def pool(self, x, kind, scores=None):
        return self.make("Pool", [x] if scores is None else [x, scores], self.width(x), False, kind=kind)


MATRICES = {"Dense": ["weight"], "Conv1d": ["weight"], "SimpleRnn": ["input", "recurrent"],
            "Gru": ["input", "recurrent"], "Embedding": ["pieces", "positions"], "HashedNgrams": ["rows"]}


def calibrate(model, texts):
    """Records the range of every value over `texts`."""
    reference = Reference(model)
    low, high = np.zeros(len(model.values)), np.zeros(len(model.values))
    for ids in texts:
        reference.run(ids)
        for index, value in enumerate(reference.values):
            low[index] = min(low[index], float(value.min()))
            high[index] = max(high[index], float(value.max()))
    for value, bottom, top in zip(model.values, low, high):
        value["range"] = (bottom, max(top, bottom + 1e-3))


def quantize(model, *, bits=8, rows_bits=8, asymmetric=False, sparse=False, per_tensor=False, keep=()):
    """A copy with Coded weights: one scale per row (or one per tensor), u7 activations from the recorded ranges.
    `bits` may be a list that the matrices take in turn. Tensors named in `keep` stay Real."""
    out = copy.deepcopy(model)
    turns = [bits] if isinstance(bits, int) else list(bits)
    done = 0
    for node in out.nodes:
        for field in MATRICES.get(node["operation"], []):
            index = node["fields"].get(field, -1)
            if index < 0 or out.tensors[index]["name"] in keep:
                continue
            is_rows = node["operation"] in ("Embedding", "HashedNgrams")
            width = rows_bits if is_rows else turns[done % len(turns)]
            done += not is_rows
            quantize_tensor(out, index, width, asymmetric and not is_rows, sparse, per_tensor)
    for value in out.values:
        low, high = value["range"]
        scale = np.float32((high - low) / 127)
        value["activation"] = (scale, int(np.clip(np.round(-low / scale), 0, 127)))
    return out


def quantize_tensor(model, index, bits, asymmetric, sparse, per_tensor):
    tensor = model.tensors[index]
    array = tensor["array"]
    rows = array.reshape(1 if per_tensor else array.shape[0], -1)
    if sparse:
        rows = np.where(np.abs(rows) < np.quantile(np.abs(rows), 0.6), 0, rows)
    top = (1 << (bits - 1)) - 1
    if asymmetric:
        low, high = np.minimum(rows.min(1), 0), np.maximum(rows.max(1), 0)
        scales = ((high - low) / (2 * top + 1)).astype(np.float32)
        zero_points = np.clip(np.round(-top - 1 - low / scales), -top - 1, top)
    else:
        scales = (np.abs(rows).max(1) / top).astype(np.float32)
        zero_points = None
    q = np.round(rows / scales[:, None]) + (0 if zero_points is None else zero_points[:, None])
    q = np.clip(q, -top - (1 if asymmetric else 0), top).astype(np.int8).reshape(array.shape)
    kept = model.tensors
    model.tensors = []
    model.add_tensor(tensor["name"], q, bits=bits, scales=scales, zero_points=zero_points, sparse=sparse)
    kept[index] = model.tensors[0]
    model.tensors = kept
