"""Copies of short agency texts that are grouped with their original, different reports that are not, and the state for an article."""
import re

import programs
from results import Results

SETS = ("aed", "trafilatura", "htmldate", "readability")
COPIES = re.compile(r"^(agency|news) +(.+?) +(\d+) of +(\d+) +[\d.]+ %, with another's (\d+)$", re.M)
PAIRS = re.compile(r"^(\d+) texts long enough; pairs grouped: (\d+), of them right (\d+): precision ([\d.]+)\n"
                   r"different reports of one event grouped: (\d+) of (\d+)", re.M)
STATE = re.compile(r"^state of +(\d+) articles, bytes each: bands (\d+), members (\d+), outlets (\d+)", re.M)
# Parameters were chosen with an eye on the agency texts; our news was only scored.
NAMES = {"agency": ("25 agency texts of ours", "opened"), "news": ("our news of that length", "unopened")}


def main():
    results = Results("stories")
    printed = programs.java("io.keeling.training.stories.StoryEvaluation", "training/eval/stories", "training/corpus/news",
                            *[programs.extract(set_) for set_ in SETS])
    for set_, change, grouped, copies, wrong in COPIES.findall(printed):
        name, half = NAMES[set_]
        results.add(f"copies grouped, {change}", name, "text", f"{grouped} of {copies}", half)
        results.add(f"copies grouped with another's text, {change}", name, "text", wrong, half)
    texts, pairs, right, _, reports, events = PAIRS.search(printed).groups()
    results.add("pairs grouped, of them right", f"{int(texts):,} pages and texts", "text", f"{right} of {pairs}", "unopened")
    results.add("different reports of one event grouped", f"{events} pairs of ours", "text", reports, "opened")
    for articles, *sizes in STATE.findall(printed):
        results.add("state for an article", f"{int(articles):,} articles", "bytes", f"{sum(map(int, sizes)):,}", "unopened")
    results.save()


if __name__ == "__main__":
    main()
