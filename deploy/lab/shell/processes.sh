# Services as background processes: started once, found and stopped by their recorded process.
# shellcheck shell=bash

# When a process started, in clock ticks since boot (proc(5), stat field 22): tells it from a later one with its number.
# Nothing for a process that has ended and only waits to be cleared away (state Z).
start_mark() {
  sed -n 's/.*) \([^Z] .*\)/\1/p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

pid_of() { sed -n 1p "$data/run/$1.pid"; }

runs() {
  [ -s "$data/run/$1.pid" ] || return 1
  local mark
  mark=$(start_mark "$(pid_of "$1")")
  [ -n "$mark" ] && [ "$mark" = "$(sed -n 2p "$data/run/$1.pid")" ]
}

# record NAME PROCESS: a process that was started here and can be found and stopped by its name from now on.
record() {
  printf '%s\n%s\n' "$2" "$(start_mark "$2")" >"$data/run/$1.pid"
}

# start_service NAME COMMAND...: in a session of its own, so that Ctrl-C here does not reach it.
start_service() {
  local name=$1
  shift
  if runs "$name"; then return 0; fi
  mkdir -p "$data/run" "$data/log"
  (
    cd "$data"
    exec setsid "$@" >>"$data/log/$name.out" 2>&1 </dev/null
  ) &
  record "$name" $!
}

# Gently first: databases are closed, and a service's own children are ended by it.
stop_service() {
  runs "$1" || return 0
  local pid tries began=$SECONDS
  pid=$(pid_of "$1")
  kill -TERM "$pid" 2>/dev/null || true
  for ((tries = 0; tries < 150; tries++)); do
    runs "$1" || break
    sleep 0.1
  done
  if runs "$1"; then kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true; fi
  rm -f "$data/run/$1.pid"
  printf '%s\n' "$(line "$1" stopped "$began")"
}

# await SECONDS WHAT COMMAND...: until the command succeeds; otherwise says that WHAT did not come up, and does not wait
# for more once the service that the variable awaited names has ended.
await() {
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if [ -n "${awaited:-}" ] && ! runs "$awaited"; then
      echo "$what will not come up: $(tail -n 1 "$data/log/$awaited.out")"
      return 1
    fi
    if [ "$SECONDS" -ge "$end" ]; then
      echo "$what did not come up in time"
      return 1
    fi
    sleep 0.2
  done
}
