#!/usr/bin/env bash
# The compiler for tools/fuzz.sh: what is ours tells libFuzzer where it has been.
set -euo pipefail
watched=()
case " $* " in
*" --crate-name zhengtu "* | *" fuzz_targets/"*)
    watched=(--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1
        -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
        -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares)
    ;;
esac
exec "$@" "${watched[@]}"
