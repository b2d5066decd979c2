/** What every {@link Ledger} must do: one writer, no gap, all or nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BodyExists, Conflict, DuplicateAct, LeaseLost, UnknownBody } from "../errors.ts";
import type { Store } from "../ports.ts";
import { attachment, body, collect, entry, type Fixture, group, randomId, START } from "./fixture.ts";

/** Registers the tests for the store that `fixture` opens. */
export function ledgerContract(fixture: Fixture): void {
  describe(`ledger on ${fixture.name}`, () => {
    let opened: Awaited<ReturnType<Fixture["open"]>>;
    let store: Store;
    beforeAll(async () => {
      opened = await fixture.open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    it("keeps what is appended, in order, byte for byte", async () => {
      const id = await body(store);
      const first = group(1, 700);
      await store.ledger.append(id, first);
      const receipt = new Uint8Array([1, 2, 3]);
      const second = group(701, 1, { entries: [{ ...entry(1, 2_000), receipt }] });
      await store.ledger.append(id, second);
      const some = await store.ledger.readAt(id, [2, 0, 2, 99_999]);
      expect(some.map((e) => e.index)).toEqual([0, 2]);
      const read = await collect(store.ledger.readEntries(id, 1, 10_000));
      expect(read).toEqual([...first.entries, ...second.entries].map((e, i) => ({ ...e, index: i + 1 })));
      const bytes = [...first.entries, ...second.entries].map((e) => e.bytes);
      expect((await collect(store.ledger.readBytes(id, 1, 702))).flatMap((b) => b.entries)).toEqual(bytes);
      expect((await collect(store.ledger.readBytes(id, 3, 4))).map((b) => [b.index, b.entries])).toEqual([
        [3, [bytes[2]]],
      ]);
      // Where the record ends sooner than it was asked for, it doesn't say so: the root does.
      expect(await collect(store.ledger.readBytes(id, 1, 10_000))).toEqual([]);
      expect(await collect(store.ledger.readBytes(id, 5, 5))).toEqual([]);
      expect(await store.ledger.head(id)).toEqual({
        body: id,
        role: "clerk",
        epoch: 1,
        size: 702,
        root: second.root,
        clerkKey: START.clerkKey,
        practice: false,
        createdAt: 5,
        leaseHolder: "me",
      });
      expect((await store.ledger.listBodies()).some((h) => h.body === id)).toBe(true);
    });

    it("gives every leaf, across full tiles and the rest", async () => {
      const id = await body(store);
      const leaves: Uint8Array[] = (await collect(store.ledger.readEntries(id, 0, 1))).map((e) => e.leaf);
      for (const n of [254, 1, 1, 600, 0, 3]) {
        const next = group(leaves.length, n);
        await store.ledger.append(id, next);
        leaves.push(...next.entries.map((e) => e.leaf));
        expect(Buffer.from(await store.ledger.leaves(id)).equals(Buffer.concat(leaves))).toBe(true);
      }
      for (const size of [0, 1, 255, 256, 257, 512, 860])
        expect(Buffer.from(await store.ledger.leaves(id, size)).equals(Buffer.concat(leaves.slice(0, size)))).toBe(
          true,
        );
      await expect(store.ledger.leaves(id, 861)).rejects.toThrow();
      await expect(store.ledger.leaves(randomId())).rejects.toThrow(UnknownBody);
    });

    it("writes all of a group or none", async () => {
      const id = await body(store);
      const good = entry();
      await store.ledger.append(id, group(1, 0, { entries: [good] }));
      const fresh = entry();
      const job = { kind: "tell", due: 1, payload: new Uint8Array() };
      const twice = group(2, 0, {
        entries: [fresh, good],
        attachments: [attachment(fresh.actId)],
        refusals: [{ actId: randomId(), receipt: new Uint8Array([9]), at: 1 }],
        checkpoint: { size: 4, note: new Uint8Array([1]), at: 1 },
        jobs: [job],
      });
      await expect(store.ledger.append(id, twice)).rejects.toThrow(DuplicateAct);
      expect((await store.ledger.head(id))?.size).toBe(2);
      expect(await store.ledger.findAct(id, fresh.actId)).toBeNull();
      expect(await store.attachments.ofAct(id, fresh.actId)).toEqual([]);
      expect(await store.ledger.findRefusal(id, twice.refusals?.[0]?.actId ?? randomId())).toBeNull();
      expect(await store.ledger.checkpoint(id)).toBeNull();
      expect((await store.outbox.claim(10, 100, 1)).filter((j) => j.body === id)).toEqual([]);
    });

    it("refuses a writer whose view, lease or epoch is not the present one", async () => {
      const id = await body(store);
      await expect(store.ledger.append(id, group(0, 1))).rejects.toThrow(Conflict);
      await expect(store.ledger.append(id, group(2, 1))).rejects.toThrow(Conflict);
      await expect(store.ledger.append(id, group(1, 1, { holder: "another" }))).rejects.toThrow(LeaseLost);
      await expect(store.ledger.append(id, group(1, 1, { epoch: 2 }))).rejects.toThrow(LeaseLost);
      await expect(store.ledger.append(randomId(), group(1, 1))).rejects.toThrow(UnknownBody);
      await store.leases.release(id, "me");
      await expect(store.ledger.append(id, group(1, 1))).rejects.toThrow(LeaseLost);
      const late = await body(store, {}, { leaseMs: -1 });
      await expect(store.ledger.append(late, group(1, 1))).rejects.toThrow(LeaseLost);
      expect((await store.ledger.head(id))?.size).toBe(1);
      await expect(store.ledger.create(id, START, group(0, 1))).rejects.toThrow(BodyExists);
    });

    it("lets one of many racing writers through", async () => {
      const id = await body(store);
      for (let size = 1; size < 6; size++) {
        const raced = await Promise.allSettled(
          Array.from({ length: 5 }, () => store.ledger.append(id, group(size, 1))),
        );
        expect(raced.filter((r) => r.status === "fulfilled")).toHaveLength(1);
        for (const r of raced) if (r.status === "rejected") expect(r.reason).toBeInstanceOf(Conflict);
      }
      expect(await collect(store.ledger.readEntries(id, 0, 100))).toHaveLength(6);
    });

    it("finds acts, refusals and checkpoints again", async () => {
      const id = await body(store);
      const next = group(1, 3, { checkpoint: { size: 4, note: new Uint8Array([7, 7]), at: 30 } });
      await store.ledger.append(id, next);
      const [a, b, c] = next.entries.map((e) => e.actId);
      if (!a || !b || !c) throw new Error("three acts");
      expect((await store.ledger.findAct(id, b))?.index).toBe(2);
      expect(await store.ledger.findActs(id, [c, randomId(), a])).toEqual(
        new Map([
          [c, 3],
          [a, 1],
        ]),
      );
      expect(await store.ledger.findActs(id, [])).toEqual(new Map());
      const other = await body(store);
      expect(await store.ledger.findAct(other, a)).toBeNull();
      const actId = randomId();
      await store.ledger.keepRefusal(id, { actId, receipt: new Uint8Array([1]), at: 1 });
      await store.ledger.append(
        id,
        group(4, 0, {
          refusals: [
            { actId, receipt: new Uint8Array([2]), at: 2 },
            { actId, receipt: new Uint8Array([3]), at: 3 },
          ],
        }),
      );
      expect(await store.ledger.findRefusal(id, actId)).toEqual({ actId, receipt: new Uint8Array([3]), at: 3 });
      await store.ledger.keepCheckpoint(id, { size: 9, note: new Uint8Array([8]), at: 31 });
      await store.ledger.keepCheckpoint(id, { size: 9, note: new Uint8Array([99]), at: 32 });
      expect(await store.ledger.checkpoint(id)).toEqual({ size: 9, note: new Uint8Array([8]), at: 31 });
      expect(await store.ledger.checkpoint(id, 4)).toEqual(next.checkpoint);
      expect(await store.ledger.checkpoint(id, 5)).toBeNull();
    });

    it("hands over to another epoch, key and role", async () => {
      const id = await body(store);
      await store.ledger.append(id, group(1, 1, { next: { epoch: 2, clerkKey: "z6MkNext", role: "copy" } }));
      expect(await store.ledger.head(id)).toMatchObject({ epoch: 2, clerkKey: "z6MkNext", role: "copy", size: 2 });
      await expect(store.ledger.append(id, group(2, 1))).rejects.toThrow(LeaseLost);
      await store.ledger.append(id, group(2, 1, { epoch: 2 }));
    });
  });
}
