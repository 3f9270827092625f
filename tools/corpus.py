#!/usr/bin/env python3
"""Makes any number of pages from the samples: other places, names, initiatives and dates, the same kind of text.

    tools/corpus.py 20000 --form jsonl   > pages.jsonl
    tools/corpus.py 20000 --form folder    pages/        (a thousand pages a folder)
    tools/corpus.py 20000 --form tar     > pages.tar

The same number and seed give the same bytes. Pages for measuring speed and for comparing roads to one graph: what
they say is nonsense, and no quality should be measured on them. Names of people are drawn from the tables of data/names;
a place stands for another of the same kind throughout its page, so that the grammar of the page stays what it was.
"""

import argparse
import io
import json
import pathlib
import random
import re
import sys
import tarfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = "平安 清源 惠民 暖心 强基 振兴 同心 连心 晨光 春雨 活水 硕果 家门口 一线 云上 红石榴 大走访 金穗 绿廊 快办".split()


def table(path):
    """The rows of a table as dictionaries; its comments left out."""
    lines = [line for line in (ROOT / path).read_text("utf-8").split("\n") if line and not line.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:]]


def broken(name):
    """Matches a name however the lines break it."""
    return r"\s*".join(map(re.escape, name))


class Sample:
    """One sample page and the things in it that can be others."""

    def __init__(self, path, places):
        text = path.read_bytes()
        try:
            self.text = text.decode("utf-8")
        except UnicodeDecodeError:
            self.text = text.decode("gb18030")
        gold = json.loads((path.parent / "gold" / f"{path.stem}.json").read_text("utf-8"))
        flat = re.sub(r"\s", "", self.text)
        self.people = sorted({one["name"] for one in gold["officials"]} | set(gold["reporters"]), key=lambda n: (-len(n), n))
        self.people = [name for name in self.people if 2 <= len(name) <= 3 and name in flat]
        self.initiatives = sorted({one["name"][:4] for one in gold["initiatives"] if len(one["name"]) > 5} - {""})
        self.places = [place for place in places if len(place) > 2 and place in flat]
        slots = self.places + self.people + self.initiatives
        self.slots = re.compile("|".join(broken(slot) for slot in sorted(slots, key=lambda s: (-len(s), s))))

    def page(self, rng, places, surnames, given):
        """Another page of the same build."""
        other = {}
        for place in self.places:
            other[place] = rng.choice(places[place[-1]])
        for name in self.people:
            other[name] = rng.choice(surnames) + "".join(rng.choices(given, k=rng.choice((1, 2, 2))))
        for name in self.initiatives:
            other[name] = rng.choice(WORDS) + rng.choice(WORDS)
        text = self.slots.sub(lambda match: other[re.sub(r"\s", "", match[0])], self.text)
        day = "{}年{}月{}日".format(rng.randint(2018, 2024), rng.randint(1, 12), rng.randint(1, 28))
        return re.sub(r"20\d\d年\d{1,2}月\d{1,2}日", day, text, count=1)


def pages(number, seed):
    """`number` times a name and a text."""
    divisions = [row for row in table("data/gazetteer/divisions.tsv") if row["level"] == "county"]
    names = sorted({row["name"] for row in divisions if len(row["name"]) in (3, 4) and row["name"][-1] in "县区市"})
    places = {kind: [name for name in names if name[-1] == kind] for kind in "县区市"}
    surnames = [row["surname"] for row in table("data/names/surnames.tsv")[:120]]
    given = [row["char"] for row in table("data/names/given.tsv")[:200]]
    samples = [Sample(path, names) for path in sorted((ROOT / "data/samples").glob("*.txt")) if (path.parent / "gold" / f"{path.stem}.json").exists()]
    for index in range(number):
        # A generator a page: the first thousand of a million are the thousand.
        rng = random.Random(f"{seed}/{index}")
        yield f"{index // 1000:05}/{index:08}.txt", rng.choice(samples).page(rng, places, surnames, given)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--form", choices=("jsonl", "folder", "tar"), default="jsonl")
    parser.add_argument("--seed", default="1")
    asked = parser.parse_intermixed_args()
    made = pages(asked.number, asked.seed)
    if asked.form == "jsonl":
        for name, text in made:
            sys.stdout.buffer.write((json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n").encode())
    elif asked.form == "tar":
        with tarfile.open(fileobj=sys.stdout.buffer, mode="w|", format=tarfile.USTAR_FORMAT) as archive:
            for name, text in made:
                member = tarfile.TarInfo(name)
                member.size = len(text.encode())
                archive.addfile(member, io.BytesIO(text.encode()))
    else:
        if asked.folder is None:
            parser.error("--form folder needs the folder to write to")
        for name, text in made:
            path = asked.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())


if __name__ == "__main__":
    main()
