/**
 * Files that come from outside: bundles, folders, backups, notes, tiles, evidence, cosignatures; random,
 * cut off, altered in any byte. Reading them refuses with a rule or succeeds, and succeeds only where
 * the record that comes out is the same. fast-check prints seed and path of a failure.
 */
import { KINDS, readChildEvidence, readParentEvidence } from "@nabat/body";
import { bundleReader, check, statedHead } from "@nabat/body/checker/mod.ts";
import { ArchiveFault, openBackup, openRecord, readCosigned } from "@nabat/exchange";
import { run } from "@nabat/cli/main.ts";
import { sha256, verify, verifyRaw } from "@nabat/platform";
import { parseAddCheckpoint, parseBundle, parseCheckpoint, parseEntry, parseTilePath } from "@nabat/record";
import fc from "fast-check";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assembly, bring, type Here, positionFor, serverHere } from "../faults/hall.ts";
import { hostileText, RUNS } from "./values.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-files-"));
let server: Here;
let bundle: Buffer;
let backup: Buffer;
let state: string;

const quietly = { out: () => undefined, err: () => undefined, watched: false, env: {} };
const tools = { kinds: KINDS, sha256, read: bundleReader(sha256, verify), verify, now: Date.now() };

beforeAll(async () => {
  server = await serverHere();
  const hall = await assembly(server.url, 3);
  const put = await bring(hall, { type: "text" }, "Something");
  await hall.founder.act("vote.cast", await positionFor(hall.founder, put));
  const token = await hall.founder.token();
  const answer = await fetch(`${server.url}/api/bodies/${hall.body}/export`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  bundle = Buffer.from(await answer.arrayBuffer());
  const to = join(folder, "backup.tar");
  expect(await run(["backup", "--to", to, "--data", server.data, "--database-url", server.database.url], quietly)).toBe(
    0,
  );
  backup = (await import("node:fs")).readFileSync(to);
  state = (await verdictOf(bundle)) ?? "";
  expect(state).toMatch(/^[0-9a-f]{64}$/);
}, 60_000);
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The state that a bundle gives; nothing where it is refused. Anything but a refusal with its rule throws. */
async function verdictOf(bytes: Uint8Array, path = join(folder, "bent.tar")): Promise<string | undefined> {
  writeFileSync(path, bytes);
  return verdictAt(path);
}

async function verdictAt(path: string): Promise<string | undefined> {
  let open: Awaited<ReturnType<typeof openRecord>>;
  try {
    open = await openRecord(path);
  } catch (error) {
    if (error instanceof ArchiveFault) return void expect(error.refusal.rule).toMatch(/^R-\d+$/);
    throw error;
  }
  try {
    const { verdict } = await check(open.source, tools);
    if (verdict.ok) return verdict.summary.state;
    expect(verdict.fault.refusal.rule).toMatch(/^[A-Z]{1,3}-\d+$/);
    return undefined;
  } catch (error) {
    if (error instanceof ArchiveFault) return undefined;
    throw error;
  } finally {
    await open.close();
  }
}

/** Some changes to bytes: where (as a share of the whole), which byte, how, and how many. */
type Change = readonly [number, number, "set" | "cut" | "double" | "blank", number];
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(255),
    fc.constantFrom("set", "cut", "double", "blank"),
    fc.nat(2000),
  ),
  { minLength: 1, maxLength: 2 },
);

function bent(original: Buffer, how: readonly Change[]): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (const [where, byte, what, more] of how) {
    const at = Math.floor(where * Math.max(0, bytes.length - 1));
    if (what === "set") bytes[at] = byte;
    else if (what === "cut") bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + more)]);
    else if (what === "double")
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + more), bytes.subarray(at)]);
    else bytes.fill(0, at, Math.min(bytes.length, at + more));
  }
  return bytes;
}

