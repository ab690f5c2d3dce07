"""Writes `.sbm` blobs."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sentibyte_train.blob.encoder import Encoder
from sentibyte_train.blob.packing import front_code, pack_bits
from sentibyte_train.blob.schema import BlobError


@dataclass
class ModelWriter:
    """Collects tensors, values and nodes by index and writes them as one blob.

    >>> w = ModelWriter("tiny", "dense")
    >>> pieces = w.add_tensor("pieces", q, bits=4, scales=s)        # integers: Coded; floats: Real
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
        """A float array becomes Real; an integer one Coded with `bits`, whose `scales` is one number or one for
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

    def set_output(self, classes, logits, *, score=-1, temperature=1.0) -> None:
        self.output = {"classes": list(classes), "logits": logits, "score": score, "temperature": temperature}

    def set_tokenizer(self, pieces, unknown, *, words=(), emoticons=(), readable=None, algorithm=2) -> None:
        """`pieces` sorted by their UTF-8 bytes, an id each in order; `unknown` is an id; `words` and `emoticons` are
        (from, to) pairs, `from` words and `to` existing pieces, both parted by spaces; of `readable` the schema tells, and
        what it is where it is not given."""
        known = set(pieces)
        for kind, rewrites in (("words", words), ("emoticons", emoticons)):
            for index, (source, target) in enumerate(rewrites):
                missing = [piece for piece in target.split(" ") if piece not in known]
                if not source or missing:
                    raise BlobError(f"tokenizer.{kind}[{index}]: {source!r} -> {target!r} needs {missing}")
        if not 0 <= unknown < len(pieces):
            raise BlobError(f"tokenizer.unknown: {unknown} of {len(pieces)} pieces")
        if readable is not None and not 0 <= readable <= 1:
            raise BlobError(f"tokenizer.readable: {readable} is not 0 to 1")
        self.tokenizer = {"pieces": front_code(list(pieces)), "count": len(pieces), "unknown": unknown,
                          "words": list(words), "emoticons": list(emoticons), "readable": readable,
                          "algorithm": algorithm}

    def add_fact(self, key, value) -> None:
        """One line of provenance: licence, date, data, a metric."""
        self.facts.append((key, str(value)))

    def to_bytes(self) -> bytes:
        if self.output is None:
            raise BlobError("output: not set")
        return Encoder(self).encode()

    def write(self, path) -> int:
        """Writes the blob and returns its size in bytes."""
        blob = self.to_bytes()
        Path(path).write_bytes(blob)
        return len(blob)
