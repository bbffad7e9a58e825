# shellcheck shell=bash
# The Engine API of a node, over the unix socket in the node's directory: that works for
# partitioned nodes as well, and does not depend on a docker client.

engine_socket() { echo "$(node_dir "$1")/run/docker.sock"; }

engine_endpoint() { echo "tcp://$(node_address "$1"):2375"; }

# ask_engine NODE METHOD PATH [BODY]; prints the answer, also that of a refusal
ask_engine() {
  local -a body=()
  [[ -z ${4-} ]] || body=(--header 'Content-Type: application/json' --data "$4")
  curl --silent --fail-with-body --max-time 30 --unix-socket "$(engine_socket "$1")" \
    --request "$2" "${body[@]}" "http://engine$3"
}

engine_answers() { ask_engine "$1" GET /_ping >/dev/null; }
