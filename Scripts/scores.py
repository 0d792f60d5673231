"""The table of scores, from what 'lede evaluate --json' prints; called by Scripts/scores."""

import gzip
import json
import os
import subprocess
import sys
import tempfile

POLNEAR = ("PolNeAR 1.0", "for evaluation; texts: their publishers")
WORLDWIDE = ("Worldwide English newswire", "none stated; texts: their publishers")
GUM = ("GUM, nine genres", "CC BY 4.0; texts by genre")
UNER = ("Universal NER, web treebank", "CC BY-SA 4.0")
REDOCRED = ("Re-DocRED, encyclopedia", "MIT; texts CC BY-SA")
WIKIGOLD = ("Wikigold, encyclopedia", "CC BY 4.0")
TEMPEVAL = ("TempEval-3 (TimeBank, AQUAINT)", "texts: their publishers, handed out for the task")
RECOGNIZERS = ("Recognizers-Text, English specs", "MIT")
EWT = ("UD English EWT 2.16", "CC BY-SA 4.0")
UD_GUM = ("UD English GUM 2.16, nine genres", "CC BY 4.0; texts by genre")

# Kind, gold in the data folder, corpus and licence, part, options.
ATTRIBUTION = [
    ("attribution/dev", POLNEAR, "dev", []),
    ("attribution/train", POLNEAR, "train", []),
]
NAMES = [
    ("entities/worldwide-dev.jsonl.gz", WORLDWIDE, "dev", []),
    ("entities/worldwide-train.jsonl.gz", WORLDWIDE, "train", []),
    ("entities/uner-ewt-dev.jsonl", UNER, "dev", []),
    ("entities/gum-dev.jsonl", GUM, "dev", ["--match", "overlap"]),
    ("entities/gum-train.jsonl.gz", GUM, "train", ["--match", "overlap"]),
    ("entities/redocred.jsonl.gz", REDOCRED, "dev and test", []),
    ("entities/wikigold.jsonl.gz", WIKIGOLD, "all", []),
]
PEOPLE = [
    ("entities/gum-dev.jsonl", GUM, "dev", []),
    ("entities/gum-train.jsonl.gz", GUM, "train", []),
]
TIME = [
    ("time/dev.jsonl", TEMPEVAL, "dev", []),
    ("time/train.jsonl", TEMPEVAL, "train", []),
]
QUANTITIES = [("quantities/dev.jsonl", RECOGNIZERS, "dev", [])]
TREEBANK = [
    ("treebank/ewt-dev.conllu.gz", EWT, "dev", []),
    ("treebank/ewt-dev.conllu.gz", EWT, "dev", ["--gold-tokens"]),
    ("treebank/gum-dev.conllu.gz", UD_GUM, "dev", []),
    ("treebank/gum-dev.conllu.gz", UD_GUM, "dev", ["--gold-tokens"]),
]
CALIBRATION = [
    ("attribution", "who said what (PolNeAR, dev)", "attribution/dev"),
    ("entities", "names (Worldwide, dev)", "entities/worldwide-dev.jsonl.gz"),
    ("time", "values of times (TempEval-3, dev)", "time/dev.jsonl"),
    ("quantities", "values and units of amounts (Recognizers-Text, dev)", "quantities/dev.jsonl"),
]


class Scores:
    """Runs evaluations, each once."""

    def __init__(self, binary, data):
        self.binary, self.data, self.known = binary, data, {}

    def exists(self, gold):
        return os.path.exists(os.path.join(self.data, gold))

    def run(self, kind, gold, *options):
        key = (kind, gold, options)
        if key not in self.known:
            path = os.path.join(self.data, gold)
            with tempfile.TemporaryDirectory() as folder:
                if path.endswith(".gz"):
                    plain = os.path.join(folder, os.path.basename(path)[:-3])
                    with gzip.open(path) as packed, open(plain, "wb") as file:
                        file.write(packed.read())
                    path = plain
                command = [self.binary, "evaluate", kind, path, "--json", *options]
                output = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
            self.known[key] = json.loads(output)
        return self.known[key]


def percent(share):
    return "–" if share is None else f"{100 * share:.1f}"


def table(columns, rows):
    print("| " + " | ".join(columns) + " |")
    print("| " + " | ".join("---" if i < 3 else "---:" for i in range(len(columns))) + " |")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    print()


def lines(scores, kind, sets, figures):
    """A row for each set that is there: corpus, part, licence, and its figures."""
    for gold, (corpus, licence), part, options in sets:
        if scores.exists(gold):
            yield [corpus, part, licence, *figures(scores.run(kind, gold, *options), options)]


