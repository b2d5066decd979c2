#!/bin/sh
# stv 0.0.2 (npm), "TypeScript implementation of STV".
# Expected: after installing it, `require("stv")` gives the function that its README uses.
# Seen: the published package lacks the file that its entry asks for; it can't be loaded at all.
# So it is no peer to compare counts of single transferable votes with. Fails if that changes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund stv@0.0.2
seen=$(node -e 'try { require("stv"); console.log("loaded"); } catch (e) { console.log(e.code, e.message.split("\n")[0]); }')
echo "stv $(node -p 'require("./node_modules/stv/package.json").version'): $seen"
[ "$seen" = "MODULE_NOT_FOUND Cannot find module './stv'" ]
