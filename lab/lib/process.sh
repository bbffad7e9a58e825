# shellcheck shell=bash
# Processes are known by pid and start time: a pid alone may be somebody else's by now.

# Prints state and start time of a process. The name in field 2 may contain spaces and brackets.
process_stat() {
  local line
  { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
  # shellcheck disable=SC2086 # split into fields on purpose
  set -- ${line##*) }
  echo "$1 ${20}"
}

# record_process FILE PID
record_process() {
  local _ started
  read -r _ started < <(process_stat "$2") || return 1
  echo "$2 $started" >"$1"
}

# Prints the recorded pid if that very process is still alive.
recorded_process() {
  local pid recorded state started
  { read -r pid recorded <"$1"; } 2>/dev/null || return 1
  read -r state started < <(process_stat "$pid") || return 1
  # A zombie holds nothing; it only waits for its parent.
  [[ $started == "$recorded" && $state != [ZX] ]] || return 1
  echo "$pid"
}

process_is_gone() { ! recorded_process "$1" >/dev/null; }

# end_process FILE SIGNAL SECONDS
end_process() {
  local pid
  pid=$(recorded_process "$1") || return 0
  kill -s "$2" "$pid" 2>/dev/null || true
  eventually "$3" process_is_gone "$1"
}
