# Kubernetes' programs from Debian's source package, which holds all that they are made of. Built once for all checkouts.
# shellcheck shell=bash

version=1.20.2
programs=(kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy kubectl)
cache=$lab_cache/kubernetes
# The only release of Debian that has both the source and a Go that compiles it.
suite=bookworm
go=/usr/lib/go-1.19
build_packages=(golang-1.19-go make gcc rsync patch xz-utils dpkg-dev debianutils)

built() {
  local program
  for program in "${programs[@]}"; do
    [ -x "$cache/bin/$program" ] || return 1
  done
  [ -e "$cache/bin/complete" ]
}

# Two builds at once would only be slower: the second waits, and finds what the first made.
build_programs() {
  built && return 0
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  phase "waiting for another build"
  flock 9
  if built; then return 0; fi
  phase "installing Go"
  install_debian_packages "${build_packages[@]}"
  rm -rf "$cache/build"
  mkdir -p "$cache/build"
  cd "$cache/build"
  phase "fetching the source"
  fetch_source
  phase "unpacking"
  unpack_source
  phase "compiling"
  compile
  keep_programs
}

# The machine's own apt sources stay as they are: this apt has lists and a cache of its own.
fetch_source() {
  local archive key=/usr/share/keyrings/debian-archive-keyring.gpg
  archive=$(debian_archive)
  [ -n "$archive" ] || { echo "This machine's apt sources name no Debian archive" && return 1; }
  mkdir -p lists/partial archives/partial
  printf '%s [signed-by='"$key"'] '"$archive $suite"' main\n' deb deb-src >sources.list
  apt_settings >apt.conf
  local own=(-c "$PWD/apt.conf" -o "Dir::Etc::SourceList=$PWD/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$PWD/lists" -o "Dir::Cache=$PWD" -o APT::Sandbox::User=root)
  apt-get -qq "${own[@]}" update
  apt-get -qq "${own[@]}" source --only-source --download-only kubernetes
  apt-get -qq "${own[@]}" download golang-github-modern-go-reflect2-dev
}

# One part of the source reads the inside of Go's maps in a way that ends the API server when it is compiled with Go 1.18
# or later. Debian packages a later version of that part, which does not.
unpack_source() {
  dpkg-source -x kubernetes_*.dsc source
  dpkg-deb -x golang-github-modern-go-reflect2-dev_*.deb reflect2
  local part=github.com/modern-go/reflect2
  [ -d "source/vendor/$part" ] || { echo "The source has no $part" && return 1; }
  find "source/vendor/$part" -maxdepth 1 -type f ! -name LICENSE -delete
  find "reflect2/usr/share/gocode/src/$part" -maxdepth 1 -type f ! -name '*_test.go' -exec cp {} "source/vendor/$part/" \;
}

# Kubernetes' makefile looks for itself in Go's older order of folders.
compile() {
  cd source
  mkdir -p .go/src/k8s.io
  [ -e .go/src/k8s.io/kubernetes ] || ln -s ../../.. .go/src/k8s.io/kubernetes
  env GOPATH="$PWD/.go" HOME="$cache/build" PATH="$go/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
    CGO_ENABLED=0 GOPROXY=off GOFLAGS='' GOTOOLCHAIN=local \
    KUBE_GIT_VERSION="v$version" KUBE_GIT_MAJOR=1 KUBE_GIT_MINOR=20 KUBE_GIT_COMMIT=debian KUBE_GIT_TREE_STATE=archive \
    make WHAT="${programs[*]/#/cmd/}"
  cd ..
}

keep_programs() {
  mkdir -p "$cache/bin"
  local program
  for program in "${programs[@]}"; do
    install -m 755 "source/_output/local/bin/linux/"*/"$program" "$cache/bin/$program"
  done
  sed -n 's/^Version: //p' kubernetes_*.dsc | sed -n 1p >"$cache/bin/complete"
  cd "$cache"
  rm -rf build
}
