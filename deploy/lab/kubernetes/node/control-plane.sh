# etcd, the API server, the controllers and the scheduler.
# shellcheck shell=bash

api_ready() {
  curl --silent --fail --output /dev/null --cacert secrets/ca.crt "https://$node_address:$port/readyz"
}

start_api_server() {
  local etcd=http://127.0.0.1:2379 peer=http://127.0.0.1:2380
  # Nothing here must survive a power cut: etcd need not wait for the disk.
  start etcd etcd --name default --data-dir state/etcd --unsafe-no-fsync \
    --listen-client-urls "$etcd" --advertise-client-urls "$etcd" \
    --listen-peer-urls "$peer" --initial-advertise-peer-urls "$peer" --initial-cluster "default=$peer"
  start apiserver "$program_folder/kube-apiserver" --etcd-servers="$etcd" \
    --bind-address=0.0.0.0 --advertise-address="$node_address" --secure-port="$port" --insecure-port=0 \
    --tls-cert-file=secrets/apiserver.crt --tls-private-key-file=secrets/apiserver.key \
    --client-ca-file=secrets/ca.crt --token-auth-file=secrets/tokens.csv \
    --kubelet-client-certificate=secrets/kubelet-client.crt --kubelet-client-key=secrets/kubelet-client.key \
    --kubelet-preferred-address-types=InternalIP --service-cluster-ip-range="$service_network" \
    --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction --allow-privileged=true \
    --service-account-issuer=https://kubernetes.default.svc \
    --service-account-key-file=secrets/service-accounts.key \
    --service-account-signing-key-file=secrets/service-accounts.key
}

# These end by themselves when the API server does not answer within seconds: they are started when it does.
start_controllers() {
  start controller-manager "$program_folder/kube-controller-manager" --kubeconfig=secrets/controller-manager.kubeconfig \
    --leader-elect=false --port=0 --bind-address=127.0.0.1 --controllers='*,-nodeipam' \
    --root-ca-file=secrets/ca.crt --service-account-private-key-file=secrets/service-accounts.key \
    --enable-hostpath-provisioner=true --pvclaimbinder-sync-period=5s --namespace-sync-period=60s
  start scheduler "$program_folder/kube-scheduler" --kubeconfig=secrets/scheduler.kubeconfig \
    --leader-elect=false --port=0 --bind-address=127.0.0.1
}
