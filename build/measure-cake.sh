#!/bin/bash
# Measures `dotnet cake` as a whole process against what a user would run instead, in pairs, on a copy of examples/monorepo:
#   start        one short job: `dotnet cake --target lint-report`, the same command in a Makefile (the difference is Cake's part), and
#                Cake with a script of two lines (what of that part no script could save)
#   gate         the quality gate: `dotnet cake`, all commands in a Makefile one after the other, and, in the first round, gitlab-ci-local
#   incremental  `dotnet cake --incremental` when nothing has changed
# Prints every value and the medians in milliseconds. The Makefile is made from what `pipelinekit explain` says.
# Usage: build/measure-cake.sh [ROUNDS] [LOG FOLDER]; it needs what build/setup.sh installs. Exit code 1 if a measured command fails.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."
exec < /dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
rounds=${1:-5}
logs=$(mkdir -p "${2:-artifacts/measure-cake}" && cd "${2:-artifacts/measure-cake}" && pwd)
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

node22=$here/tests/tools/node/node_modules/node-22/bin
if [ ! -x "$node22/node" ]; then
  npm install --silent --no-audit --no-fund --prefix "$work/node" "node-$(node -p 'process.platform + "-" + process.arch')@22"
  node22=$(dirname "$(find "$work/node/node_modules" -path '*/bin/node' | head -n 1)")
fi
export PATH="$node22:$PATH"

dotnet build src/PipelineKit.Cli -c Release -v q --nologo -clp:NoSummary
cp -R examples/monorepo "$work/rates"
cd "$work/rates"
git init -q -b main
git remote add origin https://gitlab.com/example/rates.git # documentation links to the sources
git add -A
git -c user.name=measure -c user.email=measure@example.invalid commit -q -m measure
dotnet "$here/src/PipelineKit.Cli/bin/Release/net10.0/pipelinekit.dll" explain --quiet | node "$here/build/makefile.mjs" > "$work/Makefile"
dotnet tool restore -v q > "$logs/restore.log"

# ms NAME COMMAND...: runs a command, keeps its output in a log, and prints its milliseconds.
ms() {
  local name=$1 start=${EPOCHREALTIME/[.,]/}
  shift
  "$@" > "$logs/$name.log" 2>&1 || { echo "failed: $* (see $logs/$name.log)" >&2; exit 1; }
  echo $(((${EPOCHREALTIME/[.,]/} - start) / 1000))
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : int((v[NR / 2] + v[NR / 2 + 1]) / 2) }'; }

# report NAME FILE...: the median and all values of each series.
report() {
  local series
  for series in "$@"; do
    printf '%-28s median %6s ms   (%s)\n' "$series" "$(median < "$work/$series")" "$(tr '\n' ' ' < "$work/$series" | sed 's/ $//')"
  done
}

make() { command make --no-print-directory -f "$work/Makefile" "$@"; }

# Once without a clock: fills the caches of all tools and compiles the script.
ms warm-cake dotnet cake > "$work/warm"
ms warm-make make all >> "$work/warm"

# Cake alone, with the same manifest and configuration.
mkdir "$work/bare"
cp -R .config cake.config "$work/bare/"
printf '%s\n' 'Task("Default").Does(() => Information("done"));' 'RunTarget("Default");' > "$work/bare/build.cake"
bare() { (cd "$work/bare" && dotnet cake); }
ms warm-bare bare >> "$work/warm"

for _ in $(seq $((rounds * 3))); do
  ms start-bare bare >> "$work/start-bare"
  cake=$(ms start-cake dotnet cake --target lint-report)
  makefile=$(ms start-make make lint-report)
  echo "$cake" >> "$work/start-cake"
  echo "$makefile" >> "$work/start-make"
  echo $((cake - makefile)) >> "$work/start-difference"
done
report start-cake start-make start-difference start-bare

# ext4 passes over every inode that was freed in the last half minute before it takes one, and `npm ci` has just freed thousands: without a
# pause each run would pay for the one before it.
settle() { case $(stat -f -c %T "$work") in ext*) sleep 40 ;; esac; }

for round in $(seq "$rounds"); do
  settle
  cake=$(ms gate-cake dotnet cake)
  settle
  makefile=$(ms gate-make make all)
  echo "$cake" >> "$work/gate-cake"
  echo "$makefile" >> "$work/gate-make"
  echo $((cake * 1000 / makefile)) >> "$work/gate-ratio-per-mille"
  [ "$round" -gt 1 ] || ms gate-gitlab-ci-local node "$here/tests/validators/run-gitlab.mjs" "$work/rates" >> "$work/gate-gitlab-ci-local"
done
report gate-cake gate-make gate-gitlab-ci-local
printf '%-28s median %6s ‰    (%s)\n' "gate-cake / gate-make" "$(median < "$work/gate-ratio-per-mille")" "$(tr '\n' ' ' < "$work/gate-ratio-per-mille")"

ms incremental-first dotnet cake --incremental > "$work/warm"
for _ in $(seq $((rounds * 3))); do ms incremental dotnet cake --incremental >> "$work/incremental"; done
grep -q 'as they were when it last passed' "$logs/incremental.log" || { echo "nothing was found unchanged" >&2; exit 1; }
report incremental
