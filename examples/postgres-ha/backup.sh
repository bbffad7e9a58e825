#!/bin/sh
# Makes a dump every EVERY_SECONDS and keeps the newest KEEP. Beside each dump lies what is in it: number of rows and a
# digest of every table, read in the dump's own snapshot, so that a restored copy can be compared with it.
# `backup check` tells whether the newest dump is young enough.
set -eu

newest_is_young() {
  newest=$(find /backup -name '*.dump' -mmin "-$((EVERY_SECONDS * 2 / 60 + 1))" | head -n 1)
  [ -n "$newest" ] || { echo "no dump of the last two periods"; return 1; }
}

dump() {
  name=/backup/$PGDATABASE-$(date -u +%Y%m%dT%H%M%SZ)
  export name
  psql -v ON_ERROR_STOP=1 --quiet --no-psqlrc --tuples-only --no-align <<'SQL'
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \gset
\setenv snapshot :snapshot
\! pg_dump --format=custom --snapshot="$snapshot" --file="$name.part" || rm -f "$name.part"
\o /tmp/contents
SELECT format('SELECT %L, count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM %I.%I AS t;',
  schemaname || '.' || tablename, schemaname, tablename)
FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1 \gexec
COMMIT;
SQL
  mv /tmp/contents "$name.contents"
  mv "$name.part" "$name.dump" # last: a dump that is there is complete
  echo "backup: $name.dump, $(wc -l <"$name.contents") tables, $(wc -c <"$name.dump") bytes"
}

forget_old() {
  find /backup -name '*.dump' | sort -r | tail -n "+$((KEEP + 1))" | while read -r old; do
    rm -f "$old" "${old%.dump}.contents"
  done
}

if [ "${1:-}" = check ]; then
  newest_is_young
  exit
fi
trap 'exit 143' TERM
PGPASSWORD=$(cat /run/secrets/postgres_password)
export PGPASSWORD
while true; do
  if dump; then forget_old; else echo "backup: no dump this time" >&2; fi
  wait_for=$([ -n "$(find /backup -name '*.dump')" ] && echo "$EVERY_SECONDS" || echo 5) # soon, if there is none at all
  sleep "$wait_for" &
  wait $!
done
