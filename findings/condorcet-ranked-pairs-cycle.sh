#!/bin/sh
# condorcet 0.1.0 (npm), class RankedPair.
# Expected: eleven strict ballots on three candidates, a plain cycle whose three duels have different strengths
#   (C over A 9 to 2, A over B 7 to 4, B over C 6 to 5). Ranked pairs locks the first two, leaves out the third: C wins.
# Seen: `rank()` throws "More than one graph source was found. This should never happen."
# Who compares a count of ours with this library must leave cycles out. Fails if that changes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund condorcet@0.1.0
cat >run.cjs <<'JS'
const { RankedPair } = require("condorcet");
const count = new RankedPair(new Set(["A", "B", "C"]));
for (const [order, many] of [["BCA", 4], ["CAB", 5], ["ABC", 2]])
  count.addBallot(new Map([...order].map((name, i) => [name, i + 1])), many);
try {
  console.log("ranked:", count.rank().join(" "));
} catch (error) {
  console.log("threw:", error.message);
}
JS
seen=$(node run.cjs)
echo "condorcet $(node -p 'require("condorcet/package.json").version'): $seen"
[ "$seen" = "threw: More than one graph source was found. This should never happen." ]
