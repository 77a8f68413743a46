#!/bin/sh
# Stands in for every program of the test pipeline. Each call is one line of $PROBE_LOG: name, folder and arguments, separated by |.
name=$(basename "$0")
line="$name|${PWD#"$PROBE_ROOT"}"
for argument in "$@"; do line="$line|$argument"; done
printf '%s\n' "$line" >> "$PROBE_LOG"

case "$name" in
  fakepy) cat "$PROBE_ROOT/versions"; exit 0 ;;
  docker)
    case "$1" in
      info) [ -f "$PROBE_ROOT/engine" ]; exit ;;
      run) echo "Pulling"; echo 0123456789abcdef; exit 0 ;;
      port) echo 127.0.0.1:49153; exit 0 ;;
      *) exit 0 ;;
    esac ;;
esac

case "$1" in
  install) [ ! -f "$PROBE_ROOT/codes/install" ] || exit "$(cat "$PROBE_ROOT/codes/install")" ;;
  say) shift; printf '%s\n' "$@" ;;
  check) # exits with the code that the test has written for this name
    [ -f "$PROBE_ROOT/codes/$2" ] || exit 0
    echo "$2 complains"; exit "$(cat "$PROBE_ROOT/codes/$2")" ;;
  env) eval "printf '%s\n' \"\$$2\"" >> "$PROBE_ROOT/env.txt" ;;
  meet) # passes only if the other one runs at the same time
    : > "$PROBE_ROOT/met-$2"
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -f "$PROBE_ROOT/met-$3" ] && exit 0; sleep 0.5; done
    exit 9 ;;
  span) printf 'begin %s\n' "$2" >> "$PROBE_LOG"; sleep 0.2; printf 'end %s\n' "$2" >> "$PROBE_LOG" ;;
  report) mkdir -p "$(dirname "$2")"; printf '%s\n' "$3" > "$2" ;;
  maybe) # writes a file only when the test has said what
    [ ! -f "$PROBE_ROOT/promised" ] || cat "$PROBE_ROOT/promised" > "$2" ;;
  hang) sleep 600 & echo $! > "$PROBE_ROOT/pid-$2"; wait ;;
  read) if read -r answer; then echo "read $answer"; else echo "no input"; fi ;;
esac
