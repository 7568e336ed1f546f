# Who is who in the cluster: the authority, two certificates, and a token for each component. All is made once.
# shellcheck shell=bash

# Everybody in the cluster with a token: NAME|USER|GROUP.
token_holders='admin|admin|system:masters
controller-manager|system:kube-controller-manager|system:masters
scheduler|system:kube-scheduler|
node|system:node:node1|system:nodes
proxy|system:kube-proxy|'

make_identities() {
  local secrets=$data/secrets
  umask 077
  mkdir -p "$secrets"
  cd "$secrets"
  if [ ! -e complete ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Entente lab $address" \
      -addext keyUsage=critical,keyCertSign,cRLSign -keyout ca.key -out ca.crt
    certificate apiserver /CN=kube-apiserver \
      "subjectAltName=IP:$address,IP:$node_address,IP:127.0.0.1,IP:$service_address,DNS:kubernetes.default.svc"
    certificate kubelet-client /O=system:masters/CN=kube-apiserver extendedKeyUsage=clientAuth
    # The API server reads this one in the older format (SEC 1) only.
    openssl ecparam -name prime256v1 -genkey -noout -out service-accounts.key
    make_tokens
    touch complete
  fi
  write_kubeconfigs
  cp admin.kubeconfig "$data/kubeconfig"
  cp ca.crt "$data/ca.crt"
  chmod 644 "$data/ca.crt"
}

# certificate NAME SUBJECT EXTENSION: signed by the authority.
certificate() {
  openssl req -x509 -CA ca.crt -CAkey ca.key -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj "$2" -addext basicConstraints=critical,CA:FALSE -addext "$3" -keyout "$1.key" -out "$1.crt"
}

# The API server reads them from one file of TOKEN,USER,UID,"GROUPS" lines.
make_tokens() {
  local name user group token
  : >tokens.csv
  while IFS='|' read -r name user group; do
    token=$(openssl rand -hex 16)
    echo "$token" >"$name.token"
    echo "$token,$user,$name${group:+,\"$group\"}" >>tokens.csv
  done <<<"$token_holders"
}

# The administrator comes over the relay; the components are inside, beside the API server.
write_kubeconfigs() {
  local name user group server
  while IFS='|' read -r name user group; do
    server=$node_address:$port
    [ "$name" != admin ] || server=$address:$port
    cat >"$name.kubeconfig" <<TEXT
apiVersion: v1
kind: Config
clusters: [{name: lab, cluster: {server: "https://$server", certificate-authority-data: $(base64 -w0 ca.crt)}}]
users: [{name: $name, user: {token: "$(cat "$name.token")"}}]
contexts: [{name: lab, context: {cluster: lab, user: $name}}]
current-context: lab
TEXT
  done <<<"$token_holders"
}
