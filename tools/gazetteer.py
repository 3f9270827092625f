#!/usr/bin/env python3
"""Writes data/gazetteer/divisions.tsv and townships.tsv from two public tables of facts.

Usage: tools/gazetteer.py FOLDER, where FOLDER holds
  areacodes-history.csv  every GB/T 2260 code of 1981 to 2024 (github.com/yescallop/areacodes, CC0)
  streets.csv            townships and streets of 2023 (github.com/modood/Administrative-divisions-of-China, WTFPL)

The script is mechanical: what only a person can know (everyday names, and names that are also
common words) stands in data/gazetteer/colloquial.tsv, which it reads.
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "data" / "gazetteer"
LEVELS = {"省级": "province", "地级": "prefecture", "县级": "county"}

# The 55 nationalities. An autonomous unit carries them between its stem and the word for autonomy.
NATIONALITIES = """蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡
纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安
裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各""".split()
# These also stand without the syllable for "people" (Xinjiang's prefectures and counties, Oroqen).
BARE = ["蒙古", "维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "鄂伦春"]
PEOPLES = sorted([n + "族" for n in NATIONALITIES] + BARE, key=len, reverse=True)

# Longest first. The second member is what the everyday name keeps after the stem.
AUTONOMOUS = [("自治区", ""), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")]
PLAIN = {
    "province": ["特别行政区", "省", "市"],
    "prefecture": ["地区", "市", "盟"],
    "county": ["林区", "矿区", "新区", "特区", "县", "区", "市", "旗"],
}
FORMER_PLAIN = ["行政区", "地区", "林区", "矿区", "新区", "特区", "省", "市", "盟", "县", "区", "旗", "镇", "工农"]
# The four sides and the middle of a town: 城北区 is called 北区 by those who live there.
SIDE = re.compile(r"^城([东西南北中])区$")


def strip_peoples(stem):
    """The stem without the nationalities at its end; the bare nationality where nothing else is left."""
    rest = stem
    while True:
        people = next((p for p in PEOPLES if rest.endswith(p)), None)
        if people is None:
            return rest
        if len(rest) - len(people) < 2:
            return rest if rest != people else people.removesuffix("族")
        rest = rest.removesuffix(people)


def mechanical_short(name, level):
    """The short names that follow from the official name alone."""
    for suffix, kept in AUTONOMOUS:
        if name.endswith(suffix):
            stem = strip_peoples(name.removesuffix(suffix))
            with_kind = [stem + kept] if kept else []
            # 鄂温克旗: the stem is the name of a people, and means the people.
            return with_kind + ([stem] if stem not in NATIONALITIES or stem == "东乡" else [])
    if level == "county" and name.endswith("族区"):
        stem = strip_peoples(name.removesuffix("区"))
        return [stem + "区", stem]
    for suffix in PLAIN[level]:
        if name.endswith(suffix):
            stem = name.removesuffix(suffix)
            # 清新区 is no new area and 万柏林区 no forest; 浦东新区 and 神农架林区 are.
            if len(suffix) == 2 and len(stem) < (3 if suffix == "林区" else 2):
                continue
            # 巴林左旗: nobody says 巴林左.
            if len(stem) < 2 or suffix == "旗" and stem[-1] in "左右前中后":
                return []
            return [stem]
    return []


def stem_of(name):
    """What two names of one place share: 湟中县 and 湟中区 have the stem 湟中."""
    for suffix, _ in AUTONOMOUS:
        if name.endswith(suffix):
            return strip_peoples(name.removesuffix(suffix))
    for suffix in FORMER_PLAIN:
        if name.endswith(suffix) and len(name) > len(suffix):
            return name.removesuffix(suffix)
    return name


class History:
    """All rows of the history, and where each of them leads today."""

    def __init__(self, path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            self.rows = [
                {
                    "code": r["代码"],
                    "province": r["一级行政区"],
                    "prefecture": r["二级行政区"],
                    "name": r["名称"],
                    "level": LEVELS[r["级别"]],
                    "live": r["状态"] == "在用",
                    "renamed": r["状态"] == "变更",
                    "start": int(r["启用时间"]),
                    "end": int(r["变更/弃用时间"] or 0),
                    # A year in brackets marks a part handed over earlier, not the successor.
                    "next": [s for s in r["新代码"].split(";") if s and "[" not in s],
                }
                for r in csv.DictReader(file)
            ]
        self.live = {r["code"]: r for r in self.rows if r["live"]}
        self.by_code = defaultdict(list)
        for row in self.rows:
            self.by_code[row["code"]].append(row)
        self.live_prefectures = {
            (r["province"], stem_of(r["name"])): r["code"] for r in self.live.values() if r["level"] == "prefecture"
        }

    def parent(self, row):
        if row["level"] == "province":
            return ""
        province = row["code"][:2] + "0000"
        prefecture = row["code"][:4] + "00"
        if row["level"] == "county" and prefecture in self.live and row["prefecture"] != "直辖":
            return prefecture
        return province

    def at(self, code, year):
        """The row that a code stands for from `year` on."""
        rows = self.by_code[code]
        valid = [r for r in rows if r["start"] <= year and (r["live"] or r["end"] > year)]
        later = [r for r in rows if r["start"] >= year]
        return max(valid, key=lambda r: r["start"]) if valid else min(later, key=lambda r: r["start"], default=None)

    def leaves(self, row, seen=()):
        """The codes in use that a county-level row leads to."""
        if row["live"]:
            return {row["code"]}
        key = (row["code"], row["start"])
        if key in seen:
            return set()
        found = set()
        for code in row["next"]:
            successor = self.at(code, row["end"])
            if successor is not None and successor is not row:
                found |= self.leaves(successor, (*seen, key))
        return found

    def county_successor(self, row):
        leaves = self.leaves(row)
        if len(leaves) == 1:
            return next(iter(leaves))
        same = [c for c in leaves if stem_of(self.live[c]["name"]) == stem_of(row["name"])]
        if len(same) == 1:
            return same[0]
        # 遵义县 became 播州区 and gave some land to an old neighbour: the one that began when it ended. Districts that
        # were shared out (江干区) have no such heir, and 上海县 lay around all of its city.
        if not row["name"].endswith("县") or row["province"].startswith(stem_of(row["name"])):
            return None
        heirs = [self.at(code, row["end"]) for code in row["next"]]
        new = {leaf for heir in heirs if heir is not None and heir["start"] == row["end"] for leaf in self.leaves(heir)}
        return new.pop() if len(new) == 1 else None

    def prefecture_successor(self, row):
        """Prefectures have no successor column: the same code, the same stem, or where the counties went."""
        if row["live"]:
            return row["code"]
        if row["renamed"]:
            after = [r for r in self.by_code[row["code"]] if r["start"] == row["end"] and r is not row]
            if after:
                return self.prefecture_successor(after[0])
        stem = (row["province"], stem_of(row["name"]))
        if stem in self.live_prefectures:
            return self.live_prefectures[stem]
        members = [
            r for r in self.rows
            if r["level"] == "county" and (r["province"], r["prefecture"]) == (row["province"], row["name"])
        ]
        leaves = [self.live[c] for m in members for c in sorted(self.leaves(m))]
        same = {r["code"] for r in leaves if stem_of(r["name"]) == stem[1]}
        county = same.pop() if len(same) == 1 else None
        # A city that became a district (莱芜市, 莱芜区) is that district; a region (思茅地区) is where its counties are.
        if county is not None and row["name"].endswith("市"):
            return county
        parents = [self.parent(r) for r in leaves]
        best = max(sorted(set(parents)), key=parents.count, default=None)
        if best is None or self.live[best]["level"] != "prefecture" or parents.count(best) < 0.8 * len(parents):
            return county
        return best

    def formers(self):
        """Code in use -> {former name: last year}."""
        result = defaultdict(dict)
        taken = defaultdict(set)
        for code, row in self.live.items():
            taken[self.parent(row)].add(row["name"])
        for row in self.rows:
            if row["live"] or row["level"] == "province":
                continue
            successor = self.prefecture_successor(row) if row["level"] == "prefecture" else self.county_successor(row)
            if successor is None:
                continue
            target = self.live[successor]
            parent = self.parent(target)
            # 郊区, 城区: every city had one. A list of islands is no name.
            if len(row["name"]) == 2 and row["name"].endswith("区") or "、" in row["name"]:
                continue
            # A county-level city that gave its name to the prefecture: the name means the prefecture now.
            above = {self.live[parent]["name"]} if parent else set()
            if row["name"] == target["name"] or row["name"] in above | taken[parent] | taken[successor]:
                continue
            known = result[successor]
            known[row["name"]] = max(row["end"], known.get(row["name"], 0))
        return result


def read_colloquial():
    path = OUT / "colloquial.tsv"
    rows = defaultdict(lambda: {"short": [], "colloquial": []})
    header = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if header:
            assert line.split("\t") == ["code", "name", "kind", "note"], f"{path}:{number}: header"
            header = False
            continue
        fields = line.split("\t")
        if len(fields) != 4 or fields[2] not in ("short", "colloquial"):
            sys.exit(f"{path}:{number}: expected code, name, short|colloquial, note")
        code, name, kind, _ = fields
        if name in rows[code]["short"] + rows[code]["colloquial"]:
            sys.exit(f"{path}:{number}: {name} twice for {code}")
        rows[code][kind].append(name)
    return rows


def ancestors(history, code):
    parent = history.parent(history.live[code])
    while parent:
        yield parent
        parent = history.parent(history.live[parent])


def names(history):
    """Code -> (short names, colloquial names)."""
    hand = read_colloquial()
    unknown = sorted(set(hand) - set(history.live))
    if unknown:
        sys.exit(f"colloquial.tsv: not in use: {' '.join(unknown)}")
    live = history.live
    mechanical = {code: mechanical_short(row["name"], row["level"]) for code, row in live.items()}
    owners = {level: defaultdict(set) for level in LEVELS.values()}
    for code, shorts in mechanical.items():
        for short in shorts:
            if short not in hand[code]["colloquial"]:
                owners[live[code]["level"]][short].add(code)
    higher = {"province": [], "prefecture": ["province"], "county": ["province", "prefecture"]}
    result = {}
    for code in sorted(live):
        row = live[code]
        short, colloquial = [], list(hand[code]["colloquial"])
        above = set(ancestors(history, code))
        for name in mechanical[code]:
            holders = set().union(*[owners[level].get(name, set()) for level in higher[row["level"]]])
            if holders & above or name in colloquial:
                continue
            # The larger place owns the bare name; here it holds only in a context that names this one.
            (colloquial if holders else short).append(name)
        short += [n for n in hand[code]["short"] if n not in short]
        side = SIDE.match(row["name"])
        if side and side[1] + "区" not in colloquial:
            colloquial.append(side[1] + "区")
        result[code] = (
            [n for n in short if n != row["name"]],
            [n for n in colloquial if n != row["name"] and n not in short],
        )
    return result


def write(path, comments, header, rows):
    lines = [f"# {c}".rstrip() for c in comments] + ["\t".join(header)] + ["\t".join(r) for r in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def write_divisions(history):
    given = names(history)
    formers = history.formers()
    rows = []
    for code in sorted(history.live):
        row = history.live[code]
        short, colloquial = given[code]
        # 大通县 became 大通回族土族自治县: the old name is a short name now, and not a sign of old news.
        former = sorted(
            ((n, y) for n, y in formers[code].items() if n not in short), key=lambda item: (-item[1], item[0])
        )
        rows.append([
            code, history.parent(row), row["level"], row["name"], " ".join(short), " ".join(colloquial),
            " ".join(f"{name}@{year}" for name, year in former), str(row["start"]),
        ])
    write(OUT / "divisions.tsv", [
        "Divisions of GB/T 2260 in use at the end of 2024: provinces, prefectures, counties.",
        "Source: areacodes-history.csv of github.com/yescallop/areacodes (CC0 1.0), and colloquial.tsv beside this file.",
        "Written by tools/gazetteer.py; do not edit.",
        "short: read as this place anywhere. colloquial: only where the context names the place or one above it.",
        "former: name@year, the year in which the name ended; not listed where the name now means the division above",
        "or a neighbour. since: first year of this code with this name; 1981 means 1981 or earlier.",
    ], ["code", "parent", "level", "name", "short", "colloquial", "former", "since"], rows)
    return rows


def township_name(name):
    """The name as it is written in running text: 街道办事处 -> 街道, without the notes in brackets."""
    inner = re.search(r"（([^（）]+(?:街道|镇|乡))）$", name)
    if inner and not re.search(r"(?:街道|镇|乡)（", name):
        name = inner[1]
    elif re.search(r"^（|）$", name):
        name = re.sub(r"^（[^（）]*）|（[^（）]*）$", "", name)
    name = re.sub(r"^[^-]+-(?=.+(?:街道|镇|乡)$)", "", name)
    name = re.sub(r"街道(?:办事处|筹备处|地区)$", "街道", name)
    return re.sub(r"路办$", "路街道", name).strip()


def township_short(name):
    """厍东关乡 for 厍东关彝族苗族白族乡: peoples' townships are hardly ever printed in full."""
    if not name.endswith("族乡"):
        return ""
    rest = name.removesuffix("乡")
    while people := next((p for p in PEOPLES if rest.endswith(p) and len(p) > 1), None):
        rest = rest.removesuffix(people)
    return rest + "乡" if len(rest) > 1 else ""


