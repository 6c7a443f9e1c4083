#!/usr/bin/env bash
# Imports a folder once in peace and once with `kill -9` of the whole process in between, and compares
# what is stored: every article and version of the first run must be there after the second, once.
#
#   bench/kill-import.sh INPUT [KILLS]     INPUT: HTML files or WARC, as for `keeling import`; KILLS: default 2
#
# Needs curl, python3, and the ports from KEELING_KILL_PORT (default 9700) to six above it. Data and logs lie
# in a new folder under TMPDIR, which stays if the runs differ. Prints one line; exit 0 if both agree.
set -euo pipefail
input=${1:?usage: bench/kill-import.sh INPUT [KILLS [IMPORTS]]}
kills=${2:-2}
import_kills=${3:-2}
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
port=${KEELING_KILL_PORT:-9700}
export KEELING_DESK_PORT=$port KEELING_DESK_PUBLIC_URL=http://localhost:$port
export KEELING_HEALTH_INGEST_PORT=$((port + 1)) KEELING_HEALTH_ENRICH_PORT=$((port + 2)) KEELING_HEALTH_SINK_PORT=$((port + 3)) KEELING_HEALTH_DESK_PORT=$((port + 6))
export KEELING_EMBEDDED_KAFKA_PORT=$((port + 4)) KEELING_EMBEDDED_POSTGRES_PORT=$((port + 5))
export KEELING_KAFKA_BOOTSTRAP_SERVERS=localhost:$((port + 4))
export KEELING_BACKFILL_UNREAD=${KEELING_BACKFILL_UNREAD:-40} # small, so that the kills find it under way
limit=600  # seconds that any one wait may last: a large import on a busy machine
quiet=15   # seconds without a change after which a run counts as done
patience=150  # the same while articles are missing: Kafka gives up a killed member of a group only after a time-out
work=$(mktemp -d "${TMPDIR:-/tmp}/keeling-kill.XXXXXX")
printf 'sources: []\n' >"$work/keeling.yaml"
up=0 importer=0

