#!/bin/bash
# Makes the database on the first start, then becomes the server. Where it starts as root it becomes postgres first.
set -euo pipefail
if [ "$(id -u)" = 0 ]; then
  chown -R postgres:postgres "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
user=${POSTGRES_USER:-postgres} database=${POSTGRES_DB:-${POSTGRES_USER:-postgres}}
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  chmod 700 "$PGDATA"
  if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then POSTGRES_PASSWORD=$(<"$POSTGRES_PASSWORD_FILE"); fi
  initdb --username="$user" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:?must be set}") \
    --auth-local=trust --auth-host=scram-sha-256 -E UTF8 --locale=C.UTF-8 >/dev/null
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  pg_ctl -s -w start -o "-c listen_addresses=''"
  [ "$database" = postgres ] || createdb -U "$user" "$database"
  pg_ctl -s -w stop -m fast
  echo "PostgreSQL init process complete; ready for start up."
fi
if [ "$1" = postgres ]; then shift; exec postgres -c "listen_addresses=*" "$@"; fi
exec "$@"
