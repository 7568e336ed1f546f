# The steps of bringing the cluster up. Each can be repeated, and does only what is not done.
# shellcheck shell=bash

packages=(etcd-server docker.io iptables conntrack socat iproute2 util-linux mount busybox-static curl openssl procps)

# Folders that the node's own namespace covers with others.
require_visible_data() {
  case $data/ in
    /run/* | /var/run/* | /var/log/* | /var/lib/docker/* | /var/lib/kubelet/* | /proc/* | /sys/*)
      complain 1 "The Kubernetes lab cannot keep its data in $data: choose another ENTENTE_HOME."
      ;;
  esac
}

# Kubernetes 1.20 and its Docker want control groups of version 1.
require_able_machine() {
  require_debian_root
  [ -e /sys/fs/cgroup/memory/cgroup.procs ] && [ -e /sys/fs/cgroup/cpuset/cgroup.procs ] ||
    complain 4 "The Kubernetes lab needs control groups of version 1, which this machine does not have."
  # Not every root may: in a container it often has no rights over namespaces and control groups.
  unshare --net --mount --propagation private --pid --fork --mount-proc true 2>/dev/null ||
    complain 4 "The Kubernetes lab needs namespaces of its own, which root may not make here."
  if ! mkdir "/sys/fs/cgroup/memory/$group-try" 2>/dev/null; then
    complain 4 "The Kubernetes lab needs control groups of its own, which root may not make here."
  fi
  rmdir "/sys/fs/cgroup/memory/$group-try" 2>/dev/null || true
  built || [ "$(codename /etc/os-release)" = "$suite" ] ||
    complain 4 "The Kubernetes lab is compiled with packages of Debian 12 ($suite), and this is another release."
}

require_free_port() {
  if ! runs relay && (exec 3<>"/dev/tcp/$address/$port") 2>/dev/null; then
    complain 1 "Another program has port $port of $address: stop it, or choose another loopback address."
  fi
}

install_packages() { install_debian_packages "${packages[@]}"; }

write_configuration() {
  mkdir -p "$data"/{configuration,log,run,state}
  sed -e "s|{{data}}|$data|" -e "s|{{group}}|$group|" "$lab/configuration/kubelet.yaml" >"$data/configuration/kubelet.yaml"
}

# The scripts are copied: a checkout may change or move while the cluster runs.
start_cluster() {
  if runs cluster && runs relay; then return 0; fi
  note_sysctls
  rm -rf "$data/node" "$data/run/api.sock"
  cp -r "$lab/node" "$data/node"
  export data port group node_address service_network pod_network pod_gateway pause_image program_folder=$cache/bin
  start_service cluster unshare --net --mount --propagation private --pid --fork --mount-proc --kill-child \
    "$data/node/first-process.sh"
  await 30 "The cluster's namespace" test -S "$data/run/api.sock"
  local outer
  outer=$(pid_of cluster)
  record first-process "$(tr -d ' ' <"/proc/$outer/task/$outer/children")"
  start_service relay socat "TCP-LISTEN:$port,bind=$address,reuseaddr,nodelay,fork,backlog=128" UNIX-CONNECT:run/api.sock
  date +%s >"$data/run/began"
}

inside() { nsenter --target "$(pid_of first-process)" --mount --net --pid -- "$@"; }

kubectl() {
  "$cache/bin/kubectl" --kubeconfig "$data/kubeconfig" --cache-dir "$data/state/kubectl" --request-timeout 10s "$@"
}

api_ready() { kubectl get --raw /readyz; }

# Ready, and said so since this start: what etcd kept of an earlier one does not count.
node_ready() {
  local renewed
  [ "$(kubectl get node node1 -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}')" = True ] || return 1
  renewed=$(kubectl -n kube-node-lease get lease node1 -o jsonpath='{.spec.renewTime}')
  [ "$(date -d "$renewed" +%s)" -ge "$(cat "$data/run/began")" ]
}

await_api() {
  await 240 "The API server" api_ready
  await 120 "The first service account" kubectl get serviceaccount default
}

await_node() { await 240 "The node" node_ready; }

# Nothing can be pulled, since the cluster has no way out. Tags other than latest make the kubelet use what is there.
import_images() {
  await 120 "Docker" inside docker version
  if inside docker image inspect "$pause_image" "$test_image" >/dev/null 2>&1; then return 0; fi
  local folder=$data/state/image
  rm -rf "$folder"
  mkdir -p "$folder"/{bin,etc,proc,sys,dev,www}
  mkdir -m 1777 "$folder/tmp"
  cp /bin/busybox "$folder/bin/busybox"
  local applet
  for applet in $(/bin/busybox --list); do
    [ "$applet" = busybox ] || ln -s busybox "$folder/bin/$applet"
  done
  cp "$lab/image/serve" "$lab/image/rest" "$folder/bin/"
  echo 'root:x:0:0:root:/:/bin/sh' >"$folder/etc/passwd"
  echo 'It runs.' >"$folder/www/index.html"
  tar -C "$folder" -c . | inside docker import -c 'ENV PATH=/bin' -c 'ENTRYPOINT ["/bin/rest"]' - "$pause_image"
  tar -C "$folder" -c . | inside docker import -c 'ENV PATH=/bin' -c 'CMD ["/bin/serve"]' - "$test_image"
  rm -rf "$folder"
}

make_storage_class() { kubectl apply -f "$lab/configuration/storage.yaml"; }

make_broker_account() {
  kubectl apply -f "$lab/configuration/broker.yaml"
  await 120 "The broker's token" broker_token
  (umask 077 && cat >"$data/login" <<TEXT
export ENTENTE_LAB_KUBERNETES=https://$address:$port
export ENTENTE_LAB_KUBERNETES_CA=$data/ca.crt
export ENTENTE_LAB_KUBERNETES_TOKEN=$(broker_token)
TEXT
  )
}

broker_token() {
  local secret token
  secret=$(kubectl -n entente get serviceaccount broker -o jsonpath='{.secrets[0].name}')
  [ -n "$secret" ] || return 1
  token=$(kubectl -n entente get secret "$secret" -o jsonpath='{.data.token}' | base64 -d)
  [ -n "$token" ] && echo "$token"
}
