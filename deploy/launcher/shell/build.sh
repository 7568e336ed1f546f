# Builds what is older than its sources, with Maven's wrapper.
# shellcheck shell=bash

build_stamp=$checkout/deploy/launcher/target/built
build_lock=$checkout/deploy/launcher/target/building
node_wanted=20

project_version() {
  sed -n 's|^  <version>\(.*\)</version>.*|\1|p' "$checkout/pom.xml" | head -n 1
}

require_node() {
  local found="no Node.js" version=
  if command -v node >/dev/null; then
    version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9][0-9]*\).*/\1/p') || true
    found="Node.js ${version:-of an unknown version}"
    command -v npm >/dev/null || { found="$found without npm" && version=; }
  fi
  [ "${version:-0}" -ge "$node_wanted" ] ||
    complain 1 "The portal is built with Node.js $node_wanted or newer and npm, and found $found:" \
      "get it from https://nodejs.org or your package manager."
}

# Maven's wrapper unpacks Maven with one of these; it downloads with wget, curl or Java itself.
require_unpacker() {
  command -v unzip >/dev/null || command -v tar >/dev/null ||
    complain 1 "Maven's wrapper needs unzip or tar to unpack Maven: install one of them with your package manager."
}

# The build's log is the first thing that is written to the home.
require_home() {
  { mkdir -p "$ENTENTE_HOME/log" && [ -w "$ENTENTE_HOME/log" ]; } 2>/dev/null ||
    complain 1 "The folder $ENTENTE_HOME/log cannot be written: make it writable, or choose another with ENTENTE_HOME."
}

# Whether a file that goes into the build is newer than the last build, or a source folder lost or won a file.
sources_changed() {
  [ -e "$build_stamp" ] || return 0
  local newer
  newer=$(
    cd "$checkout"
    find pom.xml .mvn federation-agreements metering broker billing frontend deploy \
      \( -name target -o -name node_modules -o -name dist -o -path deploy/lab -o -path deploy/launcher/help \
      -o -path deploy/launcher/shell -o -name docs \) -prune \
      -o -newer "$build_stamp" \( -type f -o -type d -path '*/src*' \) ! -name '*.md' -print | head -n 1
  )
  [ -n "$newer" ]
}

# The process that holds the build's lock; nothing if it was killed, even if another program has its number by now.
building_process() {
  local holder arguments
  holder=$(cat "$build_lock" 2>/dev/null) || return 0
  if [ -r "/proc/$holder/cmdline" ]; then
    arguments=$(tr '\0' ' ' <"/proc/$holder/cmdline")
  else
    arguments=$(ps -o args= -p "$holder" 2>/dev/null) || return 0
  fi
  case $arguments in *entente*) printf '%s' "$holder" ;; esac
}

# One build at a time; the lock of a build that was killed is taken over.
lock_build() {
  mkdir -p "$(dirname "$build_lock")"
  if ! (set -o noclobber && echo $$ >"$build_lock") 2>/dev/null; then
    local holder
    holder=$(building_process)
    [ -z "$holder" ] ||
      complain 1 "Another ./entente is building here (process $holder): try again when it is done."
    echo $$ >"$build_lock"
  fi
  build_locked=yes
  trap at_exit EXIT
}

unlock_build() {
  rm -f "$build_lock"
  build_locked=
}

# Whatever the script's end: a lock is given back, and what builds beside it is ended.
at_exit() {
  [ -z "${build_locked:-}" ] || rm -f "$build_lock"
  [ -z "${background_build:-}" ] || kill -TERM -- "-$background_build" 2>/dev/null || true
}

# The module that Maven is at, out of its log.
module_in_build() {
  local module
  module=$(sed -n 's/^\[INFO\] Building Entente: \(.*\) [^ ]* *\[\([0-9/]*\)\]$/\1 (\2)/p' "$maven_log" | tail -n 1)
  printf 'building %s' "${module:-}"
}

# maven TITLE LOG ARGUMENT...: runs the wrapper in the checkout; answers its exit code.
maven() {
  local title=$1
  maven_log=$2
  shift 2
  watched "$title" module_in_build "$maven_log" maven_wrapper "$@"
}

maven_wrapper() {
  cd "$checkout"
  exec ./mvnw "$@"
}

# The first line that says why Maven failed.
maven_failure() {
  if grep -q 'No space left on device' "$1"; then
    echo "the disk is full"
  else
    # A headline or a count tells nothing, and a wrapper that could not fetch Maven marks no line as an error.
    local reason
    reason=$(sed -n 's/^\[ERROR\] *//p' "$1" | grep -v -e '^$' -e '^COMPILATION ERROR' -e '^Tests run:' | head -n 1) || true
    [ -n "$reason" ] || reason=$(grep -v '^ *$' "$1" | tail -n 1) || true
    printf '%.300s\n' "${reason:-it said nothing}"
  fi
}

# Sources that change during a build must count as newer than it: the stamp bears the time when it began.
build_began() {
  touch "$ENTENTE_HOME/log/build-began"
}

build_done() {
  touch -r "$ENTENTE_HOME/log/build-began" "$build_stamp"
}

build_if_needed() {
  # ENTENTE_BUILD=never is for those who have just built, as the tests that run within a build.
  if [ "${ENTENTE_BUILD:-}" = never ] || ! sources_changed; then return 0; fi
  require_node
  require_unpacker
  require_home
  lock_build
  local log=$ENTENTE_HOME/log/build.log began=$SECONDS
  build_began
  if ! maven Build "$log" package -DskipTests -Dspotless.check.skip=true; then
    printf '%s\n' "$(line Build failed "$began")"
    complain 1 "The build failed: $(maven_failure "$log")
Log: $log"
  fi
  build_done
  unlock_build
  printf '%s\n' "$(line Build done "$began")"
}
