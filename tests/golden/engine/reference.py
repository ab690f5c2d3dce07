"""What a model means, in PyTorch: runs the graph of a ModelWriter without sharing a line with the engine.

Float32 layers are PyTorch's own modules. A layer with Coded weights follows the integer arithmetic to the letter:
u7 activations, an exact integer sum, then float32 operations in the engine's order.
"""

import numpy as np
import torch
import torch.nn.functional as F

FUNCTIONS = {"None": lambda x: x, "Relu": torch.relu, "Gelu": F.gelu, "Tanh": torch.tanh}
WEIGHTS = {"Dense": "weight", "Conv1d": "weight", "SimpleRnn": "input", "Gru": "input"}


def horner(x, *terms):
    y = torch.full_like(x, terms[-1])
    for term in reversed(terms[:-1]):
        y = y * x + term
    return y


def gelu_of_integers(x):
    """What engine/kernels/vector/math.h defines for integer sums: within 7e-4 of GELU."""
    t = x.abs().clamp(max=3.4)
    return torch.relu(x) - t * horner(t, 0.5102351157910108, -0.44471900768176514, 0.05666151983289488,
                                      0.05536235527159387, -0.021109897829227123, 0.0021833950491767463)


def attention_of_integers(q, k, v):
    """One head as engine/kernels/attention defines it: queries in 7 bits, keys, values and weights in 8, 8 and 7."""
    columns = lambda x: x.abs().max(0).values
    scaled = q * (columns(k) * np.float32(1 / 127))
    largest = scaled.abs().max(1, keepdim=True).values
    queries = torch.round(scaled * (63 / largest))
    scores = queries @ torch.round(k * (127 / columns(k))).T
    step = largest * float(np.float32(1.44269504) / np.sqrt(np.float32(q.shape[1])) / np.float32(63))
    power = ((scores - scores.max(1, keepdim=True).values) * step).clamp(min=-60)
    whole = torch.round(power)
    weights = torch.round(torch.ldexp(horner(power - whole, 127.0563, 89.33797, 30.28028), whole))
    sums = weights @ torch.round(v * (127 / columns(v)))
    return sums * (columns(v) * np.float32(1 / 127)) * (1 / weights.sum(1, keepdim=True))


def hash_ngram(ids, function, buckets):
    """As engine/kernels/embedding/embedding.h defines it, in 32-bit unsigned arithmetic."""
    mask = 0xFFFFFFFF
    h = (0x811C9DC5 + 0x9E3779B9 * len(ids) + 0x85EBCA6B * function) & mask
    for number in ids:
        h = ((h ^ number) * 0x01000193) & mask
        h ^= h >> 15
    h = (h * 0xC2B2AE35) & mask
    h ^= h >> 16
    return h & (buckets - 1)


