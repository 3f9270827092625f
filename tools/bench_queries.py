#!/usr/bin/env python3
"""How long every saved question takes on a store, beside the same SPARQL run by oxigraph's own command line.

    cargo install oxigraph-cli
    tools/bench_queries.py STORE DISTRICT [--zhengtu target/release/zhengtu] [--oxigraph oxigraph] [--all] [--times 3]

DISTRICT, a code of six digits, is asked for, and the first of each kind that the store has of it: an office, its
holder, an initiative, a reporter, a body. Every question gets each parameter that it can take of these, since that is
how questions are asked of a large store; --all asks as well what can be asked of the whole graph. Both are whole
processes, started anew, so that opening the store counts; the least of so many times is told, on the clock. The rows of
both are counted, and told where they differ.
"""

import argparse
import csv
import io
import pathlib
import re
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A question that is not done by then is not worth waiting for.
PATIENCE = 120
PARAMETER = re.compile(r"[?$](_{1,2})([a-z]+)_([a-z]+)\b")


def table(command):
    rows = csv.DictReader(io.StringIO(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    return list(rows)


def clock(command, times):
    """Seconds, and how many lines came out; nothing where patience ends."""
    best, out = None, b""
    for _ in range(times):
        start = time.monotonic()
        try:
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return None, 0
        took = time.monotonic() - start
        if done.returncode:
            sys.exit(f"bench_queries.py: {' '.join(command[:4])}: {done.stderr.decode()}")
        best, out = min(took, best or took), done.stdout
    return best, out.count(b"\n")


def told(seconds):
    return f"{seconds * 1000:.0f}" if seconds else f"over {PATIENCE * 1000}"


def bound(sparql, values):
    """The question with its values and defaults in it, as a person would type it for another program."""
    terms = {name: f"<{value}>" for name, value in values.items()}
    for name, value in re.findall(r"(?m)^#\+   - (\w+): (\S+)$", sparql.partition("#+ defaults:")[2]):
        terms.setdefault(name, value if value.isdigit() else f'"{value}"')
    sparql = re.sub(r"(?m)^#.*\n", "", sparql)
    sparql = re.sub(r"BOUND\(" + PARAMETER.pattern + r"\)", lambda found: str(found.group(2) in terms).lower(), sparql)
    return PARAMETER.sub(lambda found: terms.get(found.group(2), found.group(0)), sparql)


def things(zhengtu, store, code):
    """The first of each kind that the store has of a district, and the province around it."""
    iri = "https://w3id.org/zhengtu/id/division/"
    found = {"district": iri + code, "within": f"{iri}{code[:2]}0000"}
    first = {
        "official": "?o zt:jurisdiction ?d . ?it org:holds ?o",
        "office": "?it zt:jurisdiction ?d . ?o org:holds ?it",
        "body": "?o zt:jurisdiction ?d ; org:postIn ?it . ?p org:holds ?o",
        "initiative": "?d zt:pursues ?it",
        "reporter": "?a schema:about ?d ; schema:author ?it",
    }
    for kind, pattern in first.items():
        sparql = f"SELECT ?it WHERE {{ {pattern} }} LIMIT 1".replace("?d ", f"<{iri}{code}> ")
        rows = table([zhengtu, "sparql", sparql, "--store", store, "--format", "csv"])
        if not rows:
            sys.exit(f"bench_queries.py: the store has no {kind} of {code}; ask for another district")
        found[kind] = rows[0]["it"]
    return {**found, "entity": found["official"], "thing": found["initiative"], "division": found["within"]}


def questions(all_of_it, known):
    """Each question with what it is asked of: a district's (or office's, ...) own, a province's, everything."""
    for path in sorted((ROOT / "queries").glob("*.rq")):
        sparql = path.read_text("utf-8")
        taken = {name: len(marks) == 1 for marks, name, kind in PARAMETER.findall(sparql) if name in known}
        needed = {name: known[name] for name in taken if taken[name]}
        optional = [name for name in taken if not taken[name]]
        if needed or not optional:
            yield path.stem, sparql, needed
            continue
        for name in optional:
            yield path.stem, sparql, {name: known[name]}
        if all_of_it:
            yield path.stem, sparql, {}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("district")
    parser.add_argument("--zhengtu", default=str(ROOT / "target/release/zhengtu"))
    parser.add_argument("--oxigraph")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    known = things(asked.zhengtu, asked.store, asked.district)
    print("| question | of | lines | zhengtu, ms | oxigraph, ms |\n|---|---|--:|--:|--:|")
    taken = {}
    for name, sparql, values in questions(asked.all, known):
        graph = "CONSTRUCT" in sparql
        options = [word for key, value in values.items() for word in (f"--{key}", value)]
        ours, lines = clock([asked.zhengtu, "query", name, *options, "--store", asked.store, "--format", "ntriples" if graph else "csv"], asked.times)
        theirs = ""
        if asked.oxigraph:
            command = [asked.oxigraph, "query", "--location", asked.store, "--query", bound(sparql, values), "--results-format", "nt" if graph else "csv"]
            other, rows = clock(command, asked.times)
            theirs = told(other)
            if other and ours and rows != lines:
                theirs += f" ({rows} lines)"
        print(f"| {name} | {' '.join(values) or 'everything'} | {lines} | {told(ours)} | {theirs} |", flush=True)
        taken.setdefault(bool(values) or name == "growth", []).append((ours or PATIENCE, name))
    for narrow, figures in sorted(taken.items(), reverse=True):
        kind = "of something, and growth" if narrow else "of everything"
        median = statistics.median(took for took, _ in figures)
        print(f"{len(figures)} questions {kind}: median {median * 1000:.0f} ms, slowest {max(figures)[1]}")


if __name__ == "__main__":
    main()
