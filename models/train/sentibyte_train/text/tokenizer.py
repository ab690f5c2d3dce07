"""Text to piece ids. docs/TOKENIZER.md is the algorithm; web/lib/tokenizer is the same in TypeScript."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

UNKNOWN = "[unk]"
NUMBER = "<num>"
LONGEST_WORD = 40
CACHED_TOKENS = 500_000
SUFFIXES = ("'re", "'ve", "'ll", "'s", "'d", "'m")

# --- 1. Normalise -----------------------------------------------------------------------------------


def _ranges(*pairs) -> set[int]:
    out: set[int] = set()
    for pair in pairs:
        low, high = pair if isinstance(pair, tuple) else (pair, pair)
        out.update(range(low, high + 1))
    return out


_MARKS = _ranges((0x300, 0x36F))
_DROPPED = _MARKS | _ranges(0xAD, (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0xFE00, 0xFE0F), 0xFEFF,
                            (0x1F3FB, 0x1F3FF), (0xE0000, 0xE007F))
_SPACES = _ranges((0, 0x20), (0x7F, 0xA0), 0x1680, (0x2000, 0x200A), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
                  (0xD800, 0xDFFF))
_FIXED = {**dict.fromkeys(_DROPPED, ""), **dict.fromkeys(_SPACES, " "),
          **dict.fromkeys((0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0x60, 0xB4, 0xFF07), "'"),
          **dict.fromkeys((0x201C, 0x201D, 0x201E, 0xAB, 0xBB), '"'),
          **dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-"),
          # Mapped only since Unicode 14 and later: browsers that run the engine know 13.
          **{code: chr(code) for code in (0x1C89, 0x2C2F, 0xA7C0, *range(0xA7CB, 0xA7DD), *range(0xA7F1, 0xA7F5))}}


class _Normal(dict):
    """For str.translate: the characters that a code point becomes, worked out once."""

    def __missing__(self, code: int) -> str:
        if code in _FIXED:
            out = _FIXED[code]
        elif code < 0x10000 or 0x1D400 <= code <= 0x1D7FF:
            lowered = "".join(c.lower() for c in unicodedata.normalize("NFKD", chr(code)))
            out = "".join(c for c in lowered if ord(c) not in _MARKS)
        else:
            out = chr(code)
        self[code] = out
        return out


_NORMAL = _Normal()
_TAG = re.compile(r"#[A-Za-z][A-Za-z0-9_]*")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

# --- 2. Character classes ---------------------------------------------------------------------------

_C = "\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_S = ("!-/:-@\\[-`{-~\u00a1-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u0964\u0965\u2010-\u2027\u2030-\u205e\u20a0-\u20cf"
      "\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f\u3001-\u303f\u30fb\ufe10-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
      "\uff5b-\uff65\ufffc\ufffd\U0001f000-\U0001faff")
_W = f"[^ {_S}{_C}]"
_JOIN = re.compile(f"(?<={_W}) (?=n't(?!{_W}))")


def normalise(text: str) -> str:
    if "#" in text:
        text = _TAG.sub(lambda tag: _HUMP.sub(" ", tag.group()).replace("_", " "), text)
    return _JOIN.sub("", text.translate(_NORMAL))


# --- 3 and 4. Cut -----------------------------------------------------------------------------------


class Tokenizer:
    def __init__(self, pieces: list[str], words: dict[str, str], emoticons: dict[str, str]) -> None:
        if sorted(pieces, key=str.encode) != pieces or len(set(pieces)) != len(pieces):
            raise ValueError("pieces are not sorted by bytes, or not distinct")
        self.pieces = pieces
        self.ids = {piece: number for number, piece in enumerate(pieces)}
        self.unknown = self.ids[UNKNOWN]
        self.words, self.emoticons = words, emoticons
        self._cache: dict[str, list[int]] = {}
        faces = []
        for face in sorted(emoticons, key=len, reverse=True):
            before = f"(?<!{_W})" if re.match(_W, face[0]) else "(?<![0-9])"
            after = f"(?!{_W})" if re.match(_W, face[-1]) else ""
            faces.append(before + re.escape(face) + after)
        self._cut = re.compile(
            f"(?<!{_W})(?:https?://|www\\.)[^ ]*|(?<!{_W})@[a-z0-9_]+|\\#(?={_W})"
            + f"|(?P<face>{'|'.join(faces)})"
            + f"|(?P<suffix>(?<![^ ])'(?:s|re|ve|ll|d|m)(?!{_W}))"
            + f"|(?P<word>{_W}+(?:'{_W}+)*)|(?P<char>[{_C}])|(?P<run>([{_S}])(?P=same)*)".replace(
                "([", "(?P<same>[")
        )

    def encode(self, text: str) -> list[int]:
        out: list[int] = []
        for token, kind in self.cut(text):
            ids = self._cache.get(token)
            if ids is None:
                ids = [self.ids.get(p, self.unknown) for p in self._split(token, kind)]
                if len(self._cache) < CACHED_TOKENS:
                    self._cache[token] = ids
            for piece in ids:
                if piece != self.unknown or not out or out[-1] != piece:
                    out.append(piece)
        return out

    def cut(self, text: str) -> Iterator[tuple[str, str]]:
        """Tokens and their kinds, before rewrites and pieces."""
        for match in self._cut.finditer(normalise(text)):
            if match.lastgroup is not None:
                yield match.group(), match.lastgroup

    def _split(self, token: str, kind: str) -> list[str]:
        if kind == "word":
            return self._word(self._shorten(token))
        if kind == "face":
            return self.emoticons[token].split(" ")
        if kind == "run" and len(token) > 1:
            if token[0] == ".":
                return ["..."]
            return [token[0]] * (2 if token[0] in "!?" or token[0] >= "\u2190" else 1)
        return [token]

    def _shorten(self, word: str) -> str:
        two = re.sub(r"([a-z])\1{2,}", r"\1\1", word)
        if two == word or two in self.words or two in self.ids:
            return two
        one = re.sub(r"([a-z])\1{2,}", r"\1", word)
        return one if one in self.words or one in self.ids else two

    def _word(self, word: str) -> list[str]:
        # A loop, not a recursion: "a'm'm'm..." may go on for a million characters.
        tail: list[str] = []
        while word and word not in self.words and "'" in word:
            if word.endswith("n't"):
                tail.append("not")
                word = word[:-3]
                continue
            suffix = next((s for s in SUFFIXES if word.endswith(s)), None)
            if suffix is None:
                return [piece for part in word.split("'") for piece in self._part(part)] + tail[::-1]
            tail.append(suffix)
            word = word[: -len(suffix)]
        return self._part(word) + tail[::-1]

    def _part(self, word: str) -> list[str]:
        if not word:
            return []
        if word in self.words:
            return self.words[word].split(" ")
        if len(word) >= 3 and all("0" <= c <= "9" for c in word):
            return [NUMBER]
        return self._greedy(word)

    def _greedy(self, word: str) -> list[str]:
        if len(word) > LONGEST_WORD:
            return [UNKNOWN]
        out, start = [], 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                piece = prefix + word[start:end]
                if piece in self.ids:
                    out.append(piece)
                    break
            else:
                return [UNKNOWN]
            start = end
        return out

    # --- On disk while training; the blob carries the same three things ---

    def save(self, path: Path) -> None:
        path.write_text(json.dumps({"pieces": self.pieces, "words": self.words, "emoticons": self.emoticons},
                                   ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Tokenizer":
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(raw["pieces"], raw["words"], raw["emoticons"])


# --- What every model shares ------------------------------------------------------------------------

EMOTICONS = {face: canon for canon, faces in {
    ":)": ":) :-) =) :] :^) :o) (: (-: (= c: ^_^ ^^ ^-^ ^.^ :> :3",
    ":d": ":d :-d =d 8d xd :'d",
    ";)": ";) ;-) ;] (;",
    ":p": ":p :-p =p ;p",
    ":*": ":* :-* ;*",
    "<3": "<3 <33 <333",
    "</3": "</3",
    ":(": ":( :-( =( :[ :^( ): )-: )= :c :< d: >:( >:-( :@",
    ":'(": ":'( ;( ;-( ;_; t_t t.t :,(",
    ":/": ":/ :-/ =/ :\\ :-\\ =\\ :s",
    ":|": ":| :-| =| -_- -.- -__-",
    ":o": ":o :-o =o o_o o.o",
}.items() for face in faces.split(" ")}

_NOT = {base + "nt": f"{base} not" for base in
        ("do", "does", "did", "is", "was", "are", "were", "have", "has", "had", "could", "would", "should", "must")}
WORDS = {**_NOT, "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wont": "will not",
         "shan't": "shall not", "ain't": "is not", "aint": "is not", "n't": "not", "it's": "it 's", "im": "i 'm",
         "ive": "i 've", "youre": "you 're", "theyre": "they 're", "thats": "that 's", "u": "you", "ur": "your",
         "gonna": "going to", "wanna": "want to", "gotta": "got to", "y'all": "you all", "let's": "let 's",
         "luv": "love", "gr8": "great", "w/o": "without", "omg": "omg", "lol": "lol"}
WORDS = {word: pieces for word, pieces in WORDS.items() if pieces != word and "/" not in word}
