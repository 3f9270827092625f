#!/usr/bin/env python3
"""Writes data/words/words.tsv from the dictionary of the Python package jieba 0.42.1 (MIT).

Usage: tools/words.py DICT, where DICT is jieba/dict.txt of that package (word, frequency, tag).

The table is evidence on where a personal name ends: in 区长王刚说 the pair 刚说 is no word. So names of
people are left out, and of places those that the gazetteer knows. The dictionary tags many ordinary
words as names of people (文明, 明白, 陆军); data/words/ordinary.tsv lists them with a tag of their own.
"""

import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
PEOPLE = ("nr", "nrfg", "nrt")
MIN_FREQUENCY = 12


def rows_of(path):
    """The rows of a table of the project, without comments and the header row."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [line.split("\t") for line in lines[1:]]


def gazetteer_names():
    names = set()
    for _, _, _, name, short, colloquial, *_ in rows_of(DATA / "gazetteer" / "divisions.tsv"):
        names.update([name, *short.split(), *colloquial.split()])
    return names


def is_han(word):
    return all("\u3400" <= c <= "\u9fff" for c in word)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    places = gazetteer_names()
    ordinary = {word: tag for word, tag in rows_of(DATA / "words" / "ordinary.tsv")}
    kept = {}
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        frequency = int(frequency)
        if not is_han(word) or len(word) > 4:
            continue
        # A single character is kept whatever its tag: 王 as a name is exactly the evidence wanted.
        if len(word) > 1:
            tag = ordinary.get(word, tag)
            if frequency < MIN_FREQUENCY or tag in PEOPLE or tag == "ns" and word in places:
                continue
        kept[word] = (frequency, tag)
    lines = [
        "# Words of one to four characters with frequency and part of speech, as evidence on the borders of names.",
        "# Source: dict.txt of jieba 0.42.1 (MIT, Sun Junyi), frequency 12 and more; single characters all.",
        "# Written by tools/words.py; do not edit. Without names of people, and without places of the gazetteer.",
        "word\tfreq\ttag",
    ] + [f"{word}\t{frequency}\t{tag}" for word, (frequency, tag) in sorted(kept.items())]
    out = DATA / "words" / "words.tsv"
    out.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(len(kept), "words,", out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
