# shellcheck shell=bash
# How long swarmha takes to start, against a Java that only tells its version. Sourced by lab/bench, whose lab it uses.

readonly startups=21

# Each of the Javas that there are.
javas() {
  local java
  for java in "${JAVA_17_HOME:-}" /usr/lib/jvm/*17*-jdk* /usr/lib/jvm/*-17*; do
    [[ ! -x $java/bin/java ]] || { printf '17 %s\n' "$java"; break; }
  done
  for java in "${JAVA_25_HOME:-}" /usr/lib/jvm/*25*; do
    [[ ! -x $java/bin/java ]] || { printf '25 %s\n' "$java"; break; }
  done
}

# Milliseconds of processor time that a command takes, its own and the system's. Time by the clock would be that of
# whatever else the machine does.
took() { # COMMAND...
  local LC_ALL=C TIMEFORMAT='%3U %3S' used
  used=$({ time "$@" >/dev/null 2>&1 </dev/null; } 2>&1) || fail "cannot measure $*"
  jq -n "(${used/ / + }) * 1000 | round"
}

# The median of the numbers that are read, which come one a line.
median() { sort -n | jq -s '.[length / 2 | floor]'; }

with_cache() { SWARMHA_CACHE=$work/cache "$swarmha" "$@"; }

without_cache() { SWARMHA_CACHE=off "$swarmha" "$@"; }

await_archive() {
  with_cache --version >/dev/null
  local patience=60
  until compgen -G "$work/cache/*.jsa" >/dev/null; do
    ((patience-- > 0)) || fail "no archive was made"
    sleep 1
  done
}

# One line of the table: all kinds in turn, so that whatever else the machine does meets all of them.
startup_of() { # JAVA-NUMBER ARGUMENT...
  local number=$1 round kind alone none kept
  shift
  for ((round = 0; round < startups; round++)); do
    took "$JAVA_HOME/bin/java" -Xshare:auto -version >>"$work/alone"
    took without_cache "$@" >>"$work/none"
    took with_cache "$@" >>"$work/kept"
  done
  alone=$(median <"$work/alone") none=$(median <"$work/none") kept=$(median <"$work/kept")
  for kind in alone none kept; do rm "$work/$kind"; done
  printf '%-6s %-18s %8s ms %10s ms %6s %10s ms %6s\n' "$number" "$*" "$alone" \
    "$none" "$(ratio "$none" "$alone")" "$kept" "$(ratio "$kept" "$alone")"
}

ratio() { jq -n "$1 * 10 / $2 | round / 10"; }

bench_startup() {
  local number java
  printf '%-6s %-18s %11s %13s %6s %13s %6s\n' Java command "java alone" "no cache" ratio cache ratio
  while read -r number java <&3; do
    export JAVA_HOME=$java
    rm -rf "$work/cache"
    await_archive
    startup_of "$number" --version
    startup_of "$number" --help
    startup_of "$number" ls
    ! "$swarmha" completion bash >/dev/null 2>&1 || startup_of "$number" completion bash
  done 3< <(javas)
  unset JAVA_HOME
}
