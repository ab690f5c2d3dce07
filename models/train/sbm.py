"""Writes `.sbm` blobs. The format's only description is engine/format/model.fbs; flatc turns it into the Python
classes used here, so this file holds no offset and no magic number of its own."""

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import flatbuffers
import numpy as np

SCHEMA = Path(__file__).resolve().parents[2] / "engine" / "format" / "model.fbs"
GENERATED = SCHEMA.parents[2] / "build" / "generated" / "python"
ALIGNMENT = 64  # the schema's force_align of Tensor.data, which flatc's Python output ignores


class BlobError(ValueError):
    """A model that the format cannot hold; the message names the field."""


def schema_classes():
    """The module of generated classes, made anew by flatc whenever the schema is newer than they are."""
    package = GENERATED / "sentibyte" / "format"
    stamp = package / "Model.py"
    if not stamp.exists() or stamp.stat().st_mtime < SCHEMA.stat().st_mtime:
        GENERATED.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=GENERATED.parent))
        subprocess.run(["flatc", "--python", "-o", str(fresh), str(SCHEMA)], check=True)
        shutil.rmtree(GENERATED, ignore_errors=True)
        os.replace(fresh, GENERATED)
    if str(GENERATED) not in sys.path:
        sys.path.insert(0, str(GENERATED))
    names = ["Model", "Tensor", "Value", "Range", "Activation", "Node", "Operation", "Element", "Function", "Pooling",
             "Embedding", "HashedNgrams", "Dense", "Conv1d", "SimpleRnn", "Gru", "SelfAttention", "LayerNorm", "Add",
             "Concat", "Pool", "Tokenizer", "Rewrite", "Output", "Fact"]
    return {name: importlib.import_module(f"sentibyte.format.{name}") for name in names}


# --- Packing ------------------------------------------------------------------------------------------------


def pack_bits(values: np.ndarray, bits: int) -> np.ndarray:
    """Two's complement of `bits` bits as a little-endian stream, lowest bit first; each row of a 2-D array starts on
    a byte boundary."""
    low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1
    if values.size and (values.min() < low or values.max() > high):
        raise BlobError(f"values {values.min()}..{values.max()} do not fit {bits} bits")
    if bits == 8:
        return values.astype(np.int8).view(np.uint8).reshape(-1)
    rows = values.astype(np.int8).view(np.uint8)
    stream = np.unpackbits(rows[..., None], axis=-1, bitorder="little")[..., :bits]
    return np.packbits(stream.reshape(*rows.shape[:-1], -1), axis=-1, bitorder="little").reshape(-1)


def front_code(pieces: list[str]) -> bytes:
    """The schema's front coding of sorted, distinct pieces. The shared part ends between characters, so that the
    rest is UTF-8 by itself."""
    out = bytearray()
    before = b""
    for index, piece in enumerate(pieces):
        now = piece.encode("utf-8")
        if index and now <= before:
            raise BlobError(f"tokenizer.pieces[{index}]: {piece!r} does not sort after {pieces[index - 1]!r}")
        shared = min(len(os.path.commonprefix([before, now])), 255)
        while shared and now[shared] & 0xC0 == 0x80:
            shared -= 1
        if not 0 < len(now) - shared <= 255:
            raise BlobError(f"tokenizer.pieces[{index}]: {len(now)} bytes cannot be front-coded")
        out += bytes([shared, len(now) - shared]) + now[shared:]
        before = now
    return bytes(out)


# --- The model ----------------------------------------------------------------------------------------------


