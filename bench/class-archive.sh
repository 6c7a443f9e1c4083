#!/usr/bin/env bash
# Processor time of broker, database and each role until it is ready, with and without an archive of classes (AppCDS):
# docs/studies/archive-of-classes.md. Needs app's jars and the killing tests' classes (mvn -q -pl killing-tests -am verify -DskipTests -DskipITs).
#
#   bench/class-archive.sh [ROUNDS [FOLDER]]     default: 4 rounds, in a temporary folder
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
target=$root/app/target tests=$root/killing-tests/target/test-classes
rounds=${1:-4}
folder=${2:-$(mktemp -d)}
mkdir -p "$folder" && cd "$folder"

jars() { printf '%s\n' "$@" | LC_ALL=C sort | paste -sd :; }
roles=$(jars "$target"/lib/*.jar)
servers=$roles:$(jars "$target"/lib-embedded/*.jar)
options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)
kafka=23092 postgres=23432
: >empty.yaml
export KEELING_CONFIG=$folder/empty.yaml KEELING_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$kafka KEELING_KAFKA_PARTITIONS=4
export KEELING_DATABASE_URL=jdbc:postgresql://127.0.0.1:$postgres/postgres KEELING_DATABASE_USER=postgres KEELING_DESK_PORT=23180
export KEELING_HEALTH_INGEST_PORT=23181 KEELING_HEALTH_ENRICH_PORT=23182 KEELING_HEALTH_SINK_PORT=23183 KEELING_HEALTH_DESK_PORT=23185
export KEELING_INGEST_NETWORK_ALLOW_PRIVATE_ADDRESSES=true KEELING_INGEST_POLITENESS_PAUSE=0s
export KEELING_INGEST_STREAMS_STATE_DIRECTORY=$folder/data/ingest KEELING_ENRICH_STATE_DIRECTORY=$folder/data/enrich

listens() { until (echo >"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do sleep 0.1; done; }
ready() { until curl -fsS "http://127.0.0.1:$1/readyz" >/dev/null 2>&1; do sleep 0.1; done; }
pids=()
start() { # NAME OPTIONS...
  name=$1
  java "${options[@]}" "${@:2}" >"$name.log" 2>&1 &
  pids+=($!)
}
stop_all() {
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill "${pids[i]}" 2>/dev/null && wait "${pids[i]}" || true; done
  pids=()
}
trap stop_all EXIT
told() { awk -v how="$how" -v name="$name" '{printf "%s %s %.2f s\n", name, how, ($14 + $15) / 100}' "/proc/${pids[-1]}/stat"; }

# Starts everything; $1 and $2 are the options that write down or use the classes, %NAME% in them the process.
all() {
  rm -rf data && mkdir data
  main=io.keeling.app.killing.ServerMain
  start kafka -Xmx512m "${1/\%NAME\%/kafka}" -cp "$servers:$tests" $main kafka "$folder/data/kafka" $kafka
  listens $kafka && told
  start postgres -Xmx64m "${1/\%NAME\%/postgres}" -cp "$servers:$tests" $main postgres "$folder/data/postgres" $postgres
  listens $postgres && told
  for role in sink:23183 desk:23185 enrich:23182 ingest:23181; do
    start "${role%:*}" -Xmx700m "${2/\%NAME\%/${role%:*}}" -cp "$roles" io.keeling.app.Keeling run "${role%:*}"
    ready "${role#*:}" && told
  done
}

how=writing
all -XX:DumpLoadedClassList=%NAME%.list -XX:DumpLoadedClassList=%NAME%.list >/dev/null
start newsroom -Xmx200m -cp "$roles" io.keeling.app.Keeling newsroom --port 23190 --register
until curl -fsS 'http://127.0.0.1:23180/api/articles?limit=1' 2>/dev/null | grep -Eq '"total":[1-9][0-9]'; do sleep 1; done
stop_all
# Lists of JDK 21 number their classes, each list for itself.
together() { cat "$@" | awk '!/ super: / {sub(/ id: [0-9]+$/, "")} !/ super: / && !seen[$0]++'; }
together {sink,desk,enrich,ingest}.list >roles.list
together {kafka,postgres}.list >servers.list
for which in roles servers; do
  time java "${options[@]}" -Xshare:dump -XX:SharedClassListFile=$which.list -XX:SharedArchiveFile=$which.jsa -cp "${!which}" >dump.log 2>&1
done
ls -l ./*.jsa

for ((round = 0; round < rounds; round++)); do
  how=without
  all -Xshare:auto -Xshare:auto
  stop_all
  how=with
  all -XX:SharedArchiveFile=servers.jsa -XX:SharedArchiveFile=roles.jsa
  stop_all
done
