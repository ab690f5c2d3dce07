"""Which rows each source contributes, and how far its labels are trusted.

`kind` says what a label means:
  three   the label is one of negative, neutral, positive
  binary  the source has no neutral class, so a neutral text was forced to a side: the loss compares only
          the two ends and leaves the neutral logit alone
  score   only the graded score is trusted
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    kind: str
    weight: float  # of a row in the loss
    terms: str
    score_weight: float = 0.0  # of a row's graded score, where it has one


SOURCES: dict[str, Source] = {
    "sst_phrases": Source("three", 1.0, "research use customary", 1.0),
    "semeval_tweets": Source("three", 1.0, "task and platform terms", 0.3),
    "rt_critics": Source("binary", 0.5, "text of the critics", 0.2),
    "vader_movie": Source("three", 1.0, "MIT", 1.0),
    "goemotions_train": Source("three", 0.7, "Apache-2.0 / CC BY 4.0"),
    "tse_train": Source("three", 0.8, "CC BY 4.0"),
    "crowdflower_misc": Source("three", 0.5, "unknown"),
    "emobank_train": Source("three", 0.4, "CC BY-SA 4.0", 0.4),
    "pros_cons": Source("binary", 0.5, "CC BY 4.0"),
    "mpqa_phrases": Source("binary", 0.5, "research"),
    "subj_objective": Source("three", 0.6, "CC BY 4.0"),
    "style_yelp": Source("binary", 0.5, "CC BY-SA"),
    "style_amazon": Source("binary", 0.5, "CC BY-SA"),
    "si650": Source("binary", 0.5, "unknown"),
    "mr_rt_polarity": Source("binary", 1.0, "CC BY"),
    "sentiment140_16k": Source("binary", 0.3, "none stated"),
    "android_apps": Source("binary", 0.5, "none stated"),
    "womens_clothing": Source("three", 0.5, "CC0", 0.2),
    "steam": Source("binary", 0.3, "user text"),
    "fdu_mtl_train": Source("binary", 0.5, "research use"),
    "imdb_train": Source("binary", 1.0, "research use", 0.3),
    "cad_imdb_train_revised": Source("binary", 1.0, "Apache-2.0"),
    "pang_lee_reviews": Source("binary", 0.5, "CC BY"),
    "blitzer4": Source("binary", 0.5, "research use", 0.2),
    "zomato10k": Source("binary", 0.4, "unknown", 0.2),
    "uber12k": Source("binary", 0.4, "unknown", 0.2),
    "hotel5k": Source("binary", 0.4, "unknown", 0.2),
}

#: Left out of every shipped model: non-commercial or academic-only terms (airline_tweets, yelp10k,
#: valence_tweets, zh_amazon3, and the unlabelled brown and agnews) or copyleft on the text (meld_train).
EXCLUDED = ("airline_tweets", "yelp10k", "valence_tweets", "zh_amazon3", "meld_train")

UNLABELLED = ("imdb_unsup", "fdu_mtl_unlabel", "webtext", "goemotions_ambiguous", "subj_subjective")
EXCLUDED_UNLABELLED = ("brown", "agnews")
