# shellcheck shell=bash
# Each node is a cgroup $prefix/NODE in every hierarchy of the machine: v1, v2 or both ("hybrid").

cgroup_mounts() { # prints: type directory
  local _ directory type
  while read -r _ directory type _; do
    case "$type $directory" in
      "cgroup /sys/fs/cgroup"* | "cgroup2 /sys/fs/cgroup"*) echo "$type $directory" ;;
    esac
  done </proc/self/mounts
}

# Moves this shell, and so all that it starts, into a cgroup of the lab.
join_cgroup() {
  local type root
  while read -r type root; do
    mkdir -p "$root/$prefix/$1"
    if [[ $type == cgroup2 ]]; then
      enable_controllers "$root"
      enable_controllers "$root/$prefix"
    elif [[ -e $root/cpuset.cpus ]]; then
      inherit_cpuset "$root" "$prefix" "$1"
    fi
    echo "$BASHPID" >"$root/$prefix/$1/cgroup.procs" || fail "cannot enter the cgroup $root/$prefix/$1"
  done < <(cgroup_mounts)
}

# In v2 a controller works in a cgroup only if all cgroups above pass it on.
enable_controllers() {
  local available enabled controller
  available=" $(<"$1/cgroup.controllers") " enabled=" $(<"$1/cgroup.subtree_control") "
  for controller in cpu cpuset io memory pids; do
    [[ $available == *" $controller "* && $enabled != *" $controller "* ]] || continue
    echo "+$controller" >"$1/cgroup.subtree_control" || true
  done
}

# A new v1 cpuset has no processors, and no process can enter it.
inherit_cpuset() {
  local parent=$1 child file
  for child in "${@:2}"; do
    for file in cpuset.cpus cpuset.mems; do
      [[ -n $(<"$parent/$child/$file") ]] || cat "$parent/$file" >"$parent/$child/$file"
    done
    parent+=/$child
  done
}

# Kills whatever is still in a cgroup of the lab. That is safe without looking at each process:
# only processes of the lab are in there. It also finds those of an `up` that was interrupted.
kill_cgroup() {
  local attempt
  for attempt in {1..200}; do
    local -a pids
    mapfile -t pids < <(cgroup_processes "$1")
    ((${#pids[@]} > 0)) || return 0
    kill -KILL "${pids[@]}" 2>/dev/null || true
    ((attempt == 1)) || sleep 0.05
  done
  fail "these processes of lab '$lab' do not go away: ${pids[*]}"
}

cgroup_processes() {
  local root
  while read -r _ root; do
    [[ -d $root/$1 ]] || continue
    find "$root/$1" -name cgroup.procs -exec cat {} + 2>/dev/null || true
  done < <(cgroup_mounts) | sort --unique
}

remove_cgroup() {
  local root
  while read -r _ root; do
    [[ -d $root/$1 ]] || continue
    eventually 10 remove_cgroup_tree "$root/$1" || fail "cannot remove the cgroup $root/$1"
  done < <(cgroup_mounts)
}

remove_cgroup_tree() {
  find "$1" -depth -type d -exec rmdir {} + 2>/dev/null
  [[ ! -d $1 ]]
}
