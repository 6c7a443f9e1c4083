"""The sink beside other ways to write the same rows, in turns. Wants an idle machine."""
import re

import programs
from results import Results

ROW = re.compile(r"^(.+?)\s+([\d,]+) articles/s, the sink has\s+([\d.]+) times that", re.M)


def main():
    results = Results("sink")
    for name, speed, times in ROW.findall(programs.java("io.keeling.bench.chain.SinkBenchmark", "1000", "3")):
        results.add("articles a second", name, "count", speed)
        if name != "sink":
            results.add("the sink has", name, "times", times)
    results.save()


if __name__ == "__main__":
    main()
