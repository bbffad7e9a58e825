# shellcheck shell=bash
# Messages, options, the lab's own directory and its lock.

say() { printf '%s\n' "$*" >&2; }

fail() {
  printf 'lab/swarm: %s\n' "$*" >&2
  exit 1
}

misuse() {
  printf 'lab/swarm: %s (see lab/swarm --help)\n' "$*" >&2
  exit 2
}

need_value() { (($# >= 2)) || misuse "$1 needs a value"; }

need_root() { ((EUID == 0)) || fail "only root can do this: it makes namespaces, mounts and cgroups"; }

# Waits until a command succeeds: eventually SECONDS COMMAND...
eventually() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS <= deadline)) || return 1
    sleep 0.05
  done
}

use_lab() {
  [[ $1 =~ ^[a-z0-9][a-z0-9-]{0,30}$ ]] ||
    misuse "not a name for a lab: '$1' (lower-case letters, digits and dashes)"
  lab=$1
  lab_dir=$(realpath -m "${SWARMHA_LAB_DIR:-/var/tmp}")/swarmha-lab-$lab
  # Engines listen on a unix socket in there, and such a path has at most 107 characters.
  ((${#lab_dir} <= 70)) || fail "this path is too long for unix sockets: $lab_dir"
  find_claim
}

need_lab() { [[ -d $lab_dir && -n $subnet ]] || fail "there is no lab '$lab'; raise one with: lab/swarm up"; }

make_lab_dir() {
  mkdir -m 755 "$lab_dir" 2>/dev/null || true
  # /var/tmp is open to everyone: never work in a directory that somebody else has put there.
  [[ -d $lab_dir && ! -L $lab_dir && -O $lab_dir ]] || fail "cannot use $lab_dir as the lab's directory"
}

# One command at a time changes a lab. The lock is on the directory itself, so that it leaves no
# file behind; it may have been removed (by `down`) while we waited for it.
lock_lab() {
  [[ -d $lab_dir ]] || return 0
  exec {lock_fd}<"$lab_dir"
  flock --wait 300 "$lock_fd" || fail "another command is busy with lab '$lab'"
  if ! [[ /proc/self/fd/$lock_fd -ef $lab_dir ]]; then
    unlock_lab
    lock_lab
  fi
  find_claim
}

create_and_lock_lab() {
  until [[ -v lock_fd ]]; do
    make_lab_dir
    lock_lab
  done
}

unlock_lab() {
  [[ -v lock_fd ]] || return 0
  exec {lock_fd}<&-
  unset lock_fd
}
