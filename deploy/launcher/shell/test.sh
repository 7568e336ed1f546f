# Runs every test there is. Where it may, it first installs what the tests use and brings the lab up.
# shellcheck shell=bash

lab_address=127.0.2.1

debian_root() {
  [ -r /etc/debian_version ] && [ "$(id -u)" = 0 ]
}

# What the tests use from Debian: a browser for the portal, a second opinion on the ledger journal, a PKCS#11 token.
test_packages="chromium hledger softhsm2"

prepare_packages() {
  local began=$SECONDS log=$ENTENTE_HOME/log/test-packages.log package missing=
  for package in $test_packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    watched "Debian packages" installing "$log" install_packages $missing ||
      complain 1 "Debian's packages$missing could not be installed: $(tail -n 1 "$log")
Log: $log"
  fi
  CHROMIUM=$(command -v chromium)
  export CHROMIUM
  printf '%s\n' "$(line "Debian packages" ready "$began")"
}

installing() { echo "installing"; }

install_packages() {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=900 --no-install-recommends "$@"
}

# A real OpenStack for the tests of the site adapters; it is stopped afterwards if it was not running before.
start_lab() {
  local openstack=$checkout/deploy/lab/openstack/openstack
  if ! "$openstack" status "$lab_address" >/dev/null 2>&1; then
    lab_started=yes
    "$openstack" up "$lab_address"
  fi
  use_openstack_lab "$("$openstack" openrc "$lab_address")"
}

stop_lab() {
  [ "${lab_started:-}" != yes ] || "$checkout/deploy/lab/openstack/openstack" down "$lab_address"
}

skip_kubernetes() { echo "SKIPPED: the tests on a real Kubernetes: $*" >&2; }

# Kubernetes takes long to compile the first time: that goes on beside the tests, with what they leave of the processors.
start_kubernetes_build() {
  local kubernetes=$checkout/deploy/lab/kubernetes/kubernetes
  kubernetes_log=$ENTENTE_HOME/log/kubernetes-build.log
  echo "Beside the tests, at low priority: Kubernetes is compiled if the lab's cache has none (log: $kubernetes_log)"
  rm -f "$kubernetes_log.late"
  set -m
  nice -n 19 "$kubernetes" build >"$kubernetes_log" 2>&1 </dev/null &
  background_build=$!
  set +m
  trap at_exit EXIT
}

compiling() { tail -n 1 "$kubernetes_log" | sed 's/.*\. //'; }

# How many minutes after the beginning of all tests it must be compiled.
kubernetes_minutes=${ENTENTE_TEST_KUBERNETES_MINUTES:-38}
# A contract that began later than this many minutes after that would make the whole run too long.
kubernetes_minutes_more=8

# The contract on a real Kubernetes, once it is compiled; it says loudly where this machine cannot, or not in time. Answers
# 1 if it fails.
test_kubernetes() {
  local code=0 build=$background_build began=$SECONDS alarm seconds=$((kubernetes_minutes * 60 - SECONDS))
  [ "$seconds" -gt 0 ] || seconds=1
  set -m
  (sleep "$seconds" && : >"$kubernetes_log.late" && kill -TERM -- "-$build") >/dev/null 2>&1 &
  alarm=$!
  set +m
  show_until_end "$build" "Kubernetes" compiling
  wait "$build" || code=$?
  kill -TERM -- "-$alarm" 2>/dev/null || true
  wait "$alarm" 2>/dev/null || true
  background_build=
  if [ -e "$kubernetes_log.late" ]; then
    rm -f "$kubernetes_log.late"
    skip_kubernetes "it was not compiled within $kubernetes_minutes minutes. ./entente lab kubernetes build" \
      "compiles it once for all runs, and ENTENTE_TEST_KUBERNETES_MINUTES allows for more."
    return 0
  fi
  if [ "$SECONDS" -gt "$(((kubernetes_minutes + kubernetes_minutes_more) * 60))" ]; then
    skip_kubernetes "the other tests took $((SECONDS / 60)) minutes. ENTENTE_TEST_KUBERNETES_MINUTES allows for more."
    return 0
  fi
  case $code in
    0) printf '%s\n' "$(line "Kubernetes" ready "$began")" ;;
    4) skip_kubernetes "$(tail -n 1 "$kubernetes_log")" && return 0 ;;
    *) cat "$kubernetes_log" >&2 && return 1 ;;
  esac
  run_contract kubernetes "$(contract_address kubernetes)" "$ENTENTE_HOME/lab/contract/kubernetes.json"
}

# What Surefire and Failsafe, and the portal's own tests, say at the end of each module, as they say it.
closing_lines() {
  grep -E '^\[[A-Z]+\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$|^ *Tests  +[0-9]' "$1" || true
}

summary() {
  closing_lines "$1" | grep 'Tests run' | awk -F'[:,]' '
    { run += $2; bad += $4 + $6; skipped += $8; modules++ }
    END { printf "%d tests in %d modules: %d failed, %d skipped", run, modules, bad, skipped }'
}

run_tests() {
  require_node
  require_unpacker
  require_home
  local log=$ENTENTE_HOME/log/test.log began=$SECONDS code=0
  if debian_root; then
    prepare_packages
    # Whoever asks for some of the tests is not made to wait for this.
    if [ $# -gt 0 ]; then
      :
    elif [ "${ENTENTE_TEST_KUBERNETES:-yes}" = no ]; then
      skip_kubernetes "ENTENTE_TEST_KUBERNETES=no leaves them out."
    else
      start_kubernetes_build
    fi
    start_lab
  else
    echo "SKIPPED: the tests on a real OpenStack and a real Kubernetes, in a real browser, with hledger and SoftHSM: installing them needs Debian and root." >&2
  fi
  lock_build
  build_began
  maven Tests "$log" verify "$@" || code=$?
  [ "$code" != 0 ] || build_done
  unlock_build
  stop_lab
  closing_lines "$log"
  if [ "$code" != 0 ]; then
    grep -E '^\[ERROR\]' "$log" | head -n 40 >&2 || true
    printf '%s\n' "$(line Tests failed "$began")"
    complain 1 "Tests failed ($(summary "$log")): $(maven_failure "$log")
Log: $log"
  fi
  printf '%s\n' "$(line Tests "passed: $(summary "$log")" "$began")"
  [ -z "${background_build:-}" ] || test_kubernetes || complain 1 "The site contract failed on a real Kubernetes."
}
