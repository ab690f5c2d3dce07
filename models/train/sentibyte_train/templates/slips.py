"""How people type: case, punctuation, slips of the finger, and words spelt by ear."""

import random
import re
from functools import cache

from sentibyte_train.templates.files import words

_FULL = (("can't", "cannot"), ("Can't", "Cannot"), ("won't", "will not"), ("Won't", "Will not"),
         ("shan't", "shall not"),
         ("n't", " not"), ("I'm", "I am"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("it's", "it is"),
         ("It's", "It is"), ("that's", "that is"), ("That's", "That is"))


def dress(text: str, rng: random.Random) -> str:
    """Case, apostrophes, end punctuation and typing errors as real messages have them; the same for all labels."""
    style = rng.random()
    if style < 0.12 and not re.search(r"n't (?:it|you|they|we|I|he|she|this|that|the)\b", text):
        for short, full in _FULL:
            text = text.replace(short, full)
    elif style < 0.22:
        text = text.replace("'", "")
    elif style < 0.34:
        text = text.replace("'", "\u2019")
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1] + rng.choices((".", "", "!", "!!", "...", "!!!"), (60, 22, 10, 3, 4, 1))[0]
    elif text.endswith("?"):
        text = text[:-1] + rng.choices(("?", "", "??", "?!"), (80, 12, 5, 3))[0]
    if rng.random() < 0.06:
        text = typo(text, rng)
    case = rng.random()
    return text.lower() if case < 0.33 else text.upper() if case > 0.965 else text


def typo(text: str, rng: random.Random) -> str:
    spots = list(re.finditer(r"\b[a-z]{5,}\b", text))
    if not spots:
        return text
    found = rng.choice(spots)
    word, at = found[0], rng.randrange(1, len(found[0]) - 1)
    wrong = rng.choice((word[:at] + word[at + 1:], word[:at] + word[at] + word[at:],
                        word[:at] + word[at + 1] + word[at] + word[at + 2:]))
    return text[:found.start()] + wrong + text[found.end():]


@cache
def slips() -> dict[str, list[str]]:
    """Spelling mistakes that are common, by the right spelling."""
    return {right: wrong for right, *wrong in (word.text.split() for word in words()["slip"])}


# What people write who spell by ear, or who forget which letter is double.
_BY_EAR = tuple((re.compile(right), wrong) for right, wrong in (
    (r"(?<=[a-z])([bcdfglmnprstz])\1", r"\1"), (r"(?<=[aeiou])([lmnprst])(?=[aeiou])", r"\1\1"), (r"ful\b", "full"),
    (r"ible\b", "able"), (r"able\b", "ible"), (r"ent(?=\b|ly)", "ant"), (r"ant(?=\b|ly)", "ent"), (r"ence\b", "ance"),
    (r"ous\b", "us"), (r"tion", "shun"), (r"ie(?=[a-z])", "ei"), (r"ea", "ee"), (r"ce\b", "se"), (r"ck", "k"),
    (r"ph", "f"), (r"ight", "ite"), (r"ing\b", "in"), (r"y\b", "ie"), (r"tt?le\b", "tel"), (r"le\b", "el"),
    (r"(?<=[a-z])c(?=[aou])", "k"), (r"qu", "kw"), (r"x", "ks"), (r"ely\b", "ly"), (r"er\b", "ar"), (r"or\b", "er"),
    (r"(?<=[bcdfgmprst])e(?=[nr][a-z])", "i"), (r"(?<=[bcdfgmprst])i(?=[bcdlnt][a-z])", "e"), (r"is(?=ed|ing)", "iz"),
    (r"ss(?=ed|ing)", "s"), (r"ed\b", "d"), (r"(?<=[a-z])a(?=[lnst]\b)", "e")))


def by_ear(word: str, rng: random.Random) -> str:
    wrong = [found for right, other in _BY_EAR if (found := right.sub(other, word, count=1)) != word]
    return rng.choice(wrong) if wrong else word


def misspelt_word(word: str, rng: random.Random) -> str:
    way = rng.random()
    if word in slips() and way < 0.55:
        return rng.choice(slips()[word])
    return by_ear(word, rng) if way < 0.75 else typo(word, rng)


def misspell(text: str, marked: list[str], rng: random.Random) -> str:
    """Errors in the words that matter: one at least of `marked` parts if it can be, and those that people often get wrong."""
    important = {word for word in re.findall(r"[a-z]{3,}", " ".join(marked).lower()) if len(word) > 4 or word in slips()}
    spots = [found for found in re.finditer(r"\b[A-Za-z]{3,}\b", text)
             if found[0].lower() in important or found[0].lower() in slips()]
    sure = rng.choice([found.start() for found in spots if found[0].lower() in important] or [-1])
    for found in reversed(spots):
        if found.start() == sure or rng.random() < 0.3:
            wrong = misspelt_word(found[0].lower(), rng)
            text = text[:found.start()] + (wrong.capitalize() if found[0][0].isupper() else wrong) + text[found.end():]
    return text


def louder(text: str, score: float) -> float:
    """Exclamation marks and capitals make an opinion stronger."""
    factor = 1.2 if text.endswith("!!") else 1.1 if text.endswith("!") else 1.0
    if text.isupper():
        factor *= 1.1
    return round(max(-1.0, min(1.0, score * factor)), 3)
