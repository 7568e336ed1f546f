#!/usr/bin/env bash
# Runs a command in a root, in which two of this machine's folders are seen: enter-root.sh ROOT READ-ONLY WRITABLE COMMAND...
# Is to be called in a mount namespace of its own, which keeps the mounts.
set -euo pipefail
root=$1 sources=$2 state=$3
shift 3

for folder in "$sources" "$state"; do
  mkdir -p "$root$folder"
  mount --bind "$folder" "$root$folder"
done
mount -o remount,bind,ro "$root$sources"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
exec chroot "$root" "$@"
