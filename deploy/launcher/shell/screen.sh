# What people see of the steps that the script does itself; the lines look like those of the Java launcher.
# shellcheck shell=bash

# How wide the terminal is, for the launcher's program too; unset when nobody watches.
if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; then
  ENTENTE_TERMINAL=$(tput cols 2>/dev/null || echo 80)
  export ENTENTE_TERMINAL
else
  unset ENTENTE_TERMINAL
fi

# complain CODE SENTENCE: the one way to end badly.
complain() {
  local code=$1
  shift
  printf '%s\n' "$*" >&2
  exit "$code"
}

interrupted() { complain 130 "Interrupted."; }

elapsed() {
  local seconds=$((SECONDS - $1))
  if [ "$seconds" -ge 60 ]; then printf '%d min %d s' $((seconds / 60)) $((seconds % 60)); else printf '%d s' "$seconds"; fi
}

# line TITLE WORDS BEGAN: one line of progress, without its end.
line() {
  local dots='....................'
  printf '  %s %s %s (%s)' "$1" "${dots:$((${#1} + 2))}" "$2" "$(elapsed "$3")"
}

# watched TITLE DOING LOG COMMAND...: runs the command with all output in the log, shows that it goes on, and answers
# its exit code. DOING is a function that says in a few words what it does now. The command has a process group of its
# own, so that Ctrl-C can end all of it.
watched() {
  local title=$1 doing=$2 log=$3
  shift 3
  mkdir -p "$(dirname "$log")"
  set -m
  (
    set -e
    "$@"
  ) >"$log" 2>&1 </dev/null &
  local pid=$! code=0
  set +m
  # shellcheck disable=SC2064
  trap "kill -TERM -- -$pid 2>/dev/null; echo; echo 'Interrupted; the next run begins this step again.' >&2; exit 130" INT TERM
  show_until_end "$pid" "$title" "$doing"
  wait "$pid" || code=$?
  trap interrupted INT TERM
  return "$code"
}

show_until_end() {
  local pid=$1 title=$2 doing=$3 began=$SECONDS shown=0
  while kill -0 "$pid" 2>/dev/null; do
    if [ -n "${ENTENTE_TERMINAL:-}" ]; then
      printf '\r\033[K%.*s' "$((ENTENTE_TERMINAL - 1))" "$(line "$title" "$($doing)" "$began")"
    elif [ $(((SECONDS - began) / 30)) -gt "$shown" ]; then
      shown=$(((SECONDS - began) / 30))
      printf '%s\n' "$(line "$title" "$($doing)" "$began")"
    fi
    sleep 0.2
  done
  [ -z "${ENTENTE_TERMINAL:-}" ] || printf '\r\033[K'
}
