"""Speed of reading and tagging, by JMH. Wants an idle machine; takes half an hour."""
import os

import programs
from results import SHARED, Results

TAGGING = ["-f", "1", "-wi", "6", "-w", "10", "-i", "5", "-r", "10", "-p", "length=5000"]
LONG = ["-f", "1", "-wi", "3", "-w", "10", "-i", "3", "-r", "10", "-p", "length=200000"]


BY = {"keeling": "Keeling", "bareParse": "bare parse"}


def name(result):
    return result["benchmark"].rsplit(".", 1)[1]


def score(result):
    return result["primaryMetric"]["score"]


def quantile(result, q):
    return result["primaryMetric"]["scorePercentiles"][q]


def main():
    results = Results("speed")
    for set_ in ("aed", "trafilatura"):
        reading(results, set_, programs.jmh("ReaderBenchmark", "-p", "set=" + os.path.join(SHARED, "corpora/extraction", set_)))
    for result in programs.jmh("PageSizeBenchmark"):
        size = f"{float(result['params']['megabytes']):g} MB"
        results.add("reading one page, by its size", size, "ms", f"{score(result):.1f}", by=BY.get(name(result), name(result)))
    tagging(results, programs.jmh("AnnotatorBenchmark", *TAGGING), programs.jmh("AnnotatorBenchmark", *LONG))
    for result in programs.jmh("AnnotatorStartBenchmark"):
        results.add("start-up, to the first tagged sentence", "-", "s", f"{score(result):.2f} ± {result['primaryMetric']['scoreError']:.2f}")
    results.save()


def reading(results, set_, measured):
    parse = next(score(result) for result in measured if name(result) == "bareParse")
    for result in measured:
        by = BY.get(name(result), name(result))
        results.add("reading the whole set", set_, "ms", f"{score(result):,.0f} ± {result['primaryMetric']['scoreError']:,.0f}", by=by)
        results.add("reading, times jsoup's bare parse", set_, "times", f"{score(result) / parse:.2f}", by=by)


def tagging(results, short, long):
    one, two = (next(r for r in short if name(r) == which) for which in ("oneThread", "twoThreads"))
    long_one = next(r for r in long if name(r) == "oneThread")
    article = "5,000 characters"
    results.add("tagging, one thread, median", article, "ms", f"{quantile(one, '50.0'):.1f}")
    results.add("tagging, one thread, 99 of 100", article, "ms", f"{quantile(one, '99.0'):.1f}")
    results.add("tagging, two threads, median of each", article, "ms", f"{quantile(two, '50.0'):.1f}")
    results.add("articles of two threads beside those of one", article, "times", f"{2 * quantile(one, '50.0') / quantile(two, '50.0'):.2f}")
    results.add("tagging, one thread, median", "200,000 characters", "ms", f"{quantile(long_one, '50.0'):.0f}")
    results.add("200,000 characters beside 5,000", "-", "times", f"{quantile(long_one, '50.0') / quantile(one, '50.0'):.1f}")


if __name__ == "__main__":
    main()
