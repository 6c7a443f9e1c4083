"""Reading pages: text, title, authors and day on three sets of real pages, each in two halves, beside trafilatura."""
import gzip
import json
import os
import sys

import programs
from halves import digit, half
from results import SHARED, Results, share

MEASURES = [
    ("body", "body", ["precision", "recall", "f1"]),
    ("chunks", "phrases", ["precision", "recall", "f1"]),
    ("title", "title equal", ["equal"]),
    ("authors", "authors equal", ["equal"]),
    ("authors", "all authors found", ["all_found"]),
    ("published", "day equal", ["equal"]),
]

# Digits of sites that were not opened even when the authors of the second half were, once.
UNTOUCHED = "ef"


def main():
    results = Results("reader")
    scorer = programs.scorer("score_extraction")
    for set_ in sys.argv[1:] or ["aed", "trafilatura", "htmldate"]:
        read = scorer.lines(programs.extract(set_))
        truth = scorer.lines(os.path.join(SHARED, "corpora/extraction", set_, "truth.jsonl"))
        peer = trafilatura(set_)
        for part in ("all", "opened", "unopened"):
            pages = [page for page in truth if part in ("all", half(page.get("url")))]
            add(results, set_, part, scorer.score(pages, read, 0))
            if part == "all":
                add(results, set_, part, scorer.score(pages, peer, 0), "trafilatura 2.2")
        untouched = scorer.score([page for page in truth if digit(page.get("url")) in UNTOUCHED], read, 0)
        if "authors" in untouched:
            results.add("all authors found, sites that nobody opened", f"{set_}, {untouched['authors']['n']} pages", "share",
                        share(untouched["authors"]["all_found"]), "unopened")
    results.save()


def trafilatura(set_):
    """What the strongest open reader, a program in Python, makes of the same pages."""
    path = os.path.join(SHARED, "corpora/extraction/peers", f"trafilatura-2.2.0.{set_}.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def add(results, set_, part, scores, by="Keeling"):
    if by == "Keeling" or "body" in scores or "chunks" in scores:
        results.add("pages answered", set_, "pages", f"{scores['answered']} of {scores['pages']}", part, by)
    for field, what, values in MEASURES:
        for value in values:
            if field in scores:
                measure = {"precision": "P", "recall": "R", "f1": "F1"}.get(value, "share")
                results.add(what, set_, measure, share(scores[field][value]), part, by)


if __name__ == "__main__":
    main()
