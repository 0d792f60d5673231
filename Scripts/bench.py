"""Queries as lede and DuckDB write them, timed side by side; called by Scripts/bench."""

import os
import resource
import subprocess
import sys

import duckdb

# Each: what it shows, lede's query, DuckDB's, and the most that lede's time may be of DuckDB's.
COMPUTED = [
    (
        "filter and count by bin",
        "range i from 1 to 10000000 step 1 | where i % 7 == 0 "
        "| summarize count() by bin(i, 1000000)",
        "select i // 1000000 * 1000000 as i, count(*) as count_ "
        "from range(1, 10000001) t(i) where i % 7 = 0 group by 1",
        2.0,
    ),
    (
        "many groups",
        "range i from 1 to 10000000 step 1 | summarize count() by k = i * 31 % 1000003 | count",
        "select count(*) from (select i * 31 % 1000003 as k, count(*) "
        "from range(1, 10000001) t(i) group by 1)",
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

# The table that the rest is asked of: ids, keys, categories and short texts by dictionary, dates,
# numbers. lede makes it anew in each run; what counts is what asking eleven times takes longer than
# asking once.
TABLE = (
    "let names = range c from 0 to 99 step 1 | project c, category = strcat('category ', c); "
    "let texts = range t from 0 to 9999 step 1 "
    "| project t, text = strcat('notice ', t, ' of the harbor office at pier ', t % 40); "
    "let T = materialize(range id from 1 to 10000000 step 1 "
    "| extend k = id * 31 % 1000, n = id * 7919 % 10000019, c = id % 100, t = id * 17 % 10000, "
    "day = datetime(2020-01-01) + (id % 1500) * 1d, r = id * 0.5 "
    "| lookup names on c | lookup texts on t); "
)
DUCKDB_TABLE = [
    "create table names as select c, 'category ' || c as category from range(0, 100) t(c)",
    "create table texts as select t, 'notice ' || t || ' of the harbor office at pier ' || t % 40 "
    "as text from range(0, 10000) x(t)",
    "create table T as select id, id * 31 % 1000 as k, id * 7919 % 10000019 as n, "
    "timestamp '2020-01-01' + to_days((id % 1500)::int) as day, id * 0.5::double as r, "
    "id % 100 as c, id * 17 % 10000 as t, category, text from range(1, 10000001) x(id) "
    "join names on names.c = id % 100 join texts on texts.t = id * 17 % 10000",
    "create table small as select id as key, id % 7 as g from range(1, 10001) x(id)",
]
STORED = [
    (
        "filter and count",
        "T | where n % 7 == 0 and k > 500 | count",
        "select count(*) from T where n % 7 = 0 and k > 500",
        1.0,
    ),
    (
        "group by a number",
        "T | summarize count(), sum(n), avg(n), min(n), max(n) by k",
        "select k, count(*), sum(n), avg(n), min(n), max(n) from T group by 1",
        1.0,
    ),
    (
        "group by a category",
        "T | summarize count(), sum(n) by category",
        "select category, count(*), sum(n) from T group by 1",
        1.0,
    ),
    (
        "group by two keys",
        "T | summarize count() by category, k",
        "select category, k, count(*) from T group by 1, 2",
        1.0,
    ),
    (
        "by month",
        "T | summarize count() by bin(day, 30d)",
        "select time_bucket(interval 30 days, day), count(*) from T group by 1",
        None,
    ),
    (
        "the ten largest",
        "T | top 10 by n",
        "select * from T order by n desc limit 10",
        1.0,
    ),
    (
        "distinct numbers",
        "T | summarize dcount(n)",
        "select count(distinct n) from T",
        1.0,
    ),
    (
        "distinct texts",
        "T | summarize dcount(text)",
        "select count(distinct text) from T",
        1.0,
    ),
    (
        "join with ten thousand",
        "T | join kind=inner (range key from 1 to 10000 step 1 | extend g = key % 7) "
        "on $left.t == $right.key | summarize count() by g",
        "select g, count(*) from T join small on T.t = small.key group by 1",
        1.0,
    ),
    (
        "text == ",
        "T | where category == 'category 42' | count",
        "select count(*) from T where category = 'category 42'",
        1.0,
    ),
    (
        "text has",
        "T | where text has 'pier 7' | count",
        "select count(*) from T where regexp_matches(text, '(^|[^a-zA-Z0-9])pier 7($|[^a-zA-Z0-9])', 'i')",
        1.0,
    ),
    (
        "text contains",
        "T | where text contains_cs 'office at pier 3' | count",
        "select count(*) from T where contains(text, 'office at pier 3')",
        1.0,
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


def line(name, mine, other, limit):
    ratio = mine / other
    shown = "" if limit is None else f"{limit:.1f}"
    print(f"{name:28}{mine * 1000:10.1f}{other * 1000:11.1f}{ratio:8.2f}{shown:>8}")
    return limit is not None and ratio > limit


def main():
    repeats, binary = int(sys.argv[1]), sys.argv[2]
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    print(f"DuckDB {duckdb.__version__}, one thread; best of {repeats}; "
          f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print(f"{'query':28}{'lede ms':>10}{'DuckDB ms':>11}{'ratio':>8}{'limit':>8}")
    failed = False
    for name, ours, theirs, limit in COMPUTED:
        mine = min(lede_seconds(binary, ours) for _ in range(repeats))
        other = min(duckdb_seconds(connection, theirs) for _ in range(repeats))
        failed = line(name, mine, other, limit) or failed
    for statement in DUCKDB_TABLE:
        connection.execute(statement)
    made = min(lede_seconds(binary, TABLE + "T | take 1 | count") for _ in range(repeats))
    print(f"of a table of ten million rows, made by lede in {made * 1000:.0f} ms:")
    for name, ours, theirs, limit in STORED:
        once, often = (
            min(lede_seconds(binary, TABLE + "; ".join([ours] * times)) for _ in range(repeats))
            for times in (1, 11))
        other = min(duckdb_seconds(connection, theirs) for _ in range(repeats))
        failed = line(name, max(often - once, 0.0) / 10, other, limit) or failed
    start = min(lede_seconds(binary, "print 1") for _ in range(repeats))
    print(f"{'start-up (print 1)':28}{start * 1000:10.1f}")
    sys.exit(1 if failed else 0)


main()
