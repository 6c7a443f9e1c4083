"""From a page to a row: articles a second through all roles, the time of one, each stage alone. Wants an idle machine."""
import re

import programs
from results import Results

ARTICLES = "our news, 5,000 characters"
QUANTILES = re.compile(r"^\s*from page to row: p50 (\d+) ms, p95 (\d+) ms, p99 (\d+) ms", re.M)
SPEED = re.compile(r"^([^:\n]+): ([\d.]+) articles/s", re.M)


def main():
    results = Results("chain")
    printed = programs.java("io.keeling.bench.chain.ChainBenchmark", "2000", "40")
    for name, speed in SPEED.findall(printed):
        results.add("the sink alone" if name == "sink alone" else name, ARTICLES, "articles/s", speed)
    for quantile, value in zip(("p50", "p95", "p99"), QUANTILES.search(printed).groups()):
        results.add("from page to row at half load, " + quantile, ARTICLES, "ms", value)
    results.save()


if __name__ == "__main__":
    main()
