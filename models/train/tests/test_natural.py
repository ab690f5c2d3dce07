"""Spelling as a person would have typed it."""

import pytest

from sentibyte_train.text.natural import natural, sentences


@pytest.mark.parametrize(("typed", "read"), [
    ("it 's a fine film , is n't it ?", "it's a fine film, isn't it?"),
    ("they ca n't act and can not sing", "they can't act and cannot sing"),
    ("-LRB- a joke -RRB- , -lsb- no -rsb-", "(a joke), [no]"),
    ("good<br /><br>bad &amp; ugly", "good bad & ugly"),
    ("  much \t space\n", "much space"),
    ("$ 5 and \\/ more", "$5 and / more"),
])
def test_natural(typed, read):
    assert natural(typed) == read


def test_sentences_are_cut_at_their_ends_and_the_shortest_are_dropped():
    text = 'It was late. "We left early," she said. No. Was it good? It cost 3.50 in all.'
    assert sentences(text) == ["It was late.", '"We left early," she said.', "Was it good?", "It cost 3.50 in all."]
    assert sentences("One two three four.", longest=3) == []
