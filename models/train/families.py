"""The networks that are trained: the two that ship as default, and one of each family for the comparison."""

from collections.abc import Callable
from dataclasses import dataclass

from network import Network


@dataclass(frozen=True)
class Plan:
    vocabulary: str
    pieces: int
    build: Callable[[int], Network]
    epochs: float
    rate: float
    share: float  # of the corpus that an epoch draws
    documents: bool  # whether long reviews are learned whole


def _heads(net: Network, x: int, hidden: int) -> Network:
    h = net.dense("hidden", x, hidden, 8, "Relu")
    net.finish(net.dense("logits", h, 3, 8), net.dense("score", h, 1, 8))
    return net


def _encoder(net: Network, pieces: int, embedding: int, width: int, layers: int, heads: int, inner: int, bits: int,
             hidden: int) -> Network:
    x = net.node("Embedding", [], True, embedding, {
        "pieces": net.tensor("pieces", (pieces, embedding), bits, 0.1),
        "positions": net.tensor("positions", (net.longest, embedding), 8, 0.02)})
    if embedding != width:
        x = net.dense("widen", x, width, 8)
    for number in range(layers):
        block = f"block{number}_"
        qkv = net.dense(block + "qkv", net.layer_norm(block + "norm1", x), 3 * width, bits)
        mixed = net.node("SelfAttention", [qkv], True, width, {}, heads=heads)
        x = net.add(x, net.dense(block + "mix", mixed, width, bits, std=0.02))
        up = net.dense(block + "up", net.layer_norm(block + "norm2", x), inner, bits, "Relu")
        x = net.add(x, net.dense(block + "down", up, width, bits, std=0.02))
    x = net.layer_norm("norm", x)
    attended = net.pool(x, "Attention", net.dense("attend", x, 1, 8))
    return _heads(net, net.concat(attended, net.pool(x, "Max")), hidden)


def small(pieces: int) -> Network:
    return _encoder(Network("small", "transformer", 192), pieces, 192, 192, 3, 6, 576, 4, 96)


def nano(pieces: int) -> Network:
    return _encoder(Network("nano", "transformer", 128, 0.02), pieces, 48, 96, 2, 4, 256, 4, 48)


def transformer(pieces: int) -> Network:
    return _encoder(Network("transformer", "transformer", 128, 0.02), pieces, 64, 64, 2, 4, 128, 8, 32)


def _embedding(net: Network, pieces: int, width: int) -> int:
    return net.node("Embedding", [], True, width, {"pieces": net.tensor("pieces", (pieces, width), 8, 0.1)})


def dense(pieces: int) -> Network:
    net = Network("dense", "dense", 512, 0.1)
    words = _embedding(net, pieces, 32)
    grams = net.node("HashedNgrams", [], True, 32, {"rows": net.tensor("grams", (8192, 32), 8, 0.02)},
                     orders=[2], hashes=1)
    bag = net.pool(net.add(words, grams), "Mean")
    return _heads(net, net.dense("first", bag, 64, 8, "Relu"), 32)


def cnn(pieces: int) -> Network:
    net = Network("cnn", "cnn", 512, 0.1)
    x = _embedding(net, pieces, 64)
    x = net.node("Conv1d", [x], True, 128, {
        "weight": net.tensor("conv_weight", (128, 5, 64), 8), "bias": net.tensor("conv_bias", (128,), None)},
        function="Relu")
    return _heads(net, net.pool(x, "Max"), 64)


def rnn(pieces: int) -> Network:
    net = Network("rnn", "rnn", 512, 0.1)
    x = _embedding(net, pieces, 64)
    x = net.node("SimpleRnn", [x], True, 128, {
        "input": net.tensor("rnn_input", (128, 64), 8), "recurrent": net.tensor("rnn_recurrent", (128, 128), 8, 0.05),
        "bias": net.tensor("rnn_bias", (128,), None)})
    return _heads(net, net.concat(net.pool(x, "Max"), net.pool(x, "Mean")), 64)


def gru(pieces: int) -> Network:
    net = Network("gru", "gru", 512, 0.1)
    x = _embedding(net, pieces, 64)
    x = net.node("Gru", [x], True, 128, {
        "input": net.tensor("gru_input", (384, 64), 8), "recurrent": net.tensor("gru_recurrent", (384, 128), 8, 0.08),
        "input_bias": net.tensor("gru_input_bias", (384,), None),
        "recurrent_bias": net.tensor("gru_recurrent_bias", (384,), None)})
    return _heads(net, net.concat(net.pool(x, "Max"), net.pool(x, "Mean")), 64)


PLANS = {
    "small": Plan("small", 10_000, small, 1.6, 1.2e-3, 1.0, True),
    "nano": Plan("nano", 5_000, nano, 2.5, 3e-3, 0.6, True),
    "dense": Plan("nano", 5_000, dense, 1.2, 4e-3, 0.5, False),
    "cnn": Plan("nano", 5_000, cnn, 1.2, 2e-3, 0.5, False),
    "rnn": Plan("nano", 5_000, rnn, 0.8, 2e-3, 0.4, False),
    "gru": Plan("nano", 5_000, gru, 0.8, 2e-3, 0.4, False),
    "transformer": Plan("nano", 5_000, transformer, 2.0, 3e-3, 0.5, False),
}
