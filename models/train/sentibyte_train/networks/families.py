"""The networks that are trained: the two that ship as default, and one of each family for the comparison."""

from collections.abc import Callable
from dataclasses import dataclass

from sentibyte_train.networks.network import Network


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


@dataclass(frozen=True)
class Encoder:
    """Convolution, then self-attention: the first sees phrases ("not that good"), the second joins them.

    A convolution learns phrases from a tenth of the text that attention needs (models/EXPERIMENTS.md, row 8); its
    maxima over time go to the heads as well, so that one phrase in a long review is not averaged away.
    """

    longest: int
    embedding: int
    width: int
    kernel: int  # tokens under the convolution; 0 for none
    features: int  # of the convolution
    blocks: int
    heads: int
    inner: int
    row_bits: int  # of the embedding
    bits: int  # of the matrices
    inner_bits: int  # of a block's two widest
    hidden: int
    dropout: float

    def build(self, name: str, pieces: int) -> Network:
        net = Network(name, "transformer", self.longest, self.dropout)
        x = net.node("Embedding", [], True, self.embedding, {
            "pieces": net.tensor("pieces", (pieces, self.embedding), self.row_bits, 0.1),
            "positions": net.tensor("positions", (self.longest, self.embedding), 8, 0.02)})
        phrases = net.conv("phrases", x, self.features, self.kernel, self.bits) if self.kernel else None
        if self.embedding != self.width:
            x = net.dense("widen", x, self.width, 8)
        if phrases is not None:
            x = net.add(x, net.dense("join", phrases, self.width, self.bits))
        for number in range(self.blocks):
            x = self._block(net, f"block{number}_", x)
        x = net.layer_norm("norm", x)
        pools = [net.pool(x, "Attention", net.dense("attend", x, 1, 8)), net.pool(x, "Max")]
        if phrases is not None:
            pools.append(net.pool(phrases, "Max"))
        return _heads(net, net.concat(*pools), self.hidden)

    def _block(self, net: Network, block: str, x: int) -> int:
        qkv = net.dense(block + "qkv", net.layer_norm(block + "norm1", x), 3 * self.width, self.bits)
        mixed = net.node("SelfAttention", [qkv], True, self.width, {}, heads=self.heads)
        x = net.add(x, net.dense(block + "mix", mixed, self.width, self.bits, std=0.02))
        up = net.dense(block + "up", net.layer_norm(block + "norm2", x), self.inner, self.inner_bits, "Relu")
        return net.add(x, net.dense(block + "down", up, self.width, self.inner_bits, std=0.02))


def small(pieces: int) -> Network:
    return Encoder(longest=256, embedding=192, width=192, kernel=5, features=192, blocks=1, heads=6, inner=304,
                   row_bits=4, bits=5, inner_bits=4, hidden=96, dropout=0.08).build("small", pieces)


def nano(pieces: int) -> Network:
    return Encoder(longest=128, embedding=48, width=96, kernel=5, features=80, blocks=1, heads=4, inner=48,
                   row_bits=4, bits=5, inner_bits=5, hidden=48, dropout=0.02).build("nano", pieces)


def transformer(pieces: int) -> Network:
    return Encoder(longest=128, embedding=64, width=64, kernel=0, features=0, blocks=2, heads=4, inner=128,
                   row_bits=8, bits=8, inner_bits=8, hidden=32, dropout=0.02).build("transformer", pieces)


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
    x = net.conv("conv", x, 128, 5, 8)
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
    "small": Plan("small", 10_000, small, 1.9, 1.2e-3, 1.0, True),
    "nano": Plan("nano", 5_000, nano, 3.2, 3e-3, 0.6, True),
    "dense": Plan("nano", 5_000, dense, 1.2, 4e-3, 0.5, False),
    "cnn": Plan("nano", 5_000, cnn, 1.2, 2e-3, 0.5, False),
    "rnn": Plan("nano", 5_000, rnn, 0.8, 2e-3, 0.4, False),
    "gru": Plan("nano", 5_000, gru, 0.8, 2e-3, 0.4, False),
    "transformer": Plan("nano", 5_000, transformer, 2.0, 3e-3, 0.5, False),
}
