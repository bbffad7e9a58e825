#!/bin/sh
# Runs what was put into /docker-entrypoint.d, as the official image does, and becomes the server.
set -eu
for script in /docker-entrypoint.d/*.sh; do
  [ ! -x "$script" ] || "$script"
done
exec "$@"
