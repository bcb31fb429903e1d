#!/usr/bin/env bash
# What the GitHub action runs: paths one a line, options by blanks; the job's outputs from the JSON report.
set -uo pipefail
set -f # no globbing: names are taken as they are written
paths=()
while IFS= read -r path; do
  path="${path%$'\r'}"
  [ -z "${path// /}" ] || paths+=("$path")
done <<<"$LINT_PATHS"
read -r -d '' -a arguments <<<"$LINT_ARGUMENTS" || true
summary="$RUNNER_TEMP/advocacy-lint.json"
files=(--output-file "json=$summary")
[ -z "$LINT_SARIF" ] || files+=(--output-file "sarif=$LINT_SARIF")
"${ADVOCACY_LINT:-$RUNNER_TEMP/advocacy-lint/bin/advocacy-lint}" check --format github "${files[@]}" "${arguments[@]}" -- "${paths[@]}"
code=$?
{
  echo "exit-code=$code"
  echo "sarif=$LINT_SARIF"
  if [ -f "$summary" ]; then
    python3 - "$summary" <<'PYTHON'
import json, sys

found = json.load(open(sys.argv[1], encoding="utf-8"))["summary"]
print(f"posts={found['posts']}")
print(f"mean-score={'' if found['mean_score'] is None else found['mean_score']}")
PYTHON
  fi
} >>"$GITHUB_OUTPUT"
exit "$code"
