#!/usr/bin/env bash
# The demonstration: sample pages in, questions asked, the graph out. usage: demo.sh PROGRAM FOLDER
set -euo pipefail

program=$1
folder=$2
store=$folder/zhengtu.db
rm -rf "$folder"
mkdir -p "$folder"

run() {
    printf '\n\033[1m$ zhengtu %s\033[0m\n' "$1"
    shift
    "$program" "$@" --store "$store"
}

show() {
    run "$*" "$@"
}

run "build data/samples/*.txt" build data/samples/*.txt
show query shared-initiatives --limit 12
show query office-holders --limit 12
show query reporters
show validate
show export --format turtle --output "$folder/graph.ttl"
printf '%s lines of Turtle in %s, among them:\n\n' "$(wc -l <"$folder/graph.ttl")" "$folder/graph.ttl"
grep -n -m1 -A12 'a zt:Official' "$folder/graph.ttl" || sed -n '1,20p' "$folder/graph.ttl"
show export --format gexf --output "$folder/graph.gexf"

cat <<END

The store is $store. Ask it more:
  $program query --store $store
  $program explain NAME --store $store
$folder/graph.gexf opens in Gephi, $folder/graph.ttl in any RDF tool.
END
