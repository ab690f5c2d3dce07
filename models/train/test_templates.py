"""Tests of the sentence generator: python -m pytest models/train/test_templates.py"""

import random
import re
from collections import Counter

import pytest

from templates import LABELS, TRIPLED, WEIGHTS, Filler, domains, dress, frames, generate, label_of, typo, words

COUNT = 9000


@pytest.fixture(scope="module")
def rows():
    return generate(COUNT, 3)


def test_same_seed_same_rows(rows):
    assert generate(COUNT, 3) == rows
    assert generate(COUNT, 4) != rows


def test_count_and_no_text_twice(rows):
    assert len(rows) == COUNT
    assert len({row.text.lower() for row in rows}) == COUNT


def test_labels_agree_with_scores(rows):
    for row in rows:
        assert -1 <= row.score <= 1
        assert row.label == label_of(row.score), row


def test_every_kind_and_every_label(rows):
    assert {row.kind for row in rows} == set(WEIGHTS)
    counts = Counter(row.label for row in rows)
    assert abs(counts[0] - counts[2]) < 0.03 * COUNT
    assert all(counts[label] > 0.2 * COUNT for label in range(len(LABELS)))


def test_labels_are_even_within_a_kind(rows):
    for kind in WEIGHTS:
        counts = Counter(row.label for row in rows if row.kind == kind)
        if kind in TRIPLED:
            assert counts[0] == counts[1] == counts[2]
        else:
            assert max(counts.values()) < 1.35 * min(counts.values()) + 8, (kind, counts)


@pytest.mark.parametrize("kind, slot", [("groups", "ga"), ("groups", "gn"), ("groups", "name"), ("groups", "city"),
                                        ("names", "name"), ("places", "city")])
def test_no_group_name_or_place_leans_to_a_label(rows, kind, slot):
    texts = [(row.label, row.text.lower()) for row in rows if row.kind == kind]
    seen = 0
    for word in words()[slot]:
        pattern = re.compile(rf"\b{re.escape(word.text.lower())}\b")
        counts = Counter(label for label, text in texts if pattern.search(text))
        assert counts[0] == counts[1] == counts[2], (word.text, counts)
        seen += bool(counts)
    assert seen > 0.4 * len(words()[slot])


def test_every_frame_fills_in_every_domain_and_leaves_no_mark():
    for kind in frames():
        for frame in frames()[kind]:
            for label in frame.labels():
                for domain in frame.domains or domains():
                    text, score = Filler(random.Random(1), domain).fill(frame, label)
                    assert not re.search(r"[{}\[\]|]", text), text
                    assert label_of(score) == label, (text, score)


def test_polar_words_have_the_sign_of_their_list():
    for name, entries in words().items():
        for word in entries:
            if word.strength is not None:
                assert (word.strength > 0) == name.endswith(".pos"), (name, word)


def test_lexicons_are_wide():
    for half in ("pos", "neg"):
        adjectives = {word.text for name, entries in words().items() for word in entries
                      if name.endswith(f"adj.{half}")}
        assert len(adjectives) >= 200
    assert len(domains()) >= 12
    assert all(len(words()[f"{domain}.n"]) >= 55 for domain in domains())
    assert len({word.text for word in words()["name"]}) >= 150


def test_dress_keeps_the_words_and_typo_changes_one():
    rng = random.Random(2)
    for _ in range(50):
        assert re.sub(r"[^a-z]", "", dress("It was red.", rng).lower()) == "itwasred"
    assert typo("wonderful", rng) != "wonderful"
    assert typo("not bad", rng) == "not bad"
