#!/bin/sh
# Compares each second what the container uses with MEMORY_THRESHOLD_MB. Started by the image's entrypoint.
set -eu

used_bytes() { # without files that the kernel may drop from its cache at any time
  if [ -e /sys/fs/cgroup/memory.current ]; then
    read -r used </sys/fs/cgroup/memory.current
    stat=/sys/fs/cgroup/memory.stat name=inactive_file
  else
    read -r used </sys/fs/cgroup/memory/memory.usage_in_bytes
    stat=/sys/fs/cgroup/memory/memory.stat name=total_inactive_file
  fi
  echo $((used - $(sed -n "s/^$name //p" "$stat")))
}

watch_memory() {
  while true; do
    used=$(($(used_bytes) / 1048576))
    if [ "$used" -le "$MEMORY_THRESHOLD_MB" ]; then
      rm -f /tmp/memory-is-short
    elif [ ! -e /tmp/memory-is-short ]; then
      echo "memory: $used MB, more than $MEMORY_THRESHOLD_MB MB: no more requests, please" >&2
      touch /tmp/memory-is-short
    fi
    sleep 1
  done
}

watch_memory &
