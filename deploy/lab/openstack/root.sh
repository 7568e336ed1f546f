# Another Debian release than this machine's, as a folder that a site of another OpenStack release runs in.
# shellcheck shell=bash

# The release of OpenStack that each release of Debian brings.
declare -A suites=([victoria]=bullseye [zed]=bookworm [epoxy]=trixie)
declare -A addresses=([victoria]=127.0.3.1 [zed]=127.0.2.1 [epoxy]=127.0.4.1)

# The release that this machine's own packages make; Zed in a folder where that is none of the three.
host_release() {
  local name host
  host=$(codename /etc/os-release)
  for name in "${!suites[@]}"; do
    if [ "${suites[$name]}" = "$host" ]; then echo "$name" && return 0; fi
  done
  echo zed
}

# The release of the site that was set up on an address before; nothing for a new one.
release_of() { cat "$ENTENTE_HOME/lab/openstack/$1/release" 2>/dev/null || true; }

needs_root_folder() { [ "${suites[$release]}" != "$(codename /etc/os-release)" ]; }

root_folder() { echo "$lab_cache/openstack-$release"; }

install_debootstrap() { install_debian_packages debootstrap; }

# Half a root is made again from nothing. Two sites of one release share the root: the lock lets one make it.
make_root() {
  local root archive
  root=$(root_folder)
  mkdir -p "$lab_cache"
  exec 9>"$root.lock"
  flock 9
  [ ! -e "$root/etc/root-complete" ] || return 0
  archive=$(debian_archive)
  [ -n "$archive" ] || { echo "This machine's apt sources name no Debian archive" && return 1; }
  phase "fetching and unpacking"
  rm -rf "$root"
  # debootstrap mounts what it needs: a mount namespace of its own forgets that by itself.
  unshare --mount --propagation private \
    debootstrap --variant=minbase --include=ca-certificates,procps "${suites[$release]}" "$root" "$archive"
  apt_settings >"$root/etc/apt/apt.conf.d/00machine"
  touch "$root/etc/root-complete"
}

# Does the same as this script outside, in the root: there the release is the machine's own. Folders have the same path
# inside and outside. All mounts are in a namespace of this site's processes alone, and end with the last of them.
up_in_root() {
  local root
  root=$(root_folder)
  exec unshare --mount --propagation private bash "$lab/enter-root.sh" "$root" "$checkout/deploy" "$data" \
    "$lab/openstack" --release "$release" up "$address"
}
