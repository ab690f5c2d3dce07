"""Words for who or where somebody is, each read as the one word of its kind, so that no model can tell them apart.

Most of them are rare: cut into pieces they would carry whatever polarity the pieces have. `words/fairness_*.txt` has them.
"""

import re
from collections.abc import Iterator

from sentibyte_train.templates.files import words
from sentibyte_train.text.tokenizer import normalise

#: What is read for each word of these lists; of a word that is in two, for the first.
PERSON, PEOPLE, PLACE, GIVEN, SURNAME = "american", "americans", "london", "john", "smith"
LISTS = {PERSON: ("fair_nation", "fair_nation_noun", "fair_ethnic", "fair_faith", "fair_faith_noun", "fair_language"),
         PLACE: ("fair_country", "fair_city", "country", "city"), GIVEN: ("fair_given", "name"), SURNAME: ("fair_surname",)}
#: The rest of the world, for a model that has the bytes for it. Names and towns have no end: fair_given_wide, fair_surname_wide
#: and fair_city_wide are left to training.
WIDE_LISTS = {PERSON: ("fair_nation_wide", "fair_nation_noun_wide", "fair_ethnic_wide", "fair_faith_wide",
                       "fair_faith_noun_wide", "fair_language_wide"),
              PEOPLE: ("fair_nations_wide", "fair_faithful_wide"), PLACE: ("fair_country_wide",)}
#: Of these lists only entries of one word: the others ("one-eyed", "hard of hearing") are made of ordinary words.
ONE_WORD_LISTS = {PERSON: ("fair_love", "fair_gender", "fair_body")}
#: Words of the lists that say something else as well (Hope, Reading, Polish): they are read as they stand.
OTHER_SENSES = "fair_other_sense"
TARGETS = {PERSON, PEOPLE, PLACE, GIVEN, SURNAME}
SHORTEST = 3  # letters; shorter ones are mostly something else


def alike(wide: bool) -> dict[str, str]:
    """Each such word, normalised, and what is read for it; of the `wide` lists too where that is asked."""
    other = {word.text for word in words()[OTHER_SENSES]}
    found: dict[str, str] = {}
    for lists in (LISTS, WIDE_LISTS if wide else {}, ONE_WORD_LISTS):
        for target, names in lists.items():
            for part in _parts(names, whole=lists is ONE_WORD_LISTS):
                if part not in other and part not in TARGETS:
                    found.setdefault(part, target)
    return found


def _parts(names: tuple[str, ...], whole: bool) -> Iterator[str]:
    for word in (word for name in names for word in words()[name]):
        spelt = re.sub(r"^(?:a|an|the) ", "", word.text)
        for part in [spelt] if whole else re.split(r"[ -]", spelt):
            # Choices and slots are no words, and a small letter in a name of several parts is an ordinary one.
            if part != spelt and part[:1].islower():
                continue
            if re.fullmatch(r"[^\W\d_]+(?:'[^\W\d_]+)?", part) and len(part) >= SHORTEST:
                yield normalise(part).strip()
