#!/usr/bin/env bash
# The first process in the cluster's own network, mount and process namespaces: prepares them, starts everything in them,
# and ends it on SIGTERM. With this process goes all the rest, mounts and network too.
# Its surroundings come from the environment: see start_cluster in cluster.sh.
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

# Patient: what never answers is told by the step that waits for it outside.
await_answer() {
  local tries
  for ((tries = 0; tries < 1500; tries++)); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.2
  done
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
start_api_server
start_docker
# The API's only way out: no packet of the cluster leaves this network.
start relay-inside socat UNIX-LISTEN:run/api.sock,fork,unlink-early,backlog=128,mode=600 "TCP:$node_address:$port,nodelay"
await_answer api_ready
start_controllers
await_answer docker version
start_kubelet
# None of them ends by itself while all is well.
wait -n "${started[@]}"
for name in "${!started[@]}"; do
  kill -0 "${started[$name]}" 2>/dev/null || echo "$name ended by itself: $(tail -n 1 "log/$name.out")"
done
end_all
