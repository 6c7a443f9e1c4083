"""A start of ./keeling demo: until the page, the first and the last article, of a built folder and of a new clone. Wants an idle machine, and the network."""
import importlib.util
import os

from results import ROOT, Results

# Chosen: of three the median is no outlier.
ROUNDS = 3
WAITS = {"the page": "the page", "first article": "the first article", "all articles": "all articles"}


def main():
    spec = importlib.util.spec_from_file_location("start", os.path.join(ROOT, "bench/start.py"))
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    results = Results("start")
    start.build(ROOT)
    measured = []
    for _ in range(ROUNDS):
        seen, parts = start.measure(ROOT)
        start.show("built", seen, parts)
        measured.append({what: (seconds, processor) for what, seconds, processor in seen})
    for mark, what in WAITS.items():
        seconds = sorted(each[mark][0] for each in measured)
        results.add("until " + what, "built", "s", f"{seconds[ROUNDS // 2]:.1f} ({seconds[0]:.1f} to {seconds[-1]:.1f})")
    processor = sorted(each["all articles"][1] for each in measured)[ROUNDS // 2]
    results.add("processor time until all articles", "built", "s", f"{processor:.0f}")
    seen, parts = start.clone(ROOT)
    start.show("a new clone", seen, parts)
    page = next(seconds for what, seconds, _ in seen if what == "the page")
    results.add("until the page", "a new clone, with Maven's downloads", "s", f"{page:.0f}")
    results.save()


if __name__ == "__main__":
    main()
