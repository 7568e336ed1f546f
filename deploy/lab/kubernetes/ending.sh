# What is left of a cluster when its processes have ended: settings of the whole machine, and control groups.
# shellcheck shell=bash

# The kubelet sets these for the whole machine. The first cluster here notes them, the end of the last puts them back.
sysctls=(vm/overcommit_memory kernel/panic kernel/panic_on_oops kernel/keys/root_maxkeys kernel/keys/root_maxbytes)
notes=/run/entente-lab/kubernetes

note_sysctls() {
  mkdir -p "$notes/clusters"
  local name
  if [ -z "$(ls "$notes/clusters")" ]; then
    for name in "${sysctls[@]}"; do echo "$name $(cat "/proc/sys/$name")"; done >"$notes/sysctls"
  fi
  : >"$notes/clusters/$group"
}

restore_sysctls() {
  [ -e "$notes/clusters/$group" ] || return 0
  rm -f "$notes/clusters/$group"
  [ -z "$(ls "$notes/clusters")" ] || return 0
  local name value
  while read -r name value; do
    [ "$(cat "/proc/sys/$name")" = "$value" ] || echo "$value" >"/proc/sys/$name"
  done <"$notes/sysctls"
  rm -rf /run/entente-lab
}

# The kernel lets go of a group a moment after its last process.
remove_control_groups() {
  local tries folder left
  for ((tries = 0; tries < 50; tries++)); do
    left=''
    for folder in /sys/fs/cgroup/*/"$group"; do
      [ -d "$folder" ] || continue
      find "$folder" -depth -type d -exec rmdir {} \; 2>/dev/null || true
      [ ! -d "$folder" ] || left=$folder
    done
    [ -n "$left" ] || return 0
    sleep 0.2
  done
  echo "A control group could not be removed: $left" >&2
}

take_down() {
  local name
  for name in relay first-process cluster; do stop_service "$name"; done
  restore_sysctls
  remove_control_groups
  rm -rf "$data/run" "$data/node"
}
