import { concatBytes, fromBase64, fromHex, ok, toBase64, utf8 } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../../../vectors/record/tar.json" with { type: "json" };
import { isTarPath, parseTarHeader, tarEnd, tarFile, tarHeader, tarPadding } from "./tar.ts";
import { readTar, type TarLimits, TarReader } from "./tar-reader.ts";

const limits: TarLimits = { maxFiles: 100, maxFileBytes: 1_000_000, maxTotalBytes: 2_000_000 };
const archive = (...files: readonly (readonly [string, Uint8Array])[]): Uint8Array =>
  concatBytes(...files.map(([path, bytes]) => tarFile(path, bytes)), tarEnd());

describe("writing a bundle", () => {
  test("R-43 byte for byte what another writer of ustar writes", () => {
    const files = vectors.files.map((f) => [f.path, fromHex(f.bytes)] as const);
    expect(toBase64(archive(...files))).toBe(vectors.archive);
    const read = readTar(fromBase64(vectors.archive), limits);
    expect(read.ok && [...read.value]).toEqual(files);
  });

  test("R-43 R-45 refuses paths and sizes that a reader would refuse", () => {
    for (const path of [
      "",
      "/a",
      "a/",
      "a//b",
      "..",
      "../a",
      "a/../b",
      "./a",
      ".a",
      "a b",
      "a\\b",
      "é",
      "a\0",
      "C:a",
      "a".repeat(101),
      `${"a/".repeat(200)}b`,
    ]) {
      expect(() => tarHeader(path, 0), path).toThrow(RangeError);
    }
    for (const size of [-1, 0.5, 8 ** 11, Number.NaN]) expect(() => tarHeader("a", size)).toThrow(RangeError);
    expect(tarPadding(0).length + tarPadding(512).length).toBe(0);
    expect(tarPadding(513).length).toBe(511);
  });
});

describe("reading a bundle", () => {
  for (const v of vectors.bad) {
    test(`R-45 refuses: ${v.why}`, () => {
      expect(readTar(fromBase64(v.archive), limits)).toMatchObject({ ok: false, rule: "R-45" });
    });
  }

  test("R-45 limits on files, on one file and on all together", () => {
    const three = archive(["a", utf8("12345")], ["b", utf8("12345")], ["c", utf8("12345")]);
    expect(readTar(three, limits).ok).toBe(true);
    expect(readTar(three, { ...limits, maxFiles: 2 })).toMatchObject({ code: "too-many-files" });
    expect(readTar(three, { ...limits, maxFileBytes: 4 })).toMatchObject({
      code: "file-too-large",
    });
    expect(readTar(three, { ...limits, maxTotalBytes: 14 })).toMatchObject({
      code: "archive-too-large",
    });
  });

  test("R-45 pieces of any length give the same files", () => {
    const whole = fromBase64(vectors.archive);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1200 }), { minLength: 1 }), (cuts) => {
        const seen: string[] = [];
        let bytes = 0;
        const reader = new TarReader(limits, {
          file: (h) => ok(seen.push(`> ${h.path} ${h.size}`)),
          data: (piece) => void (bytes += piece.length),
          end: (h) => void seen.push(`< ${h.path} ${bytes}`),
        });
        for (let at = 0, i = 0; at < whole.length; i++) {
          const n = cuts[i % cuts.length] as number;
          expect(reader.push(whole.subarray(at, at + n)).ok).toBe(true);
          at += n;
        }
        expect(reader.finish().ok).toBe(true);
        let sum = 0;
        expect(seen).toEqual(
          vectors.files.flatMap((f) => {
            const size = f.bytes.length / 2;
            sum += size;
            return [`> ${f.path} ${size}`, `< ${f.path} ${sum}`];
          }),
        );
      }),
      { numRuns: 50 },
    );
  });

  test("R-43 any files with legal paths make the round trip", () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,20}$/);
    const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((s) => s.join("/"));
    const file = fc.tuple(path, fc.uint8Array({ maxLength: 1500 }));
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ([p]) => p, maxLength: 10 }), (files) => {
        const read = readTar(archive(...files), limits);
        expect(read.ok && [...read.value].map(([p, b]) => [p, toBase64(b)])).toEqual(
          files.map(([p, b]) => [p, toBase64(b)]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("R-45 any bytes are refused or read, and no path gets out", () => {
    const good = archive(["checkpoint", utf8("abc")], ["tile/0/000.p/1", new Uint8Array(32)]);
    const bent = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([i, b]) => good.with(i, b));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 1100 }), bent), (bytes) => {
        const read = readTar(bytes, limits);
        if (read.ok) for (const path of read.value.keys()) expect(isTarPath(path)).toBe(true);
        else expect(read.rule).toBe("R-45");
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ minLength: 500, maxLength: 520 }), (b) => void parseTarHeader(b)));
  });

  test("R-45 after one fault everything more is refused", () => {
    const reader = new TarReader(limits, { file: () => ok(true), data: () => {}, end: () => {} });
    expect(reader.push(new Uint8Array(512).fill(1)).ok).toBe(false);
    expect(reader.push(archive(["a", utf8("x")])).ok).toBe(false);
    expect(reader.finish().ok).toBe(false);
  });
});
