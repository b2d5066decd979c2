/**
 * Snapshots (decision: snapshots-of-state): a record opens from the newest and the entries after it, with
 * the same state as folding all of them; and whatever somebody does to snapshots, what is served is what
 * the entries say.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { BodyId, Hash } from "@nabat/kernel";
import type { State } from "@nabat/body";
import { sha256 } from "@nabat/platform";
import { storedEvidence } from "@nabat/clerk/evidence.ts";
import { loadRecord } from "@nabat/clerk/load.ts";
import { codeHash } from "@nabat/clerk/snapshots/code-hash.ts";
import { pack } from "@nabat/clerk/snapshots/packed.ts";
import { unpack } from "@nabat/clerk/snapshots/unpacked.ts";
import { packedState, sealKey, sealSnapshot } from "@nabat/clerk/snapshots/sealed.ts";
import type { Snapshot } from "@nabat/store";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, assembly, clientOf, type Hall, type Here, quiet, serverHere } from "./hall.ts";

const said: string[] = [];
const note = (event: string, facts?: Readonly<Record<string, unknown>>) =>
  void (event.startsWith("snapshot.") && said.push(`${event} ${String(facts?.["error"] ?? facts?.["reason"] ?? "")}`));
const log = { ...quiet, info: note, warn: note, error: note };
const events = () => said.map((line) => line.split(" ")[0]);

let server: Here;
let hall: Hall;
let body: BodyId;

beforeAll(async () => {
  // No snapshot by itself: each test makes those it wants.
  server = await serverHere({ snapshotEvery: 1_000_000 }, { log });
  hall = await assembly(server.url, 3, { open: true });
  body = hall.body as BodyId;
}, 240_000);
afterAll(() => server?.close());

const store = () => server.database.store;
const key = () => sealKey(server.running.clerk.key);
const folded = () => loadRecord(store(), body, sha256, storedEvidence);
const latest = () => store().snapshots.latest(body, "1", codeHash());
const shown = async () => {
  const house = await server.running.clerk.house(body);
  if (!house) throw new Error("no house");
  return house;
};
/** Is what the server holds what all entries say, in every part and in the same order? */
async function isTrue() {
  const house = await shown();
  const { state, index, tree } = await folded();
  expect(Buffer.from(packedState(house.state, house.index)).equals(Buffer.from(packedState(state, index)))).toBe(true);
  expect(house.durable.root).toBe(Buffer.from(tree.root()).toString("hex"));
}
async function put(snapshot: Snapshot) {
  await store().snapshots.drop(body);
  await store().snapshots.put(body, snapshot);
}
/** An entry, through the server's present address. */
async function grow(words: string) {
  const { keys, name } = hall.founder;
  const seat = await clientOf(server.url).seat(body, keys, name);
  await seat.act("rename", { name: seat.text(words) });
}
/** Somebody's state: with a member more, whom no entry let in. */
function withIntruder(state: State): State {
  const [[, first]] = state.members.members as unknown as [[string, never]];
  state.members.members.set("e".repeat(32) as never, first);
  return state;
}
async function restart() {
  said.length = 0;
  server = await server.again();
  await ask(`${server.url}/api/bodies/${body}`);
}

beforeEach(async () => {
  await put(sealSnapshot(key(), codeHash(), await folded()));
});

