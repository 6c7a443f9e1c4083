"""Chooses the order in which origins of authors are asked on some sites, and scores it on the others.

    bench/quality/authors_by_hosts.py SET ORIGINS ...

ORIGINS is what reader's AuthorOrigins wrote for SET, a labelled folder. An order is chosen greedily: the origin that
finds all authors of most pages that no origin before it names anybody of, and so on. Scores are shares of pages of
which all authors are found by people's names alone, on the sites that the order was chosen on and on those it was not.
"""
import hashlib
import json
import os
import sys
import urllib.parse

from halves import half, site
from results import SHARED
import importlib.util

FOLDS = 5


def fold(text):
    return SCORER.fold(text)


def scorer():
    spec = importlib.util.spec_from_file_location("score_extraction", os.path.join(SHARED, "scoring/score_extraction.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORER = scorer()


def right(names, labelled):
    found = fold(" ; ".join(names))
    return all(fold(name) in found for name in labelled)


def share(order, pages):
    """Of pages that the order finds all authors of: the first origin that has a full name, else the first that has one."""
    hits = 0
    for labelled, origins, _ in pages:
        said = [origins[i] for i in order if origins[i]]
        full = [names for names in said if any(" " in name for name in names)]
        hits += right((full or said or [[]])[0], labelled)
    return hits / len(pages) if pages else 0


def chosen(pages):
    left, order = list(range(len(pages[0][1]))), []
    while left:
        best = max(left, key=lambda i: (share(order + [i], pages), -i))
        order.append(best)
        left.remove(best)
    return order


def digit(url, name):
    host = urllib.parse.urlsplit(url or "").hostname or name
    return int(hashlib.md5(site(host).encode()).hexdigest()[:8], 16)


def main():
    pages = []
    for set_, origins in zip(sys.argv[1::2], sys.argv[2::2]):
        truth = {os.path.basename(page["file"]): page for page in SCORER.lines(os.path.join(set_, "truth.jsonl"))}
        for line in SCORER.lines(origins):
            page = truth[os.path.basename(line["file"])]
            pages.append((page["authors"], line["origins"], page.get("url") or page["file"]))
    hand = list(range(len(pages[0][1])))
    print("pages\tchosen on\tscored on\torder by hand\torder chosen")
    parts = {name: [page for page in pages if half(page[2]) == name] for name in ("opened", "unopened")}
    for one, other in (("opened", "unopened"), ("unopened", "opened")):
        order = chosen(parts[one])
        for scored in (one, other):
            print(f"{len(parts[scored])}\t{one}\t{scored}\t{share(hand, parts[scored]):.3f}\t{share(order, parts[scored]):.3f}\t{order}")
    hits = same = 0
    for number in range(FOLDS):
        out = [page for page in pages if digit(page[2], page[2]) % FOLDS == number]
        order = chosen([page for page in pages if digit(page[2], page[2]) % FOLDS != number])
        hits += share(order, out) * len(out)
        same += share(order, [page for page in pages if digit(page[2], page[2]) % FOLDS != number])
    print(f"{len(pages)}\tfour fifths of the sites\tthe fifth\t{share(hand, pages):.3f}\t{hits / len(pages):.3f}\t(chosen on: {same / FOLDS:.3f})")


if __name__ == "__main__":
    main()
