#!/usr/bin/env bash
# The shell part of the action: installs medlint, runs it once, and tells GitHub what came of it.
# Its inputs are the environment variables INPUT_…. It ends with medlint's own exit status.
# Bash 3.2 has to do (macOS): an array that may be empty is expanded as ${array[@]+"${array[@]}"}.
set -euo pipefail

say_error() {
  local message=${1//'%'/%25}
  message=${message//$'\r'/%0D}
  printf '::error title=medlint::%s\n' "${message//$'\n'/%0A}"
}

fail() {
  say_error "$1"
  printf 'status=2\n' >>"$GITHUB_OUTPUT"
  exit 2
}

# Reads an input into the array `lines`: one element a line, blank ones left out.
read_lines() {
  lines=()
  local line
  while IFS= read -r line || [[ -n $line ]]; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    if [[ -n $line ]]; then lines+=("$line"); fi
  done <<<"$1"
}

find_python() {
  local name
  for name in python3 python; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
      python=$name
      return
    fi
  done
  fail "medlint needs Python 3.11 or newer; put actions/setup-python before it"
}

install_medlint() {
  read_lines "${INPUT_INSTALL:-}"
  if [[ ${#lines[@]} -eq 0 ]]; then
    local own
    own=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
    lines=("$own${INPUT_EXTRAS:+[$INPUT_EXTRAS]}")
  elif [[ ${lines[0]} == none ]]; then
    return
  fi
  "$python" -m venv "$work/venv"
  local bin=$work/venv/bin
  if [[ -d $work/venv/Scripts ]]; then bin=$work/venv/Scripts; fi
  "$bin/python" -m pip install --quiet --disable-pip-version-check -- "${lines[@]}" || fail "medlint could not be installed"
  PATH=$bin:$PATH
}

work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/medlint.XXXXXX")
sarif=${INPUT_SARIF_FILE:-$work/medlint.sarif}
if [[ $sarif != *.sarif || $sarif == *$'\n'* ]]; then fail "sarif-file has to end with .sarif"; fi
if [[ $sarif != /* && $sarif != [A-Za-z]:* ]]; then sarif=$PWD/$sarif; fi

# The JSON report comes last: where it is, the others are those of this run.
options=(--format github --format text --output "$work/report.txt" --format markdown --output "$work/summary.md")
options+=(--format sarif --output "$sarif" --format json --output "$work/medlint.json")
if [[ -n ${INPUT_CONFIG:-} ]]; then options+=("--config=$INPUT_CONFIG"); fi
if [[ -n ${INPUT_BASELINE:-} ]]; then options+=("--baseline=$INPUT_BASELINE"); fi
if [[ -n ${INPUT_FAIL_ON:-} ]]; then options+=("--fail-on=$INPUT_FAIL_ON"); fi
if [[ -n ${INPUT_DIFF_BASE:-} ]]; then
  if ! git rev-parse --quiet --verify --end-of-options "$INPUT_DIFF_BASE^{commit}" >/dev/null; then
    fail "diff-base: there is no revision $INPUT_DIFF_BASE here; give actions/checkout fetch-depth: 0"
  fi
  options+=("--diff=$INPUT_DIFF_BASE")
fi
read_lines "${INPUT_ARGS:-}"
options+=(${lines[@]+"${lines[@]}"})
read_lines "${INPUT_PATHS:-.}"
paths=(${lines[@]+"${lines[@]}"})
if [[ ${#paths[@]} -eq 0 ]]; then fail "paths: name at least one file or folder"; fi

find_python
install_medlint
status=0
medlint check "${options[@]}" -- "${paths[@]}" || status=$?
if [[ -s $work/report.txt ]]; then
  # What a page says is no command to the runner.
  token=$("$python" -c 'import secrets; print(secrets.token_hex(16))')
  printf '::stop-commands::%s\n' "$token"
  cat "$work/report.txt"
  printf '::%s::\n' "$token"
fi

printf 'status=%s\n' "$status" >>"$GITHUB_OUTPUT"
if [[ -s $work/medlint.json ]]; then
  printf 'sarif-file=%s\n' "$sarif" >>"$GITHUB_OUTPUT"
  "$python" -c '
import json, sys
summary = json.load(open(sys.argv[1], encoding="utf-8"))["summary"]
for name, key in (("findings", "findings"), ("errors", "error"), ("warnings", "warning")):
    print(f"{name}={summary[key]}")
' "$work/medlint.json" >>"$GITHUB_OUTPUT"
fi
if [[ $status -ge 2 ]]; then
  told="medlint could not check everything (exit status $status): the log of this step says why."
  say_error "$told"
fi
if [[ ${INPUT_STEP_SUMMARY:-true} == true ]]; then
  {
    if [[ -n ${told:-} ]]; then printf '**%s**\n\n' "$told"; fi
    if [[ -s $work/summary.md ]]; then cat "$work/summary.md"; fi
  } >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
