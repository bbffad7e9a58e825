#!/bin/sh
# restore FILE DATABASE   restores a dump into a new database of the server that PGHOST, PGUSER and so on name
# restore drill           restores every new dump into an empty server of its own, and compares
# restore check           tells how the last drill went
set -eu
result=/tmp/drill

restore_into() { # FILE DATABASE
  createdb "$2"
  pg_restore --exit-on-error --no-owner --dbname="$2" "$1"
}

contents() { # DATABASE
  psql -v ON_ERROR_STOP=1 --quiet --no-psqlrc --tuples-only --no-align --dbname="$1" <<'SQL'
SELECT format('SELECT %L, count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM %I.%I AS t;',
  schemaname || '.' || tablename, schemaname, tablename)
FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1 \gexec
SQL
}

compare() { # FILE
  dropdb --if-exists drill
  if ! restore_into "$1" drill; then
    echo "failed: $1 cannot be restored"
  elif [ "$(contents drill)" != "$(cat "${1%.dump}.contents")" ]; then
    echo "failed: $1 was restored, but differs from what was dumped"
  else
    echo "ok: $1 restored, $(wc -l <"${1%.dump}.contents") tables equal"
  fi
}

drill_on_and_on() {
  last=
  while true; do
    newest=$(find /backup -name '*.dump' | sort | tail -n 1)
    if [ "$newest" != "$last" ]; then
      compare "$newest" >"$result.new" 2>/tmp/why || true
      mv "$result.new" "$result"
      cat "$result"
      last=$newest
    fi
    sleep 5 &
    wait $!
  done
}

own_server() {
  export PGDATA=/tmp/server PGHOST=/tmp PGUSER=postgres
  rm -rf "$PGDATA"
  initdb --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
  pg_ctl --wait --silent --log=/tmp/server.log --options="-c listen_addresses='' -c unix_socket_directories=/tmp -c fsync=off" start
}

case ${1:-} in
  check)
    [ -e "$result" ] || { echo "no drill yet"; exit 1; }
    cat "$result"
    grep -q '^ok' "$result"
    ;;
  drill)
    if [ "$(id -u)" = 0 ]; then # PostgreSQL does not run as root
      chmod 1777 /tmp
      exec su -s /bin/sh postgres -c "exec env PATH='$PATH' '$0' drill"
    fi
    trap 'pg_ctl --mode=fast stop; exit 143' TERM
    own_server
    drill_on_and_on
    ;;
  *)
    PGPASSWORD=$(cat /run/secrets/postgres_password)
    export PGPASSWORD
    restore_into "$1" "$2"
    ;;
esac
