"""Places: country and coordinates of 361 mentions in real pages, in two halves."""
import re

import programs
from results import Results, share

ROW = re.compile(r"^(.+), (all|look|score)\s+(\d+) of\s+(\d+)\s+[\d.]+$", re.M)
KINDS = {
    "country": "country right",
    "city within 50 km": "city within 50 km",
    "country if tagged as a place": "country right, if tagged as a place",
    "city within 50 km if tagged as a place": "city within 50 km, if tagged as a place",
}


def main():
    results = Results("places")
    pages = [programs.extract(set_) for set_ in ("aed", "trafilatura", "htmldate", "readability")]
    printed = programs.java("io.keeling.training.places.PlaceEvaluation", "training/eval/places.tsv", *pages)
    for what, part, right, of in ROW.findall(printed):
        if what in KINDS:
            half = {"look": "opened", "score": "unopened"}.get(part, part)
            results.add(KINDS[what], "361 mentions in 186 pages", "share", share(int(right) / int(of)), half)
    results.save()


if __name__ == "__main__":
    main()
