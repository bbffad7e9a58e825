#!/bin/sh
# As in the official image: becomes the user postgres; an empty PGDATA becomes a cluster with POSTGRES_DB and the
# password of POSTGRES_PASSWORD_FILE, and what is in /docker-entrypoint-initdb.d is run once.
set -eu

if [ "$(id -u)" = 0 ] && [ "$1" = postgres ]; then
  mkdir -p "$PGDATA" /run/postgresql
  chown -R postgres:postgres "$PGDATA" /run/postgresql
  chmod 700 "$PGDATA"
  # shellcheck disable=SC2016 # for the inner shell
  exec su -p -s /bin/sh -c 'exec "$@"' -- postgres sh "$0" "$@"
fi

first_start() {
  POSTGRES_USER=${POSTGRES_USER:-postgres}
  POSTGRES_DB=${POSTGRES_DB:-$POSTGRES_USER}
  export POSTGRES_USER POSTGRES_DB
  initdb --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --auth-local=trust --auth-host=scram-sha-256 \
    --encoding=UTF8 --locale=C --no-sync >/dev/null
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl --pgdata="$PGDATA" --options="-c listen_addresses=''" --wait --silent start
  [ "$POSTGRES_DB" = postgres ] || createdb --username="$POSTGRES_USER" "$POSTGRES_DB"
  for file in /docker-entrypoint-initdb.d/*; do
    # shellcheck disable=SC1090 # as in the official image
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) psql -v ON_ERROR_STOP=1 --quiet --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --file="$file" ;;
    esac
  done
  pg_ctl --pgdata="$PGDATA" --mode=fast --wait --silent stop
}

if [ "$1" = postgres ]; then
  [ -s "$PGDATA/PG_VERSION" ] || first_start
  shift
  exec postgres -c listen_addresses='*' -c unix_socket_directories=/run/postgresql "$@"
fi
exec "$@"
