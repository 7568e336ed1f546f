#!/usr/bin/env bash
# The first process in the cluster's own network, mount and process namespaces: prepares them, starts everything in them,
# and ends it on SIGTERM. With this process goes all the rest, mounts and network too.
# Its surroundings come from the environment: see enter_namespaces in cluster.sh.
set -uo pipefail
cd "$data" || exit 1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# start NAME PROGRAM...
declare -A started
start() {
  local name=$1
  shift
  "$@" >>"log/$name.out" 2>&1 </dev/null &
  started[$name]=$!
}

end_all() {
  trap - TERM
  local name tries
  for name in kubelet proxy scheduler controller-manager dockerd apiserver etcd; do
    [ -z "${started[$name]:-}" ] || kill -TERM "${started[$name]}" 2>/dev/null
  done
  # etcd is what has something to lose.
  for ((tries = 0; tries < 50; tries++)); do
    kill -0 "${started[etcd]}" 2>/dev/null || break
    sleep 0.1
  done
  exit 0
}
trap end_all TERM

# shellcheck source=/dev/null
. "$here/surroundings.sh"
# shellcheck source=/dev/null
. "$here/control-plane.sh"
# shellcheck source=/dev/null
. "$here/workers.sh"

prepare_mounts
prepare_network
prepare_control_groups
start_control_plane
# The API's only way out: no packet of the cluster leaves this network.
start relay-inside socat UNIX-LISTEN:run/api.sock,fork,unlink-early,backlog=128,mode=600 "TCP:$node_address:$port,nodelay"
start_workers
while :; do
  sleep 3600 &
  wait $!
done
