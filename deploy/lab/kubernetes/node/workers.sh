# The node: Docker, which runs the containers, the kubelet, which tells it what to run, and the services' addresses.
# shellcheck shell=bash

start_docker() {
  local runtime=()
  if ! may_lower_oom_scores; then
    runtime=(--add-runtime "raising=$here/oci-runtime" --default-runtime raising)
  fi
  start dockerd dockerd "${runtime[@]}" --oom-score-adjust=0 --bip="$pod_gateway" --ipv6=false \
    --exec-opt native.cgroupdriver=cgroupfs --storage-driver=overlay2 --cgroup-parent="/$group/docker"
}

start_kubelet() {
  start kubelet "$program_folder/kubelet" --kubeconfig=secrets/node.kubeconfig --config=configuration/kubelet.yaml \
    --hostname-override=node1 --node-ip="$node_address" --register-node=true --container-runtime=docker \
    --network-plugin= --pod-infra-container-image="$pause_image" --cert-dir=state/kubelet-certificates \
    --image-pull-progress-deadline=10s
  start proxy "$program_folder/kube-proxy" --kubeconfig=secrets/proxy.kubeconfig --hostname-override=node1 \
    --proxy-mode=iptables --cluster-cidr="$pod_network" --bind-address="$node_address" --oom-score-adj=0 \
    --conntrack-max-per-core=0 --conntrack-min=0 \
    --healthz-bind-address=127.0.0.1:10256 --metrics-bind-address=127.0.0.1:10249
}

# Whether this root has the right (CAP_SYS_RESOURCE) to protect processes from the out-of-memory killer.
may_lower_oom_scores() { (echo -998 >/proc/self/oom_score_adj) 2>/dev/null; }
