import { createHash } from "node:crypto";
import { fromHex, toHex, utf8 } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../../../vectors/record/tiles.json" with { type: "json" };
import { GrowingTree } from "./merkle.ts";
import { verifyConsistency, verifyInclusion } from "./proofs.ts";
import { allTiles, newTiles, parseTilePath, type Tile, TILE_WIDTH, tilePath } from "./tile-path.ts";
import { TileReader } from "./tile-reader.ts";
import { bundleBytes, parseBundle, tileBytes } from "./tiles.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const entry = (i: number): Uint8Array => utf8(`entry ${i}`);
const tree = new GrowingTree(sha256);
for (let i = 0; i < 70_000; i++) tree.appendEntry(entry(i));

const content = (tile: Tile): Uint8Array =>
  tile.level === "entries"
    ? bundleBytes(Array.from({ length: tile.width }, (_, i) => entry(tile.index * TILE_WIDTH + i)))
    : tileBytes(tree, tile);
/** Every file of the record at `size`. */
function files(size: number): Map<string, Uint8Array> {
  const out = new Map<string, Uint8Array>();
  for (const tile of allTiles(size)) out.set(tilePath(tile), content(tile));
  return out;
}
const reader = (size: number, at: (path: string) => Uint8Array | undefined): TileReader =>
  new TileReader(sha256, { size, root: tree.rootAt(size) }, at);
const lazily = (path: string): Uint8Array | undefined => {
  const tile = parseTilePath(path);
  return tile.ok ? content(tile.value) : undefined;
};

