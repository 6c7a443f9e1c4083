#!/usr/bin/env bash
# Measures how good Keeling is, and writes docs/quality.md from what was measured.
#
#   bench/quality.sh PART...    measures these parts, keeps the figures in docs/quality/PART.tsv, writes the page
#   bench/quality.sh all        every part that gives the same figures on every machine
#   bench/quality.sh write      writes the page from the figures that are kept
#   bench/quality.sh check      fails where the page is not what "write" would make
#   bench/quality.sh list       the parts
#
# A part is a file bench/quality/parts/PART.py. Needs python3, JDK 17, Maven, and the corpora and scorers in ../shared
# (SHARED names another place). Parts that measure time want an idle machine; NICE=nice before java for others.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() { echo "quality: $*" >&2; exit 1; }
parts() { for file in bench/quality/parts/*.py; do basename "$file" .py; done; }

[ $# -gt 0 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2; }
export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=bench/quality
case $1 in
  list) for part in $(parts); do printf '%-12s %s\n' "$part" "$(sed -n '1s/"""//gp' "bench/quality/parts/$part.py")"; done; exit ;;
  check) exec python3 bench/quality/page.py --check ;;
  write) set -- ;;
  all) set -- reader names languages topics grades places stories ;;
esac

for part in "$@"; do
  [ -e "bench/quality/parts/$part.py" ] || fail "no part $part; there are: $(parts | tr '\n' ' ')"
done
if [ $# -gt 0 ]; then
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/keeling-quality.XXXXXX")
  export WORK
  trap 'rm -rf "$WORK"' EXIT
  echo "Building ..." >&2
  ${NICE:-} mvn -B -q -pl bench -am package -Dmaven.test.skip=true
fi
for part in "$@"; do
  echo "Measuring $part ..." >&2
  python3 "bench/quality/parts/$part.py"
done
python3 bench/quality/page.py
