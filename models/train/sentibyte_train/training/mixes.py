"""What the teachers are trained on: a mix for each kind of text that a teacher is asked about."""

from dataclasses import dataclass

import numpy as np

from sentibyte_train.corpus.rows import Row, read_rows
from sentibyte_train.corpus.sources import SOURCES
from sentibyte_train.corpus.texts import EDITED, ORIGINALS, Text, edited_and_originals
from sentibyte_train.paths import DATA
from sentibyte_train.templates.generator import generate
from sentibyte_train.text.natural import natural

CLASSES = 3
SHORT, REVIEW = 128, 256  # WordPieces that are read of a text
TEMPLATE_WEIGHT, TEMPLATE_SCORE_WEIGHT = 1.0, 0.5  # of a made-up sentence's label and score


@dataclass(frozen=True)
class Mix:
    rows: dict[str, int]  # of each source; more than it has are drawn again
    longest: int = SHORT
    templates: int = 0  # made-up sentences beside them
    balanced: bool = False  # whether the three classes weigh the same in sum
    pairs: bool = False  # whether edited reviews come with the originals that they were made from


MIXES = {
    "movies": Mix({"sst_phrases": 130_000, "vader_movie": 7_645, "mr_rt_polarity": 79}),
    "tweets": Mix({"semeval_tweets": 47_230, "tse_train": 27_008, "crowdflower_misc": 14_916, "sentiment140_16k": 5_000},
                  balanced=True),
    "reviews": Mix({"imdb_train": 6_000, EDITED: 1_703, "pang_lee_reviews": 500, "blitzer4": 2_000, "fdu_mtl_train": 3_000,
                    "womens_clothing": 2_000, "steam": 1_000, "zomato10k": 1_500, "hotel5k": 500}, REVIEW, pairs=True),
    "everyday": Mix({"goemotions_train": 26_000, "emobank_train": 8_698, "pros_cons": 10_000, "mpqa_phrases": 8_025,
                     "subj_objective": 4_998, "style_yelp": 4_689, "style_amazon": 2_998, "si650": 1_210,
                     "android_apps": 6_000, "uber12k": 1_500}, templates=60_000),
    # One teacher for all that is short, where there is no time for three.
    "short": Mix({"sst_phrases": 40_000, "vader_movie": 5_000, "semeval_tweets": 47_230, "tse_train": 27_008,
                  "crowdflower_misc": 8_000, "goemotions_train": 24_000, "emobank_train": 6_000, "pros_cons": 6_000,
                  "mpqa_phrases": 3_000, "subj_objective": 3_000, "style_yelp": 2_000, "style_amazon": 1_000,
                  "si650": 1_210, "android_apps": 3_000}, balanced=True, templates=40_000),
}


@dataclass(frozen=True)
class Rows:
    """Texts and what is known of them, a column each."""

    texts: list[str]
    label: np.ndarray
    binary: np.ndarray
    weight: np.ndarray
    graded: np.ndarray
    graded_weight: np.ndarray


def draw(pool: list[Row], count: int, rng: np.random.Generator) -> list[Row]:
    """So many rows at random: each once, then each a second time, and so on."""
    out: list[Row] = []
    while len(out) < count:
        out += [pool[place] for place in rng.permutation(len(pool))[: count - len(out)]]
    return out


def gather(mix: Mix, seed: int) -> Rows:
    rng = np.random.default_rng(seed)
    pools = {name: read_rows(DATA / "train" / f"{name}.tsv.xz") for name in mix.rows}
    rows = [row for name, count in mix.rows.items() for row in draw(pools[name], count, rng)]
    if mix.pairs:
        rows += missing_originals(rows, pools)
    columns = [(natural(row.text), row.label, SOURCES[row.source].kind == "binary", SOURCES[row.source].weight,
                row.score or 0.0, 0.0 if row.score is None else SOURCES[row.source].score_weight) for row in rows]
    columns += [(row.text, row.label, False, TEMPLATE_WEIGHT, row.score, TEMPLATE_SCORE_WEIGHT)
                for row in generate(mix.templates, seed)]
    texts, label, binary, weight, graded, graded_weight = zip(*columns, strict=True)
    label, weight = np.array(label), np.array(weight, np.float32)
    if mix.balanced:
        weight = balance(label, weight)
    return Rows(list(texts), label, np.array(binary), weight, np.array(graded, np.float32),
                np.array(graded_weight, np.float32))


def balance(label: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Weights whose sum is the same over each class, and over all what it was."""
    sums = np.array([weight[label == number].sum() for number in range(CLASSES)])
    return (weight * (weight.sum() / CLASSES / np.maximum(sums, 1e-6))[label]).astype(np.float32)


def missing_originals(rows: list[Row], pools: dict[str, list[Row]]) -> list[Row]:
    """The reviews that the edited ones among `rows` were made from, as far as they were not drawn anyway."""
    edited = [row for row in rows if row.source == EDITED]
    items = [Text(natural(row.text), row, row.source) for row in [*edited, *pools[ORIGINALS]]]
    paired, drawn = edited_and_originals(items), {row.text for row in rows}
    return [item.row for item in items
            if item.text in paired and item.row.source == ORIGINALS and item.row.text not in drawn]
