#!/bin/sh
# Write the locks anew from pyproject.toml: hashed requirements, without addresses. Needs uv.
set -eu
cd "$(dirname "$0")/.."
export_lock() {
  out=$1
  shift
  uv export --quiet --no-emit-project --all-extras --no-default-groups "$@" --format requirements-txt -o "$out" >/dev/null
}
export_lock requirements.lock --no-extra frames
export_lock requirements-dev.lock --group dev
export_lock requirements-bench.lock --no-extra frames --group bench
