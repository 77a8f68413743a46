#!/bin/sh
# Installs the Node versions that the examples ask for, from npm, where this machine's own is another one. Does nothing when they are there.
set -eu
cd "$(dirname -- "$0")/node"

# The packages hold programs for this system only.
if [ "$(uname -s) $(uname -m)" != "Linux x86_64" ]; then
  echo "tools: Node 22 and 24 are packages for Linux on x86_64 only; the executions of the tests need such a machine" >&2
  exit 1
fi
stamp=node_modules/.installed-lock
if ! cmp -s package-lock.json "$stamp"; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 < /dev/null
  cp package-lock.json "$stamp"
fi
