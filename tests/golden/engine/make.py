"""Writes the fixtures of the engine's tests: blobs with random weights and what PyTorch says they answer.

    python tests/golden/engine/make.py [NAME...]    # with the package of models/train[torch] installed

Without names it writes all. PyTorch's last digits differ between processors, and the ranges in the blobs with them.

NAME.sbm is a whole model of one family, ops/NAME.sbm a single operation; beside each, NAME.txt has texts as ids and
their logits (then the raw score). The tests need neither Python nor PyTorch.
"""

import string
import sys
from pathlib import Path

import numpy as np

from build import Graph, calibrate, quantize
from reference import Reference

HERE = Path(__file__).resolve().parent
CLASSES = ["negative", "neutral", "positive"]
LONGEST = 64

WORDS = ("a and the it is was not no very so but good great fine nice love best bad poor awful hate worst film food "
         "staff service book phone room place time day never always more less").split()
SPECIAL = ["<unk>", "<num>", "...", "'s", "'re", "'ve", "'ll", "'d", "'m"]
SYMBOLS = list("!?.,:;-()'\"&%$/+*=") + ["!!", "??", "\U0001f600", "\U0001f622", "\u2764", "\u2764\u2764", "\u597d"]
LETTERS = list(string.ascii_lowercase) + ["##" + letter for letter in string.ascii_lowercase]
ENDINGS = ["##s", "##ed", "##ing", "##er", "##est", "##ly"]
PIECES = sorted({*WORDS, *SPECIAL, *SYMBOLS, *LETTERS, *ENDINGS}, key=lambda piece: piece.encode())
REWRITES = [("gr8", "great"), ("luv", "love"), ("cannot", "not c ##a ##n"), ("okay", "fine")]
EMOTICONS = [(":)", "good"), (":-)", "good"), (":(", "bad"), ("<3", "love"), (":d", "very good")]

TEXTS = np.random.default_rng(7)


def random_text(length):
    return [int(x) for x in TEXTS.integers(0, len(PIECES), length)]


CALIBRATION = [random_text(n) for n in (1, 2, 3, 5, 8, 13, 21, 34, 25, 25, 30, 40)]
GOLDEN = [random_text(n) for n in (1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 25, 33, 64)]


def graph(name, family, seed):
    model = Graph(name, family, LONGEST).begin(seed)
    model.set_tokenizer(PIECES, PIECES.index("<unk>"), words=REWRITES, emoticons=EMOTICONS)
    model.add_fact("purpose", "random weights, for tests")
    model.add_fact("licence", "Apache-2.0")
    return model


def finish(model, x, score=True):
    logits = model.dense(x, 3, name="logits")
    model.set_output(CLASSES, logits, score=model.dense(x, 1, name="score") if score else -1, temperature=1.25)
    return model


# --- The families -------------------------------------------------------------------------------------------


def dense():
    m = graph("fixture-dense", "dense", 1)
    words = m.pool(m.embedding(len(PIECES), 24), "Mean")
    pairs = m.pool(m.ngrams(256, 16), "Mean")
    x = m.dense(m.concat(words, pairs), 64, "Relu")
    return finish(m, m.dense(x, 32, "Relu"))


def cnn():
    m = graph("fixture-cnn", "cnn", 2)
    x = m.conv(m.embedding(len(PIECES), 20), 40, 5)
    return finish(m, m.dense(m.pool(x, "Max"), 24, "Gelu"), score=False)


def rnn():
    m = graph("fixture-rnn", "rnn", 3)
    x = m.embedding(len(PIECES), 20)
    return finish(m, m.concat(m.pool(m.rnn(x, 24), "Last"), m.pool(m.rnn(x, 12, reverse=True), "Max")))


def gru():
    m = graph("fixture-gru", "gru", 4)
    x = m.embedding(len(PIECES), 20)
    both = m.concat(m.gru(x, 16), m.gru(x, 16, reverse=True))
    scores = m.dense(m.dense(both, 8, "Tanh"), 1)
    return finish(m, m.pool(both, "Attention", scores))


def transformer():
    m = graph("fixture-transformer", "transformer", 5)
    x = m.norm(m.embedding(len(PIECES), 32, positions=True))
    for _ in range(2):
        attended = m.attention(m.dense(x, 96, name="qkv"), heads=4)
        x = m.norm(m.add(x, m.dense(attended, 32, name="projection")))
        x = m.norm(m.add(x, m.dense(m.dense(x, 64, "Gelu", name="up"), 32, name="down")))
    return finish(m, m.dense(m.pool(x, "Mean"), 16, "Tanh"))


FAMILIES = [dense, cnn, rnn, gru, transformer]

# --- One operation each: its rows come out through a pool as the logits -------------------------------------


def op(name, seed, body, width=8):
    """Embedding, the operation, then the last row as logits: with prefixes of one text, every row is seen."""
    m = graph(f"op-{name}", "test", seed)
    x = body(m, m.embedding(len(PIECES), width))
    if m.values[x]["sequence"]:
        x = m.pool(x, "Last")
    m.set_output([f"c{i}" for i in range(m.width(x))], x)
    return m


