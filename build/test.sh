#!/bin/sh
# The quality gate of this repository and all its tests; the last line counts them: N passed, N failed, N skipped.
cd "$(dirname -- "$0")/.." && dotnet tool restore -v q && exec dotnet cake --target=test "$@" < /dev/null
