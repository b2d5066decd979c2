/** Backups of the store, on a fresh embedded database each; with NABAT_CONTRACT_URL on that database. */
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attachment, body, collect, group, randomId } from "../contract/fixture.ts";
import { givenDatabase } from "../contract/given.ts";
import { sealerOf } from "../seal.ts";
import { postgresStore } from "../store.ts";
import { DamagedBackup, NewerSchema, NotEmpty } from "../errors.ts";
import { dumpAll } from "./dump.ts";
import { loadAll } from "./load.ts";
import { DUMPED, LEFT_OUT, RESET } from "./tables.ts";

type Opened = Pick<TestDatabase, "database" | "store" | "close">;
let from: Opened;
let backup: Buffer;
const opened: Opened[] = [];
const GIVEN = process.env["NABAT_CONTRACT_URL"];
const empty = async (): Promise<Opened> => {
  const fresh = GIVEN ? await givenStore(GIVEN) : await freshDatabase();
  opened.push(fresh);
  return fresh;
};
async function givenStore(url: string): Promise<Opened> {
  const given = await givenDatabase(url);
  return { ...given, store: postgresStore(given.database.db, sealerOf(new Uint8Array(32).fill(7))) };
}
async function dump(of: Opened): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await dumpAll(of.database.db, (chunk) => void chunks.push(chunk), { at: 77 });
  return Buffer.concat(chunks);
}
/** Long enough not to stand among random bytes by chance. */
const SECRET = new Uint8Array(24).fill(9);

/** In chunks of odd sizes, as a stream would bring them. */
async function* stream(bytes: Buffer, step = 7_919): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

beforeAll(async () => {
  from = await empty();
  const { store } = from;
  const id = await body(store);
  const next = group(1, 1_100);
  const act = next.entries[0]?.actId ?? randomId();
  const attachments = [...Array.from({ length: 40 }, (_, i) => attachment(act, i)), attachment(act, 300_000)];
  await store.ledger.append(id, {
    ...next,
    attachments,
    erasures: [{ hash: attachments[3]?.hash ?? randomId(), by: act }],
    refusals: [{ actId: randomId(), receipt: new Uint8Array([1]), at: 3 }],
    checkpoint: { size: 1_101, note: new Uint8Array([2]), at: 4 },
    jobs: [{ kind: 'é\n"', due: 5, payload: new Uint8Array([3]), dedupe: "d" }],
  });
  await body(store, { entries: [] }, { role: "copy", practice: true });
  await store.keys.put(null, "clerk", SECRET);
  await store.keys.put(id, "body", new Uint8Array([8]));
  await store.settings.put(null, "s", new Uint8Array());
  await store.submissions.keep(id, { actId: randomId(), bytes: new Uint8Array([1]), firstSeen: 2 });
  await store.cosignatures.keep(id, { size: 1_101, witness: "w", note: new Uint8Array([5]), at: 6 });
  await store.follows.put({
    body: id,
    url: "https://x.example",
    since: 1,
    checkedAt: null,
    size: 0,
    fault: null,
    state: null,
  });
  await store.withheld.add(id, { hash: null, notice: randomId(), at: 1, until: null });
  backup = await dump(from);
});
afterAll(async () => {
  for (const one of opened) await one.close();
});

it("knows every table and column of the database", async () => {
  const found = await sql<{
    t: string;
    c: string;
  }>`select table_name as t, column_name as c from information_schema.columns where table_schema = current_schema()`.execute(
    from.database.db,
  );
  const tables = new Map<string, string[]>();
  for (const { t, c } of found.rows) tables.set(t, [...(tables.get(t) ?? []), c]);
  for (const [name, columns] of tables) {
    if (name in LEFT_OUT) continue;
    const listed = DUMPED.find((t) => t.name === name);
    expect([...Object.keys(listed?.columns ?? {}), ...Object.keys(RESET[name] ?? {})].sort(), name).toEqual(
      columns.sort(),
    );
  }
});

