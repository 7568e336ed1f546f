# The folders, the network and the control groups that the node finds.
# shellcheck shell=bash

# Docker and the kubelet write to fixed folders: here these are folders of this cluster.
prepare_mounts() {
  mount -t tmpfs -o mode=755 tmpfs /run
  mkdir -p /run/xtables
  local folder
  for folder in /var/log /var/lib/docker /var/lib/kubelet /var/lib/dockershim; do
    mkdir -p "$folder" "state$folder"
    mount --bind "state$folder" "$folder"
  done
  # The controllers make volumes in this folder only.
  mkdir -p /tmp/hostpath_pv state/volumes
  mount --bind state/volumes /tmp/hostpath_pv
  mkdir -p /var/log/pods /var/log/containers
  # No name server: nothing outside can be reached anyway.
  : >resolv.conf
}

prepare_network() {
  ip link set lo up
  ip link add node0 type bridge
  ip address add "$node_address/24" dev node0
  ip link set node0 up
}

# One group for the whole cluster in each hierarchy of version 1, so that it can be found and removed.
prepare_control_groups() {
  local hierarchy
  for hierarchy in /sys/fs/cgroup/*; do
    [ -e "$hierarchy/cgroup.procs" ] && [ ! -e "$hierarchy/cgroup.controllers" ] || continue
    mkdir -p "$hierarchy/$group"
    # A new group of processors is empty, and nothing can run in it.
    if [ -e "$hierarchy/cpuset.cpus" ]; then
      cat "$hierarchy/cpuset.cpus" >"$hierarchy/$group/cpuset.cpus"
      cat "$hierarchy/cpuset.mems" >"$hierarchy/$group/cpuset.mems"
    fi
  done
}
