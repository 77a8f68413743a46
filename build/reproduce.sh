#!/bin/bash
# Builds the packages of the commit at HEAD twice, in fresh clones in two folders, and compares them byte by byte.
# Exit code 1 if a package differs, is missing, or lacks the notices of third parties.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."
exec < /dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for copy in one another-one; do
  git clone -q --no-hardlinks . "$work/$copy"
  for project in "$work/$copy"/src/*/*.csproj; do
    CI=true dotnet pack "$project" -c Release -o "$work/packages-$copy" -v q --nologo
  done
  # A build in the same second would hide a time that it writes into a package.
  sleep 2
done

failed=0 count=0
for package in "$work"/packages-one/*.nupkg; do
  name=$(basename "$package")
  count=$((count + 1))
  if ! cmp "$package" "$work/packages-another-one/$name"; then
    failed=1
  elif ! grep -aq 'THIRD-PARTY-NOTICES.txt' "$package"; then
    echo "$name does not hold THIRD-PARTY-NOTICES.txt" >&2
    failed=1
  else
    echo "$(sha256sum < "$package" | cut -d' ' -f1)  $name"
  fi
done
[ "$count" = "$(find src -mindepth 2 -maxdepth 2 -name '*.csproj' | wc -l)" ] || { echo "$count packages were made" >&2; failed=1; }
exit "$failed"
