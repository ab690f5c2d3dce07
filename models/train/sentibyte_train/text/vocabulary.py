"""Which pieces a model's tokenizer has, chosen from the teacher's vocabulary and the corpus's own words.

Starting from the teacher's WordPieces lets the student's embeddings start from the teacher's. A frequent word that
the teacher spells in several pieces becomes a piece of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sentibyte_train.text.tokenizer import EMOTICONS, NUMBER, SUFFIXES, UNKNOWN, Tokenizer

#: Emoji that people use most to say how they feel, whether or not the corpus has them.
EMOJI = ("😀😃😄😁😆😅🤣😂🙂🙃😉😊😇🥰😍🤩😘😗☺😚😙🥲😋😛😜🤪😝🤗🤭🤔🤐😐😑😶😏😒🙄😬😌😔😪😴😷🤒🤢🤮🥵🥶🥴😵"
         "🤯🥳😎🤓😕😟🙁☹😮😯😲😳🥺😦😧😨😰😥😢😭😱😖😣😞😓😩😫🥱😤😡😠🤬😈👿💀💩🤡👻👍👎👌✌🤞🤘👏🙌🙏💪👊🤦"
         "🤷💔❤🧡💛💚💙💜🖤🤍💕💞💓💗💖💘💝♥❣💋💯💢💥💫🔥✨🌟⭐★☆🎉🎊🎁🏆🥇🚀🌈☀🌞🌹🌸🌺🍀😻💐👑❌✅✔✖"
         "⚠🚫🆘📉📈☑☐🤝🙈👀🤙🫶🥹🫠🤨🤤😸😹😿🎂🍕☕🍺📱💻🏠🚗⏰📅🎬🎵📷📦⚽")


def letters() -> set[str]:
    """Every ASCII letter and digit, first in a word and later, so that no ASCII word is unknown."""
    signs = "abcdefghijklmnopqrstuvwxyz0123456789"
    return {*signs, *("##" + sign for sign in signs)}


def fixed(words: dict[str, str]) -> set[str]:
    marks = set("!\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~£€") | {"...", "°", "•", "™"}
    rewritten = {piece for pieces in words.values() for piece in pieces.split(" ")}
    return letters() | marks | rewritten | set(EMOTICONS.values()) | set(EMOJI) | set(SUFFIXES) | {UNKNOWN, NUMBER, "not"}


class Speller(Tokenizer):
    """Counts whole words: the greedy step is left to the caller."""

    def _greedy(self, word: str) -> list[str]:
        return [word]

    def words_of(self, text: str) -> Iterator[str]:
        for token, kind in self.cut(text):
            yield from self._split(token, kind)


def spell(word: str, known: set[str]) -> list[str]:
    out, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if prefix + word[start:e] in known), None)
        if end is None:
            return []
        out.append(prefix + word[start:end])
        start = end
    return out


def count_words(texts: Iterable[str], teacher: list[str], words: dict[str, str]) -> Counter:
    """How often each word stands in the texts, after rewrites (`words`) and contractions."""
    whole = {piece for piece in teacher if re.fullmatch(r"[a-z]+", piece)}
    speller = Speller(sorted(fixed(words) | whole, key=str.encode), words, EMOTICONS)
    counts: Counter = Counter()
    for text in texts:
        counts.update(speller.words_of(text))
    return counts


def choose(counts: Counter, teacher: list[str], size: int, words: dict[str, str]) -> list[str]:
    always = fixed(words)
    own = {word for word, count in counts.items() if count >= 60 and re.fullmatch(r"[a-z]{3,20}", word)}
    known = always | {piece for piece in teacher if re.fullmatch(r"(##)?[a-z0-9]{1,20}", piece)} | own
    for keep in (3.0, 2.0, 1.4, 1.15, 1.0):
        used: Counter = Counter()
        for word, count in counts.items():
            for piece in spell(word, known):
                used[piece] += count
        ranked = [piece for piece, _ in used.most_common() if piece not in always]
        known = always | set(ranked[: max(0, int(size * keep) - len(always))])
    return sorted(known, key=str.encode)
