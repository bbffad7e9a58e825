# shellcheck shell=bash
# Forms one swarm of the lab's nodes: the first manager initialises it, all others join at once.

join_all_nodes() {
  local node
  local -a members=()
  for node in $(node_names); do
    [[ $(node_role "$node") == none ]] || members+=("$node")
  done
  ((${#members[@]} == 0)) || join_nodes "${members[@]}"
}

# Nodes that are in a swarm already stay as they are.
join_nodes() {
  local manager node tokens address
  local -a outside pids=()
  mapfile -t outside < <(nodes_outside "$@")
  if ((${#outside[@]} > 0)); then
    if [[ -n $(nodes_inside) ]]; then
      manager=$(find_manager)
    else
      manager=$(initialise_swarm "${outside[@]}")
    fi
    tokens=$(ask_engine "$manager" GET /swarm) || fail "$manager gives no join tokens: $tokens"
    address=$(node_address "$manager")
    for node in "${outside[@]}"; do
      [[ $node != "$manager" ]] || continue
      join_swarm "$node" "$address" "$tokens" &
      pids+=($!)
    done
    wait_for_all "${pids[@]}"
  fi
  eventually 60 nodes_are_ready "$@" || fail "not all nodes became ready; see lab/swarm ls and lab/swarm logs NODE"
}

nodes_outside() {
  local node
  for node in "$@"; do
    [[ $(membership "$node") != inactive ]] || echo "$node"
  done
}

membership() { ask_engine "$1" GET /info | jq -r .Swarm.LocalNodeState; }

nodes_inside() {
  local node
  for node in $(node_names); do
    node_process "$node" >/dev/null || continue
    [[ $(membership "$node") == inactive ]] || echo "$node"
  done
}

# A node that can speak for the lab's swarm. After a restart there may be no leader for a while.
find_manager() {
  local node candidates deadline=$((SECONDS + 40))
  candidates=$(nodes_inside)
  while ((SECONDS < deadline)); do
    for node in $candidates; do
      if ask_engine "$node" GET /swarm >/dev/null; then
        echo "$node"
        return
      fi
    done
    sleep 0.2
  done
  fail "no node of the lab's swarm answers as a manager"
}

initialise_swarm() {
  local node heartbeat spec body answer
  heartbeat=$(nanoseconds "$(cat "$lab_dir/heartbeat" 2>/dev/null || echo 1s)")
  for node in "$@"; do
    [[ $(node_role "$node") == manager ]] || continue
    spec=$(printf '{"Dispatcher": {"HeartbeatPeriod": %s}}' "$heartbeat")
    body=$(printf '{"ListenAddr": "0.0.0.0:2377", "AdvertiseAddr": "%s", "Spec": %s}' "$(node_address "$node")" "$spec")
    answer=$(ask_engine "$node" POST /swarm/init "$body") || fail "$node cannot initialise the swarm: $answer"
    echo "$node"
    return
  done
  fail "a swarm needs a manager"
}

join_swarm() {
  local node=$1 manager_address=$2 tokens=$3 role token body answer
  role=$(node_role "$node")
  token=$(jq -r ".JoinTokens.${role^}" <<<"$tokens")
  body=$(printf '{"ListenAddr": "0.0.0.0:2377", "AdvertiseAddr": "%s", "RemoteAddrs": ["%s:2377"], "JoinToken": "%s"}' \
    "$(node_address "$node")" "$manager_address" "$token")
  answer=$(ask_engine "$node" POST /swarm/join "$body") || fail "$node cannot join the swarm: $answer"
}

nodes_are_ready() {
  local manager ready node
  manager=$(find_manager) || return 1
  ready=$(ask_engine "$manager" GET /nodes | jq -r '.[]
    | select(.Status.State == "ready" and (.ManagerStatus.Reachability // "reachable") == "reachable")
    | .Description.Hostname') || return 1
  for node in "$@"; do
    grep -qxF "$node" <<<"$ready" || return 1
  done
}

nanoseconds() {
  [[ $1 =~ ^([1-9][0-9]*)(ms|s|m)$ ]] || misuse "not a time: '$1' (examples: 500ms, 1s)"
  local -A unit=([ms]=1000000 [s]=1000000000 [m]=60000000000)
  echo $((BASH_REMATCH[1] * unit[${BASH_REMATCH[2]}]))
}
