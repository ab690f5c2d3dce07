"""The generated classes of the blob's schema. engine/format/model.fbs is the format's only description."""

import hashlib
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType

from sentibyte_train.paths import GENERATED, SCHEMA

IDENTIFIER = b"SBM1"
ALIGNMENT = 64  # the schema's force_align of Tensor.data, which flatc's Python output ignores
CLASSES = ("Model", "Tensor", "Value", "Range", "Activation", "Node", "Operation", "Element", "Function", "Pooling",
           "Embedding", "HashedNgrams", "Dense", "Conv1d", "SimpleRnn", "Gru", "SelfAttention", "LayerNorm", "Add",
           "Concat", "Pool", "Tokenizer", "Rewrite", "Output", "Fact")


class BlobError(ValueError):
    """A model that the format cannot hold; the message names the field."""


@cache
def schema_classes() -> dict[str, ModuleType]:
    """A module of each generated class, made anew by flatc whenever the schema is another than they were made from."""
    stamp = GENERATED / "schema.sha256"
    want = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != want:
        GENERATED.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=GENERATED.parent))
        subprocess.run(["flatc", "--python", "-o", str(fresh), str(SCHEMA)], check=True)
        (fresh / stamp.name).write_text(want)
        shutil.rmtree(GENERATED, ignore_errors=True)
        os.replace(fresh, GENERATED)
    # Generated modules import one another by their full name, so their folder has to be on the path.
    if str(GENERATED) not in sys.path:
        sys.path.insert(0, str(GENERATED))
    return {name: importlib.import_module(f"sentibyte.format.{name}") for name in CLASSES}