class Reference:
    """Evaluates a model on one text; `values` holds every value, float32, after a run."""

    def __init__(self, model):
        self.model = model

    # --- Tensors --------------------------------------------------------------------------------------------

    def per_row(self, tensor, name):
        numbers = tensor[name]
        shape = (-1,) + (1,) * (len(tensor["shape"]) - 1)
        return torch.from_numpy(np.asarray(numbers)).reshape(shape)

    def is_integer(self, index):
        return self.model.tensors[index]["integer"]

    def integers(self, index):
        """Stored integers less their zero point."""
        tensor = self.model.tensors[index]
        q = torch.from_numpy(tensor["array"].astype(np.int64))
        return q if tensor["zero_points"] is None else q - self.per_row(tensor, "zero_points").long()

    def real(self, index):
        tensor = self.model.tensors[index]
        if not tensor["integer"]:
            return torch.from_numpy(tensor["array"].astype(np.float32))
        return self.integers(index).float() * self.per_row(tensor, "scales")

    def bias(self, index, columns):
        return torch.zeros(columns) if index < 0 else self.real(index)

    # --- Integer arithmetic ---------------------------------------------------------------------------------

    def steps(self, x, value):
        """u7 steps of `x` from the zero point of `value`."""
        scale, zero_point = self.model.values[value]["activation"]
        inverse = np.float32(1) / np.float32(scale)
        return torch.clamp(torch.round(x * float(inverse)) + zero_point, 0, 127).long() - zero_point

    def product(self, x, value, weight, bias):
        """x W^T + b with W flattened to rows; x is float32, and quantized first where W is Coded."""
        if not self.is_integer(weight):
            return F.linear(x, self.real(weight).flatten(1), bias)
        sums = self.steps(x, value) @ self.integers(weight).flatten(1).T
        scale = np.float32(self.model.values[value]["activation"][0])
        scales = torch.from_numpy(scale * self.model.tensors[weight]["scales"])
        return sums.float() * scales + bias

    def function(self, op):
        name = op.get("function", "None")
        return gelu_of_integers if name == "Gelu" and self.is_integer(op["weight"]) else FUNCTIONS[name]

    def has_integers(self):
        return any(self.is_integer(node["fields"][WEIGHTS[node["operation"]]])
                   for node in self.model.nodes if node["operation"] in WEIGHTS)

    # --- Operations -----------------------------------------------------------------------------------------

    def embedding(self, ids, _inputs, op):
        rows = self.real(op["pieces"])[torch.tensor(ids)]
        return rows if op.get("positions", -1) < 0 else rows + self.real(op["positions"])[: len(ids)]

    def hashed_ngrams(self, ids, _inputs, op):
        rows = self.real(op["rows"])
        out = torch.zeros(len(ids), rows.shape[1])
        for t in range(len(ids)):
            for order in op["orders"]:
                if t + 1 < order:
                    continue
                for function in range(op.get("hashes", 1)):
                    out[t] += rows[hash_ngram(ids[t + 1 - order : t + 1], function, rows.shape[0])]
        return out

    def dense(self, _ids, inputs, op):
        weight = op["weight"]
        bias = self.bias(op.get("bias", -1), self.model.tensors[weight]["shape"][0])
        x = self.values[inputs[0]]
        return self.function(op)(self.product(x, inputs[0], weight, bias))

    def conv1d(self, _ids, inputs, op):
        out, size, width = self.model.tensors[op["weight"]]["shape"]
        x = self.values[inputs[0]]
        bias = self.bias(op.get("bias", -1), out)
        if not self.is_integer(op["weight"]):
            weight = self.real(op["weight"]).permute(0, 2, 1)
            y = F.conv1d(x.T[None], weight, bias, padding=size // 2)[0].T
        else:
            padded = F.pad(x, (0, 0, size // 2, size // 2))
            windows = torch.stack([padded[t : t + size].reshape(-1) for t in range(len(x))])
            y = self.product(windows, inputs[0], op["weight"], bias)
        return self.function(op)(y)

    def simple_rnn(self, _ids, inputs, op):
        return self.recurrent(inputs, op, torch.nn.RNN, op.get("bias", -1), -1,
                              lambda wx, uh, h: torch.tanh(wx + uh))

    def gru(self, _ids, inputs, op):
        def step(wx, uh, h):
            xr, xz, xn = wx.chunk(3)
            hr, hz, hn = uh.chunk(3)
            update = torch.sigmoid(xz + hz)
            return (1 - update) * torch.tanh(xn + torch.sigmoid(xr + hr) * hn) + update * h

        return self.recurrent(inputs, op, torch.nn.GRU, op["input_bias"], op["recurrent_bias"], step)

    def recurrent(self, inputs, op, module, input_bias, recurrent_bias, step):
        x = self.values[inputs[0]]
        gates, hidden = self.model.tensors[op["recurrent"]]["shape"]
        first, second = self.bias(input_bias, gates), self.bias(recurrent_bias, gates)
        if op.get("reverse"):
            x = x.flip(0)
        if not self.is_integer(op["input"]):
            layer = module(x.shape[1], hidden)
            state = {"weight_ih_l0": self.real(op["input"]), "weight_hh_l0": self.real(op["recurrent"]),
                     "bias_ih_l0": first, "bias_hh_l0": second}
            layer.load_state_dict(state)
            y = layer(x[:, None])[0][:, 0]
        else:
            sums = self.product(x, inputs[0], op["input"], first)
            h, rows = torch.zeros(hidden), []
            for wx in sums:
                h = step(wx, self.product(h, self.output, op["recurrent"], second), h)
                rows.append(h)
            y = torch.stack(rows)
        return y.flip(0) if op.get("reverse") else y

    def self_attention(self, _ids, inputs, op):
        x = self.values[inputs[0]]
        q, k, v = (part.reshape(len(x), op["heads"], -1).transpose(0, 1) for part in x.chunk(3, dim=1))
        if self.has_integers():
            heads = torch.stack([attention_of_integers(*head) for head in zip(q, k, v)])
        else:
            heads = F.scaled_dot_product_attention(q, k, v)
        return heads.transpose(0, 1).reshape(len(x), -1)

    def layer_norm(self, _ids, inputs, op):
        gamma, beta = self.real(op["gamma"]), self.real(op["beta"])
        return F.layer_norm(self.values[inputs[0]], gamma.shape, gamma, beta, op.get("epsilon", 1e-5))

    def add(self, _ids, inputs, _op):
        return self.values[inputs[0]] + self.values[inputs[1]]

    def concat(self, _ids, inputs, _op):
        return torch.cat([self.values[i] for i in inputs], dim=-1)

    def pool(self, _ids, inputs, op):
        x = self.values[inputs[0]]
        if op["kind"] == "Attention":
            return (torch.softmax(self.values[inputs[1]], dim=0) * x).sum(0)
        return {"Mean": lambda: x.mean(0), "Max": lambda: x.max(0).values, "Last": lambda: x[-1]}[op["kind"]]()

    OPERATIONS = {"Embedding": embedding, "HashedNgrams": hashed_ngrams, "Dense": dense, "Conv1d": conv1d,
                  "SimpleRnn": simple_rnn, "Gru": gru, "SelfAttention": self_attention, "LayerNorm": layer_norm,
                  "Add": add, "Concat": concat, "Pool": pool}

    @torch.no_grad()
    def run(self, ids):
        """Logits and raw score (0 without one) of a text."""
        self.values = [None] * len(self.model.values)
        for node in self.model.nodes:
            self.output = node["output"]
            self.values[self.output] = self.OPERATIONS[node["operation"]](self, ids, node["inputs"], node["fields"])
        out = self.model.output
        score = 0.0 if out["score"] < 0 else float(self.values[out["score"]][0])
        return [float(x) for x in self.values[out["logits"]]] + [score]
