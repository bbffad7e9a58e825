#!/bin/sh
# Copies the primary at the first start, and then follows it. Once it has been promoted it is a server like any other.
set -eu

# Not in the data: it is read at each start, so that a new password needs no new copy.
umask 077
printf '*:*:*:replicator:%s\n' "$(cat /run/secrets/replication_password)" >/tmp/pgpass
chown postgres /tmp/pgpass
export PGPASSFILE=/tmp/pgpass # pg_basebackup notes the path for the time after the copy

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "${PGDATA:?}"/* # of a copy that was interrupted
  until pg_basebackup --host="$PRIMARY" --username=replicator --pgdata="$PGDATA" --wal-method=stream \
    --checkpoint=fast --write-recovery-conf; do
    echo "replica: $PRIMARY gives no copy yet" >&2
    rm -rf "${PGDATA:?}"/*
    sleep 2
  done
fi
umask 022
exec docker-entrypoint.sh postgres -c hot_standby=on
