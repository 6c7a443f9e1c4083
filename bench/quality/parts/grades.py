"""Topics that are main and those that are mentioned, and the climate grade, on real pages, sentences, trends and in seven languages."""
import re

import programs
from results import Results

SETS = ("aed", "trafilatura", "htmldate", "readability")
LANGUAGES = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch"}
HALVES = {"dev": "opened", "score": "unopened"}
SUMMARY = re.compile(r"^Keeling(, topics main or mention)?: (\d+) articles: grade ([\d.]+), main or mention ([\d.]+) / ([\d.]+) / ([\d.]+),"
                     r" topics micro ([\d.]+) / ([\d.]+) / ([\d.]+), macro F1 ([\d.]+)", re.M)


def texts():
    """Labels, what they are of, the language, and the pages that the labels are of."""
    yield "training/eval/topics.tsv", "real pages", "en", [programs.extract(set_) for set_ in SETS]
    yield "training/eval/topics-sentences.tsv", "single sentences of real pages", "en", programs.peers(SETS)
    yield "training/eval/trends.tsv", "trends and measures, and what is none, invented", "en", []
    for code, name in LANGUAGES.items():
        yield f"training/eval/topics-{code}.tsv", f"{name}, invented", code, []


def short(value):
    return value[1:] if value.startswith("0.") else value


def main():
    results = Results("grades")
    for labels, name, language, pages in texts():
        for part, half in HALVES.items():
            printed = programs.java("io.keeling.training.topics.TopicEvaluation", "training/eval/keywords.tsv", labels, part, *pages,
                                    properties=[f"language={language}"])
            for mentions, number, grade, *values in SUMMARY.findall(printed):
                values = [short(value) for value in values]
                what = "main or mentioned" if mentions else "main"
                if not mentions:
                    results.add("tags of", name, "texts", number, half)
                    results.add("tags of", name, "grade right", short(grade), half)
                    for word, value in zip("P R F1".split(), values):
                        results.add("tags of", name, f"climate {word}", value, half)
                for word, value in zip("P R F1".split(), values[3:]):
                    results.add("tags of", name, f"topics {what} {word}", value, half)
                results.add("tags of", name, f"topics {what}, macro F1", values[6], half)
    results.save()


if __name__ == "__main__":
    main()
