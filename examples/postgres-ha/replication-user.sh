#!/bin/sh
# Run once, when the primary's data is made: a user that may copy it and nothing else.
set -eu
psql -v ON_ERROR_STOP=1 --quiet --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  -v password="$(cat /run/secrets/replication_password)" <<'SQL'
CREATE ROLE replicator WITH REPLICATION LOGIN PASSWORD :'password';
SQL
echo 'host replication replicator all scram-sha-256' >>"$PGDATA/pg_hba.conf"
