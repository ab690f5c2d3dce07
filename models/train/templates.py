"""Seeded sentences with labels in our own words, for what the real data is thin in (negation, contrast, emoji, ...).

    python models/train/templates.py --count 60000 --seed 1 --out FILE.tsv

`templates/words*.txt` holds word lists, `templates/frames*.txt` the sentences by kind.

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

import argparse
import random
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("templates")
LABELS = ("negative", "neutral", "positive")
NEUTRAL_WITHIN = 0.2
# How often each kind is drawn. Facts and the hard kinds of negation get the most.
WEIGHTS = {"simple": 5, "near_negation": 5, "far_negation": 6, "double_negation": 5, "contrast": 8, "degree": 5,
           "comparison": 6, "question": 5, "fact": 12, "fact_words": 4, "reported": 6, "emoji": 5, "tags": 4, "groups": 3,
           "names": 2, "places": 2, "countries": 2, "idiom": 5, "mixed": 5, "wish": 4, "expectation": 4, "short": 2,
           "support": 4, "social": 4,
           "nested_negation": 10, "two_negations": 9, "near_negators": 5, "virtues": 4, "late_negation": 5,
           "other_negation": 7, "never_trouble": 4, "change": 6, "hopes": 6, "strength": 5, "compare": 7, "figures": 8,
           "slang": 4, "brief": 3, "asked": 6, "moods": 4, "faces": 5, "rating": 6, "advice": 6, "service": 6,
           "things": 6, "meals": 4, "stays": 4, "stories": 6, "misspelt": 5}
# Kinds whose rows come as one of each label about the same person or place, so that no name carries sentiment.
TRIPLED = ("groups", "names", "places", "countries")
PLAIN = ("simple", "degree", "support", "idiom", "far_negation", "near_negation", "contrast", "comparison", "service",
         "things", "strength", "figures", "compare")
# Kinds that stand alone: nothing is said before or after.
ALONE = ("question", "asked", "short", "brief", "fact", "faces")
# Kinds made of sentences of other kinds.
DERIVED = ("emoji", "tags", "misspelt")


class Row(NamedTuple):
    label: int
    score: float
    kind: str
    text: str


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


# --- The data files ---------------------------------------------------------------------------------


def _lines(pattern: str):
    for path in sorted(FOLDER.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("# "):
                yield line.strip()


@cache
def words() -> dict[str, list[Word]]:
    out: dict[str, list[Word]] = defaultdict(list)
    name = ""
    for line in _lines("words*.txt"):
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
    for line in _lines("frames*.txt"):
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


# --- One sentence -----------------------------------------------------------------------------------

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(-?)([A-Za-z_]+)([0-9]?)\}")
_A = re.compile(r"\b([Aa]) (?=[aeiouAEIOU]|hour\b|honest|honour|8\b|8[0-9]\b|11\b|18\b)(?!one\b|once|eu|uni[oqtv]|use[rd f]|usual|Uk|UK|Eur)")


class Filler:
    """Fills frames about one domain. `kept` holds the words of numbered slots, `polar` the graded words drawn."""

    def __init__(self, rng: random.Random, domain: str, kept: dict[str, Word] | None = None) -> None:
        self.rng, self.domain = rng, domain
        self.kept = {} if kept is None else kept
        self.polar: list[str] = []

    def fill(self, frame: Frame, label: int) -> tuple[str, float]:
        strengths: list[float] = []
        factors: list[float] = []
        used: set[str] = set()

        def expand(text: str, side: int) -> str:
            return _SLOT.sub(lambda found: word(side, *found.groups()), self.choose(text))

        def word(side: int, flip: str, name: str, number: str) -> str:
            key = flip + name + number
            if number and key in self.kept:
                return self.kept[key].text
            side = 2 - side if flip else side
            chosen = self.draw(name, side, used)
            used.add(chosen.text)
            chosen = chosen._replace(text=expand(chosen.text, side))
            if number:
                self.kept[key] = chosen
            factors.append(chosen.factor)
            if chosen.strength is not None:
                self.polar.append(chosen.text)
                if side == label:
                    strengths.append(chosen.strength)
            return chosen.text

        return _tidy(expand(frame.text, label)), self.score(frame, label, strengths, factors)

    def choose(self, text: str) -> str:
        before = None
        while text != before:
            before, text = text, _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), text)
        return text

    def score(self, frame: Frame, label: int, strengths: list[float], factors: list[float]) -> float:
        sign, spec = label - 1, frame.score
        if spec[0] == "~":
            value = sign * float(spec[1:].split("/")[0 if sign > 0 or "/" not in spec else 1])
        elif spec[0] == "*":
            if not strengths:
                raise ValueError(f"no graded word in: {frame.text}")
            value = sign * float(spec[1:]) * sum(strengths) / len(strengths)
        else:
            return float(spec)
        for factor in factors:
            value *= factor
        # A weakened word keeps its side: "a bit dull" is still negative.
        return round(sign * min(1.0, max(NEUTRAL_WITHIN + 0.05, abs(value))), 3)

    def draw(self, name: str, label: int, used: set[str]) -> Word:
        half = {0: ".neg", 2: ".pos"}.get(label, "")
        lists = [found for key in (name, f"{self.domain}.{name}") for end in ("", half)
                 if (found := words().get(key + end))]
        if not lists:
            raise KeyError(f"{name} ({LABELS[label]}, {self.domain})")
        chosen = self.rng.choice(self.rng.choice(lists))
        for _ in range(4):
            if chosen.text not in used:
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


# --- How people type --------------------------------------------------------------------------------

_FULL = (("can't", "cannot"), ("won't", "will not"), ("shan't", "shall not"), ("n't", " not"), ("I'm", "I am"),
         ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("it's", "it is"), ("It's", "It is"), ("that's", "that is"),
         ("That's", "That is"))


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
    spots = [found for found in re.finditer(r"\b[a-z]{5,}\b", text)]
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


def misspell(text: str, marked: list[str], rng: random.Random) -> str:
    """Errors in the words that matter: those of `marked` parts, and those that people often get wrong."""
    important = set(re.findall(r"[a-z]{5,}", " ".join(marked)))

    def wrong(found: re.Match) -> str:
        word = found[0]
        if word in slips() and rng.random() < 0.6:
            return rng.choice(slips()[word])
        return typo(word, rng) if word in important and rng.random() < 0.6 else word

    return re.sub(r"\b[a-z]{4,}\b", wrong, text)


def louder(text: str, score: float) -> float:
    """Exclamation marks and capitals make an opinion stronger."""
    factor = 1.2 if text.endswith("!!") else 1.1 if text.endswith("!") else 1.0
    if text.isupper():
        factor *= 1.1
    return round(max(-1.0, min(1.0, score * factor)), 3)


# --- Rows -------------------------------------------------------------------------------------------


class Generator:
    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.drawn: dict[str, int] = defaultdict(int)

    def sentence(self, kind: str, label: int, kept: dict[str, Word] | None = None, domain: str = "") -> tuple[str, float]:
        frame = self.rng.choice(by_label(kind)[label])
        if frame.domains and domain not in frame.domains:
            domain = self.rng.choice(frame.domains)
        return Filler(self.rng, domain or self.rng.choice(domains()), kept).fill(frame, label)

    def label(self, kind: str, among: tuple[int, ...]) -> int:
        """Labels in turn, so that a kind has as many rows of each."""
        self.drawn[kind] += 1
        return among[self.drawn[kind] % len(among)]

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
        kind = "fact" if label == 1 else self.rng.choice(PLAIN)
        filler = Filler(self.rng, self.rng.choice(domains()))
        frame = self.rng.choice([frame for frame in by_label(kind)[label] if not frame.domains])
        text, score = filler.fill(frame, label)
        text = misspell(text, [text] if label == 1 else filler.polar, self.rng)
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


def generate(count: int, seed: int) -> list[Row]:
    """`count` rows in random order, no text twice (case aside)."""
    maker, seen, out = Generator(seed), set(), []
    kinds, weights = list(WEIGHTS), list(WEIGHTS.values())
    while len(out) < count:
        kind = maker.rng.choices(kinds, weights)[0]
        if kind in TRIPLED:
            rows = maker.triple(kind) if count - len(out) >= 3 else []
        else:
            rows = [maker.row(kind)]
        keys = {row.text.lower() for row in rows}
        if len(keys) == len(rows) and not keys & seen:
            seen |= keys
            out += rows
    maker.rng.shuffle(out)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    with given.out.open("w", encoding="utf-8") as file:
        for row in generate(given.count, given.seed):
            file.write(f"{row.label}\t{row.score:g}\t{row.kind}\t{row.text}\n")


if __name__ == "__main__":
    main()
