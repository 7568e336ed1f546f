# The contract of the site adapters, tried on one real site: ./entente lab contract.
# shellcheck shell=bash

contract_addresses='victoria 127.0.3.1
zed 127.0.2.1
epoxy 127.0.4.1
kubernetes 127.0.5.1'

# lab contract [--release RELEASE] [--json] [ADDRESS]
run_contract_command() {
  local release=zed json='' address=''
  while [ $# -gt 0 ]; do
    case $1 in
      --release) release=${2:-} && shift ;;
      --release=*) release=${1#*=} ;;
      --json) json=yes ;;
      127.*) address=$1 ;;
      -h | --help) show_help lab-contract && exit 0 ;;
      *) complain 2 "There is no '$1' for lab contract: ./entente lab contract --help tells how it is used." ;;
    esac
    shift || true
  done
  [ -n "$(contract_address "$release")" ] ||
    complain 2 "There is no release '$release': --release takes victoria, zed, epoxy or kubernetes."
  require_jdk
  debian_root || complain 1 "The labs are made of Debian's packages: they need Debian and root."
  require_unpacker
  require_home
  local result=$ENTENTE_HOME/lab/contract/$release.json code=0
  address=${address:-$(contract_address "$release")}
  if [ -n "$json" ]; then
    # Only the result goes to standard output.
    run_contract "$release" "$address" "$result" >&2 || code=$?
    [ ! -e "$result" ] || cat "$result"
  else
    run_contract "$release" "$address" "$result" || code=$?
  fi
  exit "$code"
}

contract_address() { printf '%s\n' "$contract_addresses" | sed -n "s/^$1 //p"; }

# lab_of RELEASE ARGUMENT...: the lab's own command.
lab_of() {
  local release=$1
  shift
  case $release in
    kubernetes) "$checkout/deploy/lab/kubernetes/kubernetes" "$@" ;;
    *) "$checkout/deploy/lab/openstack/openstack" --release "$release" "$@" ;;
  esac
}

# run_contract RELEASE ADDRESS RESULT: brings the lab up, tries the adapter on it, and writes the result as JSON. What was not up
# before is stopped afterwards. Answers 0 if all passed, 1 otherwise.
run_contract() {
  local release=$1 address=$2 result=$3 started='' began=$SECONDS code=0
  mkdir -p "$(dirname "$result")"
  rm -f "$result"
  echo "The site contract on a real $(contract_site "$release"):"
  if ! lab_of "$release" status "$address" >/dev/null 2>&1; then
    started=yes
    lab_of "$release" up "$address" || return 1
  fi
  try_contract "$release" "$address" "$result" "$ENTENTE_HOME/log/contract-$release.log" || code=1
  [ -z "$started" ] || lab_of "$release" down "$address" || code=1
  if [ "$code" = 0 ]; then
    printf '%s\n' "$(line "Contract on $release" "passed: $(contract_counts "$result")" "$began")"
  else
    printf '%s\n' "$(line "Contract on $release" failed "$began")"
  fi
  return "$code"
}

contract_site() { [ "$1" = kubernetes ] && echo Kubernetes || echo "OpenStack ${1^}"; }

contract_counts() {
  awk -F'[":, ]+' '/^  "(tests|passed|failed|skipped)": / { text = text separator $3 " " $2; separator = ", " } END { print text }' "$1"
}

# try_contract RELEASE ADDRESS RESULT LOG
try_contract() {
  local release=$1 address=$2 result=$3 log=$4 class=LabOpenStackIT authority=() code=0
  if [ "$release" = kubernetes ]; then
    class=LabKubernetesIT
    # shellcheck source=/dev/null
    . "$(lab_of kubernetes login "$address")"
    export ENTENTE_LAB_KUBERNETES ENTENTE_LAB_KUBERNETES_CA ENTENTE_LAB_KUBERNETES_TOKEN
    authority=("$ENTENTE_LAB_KUBERNETES_CA")
  else
    use_openstack_lab "$(lab_of "$release" openrc "$address")"
  fi
  local report=$checkout/deploy/simulator/target/failsafe-reports/TEST-org.entente.simulator.contract.$class.xml
  rm -f "$report"
  lock_build
  # No unit test has this name: only the contract is run, on what Maven compiles first.
  maven "Contract tests" "$log" verify -pl deploy/simulator -am -Dtest=NoUnitTest -Dit.test="$class" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false || code=1
  unlock_build
  if [ ! -e "$report" ]; then
    echo "The contract was not tried: $(maven_failure "$log")
Log: $log" >&2
    return 1
  fi
  "$checkout/deploy/lab/contract/result" "$report" "$release" "$address" "${authority[@]}" >"$result" || code=1
  if [ "$code" != 0 ]; then
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2 || true
    echo "Log: $log" >&2
  fi
  return "$code"
}

# use_openstack_lab OPENRC: the tests log in as that file says.
use_openstack_lab() {
  # shellcheck source=/dev/null
  . "$1"
  export ENTENTE_LAB_OPENSTACK=$OS_AUTH_URL ENTENTE_LAB_USER=$OS_USERNAME@$OS_PROJECT_NAME
  export ENTENTE_LAB_PASSWORD=$OS_PASSWORD
}
