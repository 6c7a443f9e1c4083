"""The sink beside other ways to write the same rows, in turns. Wants an idle machine."""
import re

import programs
from results import Results

ROW = re.compile(r"^(.+?)\s+([\d,]+) articles/s, the sink has\s+([\d.]+) times that", re.M)
WHAT = "the sink, synchronous_commit on"
ROWS = "same rows, five tables"


def main():
    results = Results("sink")
    for name, speed, times in ROW.findall(programs.java("io.keeling.bench.chain.SinkBenchmark", "1000", "3")):
        by = "Keeling" if name == "sink" else name
        results.add(WHAT, ROWS, "articles/s", speed, by=by)
        if by != "Keeling":
            results.add("the sink has so many times the articles of", by, "times", times)
    results.save()


if __name__ == "__main__":
    main()
