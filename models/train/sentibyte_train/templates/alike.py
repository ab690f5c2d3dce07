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
         PEOPLE: ("fair_nations", "fair_faithful"),
         PLACE: ("fair_country", "fair_city", "country", "city"), GIVEN: ("fair_given", "name"), SURNAME: ("fair_surname",)}
# Names and towns have no end: lists that end with _wide are left to training, for the bytes that they would take.
#: Of these lists only entries of one word: the others ("one-eyed", "hard of hearing") are made of ordinary words.
ONE_WORD_LISTS = {PERSON: ("fair_love", "fair_gender", "fair_body")}
#: Words of the lists that say something else as well (Hope, Reading, Polish): they are read as they stand.
OTHER_SENSES = "fair_other_sense"
SHORTEST = 3  # letters; shorter ones are mostly something else


def alike() -> dict[str, str]:
    """Each such word, normalised, and what is read for it."""
    other = {word.text for word in words()[OTHER_SENSES]}
    found: dict[str, str] = {}
    for lists, pattern in ((LISTS, r"[ -]"), (ONE_WORD_LISTS, None)):
        for target, names in lists.items():
            for name in names:
                for part in _parts(name, pattern):
                    if part not in other and part != target:
                        found.setdefault(part, target)
    return {word: target for word, target in found.items() if word not in LISTS and word not in ONE_WORD_LISTS}


def _parts(name: str, separator: str | None) -> Iterator[str]:
    for word in words()[name]:
        spelt = re.sub(r"^(?:a|an|the) ", "", word.text)
        for part in re.split(separator, spelt) if separator else [spelt]:
            # Choices and slots are no words, and a small letter in a name of several parts is an ordinary one.
            if separator and part != spelt and part[:1].islower():
                continue
            if re.fullmatch(r"[^\W\d_]+(?:'[^\W\d_]+)?", part) and len(part) >= SHORTEST:
                yield normalise(part).strip()
