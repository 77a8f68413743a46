#!/bin/sh
# Installs what the tests need beside the .NET SDK, Node and git: the validators, and what the examples need that are really run.
# Does nothing when all is there. Exit code 1 with the names of what is missing if it cannot be installed; with
# PIPELINEKIT_SKIP_VALIDATORS=1 they are only named, and the tests that need them are skipped.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ "${PIPELINEKIT_SKIP_VALIDATORS:-}" = 1 ]; then
  PIPELINEKIT_SKIP_VALIDATORS='' "$0" || echo "setup.sh: going on without the tools named above" >&2
  exit 0
fi

missing=
command -v flake8 > /dev/null || missing="$missing flake8"
command -v bandit > /dev/null || missing="$missing bandit"
# The server's program without the package that would start one, and what mariadb-install-db reads its options with.
[ -x /usr/sbin/mariadbd ] || missing="$missing mariadb-server-core"
command -v my_print_defaults > /dev/null || missing="$missing mariadb-client-core"
# The compiler that links the native file.
command -v clang > /dev/null || command -v gcc > /dev/null || missing="$missing gcc libc6-dev"
for module in pytest pytest_cov sphinx flask pymysql django pytest_django; do
  # Debian's own interpreter: another one, first on PATH, would not see its packages.
  /usr/bin/python3 -c "import $module" 2> /dev/null || missing="$missing python3-$(echo "$module" | tr _ -)"
done
if [ -n "$missing" ]; then
  # shellcheck disable=SC2086
  "$root/build/install-packages.sh" $missing
fi
"$root/tests/validators/setup.sh"
"$root/tests/tools/setup.sh"
