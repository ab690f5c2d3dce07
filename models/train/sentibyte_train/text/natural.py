"""Text as a person would have typed it, and its sentences."""

import html
import re

_BRACKETS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "-lcb-": "{", "-rcb-": "}"}
_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CONTRACTION = re.compile(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", re.IGNORECASE)
_SPLIT_WORDS = [(re.compile(rf"\b{a} {b}\b", re.IGNORECASE), a + b)
                for a, b in (("ca", "n't"), ("gon", "na"), ("wan", "na"), ("can", "not"), ("got", "ta"))]
_BEFORE = re.compile(r" ([.,!?;:)\]}%]|\.\.\.)")
_AFTER = re.compile(r"([(\[{$#]) ")
_QUOTES = re.compile(r"``\s?|\s?''")
_SPACES = re.compile(r"\s+")


def natural(text: str) -> str:
    """Penn-Treebank spelling, markup and doubled spaces back to how a person would have typed it."""
    text = html.unescape(text)
    text = _TAG.sub(" ", text)
    if "-" in text:
        for mark, bracket in _BRACKETS.items():
            if mark in text.lower():
                text = re.sub(re.escape(mark), bracket, text, flags=re.IGNORECASE)
    text = text.replace("\\/", "/").replace("`", "'")
    text = _QUOTES.sub('"', text)
    text = _CONTRACTION.sub(r"\1", text)
    for pattern, joined in _SPLIT_WORDS:
        text = pattern.sub(joined, text)
    text = _BEFORE.sub(r"\1", text)
    text = _AFTER.sub(r"\1", text)
    return _SPACES.sub(" ", text).strip()


_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n+|\s{3,}")


def sentences(text: str, shortest: int = 3, longest: int = 60) -> list[str]:
    """Cuts at sentence ends; pieces of fewer or more words than given are dropped."""
    parts = (part.strip() for part in _SENTENCE.split(natural(text)))
    return [part for part in parts if shortest <= len(part.split()) <= longest]
