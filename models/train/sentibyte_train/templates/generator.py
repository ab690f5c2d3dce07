"""Seeded sentences with labels in our own words, for what the real data is thin in (negation, contrast, emoji, ...).

The words and sentences are in `models/train/templates/`; files.py says how to write them.
"""

import random
from collections import defaultdict
from typing import NamedTuple

from sentibyte_train.templates import everyday
from sentibyte_train.templates.files import Word, by_label, domains, label_of, words
from sentibyte_train.templates.filler import Filler
from sentibyte_train.templates.slips import dress, louder, misspell

# The share of rows of each kind. Facts and the hard kinds of negation get the most.
WEIGHTS = {"simple": 5, "near_negation": 5, "far_negation": 6, "double_negation": 5, "contrast": 8, "degree": 5,
           "comparison": 8, "question": 5, "fact": 12, "fact_words": 8, "reported": 6, "emoji": 5, "tags": 4, "groups": 7,
           "names": 3, "places": 3, "countries": 3, "idiom": 8, "mixed": 5, "wish": 4, "expectation": 4, "short": 2,
           "support": 4, "social": 4,
           "nested_negation": 10, "two_negations": 9, "near_negators": 5, "virtues": 4, "late_negation": 5,
           "other_negation": 7, "never_trouble": 4, "change": 6, "hopes": 6, "strength": 12, "compare": 10, "figures": 8,
           "slang": 7, "brief": 5, "asked": 6, "moods": 4, "faces": 5, "rating": 7, "marks": 9, "advice": 8, "service": 6,
           "things": 6, "meals": 6, "stays": 6, "stories": 9, "misspelt": 14, "common": 4,
           "even_adjective": 9, "even_person": 8, "even_people": 6, "even_being": 6,
           "even_degree": 20, "even_degree_after": 16, "even_degree_before": 14, "even_degree_attribute": 14,
           "even_degree_heart": 9, "even_speaker": 15, "wishing": 15, "sayings": 17, "versus": 15, "senses": 12,
           "passing_negation": 13,
           "negated_fact": 8, "undecided": 6, "request": 5, "asking": 5, "token": 5, **everyday.EVERYDAY, **everyday.FAIR}
# Kinds whose rows come as one of each label about the same person or place, so that no name carries sentiment.
TRIPLED = ("groups", "names", "places", "countries")
# Kinds whose rows come as one sentence of each label, some times over with this slot's word alone changed. A word for a
# group of people, or for whoever has the opinion, changes no score; a word of degree changes it by its factor alone.
SWAPPED = {"even_adjective": "adjective", "even_person": "person", "even_people": "people", "even_being": "being",
           "even_degree": "degree", "even_degree_after": "degree_after", "even_degree_before": "degree_before",
           "even_degree_attribute": "degree_attr", "even_degree_heart": "degree_heart", "even_speaker": "speaker",
           **{kind: kind for kind in everyday.FAIR}}
DEGREES = ("weak", "none", "strong")
PLAIN = ("simple", "degree", "support", "idiom", "far_negation", "near_negation", "contrast", "comparison", "service",
         "things", "strength", "figures", "compare")
# Kinds that stand alone: nothing is said before or after.
ALONE = ("question", "asked", "short", "brief", "fact", "faces", "token", "asking", "request", "marks",
         *everyday.ALONE)
# Kinds made of sentences of other kinds.
DERIVED = ("emoji", "tags", "misspelt")


class Row(NamedTuple):
    """`group` is the same number for rows that differ in nothing but whom they speak of, so that a student can be asked to
    give them one score; 0 for a row that has no such fellows."""

    label: int
    score: float
    kind: str
    text: str
    group: int = 0


