#!/bin/sh
# zbar 0.23.92 (Debian 12: libzbar0 0.23.92-7+deb12u1, zbar-tools of the same version) with codes drawn by uqr 0.1.3.
# Expected: a text in a QR code comes back as it was; both take text that isn't ASCII for UTF-8, as phones do.
# Seen: uqr writes UTF-8 without saying so (there is no ECI), and zbar guesses. It gives "Łódź" back as it was, but takes
#   "Gül", "Zoë" for Big5 and "Dvořák", "山田" for Shift JIS, without a warning; jsQR 1.4.0 reads all of them. Only zbar's
#   binary mode gives the bytes. So a code that people carry by any scanner must be ASCII alone. Fails if that changes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q zbar-tools=0.23.92-7+deb12u1 libzbar0=0.23.92-7+deb12u1 >/dev/null 2>&1
for deb in *.deb; do dpkg-deb -x "$deb" tree; done
# What zbar stands on is Debian's, of whatever point release this machine has.
command -v zbarimg >/dev/null || apt-get install -y -q --no-install-recommends zbar-tools >/dev/null 2>&1
npm init -y >/dev/null
npm install --silent uqr@0.1.3 jsqr@1.4.0 >/dev/null 2>&1
cat >draw.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { encode } from "uqr";
import jsqr from "jsqr";
const texts = ["Łódź", "Gül", "Zoë", "Dvořák", "山田"];
for (const [n, text] of texts.entries()) {
  const { data, size } = encode(text, { border: 4, ecc: "M" });
  const side = size * 4;
  const dark = (x, y) => data[Math.floor(y / 4)][Math.floor(x / 4)];
  const grey = Uint8Array.from({ length: side * side }, (_, i) => (dark(i % side, Math.floor(i / side)) ? 0 : 255));
  writeFileSync(`${n}.pgm`, Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), grey]));
  const rgba = Uint8ClampedArray.from({ length: side * side * 4 }, (_, i) => (i % 4 === 3 ? 255 : grey[i >> 2]));
  const read = (jsqr.default ?? jsqr)(rgba, side, side)?.data;
  console.log(`${text}: jsQR ${read}`);
  if (read !== text) process.exit(1);
}
JS
node draw.mjs
scan() { LD_LIBRARY_PATH="$dir/tree/usr/lib/$(uname -m)-linux-gnu" tree/usr/bin/zbarimg -q --raw "$@" 2>/dev/null; }
for n in 0 1 2 3 4; do echo "zbar: $(scan $n.pgm)"; done
[ "$(scan 0.pgm)" = "Łódź" ]
[ "$(scan 1.pgm)" = "G羹l" ]
[ "$(scan 2.pgm)" = "Zo禱" ]
[ "$(scan 3.pgm)" = "Dvoﾅ凖｡k" ]
[ "$(scan 4.pgm)" != "山田" ]
[ "$(scan -Sbinary 3.pgm)" = "Dvořák" ]
