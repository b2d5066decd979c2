/**
 * Reading a record back: in slices, so that nobody else waits long; and whatever was altered, moved or
 * taken away is named with its place and rule, or by the root.
 */
import { type BodyId, fromUtf8, type Hash, utf8 } from "@nabat/kernel";
import { leafHash } from "@nabat/record";
import { stateBytes } from "@nabat/body";
import { sha256 } from "@nabat/platform";
import type { Store } from "@nabat/store";
import { Assembly, entriesOf, treeOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { ActIndex } from "./act-index.ts";
import { ENTRIES_A_SLICE, LEAVES_A_SLICE, loadRecord } from "./load.ts";

const assembly = new Assembly(
  Array.from({ length: 40 }, (_, i) => `m${i}`),
  {
    statutes: (s) => ({ ...s, entries: "public" }),
  },
);
const { house } = assembly;
for (let n = 0; house.entries.length < 2 * ENTRIES_A_SLICE; n++)
  house.do(assembly.person(n % 40), "move", {
    title: assembly.words("title"),
    text: assembly.words("text"),
    subject: { type: "text" },
  });
const entries = entriesOf(house);
const root = treeOf(entries).root();

type Rows = readonly (Uint8Array | undefined)[];

/** A store of these entries; `undefined` is one that is missing. Batches of 100 and rows as the ports say. */
function storeOf(rows: Rows, of = root): Pick<Store, "ledger" | "attachments"> {
  const ledger = {
    head: async () => ({ size: rows.length, root: of }),
    async *readBytes(_: BodyId, from: number, to: number) {
      for (let at = from; at < to; at += 100) {
        const some = rows.slice(at, Math.min(at + 100, to));
        if (some.includes(undefined)) return;
        yield { index: at, entries: some };
      }
    },
    async *readEntries(_: BodyId, from: number, to: number) {
      for (let index = from; index < to; index++) if (rows[index]) yield { index, bytes: rows[index] };
    },
    leaves: async (_: BodyId, size: number) =>
      Buffer.concat(rows.slice(0, size).map((bytes) => leafHash(sha256, bytes ?? new Uint8Array(0)))),
  };
  return { ledger, attachments: { get: async () => null } } as unknown as Store;
}

const load = (rows: Rows, options = {}) =>
  loadRecord(storeOf(rows), house.body as string as BodyId, sha256, () => undefined, options);
const fault = (rows: Rows) =>
  load(rows).then(
    () => "whole",
    (e: Error) =>
      /entry (\d+) of .* breaks rule (\S+):|(R-26)|(empty)/.exec(e.message)?.slice(1).filter(Boolean).join(" "),
  );
const instead = (index: number, change: (text: string) => string): Rows =>
  entries.map((bytes, i) => (i === index ? utf8(change(fromUtf8(bytes))) : bytes));

describe("reading a record back", () => {
  it("gives the state that the entries say, in slices of a bounded number of entries", async () => {
    let done = 0;
    const slices: number[] = [];
    const index = new ActIndex();
    const add = index.add.bind(index);
    index.add = (entry) => {
      done++;
      add(entry);
    };
    const turn = async () => {
      slices.push(done);
      done = 0;
    };
    const begun = await load(entries.slice(0, 0)).catch((e: Error) => e.message);
    expect(begun).toMatch(/empty/);
    const first = await loadRecord(
      storeOf(entries.slice(0, 1), treeOf(entries.slice(0, 1)).root()),
      house.body as string as BodyId,
      sha256,
      () => undefined,
    );
    index.add = add;
    index.add({ kind: "found", author: house.founder.member, right: first.index.right(0) });
    index.add = (entry) => {
      done++;
      add(entry);
    };
    const from = { size: 1, root: Buffer.from(first.tree.root()).toString("hex") as Hash, state: first.state, index };
    const loaded = await load(entries, { from, turn });
    expect(Buffer.from(stateBytes(loaded.state)).equals(Buffer.from(stateBytes(house.state)))).toBe(true);
    expect(Math.max(...slices)).toBeLessThanOrEqual(ENTRIES_A_SLICE);
    expect(slices.length).toBeGreaterThanOrEqual(Math.floor(entries.length / ENTRIES_A_SLICE));
  });

  it("puts the leaves before a snapshot into the tree in slices too", async () => {
    const many = Array.from({ length: 3 * LEAVES_A_SLICE }, (_, i) => utf8(String(i)));
    let turns = 0;
    const tree = treeOf(many);
    const from = {
      size: many.length,
      root: Buffer.from(tree.root()).toString("hex") as Hash,
      state: { ...structuredClone(house.state), size: many.length },
      index: new ActIndex(),
    };
    await loadRecord(storeOf(many, tree.root()), house.body as string as BodyId, sha256, () => undefined, {
      from,
      turn: async () => void turns++,
    });
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it("R-26, R-41: names what was altered, by its place and the rule that it breaks", async () => {
    const last = entries.length - 1;
    const some = Math.floor(entries.length / 2);
    expect(await fault(entries)).toBe("whole");
    expect(await fault(instead(last, (t) => t.replace('"seq":', '"sea":')))).toBe(`${last} R-3`);
    expect(await fault(instead(some, (t) => ` ${t}`))).toBe(`${some} R-1`);
    expect(await fault(instead(some, (t) => t.replace('"v":1', '"v":null')))).toBe(`${some} R-2`);
    expect(await fault(instead(some, (t) => t.replace('{"act"', '{"acx"')))).toBe(`${some} R-10`);
    expect(await fault(instead(some, (t) => t.padEnd(9001)))).toBe(`${some} R-10`);
    expect(await fault(instead(some, (t) => t.replace("eddsa-jcs-2022", "eddsa-jcs-2021")))).toBe(`${some} R-5`);
    expect(await fault(instead(some, (t) => t.replace(/"proofValue":"z.../, '"proofValue":"z000')))).toBe(
      `${some} R-5`,
    );
    expect(await fault(instead(some, (t) => t.replace(/"kind":"[^"]*"/, '"kind":"no.such"')))).toBe(`${some} R-7`);
    expect(await fault(instead(some, (t) => t.replace(/"type":"text"/, '"type":"song"')))).toBe(`${some} R-3`);
    expect(await fault(instead(some, (t) => t.replace(/"body":"../, '"body":"00')))).toMatch(`${some} R-7`);
    expect(await fault(instead(some, (t) => t.replace(/"seq":(\d+)/, (_, n) => `"seq":${Number(n) + 1}`)))).toBe(
      `${some} R-8`,
    );
    expect(await fault(instead(some, (t) => t.replace(/,"at":\d+}$/, ',"at":1}')))).toBe(`${some} R-11`);
    // What breaks no rule of its own is told by the root.
    expect(await fault(instead(last, (t) => t.replace(/.(?=","type":"DataI)/, (c) => (c === "2" ? "3" : "2"))))).toBe(
      "R-26",
    );
    expect(await fault(entries.slice(0, -1))).toBe("R-26");
  });

  it("R-8: names where entries were taken out or changed places", async () => {
    const some = Math.floor(entries.length / 2);
    const gap = entries.map((bytes, i) => (i === some ? undefined : bytes));
    expect(await fault(gap)).toMatch(/^\d+ R-(8|9|11)$|R-26/);
    const swapped = entries.with(some, entries[some + 40] as Uint8Array).with(some + 40, entries[some] as Uint8Array);
    expect(await fault(swapped)).toMatch(new RegExp(`^${some} R-(8|9|11)`));
    expect(await fault(entries.slice(1))).toMatch(/^0 /);
  });
});