# A new one goes to the end: the place is the seed.
OPS = {
    "embedding": lambda m, x: x,
    "ngrams": lambda m, x: m.add(x, m.ngrams(64, 8, orders=(2, 3, 4), hashes=2)),
    "dense": lambda m, x: m.dense(x, 11),
    "dense_relu": lambda m, x: m.dense(x, 11, "Relu"),
    "dense_gelu": lambda m, x: m.dense(x, 11, "Gelu"),
    "dense_tanh": lambda m, x: m.dense(x, 11, "Tanh", bias=False),
    "conv1d": lambda m, x: m.conv(x, 9, 3, "None"),
    "conv1d_wide": lambda m, x: m.pool(m.conv(x, 9, 7, "Gelu"), "Mean"),
    "rnn": lambda m, x: m.rnn(x, 10),
    "rnn_reverse": lambda m, x: m.pool(m.rnn(x, 10, reverse=True), "Mean"),
    "gru": lambda m, x: m.gru(x, 10),
    "gru_reverse": lambda m, x: m.pool(m.gru(x, 10, reverse=True), "Mean"),
    "attention": lambda m, x: m.attention(m.dense(x, 36), heads=3),
    "layer_norm": lambda m, x: m.norm(x),
    "add": lambda m, x: m.add(x, m.dense(x, 8)),
    "add_norm": lambda m, x: m.norm(m.add(x, m.dense(x, 8))),
    "concat": lambda m, x: m.concat(x, m.dense(x, 5)),
    "pool_mean": lambda m, x: m.pool(x, "Mean"),
    "pool_max": lambda m, x: m.pool(x, "Max"),
    "pool_attention": lambda m, x: m.pool(x, "Attention", m.dense(x, 1)),
}

# --- Writing ------------------------------------------------------------------------------------------------


def write(model, path, tolerance, texts):
    if sys.argv[1:] and path.name.removesuffix(".float") not in sys.argv[1:]:
        return
    size = model.write(path.with_suffix(".sbm") if path.suffix != ".float" else Path(f"{path}.sbm"))
    reference = Reference(model)
    lines = [f"tolerance {tolerance:g}"]
    for ids in texts:
        lines.append("ids " + " ".join(map(str, ids)))
        lines.append("logits " + " ".join(f"{x:.9g}" for x in reference.run(ids)))
    Path(f"{path}.txt").write_text("\n".join(lines) + "\n")
    print(f"{path.relative_to(HERE)}: {size} bytes")


def main():
    (HERE / "ops").mkdir(exist_ok=True)
    for make in FAMILIES:
        model = make()
        calibrate(model, CALIBRATION)
        write(model, HERE / f"{make.__name__}.float", 1e-5, GOLDEN)
        write(quantize(model), HERE / make.__name__, 1e-6, GOLDEN)
    variants()
    prefixes = [GOLDEN[-1][:n] for n in (1, 2, 3, 4, 5, 8, 11)] + [GOLDEN[4], GOLDEN[6]]
    for seed, (name, body) in enumerate(OPS.items(), start=100):
        model = op(name, seed, body)
        calibrate(model, CALIBRATION)
        write(model, HERE / "ops" / f"{name}.float", 1e-5, prefixes)
        quantized = quantize(model)
        if any(node["operation"] in ("Dense", "Conv1d", "SimpleRnn", "Gru") for node in model.nodes):
            write(quantized, HERE / "ops" / name, 1e-6, prefixes)


def variants():
    """Every way to store a weight, and the smallest useful blob."""
    base = dense()
    calibrate(base, CALIBRATION)
    write(quantize(base, bits=4, rows_bits=4), HERE / "int4", 1e-6, GOLDEN)
    write(quantize(base, bits=[2, 3, 5, 6, 7], rows_bits=3), HERE / "bits", 1e-6, GOLDEN)
    write(quantize(base, bits=[8, 5], rows_bits=6, sparse=True), HERE / "sparse", 1e-6, GOLDEN)
    write(quantize(base, asymmetric=True), HERE / "asymmetric", 1e-6, GOLDEN)
    write(quantize(base, per_tensor=True), HERE / "per_tensor", 1e-6, GOLDEN)
    write(quantize(base, keep=["logits", "score"]), HERE / "mixed", 1e-6, GOLDEN)
    both = cnn()
    calibrate(both, CALIBRATION)
    write(quantize(both, asymmetric=True, sparse=True, bits=6), HERE / "asymmetric_cnn", 1e-6, GOLDEN)
    sparse = cnn()
    for tensor in sparse.tensors:
        if tensor["name"] in ("conv", "pieces"):
            kept = np.where(np.abs(tensor["array"]) > 0.2, tensor["array"], 0).astype(np.float32)
            scratch = Graph("", "")
            scratch.add_tensor(tensor["name"], kept, sparse=True)
            tensor.update(scratch.tensors[0])
    write(sparse, HERE / "sparse.float", 1e-5, GOLDEN)
    small = Graph("tiny", "test", LONGEST).begin(9)
    small.set_tokenizer(["##a", "a", "b\u00e9", "z"], 1, words=[("x", "a z")], emoticons=[(":)", "z")])
    x = small.embedding(4, 5)
    small.set_output(["no", "yes"], small.dense(small.pool(small.conv(x, 3, 3), "Max"), 2))
    texts = [[0], [1, 2, 3], [3, 3, 2, 1, 0, 1, 2, 3]]
    calibrate(small, texts)
    write(small, HERE / "tiny.float", 1e-5, texts)
    write(quantize(small, rows_bits=4), HERE / "tiny", 1e-6, texts)


if __name__ == "__main__":
    main()
