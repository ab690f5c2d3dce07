"""Blobs written and read back."""

import re

import numpy as np
import pytest

from sentibyte_train.blob.packing import front_code, pack_bits
from sentibyte_train.blob.reader import read_float_model
from sentibyte_train.blob.schema import CLASSES, BlobError, schema_classes
from sentibyte_train.blob.writer import ModelWriter
from sentibyte_train.paths import ROOT, SCHEMA

PIECES = ["##a", "a", "ab", "b\u00e9", "b\u00ea", "z"]


def model() -> tuple[ModelWriter, np.ndarray]:
    writer = ModelWriter("tiny", "test", longest=32)
    rows = np.arange(18, dtype=np.float32).reshape(6, 3) / 7
    pieces = writer.add_tensor("pieces", rows)
    words = writer.add_value("words", 3, sequence=True, range=(-0.5, 2.0))
    mean = writer.add_value("mean", 3, sequence=False)
    writer.add_node("Embedding", output=words, pieces=pieces)
    writer.add_node("Pool", [words], output=mean, kind="Mean")
    writer.set_output(["negative", "neutral", "positive"], logits=mean, temperature=1.5)
    writer.set_tokenizer(PIECES, 1, words=[("x", "a z")], emoticons=[(":)", "z")])
    writer.add_fact("licence", "Apache-2.0")
    return writer, rows


def test_what_is_written_is_read(tmp_path, monkeypatch):
    writer, rows = model()
    size = writer.write(tmp_path / "tiny.float.sbm")
    assert size == (tmp_path / "tiny.float.sbm").stat().st_size
    monkeypatch.setattr("sentibyte_train.text.tokenizer.UNKNOWN", "a")
    read = read_float_model(tmp_path / "tiny.float.sbm")
    assert np.array_equal(read.tensors["pieces"], rows)
    assert read.ranges == {"0": (-0.5, 2.0)}
    assert read.tokenizer.pieces == PIECES
    assert (read.tokenizer.words, read.tokenizer.emoticons) == ({"x": "a z"}, {":)": "z"})


def test_every_type_and_operation_of_the_schema_has_its_class():
    declared = re.findall(r"^(?:table|struct|enum|union) (\w+)", SCHEMA.read_text(), re.MULTILINE)
    assert len(declared) > 20
    assert sorted(declared) == sorted(CLASSES)
    union = set(vars(schema_classes()["Operation"].Operation)) - {"NONE"}
    assert {name for name in union if not name.startswith("__")} <= set(CLASSES)


def test_a_student_knows_which_operations_multiply_their_input():
    network = (ROOT / "models/train/sentibyte_train/networks/network.py").read_text()
    said = re.search(r"^INTEGER = \{(.*)\}", network, re.MULTILINE)[1]  # read as text: the module needs PyTorch
    table = (ROOT / "engine/format/operations.cc").read_text()
    fields = re.findall(r"TensorField k(\w+)\[\] = \{(.*?)\n\};", table, re.DOTALL)
    assert {name for name, rows in fields if "TensorRole::Matrix" in rows} == set(re.findall(r"\w+", said))


def test_output_and_facts(tmp_path):
    root = schema_classes()["Model"].Model.GetRootAs(model()[0].to_bytes())
    assert [root.Output().Classes(number) for number in range(3)] == [b"negative", b"neutral", b"positive"]
    assert root.Output().Temperature() == 1.5
    assert (root.Provenance(0).Key(), root.Provenance(0).Value()) == (b"licence", b"Apache-2.0")


def test_data_of_tensors_is_aligned():
    blob = model()[0].to_bytes()
    root = schema_classes()["Model"].Model.GetRootAs(blob)
    table = root.Tensors(0)._tab
    assert all(table.Vector(table.Offset(4 + 2 * slot)) % 64 == 0 for slot in (4,))


@pytest.mark.parametrize("bits", range(2, 9))
def test_bits_are_packed_row_by_row(bits):
    low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1
    values = np.random.default_rng(bits).integers(low, high + 1, (5, 7))
    stream = pack_bits(values, bits).reshape(5, -1)
    assert stream.shape[1] == (7 * bits + 7) // 8
    for row, packed in zip(values, stream, strict=True):
        number = int.from_bytes(packed.tobytes(), "little")
        codes = [number >> (bits * place) & (1 << bits) - 1 for place in range(7)]
        assert [code - (1 << bits) if code > high else code for code in codes] == row.tolist()


def test_values_that_do_not_fit_are_refused():
    with pytest.raises(BlobError, match="do not fit 4 bits"):
        pack_bits(np.array([8]), 4)


def test_front_coding_ends_between_characters():
    assert front_code(["b\u00e9", "b\u00ea"]) == b"\x00\x03b\xc3\xa9\x01\x02\xc3\xaa"
    with pytest.raises(BlobError, match="does not sort"):
        front_code(["b", "a"])


@pytest.mark.parametrize(("change", "message"), [
    (lambda w: w.add_tensor("none", np.zeros((0, 3), np.float32)), "empty"),
    (lambda w: w.add_tensor("q", np.ones((2, 3), np.int8), scales=[1.0, 1.0, 1.0]), "not 1 or 2"),
    (lambda w: w.set_tokenizer(["a"], 1), "tokenizer.unknown"),
    (lambda w: w.set_tokenizer(["a"], 0, readable=1.5), "tokenizer.readable"),
    (lambda w: w.set_tokenizer(["a"], 0, words=[("x", "b")]), "needs"),
    (lambda w: (w.add_node("Twist", output=0), w.to_bytes()), "not in the schema"),
    (lambda w: (w.add_node("Add", [0, 0], output=0, twist=1), w.to_bytes()), "Add.twist"),
])
def test_what_the_format_cannot_hold_is_refused_by_name(change, message):
    with pytest.raises(BlobError, match=message):
        change(model()[0])


def test_shipped_float_models_are_read_and_quantized_ones_refused():
    assert len(read_float_model(ROOT / "models" / "nano.float.sbm").tokenizer.pieces) > 4000
    with pytest.raises(BlobError, match="not in plain floats"):
        read_float_model(ROOT / "models" / "nano.sbm")
    with pytest.raises(BlobError, match="not a blob"):
        read_float_model(ROOT / "package.json")
