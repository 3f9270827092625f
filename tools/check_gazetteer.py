#!/usr/bin/env python3
"""Checks the form of the tables under data/gazetteer, data/words and data/names; prints a summary.

Usage: tools/check_gazetteer.py. Exits with 1 and a list where a rule is broken.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
TABLES = {
    "gazetteer/divisions.tsv": "code parent level name short colloquial former since",
    "gazetteer/townships.tsv": "code name short parent",
    "gazetteer/colloquial.tsv": "code name kind note",
    "words/words.tsv": "word freq tag",
    "words/ordinary.tsv": "word tag",
    "names/surnames.tsv": "surname weight",
    "names/given.tsv": "char weight first second",
    "names/minority.tsv": "piece tradition position weight",
}
KEYS = {"gazetteer/colloquial.tsv": 2, "names/minority.tsv": 2}
problems = []


def read(name):
    text = (DATA / name).read_bytes().decode("utf-8")
    if "\r" in text or not text.endswith("\n") or text.endswith("\n\n"):
        problems.append(f"{name}: line ends")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    header = TABLES[name].split()
    if lines[0].split("\t") != header:
        problems.append(f"{name}: header {lines[0]}")
    rows = [line.split("\t") for line in lines[1:]]
    for row in rows:
        if len(row) != len(header) or any(f != f.strip() or "  " in f for f in row):
            problems.append(f"{name}: {row}")
    keys = Counter(tuple(row[: KEYS.get(name, 1)]) for row in rows)
    problems.extend(f"{name}: twice: {key}" for key, n in keys.items() if n > 1)
    print(f"{name}: {len(rows)} rows")
    return rows


def check_divisions(rows):
    codes = {row[0] for row in rows}
    if [row[0] for row in rows] != sorted(codes):
        problems.append("divisions: not sorted by code")
    holders, full = defaultdict(set), Counter()
    for code, parent, level, name, short, colloquial, former, since in rows:
        everyday = short.split() + colloquial.split()
        past = [f.split("@")[0] for f in former.split()]
        if level != "province" and parent not in codes:
            problems.append(f"{code}: parent {parent}")
        if name in everyday + past or len(set(everyday)) != len(everyday) or set(past) & set(short.split()):
            problems.append(f"{code}: a name twice")
        if any(len(s) < 2 for s in short.split()) or not since.isdigit():
            problems.append(f"{code}: short or since")
        for s in short.split():
            holders[s].add(code)
        if level == "county":
            full[name] += 1
    print("levels:", dict(Counter(row[2] for row in rows)))
    print(f"county names: {len(full)}, held by one division: {sum(n == 1 for n in full.values())}")
    print("short:", sum(len(r[4].split()) for r in rows), "colloquial:", sum(len(r[5].split()) for r in rows),
          "former:", sum(len(r[6].split()) for r in rows), "divisions with a former name:", sum(bool(r[6]) for r in rows))
    top = sorted(holders.items(), key=lambda item: (-len(item[1]), item[0]))[:20]
    print("most ambiguous short names:", " ".join(f"{name}:{len(c)}" for name, c in top))
    return codes


def main():
    tables = {name: read(name) for name in TABLES}
    codes = check_divisions(tables["gazetteer/divisions.tsv"])
    for code, name, _, parent in tables["gazetteer/townships.tsv"]:
        if (code[:6] in codes) == bool(parent) or parent and parent not in codes or not name:
            problems.append(f"township {code} {name}: parent")
    print("\n".join(problems) or "no problems")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
