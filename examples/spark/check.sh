#!/usr/bin/env bash
# Proves that the road over a cluster leads to the same graph as `zhengtu build`: makes pages from the samples, reads them
# on this machine and under Spark, loads what Spark wrote, and compares the two graphs, statement by statement.
#
#     examples/spark/check.sh ZHENGTU [PAGES] [FOLDER]
#
# It needs Java 17 or newer and Python; PySpark is installed into FOLDER/venv. MASTER says where Spark runs:
# local[2] (two threads) unless given, local-cluster[2,1,1024] for two processes that talk over sockets.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
zhengtu=$(realpath "${1:?usage: $0 ZHENGTU [PAGES] [FOLDER]}")
pages=${2:-20000}
folder=$(realpath -m "${3:-$(mktemp -d)}")
master=${MASTER:-local[2]}
mkdir -p "$folder"
cd "$folder"
command -v java > /dev/null || { echo 'check.sh: there is no java; install it, for example: apt-get install default-jre-headless' >&2; exit 1; }
if [ ! -x venv/bin/spark-submit ]; then
    python3 -m venv venv
    venv/bin/pip install --quiet --disable-pip-version-check pyspark
fi
rm -rf nquads one.db two.db

"$here/../../tools/corpus.py" "$pages" > pages.jsonl
"$here/../../tools/corpus.py" "$pages" --form folder pages
echo "$pages pages, $(du -h pages.jsonl | cut -f1)"

echo '== zhengtu build, one machine'
time "$zhengtu" build pages --store one.db 2> build.txt
grep -E 'Built|Sources' build.txt

echo "== zhengtu extract --stream under Spark, $master"
time PYSPARK_PYTHON=$folder/venv/bin/python venv/bin/spark-submit --master "$master" --conf spark.ui.enabled=false \
    "$here/extract.py" pages.jsonl nquads --zhengtu "$zhengtu" --partitions 8 2> spark.txt || { tail -20 spark.txt; exit 1; }
echo "$(find nquads -name 'part-*' | wc -l) parts, $(cat nquads/part-* | wc -l) lines"

echo '== zhengtu load'
time "$zhengtu" load nquads --store two.db

sum() { "$zhengtu" export --format nquads --store "$1" | LC_ALL=C sort | sha256sum | cut -d' ' -f1; }
one=$(sum one.db)
two=$(sum two.db)
echo "one machine  $one"
echo "Spark        $two"
[ "$one" = "$two" ] && echo 'the same graph'
