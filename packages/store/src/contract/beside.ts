/** What must hold of what stands beside a record: attachments, withheld contents, snapshots, cosignatures, follows. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../ports.ts";
import { attachment, body, collect, type Fixture, group, randomId } from "./fixture.ts";

/** Registers the tests for the store that `fixture` opens. */
export function besideContract(fixture: Fixture): void {
  describe(`beside the record on ${fixture.name}`, () => {
    let opened: Awaited<ReturnType<Fixture["open"]>>;
    let store: Store;
    beforeAll(async () => {
      opened = await fixture.open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    it("keeps attachments and erases their bytes but not their place", async () => {
      const id = await body(store);
      const next = group(1, 2);
      const [first, second] = next.entries;
      if (!first || !second) throw new Error("two entries");
      const kept = attachment(first.actId);
      const gone = attachment(first.actId, 0, "closed");
      await store.ledger.append(id, { ...next, attachments: [kept, gone] });
      expect(await store.attachments.get(id, kept.hash)).toEqual({ ...kept, size: 200, erasedBy: null });
      expect((await store.attachments.ofAct(id, first.actId)).map((a) => a.hash).sort()).toEqual(
        [kept.hash, gone.hash].sort(),
      );
      await store.ledger.append(id, group(3, 1, { erasures: [{ hash: gone.hash, by: second.actId }] }));
      expect(await store.attachments.get(id, gone.hash)).toEqual({
        ...gone,
        size: 0,
        salt: null,
        bytes: null,
        erasedBy: second.actId,
      });
      expect(await store.attachments.erase(id, [{ hash: gone.hash, by: first.actId }])).toBe(0);
      expect((await store.attachments.get(id, gone.hash))?.erasedBy).toBe(second.actId);
      expect(await store.attachments.get(id, randomId())).toBeNull();
      // The same bytes come again under another act: those stay readable.
      await store.attachments.add(id, [{ ...kept, actId: second.actId }, kept]);
      expect((await store.attachments.getMany(id, [kept.hash, gone.hash])).size).toBe(2);
    });

    it("streams attachments of a body, by grade", async () => {
      const id = await body(store);
      const act = randomId();
      const all = Array.from({ length: 40 }, (_, i) => attachment(act, i, i % 2 === 0 ? "public" : "members"));
      await store.attachments.add(id, all);
      expect(new Set((await collect(store.attachments.all(id))).map((a) => a.hash))).toEqual(
        new Set(all.map((a) => a.hash)),
      );
      expect(await collect(store.attachments.all(id))).toHaveLength(40);
      expect(await collect(store.attachments.all(id, ["public"]))).toHaveLength(20);
    });

    it("lists what is withheld until it is lifted", async () => {
      const id = await body(store);
      const one = { hash: randomId(), notice: randomId(), at: 1, until: 99 };
      const whole = { hash: null, notice: randomId(), at: 2, until: null };
      await store.withheld.add(id, one);
      await store.withheld.add(id, whole);
      await store.withheld.add(id, { ...one, until: 5 });
      expect(await store.withheld.list(id)).toEqual([one, whole]);
      await store.withheld.lift(id, one.notice);
      expect(await store.withheld.list(id)).toEqual([whole]);
    });

    it("gives the latest snapshot of exactly this code", async () => {
      const id = await body(store);
      const code = randomId();
      const snapshot = (size: number, bytes: Uint8Array) => ({
        size,
        rulesVersion: "1",
        codeHash: code,
        stateHash: randomId(),
        bytes,
      });
      const large = snapshot(20, new Uint8Array(randomBytes(2_500_000)));
      await store.snapshots.put(id, snapshot(10, new Uint8Array()));
      await store.snapshots.put(id, snapshot(20, new Uint8Array(3_000_000)));
      await store.snapshots.put(id, large);
      const found = await store.snapshots.latest(id, "1", code);
      expect(found?.stateHash).toBe(large.stateHash);
      expect(Buffer.from(found?.bytes ?? []).equals(Buffer.from(large.bytes))).toBe(true);
      expect((await store.snapshots.latest(id, "1", code, 19))?.size).toBe(10);
      expect(await store.snapshots.latest(id, "2", code)).toBeNull();
      expect(await store.snapshots.latest(id, "1", randomId())).toBeNull();
      const older = randomId();
      await store.snapshots.put(id, { ...large, codeHash: older });
      await store.snapshots.prune(id, code, 1);
      expect(await store.snapshots.latest(id, "1", code, 19)).toBeNull();
      expect(await store.snapshots.latest(id, "1", older)).toBeNull();
      expect((await store.snapshots.latest(id, "1", code))?.size).toBe(20);
      await store.snapshots.drop(id);
      expect(await store.snapshots.latest(id, "1", code)).toBeNull();
    });

    it("keeps each witness's cosignatures", async () => {
      const id = await body(store);
      const by = (size: number, witness: string, n: number) => ({ size, witness, note: new Uint8Array([n]), at: n });
      for (const c of [by(1, "a", 1), by(2, "a", 2), by(1, "b", 3), by(2, "a", 4)])
        await store.cosignatures.keep(id, c);
      expect(await store.cosignatures.at(id, 1)).toEqual([by(1, "a", 1), by(1, "b", 3)]);
      expect(await store.cosignatures.latest(id)).toEqual([by(2, "a", 4), by(1, "b", 3)]);
    });

    it("remembers what it follows", async () => {
      const of = randomId();
      const follow = {
        body: of,
        url: "https://one.example/",
        since: 1,
        checkedAt: null,
        size: 0,
        fault: null,
        state: null,
      };
      await store.follows.put(follow);
      const later = { ...follow, checkedAt: 9, size: 7, fault: "fork", state: new Uint8Array([1]) };
      await store.follows.put(later);
      await store.follows.put({ ...follow, url: "https://two.example/" });
      expect(await store.follows.of(of)).toEqual([later, { ...follow, url: "https://two.example/" }]);
      await store.follows.drop(of, follow.url);
      expect((await store.follows.list()).filter((f) => f.body === of)).toHaveLength(1);
    });
  });
}
