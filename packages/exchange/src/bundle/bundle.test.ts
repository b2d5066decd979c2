/** A record written as one file comes back as it was; a damaged file is refused and never half read. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS, stateHash } from "@nabat/body";
import { bundleReader, check, type Tools } from "@nabat/body/checker/mod.ts";
import { concatBytes, type Hash, toHex, utf8 } from "@nabat/kernel";
import { sha256, verify } from "@nabat/platform";
import { type Grade, GRADES, manifestBytes, originOf, parseManifest, tarEnd, tarFile } from "@nabat/record";
import { Assembly, besideOf, checkpointOf, entriesOf, keyFrom, treeOf } from "@nabat/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { backupPieces, openBackup } from "./backup.ts";
import { openRecord } from "./open.ts";
import { ArchiveFault } from "./tar-file.ts";
import { BundleError, type BundleParts, writeBundle } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-bundle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tools: Tools = { kinds: KINDS, sha256, read: bundleReader(sha256, verify), verify };
const { house } = new Assembly(["ana", "bo", "cem", "dora"], { label: "bundle" });
const entries = entriesOf(house);
const tree = treeOf(entries);

function partsOf(change: Partial<BundleParts> = {}, grades: readonly Grade[] = GRADES): BundleParts {
  const manifest = {
    format: 1 as const,
    body: house.body,
    origin: originOf(house.body),
    size: tree.size,
    root: toHex(tree.root()),
    clerkKeys: [{ epoch: 0, key: keyFrom("clerk").id }],
    made: 1_790_000_000_000,
    grades,
  };
  const attachments = [...besideOf(house)].map(([hash, attachment]) => ({ hash, attachment }));
  return { manifest, checkpoint: checkpointOf(house, tree), entries: [entries], evidence: [], attachments, ...change };
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece.slice());
  return concatBytes(...all);
}

async function verdictOf(path: string) {
  const open = await openRecord(path);
  try {
    return (await check(open.source, tools)).verdict;
  } finally {
    await open.close();
  }
}

function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe("a bundle (R-43, R-44)", () => {
  it("holds the whole record: checked from the file it comes to the same state", async () => {
    const verdict = await verdictOf(put("whole.tar", await bytesOf(writeBundle(sha256, partsOf()))));
    expect(verdict.ok && verdict.summary).toMatchObject({
      state: stateHash(sha256, house.state),
      entries: entries.length,
      attachments: { unread: 0 },
    });
  });

  it("is the same bytes whatever portions the entries came in", async () => {
    const one = await bytesOf(writeBundle(sha256, partsOf()));
    const other = await bytesOf(writeBundle(sha256, partsOf({ entries: entries.map((e) => [e]) })));
    expect(toHex(sha256(one))).toBe(toHex(sha256(other)));
  });

  it("unpacks with tar into a folder that any web host could serve, and that checks alike", async () => {
    const into = mkdtempSync(join(folder, "unpacked-"));
    execFileSync("tar", ["xf", put("plain.tar", await bytesOf(writeBundle(sha256, partsOf()))), "-C", into]);
    expect((await verdictOf(into)).ok).toBe(true);
  });

  it("a grade that it says it holds must be there; another may be left out", async () => {
    const some = partsOf().attachments as { hash: Hash }[];
    const without = partsOf({ attachments: some.slice(1) as never });
    const verdict = await verdictOf(put("less.tar", await bytesOf(writeBundle(sha256, without))));
    expect(verdict.ok ? "holds" : verdict.fault.refusal.rule).toBe("R-47");
    const none = partsOf({ attachments: [] }, []);
    expect((await verdictOf(put("none.tar", await bytesOf(writeBundle(sha256, none))))).ok).toBe(true);
  });

  it("is not written where entries and checkpoint tell different stories", async () => {
    await expect(bytesOf(writeBundle(sha256, partsOf({ entries: [entries.slice(0, -1)] })))).rejects.toThrow(
      BundleError,
    );
  });
});

describe("a damaged bundle is refused", () => {
  const faultOf = async (bytes: Uint8Array): Promise<string> => {
    try {
      const verdict = await verdictOf(put("damaged.tar", bytes));
      return verdict.ok ? "holds" : verdict.fault.refusal.rule;
    } catch (error) {
      if (error instanceof ArchiveFault) return error.refusal.rule;
      throw error;
    }
  };

  it("R-45: cut off anywhere, or with a byte changed in any header", async () => {
    const whole = await bytesOf(writeBundle(sha256, partsOf()));
    for (const share of [0.01, 0.3, 0.7, 0.95])
      expect(await faultOf(whole.slice(0, Math.floor(whole.length * share)))).toBe("R-45");
    expect(await faultOf(whole.slice(0, -512))).toBe("R-45");
    const bent = whole.slice();
    bent[130] = (bent[130] ?? 0) ^ 1;
    expect(await faultOf(bent)).toBe("R-45");
  });

  it("R-45: upward paths and a path twice; R-44: no checkpoint, files after the attachments", async () => {
    const checkpoint = tarFile("checkpoint", checkpointOf(house, tree));
    expect(await faultOf(concatBytes(checkpoint, checkpoint, tarEnd()))).toBe("R-45");
    expect(await faultOf(concatBytes(tarFile("nabat", utf8("x")), tarEnd()))).toBe("R-44");
    expect(() => tarFile("../checkpoint", utf8("x"))).toThrow();
    const whole = await bytesOf(writeBundle(sha256, partsOf()));
    const late = concatBytes(whole.slice(0, -1024), tarFile("tile/0/001", new Uint8Array(32)), tarEnd());
    expect(await faultOf(late)).toBe("R-44");
  });

  it("R-45: anything but zeroes in the padding or after the end", async () => {
    const whole = await bytesOf(writeBundle(sha256, partsOf()));
    const first = 512 + checkpointOf(house, tree).length;
    for (const at of [first, whole.length - 1030]) {
      const bent = whole.slice();
      expect(bent[at]).toBe(0);
      bent[at] = 1;
      expect([at, await faultOf(bent)]).toEqual([at, "R-45"]);
    }
    expect(await faultOf(concatBytes(whole, utf8("and so on")))).toBe("R-45");
    expect(await faultOf(concatBytes(whole, tarFile("checkpoint", utf8("x")), tarEnd()))).toBe("R-45");
    expect(await faultOf(concatBytes(whole, new Uint8Array(8 * 512)))).toBe("holds");
  });

  it("R-45: an attachment that stands there twice; R-44: attachments out of order, files of no bundle", async () => {
    const whole = await bytesOf(writeBundle(sha256, partsOf()));
    const hashes = (partsOf().attachments as { hash: Hash }[]).map((a) => a.hash).toSorted();
    const last = hashes.at(-1) as string;
    const again = (path: string) => concatBytes(whole.slice(0, -1024), tarFile(path, utf8("other bytes")), tarEnd());
    expect(await faultOf(again(`attachments/${last}`))).toBe("R-45");
    expect(await faultOf(again(`attachments/${hashes[0]}`))).toBe("R-44");
    expect(await faultOf(again("attachments/zzz"))).toBe("R-44");
    const checkpoint = 1024;
    for (const stray of ["readme.txt", "tile/00/000", "evidence/x", "tile/entries/0"]) {
      const more = concatBytes(whole.slice(0, checkpoint), tarFile(stray, utf8("x")), whole.slice(checkpoint));
      expect([stray, await faultOf(more)]).toEqual([stray, "R-44"]);
    }
  });

  it("R-48: a manifest that contradicts the record", async () => {
    const { manifest } = partsOf();
    const { size, root, clerkKeys } = manifest;
    const lie = async (change: object) => {
      const bytes = await bytesOf(writeBundle(sha256, partsOf()));
      const [old, made] = [manifest, { ...manifest, ...change }].map((m) => manifestBytes(m));
      const at = Buffer.from(bytes).indexOf(Buffer.from(old as Uint8Array)) - 512;
      const padded = 512 + Math.ceil((old as Uint8Array).length / 512) * 512;
      return faultOf(
        concatBytes(bytes.slice(0, at), tarFile("nabat.json", made as Uint8Array), bytes.slice(at + padded)),
      );
    };
    expect(await lie({})).toBe("holds");
    expect(await lie({ made: 2 })).toBe("holds");
    expect(await lie({ size: size - 1 })).toBe("R-48");
    expect(await lie({ root: (root.startsWith("0") ? "1" : "0") + root.slice(1) })).toBe("R-48");
    const other = "0".repeat(64) as typeof manifest.body;
    expect(await lie({ body: other, origin: originOf(other) })).toBe("R-48");
    expect(await lie({ clerkKeys: [{ epoch: 0, key: keyFrom("another").id }] })).toBe("R-48");
    expect(await lie({ clerkKeys: [] })).toBe("R-48");
    expect(await lie({ clerkKeys: [...clerkKeys, { epoch: 1, key: keyFrom("another").id }] })).toBe("R-48");
  });

  it("R-48: a manifest of another format", () => {
    for (const text of ["", "[]", "null", "{}", '{"format":2}', "{"]) {
      const read = parseManifest(utf8(text));
      expect(read.ok ? "read" : read.rule).toBe("R-48");
    }
  });
});

describe("a backup of a clerk (R-49)", () => {
  it("holds each body as a bundle of its own", async () => {
    const other = new Assembly(["eli", "fay", "gus"], { label: "second" }).house;
    const otherTree = treeOf(entriesOf(other));
    const second = {
      ...partsOf(),
      checkpoint: checkpointOf(other, otherTree),
      entries: [entriesOf(other)],
      attachments: [...besideOf(other)].map(([hash, attachment]) => ({ hash, attachment })),
    };
    const manifest = {
      ...second.manifest,
      body: other.body,
      origin: originOf(other.body),
      size: otherTree.size,
      root: toHex(otherTree.root()),
    };
    async function* bodies() {
      yield { body: house.body, pieces: writeBundle(sha256, partsOf()) };
      yield { body: other.body, pieces: writeBundle(sha256, { ...second, manifest }) };
    }
    const path = put(
      "backup.tar",
      await bytesOf(backupPieces({ made: 1, clerk: keyFrom("clerk").id, sealedKey: utf8("sealed"), bodies: bodies() })),
    );
    const backup = await openBackup(path);
    if (!backup) throw new Error("no backup");
    const verdicts = [];
    for (const record of backup.records) verdicts.push((await check(record.source, tools)).verdict);
    await backup.close();
    expect(verdicts.map((v) => v.ok && [v.summary.body, v.summary.attachments.unread])).toEqual([
      [house.body, 0],
      [other.body, 0],
    ]);
    expect(await openBackup(put("bundle.tar", await bytesOf(writeBundle(sha256, partsOf()))))).toBeUndefined();
  });
});
