"""Reading pages: what the other readers of the JVM make of the same pages; kept beside those of the part reader."""
import os

import programs
from results import SHARED, Results, share

NAMES = {"readability4j": "readability4j 1.0.8", "boilerpipe": "boilerpipe 1.2.2", "crux": "crux 2.1.0"}
MEASURES = [("body", "body"), ("chunks", "phrases")]


def main():
    results = Results("reader")
    results.stamp["command"] = "bench/quality.sh readers"
    scorer = programs.scorer("score_extraction")
    folder = programs.work()
    for set_ in ("aed", "trafilatura"):
        labelled = os.path.join(SHARED, "corpora/extraction", set_)
        programs.java("io.keeling.bench.reader.ReaderQuality", folder, labelled)
        truth = scorer.lines(os.path.join(labelled, "truth.jsonl"))
        for reader, name in NAMES.items():
            scores = scorer.score(truth, scorer.lines(os.path.join(folder, f"{set_}.{reader}.jsonl")), 0)
            results.add("pages answered", set_, "pages", f"{scores['answered']} of {scores['pages']}", by=name)
            for field, what in MEASURES:
                if field in scores:
                    for value, measure in (("precision", "P"), ("recall", "R"), ("f1", "F1")):
                        results.add(what, set_, measure, share(scores[field][value]), by=name)
            results.add("title equal", set_, "share", share(scores["title"]["equal"]), by=name)
            if reader == "readability4j":  # the only other that names authors
                results.add("authors equal", set_, "share", share(scores["authors"]["equal"]), by=name)
                results.add("all authors found", set_, "share", share(scores["authors"]["all_found"]), by=name)
    results.save()


if __name__ == "__main__":
    main()
