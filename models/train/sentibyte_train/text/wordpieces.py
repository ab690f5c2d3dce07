"""The teacher's tokenizer: WordPieces of all-mpnet-base-v2. Ids are raised by one, as 0 is padding in a batch."""

import json
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from sentibyte_train.pretrained import pretrained_folder

if TYPE_CHECKING:
    from tokenizers import Tokenizer

TEXTS_AT_ONCE = 20_000


@cache
def wordpieces() -> "Tokenizer":
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def pieces_of_teacher() -> list[str]:
    """The teacher's vocabulary; needs no library."""
    described = json.loads((pretrained_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    return list(described["model"]["vocab"])


def encode(texts: list[str], longest: int) -> list[np.ndarray]:
    """Raised ids of each text; one of more than `longest` keeps its head and its tail."""
    out = []
    for start in range(0, len(texts), TEXTS_AT_ONCE):
        for item in wordpieces().encode_batch(texts[start : start + TEXTS_AT_ONCE]):
            ids = np.asarray(item.ids, np.int32)
            if len(ids) > longest:
                ids = np.concatenate([ids[: longest // 2], ids[-(longest // 2) :]])
            out.append(ids + 1)
    return out
