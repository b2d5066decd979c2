/**
 * Figures of the store: durable appends in groups of several sizes, reading back, leaves, snapshots,
 * start. Prints one line a figure with machine, version and command. Nothing is left behind.
 *
 *   node --import tsx bench/store.ts [--seconds N] [--entries N]
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ActId, BodyId, Hash } from "@nabat/kernel";
import { type Append, openDatabase, postgresStore, sealerOf } from "@nabat/store";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "3" }, entries: { type: "string", default: "200000" } },
});
const SECONDS = Number(values.seconds);
const ENTRIES = Number(values.entries);
const quiet = () => undefined;
const id = () => randomBytes(32).toString("hex") as unknown as ActId & BodyId & Hash;

function group(expectedSize: number, n: number, withAttachments: boolean): Append {
  const entries = Array.from({ length: n }, () => {
    const bytes = randomBytes(700);
    return {
      actId: id(),
      kind: "vote.cast",
      at: 1_700_000_000_000,
      bytes,
      leaf: createHash("sha256").update(bytes).digest(),
    };
  });
  const attachments = withAttachments
    ? entries.map((e) => ({
        actId: e.actId,
        hash: id(),
        grade: "members",
        media: "text/plain",
        salt: randomBytes(16),
        bytes: randomBytes(200),
      }))
    : [];
  return { expectedSize, epoch: 1, holder: "bench", root: randomBytes(32), entries, attachments };
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const p99 = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
const line = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);

const folder = mkdtempSync(join(tmpdir(), "nabat-bench-"));
let from = performance.now();
let database = await openDatabase({ dataDir: folder }, quiet);
const first = performance.now() - from;
await database.close();
from = performance.now();
database = await openDatabase({ dataDir: folder }, quiet);
const later = performance.now() - from;
try {
  line(
    "machine",
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${database.server}`,
  );
  line("command", "node --import tsx bench/store.ts");
  line("first open, clean folder", `${first.toFixed(0)} ms`);
  line("later open", `${later.toFixed(0)} ms`);

  const store = postgresStore(database.db, sealerOf(new Uint8Array(32)));
  const start = { role: "clerk", clerkKey: "k", practice: false, createdAt: 1, leaseMs: 3_600_000 } as const;
  for (const withAttachments of [false, true]) {
    for (const n of [1, 10, 50, 200, 500]) {
      const body = id();
      await store.ledger.create(body, start, group(0, 1, false));
      // Made beforehand: only the store is measured.
      const groups = Array.from({ length: 40 }, (_, i) => group(1 + i * n, n, withAttachments));
      const times: number[] = [];
      const began = performance.now();
      let size = 1;
      for (let i = 0; performance.now() - began < SECONDS * 1000; i++) {
        const prepared = groups[i] ?? group(size, n, withAttachments);
        const t = performance.now();
        await store.ledger.append(body, prepared);
        times.push(performance.now() - t);
        size += n;
      }
      const busy = times.reduce((a, b) => a + b) / 1000;
      const what = `durable appends, groups of ${n}${withAttachments ? ", each with an attachment" : ""}`;
      line(
        what,
        `${Math.round((times.length * n) / busy).toLocaleString("en")} entries/s, ${median(times).toFixed(1)} ms a group (p99 ${p99(times).toFixed(1)})`,
      );
    }
  }

  const bodies = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const body = id();
      await store.ledger.create(body, start, group(0, 1, false));
      return body;
    }),
  );
  let done = 0;
  const began = performance.now();
  await Promise.all(
    bodies.map(async (body) => {
      for (let size = 1; performance.now() - began < SECONDS * 1000; size++, done++)
        await store.ledger.append(body, group(size, 1, true));
    }),
  );
  line(
    "durable appends, 8 bodies at once, groups of 1",
    `${Math.round(done / ((performance.now() - began) / 1000)).toLocaleString("en")} entries/s`,
  );

  const large = id();
  await store.ledger.create(large, start, group(0, 0, false));
  for (let size = 0; size < ENTRIES; size += 1000) await store.ledger.append(large, group(size, 1000, false));
  from = performance.now();
  let read = 0;
  for await (const _ of store.ledger.readEntries(large, 0, ENTRIES)) read++;
  line(
    `reading ${ENTRIES.toLocaleString("en")} entries in order`,
    `${Math.round(read / ((performance.now() - from) / 1000)).toLocaleString("en")} entries/s`,
  );
  from = performance.now();
  await store.ledger.leaves(large);
  line(`all leaf hashes of ${ENTRIES.toLocaleString("en")} entries`, `${(performance.now() - from).toFixed(0)} ms`);
  const some = (await store.ledger.readEntries(large, 5000, 5500)[Symbol.asyncIterator]().next()).value?.actId as ActId;
  from = performance.now();
  for (let i = 0; i < 1000; i++) await store.ledger.findAct(large, some);
  line(
    "finding an act by its id, one by one",
    `${Math.round(1000 / ((performance.now() - from) / 1000)).toLocaleString("en")}/s`,
  );
  const snapshot = { size: 1, rulesVersion: "1", codeHash: id(), stateHash: id(), bytes: randomBytes(10_000_000) };
  from = performance.now();
  await store.snapshots.put(large, snapshot);
  const put = performance.now() - from;
  from = performance.now();
  await store.snapshots.latest(large, "1", snapshot.codeHash);
  line("a snapshot of 10 MB, in and out", `${put.toFixed(0)} ms, ${(performance.now() - from).toFixed(0)} ms`);
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
