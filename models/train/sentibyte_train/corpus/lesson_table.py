"""What a student learns from, as a table: every training text as ids, its key, and its own label."""

from pathlib import Path

import numpy as np

from sentibyte_train.corpus.kept import code, keep
from sentibyte_train.corpus.sources import SOURCES
from sentibyte_train.corpus.texts import corpus, edited_and_originals, key_of, made_from
from sentibyte_train.paths import TEMPLATES, WORK
from sentibyte_train.templates.generator import generate
from sentibyte_train.text.tokenizer import Tokenizer

TEMPLATE_SEED = 1
TEMPLATE_WEIGHT, TEMPLATE_SCORE_WEIGHT = 1.5, 0.7  # of a made-up sentence's label and score in the loss


def pieces_of(vocabulary: str) -> Path:
    return WORK / f"{vocabulary}.vocab.json"


def made_lessons_from(vocabulary: str) -> list[Path]:
    return [pieces_of(vocabulary), *made_from(), *code("templates"), *TEMPLATES.glob("**/*.txt")]


def prepare(vocabulary: str, templates: int) -> Path:
    """A file of all texts as ids, kept on disk."""
    return keep(f"{vocabulary}.{templates}.lessons", lambda: read_lessons(Tokenizer.load(pieces_of(vocabulary)), templates),
                made_lessons_from(vocabulary), templates)


def read_lessons(tokenizer: Tokenizer, templates: int) -> tuple[list[np.ndarray], np.ndarray, np.ndarray]:
    """Ids of each text; its key; and a row of label, weight, binary, graded score, its weight, document, paired, group."""
    ids: list[np.ndarray] = []
    keys: list[int] = []
    columns: list[tuple] = []

    def learn(text: str, *column: float) -> None:
        if spelt := tokenizer.encode(text):
            ids.append(np.asarray(spelt, np.int32))
            keys.append(key_of(text))
            columns.append(column)

    items = corpus()
    paired = edited_and_originals(items)
    for item in items:
        if item.row is None:
            learn(item.text, 1, 0.0, False, 0.0, 0.0, item.document, False, 0)
            continue
        source, score = SOURCES[item.row.source], item.row.score
        learn(item.text, item.row.label, source.weight, source.kind == "binary", score or 0.0,
              0.0 if score is None else source.score_weight, item.document, item.document and item.text in paired, 0)
    for row in generate(templates, TEMPLATE_SEED):
        learn(row.text, row.label, TEMPLATE_WEIGHT, False, row.score, TEMPLATE_SCORE_WEIGHT, False, False, row.group)
    return ids, np.array(keys, np.uint64), np.array(columns, np.float32)