class Generator:
    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.drawn: dict[str, int] = defaultdict(int)
        self.groups = 0

    def sentence(self, kind: str, label: int, kept: dict[str, Word] | None = None, domain: str = "") -> tuple[str, float]:
        frame = self.rng.choice(by_label(kind)[label])
        if frame.domains and domain not in frame.domains:
            domain = self.rng.choice(frame.domains)
        return Filler(self.rng, domain or self.rng.choice(domains()), kept).fill(frame, label)

    def label(self, kind: str, among: tuple[int, ...]) -> int:
        """Labels in turn, so that a kind has as many rows of each."""
        self.drawn[kind] += 1
        return among[self.drawn[kind] % len(among)]

    def rows(self, kind: str) -> list[Row]:
        if kind in TRIPLED:
            return self.triple(kind)
        return self.swapped(kind) if kind in SWAPPED else [self.row(kind)]

    def row(self, kind: str) -> Row:
        if kind in DERIVED:
            text, score = getattr(self, kind)()
            return Row(label_of(score), score, kind, text)
        label = self.label(kind, tuple(sorted(by_label(kind))))
        domain = self.rng.choice(domains())
        text, score = self.sentence(kind, label, None, domain)
        if kind not in ALONE and self.rng.random() < 0.2:
            text, score = self.longer(text, score, label, domain)
        text = text if kind == "faces" else dress(text, self.rng)
        return Row(label, louder(text, score), kind, text)

    def longer(self, text: str, score: float, label: int, domain: str) -> tuple[str, float]:
        """A fact before or after, or another sentence of the same polarity."""
        if label == 1 or self.rng.random() < 0.6:
            parts = [text] + [self.sentence("fact", 1)[0] for _ in range(self.rng.choice((1, 1, 2, 3)))]
            self.rng.shuffle(parts)
            return " ".join(map(_stop, parts)), score
        more, second = self.sentence(self.rng.choice(PLAIN), label, None, domain)
        return f"{_stop(text)} {_stop(more)}", round((score + second) / 2, 3)

    def triple(self, kind: str) -> list[Row]:
        kept: dict[str, Word] = {}
        out = []
        for label in (0, 1, 2):
            text, score = self.sentence(kind, label, kept)
            out.append(Row(label, score, kind, text.lower() if self.rng.random() < 0.3 else text))
        return out

    def swapped(self, kind: str) -> list[Row]:
        slot = SWAPPED[kind]
        graded = slot.startswith("degree")
        choices = self.degrees(slot) if graded else self.group_words(slot, variants(kind))
        out = []
        small = self.rng.random() < 0.3
        for label in sorted(by_label(kind)):
            frame = self.rng.choice(by_label(kind)[label])
            domain, seed = self.rng.choice(frame.domains or domains()), self.rng.random()
            self.groups += 1
            for word in choices:
                text, score = Filler(random.Random(seed), domain, {f"{slot}1": word}).fill(frame, label)
                out.append(Row(label, score, kind, text.lower() if small else text, 0 if graded else self.groups))
        return out

    def degrees(self, slot: str) -> list[Word]:
        steps = [self.rng.choice(words()[f"{slot}_{step}"]) for step in DEGREES]
        return [step._replace(text=Filler(self.rng, "").expand(step.text)) for step in steps]

    def group_words(self, slot: str, count: int) -> list[Word]:
        """Different words, mostly of one area (faith, age, ...)."""
        area = self.pick(slot)
        chosen: set[str] = set()
        while len(chosen) < count:
            chosen.add(Filler(self.rng, "").expand(area if self.rng.random() < 0.75 else self.pick(slot)))
        return [Word(text, None, 1.0) for text in sorted(chosen)]

    def pick(self, name: str) -> str:
        return self.rng.choice(words()[name]).text

    def emoji(self) -> tuple[str, float]:
        label = self.label("emoji", (0, 1, 2))
        way = self.rng.random()
        face = self.pick(("emoji.neg", "emoji.none", "emoji.pos")[label])
        face *= self.rng.choices((1, 2, 3), (72, 14, 14))[0] if len(face.strip("\ufe0f")) <= 2 else 1
        gap = " " if face.isascii() else self.rng.choice((" ", " ", ""))
        if way < 0.06 and label != 1:
            return face, (label - 1) * 0.55
        if way < 0.55 or (label == 1 and way < 0.9):
            text, score = self.sentence(self.rng.choice(("fact", "fact", "fact", "fact_words")), 1)
            score = (label - 1) * 0.45
        else:
            text, score = self.sentence("mixed" if label == 1 else self.rng.choice(PLAIN), label)
            score = max(-1.0, min(1.0, score * 1.1))
        text = dress(text, self.rng)
        if self.rng.random() < 0.12:
            return f"{face} {text}", round(score, 3)
        return text.rstrip("." if self.rng.random() < 0.5 else "") + gap + face, round(score, 3)

    def misspelt(self) -> tuple[str, float]:
        label = self.label("misspelt", (0, 1, 2))
        right = text = ""
        # Not every sentence has an opinion word that is long enough to be misspelt.
        while text == right:
            kind = "fact" if label == 1 else self.rng.choice(("common", "common", self.rng.choice(PLAIN)))
            frame = self.rng.choice([frame for frame in by_label(kind)[label] if not frame.domains])
            filler = Filler(self.rng, self.rng.choice(domains()))
            right, score = filler.fill(frame, label)
            text = misspell(right, [right] if label == 1 else filler.polar, self.rng)
        return (text.lower() if self.rng.random() < 0.4 else text), score

    def tags(self) -> tuple[str, float]:
        label = self.label("tags", (0, 1, 2))
        kind = self.rng.choice(("fact", "question", "mixed", "social") if label == 1 else PLAIN)
        text, score = self.sentence(kind, label)
        text = dress(text, self.rng)
        shown = self.rng.random()
        if shown < 0.25:
            text = f"@{self.pick('handle')} {text}"
        elif shown < 0.4:
            text = f"{text} {self.pick('link')}"
        if shown > 0.2:
            polar = ("tag.neg", "tag.none", "tag.pos")[label]
            for _ in range(self.rng.choice((1, 1, 2, 3))):
                text += " #" + self.pick(polar if self.rng.random() < 0.35 else "tag.none")
        return text, score


def _stop(text: str) -> str:
    return text if text[-1] in ".!?" else text + "."


def variants(kind: str) -> int:
    return everyday.FAIR_VARIANTS if kind in everyday.FAIR else 3


def rows_at_once(kind: str) -> int:
    together = variants(kind) if kind in SWAPPED else 1
    return len(by_label(kind)) * together if kind in (*TRIPLED, *SWAPPED) else 1


def generate(count: int, seed: int) -> list[Row]:
    """`count` rows in random order, no text twice (case aside)."""
    maker, seen, out = Generator(seed), set(), []
    sizes = {kind: rows_at_once(kind) for kind in WEIGHTS}
    chances = [weight / sizes[kind] for kind, weight in WEIGHTS.items()]
    while len(out) < count:
        kind = maker.rng.choices(list(WEIGHTS), chances)[0]
        if count - len(out) < sizes[kind]:
            continue
        rows = maker.rows(kind)
        keys = {row.text.lower() for row in rows}
        if len(keys) == len(rows) and not keys & seen:
            seen |= keys
            out += rows
    maker.rng.shuffle(out)
    return out
