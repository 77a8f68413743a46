#!/bin/bash
# Measures whole processes: `generate` in an example, in the same example with 20,000 more files beside it, and the start of the program alone.
# Prints the median of 15 runs each in milliseconds, wall and processor time. Usage: build/measure.sh [EXAMPLE]
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."
example=${1:-python-library}
out=artifacts/measure
rm -rf "$out"
mkdir -p "$out"
dotnet publish src/PipelineKit.Cli -c Release -r "$(dotnet --info | sed -n 's/^ *RID: *//p')" --self-contained true \
  -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true -p:NuGetLockFilePath=obj/publish.lock.json \
  -o "$out/program" -v q --nologo
cp -R "examples/$example" "$out/repository"
program=$PWD/$out/program/pipelinekit

median() { # NAME COMMAND...
  local name=$1
  shift
  for _ in $(seq 15); do
    /usr/bin/env bash -c 'TIMEFORMAT="%R %U %S"; time "$@" > /dev/null 2>&1' _ "$@" 2>&1
  done | awk -v name="$name" '{ wall[NR] = $1 * 1000; cpu[NR] = ($2 + $3) * 1000 }
    END { asort_(wall); asort_(cpu); printf "%-40s %5.0f ms wall  %5.0f ms processor\n", name, wall[int((NR + 1) / 2)], cpu[int((NR + 1) / 2)] }
    function asort_(a,  i, j, t) { for (i = 2; i <= NR; i++) { t = a[i]; for (j = i - 1; j > 0 && a[j] > t; j--) a[j + 1] = a[j]; a[j + 1] = t } }'
}

median "pipelinekit --version" "$program" --version
median "generate -C $example" "$program" generate -C "$out/repository"
mkdir -p "$out/repository/many"
(cd "$out/repository/many" && seq 20000 | xargs touch)
median "generate, 20,000 more files" "$program" generate -C "$out/repository"
