#!/bin/bash
# count-tests.sh FOLDER PROJECT...: adds up the TRX files below FOLDER and prints `N passed, N failed, N skipped` as its last line.
# Exit code 1 if a test failed, or if one of the projects has no result at all or ran no test.
set -euo pipefail
results=$1
shift
total=0 passed=0 failed=0 bad=0
attribute() { grep -o " $1=\"[0-9]*\"" <<< "$2" | head -n 1 | tr -dc 0-9; }

for project in "$@"; do
  assembly=$(basename "$project" .csproj)
  own=0
  while IFS= read -r -d '' file; do
    # The test adapter writes the path of the assembly in lower case.
    grep -qi "storage=\"[^\"]*[/\\\\]$assembly\.dll\"" "$file" || continue
    counters=$(grep -o '<Counters [^>]*>' "$file")
    own=$((own + $(attribute total "$counters")))
    passed=$((passed + $(attribute passed "$counters")))
    # A test that ended by an error, a timeout or an abort did not pass either.
    for outcome in failed error timeout aborted; do failed=$((failed + $(attribute "$outcome" "$counters"))); done
  done < <(find "$results" -name '*.trx' -print0 2> /dev/null)
  if [ "$own" = 0 ]; then
    echo "$assembly ran no test" >&2
    bad=1
  fi
  total=$((total + own))
done
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
[ "$failed" = 0 ] && [ "$bad" = 0 ]
