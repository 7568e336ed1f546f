# Finds a JDK of 21 or newer: JAVA_HOME, then the java on the PATH, then the usual folders (the newest of them).
# shellcheck shell=bash

jdk_wanted=21

# Candidate folders besides JAVA_HOME and the PATH; names with * are expanded.
usual_jdk_folders() {
  printf '%s\n' \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk-* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk*
}

# The folder of the java on the PATH, links resolved; on macOS /usr/bin/java is only a stub that asks java_home.
jdk_on_path() {
  local java
  java=$(command -v java) || return 0
  if [ -x /usr/libexec/java_home ] && [ "$java" = /usr/bin/java ]; then
    /usr/libexec/java_home 2>/dev/null || true
    return 0
  fi
  while [ -L "$java" ]; do
    local target
    target=$(readlink "$java")
    case $target in /*) java=$target ;; *) java=$(dirname "$java")/$target ;; esac
  done
  dirname "$(dirname "$java")"
}

# The feature version of a JDK (21, 25); nothing if the folder holds no JDK, or only a runtime without javac.
jdk_version() {
  local home=$1 version=
  [ -n "$home" ] && [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || return 0
  if [ -r "$home/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$home/release")
  fi
  [ -n "$version" ] || version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac //p')
  version=${version#1.}
  version=${version%%[!0-9]*}
  printf '%s' "$version"
}

# Prints the folder of the JDK to use; nothing if there is none.
find_jdk() {
  local candidate version best= best_version=0
  for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
    version=$(jdk_version "$candidate")
    if [ "${version:-0}" -ge "$jdk_wanted" ]; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  while IFS= read -r candidate; do
    version=$(jdk_version "$candidate")
    if [ "${version:-0}" -ge "$jdk_wanted" ] && [ "$version" -gt "$best_version" ]; then
      best=$candidate best_version=$version
    fi
  done < <(usual_jdk_folders)
  printf '%s' "$best"
}

# Which versions there are, for the sentence that says that they are not enough.
jdk_versions_found() {
  local candidate
  while IFS= read -r candidate; do
    jdk_version "$candidate"
    echo
  done < <(printf '%s\n' "${JAVA_HOME:-}" "$(jdk_on_path)"; usual_jdk_folders) | sort -un | tr '\n' ' '
}

require_jdk() {
  local home found
  home=$(find_jdk)
  if [ -z "$home" ]; then
    found=$(jdk_versions_found)
    found=${found# }
    complain 1 "Entente needs a JDK (with javac) of version $jdk_wanted or newer, and found ${found:+only }${found:-none }here:" \
      "get one from https://adoptium.net or your package manager, and set JAVA_HOME to its folder if it is not found."
  fi
  export JAVA_HOME=$home
}
