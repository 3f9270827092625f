#!/usr/bin/env python3
"""How fast `zhengtu build` is, beside oxigraph's own bulk loader on the same quads; the table of docs/scale.md.

    tools/bench_build.py 1000 10000 100000 [--bin target/release] [--folder /tmp/bench]

For each number of pages: makes them (tools/corpus.py), builds, takes every quad that the store then holds (those of the
sources, of the gazetteer, of the ontology, and the union that queries read) out as N-Quads, and loads that file with
examples/bulk_load. Both are whole processes from start to end, one after the other; memory is the peak of resident
memory as the kernel counts it, `processor` the seconds of all threads together, which other work on the machine does not
stretch as it does the time on the clock. The quads of the dump are compared by their number.

    cargo build --release --bin zhengtu --example bulk_load
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(command, **how):
    """Seconds, seconds of processor, peak memory in MB."""
    start = time.monotonic()
    child = subprocess.Popen([str(word) for word in command], **how)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"bench_build.py: {' '.join(map(str, command))} ended with {child.returncode}")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def dump(zhengtu, store, path):
    """All that the store holds, as a file for the loader. Each statement comes twice: in its graph and in the union."""
    with open(path, "wb") as out:
        export = subprocess.Popen([str(zhengtu), "export", "--format", "nquads", "--store", str(store)], stdout=subprocess.PIPE)
        union = subprocess.Popen(["sort", "-u", "-S", "200M", "-T", str(path.parent)], stdin=subprocess.PIPE, stdout=out, env={**os.environ, "LC_ALL": "C"})
        for line in export.stdout:
            # The graph is the last term before the final point; without it the statement is one of the union.
            statement, _, _ = line.rstrip(b" .\n").rpartition(b" <")
            union.stdin.write(line)
            union.stdin.write(statement + b" .\n")
        union.stdin.close()
        if export.wait() or union.wait():
            sys.exit("bench_build.py: the dump failed")
    with open(path, "rb") as lines:
        return sum(1 for _ in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=int, nargs="+")
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "target/release")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/tmp/zhengtu-bench"))
    asked = parser.parse_intermixed_args()
    zhengtu, loader, folder = asked.bin / "zhengtu", asked.bin / "examples/bulk_load", asked.folder
    print("| pages | quads | build | processor | memory | again | loader | processor | memory | build ÷ loader | processor ÷ |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for number in asked.pages:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        subprocess.run([ROOT / "tools/corpus.py", str(number), "--form", "folder", folder / "pages"], check=True)
        build = [zhengtu, "build", folder / "pages", "--store", folder / "built.db"]
        built, built_work, built_memory = run(build, stderr=subprocess.DEVNULL)
        again, _, _ = run(build, stderr=subprocess.DEVNULL)
        quads = dump(zhengtu, folder / "built.db", folder / "all.nq")
        loaded, loaded_work, loaded_memory = run([loader, folder / "all.nq", folder / "loaded.db"])
        print(
            f"| {number:,} | {quads:,} | {built:.1f} s | {built_work:.1f} s | {built_memory:.0f} MB | {again:.1f} s "
            f"| {loaded:.1f} s | {loaded_work:.1f} s | {loaded_memory:.0f} MB | {built / loaded:.2f} | {built_work / loaded_work:.2f} |",
            flush=True,
        )
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
