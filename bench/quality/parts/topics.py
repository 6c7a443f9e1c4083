"""Climate grade and topics, beside one keyword a topic, on invented texts and on 400 real pages."""
import re

import programs
from results import Results

TEXTS = [
    ("training/eval/topics.tsv", "real pages", "all", "all"),
    ("training/eval/topics.tsv", "real pages", "dev", "opened"),
    ("training/eval/topics.tsv", "real pages", "score", "unopened"),
    ("training/eval/topics-own.tsv", "topics-own, short, invented", "dev", "opened"),
    ("training/eval/topics-own.tsv", "topics-own, short, invented", "score", "unopened"),
    ("training/corpus/articles/articles.tsv", "corpus/articles, long, invented", "all", "opened"),
    ("training/corpus/news", "corpus/news, partly learnt from", "all", "opened"),
] + [
    (f"training/eval/unseen/{name}.tsv", f"unseen/{name}: {kind}", "all", "unopened")
    for name, kind in {
        "sentences": "one to three sentences",
        "items": "60 to 250 words",
        "fresh": "a sentence to 120 words",
        "judge": "a sentence to 120 words",
        "sceptic": "one to four sentences, the fairest",
        "judge-pages": "pages",
        "hard-pages": "pages, many in borrowed words",
        "pages": "pages, by an editor",
        "trap-pages": "pages about nothing of ours",
        "plain-pages": "pages without the usual words",
    }.items()
]
SUMMARY = re.compile(r"^(Keeling|keywords): (\d+) articles: grade ([\d.]+), main or mention ([\d.]+) / ([\d.]+) / ([\d.]+),"
                     r" topics micro ([\d.]+) / ([\d.]+) / ([\d.]+), macro F1 ([\d.]+)", re.M)
CALIBRATION = re.compile(r"^expected calibration error ([\d.]+)", re.M)
MEASURES = ["main or mention P", "main or mention R", "main or mention F1", "topics micro P", "topics micro R", "topics micro F1",
            "topics macro F1"]


def short(value):
    return value[1:] if value.startswith("0.") else value


def main():
    results = Results("topics")
    pages = [programs.extract(set_) for set_ in ("aed", "trafilatura", "htmldate", "readability")]
    for labels, name, part, half in TEXTS:
        printed = programs.java("io.keeling.training.topics.TopicEvaluation", "training/eval/keywords.tsv", labels, part,
                                *(pages if name == "real pages" else []))
        for by, texts, grade, *values in SUMMARY.findall(printed):
            if by == "Keeling":
                results.add("tags of", name, "texts", texts, half)
            results.add("tags of", name, "grade right", short(grade), half, by)
            for measure, value in zip(MEASURES, values):
                if by == "Keeling" or measure.endswith("F1"):
                    results.add("tags of", name, measure, short(value), half, by)
        results.add("tags of", name, "calibration error", short(CALIBRATION.search(printed).group(1)), half)
    results.save()


if __name__ == "__main__":
    main()
