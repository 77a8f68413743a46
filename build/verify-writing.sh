#!/bin/bash
# Runs the built program against itself: many runs side by side, many runs killed at a random moment, and every write, rename, unlink and mkdir of a
# run failed by the system (strace, where it is installed; Debian package strace). After each the files are those of the old spec or of the new one
# once the next run has ended, and no traces are left. Usage: build/verify-writing.sh [RUNS] (100 when absent). Exit code 0 only if all of it held.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."
runs=${1:-100}
program=$PWD/src/PipelineKit.Cli/bin/Debug/net10.0/pipelinekit.dll
[ -f "$program" ] || { echo "build the program first: dotnet build src/PipelineKit.Cli" >&2; exit 2; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

spec() { # FOLDER ARGUMENT
  printf 'version: 1\ntargets: [github, gitlab, cake]\nstack: python\npython: { manager: system }\nstages: { smoke: { run: [[./a.sh, %s]] } }\n' "$2" > "$1/pipelinekit.yml"
}
generate() { dotnet "$program" generate -q -C "$1"; }
tree() { (cd "$1" && find . -type f ! -name pipelinekit.yml -print0 | sort -z | xargs -0 sha256sum); }
fail() { echo "$1" >&2; [ ! -f "$out/said" ] || cat "$out/said" >&2; exit 1; }

for name in one two; do
  # The folder's name is the pipeline's.
  mkdir -p "$out/$name/repository"
  spec "$out/$name/repository" "$name"
  generate "$out/$name/repository"
  tree "$out/$name/repository" > "$out/$name.tree"
done
is_new() { tree "$1" | cmp -s - "$out/two.tree"; }
work=$out/copy/repository
start() { rm -rf "$out/copy"; cp -R "$out/one" "$out/copy"; spec "$work" two; }

echo "-- $runs runs side by side"
start
for i in $(seq "$runs"); do
  { code=0; generate "$work" > "$out/said.$i" 2>&1 || code=$?; echo "$code" > "$out/code.$i"; } &
done
wait
for i in $(seq "$runs"); do
  [ "$(cat "$out/code.$i")" = 0 ] || { grep -q PK4015 "$out/said.$i" && [ "$(cat "$out/code.$i")" = 3 ]; } || { cp "$out/said.$i" "$out/said"; fail "run $i ended with $(cat "$out/code.$i")"; }
done
is_new "$work" || fail "the files are not the new ones after runs side by side"

echo "-- $runs runs killed"
for i in $(seq "$runs"); do
  start
  generate "$work" > /dev/null 2>&1 &
  process=$!
  sleep "0.$(printf '%03d' $((50 + (i * 37) % 500)))"
  { kill -9 "$process" && wait "$process"; } 2> /dev/null || true
  generate "$work" > "$out/said" 2>&1 || fail "the run after kill $i failed"
  is_new "$work" || fail "the files are not the new ones after kill $i"
done

if command -v strace > /dev/null; then
  for call in write pwrite64 rename unlink mkdir fchmod; do
    echo "-- $call fails"
    for nth in $(seq 30); do
      start
      code=0
      strace -f -qq -o "$out/strace" -e "trace=$call" -e "inject=$call:error=ENOSPC:when=$nth" dotnet "$program" generate -q -C "$work" > "$out/said" 2>&1 || code=$?
      grep -q INJECTED "$out/strace" || break
      [ "$code" -le 3 ] || [ "$code" -ge 128 ] || fail "$call $nth: exit code $code"
      generate "$work" > "$out/said" 2>&1 || fail "the run after a failed $call ($nth) failed"
      is_new "$work" || fail "the files are not the new ones after a failed $call ($nth)"
    done
  done
else
  echo "-- strace is not installed: failures are injected by the tests only"
fi
echo "-- all held"
