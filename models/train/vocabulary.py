"""Stage 2: the pieces of a model's tokenizer, chosen from the teacher's vocabulary and the corpus's own words.

    python models/train/vocabulary.py --size 10000 --name small
    python models/train/vocabulary.py --of models/small.float.sbm --name small

The second takes the pieces of a shipped model, to train on from it; the first chooses anew, from the corpus of now.
Starting from the teacher's WordPieces lets the student's embeddings start from the teacher's. A frequent word that
the teacher spells in several pieces becomes a piece of its own.
"""

import argparse
import collections
import re
from pathlib import Path

from corpus import short_texts
from data import WORK, fail_cleanly
from sbm_reader import read_float_model
from teacher_model import weights_folder
from tokenizer import EMOTICONS, NUMBER, SUFFIXES, UNKNOWN, WORDS, Tokenizer

#: Emoji that people use most to say how they feel, whether or not the corpus has them.
EMOJI = ("😀😃😄😁😆😅🤣😂🙂🙃😉😊😇🥰😍🤩😘😗☺😚😙🥲😋😛😜🤪😝🤗🤭🤔🤐😐😑😶😏😒🙄😬😌😔😪😴😷🤒🤢🤮🥵🥶🥴😵🤯🥳😎🤓😕😟🙁☹😮😯😲"
         "😳🥺😦😧😨😰😥😢😭😱😖😣😞😓😩😫🥱😤😡😠🤬😈👿💀💩🤡👻👍👎👌✌🤞🤘👏🙌🙏💪👊🤦🤷💔❤🧡💛💚💙💜🖤🤍💕💞💓💗💖💘💝♥❣💋💯💢💥💫🔥✨🌟⭐★☆🎉🎊🎁🏆🥇🚀"
         "🌈☀🌞🌹🌸🌺🍀😻💐👑❌✅✔✖⚠🚫🆘📉📈☑☐🤝🙈👀🤙🫶🥹🫠🤨🤤😸😹😿🎂🍕☕🍺📱💻🏠🚗⏰📅🎬🎵📷📦⚽")


def letters() -> set[str]:
    """Every ASCII letter and digit, first in a word and later, so that no ASCII word is unknown."""
    signs = "abcdefghijklmnopqrstuvwxyz0123456789"
    return {*signs, *("##" + sign for sign in signs)}


def fixed() -> set[str]:
    marks = set("!\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~£€") | {"...", "°", "•", "™"}
    rewritten = {piece for pieces in WORDS.values() for piece in pieces.split(" ")}
    return letters() | marks | rewritten | set(EMOTICONS.values()) | set(EMOJI) | set(SUFFIXES) | {UNKNOWN, NUMBER, "not"}


class Speller(Tokenizer):
    """Counts whole words: the greedy step is left to the caller."""

    def _greedy(self, word: str) -> list[str]:
        return [word]

    def words_of(self, text: str):
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


def choose(counts: collections.Counter, teacher: list[str], size: int) -> list[str]:
    always = fixed()
    own = {word for word, count in counts.items() if count >= 60 and re.fullmatch(r"[a-z]{3,20}", word)}
    known = always | {piece for piece in teacher if re.fullmatch(r"(##)?[a-z0-9]{1,20}", piece)} | own
    for keep in (3.0, 2.0, 1.4, 1.15, 1.0):
        used: collections.Counter = collections.Counter()
        for word, count in counts.items():
            for piece in spell(word, known):
                used[piece] += count
        ranked = [piece for piece, _ in used.most_common() if piece not in always]
        known = always | set(ranked[: max(0, int(size * keep) - len(always))])
    return sorted(known, key=str.encode)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument("--size", type=int)
    source.add_argument("--of", type=Path, metavar="BLOB")
    options.add_argument("--name", required=True)
    chosen = options.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    if chosen.of:
        read_float_model(chosen.of).tokenizer.save(WORK / f"{chosen.name}.vocab.json")
        return
    teacher = (weights_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    speller = Speller(sorted(fixed() | {p for p in teacher if re.fullmatch(r"[a-z]+", p)}, key=str.encode),
                      WORDS, EMOTICONS)
    counts: collections.Counter = collections.Counter()
    for text in short_texts():
        counts.update(speller.words_of(text))
    pieces = choose(counts, teacher, chosen.size)
    tokenizer = Tokenizer(pieces, WORDS, EMOTICONS)
    whole = sum(count for word, count in counts.items() if word in tokenizer.ids) / sum(counts.values())
    tokenizer.save(WORK / f"{chosen.name}.vocab.json")
    print(f"{len(pieces)} pieces, {whole:.1%} of running words whole")


if __name__ == "__main__":
    fail_cleanly(main)
