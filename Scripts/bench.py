"""Queries as lede and DuckDB write them, timed side by side; called by Scripts/bench."""

import os
import resource
import subprocess
import sys

import duckdb

# Each: what it shows, lede's query, DuckDB's, and the most that lede's time may be of DuckDB's.
QUERIES = [
    (
        "filter and count by bin",
        "range i from 1 to 10000000 step 1 | where i % 7 == 0 "
        "| summarize count() by bin(i, 1000000)",
        "select i // 1000000 * 1000000 as i, count(*) as count_ "
        "from range(1, 10000001) t(i) where i % 7 = 0 group by 1",
        2.0,
    ),
    (
        "sums and means by key",
        "range i from 1 to 10000000 step 1 "
        "| summarize sum(i), avg(i), min(i), max(i) by k = i % 1000",
        "select i % 1000 as k, sum(i), avg(i), min(i), max(i) "
        "from range(1, 10000001) t(i) group by 1",
        None,
    ),
    (
        "many groups",
        "range i from 1 to 10000000 step 1 | summarize count() by k = i * 31 % 1000003 | count",
        "select count(*) from (select i * 31 % 1000003 as k, count(*) "
        "from range(1, 10000001) t(i) group by 1)",
        None,
    ),
    (
        "the ten largest",
        "range i from 1 to 10000000 step 1 | extend k = i * 7919 % 10000019 | top 10 by k",
        "select i, i * 7919 % 10000019 as k from range(1, 10000001) t(i) "
        "order by k desc limit 10",
        None,
    ),
    (
        "sort a million",
        "range i from 1 to 1000000 step 1 | extend k = i * 7919 % 1000003 "
        "| sort by k asc | summarize max(k)",
        "select max(k) from (select i * 7919 % 1000003 as k from range(1, 1000001) t(i) "
        "order by k)",
        None,
    ),
]


def lede_seconds(binary, query):
    """Processor time of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([binary, "-c", query], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def duckdb_seconds(connection, query):
    """Processor time of one query in this process."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    connection.execute(query).fetchall()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    repeats, binary = int(sys.argv[1]), sys.argv[2]
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    print(f"DuckDB {duckdb.__version__}, one thread; best of {repeats}; "
          f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print(f"{'query':28}{'lede ms':>10}{'DuckDB ms':>11}{'ratio':>8}{'limit':>8}")
    failed = False
    for name, ours, theirs, limit in QUERIES:
        mine = min(lede_seconds(binary, ours) for _ in range(repeats))
        other = min(duckdb_seconds(connection, theirs) for _ in range(repeats))
        ratio = mine / other
        failed = failed or (limit is not None and ratio > limit)
        shown = "" if limit is None else f"{limit:.1f}"
        print(f"{name:28}{mine * 1000:10.1f}{other * 1000:11.1f}{ratio:8.2f}{shown:>8}")
    start = min(lede_seconds(binary, "print 1") for _ in range(repeats))
    print(f"{'start-up (print 1)':28}{start * 1000:10.1f}")
    sys.exit(1 if failed else 0)


main()
