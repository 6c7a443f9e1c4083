"""Figures of one part, kept as rows of docs/quality/PART.tsv.

A row is: what was measured, on which set, which half of it (all; opened: errors of it were looked at while building;
unopened), by what (Keeling, or a program beside it), the measure, the value, the commit and the day of the
measurement, and the command that gives it.
"""
import datetime
import os
import subprocess

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
SHARED = os.path.realpath(os.environ.get("SHARED", os.path.join(ROOT, "..", "shared")))
FOLDER = os.path.join(ROOT, "docs", "quality")
COLUMNS = ["what", "set", "half", "by", "measure", "value", "commit", "date", "command"]
KEY = COLUMNS[:5]


def read(part):
    """The rows that are kept of a part, as dictionaries, in their order."""
    path = os.path.join(FOLDER, part + ".tsv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip()]
    if lines[0] != COLUMNS:
        raise SystemExit(f"{path}: the first line is not {COLUMNS}")
    for number, cells in enumerate(lines[1:], 2):
        if len(cells) != len(COLUMNS):
            raise SystemExit(f"{path}:{number}: {len(cells)} cells instead of {len(COLUMNS)}")
    return [dict(zip(COLUMNS, cells)) for cells in lines[1:]]


# What figures depend on: programs, what they ship, what they are scored by.
MEASURED = ["*/src/main/*", "*pom.xml", "training/corpus", "training/data", "training/eval", ":!*.md", ":!*NOTICE.txt"]


def commit():
    """The last commit that changed what is measured, with a + where the folder differs from it."""
    def git(*arguments):
        return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    return git("log", "-1", "--abbrev=7", "--format=%h", "--", *MEASURED) + ("+" if git("status", "--porcelain", "--", *MEASURED) else "")


def share(value):
    """0.9531 as .953, as the tables have it."""
    text = f"{value:.3f}"
    return text[1:] if text.startswith("0") else text


class Results:
    """Takes figures and puts each in the place of the one before; all others stay as they are."""

    def __init__(self, part):
        self.part = part
        self.rows = read(part)
        self.measured = 0
        self.stamp = {"commit": commit(), "date": datetime.date.today().isoformat(), "command": f"bench/quality.sh {part}"}

    def add(self, what, set_, measure, value, half="all", by="Keeling"):
        self.measured += 1
        row = dict(what=what, set=set_, half=half, by=by, measure=measure, value=str(value), **self.stamp)
        for place, kept in enumerate(self.rows):
            if all(kept[column] == row[column] for column in KEY):
                self.rows[place] = row
                break
        else:
            self.rows.append(row)
        print("  ", *(row[column] for column in KEY), row["value"], flush=True)

    def save(self):
        if not self.measured:
            raise SystemExit(f"{self.part}: nothing was measured; has what the programs print changed?")
        os.makedirs(FOLDER, exist_ok=True)
        with open(os.path.join(FOLDER, self.part + ".tsv"), "w", encoding="utf-8") as file:
            for cells in [COLUMNS] + [[row[column] for column in COLUMNS] for row in self.rows]:
                file.write("\t".join(cells) + "\n")
