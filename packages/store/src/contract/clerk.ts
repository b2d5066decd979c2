/** What must hold of a clerk's own work: leases, sessions, submissions, jobs, settings, keys. */
import { setTimeout as sleep } from "node:timers/promises";
import type { KeyId, MemberId } from "@nabat/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewJob, Store } from "../ports.ts";
import { body, type Fixture, randomId } from "./fixture.ts";

/** Registers the tests for the store that `fixture` opens. */
export function clerkContract(fixture: Fixture): void {
  describe(`a clerk's work on ${fixture.name}`, () => {
    let opened: Awaited<ReturnType<Fixture["open"]>>;
    let store: Store;
    beforeAll(async () => {
      opened = await fixture.open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    it("gives a lease to one holder until it expires or is released", async () => {
      const id = await body(store);
      expect(await store.leases.acquire(id, "other", 60_000)).toBeNull();
      expect(await store.leases.acquire(id, "me", 60_000)).toMatchObject({ body: id, epoch: 1, size: 1 });
      expect(await store.leases.renew(id, "other", 60_000)).toBeNull();
      expect(await store.leases.renew(id, "me", 150)).not.toBeNull();
      expect((await store.leases.holder(id))?.holder).toBe("me");
      await sleep(250);
      expect(await store.leases.holder(id)).toBeNull();
      expect(await store.leases.renew(id, "me", 60_000)).toBeNull();
      expect(await store.leases.acquire(id, "other", 60_000)).not.toBeNull();
      await store.leases.release(id, "me");
      expect(await store.leases.acquire(id, "me", 60_000)).toBeNull();
      await store.leases.release(id, "other");
      const raced = await Promise.all(["a", "b", "c", "d"].map((who) => store.leases.acquire(id, who, 60_000)));
      expect(raced.filter((l) => l !== null)).toHaveLength(1);
      expect(await store.leases.acquire(randomId(), "me", 1)).toBeNull();
    });

    it("renews all leases of a holder at once", async () => {
      const mine = [await body(store, { holder: "many" }), await body(store, { holder: "many" })];
      await body(store, { holder: "many" }, { leaseMs: -1 });
      await body(store);
      expect((await store.leases.renewAll("many", 60_000)).sort()).toEqual(mine.sort());
    });

    it("keeps reading sessions per body and ends them", async () => {
      const [id, other] = [await body(store), await body(store)];
      const session = {
        tokenHash: randomId(),
        member: "m".repeat(32) as MemberId,
        key: "z6MkDevice" as KeyId,
        expires: 100,
      };
      await store.sessions.open(id, session);
      expect(await store.sessions.find(id, session.tokenHash, 99)).toEqual(session);
      expect(await store.sessions.find(id, session.tokenHash, 100)).toBeNull();
      expect(await store.sessions.find(other, session.tokenHash, 1)).toBeNull();
      await store.sessions.closeOf(id, session.member, "z6MkOther" as KeyId);
      expect(await store.sessions.find(id, session.tokenHash, 1)).not.toBeNull();
      await store.sessions.closeOf(id, session.member);
      expect(await store.sessions.find(id, session.tokenHash, 1)).toBeNull();
      await store.sessions.open(id, session);
      await store.sessions.close(id, session.tokenHash);
      await store.sessions.open(id, session);
      await store.sessions.sweep(100);
      expect(await store.sessions.find(id, session.tokenHash, 1)).toBeNull();
    });

    it("spends a challenge once", async () => {
      const id = await body(store);
      await store.sessions.issueChallenge(id, "c1", 100);
      await store.sessions.issueChallenge(id, "c2", 100);
      const spent = await Promise.all([1, 2, 3].map(() => store.sessions.spendChallenge(id, "c1", 50)));
      expect(spent.filter(Boolean)).toHaveLength(1);
      expect(await store.sessions.spendChallenge(id, "c2", 100)).toBe(false);
      expect(await store.sessions.spendChallenge(id, "c2", 1)).toBe(false);
      expect(await store.sessions.spendChallenge(id, "c3", 1)).toBe(false);
    });

    it("remembers when a submission was first seen", async () => {
      const id = await body(store);
      const s = { actId: randomId(), bytes: new Uint8Array([1]), firstSeen: 50 };
      expect(await store.submissions.keep(id, s)).toBe(50);
      expect(await store.submissions.keep(id, { ...s, firstSeen: 70 })).toBe(50);
      expect(await store.submissions.keep(id, { ...s, firstSeen: 40 })).toBe(40);
      expect(await store.submissions.find(id, s.actId)).toEqual({ ...s, firstSeen: 40 });
      expect(await store.submissions.list(id)).toHaveLength(1);
      await store.submissions.drop(id, [s.actId]);
      expect(await store.submissions.list(id)).toEqual([]);
    });

    it("hands each job to one worker at a time, at least once", async () => {
      const [id, other] = [await body(store), await body(store)];
      const job = (n: number, due: number): NewJob => ({ kind: "post", due, payload: new Uint8Array([n]) });
      await store.outbox.add(id, [job(1, 10), job(2, 20), job(3, 500)]);
      await store.outbox.add(other, [job(4, 15)]);
      await store.outbox.add(null, [job(5, 5)]);
      expect(await store.outbox.waiting()).toEqual({ count: 5, oldestDue: 5 });
      const claims = (await Promise.all([1, 2, 3, 4].map(() => store.outbox.claim(100, 10, 1_000, ["post"])))).flat();
      expect(new Set(claims.map((j) => j.payload[0]))).toEqual(new Set([1, 2, 4, 5]));
      expect(claims.find((j) => j.payload[0] === 5)?.body).toBeNull();
      expect(await store.outbox.claim(100, 10, 1_000)).toEqual([]);
      expect(await store.outbox.claim(2_000, 10, 1_000, ["none"])).toEqual([]);
      const [first, second] = claims;
      if (!first || !second) throw new Error("two claims");
      await store.outbox.done(first);
      await store.outbox.again(second, 150, "no answer");
      const next = await store.outbox.claim(200, 10, 1_000);
      expect(next.map((j) => [j.id, j.attempts])).toEqual([[second.id, 2]]);
      // Who comes back late can't finish what another has taken over.
      await store.outbox.done(second);
      expect((await store.outbox.waiting()).count).toBe(4);
      expect(await store.outbox.claim(5_000, 2, 1_000)).toHaveLength(2);
    });

    it("lets one job of a sort wait, and a new one while it runs", async () => {
      const id = await body(store);
      const job = { kind: "cosign", due: 1, payload: new Uint8Array(), dedupe: "x" };
      await store.outbox.add(id, [job, job]);
      await store.outbox.add(id, [job]);
      expect(await store.outbox.claim(10, 10, 1_000, ["cosign"])).toHaveLength(1);
      await store.outbox.add(id, [job]);
      expect(await store.outbox.claim(10, 10, 1_000, ["cosign"])).toHaveLength(1);
    });

    it("keeps settings of bodies and of the clerk apart, and compares before it sets", async () => {
      const id = await body(store);
      const [a, b] = [new Uint8Array([1]), new Uint8Array([2])];
      await store.settings.put(id, "name", a);
      expect(await store.settings.get(null, "name")).toBeNull();
      expect(await store.settings.replace(id, "name", null, b)).toBe(false);
      expect(await store.settings.replace(id, "name", b, b)).toBe(false);
      expect(await store.settings.replace(id, "name", a, b)).toBe(true);
      expect(await store.settings.replace(null, "name", null, a)).toBe(true);
      await store.settings.put(null, "more", b);
      expect(await store.settings.all(null)).toEqual(
        new Map([
          ["more", b],
          ["name", a],
        ]),
      );
      await store.settings.drop(null, "name");
      expect(await store.settings.get(null, "name")).toBeNull();
      expect(await store.settings.get(id, "name")).toEqual(b);
    });

    it("keeps secrets, never overwrites them", async () => {
      const secret = new Uint8Array([5, 6, 7]);
      await store.keys.put(null, "clerk", secret);
      await expect(store.keys.put(null, "clerk", secret)).rejects.toThrow();
      expect(await store.keys.get(null, "clerk")).toEqual(secret);
      expect(await store.keys.get(null, "none")).toBeNull();
      expect(await store.keys.list()).toEqual([{ body: null, name: "clerk" }]);
      await store.keys.drop(null, "clerk");
      expect(await store.keys.list()).toEqual([]);
    });
  });
}
