"""A collected model as FlatBuffers, by the generated classes: no offset and no magic number of its own."""

from typing import TYPE_CHECKING

import flatbuffers
import numpy as np

from sentibyte_train.blob.schema import ALIGNMENT, IDENTIFIER, BlobError, schema_classes

if TYPE_CHECKING:
    from sentibyte_train.blob.writer import ModelWriter


class Encoder:
    def __init__(self, model: "ModelWriter") -> None:
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
        b.Finish(self.table("Model", fields), IDENTIFIER)
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
            "element": element.Coded if t["integer"] else element.Real,
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
                                        "piece_count": t["count"], "unknown": t["unknown"],
                                        "readable": t["readable"], **rewrites})

    def out(self, o) -> int:
        classes = self.vector([self.builder.CreateString(name) for name in o["classes"]])
        return self.table("Output", {**o, "classes": classes})
