#!/bin/sh
# The entrypoint of the job: installs the connector, at the versions and hashes of requirements.txt, and extracts.
# Beside the libraries of the image and not among them, so that neither changes the other.
set -eu
cd "$(dirname "$0")"
packages="${PACKAGES:-/tmp/packages}"
python3 -m pip install --quiet --disable-pip-version-check --no-cache-dir \
  --require-hashes --target "$packages" --requirement requirements.txt
PYTHONPATH="$packages" exec python3 extract.py "$@"
