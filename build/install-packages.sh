#!/bin/sh
# install-packages.sh PACKAGE...: installs Debian packages, quietly and without questions, as root or by sudo without a password.
set -eu
as_root=
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if ! command -v apt-get > /dev/null || { [ -n "$as_root" ] && ! $as_root true 2> /dev/null; }; then
  echo "install these packages first: $*" >&2
  exit 1
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! {
  $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
} > "$log" 2>&1 < /dev/null; then
  tail -n 20 "$log" >&2
  echo "these packages cannot be installed: $*" >&2
  exit 1
fi
