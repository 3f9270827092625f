#!/usr/bin/env bash
# Looks for bytes that break a law of fuzz/laws.rs, with libFuzzer: coverage guides it, and a hang (25 s) or memory
# beyond 2 GB is a finding too.
#
#   tools/fuzz.sh SECONDS [TARGET...]      for so long each: decode, layout, chain, input
#
# The flags are those of `cargo fuzz run --sanitizer none`. They are all stable, so the compiler of the project does, and
# there is no unsafe code for a sanitizer to watch. Only what is ours is watched: the libraries are those of the program,
# compiled once. What was found to be worth trying stays in fuzz/corpus; an input that breaks a law is written to
# fuzz/artifacts, and `tools/fuzz.sh 0 TARGET FILE` tries it again.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:?"SECONDS is missing: tools/fuzz.sh 60 [decode|layout|chain|input ...]"}
shift
targets=("$@")
[ $# -gt 0 ] || targets=(decode layout chain input)

export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
# The same libraries as the program's, by their versions too.
cp Cargo.lock fuzz/Cargo.lock
RUSTC_WRAPPER=$PWD/tools/fuzz_rustc.sh cargo build --quiet --manifest-path fuzz/Cargo.toml
if [ "$seconds" = 0 ]; then
    exec "$CARGO_TARGET_DIR/debug/$1" "${2:?"FILE is missing: tools/fuzz.sh 0 TARGET FILE"}"
fi

seeds=fuzz/corpus/seeds
rm -rf $seeds && mkdir -p $seeds/pages $seeds/archives fuzz/artifacts
find data/samples tests -type f -size -64k \( -name '*.txt' -o -name '*.html' -o -name '*.md' -o -name '*.csv' -o -name '*.jsonl' \) \
    -exec cp --backup=numbered {} $seeds/pages \;
python3 tools/fuzz_seeds.py $seeds

for target in "${targets[@]}"; do
    kind=pages
    [ "$target" = input ] && kind=archives
    mkdir -p "fuzz/corpus/$target"
    log=fuzz/artifacts/$target.log
    if ! "$CARGO_TARGET_DIR/debug/$target" "fuzz/corpus/$target" $seeds/$kind -dict=fuzz/cues.dict -max_len=32768 \
        -max_total_time="$seconds" -timeout=25 -rss_limit_mb=2048 -artifact_prefix="fuzz/artifacts/$target-" >"$log" 2>&1; then
        tail -40 "$log" >&2
        echo "$target broke a law; the whole of what it said is in $log" >&2
        exit 1
    fi
    echo "$target: $(tail -1 "$log"), no law broken"
done
