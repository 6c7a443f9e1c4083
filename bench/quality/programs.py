"""Runs Keeling's own programs and the scorers of ../shared."""
import atexit
import functools
import gzip
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile

from results import ROOT, SHARED


# boilerpipe brings a Xerces that OpenNLP's training cannot use.
XML = "-Djavax.xml.parsers.DocumentBuilderFactory=com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl"
LOG = "-Dlogback.configurationFile=" + os.path.join(os.path.dirname(os.path.realpath(__file__)), "logback.xml")


def java(main, *arguments, heap="2g", before=(), stdin=None, properties=()):
    """Runs a class with everything that bench knows on its class path; gives back what it printed."""
    jar = os.path.join(ROOT, "bench/target/keeling-bench.jar")
    if not os.path.exists(jar):
        raise SystemExit("bench is not built")
    path = os.pathsep.join([*before, jar, os.path.join(ROOT, "bench/target/lib/*")])
    command = [*os.environ.get("NICE", "").split(), "java", "-Xmx" + heap, LOG, XML,
               *("-D" + each for each in properties), "-cp", path, main, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT if stdin is None else None,
                          stdin=stdin)
    # 1: a page or a text that could not be read is told in its own line
    lines_of_errors = main.endswith(".Keeling") and done.stdout
    if done.returncode > 1 or (done.returncode == 1 and not lines_of_errors):
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}")
    return done.stdout


def extract(set_):
    """Reads the pages of a labelled set, once for all parts of a run; gives back the file, a line a page."""
    out = os.path.join(work(), set_ + ".jsonl")
    if not os.path.exists(out):
        manifest = os.path.join(SHARED, "corpora/extraction", set_, "truth.jsonl")
        with open(os.devnull) as nothing:
            printed = java("io.keeling.app.Keeling", "extract", "--manifest", manifest, stdin=nothing)
        with open(out, "w", encoding="utf-8") as file:
            file.write(printed)
    return out


def peers(sets):
    """The texts of pages as another reader has them, a file a set: what labels of sentences count characters in, so that they stay."""
    files = []
    for set_ in sets:
        folder = os.path.join(work(), "peers")
        os.makedirs(folder, exist_ok=True)
        out = os.path.join(folder, set_ + ".jsonl")
        packed = os.path.join(SHARED, "corpora/extraction/peers", f"trafilatura-2.2.0.{set_}.jsonl.gz")
        if os.path.exists(packed):
            with gzip.open(packed, "rb") as source, open(out, "wb") as target:
                shutil.copyfileobj(source, target)
        else:
            shutil.copyfile(os.path.join(SHARED, "corpora/extraction", set_, "truth.jsonl"), out)
        files.append(out)
    return files


@functools.lru_cache(maxsize=None)
def work():
    """The folder of this run: that of quality.sh, or one that goes with this process."""
    folder = os.environ.get("WORK")
    if not folder:
        folder = tempfile.mkdtemp(prefix="keeling-quality-")
        atexit.register(shutil.rmtree, folder)
    return folder


def jmh(*arguments):
    """Runs benchmarks; gives back JMH's own JSON."""
    out = os.path.join(work(), "jmh.json")
    java("org.openjdk.jmh.Main", *arguments, "-rf", "json", "-rff", out)
    with open(out, encoding="utf-8") as file:
        return json.load(file)


def scorer(name):
    """A scorer of ../shared as a module."""
    spec = importlib.util.spec_from_file_location(name, os.path.join(SHARED, "scoring", name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