it("brings everything back: a second backup is the same, byte for byte", async () => {
  const to = await empty();
  expect(await loadAll(to.database.db, stream(backup))).toEqual({
    bodies: 2,
    rows: backup.toString().split("\n").length - 3,
    at: 77,
  });
  expect((await dump(to)).equals(backup)).toBe(true);
  const [head] = (await to.store.ledger.listBodies()).filter((h) => h.size > 1);
  if (!head) throw new Error("a body");
  expect(head.leaseHolder).toBeNull();
  const leaves = (await collect(from.store.ledger.readEntries(head.body, 0, head.size))).map((e) => e.leaf);
  expect(Buffer.from(await to.store.ledger.leaves(head.body)).equals(Buffer.concat(leaves))).toBe(true);
  expect(await to.store.keys.get(null, "clerk")).toEqual(SECRET);
  await to.store.leases.acquire(head.body, "me", 60_000);
  await to.store.ledger.append(head.body, group(head.size, 1));
});

it("holds no secret in the clear", () => {
  expect(backup.includes(Buffer.from(SECRET).toString("base64"))).toBe(false);
});

it("refuses into a store that holds something, and changes nothing", async () => {
  const to = await empty();
  await to.store.settings.put(null, "mine", new Uint8Array([1]));
  await expect(loadAll(to.database.db, stream(backup))).rejects.toThrow(NotEmpty);
  expect(await to.store.ledger.listBodies()).toEqual([]);
});

it("refuses a backup that is cut, altered, of another kind or newer, and keeps nothing of it", async () => {
  const to = await empty();
  const text = backup.toString();
  const lines = text.split("\n");
  const bad: [string, string, unknown][] = [
    ["nothing", "", DamagedBackup],
    ["not ours", "hello\n", DamagedBackup],
    ["other JSON", `{"nabat":"export"}\n`, DamagedBackup],
    ["no end", `${lines.slice(0, -2).join("\n")}\n`, DamagedBackup],
    ["half a line", text.slice(0, text.length / 2), DamagedBackup],
    ["a line missing", [...lines.slice(0, 50), ...lines.slice(51)].join("\n"), DamagedBackup],
    ["a line twice", [...lines.slice(0, -2), ...lines.slice(-3)].join("\n"), DamagedBackup],
    ["a changed number", text.replace('"vote.cast",1000', '"vote.cast",1001'), DamagedBackup],
    ["a changed type", text.replace('"vote.cast",1000', '"vote.cast","1000"'), DamagedBackup],
    ["an unknown table", text.replace('["settings"', '["pg_authid"'), DamagedBackup],
    ["more after the end", `${text}{}\n`, DamagedBackup],
    ["another framing", text.replace('"version":1', '"version":2'), DamagedBackup],
    ["a newer schema", text.replace(/"schema":\d+/, '"schema":999'), NewerSchema],
  ];
  for (const [name, altered, fault] of bad) {
    expect(altered === text, name).toBe(false);
    await expect(loadAll(to.database.db, stream(Buffer.from(altered), 100_003)), name).rejects.toThrow(
      fault as typeof DamagedBackup,
    );
  }
  expect(await to.store.ledger.listBodies()).toEqual([]);
  expect(await to.store.keys.list()).toEqual([]);
  await loadAll(to.database.db, stream(backup));
});

it("is of one moment, though acts are entered meanwhile", async () => {
  const busy = await empty();
  const id = await body(busy.store);
  let size = 1;
  for (; size < 2_001; size += 500) await busy.store.ledger.append(id, group(size, 500));
  const chunks: Uint8Array[] = [];
  await dumpAll(
    busy.database.db,
    async (chunk) => {
      chunks.push(chunk);
      await busy.store.ledger.append(id, group(size, 10));
      size += 10;
    },
    { at: 1 },
  );
  const to = await empty();
  await loadAll(to.database.db, stream(Buffer.concat(chunks)));
  expect((await to.store.ledger.head(id))?.size).toBe(2_001);
  expect(size).toBeGreaterThan(2_011);
});
