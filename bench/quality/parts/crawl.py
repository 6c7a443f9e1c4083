"""The crawler on a generated press of 500 hosts: requests and articles a second, share of the ideal, waits. Wants an idle machine."""
import re

import programs
from results import Results

RUNS = {
    "no pause, none hang": ["0", "120", "25", "0"],
    "pause 1 s, none hang": ["1000", "120", "50", "0"],
    "pause 1 s, 100 hang": ["1000", "120", "50", "100"],
    "pause 1 s, 300 hang": ["1000", "75", "3", "300"],
}
TOTAL = re.compile(r"([\d.]+) a second; of them \d+ articles, ([\d.]+) a second")
IDEAL = re.compile(r"^([\d.]+) % of the ideal", re.M)
WAITS = {
    "until the first request of a host": "until the first request of a host, median / 99 % / longest",
    "from one request of a host to its next": "from one request to the next, median / 99 % / longest",
}


def main():
    results = Results("crawl")
    for name, arguments in RUNS.items():
        printed = programs.java("io.keeling.bench.crawl.CrawlBenchmark", *arguments)
        if not name.endswith("300 hang"):
            requests, articles = TOTAL.search(printed).groups()
            results.add("requests a second", name, "count", requests)
            results.add("articles a second", name, "count", articles)
            share = IDEAL.search(printed)
            if share:
                results.add("of one request a host a second, where hosts answer", name, "%", share.group(1))
        else:
            for printed_as, what in WAITS.items():
                wait = re.search(printed_as + r": median ([\d.]+) s, 99 % ([\d.]+) s, longest ([\d.]+) s", printed)
                results.add(what, name, "s", " / ".join(wait.groups()))
    results.save()


if __name__ == "__main__":
    main()
