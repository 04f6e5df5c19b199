#!/bin/sh
# Check clinic copy with medlint, in any CI that has a shell, git and Python 3.11 or newer.
#
#   sh medlint.sh PATH… [OPTION…]      # what `medlint check` takes
#
# MEDLINT_INSTALL   what pip installs; “none”: medlint is on PATH
# MEDLINT_VENV      where it is installed (.medlint-venv); may be kept from run to run
# MEDLINT_REPORTS   where the reports are kept (medlint-reports): medlint.json, .sarif, .junit.xml
# MEDLINT_DIFF      a git revision; only findings on lines changed since then are told
#
# Ends with medlint's own status: 0 nothing to fix, 1 findings, 2 something could not be read or used, 3 a fault.
set -eu

: "${MEDLINT_INSTALL:=medlint @ git+https://github.com/medlint/medlint@v0.1.0}"
: "${MEDLINT_VENV:=.medlint-venv}"
: "${MEDLINT_REPORTS:=medlint-reports}"

if [ "$#" -eq 0 ]; then
  echo "usage: sh medlint.sh PATH… [OPTION…]" >&2
  exit 2
fi

if [ "$MEDLINT_INSTALL" != none ]; then
  python3 -c 'import sys; sys.exit("medlint needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)' || exit 2
  { python3 -m venv "$MEDLINT_VENV" && "$MEDLINT_VENV/bin/pip" install --quiet -- "$MEDLINT_INSTALL"; } || exit 2
  PATH=$MEDLINT_VENV/bin:$PATH
fi

# Old reports must not pass for those of a run that could not write its own.
mkdir -p "$MEDLINT_REPORTS"
rm -f "$MEDLINT_REPORTS/medlint.json" "$MEDLINT_REPORTS/medlint.sarif" "$MEDLINT_REPORTS/medlint.junit.xml"

if [ -n "${MEDLINT_DIFF:-}" ]; then
  set -- "--diff=$MEDLINT_DIFF" "$@"
fi
status=0
medlint check --format text \
  --format json --output "$MEDLINT_REPORTS/medlint.json" \
  --format sarif --output "$MEDLINT_REPORTS/medlint.sarif" \
  --format junit --output "$MEDLINT_REPORTS/medlint.junit.xml" \
  "$@" || status=$?
exit "$status"
