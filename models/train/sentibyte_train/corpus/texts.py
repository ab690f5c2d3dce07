"""Every text that the teacher labels and the student learns from, each once, with what is known of it.

A text is named by a 64-bit hash, so that the soft labels can be shipped without the text.
"""

import hashlib
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sentibyte_train.corpus.kept import code, keep
from sentibyte_train.corpus.rows import Row, read_rows, read_texts
from sentibyte_train.corpus.sources import SOURCES, UNLABELLED
from sentibyte_train.paths import DATA
from sentibyte_train.text.natural import natural, sentences

#: Of a text's 64-bit hash, what the shipped soft labels keep: 650 k texts in 2^44 keys clash in one of 80 corpora.
KEY_BITS = 44
KEY_SHIFT = 64 - KEY_BITS
#: Words above which a text counts as a document.
DOCUMENT_WORDS = 60
#: Sentences drawn from each unlabelled file, and from labelled reviews, at most.
SENTENCES = {"imdb_unsup": 110_000, "fdu_mtl_unlabel": 30_000, "webtext": 14_000, "goemotions_ambiguous": 4_000,
             "subj_subjective": 4_000}
SENTENCES_OF_REVIEWS = 40_000
REVIEWS = "reviews"  # what those are called
#: Reviews minimally edited to turn their label around.
EDITED = "cad_imdb_train_revised"
#: Among them the reviews that those were made from.
ORIGINALS = "imdb_train"


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    row: Row | None  # the label, where the text has one of its own
    source: str  # of SOURCES or UNLABELLED, or REVIEWS

    @property
    def document(self) -> bool:
        return len(self.text.split()) > DOCUMENT_WORDS


def key_of(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def held_out() -> set[str]:
    """Dev texts in the spelling of training, to be kept out of it."""
    out = set()
    for path in sorted((DATA / "dev").glob("*.tsv.xz")):
        if not path.name.startswith("zh_"):
            out |= {natural(row.text).lower() for row in read_rows(path)}
    return out


def labelled() -> Iterator[Text]:
    for name in SOURCES:
        for row in read_rows(DATA / "train" / f"{name}.tsv.xz"):
            yield Text(natural(row.text), row, name)


def _sentences(texts: Iterator[str], most: int, rng: np.random.Generator) -> Iterator[str]:
    pool = [part for text in texts for part in sentences(text)]
    for place in rng.permutation(len(pool))[:most]:
        yield pool[place]


def made_from() -> list[Path]:
    return [*DATA.glob("*/*.xz"), *code("corpus", "text")]


def corpus() -> list[Text]:
    """Labelled texts, then sentences without a label; no text twice, none of dev. Kept on disk: it takes minutes."""
    return pickle.loads(keep("corpus", lambda: list(_read()), made_from()).read_bytes())


def _read(seed: int = 7) -> Iterator[Text]:
    rng = np.random.default_rng(seed)
    seen = held_out()

    def fresh(text: str) -> bool:
        folded = text.lower()
        if not folded or folded in seen:
            return False
        seen.add(folded)
        return True

    reviews: list[str] = []
    for item in labelled():
        if fresh(item.text):
            if item.document:
                reviews.append(item.text)
            yield item
    for part in _sentences(iter(reviews), SENTENCES_OF_REVIEWS, rng):
        if fresh(part):
            yield Text(part, None, REVIEWS)
    for name in UNLABELLED:
        texts = read_texts(DATA / "unlabelled" / f"{name}.txt.xz")
        for part in _sentences(iter(texts), SENTENCES[name], rng):
            if fresh(part):
                yield Text(part, None, name)


#: Words in a row, and how many such runs, that an edited review and its original share; others share none to two.
RUN_OF_WORDS = 10
SHARED_RUNS = 5


def edited_and_originals(items: list[Text]) -> set[str]:
    """Reviews that were edited to say the opposite, and those in `items` that they were made from: a reader who
    knows both has to find the few words that decide."""

    def runs(text: str) -> list[int]:
        spoken = text.lower().split()
        return [hash(tuple(spoken[at : at + RUN_OF_WORDS])) for at in range(len(spoken) - RUN_OF_WORDS + 1)]

    reviews = [item for item in items if item.row is not None and item.row.source in (ORIGINALS, EDITED)]
    edited = {item.text for item in reviews if item.row.source == EDITED}
    known = {run for text in edited for run in runs(text)}
    originals = {item.text for item in reviews if sum(run in known for run in runs(item.text)) >= SHARED_RUNS}
    return edited | originals


def short_texts() -> Iterator[str]:
    """What a vocabulary is chosen on: people's short texts first, long reviews only by their sentences."""
    for item in corpus():
        if not item.document:
            yield item.text
