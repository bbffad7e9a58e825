# shellcheck shell=bash
# One node: a directory with its data, a plug in the lab's network, and a tree of processes in
# namespaces and a cgroup of its own, the first of which is lib/node-init.

node_dir() { echo "$lab_dir/nodes/$1"; }

node_exists() { [[ -d $lab_dir/nodes/$1 ]]; }

node_names() {
  local dir
  for dir in "$lab_dir"/nodes/*/; do
    [[ ! -d $dir ]] || basename "$dir"
  done | sort --version-sort
}

node_host() { cat "$(node_dir "$1")/host"; }

node_address() { address_of_host "$(node_host "$1")"; }

node_role() { cat "$(node_dir "$1")/role"; } # manager, worker, or none: outside of any swarm

node_process() { recorded_process "$(node_dir "$1")/pid"; }

need_node() {
  [[ -n ${1-} ]] || misuse "which node?"
  need_lab
  node_exists "$1" || fail "there is no node '$1' in lab '$lab' (nodes: $(node_names | paste -sd ' '))"
}

check_node_name() {
  # It is also the name of a network interface, and some of those are taken.
  [[ $1 =~ ^[a-z][a-z0-9-]{0,13}$ && ! $1 =~ ^(lo|lan|island|machine|registry)$ ]] ||
    misuse "not a name for a node: '$1' (at most 14 lower-case letters, digits and dashes)"
}

# create_node NODE ROLE ENGINE
create_node() {
  local node=$1 role=$2 engine=$3 dir host
  check_node_name "$node"
  [[ -x $engine/usr/bin/env ]] || fail "no root file system of an Engine: $engine"
  host=$(free_host) || fail "lab '$lab' has no free address"
  dir=$(node_dir "$node")
  # Made under another name first: a node is either there with its address or not at all.
  rm -rf "$dir.new"
  mkdir -p "$dir.new"/{rootfs,run,root,etc/docker,etc/ssl/certs,etc.work,var/{lib/docker,log,tmp}}
  ln -s /run "$dir.new/var/run"
  echo "$host" >"$dir.new/host"
  echo "$role" >"$dir.new/role"
  echo "$engine" >"$dir.new/engine"
  mv "$dir.new" "$dir"
}

free_host() {
  local taken host
  taken=" $(cat "$lab_dir"/nodes/*/host 2>/dev/null | paste -sd ' ') "
  for ((host = first_host; host <= last_host; host++)); do
    [[ $taken == *" $host "* ]] || { echo "$host"; return; }
  done
  return 1
}

# Files of the node that lie over those of the machine in its /etc.
write_node_files() {
  local node=$1 etc
  etc=$(node_dir "$node")/etc
  echo "$node" >"$etc/hostname"
  printf '%s\n' "127.0.0.1 localhost" "$(node_address "$node") $node" \
    "$(address_of_host "$registry_host") ${hub_names[*]}" >"$etc/hosts"
  # Without a nameserver a look-up fails at once; with one that is silent a task takes 20 s to start.
  : >"$etc/resolv.conf"
  cp "$(registry_dir)/ca.pem" "$etc/ssl/certs/ca-certificates.crt"
  local tcp tls
  if [[ -e $etc/docker/tls/ca.pem ]]; then
    tcp=tcp://$(node_address "$node"):2376
    tls='"tlsverify": true, "tlscacert": "/etc/docker/tls/ca.pem",
  "tlscert": "/etc/docker/tls/cert.pem", "tlskey": "/etc/docker/tls/key.pem"'
  else
    tcp=$(engine_endpoint "$node")
    # This must be explicit, or the Engine waits 15 s to make people read a warning.
    tls='"tls": false'
  fi
  # It runs a healthcheck, the most frequent thing in a lab, for half of what runc takes.
  local runtime=''
  [[ ! -x $(<"$(node_dir "$node")/engine")/usr/bin/crun ]] ||
    runtime='"runtimes": {"crun": {"path": "/usr/bin/crun"}}, "default-runtime": "crun",'
  cat >"$etc/docker/daemon.json" <<JSON
{
  "hosts": ["unix:///run/docker.sock", "unix:///run/lab/docker.sock", "$tcp"],
  $tls,
  $runtime
  "labels": ["lab.node=$node"],
  "shutdown-timeout": 3
}
JSON
}

start_node() {
  local node=$1 dir
  ! node_process "$node" >/dev/null || return 0
  dir=$(node_dir "$node")
  kill_cgroup "$prefix/$node" # of a start that was interrupted
  write_node_files "$node"
  plug_node "$node" "$(node_host "$node")"
  rm -f "$dir/run/docker.sock"
  (
    unlock_lab
    join_cgroup "$node"
    exec setsid nsenter --net="/run/netns/$prefix-$node" -- \
      unshare --pid --uts --ipc --cgroup -- "$lab_home/lib/node-launch" "$dir" \
      </dev/null >>"$dir/log" 2>&1
  ) || fail "node $node does not start; see $dir/log"
  eventually 60 engine_answers_or_is_gone "$node" || true
  engine_answers "$node" || fail "the Engine of $node does not answer. The end of its log: $(tail -n 5 "$dir/log")"
}

engine_answers_or_is_gone() { engine_answers "$1" || ! node_process "$1" >/dev/null; }

kill_node() {
  end_process "$(node_dir "$1")/pid" KILL 20 || fail "node $1 does not die"
  kill_cgroup "$prefix/$1"
}

stop_node() {
  end_process "$(node_dir "$1")/pid" TERM 30 || fail "node $1 does not stop; see $(node_dir "$1")/log"
}

remove_node() {
  kill_node "$1"
  unplug_node "$1"
  remove_cgroup "$prefix/$1"
  rm -rf --one-file-system "$(node_dir "$1")"
}

# running, partitioned, stopped (its address refuses connections) or off (its address is silent)
node_state() {
  local node=$1 bridge=$2
  if ! node_process "$node" >/dev/null; then
    [[ -n $bridge ]] && echo stopped || echo off
  elif [[ $bridge == island ]]; then
    echo partitioned
  else
    echo running
  fi
}
