#!/bin/sh
# Installs what the validators need and is missing: the npm packages of the lock file, and four Debian packages by name.
# Does nothing when all is there. Exit code 1 with the names of what is missing if it cannot be installed.
set -eu
cd "$(dirname -- "$0")"

missing=
for program in git rsync shellcheck yamllint; do
  command -v "$program" > /dev/null || missing="$missing $program"
done
# The names of the programs are the names of the packages.
# shellcheck disable=SC2086
[ -z "$missing" ] || ../../build/install-packages.sh $missing

if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
  echo "validators: install Node 20.11 or newer first" >&2
  exit 1
fi
stamp=node_modules/.installed-lock
if ! cmp -s package-lock.json "$stamp"; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 < /dev/null
  cp package-lock.json "$stamp"
fi
