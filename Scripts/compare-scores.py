"""Figures of lede and of independent scorers on the same gold; called by Scripts/compare-scores."""

import collections
import gzip
import json
import os
import subprocess
import sys
import tempfile

# Kind, the gold in the data folder, and options that both sides take.
SETS = [
    ("attribution", "attribution/dev", []),
    ("attribution", "attribution/train", []),
    ("time", "time/dev.jsonl", []),
    ("time", "time/train.jsonl", []),
    ("time", "time/train.jsonl", ["--types", "DATE,TIME"]),
    ("quantities", "quantities/dev.jsonl", []),
    ("entities", "entities/gum-dev.jsonl", []),
    ("entities", "entities/gum-dev.jsonl", ["--match", "overlap"]),
    ("entities", "entities/gum-train.jsonl.gz", ["--match", "overlap"]),
    ("entities", "entities/uner-ewt-dev.jsonl", []),
    ("entities", "entities/worldwide-dev.jsonl.gz", []),
    ("entities", "entities/worldwide-dev.jsonl.gz", ["--match", "overlap"]),
    ("entities", "entities/worldwide-train.jsonl.gz", []),
    ("entities", "entities/redocred.jsonl.gz", []),
    ("entities", "entities/wikigold.jsonl.gz", ["--kinds", "person,place"]),
]

# Figures that one side gives and the other need not.
ONLY_OURS = {"kind"}
ONLY_THEIRS = {"missing", "unknown"}


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def write_text(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def write(folder, name, objects):
    path = os.path.join(folder, name)
    write_text(path, "".join(json.dumps(value) + "\n" for value in objects))
    return path


def annotate(binary, documents, folder):
    """What lede annotate prints of the texts, under the ids of the gold.

    Texts are files of their own; those of one day are annotated together with that day as --date.
    """
    by_day = collections.defaultdict(list)
    for number, document in enumerate(documents):
        day = (document.get("dct") or document.get("date") or "")[:10]
        by_day[day].append((number, document))
    for day, members in by_day.items():
        place = os.path.join(folder, day or "undated")
        os.mkdir(place)
        for number, document in members:
            write_text(os.path.join(place, f"n{number:05}.txt"), document["text"])
        date = ["--date", day] if day else []
        command = [binary, "annotate", "--quiet", *date, place]
        lines = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        for line in lines.splitlines():
            article = json.loads(line)
            article["id"] = documents[int(article["id"][1:])]["id"]
            yield article


def read_gold(path):
    """The documents, each with its text."""
    if os.path.isdir(path):
        documents = [json.loads(line) for line in open(path + "/gold.jsonl", encoding="utf-8")]
        for document in documents:
            name = os.path.join(path, "text", document["id"] + ".txt")
            document["text"] = open(name, encoding="utf-8", newline="").read()
    else:
        stream = gzip.open if path.endswith(".gz") else open
        documents = [json.loads(line) for line in stream(path, "rt", encoding="utf-8") if line.strip()]
    return documents


def differences(ours, theirs, place=""):
    """The places at which two JSON values differ by more than the last bits of a real."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(set(ours) | set(theirs)):
            if place == "" and (key in ONLY_OURS or key in ONLY_THEIRS):
                continue
            if place == "/tally":
                yield from differences(ours.get(key, 0), theirs.get(key, 0), f"{place}/{key}")
                continue
            yield from differences(ours.get(key), theirs.get(key), f"{place}/{key}")
    elif isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        # The attribution scorer rounds what it prints to four places.
        same = abs(ours - theirs) < 1e-12 or round(ours, 4) == theirs
        if not same:
            yield f"{place}: {ours} and {theirs}"
    elif ours != theirs:
        yield f"{place}: {ours} and {theirs}"


def count(value):
    return sum(map(count, value.values())) if isinstance(value, dict) else 1


def main():
    binary, data, scorers, *wanted = sys.argv[1:]
    failed = False
    for kind, gold, options in SETS:
        name = " ".join([kind, gold, *options])
        if wanted and not any(word in name for word in wanted):
            continue
        path = os.path.join(data, gold)
        documents = read_gold(path)
        total = len(documents)
        with tempfile.TemporaryDirectory() as folder:
            articles = {article["id"]: article for article in annotate(binary, documents, folder)}
            # A text that is no article as a file (one that begins as RTF does) is on neither side.
            documents = [document for document in documents if document["id"] in articles]
            predictions = write(folder, "predictions.jsonl", articles.values())
            kept = os.path.join(folder, "kept")
            os.makedirs(os.path.join(kept, "text"))
            gold_file = write(kept, "gold.jsonl", documents)
            for document in documents if kind == "attribution" else []:
                write_text(os.path.join(kept, "text", document["id"] + ".txt"), document["text"])
            scorer = os.path.join(scorers, f"score_{kind}.py")
            theirs = json.loads(run(
                "python3", scorer, kept if kind == "attribution" else gold_file, predictions,
                *options, "--json"))
            ours = json.loads(run(binary, "evaluate", kind, gold_file, *options, "--json"))
        found = list(differences(ours, theirs))
        print(f"{name}: {len(documents)} of {total} articles, {count(theirs)} figures, "
              + ("all equal" if not found else f"{len(found)} differ"), flush=True)
        for line in found[:20]:
            print("  " + line)
        failed = failed or bool(found)
    sys.exit(1 if failed else 0)


main()
