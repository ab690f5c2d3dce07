"""Reads a language's word lists `templates/LANGUAGE/words/TOPIC.txt` and sentences `templates/LANGUAGE/frames/TOPIC.txt`.

Files are read in the order of their names, and a list or a kind that several of them have goes on from one to the next.

Word lists: `= name`, then entries parted by `, ` (by `; ` in a line that has one). A line may begin with a strength
(`0.8: lovely, ...`) or a factor (`x1.3: very, ...`). A list that ends with `.pos` or `.neg` is one half of a polar slot;
one that begins with a domain (`film.n`) is used where the sentence is about that domain, beside the general list.

Frames: `== kind`, then lines `SCORE sentence`, and ` @@ film book` at the end where only some domains fit.
- SCORE is a number, or `*0.9` (a factor on the strength of the words), or `~0.4` or `~0.4/0.5` (this strength, or one for
  positive and one for negative). With `*` and `~` the frame serves both polarities, so none of its words leaks a label.
- `[a|b|]` is a choice, `{slot}` a word, `{-slot}` a word of the opposite polarity, `{slot1}` the same word each time.
  Words may hold choices and slots too; a `{-slot}` hands its turned polarity down to them.
- `a` becomes `an` where it must.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sentibyte_train.paths import TEMPLATES

ENGLISH = TEMPLATES / "en"
LABELS = ("negative", "neutral", "positive")
NEUTRAL_WITHIN = 0.2


class Word(NamedTuple):
    text: str
    strength: float | None
    factor: float


class Frame(NamedTuple):
    score: str
    text: str
    domains: tuple[str, ...]

    def labels(self) -> tuple[int, ...]:
        return (0, 2) if self.score[0] in "*~" else (label_of(float(self.score)),)


def label_of(score: float) -> int:
    return 0 if score < -NEUTRAL_WITHIN else 2 if score > NEUTRAL_WITHIN else 1


def _lines(part: str) -> Iterator[str]:
    for path in sorted((ENGLISH / part).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("# "):
                yield line.strip()


@cache
def words() -> dict[str, list[Word]]:
    out: dict[str, list[Word]] = defaultdict(list)
    name = ""
    for line in _lines("words"):
        if line.startswith("= "):
            name = line[2:]
            continue
        strength, factor = None, 1.0
        if head := re.match(r"(x?)(-?[0-9.]+): ", line):
            line = line[head.end():]
            strength, factor = (None, float(head[2])) if head[1] else (float(head[2]), 1.0)
        # A mark within an emoticon or a number has no space after it.
        for text in re.split(r";(?: |$)" if re.search(r";(?: |$)", line) else r",(?: |$)", line):
            if text.strip():
                out[name].append(Word(text.strip(), strength, factor))
    return dict(out)


@cache
def frames() -> dict[str, list[Frame]]:
    out: dict[str, list[Frame]] = defaultdict(list)
    kind = ""
    for line in _lines("frames"):
        if line.startswith("== "):
            kind = line[3:]
            continue
        score, text = line.split(" ", 1)
        text, _, domains = text.partition(" @@ ")
        out[kind].append(Frame(score, text, tuple(domains.split())))
    return dict(out)


@cache
def by_label(kind: str) -> dict[int, list[Frame]]:
    out: dict[int, list[Frame]] = defaultdict(list)
    for frame in frames()[kind]:
        for label in frame.labels():
            out[label].append(frame)
    return dict(out)


@cache
def domains() -> list[str]:
    return sorted(name.removesuffix(".n") for name in words() if name.endswith(".n"))
