#!/usr/bin/env python3
"""What a start waits for: runs ./keeling demo with a new data directory, and prints when what answers, from the command to the last article.

    bench/start.py [ROUNDS [FOLDER...]]     of this folder, or of several in turns: another checkout beside this one, each built before
    bench/start.py clone [FOLDER]           of a new clone, with Maven's libraries fetched into a repository of its own; wants the network

Seconds are those of the clock, with the processor time that the JVM and PostgreSQL had taken by then; a busy machine leaves only the latter comparable.
"ready" lines are the parts of the start as keeling.log has them, which start side by side. Ports are free ones, so a running Keeling is left alone.
Linux; needs git for "clone".
"""
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), ".."))
# Longer than any start took that ended well; a clone fetches 200 MB before.
LIMIT = {"demo": 180, "clone": 900}
# Articles that the fictional press has, as the demo's report counts them.
ALL = 64
# How often the page is asked, in seconds. Chosen: a hundredth of a start.
PAUSE = 0.1
SETTINGS = ["EMBEDDED_KAFKA_PORT", "EMBEDDED_POSTGRES_PORT", "HEALTH_INGEST_PORT", "HEALTH_ENRICH_PORT", "HEALTH_SINK_PORT", "HEALTH_DESK_PORT"]
PART = re.compile(r"start: (.+) took (\d+) ms, ready after (\d+) ms")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def processor_time(pid):
    """Seconds that a process and all below it have taken, those that ended included."""
    parents, times = {}, {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                    stat = file.read()
            except OSError:
                continue  # it ended
            fields = stat[stat.rindex(")") + 2:].split()
            parents[int(name)] = int(fields[1])
            times[int(name)] = sum(map(int, fields[11:15]))
    below = {pid}
    while more := {child for child, parent in parents.items() if parent in below and child not in below}:
        below |= more
    return sum(times.get(each, 0) for each in below) / os.sysconf("SC_CLK_TCK")


def ask(port, path):
    """Status and body of an answer; no status where there is none."""
    try:
        with urllib.request.urlopen(f"http://localhost:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as e:
        return e.code, b""
    except OSError:
        return None, b""


def measure(home, limit=LIMIT["demo"], environment=None):
    """One start; gives back what answered when, as (name, seconds, processor seconds), and the parts of the log."""
    folder = tempfile.mkdtemp(prefix="keeling-start-")
    ports = free_ports(len(SETTINGS) + 2)
    page = ports[-1]
    variables = {**os.environ, **(environment or {}), **{"KEELING_" + name: str(port) for name, port in zip(SETTINGS, ports)}}
    data = os.path.join(folder, "data")
    with open(os.path.join(folder, "said"), "w+", encoding="utf-8") as said:
        began = time.monotonic()
        demo = subprocess.Popen([os.path.join(home, "keeling"), "demo", "--data", data, "--port", str(page), "--press-port", str(ports[-2])],
                                env=variables, stdout=said, stderr=said)
        seen = []

        def mark(name):
            seen.append((name, time.monotonic() - began, processor_time(demo.pid)))

        def happened(name):
            return any(name == each[0] for each in seen)

        try:
            articles = 0
            while not happened("all articles") and time.monotonic() - began < limit and demo.poll() is None:
                if not happened("the page"):
                    status, _ = ask(page, "/")
                    if status and not happened("the port"):
                        mark("the port")
                    if status == 200:
                        mark("the page")
                else:
                    status, body = ask(page, "/api/articles?limit=1")
                    articles = json.loads(body).get("total", 0) if status == 200 else articles
                    if articles and not happened("first article"):
                        mark("first article")
                    if articles >= ALL:
                        mark("all articles")
                time.sleep(PAUSE)
            log = os.path.join(data, "keeling.log")
            with open(log, encoding="utf-8") as file:
                parts = [(name, int(took) / 1000, int(ready) / 1000) for name, took, ready in PART.findall(file.read())]
        except OSError:
            parts = []
        finally:
            if demo.poll() is None:
                demo.send_signal(signal.SIGTERM)
            demo.wait()
            if not happened("all articles"):
                said.seek(0)
                print(said.read()[-2000:], file=sys.stderr)
            shutil.rmtree(folder, ignore_errors=True)
    return seen, parts


def show(name, seen, parts):
    print(name)
    for part, took, ready in sorted(parts, key=lambda each: each[2]):
        print(f"  {ready:6.1f} s ready: {part} (took {took:.1f} s)")
    for what, seconds, processor in seen:
        print(f"  {seconds:6.1f} s {what}, {processor:.1f} s of processor time", flush=True)


def clone(source):
    """From git clone to the page, with nothing fetched before."""
    folder = tempfile.mkdtemp(prefix="keeling-clone-")
    try:
        began = time.monotonic()
        home = os.path.join(folder, "keeling")
        subprocess.run(["git", "clone", "-q", source, home], check=True)
        cloned = time.monotonic() - began
        seen, parts = measure(home, LIMIT["clone"], {"MAVEN_ARGS": "-Dmaven.repo.local=" + os.path.join(folder, "repository")})
        return [(what, seconds + cloned, processor) for what, seconds, processor in seen], parts
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def build(home):
    """As the launcher does before its first command."""
    subprocess.run([os.path.join(home, "keeling"), "--version"], check=True, stdout=subprocess.DEVNULL)


def main(arguments):
    if arguments[:1] == ["clone"]:
        show("a new clone", *clone(arguments[1] if len(arguments) > 1 else ROOT))
        return
    rounds = int(arguments[0]) if arguments else 1
    homes = arguments[1:] or [ROOT]
    for home in homes:
        build(home)
    for _ in range(rounds):
        for home in homes:
            show(home, *measure(os.path.realpath(home)))


if __name__ == "__main__":
    main(sys.argv[1:])
