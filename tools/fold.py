#!/usr/bin/env python3
"""Writes data/fold/: which characters are other forms of those that the tables of data/ are written in.

Sources:
  OpenCC's dictionaries TSCharacters.txt and TSPhrases.txt (Apache-2.0, https://github.com/BYVoid/OpenCC), as the package
  opencc-python-reimplemented brings them; Unicode's EquivalentUnifiedIdeograph.txt (Unicode licence), as perl brings it;
  the canonical decompositions of Python's unicodedata.

usage: tools/fold.py FOLDER_OF_OPENCC/dictionary
"""

import pathlib
import re
import subprocess
import sys
import unicodedata

OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "fold"

HEAD = """\
# Characters that are other forms of those that the tables are written in. Made by tools/fold.py from OpenCC's
# TSCharacters.txt (Apache-2.0), Unicode's EquivalentUnifiedIdeograph.txt and canonical decompositions.
# kind: form (a radical, a compatibility ideograph, a wide letter or digit: read as the other everywhere), traditional (read
# so everywhere: simplified text has no such character), both (simplified text has it too, as 乾 in 乾县: read so only on
# a page in traditional characters).
from\tto\tkind
"""

PHRASES = """\
# Words of a page in traditional characters in which a character does not become what it usually becomes. From OpenCC's
# TSPhrases.txt (Apache-2.0), those of as many characters as they become; made by tools/fold.py.
from\tto
"""


# Given back to simplified text in 2013, for names.
NAMES = "昇甦祕閤徵矇"


def lines(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            source, targets = line.split("\t")
            yield source, targets.split()[0]


def in_gb2312(c):
    try:
        c.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def radicals():
    text = subprocess.run(["perl", "-e", 'print do "unicore/To/EqUIdeo.pl"'], capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        first, last, to = re.fullmatch(r"(\w+)\t(\w*)\t(\w+)", line).groups()
        for code in range(int(first, 16), int(last or first, 16) + 1):
            # The strokes that follow the radicals are used as strokes.
            if code < 0x31C0:
                yield chr(code), chr(int(to, 16))


def main():
    opencc = pathlib.Path(sys.argv[1])
    simplified = {a: b for a, b in lines(opencc / "TSCharacters.txt") if len(a) == len(b) == 1 and a != b}
    table = {}
    for a, b in simplified.items():
        table[a] = (b, "both" if in_gb2312(a) or a in NAMES else "traditional")
    forms = dict(radicals())
    for code in [*range(0xF900, 0xFB00)]:
        one = unicodedata.normalize("NFC", chr(code))
        if one != chr(code) and len(one) == 1:
            forms[chr(code)] = one
    for a, b in forms.items():
        table[a] = (simplified.get(b, b), "form")
    for first, last in ("09", "AZ", "az"):
        for code in range(ord(first), ord(last) + 1):
            table[chr(code + 0xFEE0)] = (chr(code), "form")
    for a, b in zip("「」『』", "“”‘’"):
        table[a] = (b, "both")
    # One table of sixteen bits holds it; what lies beyond is in no name that the program knows.
    rows = [(a, b, kind) for a, (b, kind) in sorted(table.items()) if ord(a) < 0x10000 and ord(b) < 0x10000]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "characters.tsv").write_text(HEAD + "".join(f"{a}\t{b}\t{k}\n" for a, b, k in rows), encoding="utf-8")
    fold = lambda text: "".join(table.get(c, (c,))[0] for c in text)
    phrases = [(a, b) for a, b in lines(opencc / "TSPhrases.txt") if len(a) == len(b) and fold(a) != b]
    (OUT / "phrases.tsv").write_text(PHRASES + "".join(f"{a}\t{b}\n" for a, b in sorted(phrases)), encoding="utf-8")
    print(len(rows), "characters,", len(phrases), "words")


main()