@dataclass
class ModelWriter:
    """Collects tensors, values and nodes by index and writes them as one blob.

    >>> w = ModelWriter("tiny", "dense")
    >>> pieces = w.add_tensor("pieces", q, bits=4, scales=s)        # integers: Integer; floats: Float32
    >>> words = w.add_value("words", 16, sequence=True)
    >>> w.add_node("Embedding", output=words, pieces=pieces)
    >>> w.set_output(["negative", "neutral", "positive"], logits=words)
    >>> w.write(path)
    """

    name: str
    family: str
    longest: int = 512
    tensors: list[dict] = field(default_factory=list)
    values: list[dict] = field(default_factory=list)
    nodes: list[dict] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    output: dict | None = None
    tokenizer: dict | None = None

    def add_tensor(self, name, array, *, bits=8, scales=None, zero_points=None, sparse=False) -> int:
        """A float array becomes Float32; an integer one Integer with `bits`, whose `scales` is one number or one for
        each first-axis row. `sparse` stores only the entries that differ from zero (from the zero point)."""
        array = np.ascontiguousarray(array)
        if array.ndim == 0 or array.size == 0:
            raise BlobError(f"tensors[{len(self.tensors)}] {name}: empty")
        integer = np.issubdtype(array.dtype, np.integer)
        rows = array.shape[0]
        entry = {"name": name, "shape": array.shape, "integer": integer, "bits": bits if integer else 8,
                 "sparse": sparse, "scales": None, "zero_points": None, "array": array}
        rest = np.zeros(1, np.int8)
        if integer:
            entry["scales"] = np.atleast_1d(np.asarray(scales, np.float32))
            if entry["scales"].shape not in ((1,), (rows,)):
                raise BlobError(f"tensors[{len(self.tensors)}].scales: {entry['scales'].size}, not 1 or {rows}")
            if zero_points is not None:
                entry["zero_points"] = np.atleast_1d(np.asarray(zero_points)).astype(np.int8)
                if entry["zero_points"].shape != entry["scales"].shape:
                    raise BlobError(f"tensors[{len(self.tensors)}].zero_points: not as many as scales")
                rest = entry["zero_points"]
        flat = array.reshape(rows, -1)
        if sparse:
            kept = flat != (rest[:, None] if integer else 0)
            bitmap = np.packbits(kept.reshape(-1), bitorder="little")
            dense = flat[kept]
            body = pack_bits(dense, bits) if integer else dense.astype("<f4").view(np.uint8)
            entry["data"] = np.concatenate([bitmap, body])
        else:
            entry["data"] = pack_bits(flat, bits) if integer else flat.astype("<f4").reshape(-1).view(np.uint8)
        self.tensors.append(entry)
        return len(self.tensors) - 1

    def add_value(self, name, width, *, sequence, range=None, activation=None) -> int:
        """`range` is (min, max); `activation` is (scale, zero_point) and belongs to a value that an integer kernel
        reads."""
        self.values.append({"name": name, "width": width, "sequence": sequence, "range": range,
                            "activation": activation})
        return len(self.values) - 1

    def add_node(self, operation, inputs=(), *, output, **fields) -> int:
        """`fields` are the operation's fields by their schema names: add_node("Dense", [x], output=y, weight=3,
        bias=4, function="Relu")."""
        self.nodes.append({"operation": operation, "inputs": list(inputs), "output": output, "fields": fields})
        return len(self.nodes) - 1

    def set_output(self, classes, logits, *, score=-1, temperature=1.0, neutral_band=0.1) -> None:
        self.output = {"classes": list(classes), "logits": logits, "score": score, "temperature": temperature,
                       "neutral_band": neutral_band}

    def set_tokenizer(self, pieces, unknown, *, words=(), emoticons=(), algorithm=1) -> None:
        """`pieces` sorted by their UTF-8 bytes, an id each in order; `unknown` is an id; `words` and `emoticons` are
        (from, to) pairs, `to` naming existing pieces separated by spaces."""
        known = set(pieces)
        for kind, rewrites in (("words", words), ("emoticons", emoticons)):
            for index, (source, target) in enumerate(rewrites):
                missing = [piece for piece in target.split(" ") if piece not in known]
                if not source or missing:
                    raise BlobError(f"tokenizer.{kind}[{index}]: {source!r} -> {target!r} needs {missing}")
        if not 0 <= unknown < len(pieces):
            raise BlobError(f"tokenizer.unknown: {unknown} of {len(pieces)} pieces")
        self.tokenizer = {"pieces": front_code(list(pieces)), "count": len(pieces), "unknown": unknown,
                          "words": list(words), "emoticons": list(emoticons), "algorithm": algorithm}

    def add_fact(self, key, value) -> None:
        """One line of provenance: licence, date, data, a metric."""
        self.facts.append((key, str(value)))

    def to_bytes(self) -> bytes:
        if self.output is None:
            raise BlobError("output: not set")
        return _Encoder(self).encode()

    def write(self, path) -> int:
        """Writes the blob and returns its size in bytes."""
        blob = self.to_bytes()
        Path(path).write_bytes(blob)
        return len(blob)


# --- FlatBuffers --------------------------------------------------------------------------------------------