describe("a record opened from a snapshot", () => {
  it("is the same as folded from all its entries, with what came after", async () => {
    await grow("Ana of the hill");
    await restart();
    expect(events()).toEqual(["snapshot.opened"]);
    await isTrue();
    // And it goes on from there.
    await grow("Ana");
    await isTrue();
  });

  it("is what other code or other rules made: not used", async () => {
    const snapshot = (await latest()) as Snapshot;
    for (const other of [{ codeHash: "a".repeat(64) as Hash }, { rulesVersion: "2" }]) {
      await put({ ...snapshot, ...other });
      await restart();
      expect(events()).toEqual([]);
      await isTrue();
    }
    // Under this code's name, the seal says that it was another's.
    const { state, tree, index } = await folded();
    await put({ ...sealSnapshot(key(), "a".repeat(64) as Hash, { state, tree, index }), codeHash: codeHash() });
    await restart();
    expect(said).toEqual([expect.stringMatching(/^snapshot.false .*not sealed here/)]);
    await isTrue();
  });

  it("damaged anywhere, cut short or emptied it is thrown away", async () => {
    const snapshot = (await latest()) as Snapshot;
    for (const at of [0, 40, 64, 200, snapshot.bytes.length - 1]) {
      const bytes = snapshot.bytes.slice();
      bytes[at] = (bytes[at] as number) ^ 1;
      await put({ ...snapshot, bytes });
      await restart();
      expect([at, ...events()]).toEqual([at, "snapshot.false"]);
      expect(await latest()).toBeNull();
      await isTrue();
    }
    for (const length of [0, 20, 64, 100]) {
      await put({ ...snapshot, bytes: snapshot.bytes.slice(0, length) });
      await restart();
      expect(events()).toEqual(["snapshot.false"]);
      await isTrue();
    }
  });

  it("made up by whoever holds the database, with a hash that fits, it lets nobody in", async () => {
    const snapshot = (await latest()) as Snapshot;
    const inside = unpack(snapshot.bytes.slice(64)) as { state: State; index: unknown };
    const packed = pack({ ...inside, state: withIntruder(inside.state) });
    const bytes = new Uint8Array([...snapshot.bytes.subarray(0, 64), ...packed]);
    await put({ ...snapshot, bytes, stateHash: createHash("sha256").update(packed).digest("hex") as Hash });
    await restart();
    expect(said).toEqual([expect.stringMatching(/^snapshot.false .*not sealed here/)]);
    await isTrue();
  });

  it("of another record, or of entries that are no longer these, it is thrown away", async () => {
    const other = await assembly(server.url, 3, { open: true });
    const theirs = await loadRecord(store(), other.body as BodyId, sha256, storedEvidence);
    await put(sealSnapshot(key(), codeHash(), theirs));
    await restart();
    expect(said).toEqual([expect.stringMatching(/^snapshot.false .*not sealed here/)]);
    await isTrue();
    const mine = await folded();
    await put(sealSnapshot(key(), codeHash(), { ...mine, tree: theirs.tree }));
    await restart();
    expect(said).toEqual([expect.stringMatching(/^snapshot.false .*is not of/)]);
    await isTrue();
  });

  it("said to be longer than the record it is not used", async () => {
    const snapshot = (await latest()) as Snapshot;
    await put({ ...snapshot, size: snapshot.size + 1 });
    await restart();
    expect(events()).toEqual([]);
    await isTrue();
  });

  it("where the leaf hashes kept beside it were altered, the entries decide", async () => {
    const bytes = (await latest()) as Snapshot;
    await put(bytes);
    const row = sql`body = ${Buffer.from(body, "hex")} and idx = 2`;
    const run = (statement: ReturnType<typeof sql>) => statement.execute(server.database.database.db);
    const was = (
      await sql<{ leaf: Uint8Array }>`select leaf from entries where ${row}`.execute(server.database.database.db)
    ).rows[0]?.leaf as Uint8Array;
    await run(sql`update entries set leaf = ${Buffer.alloc(32)} where ${row}`);
    await restart();
    expect(said).toEqual([expect.stringMatching(/^snapshot.false .*is not of/)]);
    await isTrue();
    await run(sql`update entries set leaf = ${Buffer.from(was)} where ${row}`);
  });

  it("sealed here and yet false, it is found out when it is compared with the entries, and they are read anew", async () => {
    const { state, tree, index } = await folded();
    const lie = sealSnapshot(key(), codeHash(), { state: withIntruder(state), tree, index });
    await server.running.close();
    await put(lie);
    said.length = 0;
    const near = await server.again();
    server = near;
    await ask(`${server.url}/api/bodies/${body}`);
    expect((await shown()).state.members.members.has("e".repeat(32) as never)).toBe(true);
    server.running.snapshots.compareNow();
    await server.running.snapshots.idle();
    expect(said.at(-1)).toMatch(/^snapshot.false .*not say what the entries say/);
    await isTrue();
    expect((await latest())?.stateHash).not.toBe(lie.stateHash);
  }, 240_000);
});

describe("a snapshot", () => {
  it("is made in the background after enough entries, and isn't part of what is exported", async () => {
    await store().snapshots.drop(body);
    await server.close();
    server = await serverHere({ snapshotEvery: 5 }, { log });
    hall = await assembly(server.url, 3, { open: true });
    body = hall.body as BodyId;
    await server.running.snapshots.idle();
    const made = (await latest()) as Snapshot;
    expect(made.size).toBeGreaterThanOrEqual(5);
    const before = made.size;
    for (let n = 0; n < 6; n++) await grow(`Ana ${n}`);
    await server.running.snapshots.idle();
    expect((await latest())?.size).toBeGreaterThanOrEqual(before + 5);
    await restart();
    expect(events()).toContain("snapshot.opened");
    await isTrue();
    const bundle = Buffer.from(await (await fetch(`${server.url}/api/bodies/${body}/export`)).arrayBuffer());
    const last = (await latest()) as Snapshot;
    expect(bundle.includes(Buffer.from(last.bytes.subarray(0, 64)))).toBe(false);
    expect(bundle.includes(Buffer.from(last.bytes.subarray(64, 128)))).toBe(false);
  }, 240_000);
});
