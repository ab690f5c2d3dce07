"""Words for who or where somebody is are one word to a model."""

import pytest

from sentibyte_train.blob.reader import read_float_model
from sentibyte_train.paths import ROOT
from sentibyte_train.templates.alike import GIVEN, PEOPLE, PERSON, PLACE, SURNAME, alike
from sentibyte_train.text.tokenizer import EMOTICONS, UNKNOWN, WORDS, Tokenizer

PIECES = sorted({UNKNOWN, PERSON, PEOPLE, PLACE, GIVEN, SURNAME, "is", "from", "##s", "hope"}, key=str.encode)


@pytest.mark.parametrize(("one", "other"), [
    ("Zoroastrian", "Afghan"), ("Inuit", "Maori"), ("Baha'i", "Quaker"), ("Sámi", "sami"), ("dyslexic", "bisexual"),
    ("New Caledonian", "New Guinean"), ("Ouagadougou", "Peru"), ("Abebe's", "Oksana's"), ("Danes", "Sunnis")])
def test_words_of_a_kind_are_one_word(one, other):
    tokenizer = Tokenizer(PIECES, {**alike(wide=True), **WORDS}, EMOTICONS)
    assert tokenizer.encode(f"{one} is") == tokenizer.encode(f"{other} is")


def test_words_that_say_something_else_as_well_are_read_as_they_stand():
    words = alike(wide=True)
    assert not {"hope", "grace", "reading", "nice", "polish", "black", "white", "blind"} & words.keys()
    assert not {PERSON, PEOPLE, PLACE, GIVEN, SURNAME} & words.keys()
    assert not WORDS.keys() & words.keys()


@pytest.mark.parametrize("name", ["small", "nano"])
def test_shipped_models_know_what_is_read_for_them(name):
    tokenizer = read_float_model(ROOT / "models" / f"{name}.float.sbm").tokenizer
    assert {PERSON, PEOPLE, PLACE, GIVEN, SURNAME} <= tokenizer.ids.keys()


def test_fewer_words_are_a_part_of_all():
    some, every = alike(wide=False), alike(wide=True)
    assert len(some) + 1000 < len(every)
    assert some.items() <= every.items()
