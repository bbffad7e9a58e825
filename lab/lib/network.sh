# shellcheck shell=bash
# The lab's network. A namespace of its own, "the switch", holds two bridges: `lan`, to which
# all nodes are plugged, and `island`, to which partitioned nodes are moved. This machine has one
# interface more, its cable to the switch. With the bridges in a namespace without rules, the
# machine's firewall (and a Docker that it may run) cannot drop what nodes say to each other.

readonly registry_host=2 first_host=11 last_host=250

# Claims are symbolic links, /run/swarmha77 -> directory of the lab that has 10.77.0.0/24:
# made at once with their owner in them, or not at all. All global names start with $prefix.
find_claim() {
  local claim
  subnet='' prefix=''
  for claim in /run/swarmha[0-9]*; do
    [[ -L $claim && $(readlink "$claim") == "$lab_dir" ]] || continue
    use_subnet "${claim#/run/swarmha}"
    return
  done
}

use_subnet() {
  subnet=$1
  prefix=swarmha$1
}

claim_subnet() {
  [[ -z $subnet ]] || return 0
  local candidate
  # After a reboot the claim is gone, but the nodes know each other by their addresses.
  for candidate in $(cat "$lab_dir/subnet" 2>/dev/null || seq 77 199); do
    [[ -z $(ip -4 route show root "10.$candidate.0.0/24") ]] || continue
    ln -sT "$lab_dir" "/run/swarmha$candidate" 2>/dev/null || continue
    echo "$candidate" >"$lab_dir/subnet"
    use_subnet "$candidate"
    return
  done
  fail "lab '$lab' finds no free network: 10.${candidate-}.0.0/24 and all before it are in use"
}

release_subnet() { rm -f "/run/$prefix"; }

# After a reboot `ls` still knows the addresses.
address_of_host() { echo "10.${subnet:-$(<"$lab_dir/subnet")}.0.$1"; }

# `ip netns` would make /run/netns a mount point and leave it so. Made by us beforehand, the mount
# can be told from others and be removed with the last lab.
prepare_netns_directory() {
  local lock
  exec {lock}</run
  flock "$lock"
  mkdir -p /run/netns
  if ! mountpoint --quiet /run/netns; then
    mount -t tmpfs -o mode=755 swarmha-lab /run/netns
    mount --make-shared /run/netns
  fi
  exec {lock}<&-
}

leave_netns_directory() {
  grep -q '^swarmha-lab /run/netns ' /proc/self/mounts || return 0
  [[ -z $(ls -A /run/netns) ]] || return 0
  # Refused, as it should be, if a namespace has appeared meanwhile.
  if umount /run/netns 2>/dev/null; then rmdir /run/netns 2>/dev/null || true; fi
}

raise_switch() {
  [[ $(ip -4 -oneline address show dev "$prefix" 2>/dev/null) != *"10.$subnet.0.1/24"* ]] || return 0
  prepare_netns_directory
  local mac
  # Given, or a bridge would take on the lowest address of its plugs, which changes as nodes come
  # and go: those who know the old one would not reach the registry for half a minute.
  mac=$(hardware_address 1 "$registry_host")
  remove_switch # what an interrupted `up` may have left
  ip netns add "$prefix"
  ip -n "$prefix" -batch - <<BATCH
link set lo up
link add lan address $mac type bridge mcast_snooping 0
link add island type bridge mcast_snooping 0
link set lan up
link set island up
address add $(address_of_host "$registry_host")/24 dev lan
BATCH
  ip -batch - <<BATCH
link add name $prefix type veth peer name machine netns $prefix
link set $prefix up
BATCH
  ip -n "$prefix" link set machine master lan up
  ip address add "10.$subnet.0.1/24" dev "$prefix"
}

remove_switch() {
  ip link delete "$prefix" 2>/dev/null || true
  remove_netns "$prefix"
}

remove_netns() {
  [[ ! -e /run/netns/$1 ]] || ip netns delete "$1"
}

hardware_address() { printf '02:53:57:%02x:%02x:%02x' "$subnet" "$@"; } # KIND HOST

# Always new: an Engine leaves its bridges and rules in its namespace when it is killed.
plug_node() {
  local node=$1 host=$2 netns=$prefix-$1 mac
  # The same each time, or the others would talk to the old one for some seconds.
  mac=$(hardware_address 0 "$host")
  unplug_node "$node"
  ip netns add "$netns"
  ip -batch - <<BATCH
link add name $node netns $prefix type veth peer name eth0 address $mac netns $netns
BATCH
  ip -n "$netns" -batch - <<BATCH
link set lo up
address add $(address_of_host "$host")/24 dev eth0
link set eth0 up
BATCH
  ip -n "$prefix" link set "$node" master lan up
}

unplug_node() {
  ip -n "$prefix" link delete "$1" 2>/dev/null || true
  remove_netns "$prefix-$1"
}

# Prints the bridge that each node is plugged to: node bridge
plugs() {
  [[ -n $prefix ]] || return 0
  ip -n "$prefix" -oneline link show type veth 2>/dev/null |
    sed -n 's/^[0-9]*: \([^@:]*\).* master \([^ ]*\).*/\1 \2/p'
}

move_plug() { ip -n "$prefix" link set "$1" master "$2"; }
