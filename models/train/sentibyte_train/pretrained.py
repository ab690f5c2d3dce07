"""Where the weights lie that the teacher starts from: all-mpnet-base-v2, fetched by the `weights` command."""

from pathlib import Path

from sentibyte_train.errors import DataError
from sentibyte_train.paths import WORK

NAME = "all-mpnet-base-v2"
#: Of model.safetensors, as its authors published it.
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
FILES = ("model.safetensors", "tokenizer.json")


def pretrained_folder() -> Path:
    folder = WORK / NAME
    for name in FILES:
        if not (folder / name).exists():
            raise DataError(f"{NAME}/{name}: not there; python -m sentibyte_train.commands.weights fetches it")
    return folder
