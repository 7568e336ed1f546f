# What the labs share: steps with their times, Debian's packages, and the cache of what takes long to make.
# shellcheck shell=bash

# What is slow to build or to install and the same for every checkout and every site.
lab_cache=${ENTENTE_LAB_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/entente/lab}

# step TITLE FUNCTION [USUALLY]: runs it with its output in a log and shows its time; ends all if it fails. USUALLY says
# how long a step of minutes takes. The variable lab_title names what is not up then.
step() {
  local began=$SECONDS
  step_log=$data/log/step-$2.log
  step_usually=${3:+, usually $3}
  if ! watched "$1" step_progress "$step_log" "$2"; then
    printf '%s\n' "$(line "$1" failed "$began")"
    complain 1 "$lab_title is not up: $(grep -v '^ *$' "$step_log" | tail -n 1 | cut -c1-300)
Log: $step_log"
  fi
  printf '%s\n' "$(line "$1" ready "$began")"
}

# phase WORDS: what a long step does now.
phase() { echo "== $*"; }

step_progress() {
  local phase
  phase=$(sed -n 's/^== //p' "$step_log" 2>/dev/null | tail -n 1)
  echo "${phase:-working}$step_usually"
}

require_debian_root() {
  [ -r /etc/debian_version ] || complain 1 "$lab_title is made of Debian's packages, and this is not Debian."
  [ "$(id -u)" = 0 ] || complain 1 "$lab_title installs packages and needs root: run it with sudo."
}

# install_debian_packages PACKAGE...: those of them that are missing. One at a time: apt's lists have no queue of their own.
install_debian_packages() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "installing ${missing[*]}"
  (
    flock 8
    forbid_services
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=900 --no-install-recommends \
      "${missing[@]}"
  ) 8>/run/lock/entente-lab-packages
}

# Some packages would start services of their own, which is not wanted: this file is Debian's way to say so. It is there
# until the calling shell ends.
forbid_services() {
  local policy=/usr/sbin/policy-rc.d
  [ ! -e "$policy" ] || return 0
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  # shellcheck disable=SC2064
  trap "rm -f $policy" EXIT
}

# Where this machine gets Debian's own packages from: the first such entry of its own sources.
debian_archive() {
  local archives
  archives=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages')
  if [ -z "$archives" ]; then
    apt-get update -qq
    archives=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages')
  fi
  printf '%s\n' "$archives" | sed -n 's/^Debian|Debian|main|//p' | sed -n 1p
}

# This machine's own settings for reaching the archive (proxies, checks), for an apt with other sources.
apt_settings() {
  apt-config dump | grep -E '^Acquire::(http|https|Retries|Check-)' || true
}

# codename FILE: the name of the Debian release that an os-release file speaks of.
codename() { sed -n 's/^VERSION_CODENAME=//p' "$1"; }