die() { echo "kill-import: $*; logs in $work" >&2; exit 1; }
end() { # a PostgreSQL that outlived its killed JVM as well
  local servers process
  servers=$(head -qn 1 "$work"/*/postgres/postmaster.pid 2>/dev/null || true)
  [ "$up" = 0 ] || ! kill -0 "$up" 2>/dev/null || servers=  # which stops its own
  for process in $importer $up $servers; do
    [ "$process" = 0 ] || kill -TERM "$process" 2>/dev/null || true
  done
}
trap end EXIT

url() { echo "http://localhost:$port$1"; }
total() { curl -fsS "$(url '/api/articles?limit=1')" 2>/dev/null | sed -n 's/.*"total":\([0-9]*\).*/\1/p'; }
letters() { "$home/keeling" dead-letters list --config "$work/keeling.yaml" --limit 100000 2>"$work/letters.err"; }

versions() { # NAME; a version a line, of every article in the export
  python3 - "$(url /api/articles)" "$work/$1.articles" <<'PYTHON'
import json, sys, urllib.request

for line in open(sys.argv[2], encoding="utf-8"):
    article = json.loads(line)["id"]
    with urllib.request.urlopen(f"{sys.argv[1]}/{article}/versions", timeout=30) as answer:
        for version in json.load(answer)["items"]:
            print(json.dumps({"id": article, "version": version["version"], "revision": version["revision"]}))
PYTHON
}

start() { # DATA
  setsid "$home/keeling" up --config "$work/keeling.yaml" --data "$1" >>"$1.out" 2>&1 </dev/null &
  up=$!
  for ((waited = 0; waited < limit * 5; waited++)); do
    kill -0 "$up" 2>/dev/null || die "keeling up ended: $(tail -1 "$1.out")"
    curl -fs "$(url /readyz)" >/dev/null 2>&1 && return
    sleep 0.2
  done
  die "keeling up was not ready within $limit s"
}

stop() { # SIGNAL
  kill "-$1" "$up"
  wait "$up" 2>/dev/null || true
  up=0
}

start_import() {
  "$home/keeling" import --config "$work/keeling.yaml" "$input" >>"$work/import.out" 2>&1 </dev/null &
  importer=$!
}

await_import() { # true if it sent everything
  local status=0
  wait "$importer" || status=$?
  importer=0
  return "$status"
}

pages_read() { # pages that the reader has read, whatever came of them, since the pipeline started
  curl -fsS "http://localhost:$((port + 1))/metrics" 2>/dev/null |
    awk '/^keeling_ingest_read_seconds_count\{/ { n += $NF } END { print n + 0 }'
}

await_pages_read() { # COUNT; false if the import ended before
  for ((waited = 0; waited < limit * 10; waited++)); do
    [ "$(pages_read)" -lt "$1" ] || return 0
    kill -0 "$importer" 2>/dev/null || return 1
    sleep 0.1
  done
  die "no $1 pages were read within $limit s: $(tail -1 "$work/import.out")"
}

kill_import() { # PAGES to be read before
  await_pages_read "$1" || return 1
  kill -KILL "$importer" 2>/dev/null || return 1
  wait "$importer" 2>/dev/null || true
  struck_imports=$((struck_imports + 1))
  echo "kill-import: kill -9 of the import after $(pages_read) pages" >&2
  start_import
}

await_quiet() { # [COUNT]: until nothing more comes; with less than COUNT stored, that takes longer to believe
  local last=- now calm=0
  for ((waited = 0; waited < limit; waited++)); do
    now=$(total || true)
    if [ -n "$now" ] && [ "$now" = "$last" ]; then calm=$((calm + 1)); else calm=0; fi
    if [ "$calm" -ge "$patience" ] || { [ "$calm" -ge "$quiet" ] && [ "$now" -ge "${1:-1}" ]; }; then return; fi
    last=$now
    sleep 1
  done
  die "articles were still coming after $limit s"
}

await_more_than() { # COUNT of articles stored
  local now
  for ((waited = 0; waited < limit * 10; waited++)); do
    now=$(total || true)
    [ "${now:-0}" -le "$1" ] || return 0
    sleep 0.1
  done
  die "no more than $1 articles within $limit s"
}

await_pages() { # until pages are in the broker's log
  for ((waited = 0; waited < limit * 10; waited++)); do
    [ -z "$(find "$work/killed/kafka" -path '*/keeling.pages-*' -name '*.log' -size +0 -print -quit 2>/dev/null)" ] || return 0
    sleep 0.1
  done
  die "no page arrived within $limit s: $(tail -1 "$work/import.out")"
}

collect() { # NAME
  curl -fsS "$(url /api/export.jsonl)" >"$work/$1.articles" || die "the export failed"
  versions "$1" >"$work/$1.versions" || die "the versions cannot be read"
  letters >"$work/$1.letters" || die "the dead letters cannot be listed: $(tail -1 "$work/letters.err")"
}

echo "kill-import: in peace" >&2
start "$work/peace"
begun=$(date +%s)
start_import
await_import || die "the import failed: $(tail -1 "$work/import.out")"
await_quiet
all_pages=$(pages_read)
seconds=$(($(date +%s) - begun - quiet))
collect peace
stop TERM
stored=$(wc -l <"$work/peace.articles" | tr -d ' ')

# The first kill strikes while pages are being sent, the others when a part of the articles is stored.
start "$work/killed"
start_import
struck_imports=0 sent_twice='?'
for ((kill = 1; kill <= import_kills; kill++)); do
  kill_import "$((all_pages * kill / (import_kills + 2)))" || break
done
[ "$import_kills" = 0 ] || [ "$struck_imports" -gt 0 ] || die "the import was over before it could be killed"
moments="" rests=""
for ((kill = 0; kill < kills; kill++)); do
  if [ "$kill" = 0 ]; then await_pages; else await_more_than "$((stored * kill / (2 * kills)))"; fi
  moment=$(total || echo '?')
  moments="$moments${moments:+, }$moment"
  echo "kill-import: kill -9 at $moment of $stored stored" >&2
  struck=$(date +%s)
  stop KILL
  start "$work/killed"
  if [ "$moment" != '?' ] && [ "$moment" -lt "$stored" ]; then
    await_more_than "$moment"
    rests="$rests${rests:+, }$(($(date +%s) - struck))"
  fi
  if [ "$importer" != 0 ] && ! kill -0 "$importer" 2>/dev/null; then await_import || start_import; fi
done
if [ "$importer" != 0 ] && ! await_import; then
  start_import
  await_import || die "the import failed twice: $(tail -1 "$work/import.out")"
fi
await_quiet "$stored"
[ "$kills" != 0 ] || sent_twice=$(($(pages_read) - all_pages))
resumed=$(grep -c '^Going on where an earlier run stopped' "$work/import.out" || true)
[ "$resumed" -ge "$struck_imports" ] || die "only $resumed of $struck_imports killed imports went on where they stopped"
if [ "$sent_twice" != '?' ] && [ "$sent_twice" -gt "$((struck_imports * (KEELING_BACKFILL_UNREAD / 2 + 1)))" ]; then
  die "$sent_twice pages were sent twice"
fi
collect killed
stop TERM

python3 - "$work" "$kills" "$moments" "$seconds" "$rests" "$struck_imports" "$resumed" "$sent_twice" <<'PYTHON' || die "the runs differ"
import json, os, re, sys

work, kills, moments, seconds, rests, imports, resumed, repeated = sys.argv[1:]


def lines(name):
    return open(os.path.join(work, name), encoding="utf-8").read().splitlines()


def articles(name):
    """(id, version, revision) of every version of every article, as often as it is there."""
    return sorted((v["id"], v["version"], v["revision"]) for v in map(json.loads, lines(name + ".versions")))


def letters(name):
    """(stage, reason, source, address) of every dead letter; a repetition is no other letter."""
    rows = [line.split() for line in lines(name + ".letters")]
    return {tuple(row[2:]) for row in rows if row and re.fullmatch(r"\d+-\d+", row[0])}


peace, killed = articles("peace"), articles("killed")
versions = {row[:2] for row in peace}, {row[:2] for row in killed}
lost, new = len(versions[0] - versions[1]), len(versions[1] - versions[0])
twice = len(killed) - len(versions[1])
counted_twice = len(set(killed) - set(peace)) - new
letters_lost, letters_new = letters("peace") - letters("killed"), letters("killed") - letters("peace")
same = peace == killed and not letters_lost and not letters_new
print(f"{'same' if same else 'DIFFERENT'}: {len(peace)} versions of {len({row[0] for row in peace})} articles in peace "
      f"({seconds} s), {len(killed)} after {kills} kills (at {moments} stored, the next one after {rests} s): lost {lost}, new {new}, twice {twice}, "
      f"other revision {counted_twice}; dead letters {len(letters('peace'))} and {len(letters('killed'))}, "
      f"lost {len(letters_lost)}, new {len(letters_new)}; import killed {imports} times, went on where it stopped {resumed} times, "
      f"pages sent twice {repeated}")
sys.exit(0 if same else 1)
PYTHON
rm -rf "$work"
