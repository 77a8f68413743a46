#!/bin/bash
# Builds the solution and runs all its tests. The last line counts them: N passed, N failed, N skipped.
# Exit code 0 only if everything was built, every test project ran at least one test, and none failed.
# PIPELINEKIT_SKIP_VALIDATORS=1 goes on without tools that are not installed; what needs them is then counted as skipped.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."
exec < /dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
results=artifacts/test-results

if ! build/setup.sh; then
  [ "${PIPELINEKIT_SKIP_VALIDATORS:-}" = 1 ] || { echo "test.sh: tools are missing (PIPELINEKIT_SKIP_VALIDATORS=1 goes on without them)" >&2; exit 3; }
  echo "test.sh: going on without the tools named above" >&2
fi
if [ -f .config/dotnet-tools.json ]; then dotnet tool restore -v q; fi
dotnet restore PipelineKit.sln --locked-mode -v q
dotnet build PipelineKit.sln --no-restore --nologo -v q -clp:NoSummary
rm -rf "$results"
code=0
dotnet test PipelineKit.sln --no-build --nologo --results-directory "$results" --logger trx --logger "console;verbosity=minimal" || code=$?
build/count-tests.sh "$results" tests/*.Tests/*.csproj || code=1
exit "$code"
