"""Names in other languages than English, by our own marked texts, each in two halves."""
import re

import programs
from results import Results

LANGUAGES = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch"}
KINDS = {"person": "persons", "organization": "organisations", "location": "places", "all": "all names"}
ROW = re.compile(r"^\s+(\w+)\s+P ([\d.]+) R ([\d.]+) F1 ([\d.]+) n (\d+)")


def main():
    results = Results("languages")
    for part, half in (("scored", "unopened"), ("dev", "opened")):
        for by, mode in (("Keeling", []), ("English model alone", ["english"])):
            language = None
            for line in programs.java("io.keeling.training.names.ScoreLanguages", "training/eval", part, *mode).splitlines():
                head = re.search(r"\b(\w\w) " + part + r"\b", line)
                row = ROW.match(line)
                if head:
                    language = LANGUAGES[head.group(1)]
                elif row:
                    kind = KINDS[row.group(1)]
                    for measure, value in zip(("P", "R", "F1"), row.groups()[1:]):
                        if by == "Keeling" or kind == "all names":
                            results.add(kind, language, measure, value, half, by)
    results.save()


if __name__ == "__main__":
    main()
