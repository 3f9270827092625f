#!/usr/bin/env python3
"""zhengtu under Apache Spark: documents as JSON Lines in, N-Quads out, one `zhengtu extract --stream` a partition.

    spark-submit examples/spark/extract.py pages.jsonl nquads/ --zhengtu /usr/local/bin/zhengtu
    zhengtu load nquads/

Every machine needs the program at the same path (or ship it: `--files zhengtu --zhengtu ./zhengtu`) and nothing else: no
store, no registry, no model to fetch. Input and output are any paths that Spark reads and writes (local, HDFS, S3).
Documents are independent of each other, so partitions may be of any size; a partition that fails is run again by
Spark, and as the same lines give the same statements, nothing is counted twice.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", help="JSON Lines: id, text, and perhaps title, date, outlet, url")
    parser.add_argument("nquads", help="the folder to write; it must not exist")
    parser.add_argument("--zhengtu", default="zhengtu", help="the program, as the machines of the cluster find it")
    parser.add_argument("--partitions", type=int, help="how many parts the work is cut into [default: Spark's]")
    parser.add_argument("--options", default="", help="more options for `zhengtu extract`, as in '--outlet 西宁晚报'")
    asked = parser.parse_args()

    spark = SparkSession.builder.appName("zhengtu").getOrCreate()
    documents = spark.sparkContext.textFile(asked.documents, minPartitions=asked.partitions)
    # One thread a process: Spark runs a process on each core already. Exit code 1 says that a document could not be read,
    # which standard error has told; another run would not read it either. Every other failure (a program that is not
    # there, a machine out of memory) fails the partition, so that Spark tries it again and nothing is lost in silence.
    extract = f"{shlex.quote(asked.zhengtu)} extract --stream --threads 1 {asked.options}".strip()
    command = "sh -c " + shlex.quote(f"{extract}; code=$?; [ $code -eq 1 ] && code=0; exit $code")
    documents.pipe(command, checkCode=True).saveAsTextFile(asked.nquads)
    spark.stop()


if __name__ == "__main__":
    main()
