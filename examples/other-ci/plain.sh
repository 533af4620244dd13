#!/bin/sh
# Any CI that can run a shell: exit code 0 pass, 1 the gate failed, 2 wrong use, 3 nothing could be measured.
# The reports are in .perf-gate/: report.json, report.html, junit.xml, comment.md.
set -eu
: "${BASE:=origin/main}"
exec ${PERF_GATE:-npx --yes perf-gate} run --base "$BASE" --no-color
