"""The tokenizer against the golden lines that the TypeScript one is held to, under every vocabulary."""

import gzip
import json
from collections import Counter

import pytest

from sentibyte_train.blob.reader import read_float_model
from sentibyte_train.paths import ROOT
from sentibyte_train.text.tokenizer import EMOTICONS, WORDS, Tokenizer
from sentibyte_train.text.vocabulary import choose, count_words, fixed

GOLDEN = ROOT / "tests" / "golden" / "tokenizer"


def rows(name: str) -> list:
    return [json.loads(line) for line in gzip.open(GOLDEN / f"{name}.jsonl.gz", "rt", encoding="ascii")]


@pytest.mark.parametrize("name", ["test", "small", "nano"])
def test_golden_lines(name):
    tokenizer = (Tokenizer.load(GOLDEN / "test.vocab.json") if name == "test"
                 else read_float_model(ROOT / "models" / f"{name}.float.sbm").tokenizer)
    lines, ids = rows("lines"), rows(f"{name}.ids")
    assert len(lines) == len(ids) > 5000
    wrong = [line for line, expected in zip(lines, ids, strict=True) if tokenizer.encode(line) != expected]
    assert not wrong, wrong[:3]


def test_on_disk_and_back(tmp_path):
    tokenizer = Tokenizer.load(GOLDEN / "test.vocab.json")
    tokenizer.save(tmp_path / "v.json")
    again = Tokenizer.load(tmp_path / "v.json")
    assert (again.pieces, again.words, again.emoticons) == (tokenizer.pieces, tokenizer.words, tokenizer.emoticons)


def test_pieces_have_to_be_sorted_and_distinct():
    with pytest.raises(ValueError, match="not sorted"):
        Tokenizer(["b", "a", "[unk]"], {}, {})


def test_a_vocabulary_takes_the_frequent_words_whole_and_spells_the_rest():
    texts = ["the film was wonderful"] * 80 + ["the plot was thin, isn't it?"] * 70
    pieces = choose(count_words(texts, ["the", "film", "##ful", "wonder", "plot"], WORDS),
                    ["the", "film", "##ful", "wonder"], 400, WORDS)
    assert fixed(WORDS) <= set(pieces)
    assert {"the", "film", "plot"} <= set(pieces)
    tokenizer = Tokenizer(pieces, WORDS, EMOTICONS)
    assert tokenizer.unknown not in tokenizer.encode("The film was zzyzx, isn't it? :)")


def test_words_are_counted_after_contractions():
    assert count_words(["I don't. don't"], [], WORDS)["not"] == Counter({"not": 2})["not"]
