#!/bin/sh
# schulze-method 2.0.0 (npm).
# Expected: its README calls `run(candidates, ballots)` with the names of the candidates and shows a list of names, best
#   first. Three ballots that all put B first should begin with B.
# Seen: in the published code the first argument is a number. With the README's call it doesn't throw: it answers that
#   the first candidate alone is placed, whatever the ballots say. With a number it puts B first.
# Fails if that changes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund schulze-method@2.0.0
grep -q 'schulze.run(candidates, ballots)' node_modules/schulze-method/readme.md
cat >run.cjs <<'JS'
const schulze = require("schulze-method");
const ballots = [[2, 1, 3], [2, 1, 3], [3, 1, 2]];
console.log(JSON.stringify(schulze.run(["A", "B", "C"], ballots)), JSON.stringify(schulze.run(3, ballots)[0]));
JS
seen=$(node run.cjs)
echo "schulze-method $(node -p 'require("schulze-method/package.json").version'): $seen"
[ "$seen" = '[{"place":1,"indexes":[0]}] {"place":1,"indexes":[1]}' ]
