# shellcheck shell=bash
# The sub-commands of lab/swarm: options in, calls of the other parts, messages out.

command_up() {
  local managers='' workers='' shape=joined heartbeat='' engine=/
  while (($# > 0)); do
    case $1 in
      --managers) need_value "$@"; managers=$2; shift ;;
      --workers) need_value "$@"; workers=$2; shift ;;
      --heartbeat) need_value "$@"; nanoseconds "$2" >/dev/null; heartbeat=$2; shift ;;
      --engine) need_value "$@"; engine=$(realpath -e "$2"); shift ;;
      --joined | --bare) shape=${1#--} ;;
      *) misuse "up does not know '$1'" ;;
    esac
    shift
  done
  [[ ${managers:-0}${workers:-0} =~ ^[0-9]+$ ]] || misuse "--managers and --workers need numbers"
  need_root
  "$lab_home/install" engines

  create_and_lock_lab
  if [[ -z $managers$workers && -z $(node_names) ]]; then
    managers=3 workers=2
  fi
  [[ -z $heartbeat ]] || echo "$heartbeat" >"$lab_dir/heartbeat"
  claim_subnet
  raise_switch
  start_registry
  if [[ $shape == bare ]]; then
    create_missing_nodes n "$((${managers:-0} + ${workers:-0}))" none "$engine"
  else
    create_missing_nodes m "${managers:-0}" manager "$engine"
    create_missing_nodes w "${workers:-0}" worker "$engine"
  fi
  start_all_nodes
  join_all_nodes
  say "Lab '$lab' is up: $(node_names | paste --serial --delimiters=' '). To work with it:" \
    "eval \"\$(lab/swarm env $(node_names | head --lines=1) --lab $lab --export)\""
}

create_missing_nodes() {
  local letter=$1 count=$2 role=$3 engine=$4 number
  for ((number = 1; number <= count; number++)); do
    node_exists "$letter$number" || create_node "$letter$number" "$role" "$engine"
  done
}

start_all_nodes() {
  local node bridge
  local -a pids=()
  while read -r node bridge; do
    [[ $bridge != island ]] || move_plug "$node" lan
  done < <(plugs)
  for node in $(node_names); do
    start_node "$node" &
    pids+=($!)
  done
  fill_registry &
  pids+=($!)
  wait_for_all "${pids[@]}"
}

wait_for_all() {
  local pid failed=0
  for pid in "$@"; do
    wait "$pid" || failed=1
  done
  ((failed == 0)) || exit 1 # what failed has said why
}

command_down() {
  (($# == 0)) || misuse "down takes no arguments"
  need_root
  lock_lab
  if [[ -n $prefix ]]; then
    kill_cgroup "$prefix"
    local netns
    for netns in /run/netns/"$prefix"-*; do
      [[ ! -e $netns ]] || remove_netns "$(basename "$netns")"
    done
    remove_switch
    remove_cgroup "$prefix"
    release_subnet
    leave_netns_directory
  fi
  [[ ! -d $lab_dir ]] || rm -rf --one-file-system "$lab_dir"
}

command_ls() {
  [[ -z ${1-} || $1 == --json ]] || misuse "ls does not know '$1'"
  local node bridge separator=''
  local -A bridges=()
  while read -r node bridge; do bridges[$node]=$bridge; done < <(plugs)
  if [[ -n ${1-} ]]; then
    printf '['
    for node in $(node_names); do
      printf '%s%s' "$separator" "$(node_as_json "$node" "${bridges[$node]-}")"
      separator=$',\n '
    done
    printf ']\n'
  else
    node_row NODE ROLE ADDRESS STATE PID ENDPOINT
    for node in $(node_names); do
      node_row "$node" "$(node_role "$node")" "$(node_address "$node")" \
        "$(node_state "$node" "${bridges[$node]-}")" "$(node_process "$node" || echo -)" "$(engine_endpoint "$node")"
    done
  fi
}

node_row() { printf '%-14s  %-7s  %-12s  %-11s  %-8s  %s\n' "$@"; }

node_as_json() { # NODE BRIDGE
  printf '{"name": "%s", "role": "%s", "address": "%s", ' "$1" "$(node_role "$1")" "$(node_address "$1")"
  printf '"state": "%s", "pid": %s, ' "$(node_state "$1" "$2")" "$(node_process "$1" || echo null)"
  printf '"endpoint": "%s", "socket": "unix://%s"}' "$(engine_endpoint "$1")" "$(engine_socket "$1")"
}

command_images() {
  need_root
  need_lab
  if (($# > 0)); then fill_registry_with_servers "$@"; else fill_registry --again; fi
}

command_registry() {
  need_lab
  registry_address
}

command_tag() {
  (($# > 1)) || misuse "which image, and under which names? (tag IMAGE NAME...)"
  need_root
  need_lab
  tag_image "$@"
}

command_add() {
  local node=${1-} role=none engine=/
  [[ -n $node ]] || misuse "which node?"
  shift
  while (($# > 0)); do
    case $1 in
      --manager | --worker) role=${1#--} ;;
      --engine) need_value "$@"; engine=$(realpath -e "$2"); shift ;;
      *) misuse "add does not know '$1'" ;;
    esac
    shift
  done
  need_root
  need_lab
  lock_lab
  ! node_exists "$node" || fail "there is a node '$node' already"
  create_node "$node" "$role" "$engine"
  start_node "$node"
  [[ $role == none ]] || join_nodes "$node"
}

# Commands that take a node and nothing else.
change_node() {
  need_root
  need_node "$@"
  (($# == 1)) || misuse "one node at a time"
  lock_lab
  node_exists "$1" || fail "node '$1' has just been removed"
}

command_remove() {
  change_node "$@"
  remove_node "$1"
}

command_kill() {
  change_node "$@"
  kill_node "$1"
}

command_poweroff() {
  change_node "$@"
  kill_node "$1"
  unplug_node "$1"
}

command_stop() {
  change_node "$@"
  stop_node "$1"
}

command_start() {
  change_node "$@"
  start_node "$1"
}

command_partition() {
  change_node "$@"
  move_plug "$1" island 2>/dev/null || fail "node $1 is off: it has no network"
}

command_heal() {
  change_node "$@"
  move_plug "$1" lan 2>/dev/null || fail "node $1 is off: it has no network"
}

command_env() {
  local node=${1-} endpoint format='%s\n'
  need_node "$@"
  endpoint=$(engine_endpoint "$1")
  while shift && (($# > 0)); do
    case $1 in
      --unix) endpoint=unix://$(engine_socket "$node") ;;
      --export) format='export DOCKER_HOST=%s\n' ;;
      *) misuse "env does not know '$1'" ;;
    esac
  done
  # shellcheck disable=SC2059 # one of two formats
  printf "$format" "$endpoint"
}

command_exec() {
  local node=${1-} pid
  need_root
  need_node "$@"
  shift
  [[ ${1-} != -- ]] || shift
  (($# > 0)) || misuse "what shall be run? (exec NODE -- COMMAND)"
  pid=$(node_process "$node") || fail "node $node is not running"
  # The rest of our environment, such as DOCKER_HOST, is about this machine.
  exec nsenter --target "$pid" --mount --net --pid --uts --ipc --cgroup --root --wd -- \
    env --ignore-environment HOME=/root TERM="${TERM:-dumb}" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

command_logs() {
  need_node "$@"
  case ${2-} in
    '') cat "$(node_dir "$1")/log" ;;
    -f | --follow) tail --lines=+1 --follow "$(node_dir "$1")/log" ;;
    *) misuse "logs does not know '$2'" ;;
  esac
}
