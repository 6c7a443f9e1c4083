"""Writes docs/quality.md: bench/quality/page.template with a table in the place of each {{PART}}.

    {{reader}}               a row for each thing measured, its halves beside each other
    {{speed | tagging}}      of these only what begins with "tagging"
    {{speed | tagging; names}}    of what begins with either
    {{topics || wide}}       a row for each set and half, a column for each measure
    {{search || across}}     a row for each thing measured, a column for each set and half

A part that the template does not name comes at the end, so that a new one is seen at once. Goals are in goals.tsv beside this file.
"""
import glob
import os
import re
import sys

import results

HERE = os.path.dirname(os.path.realpath(__file__))
DIRECTIVE = re.compile(r"^\{\{([a-z-]+)(?: \|([^|}]*))?(?:\|([^|}]*))?\}\}$", re.M)
HALVES = ["all", "opened", "unopened"]
HEADS = {"all": "now", "opened": "opened", "unopened": "not opened"}
TRIPLE = ["P", "R", "F1"]


def goals():
    with open(os.path.join(HERE, "goals.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {tuple(row[:4]): row[4] for row in rows}


def group(measure):
    """P, R and F1 of one thing stand in one cell: the measure without its last word, and that word."""
    stem, _, last = measure.rpartition(" ")
    return (stem, last) if last in TRIPLE else (measure, "")


def cell(values, bold=True):
    """One cell of the values of a group, by the last word of their measure."""
    if "" in values:
        return values[""]
    parts = [values[last] for last in TRIPLE if last in values]
    if bold and "F1" in values:
        parts[-1] = f"**{parts[-1]}**"
    return "/".join(parts)


def unit(measure):
    return "" if measure in ("share", "pages", "count", "text") or group(measure)[1] else " " + measure


def key_figure(values):
    return values.get("F1", values.get("", ""))


def measured(rows):
    return sorted({(row["commit"], row["date"], row["command"]) for row in rows}, key=lambda m: (m[1], m), reverse=True)


def table(head, body):
    """A Markdown table without the columns that are empty throughout."""
    used = [i for i in range(len(head)) if any(row[i] for row in body)]
    rows = ["| " + " | ".join(line[i] for i in used) + " |" for line in [head] + body]
    return "\n".join([rows[0], "|" + "---|" * len(used)] + rows[1:])


def gathered(rows, keys):
    """Rows by keys, then half, then who, then the last word of the measure."""
    out = {}
    for row in rows:
        place = out.setdefault(tuple(keys(row)), {}).setdefault(row["half"], {}).setdefault(row["by"], {})
        place[group(row["measure"])[1]] = row["value"]
    return out


def notes_of(kinds):
    """Commit, day and command of each measurement."""
    return [", ".join(x for x in (*kind[:2], f"`{kind[2]}`") if x != "-") for kind in kinds]


def stamped(head, body, of):
    """The table, and below it commit, day and command: of all rows, or by a letter that each row has."""
    kinds = list(dict.fromkeys(stamp for mine in of for stamp in measured(mine)))
    letters = "abcdefghijklmnopqrstuvwxyz"
    notes = notes_of(kinds)
    if len(kinds) == 1:
        return table(head, body) + f"\n\nMeasured at {notes[0]}."
    for line, mine in zip(body, of):
        line.append(", ".join(letters[kinds.index(stamp)] for stamp in measured(mine)))
    key = "\n".join(f"- {letter}: {note}" for letter, note in zip(letters, notes))
    return table(head + ["measured"], body) + f"\n\nMeasured at:\n\n{key}"


def lines(part, rows):
    aims = goals()
    def keys(row):
        return row["what"], row["set"], group(row["measure"])[0]
    found = gathered(rows, keys)
    several = len({row["half"] for row in rows if row["by"] == "Keeling"}) > 1
    body, of = [], []
    for (what, set_, stem), halves in found.items():
        mine = [row for row in rows if keys(row) == (what, set_, stem)]
        ours = [row for row in mine if row["by"] == "Keeling"] or mine
        last = "F1" if any(row["measure"].endswith("F1") for row in mine) else ""
        suffix = unit(ours[0]["measure"])
        def own(half):
            value = halves.get(half, {}).get("Keeling")
            return cell(value) + suffix if value else ""
        best = next((h for h in ("all", "unopened", "opened") if any(by != "Keeling" for by in halves.get(h, {}))), None)
        beside = ", ".join(f"{by} {key_figure(v)}{suffix}" for by, v in halves.get(best, {}).items() if by != "Keeling") if best else ""
        words = [word for word in TRIPLE if any(group(row["measure"]) == (stem, word) for row in ours)]
        name = what + (", " + "/".join(words) if words else "")
        now = [own(half) for half in HALVES] if several else [own(next(iter(halves)))]
        measure = (stem + " " + last).strip()
        body.append([name, "" if set_ == "-" else set_, *now, beside, aims.get((part, what, set_, measure), "")])
        of.append(ours)
    head = ["what", "of", *([HEADS[half] for half in HALVES] if several else ["now"]), "beside", "goal"]
    return stamped(head, body, of)


def wide(part, rows):
    aims = goals()
    several = len({row["what"] for row in rows}) > 1

    def column(row):
        return row["what"] if several else group(row["measure"])[0]

    columns = list(dict.fromkeys(column(row) for row in rows))
    found = gathered(rows, lambda row: (row["set"], column(row)))
    halves = len({row["half"] for row in rows}) > 1
    body, of = [], []
    sets = list(dict.fromkeys(row["set"] for row in rows))
    whole = {row["set"] for row in rows if row["half"] == "all"}
    for set_, half in sorted({(row["set"], row["half"]) for row in rows}, key=lambda key: (sets.index(key[0]), HALVES.index(key[1]))):
        # Goals are for a set as a whole, or else for what nobody opened.
        judged = half == ("all" if set_ in whole else "unopened")
        line = [set_, HEADS[half].replace("now", "all") if halves else ""]
        mine = [row for row in rows if (row["set"], row["half"]) == (set_, half) and row["by"] == "Keeling"]
        for name in columns:
            values = found.get((set_, name), {}).get(half, {})
            own = cell(values["Keeling"]) if "Keeling" in values else ""
            others = ", ".join(f"{by} {key_figure(v)}" for by, v in values.items() if by != "Keeling")
            wanted = [row for row in mine if column(row) == name and row["measure"].split()[-1] not in ("P", "R")]
            goal = next((aims[key] for row in wanted for key in [(part, row["what"], set_, row["measure"])] if judged and key in aims), "")
            notes = "; ".join(x for x in (others, f"goal {goal}" if goal else "") if x)
            line.append(f"{own} ({notes})" if notes else own)
        body.append(line)
        of.append(mine)
    heads = []
    for name in columns:
        words = [word for word in TRIPLE if any(column(row) == name and group(row["measure"])[1] == word for row in rows if row["by"] == "Keeling")]
        heads.append(name + (" " + "/".join(words) if words else ""))
    return stamped(["of", "half", *heads], body, of)


def across(part, rows):
    aims = goals()
    columns = list(dict.fromkeys((row["set"], row["half"]) for row in rows))
    found = {}
    for row in rows:
        goal = aims.get((part, row["what"], row["set"], row["measure"]))
        value = row["value"] + unit(row["measure"]) + (f" (goal {goal})" if goal else "")
        found.setdefault(row["what"], {})[row["set"], row["half"]] = value
    heads = [set_ + (f", {HEADS[half]}" if half != "all" else "") for set_, half in columns]
    body = [[what, *(values.get(column, "") for column in columns)] for what, values in found.items()]
    return table(["what", *heads], body) + f"\n\nMeasured at {'; '.join(notes_of(measured(rows)))}."


LAYOUTS = {"": lines, "wide": wide, "across": across}


def main():
    with open(os.path.join(HERE, "page.template"), encoding="utf-8") as file:
        template = file.read()
    named = set()

    def fill(match):
        part, begin, layout = match.group(1), (match.group(2) or "").strip(), (match.group(3) or "").strip()
        named.add(part)
        rows = [row for row in results.read(part) if row["what"].startswith(tuple(begin.split("; ")))]
        if not rows:
            raise SystemExit(f"no figures for {match.group(0)}")
        return LAYOUTS[layout](part, rows)

    page = DIRECTIVE.sub(fill, template)
    for path in sorted(glob.glob(os.path.join(results.FOLDER, "*.tsv"))):
        part = os.path.basename(path)[:-4]
        if part not in named:
            page += f"\n## {part.capitalize()}\n\n{lines(part, results.read(part))}\n"
    path = os.path.join(results.ROOT, "docs", "quality.md")
    if sys.argv[1:] == ["--check"]:
        with open(path, encoding="utf-8") as file:
            if file.read() != page:
                raise SystemExit("docs/quality.md is not what bench/quality.sh write makes of docs/quality and bench/quality")
        return
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)


if __name__ == "__main__":
    main()
