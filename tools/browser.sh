#!/bin/sh
# Finds or installs Chromium for the browser tests. What is missing is said; in CI it is an error.
set -u
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium for the browser tests."
  apt-get update -qq >/dev/null 2>&1
  if apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1; then
    exit 0
  fi
fi
echo "No Chromium was found and it could not be installed: the browser tests cannot run. Install the package chromium." >&2
[ -z "${CI:-}" ]