def write_townships(path, history):
    with open(path, encoding="utf-8-sig", newline="") as file:
        source = {r["code"]: r["name"] for r in csv.DictReader(file)}
    rows = []
    for code in sorted(source):
        county, prefecture, province = code[:6], code[:4] + "00", code[:2] + "0000"
        if county in history.live:
            parent = ""
        else:
            parent = prefecture if prefecture in history.live else province
        name = township_name(source[code])
        rows.append([code, name, township_short(name), parent])
    write(OUT / "townships.tsv", [
        "Townships, towns and streets, with the development zones and farms that are counted like them.",
        "Source: statistical codes of 2023, github.com/modood/Administrative-divisions-of-China (WTFPL).",
        "Written by tools/gazetteer.py; do not edit.",
        "The first six digits are the county; where that code is a statistical zone, `parent` names the division above.",
    ], ["code", "name", "short", "parent"], rows)
    return rows


def summary(divisions, townships):
    by_level = defaultdict(int)
    holders = defaultdict(list)
    for code, _, level, name, short, *_ in divisions:
        by_level[level] += 1
        for s in short.split():
            holders[s].append(code)
    counts = defaultdict(int)
    for row in divisions:
        if row[2] == "county":
            counts[row[3]] += 1
    unique = sum(1 for n in counts.values() if n == 1)
    print("divisions:", dict(by_level), "county names:", len(counts), "unique:", unique)
    print("short:", sum(len(r[4].split()) for r in divisions), "colloquial:", sum(len(r[5].split()) for r in divisions),
          "former:", sum(len(r[6].split()) for r in divisions))
    top = sorted(holders.items(), key=lambda i: (-len(i[1]), i[0]))[:20]
    print("most ambiguous short names:", " ".join(f"{n}:{len(c)}" for n, c in top))
    print("townships:", len(townships), "with parent:", sum(1 for r in townships if r[3]))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    history = History(folder / "areacodes-history.csv")
    OUT.mkdir(parents=True, exist_ok=True)
    summary(write_divisions(history), write_townships(folder / "streets.csv", history))


if __name__ == "__main__":
    main()
