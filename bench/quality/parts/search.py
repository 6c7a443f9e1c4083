"""Search on articles that are made: the desk over HTTP at a million, the index by itself at three sizes. Wants an idle machine; takes two hours."""
import os
import re

import programs
from results import Results

NEWS = "training/corpus/news"
QUANTILES = re.compile(r"^(.+?)\s+p50\s+([\d.]+) ms\s+p95\s+([\d.]+) ms\s+longest\s+([\d.]+) ms", re.M)
STORED = re.compile(r"articles from the topic into tables and index in (\d+) s")
MADE = re.compile(r"articles indexed in (\d+) s, (\d+) s of processor time; making them took (\d+) s of both")
SIZE = re.compile(r"articles, ([\d.]+) GB on disk, (\d+) MB of heap in use")
LARGEST = re.compile(r"largest page: ([\d,]+) bytes")


def main():
    results = Results("search")
    desk(results, 1_000_000, programs.java("io.keeling.bench.search.DeskBenchmark", "1000000", NEWS, heap="4g"))
    results.save()
    for articles in (100_000, 1_000_000, 3_000_000):
        folder = os.path.join(programs.work(), "search")  # grows from one size to the next
        index(results, articles, programs.java("io.keeling.bench.search.SearchBenchmark", articles, NEWS, folder, heap="2g"))
        results.save()


def desk(results, articles, printed):
    made, *asked = re.split(r"^(?:at rest|while \d+ articles a second arrive)$", printed, flags=re.M)
    of = f"desk, {articles:,} articles"
    if STORED.search(made):
        results.add("from the topic into tables and index, all", of, "s", STORED.search(made).group(1))
    for what, printed in zip(("at rest", "while 50 arrive a second"), asked):
        for question, _, p95, _ in QUANTILES.findall(printed):
            results.add(question + ", 95 of 100", f"{of}, {what}", "ms", f"{float(p95):.0f}")
    results.add("largest page", of, "bytes", max(LARGEST.findall(printed), key=lambda size: int(size.replace(",", ""))))


def index(results, articles, printed):
    of = f"index alone, {articles:,} articles"
    if MADE.search(printed):
        wall, processor, making = map(int, MADE.search(printed).groups())
        results.add("indexed since the size before", of, "s of processor time", processor - making)
    gigabytes, heap = SIZE.search(printed).groups()
    results.add("on disk", of, "GB", gigabytes)
    results.add("heap in use", of, "MB", heap)
    for question, _, p95, _ in QUANTILES.findall(printed):
        results.add(question + ", 95 of 100", of, "ms", f"{float(p95):.0f}")


if __name__ == "__main__":
    main()