class _Encoder:
    def __init__(self, model: ModelWriter):
        self.model = model
        self.fb = schema_classes()
        self.builder = flatbuffers.Builder(1 << 20)

    def encode(self) -> bytes:
        m, b = self.model, self.builder
        fields = {
            "name": b.CreateString(m.name),
            "family": b.CreateString(m.family),
            "tensors": self.vector([self.tensor(t) for t in m.tensors]),
            "values": self.vector([self.value(v) for v in m.values]),
            "nodes": self.vector([self.node(i, n) for i, n in enumerate(m.nodes)]),
            "output": self.out(m.output),
            "tokenizer": self.text(m.tokenizer) if m.tokenizer else None,
            "longest": m.longest,
            "provenance": self.vector([self.pair("Fact", key=k, value=v) for k, v in m.facts]) if m.facts else None,
        }
        b.Finish(self.table("Model", fields), b"SBM1")
        return bytes(b.Output())

    def table(self, kind, fields) -> int:
        """A table of the generated class `kind`; fields that are None are left out. flatc adds a "_" to a field or
        enumerator whose name is a Python keyword."""
        module = self.fb[kind]
        getattr(module, f"{kind}Start")(self.builder)
        for name, value in fields.items():
            if value is None:
                continue
            setter = f"{kind}Add" + "".join(part.capitalize() or "_" for part in name.split("_"))
            if not hasattr(module, setter):
                raise BlobError(f"{kind}.{name}: no such field")
            getattr(module, setter)(self.builder, value() if callable(value) else value)
        return getattr(module, f"{kind}End")(self.builder)

    def vector(self, offsets) -> int:
        self.builder.StartVector(4, len(offsets), 4)
        for offset in reversed(offsets):
            self.builder.PrependUOffsetTRelative(offset)
        return self.builder.EndVector()

    def octets(self, data, alignment=1) -> int:
        data = bytes(data)
        b = self.builder
        b.StartVector(1, len(data), alignment)
        b.head = b.head - len(data)
        b.Bytes[b.head : b.head + len(data)] = data
        return b.EndVector()

    def numbers(self, array, kind) -> int:
        return self.builder.CreateNumpyVector(np.ascontiguousarray(array, kind))

    def pair(self, kind, **strings) -> int:
        made = {}
        for name, text in strings.items():
            made[name] = self.builder.CreateString(text)
        return self.table(kind, made)

    def tensor(self, t) -> int:
        element = self.fb["Element"].Element
        return self.table("Tensor", {
            "name": self.builder.CreateString(t["name"]),
            "shape": self.numbers(t["shape"], "<u4"),
            "element": element.Integer if t["integer"] else element.Float32,
            "bits": t["bits"],
            "sparse": t["sparse"],
            "data": self.octets(t["data"], ALIGNMENT),
            "scales": None if t["scales"] is None else self.numbers(t["scales"], "<f4"),
            "zero_points": None if t["zero_points"] is None else self.numbers(t["zero_points"], "<i1"),
        })

    def value(self, v) -> int:
        # Structs are written in place, so they are made while their table is open.
        range_, activation = v["range"], v["activation"]
        return self.table("Value", {
            "name": self.builder.CreateString(v["name"]),
            "sequence": v["sequence"],
            "width": v["width"],
            "range": range_ and (lambda: self.fb["Range"].CreateRange(self.builder, *map(float, range_))),
            "activation": activation and (lambda: self.fb["Activation"].CreateActivation(
                self.builder, float(activation[0]), int(activation[1]))),
        })

    def node(self, index, n) -> int:
        kinds = vars(self.fb["Operation"].Operation)
        if n["operation"] not in kinds:
            raise BlobError(f"nodes[{index}].operation: {n['operation']!r} is not in the schema")
        fields = dict(n["fields"])
        if "function" in fields:
            function = self.fb["Function"].Function
            fields["function"] = getattr(function, fields["function"].replace("None", "None_"))
        if n["operation"] == "Pool":
            fields["kind"] = getattr(self.fb["Pooling"].Pooling, fields["kind"])
        if "orders" in fields:
            fields["orders"] = self.octets(fields["orders"])
        operation = self.table(n["operation"], fields)
        return self.table("Node", {
            "operation_type": kinds[n["operation"]],
            "operation": operation,
            "inputs": self.numbers(n["inputs"], "<u4") if n["inputs"] else None,
            "output": n["output"],
        })

    def text(self, t) -> int:
        rewrites = {kind: self.vector([self.pair("Rewrite", from_=s, to=d) for s, d in t[kind]]) if t[kind] else None
                    for kind in ("words", "emoticons")}
        return self.table("Tokenizer", {"algorithm": t["algorithm"], "pieces": self.octets(t["pieces"]),
                                        "piece_count": t["count"], "unknown": t["unknown"], **rewrites})

    def out(self, o) -> int:
        classes = self.vector([self.builder.CreateString(name) for name in o["classes"]])
        return self.table("Output", {**o, "classes": classes})
