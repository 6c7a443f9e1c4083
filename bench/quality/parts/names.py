"""Names in English, by a model that has not learnt from the four files it is scored on. HELD_BACK=FILE spares the training."""
import os
import re
import shutil
import subprocess

import programs
from results import SHARED, Results

FILES = {
    "uner-ewt.test": "web, forums, news",
    "crossner-politics.test": "Wikipedia",
    "gum-news.train": "Wikinews",
    "wnut17.dev": "social media",
}
ROW = re.compile(r"^(person|organization|location|all)\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)\s+n (\d+)", re.M)


def main():
    results = Results("names")
    scorer = os.path.join(SHARED, "scoring/score_names.py")
    corpora = os.path.join(SHARED, "corpora/names")
    folder = programs.work()
    model = os.environ.get("HELD_BACK")
    if not model:
        model = os.path.join(folder, "held-back.bin")
        programs.java("io.keeling.training.names.TrainNames", corpora, model, heap="6g")
    place = os.path.join(folder, "io/keeling/models/names")
    os.makedirs(place, exist_ok=True)
    shutil.copy(model, os.path.join(place, "names-en.bin"))
    scores = []
    for file, kind in FILES.items():
        marked = os.path.join(corpora, file + ".tsv")
        texts, tagged = os.path.join(folder, "texts.jsonl"), os.path.join(folder, "tagged.jsonl")
        run(["python3", scorer, "make", marked], texts)
        with open(os.devnull) as nothing, open(tagged, "w", encoding="utf-8") as out:
            out.write(programs.java("io.keeling.app.Keeling", "annotate", texts, before=[folder], stdin=nothing))
        for name, *values in ROW.findall(run(["python3", scorer, "score", marked, tagged])):
            what = {"all": "all names", "location": "places", "person": "persons", "organization": "organisations"}[name]
            for measure, value in zip(("P", "R", "F1"), values):
                results.add(what, f"{file} ({kind})", measure, value.lstrip("0"), "unopened")
            if name == "all":
                scores.append(float(values[2]))
    results.add("all names", "mean of the four", "F1", f"{sum(scores) / len(scores):.3f}".lstrip("0"), "unopened")
    results.save()


def run(command, out=None):
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if out:
        with open(out, "w", encoding="utf-8") as file:
            file.write(text)
    return text


if __name__ == "__main__":
    main()
