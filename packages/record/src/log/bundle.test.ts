import { createHash, createPrivateKey, createPublicKey, sign, verify as nodeVerify } from "node:crypto";
import { type BodyId, concatBytes, fromHex, ok, refuse, type Result, toHex, utf8 } from "@nabat/kernel";
import { describe, expect, test } from "vitest";
import { checkEntries, recordPaths } from "./bundle.ts";
import {
  checkpointLine,
  checkpointMessage,
  clerkKey,
  formatCheckpoint,
  originOf,
  parseCheckpoint,
} from "./checkpoint.ts";
import { GrowingTree } from "./merkle.ts";
import { formatNote } from "./note.ts";
import { verifyNote } from "./note-verify.ts";
import { tarEnd, tarFile } from "./tar.ts";
import { readTar } from "./tar-reader.ts";
import { parseTilePath, TILE_WIDTH, type Tile } from "./tile-path.ts";
import { TileReader } from "./tile-reader.ts";
import { bundleBytes, tileBytes } from "./tiles.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const DER = fromHex("302a300506032b6570032100");
const verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  nodeVerify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([DER, publicKey]), format: "der", type: "spki" }),
    signature,
  );
const secret = createPrivateKey({
  key: Buffer.concat([fromHex("302e020100300506032b657004220420"), sha256(utf8("clerk"))]),
  format: "der",
  type: "pkcs8",
});
const publicKey = new Uint8Array(createPublicKey(secret).export({ format: "der", type: "spki" })).slice(-32);
const body = toHex(sha256(utf8("a founding act"))) as BodyId;
const key = clerkKey(sha256, body, publicKey);

const SIZE = 600;
const entries = Array.from({ length: SIZE }, (_, i) => utf8(`entry ${i}`));
const bundlesOf = (all: readonly Uint8Array[]): Uint8Array[] => {
  const out: Uint8Array[] = [];
  for (let i = 0; i < all.length; i += TILE_WIDTH) out.push(bundleBytes(all.slice(i, i + TILE_WIDTH)));
  return out;
};

/** The whole archive of a record that holds `all`, signed by the clerk. */
function archive(all: readonly Uint8Array[]): Uint8Array {
  const tree = new GrowingTree(sha256);
  for (const e of all) tree.appendEntry(e);
  const checkpoint = { origin: originOf(body), size: all.length, root: tree.root() };
  const signature = new Uint8Array(sign(null, checkpointMessage(checkpoint), secret));
  const note = formatNote({
    text: formatCheckpoint(checkpoint),
    signatures: [checkpointLine(key, signature)],
  });
  const content = (tile: Tile): Uint8Array =>
    tile.level === "entries" ? (bundlesOf(all)[tile.index] as Uint8Array) : tileBytes(tree, tile);
  const files = [...recordPaths(all.length)].map((path) => {
    const tile = parseTilePath(path);
    return tarFile(path, tile.ok ? content(tile.value) : note);
  });
  return concatBytes(...files, tarEnd());
}

/** All that a stranger does with a bundle. */
async function checked(bytes: Uint8Array): Promise<Result<number>> {
  const files = readTar(bytes, { maxFiles: 1000, maxFileBytes: 1 << 24, maxTotalBytes: 1 << 26 });
  if (!files.ok) return files;
  const signed = parseCheckpoint(files.value.get("checkpoint") ?? new Uint8Array(0));
  if (!signed.ok) return signed;
  if (signed.value.checkpoint.origin !== originOf(body)) return refuse("R-25", "another-body");
  const signers = verifyNote(verify, signed.value.note, [key]);
  if (!signers.ok) return signers;
  const { size } = signed.value.checkpoint;
  const reader = new TileReader(sha256, signed.value.checkpoint, (path) => files.value.get(path));
  for await (const e of reader.entries(0, size)) if (!e.ok) return e;
  return ok(size);
}

describe("an exported record", () => {
  test("R-44 the checkpoint first, entries next, then hashes from the bottom up", () => {
    expect([...recordPaths(0)]).toEqual(["checkpoint"]);
    expect([...recordPaths(300)]).toEqual([
      "checkpoint",
      "tile/entries/000",
      "tile/entries/001.p/44",
      "tile/0/000",
      "tile/0/001.p/44",
      "tile/1/000.p/1",
    ]);
  });

  test("R-43 R-44 the same record gives the same bytes", () => {
    expect(toHex(sha256(archive(entries)))).toBe(toHex(sha256(archive(entries))));
  });

  test("R-46 a bundle proves itself, and no bent one does", async () => {
    const whole = archive(entries);
    expect(await checked(whole)).toEqual({ ok: true, value: SIZE });
    const step = 1009;
    for (let at = 0; at < whole.length; at += step) {
      const bent = whole.with(at, (whole[at] as number) ^ 4);
      expect((await checked(bent)).ok, `byte ${at}`).toBe(false);
    }
    expect((await checked(whole.subarray(0, whole.length - 1024))).ok).toBe(false);
  });

  test("R-42 all entries hashed give the root of the checkpoint, or the record is faulty", () => {
    const tree = new GrowingTree(sha256);
    for (const e of entries) tree.appendEntry(e);
    const head = { size: SIZE, root: tree.root() };
    let count = 0;
    const good = checkEntries(sha256, head, bundlesOf(entries), (_, i) => expect(i).toBe(count++));
    expect(good.ok && toHex(good.value.rootAt(77))).toBe(toHex(tree.rootAt(77)));
    expect(count).toBe(SIZE);
    const edited = entries.with(5, utf8("edited"));
    const swapped = entries.with(5, entries[6] as Uint8Array).with(6, entries[5] as Uint8Array);
    for (const all of [edited, swapped]) {
      expect(checkEntries(sha256, head, bundlesOf(all))).toMatchObject({
        ok: false,
        rule: "R-42",
        code: "another-root",
      });
    }
    expect(checkEntries(sha256, head, bundlesOf(entries).slice(0, 2))).toMatchObject({
      ok: false,
      rule: "R-42",
    });
    expect(checkEntries(sha256, head, [...bundlesOf(entries), bundleBytes([utf8("more")])])).toMatchObject({
      rule: "R-42",
    });
    expect(checkEntries(sha256, head, bundlesOf(entries.slice(0, -1)))).toMatchObject({
      ok: false,
      rule: "R-40",
    });
    expect(checkEntries(sha256, { size: 0, root: sha256(new Uint8Array(0)) }, []).ok).toBe(true);
  });
});