describe("tile paths", () => {
  test("R-37 paths, both ways, and every bent path refused", () => {
    for (const v of vectors.paths) {
      const tile = { level: v.level as number | "entries", index: v.index, width: v.width };
      expect(tilePath(tile)).toBe(v.path);
      expect(parseTilePath(v.path)).toEqual({ ok: true, value: tile });
    }
    for (const path of vectors.badPaths) {
      expect(parseTilePath(path), path.slice(0, 80)).toMatchObject({ ok: false, rule: "R-37" });
    }
    expect(() => tilePath({ level: 64, index: 0, width: 1 })).toThrow(RangeError);
    expect(() => tilePath({ level: 0, index: -1, width: 1 })).toThrow(RangeError);
    expect(() => tilePath({ level: 0, index: 0, width: 257 })).toThrow(RangeError);
  });

  test("R-37 any text is refused or writes itself back", () => {
    const part = fc.constantFrom(
      "tile",
      "0",
      "63",
      "64",
      "entries",
      "x001",
      "x000",
      "067",
      "000.p",
      "255",
      "..",
      "",
      "x",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(part).map((p) => p.join("/")),
        ),
        (path) => {
          const tile = parseTilePath(path);
          if (tile.ok) expect(tilePath(tile.value)).toBe(path);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("which tiles", () => {
  test("R-38 the tiles of a size", () => {
    for (const v of vectors.sizes) expect([...allTiles(v.size)].map(tilePath)).toEqual(v.tiles);
    const at70000 = [...allTiles(vectors.counts.size)];
    expect(at70000.filter((t) => t.width < TILE_WIDTH).map(tilePath)).toEqual(vectors.counts.partial);
    for (const [level, count] of Object.entries(vectors.counts.full)) {
      expect(at70000.filter((t) => String(t.level) === level && t.width === TILE_WIDTH).length).toBe(count);
    }
  });

  test("R-39 growth writes just what is new", () => {
    for (const v of vectors.growth) expect([...newTiles(v.from, v.to)].map(tilePath)).toEqual(v.tiles);
    fc.assert(
      fc.property(fc.nat(70_000), fc.nat(3000), (from, more) => {
        const before = new Set([...allTiles(from)].map(tilePath));
        const after = [...allTiles(from + more)].map(tilePath);
        expect([...newTiles(from, from + more)].map(tilePath)).toEqual(after.filter((p) => !before.has(p)));
      }),
      { numRuns: 40 },
    );
    expect(() => [...newTiles(2, 1)]).toThrow(RangeError);
  });

  test("R-38 the bytes of tiles", () => {
    for (const [path, hex] of Object.entries(vectors.tree300)) {
      const tile = parseTilePath(path);
      expect(tile.ok && toHex(tileBytes(tree, tile.value))).toBe(hex);
    }
    expect(() => tileBytes(tree, { level: 0, index: 274, width: 1 })).toThrow(RangeError);
    expect(() => tileBytes(tree, { level: "entries", index: 0, width: 1 })).toThrow(RangeError);
  });
});

describe("bundles of entries", () => {
  test("R-40 bundles, whole and bent", () => {
    const { bytes, entries } = vectors.bundle;
    expect(toHex(bundleBytes(entries.map(fromHex)))).toBe(bytes);
    const read = parseBundle(fromHex(bytes), 3);
    expect(read.ok && read.value.map(toHex)).toEqual(entries);
    for (const v of vectors.badBundles) {
      expect(parseBundle(fromHex(v.bytes), v.count), v.why).toMatchObject({
        ok: false,
        rule: "R-40",
      });
    }
    expect(() => bundleBytes([])).toThrow(RangeError);
    expect(() => bundleBytes(Array.from({ length: 257 }, () => entry(0)))).toThrow(RangeError);
    expect(() => bundleBytes([new Uint8Array(65_536)])).toThrow(RangeError);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(20), (raw, count) => {
        const parsed = parseBundle(raw, count);
        if (parsed.ok && count > 0) expect(toHex(bundleBytes(parsed.value))).toBe(toHex(raw));
      }),
    );
  });
});

describe("reading tiles", () => {
  test("R-41 entries, leaves, roots and proofs from tiles alone", async () => {
    for (const size of [1, 2, 255, 256, 257, 600, 65_536, 65_537, 70_000]) {
      const tiles = reader(size, lazily);
      const head = { size, root: tree.rootAt(size) };
      for (const index of new Set([0, Math.floor(size / 2), size - 1])) {
        expect(await tiles.entry(index)).toEqual({ ok: true, value: entry(index) });
        const leaf = await tiles.leaf(index);
        const proof = await tiles.inclusionProof(index);
        expect(leaf.ok && proof.ok && verifyInclusion(sha256, leaf.value, index, head, proof.value).ok).toBe(true);
      }
      for (const old of new Set([1, Math.ceil(size / 3), size])) {
        const root = await tiles.rootAt(old);
        expect(root.ok && toHex(root.value)).toBe(toHex(tree.rootAt(old)));
        const proof = await tiles.consistencyProof(old);
        const older = { size: old, root: tree.rootAt(old) };
        expect(proof.ok && verifyConsistency(sha256, older, head, proof.value).ok).toBe(true);
      }
    }
    await expect(reader(5, lazily).entry(5)).rejects.toThrow(RangeError);
    expect((await reader(0, lazily).rootAt(0)).ok).toBe(true);
  });

  test("R-41 a run of entries, across bundles", async () => {
    const got: number[] = [];
    for await (const e of reader(600, lazily).entries(250, 600)) {
      expect(e.ok && toHex(e.value.bytes)).toBe(e.ok && toHex(entry(e.value.index)));
      if (e.ok) got.push(e.value.index);
    }
    expect(got).toEqual(Array.from({ length: 350 }, (_, i) => i + 250));
  });

  test("R-38 R-41 a full tile stands in for a partial one", async () => {
    const later = files(512);
    const tiles = reader(300, (path) => later.get(path) ?? (path.startsWith("tile/1/") ? lazily(path) : undefined));
    expect(await tiles.entry(299)).toEqual({ ok: true, value: entry(299) });
    expect((await tiles.inclusionProof(299)).ok).toBe(true);
  });

  test("R-41 no changed, missing, longer or exchanged file is believed", async () => {
    const whole = files(700);
    const readAll = async (at: Map<string, Uint8Array>): Promise<string | undefined> => {
      const tiles = reader(700, (path) => at.get(path));
      for await (const e of tiles.entries(0, 700)) if (!e.ok) return e.rule;
      const root = await tiles.rootAt(256);
      return root.ok ? undefined : root.rule;
    };
    expect(await readAll(whole)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole.keys()), fc.nat(), fc.nat(4), async (path, where, how) => {
        const bent = new Map(whole);
        const bytes = (whole.get(path) as Uint8Array).slice();
        const at = where % bytes.length;
        bytes[at] = (bytes[at] as number) ^ (1 + (where % 255));
        if (how === 0) bent.delete(path);
        else if (how === 1) bent.set(path, (whole.get(path) as Uint8Array).slice(0, -1));
        else if (how === 2) bent.set(path, new Uint8Array([...(whole.get(path) as Uint8Array), 0]));
        else bent.set(path, bytes);
        expect(await readAll(bent)).toMatch(/^R-4[01]$/);
      }),
      { numRuns: 120 },
    );
    const swapped = new Map(whole);
    swapped.set("tile/0/000", whole.get("tile/0/001") as Uint8Array);
    swapped.set("tile/entries/000", whole.get("tile/entries/001") as Uint8Array);
    expect(await readAll(swapped)).toBe("R-41");
  });

  test("R-41 tiles of one record don't pass under the checkpoint of another", async () => {
    const tiles = new TileReader(sha256, { size: 300, root: sha256(utf8("other")) }, lazily);
    expect(await tiles.entry(0)).toMatchObject({ ok: false, rule: "R-41" });
    expect(await tiles.rootAt(300)).toMatchObject({
      ok: false,
      code: "tiles-do-not-give-the-root",
    });
  });

  test("R-41 a fault that passes is not remembered", async () => {
    let broken = true;
    const tiles = new TileReader(sha256, { size: 300, root: tree.rootAt(300) }, (path) => {
      if (broken) throw new Error("no network");
      return lazily(path);
    });
    await expect(tiles.entry(0)).rejects.toThrow("no network");
    broken = false;
    expect(await tiles.entry(0)).toEqual({ ok: true, value: entry(0) });
  });
});
