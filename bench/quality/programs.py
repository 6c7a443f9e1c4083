"""Runs Keeling's own programs and the scorers of ../shared."""
import glob
import json
import os
import subprocess

from results import ROOT, SHARED


def java(main, *arguments, heap="2g", before=(), properties=(), stdin=None):
    """Runs a class with everything that bench knows on its class path; gives back what it printed."""
    jars = sorted(glob.glob(os.path.join(ROOT, "bench/target/keeling-bench-*.jar")))
    if not jars:
        raise SystemExit("bench is not built")
    path = os.pathsep.join([*before, jars[-1], os.path.join(ROOT, "bench/target/lib/*")])
    command = [*os.environ.get("NICE", "").split(), "java", "-Xmx" + heap, *properties, "-cp", path, main, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT if stdin is None else None,
                          stdin=stdin)
    # 1: a page or a text that could not be read is told in its own line
    lines_of_errors = main.endswith(".Keeling") and done.stdout
    if done.returncode > 1 or (done.returncode == 1 and not lines_of_errors):
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}")
    return done.stdout


def extract(set_, out):
    """Reads the pages of a labelled set, a line each, into a file."""
    manifest = os.path.join(SHARED, "corpora/extraction", set_, "truth.jsonl")
    with open(os.devnull) as nothing, open(out, "w", encoding="utf-8") as file:
        file.write(java("io.keeling.app.Keeling", "extract", "--manifest", manifest, stdin=nothing))
    return out


def jmh(folder, *arguments):
    """Runs benchmarks; gives back JMH's own JSON."""
    out = os.path.join(folder, "jmh.json")
    java("org.openjdk.jmh.Main", *arguments, "-rf", "json", "-rff", out)
    with open(out, encoding="utf-8") as file:
        return json.load(file)


def scorer(name):
    """A scorer of ../shared as a module."""
    import importlib.util
    spec = importlib.util.spec_from_file_location(name, os.path.join(SHARED, "scoring", name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
