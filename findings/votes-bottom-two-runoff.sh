#!/bin/sh
# votes 3.0.0 (npm), class BottomTwoRunoff.
# Expected: by its README, of the two with the fewest first preferences the one that loses their duel is eliminated, and
#   so on. Thirty strict ballots: B goes first (3 first preferences; D, with 4, beats it), then D (C beats it 23 to 7),
#   and A beats C 17 to 13: A wins alone.
# Seen: A and C are placed first together. The last pair is told apart by how many duels each has won against everybody,
#   those eliminated too, and not by the duel between the two.
# Fails if that changes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund votes@3.0.0
cat >run.mjs <<'JS'
import { BottomTwoRunoff } from "votes";
const ballots = [["DCBA", 4], ["CDBA", 9], ["ACDB", 9], ["BADC", 3], ["ACDB", 5]];
const duel = (x, y) => ballots.reduce((n, [order, many]) => n + (order.indexOf(x) < order.indexOf(y) ? many : 0), 0);
const ranking = new BottomTwoRunoff({
  candidates: ["A", "B", "C", "D"],
  ballots: ballots.map(([order, weight]) => ({ ranking: [...order].map((c) => [c]), weight })),
}).ranking();
console.log(`A over C ${duel("A", "C")} to ${duel("C", "A")}, first: ${[...ranking[0]].sort().join(" ")}`);
JS
seen=$(node run.mjs)
echo "votes $(node -p 'require("./node_modules/votes/package.json").version'): $seen"
[ "$seen" = "A over C 17 to 13, first: A C" ]