def attribution(result, _):
    metrics, tally = result["scores"], result["tally"]
    number = sum(tally[f"gold {kind}"] for kind in ("direct", "indirect", "mixed"))
    who = [percent(metrics["who+what"][kind]["f1"]) for kind in ("all", "direct", "indirect", "mixed")]
    more = [metrics["content strict"], metrics["content overlap"], metrics["source hit"]]
    return [result["articles"], number, *who, *[percent(metric["all"]["f1"]) for metric in more]]


def names(result, options):
    named = result["named"]
    kinds = [percent(named[kind]["f1"]) for kind in ("person", "organization", "place")]
    everything = named["all"]
    return [
        result["documents"], everything["tp"] + everything["fn"],
        "overlap" if "overlap" in options else "exact", *kinds,
        *[percent(everything[figure]) for figure in ("p", "r", "f1")],
        percent(named["any kind"]["f1"]),
    ]


def people(result, _):
    people = result["people"]
    cells = [people["documents"]]
    for form in ("pronoun3", "nominal", "pronoun3+nominal"):
        link = people["link"][form]
        cells += [sum(link[outcome] for outcome in ("right", "wrong", "unlinked")),
                  percent(link["accuracy"]), percent(link["precision"])]
    return cells + [percent(people["conll"])]


def time(result, _):
    figures = [result[name]["f1"] for name in ("strict", "relaxed", "value", "day")]
    return [result["documents"], result["gold"], *map(percent, figures),
            percent(result["value_accuracy"])]


def treebank(result, options):
    scores = result["scores"]
    names = ("sentences", "tokens", "upos", "xpos", "lemmas", "uas", "las")
    tokens = "given" if "--gold-tokens" in options else "found"
    return [result["articles"], tokens, *[percent((scores[name] or {}).get("f1")) for name in names]]


def quantities(scores):
    for gold, (corpus, licence), part, options in QUANTITIES:
        if not scores.exists(gold):
            continue
        result = scores.run("quantities", gold, *options)
        for kind in [key for key in result if key not in ("kind", "all")] + ["all"]:
            row = result[kind]
            figures = ("strict_f1", "relaxed_f1", "value_accuracy", "unit_accuracy")
            yield [corpus, part, licence, kind, row["gold"],
                   *[percent(row[figure]) for figure in figures]]


def calibration(scores):
    bands = None
    columns, rows = ["rows that are said to be right"], {}
    for kind, title, gold in CALIBRATION:
        if not scores.exists(gold):
            continue
        columns.append(title)
        bands = scores.run(kind, gold, "--calibration")["calibration"]["bands"]
        for band in bands:
            cell = f"{percent(band['right'])} of {band['rows']}" if band["rows"] else ""
            low = band["from"]
            name = f"{100 * low:.0f} to {100 * low + 10:.0f} %"
            rows.setdefault(name, []).append(cell)
    print("| " + " | ".join(columns) + " |")
    print("| --- |" + " ---: |" * (len(columns) - 1))
    for name, cells in rows.items():
        if any(cells):
            print(f"| {name} | " + " | ".join(cells) + " |")
    print()


HEAD = """# Scores

Made by `Scripts/scores DATA_FOLDER`; [Evaluation](Evaluation.md) says what the figures mean. All are
percentages. No text of these corpora is part of lede. Training and development parts were looked at
while rules were written, so expect less on articles of your own; `lede evaluate` scores those.
"""


def main():
    scores = Scores(*sys.argv[1:])
    start = ["corpus", "part", "licence"]
    print(HEAD)
    print("## Who said what\n")
    table(start + ["articles", "attributions", "who+what F1", "direct", "indirect", "mixed",
                   "content exact F1", "content overlap F1", "source touched F1"],
          lines(scores, "attribution", ATTRIBUTION, attribution))
    print("## Names\n")
    table(start + ["articles", "names", "compared", "person F1", "organization F1", "place F1",
                   "all P", "R", "F1", "F1, kind not looked at"],
          lines(scores, "entities", NAMES, names))
    print("## People linked\n")
    table(start + ["articles", "pronouns", "right", "of linked", "nouns", "right", "of linked",
                   "both", "right", "of linked", "groups, CoNLL F1"],
          lines(scores, "entities", PEOPLE, people))
    print("## Times\n")
    table(start + ["articles", "times", "exact F1", "touched F1", "value F1", "day F1",
                   "values right of those found"],
          lines(scores, "time", TIME, time))
    print("## Amounts\n")
    table(start + ["kind", "amounts", "exact F1", "touched F1", "value right", "unit right"],
          quantities(scores))
    print("## Sentences, tokens, tags, lemmas and trees\n")
    table(start + ["articles", "tokens are", "sentences", "tokens", "UPOS", "XPOS", "lemmas", "UAS",
                   "LAS"],
          lines(scores, "treebank", TREEBANK, treebank))
    print("## Confidence\n")
    print("Of the rows whose `confidence` lies in a band, how many are right:\n")
    calibration(scores)


main()
