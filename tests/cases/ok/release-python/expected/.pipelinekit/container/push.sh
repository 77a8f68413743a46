# Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
# An edit here is reported by `generate --check` and never overwritten.
#!/bin/sh
# Pushes an image that an earlier job has built, by its commit and by the branch or version.
# Arguments: the engine (docker or buildah), the archive, the image's name in it, and its name in the registry.
# Without the last one the image goes to the platform's own registry, under the name of the repository.
set -eu
engine=$1 archive=$2 built=$3 name=${4:-}

if [ -n "$name" ]; then
  registry=${name%%/*} user=$REGISTRY_USER password=$REGISTRY_PASSWORD
elif [ -n "${CI_REGISTRY_IMAGE:-}" ]; then
  registry=$CI_REGISTRY name=$CI_REGISTRY_IMAGE user=$CI_REGISTRY_USER password=$CI_REGISTRY_PASSWORD
elif [ -n "${GITHUB_REPOSITORY:-}" ]; then
  registry=${GITHUB_SERVER_URL#*://} user=$GITHUB_ACTOR password=$REGISTRY_PASSWORD
  if [ "$registry" = github.com ]; then registry=ghcr.io; fi
  name=$registry/$(printf '%s' "$GITHUB_REPOSITORY" | tr '[:upper:]' '[:lower:]')
else
  echo "no platform with a registry of its own: give the stage the input \"repository\"" >&2
  exit 1
fi

commit=${CI_COMMIT_SHA:-${GITHUB_SHA:-$(git rev-parse HEAD)}}
ref=${CI_COMMIT_REF_NAME:-${GITHUB_REF_NAME:-$(git symbolic-ref --short HEAD)}}
# v1.2.3 is the version 1.2.3; a branch keeps its name, with what a tag may not hold replaced.
case $ref in
  v[0-9]*) ref=${ref#v} ;;
esac
ref=$(printf '%s' "$ref" | tr -c 'A-Za-z0-9_.-' '-' | cut -c1-128)

case $engine in
  docker) docker load --input "$archive" ;;
  buildah) buildah pull "docker-archive:$archive" ;;
esac
printf '%s' "$password" | "$engine" login --username "$user" --password-stdin "$registry"
for tag in "$ref" "sha-$(printf '%s' "$commit" | cut -c1-12)"; do
  "$engine" tag "$built" "$name:$tag"
  "$engine" push "$name:$tag"
  echo "pushed $name:$tag"
done
