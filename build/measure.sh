#!/bin/bash
# Measures whole processes as the README publishes them: `generate` in an example, in the same example with 20,000 more files beside it, and the
# start of the program alone (medians of 15 runs, milliseconds, wall and processor time), then 1,000 repositories
# in one process. Everything is made below a temporary folder that is removed at the end. Usage: build/measure.sh [EXAMPLE] [REPOSITORIES...]
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."
example=${1:-python-library}
shift || true
[ $# -gt 0 ] || set -- 1000
[ -d "examples/$example" ] || { echo "there is no examples/$example" >&2; exit 2; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
dotnet publish src/PipelineKit.Cli -c Release -r "$rid" -o "$out/program" -v q --nologo
cp -R "examples/$example" "$out/repository"
program=$out/program/pipelinekit

median() { # NAME COMMAND...
  local name=$1
  shift
  for _ in $(seq 15); do
    /usr/bin/env bash -c 'TIMEFORMAT="%R %U %S"; time "$@" > /dev/null 2>&1' _ "$@" 2>&1
  done | awk -v name="$name" '{ wall[NR] = $1 * 1000; cpu[NR] = ($2 + $3) * 1000 }
    END { asort_(wall); asort_(cpu); printf "%-40s %5.0f ms wall  %5.0f ms processor\n", name, wall[int((NR + 1) / 2)], cpu[int((NR + 1) / 2)] }
    function asort_(a,  i, j, t) { for (i = 2; i <= NR; i++) { t = a[i]; for (j = i - 1; j > 0 && a[j] > t; j--) a[j + 1] = a[j]; a[j + 1] = t } }'
}

# The first run writes what the example has not committed, so that the measured ones find everything up to date.
"$program" generate -C "$out/repository" --quiet > "$out/first.log" 2>&1
median "pipelinekit --version" "$program" --version
median "generate -C $example" "$program" generate -C "$out/repository"
mkdir -p "$out/repository/many"
(cd "$out/repository/many" && seq 20000 | xargs touch)
median "generate, 20,000 more files" "$program" generate -C "$out/repository"

# Only what the program itself needs is compiled ahead of time: the benchmark library brings a compiler with it.
dotnet publish tests/PipelineKit.Benchmarks -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$out/benchmarks" -v q --nologo
"$out/benchmarks/PipelineKit.Benchmarks" repositories "$@"
