"""The pieces of a model's tokenizer.

    python -m sentibyte_train.commands.vocabulary --size 10000 --name small
    python -m sentibyte_train.commands.vocabulary --of models/small.float.sbm --name small --wide

The second takes the pieces of a shipped model, to train on from it; the first chooses anew, from the corpus of now. Either
way words are rewritten as is said now: contractions, and words for who or where somebody is (templates/alike.py).
"""

import argparse
from pathlib import Path

from sentibyte_train.blob.reader import read_float_model
from sentibyte_train.corpus.texts import short_texts
from sentibyte_train.errors import fail_cleanly
from sentibyte_train.paths import WORK
from sentibyte_train.templates.alike import alike
from sentibyte_train.text.tokenizer import EMOTICONS, WORDS, Tokenizer
from sentibyte_train.text.vocabulary import choose, count_words
from sentibyte_train.text.wordpieces import pieces_of_teacher


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument("--size", type=int)
    source.add_argument("--of", type=Path, metavar="BLOB")
    options.add_argument("--name", required=True)
    options.add_argument("--wide", action="store_true",
                         help="peoples, faiths and countries of the whole world are read as one word each too (13 kB)")
    chosen = options.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    kept = WORK / f"{chosen.name}.vocab.json"
    words = {**alike(chosen.wide), **WORDS}
    if chosen.of:
        Tokenizer(read_float_model(chosen.of).tokenizer.pieces, words, EMOTICONS).save(kept)
        return
    teacher = pieces_of_teacher()
    counts = count_words(short_texts(), teacher, words)
    tokenizer = Tokenizer(choose(counts, teacher, chosen.size, words), words, EMOTICONS)
    tokenizer.save(kept)
    whole = sum(count for word, count in counts.items() if word in tokenizer.ids) / sum(counts.values())
    print(f"{len(tokenizer.pieces)} pieces, {whole:.1%} of running words whole")


if __name__ == "__main__":
    fail_cleanly(main)
