"""Fills one frame with words and works out its score."""

import random
import re

from sentibyte_train.templates.files import LABELS, NEUTRAL_WITHIN, Frame, Word, words

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(-?)([A-Za-z_]+)([0-9]?)\}")
_A = re.compile(r"\b([Aa]) (?=[aeiouAEIOU]|hour\b|honest|honour|HIV|8\b|8[0-9]\b|11\b|18\b)"
                r"(?!one\b|once|eu|uni[oqtv]|use[rd fl]|usual|Ug|Uk|UK|Uni|Uru|Uy|Eur)")


class Filler:
    """Fills frames about one domain. `kept` holds the words of numbered slots, `polar` the graded words drawn."""

    def __init__(self, rng: random.Random, domain: str, kept: dict[str, Word] | None = None) -> None:
        self.rng, self.domain = rng, domain
        self.kept = {} if kept is None else kept
        self.polar: list[str] = []
        self.begin(1)

    def begin(self, label: int) -> None:
        self.label = label
        self.strengths: list[float] = []
        self.factors = [word.factor for word in self.kept.values()]
        self.used: set[str] = set()

    def fill(self, frame: Frame, label: int) -> tuple[str, float]:
        self.begin(label)
        return _tidy(self.expand(frame.text, label)), self.score(frame)

    def expand(self, text: str, side: int = 1) -> str:
        return _SLOT.sub(lambda found: self.word(side, *found.groups()), self.choose(text))

    def word(self, side: int, flip: str, name: str, number: str) -> str:
        key = flip + name + number
        if number and key in self.kept:
            return self.kept[key].text
        side = 2 - side if flip else side
        chosen = self.draw(name, side)
        self.used.add(chosen.text)
        chosen = chosen._replace(text=self.expand(chosen.text, side))
        if number:
            self.kept[key] = chosen
        self.factors.append(chosen.factor)
        if chosen.strength is not None:
            self.polar.append(chosen.text)
            if side == self.label:
                self.strengths.append(chosen.strength)
        return chosen.text

    def choose(self, text: str) -> str:
        before = None
        while text != before:
            before, text = text, _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), text)
        return text

    def score(self, frame: Frame) -> float:
        sign, spec = self.label - 1, frame.score
        if spec[0] == "~":
            value = sign * float(spec[1:].split("/")[0 if sign > 0 or "/" not in spec else 1])
        elif spec[0] == "*":
            if not self.strengths:
                raise ValueError(f"no graded word in: {frame.text}")
            value = sign * float(spec[1:]) * sum(self.strengths) / len(self.strengths)
        else:
            return float(spec)
        for factor in self.factors:
            value *= factor
        # A weakened word keeps its side: "a bit dull" is still negative.
        return round(sign * min(1.0, max(NEUTRAL_WITHIN + 0.05, abs(value))), 3)

    def draw(self, name: str, label: int) -> Word:
        half = {0: ".neg", 2: ".pos"}.get(label, "")
        lists = [found for key in (name, f"{self.domain}.{name}") for end in ("", half)
                 if (found := words().get(key + end))]
        if not lists:
            raise KeyError(f"{name} ({LABELS[label]}, {self.domain})")
        chosen = self.rng.choice(self.rng.choice(lists))
        for _ in range(4):
            if chosen.text not in self.used:
                break
            chosen = self.rng.choice(self.rng.choice(lists))
        return chosen


_PLURALS = tuple((re.compile(ending), plural) for ending, plural in (
    (r"eriess\b", "eries"), (r"\bbuss\b", "buses"), (r"sss\b", "sses"), (r"(x|sh|[nt]ch)s\b", r"\1es"),
    (r"(?<=[a-z][^aeiou\W])ys\b", "ies")))


def _tidy(text: str) -> str:
    text = re.sub(r" +", " ", text).strip()
    text = re.sub(r" (?=[,.;?!](?: |$))", "", text)
    text = _A.sub(r"\1n ", text)
    for ending, plural in _PLURALS:
        text = ending.sub(plural, text)
    text = re.sub(r"(?:^|(?<=[.!?] ))[a-z]", lambda first: first[0].upper(), text)
    return text