describe("fuzz of files", () => {
  it("R-45, R-46: a bundle with any bytes changed gives the same record or none", async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (how) => {
        const found = await verdictOf(bent(bundle, how));
        if (found !== undefined) expect(found).toBe(state);
      }),
      { numRuns: RUNS(60) },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(await verdictOf(bytes)).toBeUndefined();
      }),
      { numRuns: RUNS(20) },
    );
  }, 900_000);

  it("R-49: a backup with any bytes changed is read whole, or refused", async () => {
    const path = join(folder, "bent-backup.tar");
    await fc.assert(
      fc.asyncProperty(changes, async (how) => {
        writeFileSync(path, bent(backup, how));
        try {
          const open = await openBackup(path);
          for (const record of open?.records ?? []) {
            const { verdict } = await check(record.source, tools).catch((error: unknown) => {
              if (error instanceof ArchiveFault) return { verdict: { ok: false as const } };
              throw error;
            });
            if (verdict.ok) expect(verdict.summary.state).toBe(state);
          }
          await open?.close();
        } catch (error) {
          if (!(error instanceof ArchiveFault)) throw error;
        }
      }),
      { numRuns: RUNS(40) },
    );
  }, 900_000);

  it("a folder of hostile names and contents is refused, and never read outside of itself", async () => {
    const names = fc.oneof(
      fc.constantFrom(
        "checkpoint",
        "nabat.json",
        "tile/entries/000.p/3",
        "tile/0/000.p/3",
        "attachments/x",
        "evidence/y",
      ),
      hostileText,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(names, fc.oneof(hostileText, fc.constant(bundle.subarray(512, 900).toString())), { maxKeys: 5 }),
        async (files) => {
          const place = mkdtempSync(join(folder, "place-"));
          for (const [name, content] of Object.entries(files)) {
            const path = join(place, name.replaceAll(/[^A-Za-z0-9./_-]/g, "_"));
            if (!path.startsWith(`${place}/`)) continue;
            try {
              mkdirSync(dirname(path), { recursive: true });
              writeFileSync(path, content);
            } catch {
              // A file where a folder should be: as hostile as any.
            }
          }
          expect(await verdictAt(place)).toBeUndefined();
          rmSync(place, { recursive: true, force: true });
        },
      ),
      { numRuns: RUNS(30) },
    );
  }, 900_000);

  it("R-27, R-34, R-38, R-40: notes, requests to witnesses, tile paths, bundles of entries, evidence, cosignatures: a rule or a value, never a throw", () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      hostileText.map((t) => Buffer.from(t)),
      changes.map((how) => bent(bundle.subarray(512, 1200), how)),
      fc
        .array(fc.tuple(fc.nat(70_000), fc.uint8Array({ maxLength: 20 })), { maxLength: 4 })
        .map((parts) => Buffer.concat(parts.map(([n, b]) => Buffer.concat([Buffer.from([n >> 8, n & 255]), b])))),
    );
    const ruled = (result: { ok: boolean; rule?: string }) => result.ok || /^[A-Z]{1,3}-\d+$/.test(result.rule ?? "");
    fc.assert(
      fc.property(anything, hostileText, fc.nat(300), (bytes, text, n) => {
        expect(ruled(parseCheckpoint(bytes))).toBe(true);
        expect(ruled(statedHead(bytes))).toBe(true);
        expect(ruled(parseAddCheckpoint(bytes))).toBe(true);
        expect(ruled(parseBundle(bytes, n))).toBe(true);
        expect(ruled(parseEntry(sha256, bytes))).toBe(true);
        expect(ruled(parseTilePath(text))).toBe(true);
        expect(ruled(parseTilePath(`tile/${text}`))).toBe(true);
        expect(ruled(readParentEvidence(sha256, bytes))).toBe(true);
        expect(ruled(readChildEvidence(sha256, bytes))).toBe(true);
        expect(ruled(readCosigned(sha256, verifyRaw, "a\n1\nb\n", text))).toBe(true);
        expect(ruled(readCosigned(sha256, verifyRaw, "a\n1\nb\n", `— nabat/server/${text} AAAA`))).toBe(true);
      }),
      { numRuns: RUNS(300) },
    );
  }, 900_000);
});
