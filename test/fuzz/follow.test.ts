/**
 * A server that follows others is answered by strangers: whatever they send, in form or in content, a
 * round ends and says what was wrong. It never throws, hangs, or keeps anything that doesn't hold.
 */
import type { BodyId } from "@nabat/kernel";
import { Follower } from "@nabat/exchange";
import { sha256 } from "@nabat/platform";
import { storedEvidence } from "@nabat/clerk/evidence.ts";
import { loadRecord } from "@nabat/clerk/load.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assembly, type Hall, type Here, serverHere } from "../faults/hall.ts";
import { hostileJson, hostileText, RUNS } from "./values.ts";

let clerk: Here;
let copy: Here;
let hall: Hall;

beforeAll(async () => {
  clerk = await serverHere();
  copy = await serverHere();
  hall = await assembly(clerk.url, 3, { open: true });
}, 60_000);
afterAll(async () => {
  await clerk?.close();
  await copy?.close();
});

/** How one answer is bent: another status, other bytes, JSON with a field replaced, headers that lie. */
type Bend = {
  readonly path: string;
  readonly how: "status" | "bytes" | "field" | "json" | "cut";
  readonly with: unknown;
  readonly status: number;
};
const bend: fc.Arbitrary<Bend> = fc.record({
  path: fc.constantFrom(
    "",
    "/checkpoint",
    "/handovers",
    "/proof/consistency",
    "/tile/entries",
    "/attachments",
    "/cosignatures",
    "/session",
  ),
  how: fc.constantFrom("status", "bytes", "field", "json", "cut"),
  with: fc.oneof(hostileJson, hostileText),
  status: fc.constantFrom(200, 204, 301, 400, 403, 404, 500, 503),
});

function follower(bends: readonly Bend[]): Follower {
  const { store } = copy.running;
  const doFetch: typeof fetch = async (input, init) => {
    const path = new URL(String(input)).pathname.replace(`/api/bodies/${hall.body}`, "");
    const mine = bends.find((b) => (b.path === "" ? path === "" : path.startsWith(b.path)));
    const answer = await fetch(input, init);
    if (!mine) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const headers = new Headers(answer.headers);
    const put = (content: BodyInit | null, status = answer.status) =>
      new Response([204, 301].includes(status) ? null : content, { status: status === 301 ? 302 : status, headers });
    if (mine.how === "status") return put(bytes, mine.status);
    if (mine.how === "bytes") {
      headers.set("Nabat-Salt", "%%%");
      return put(String(mine.with));
    }
    if (mine.how === "cut") return put(bytes.slice(0, Math.floor(bytes.length / 2)));
    if (mine.how === "json") return put(JSON.stringify(mine.with));
    try {
      const whole = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
      return put(
        JSON.stringify(
          Object.fromEntries(
            Object.keys(whole).map((k, n) => [k, n % 2 === String(mine.with).length % 2 ? mine.with : whole[k]]),
          ),
        ),
      );
    } catch {
      return put(bytes);
    }
  };
  return new Follower({
    sha256,
    store,
    key: copy.running.clerk.key,
    now: Date.now,
    holder: "hostile",
    load: (body) => loadRecord(store, body, sha256, storedEvidence),
    grown: (body) => copy.running.clerk.forget(body),
    fetch: doFetch,
  });
}

it("R-23, R-26, W-5, C-5: whatever a followed server answers, a round ends and says so", async () => {
  const { follows, ledger } = copy.running.store;
  const body = hall.body as BodyId;
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(bend, { minLength: 1, maxLength: 3 }), async (grow, bends) => {
      if (grow) await hall.founder.act("rest.here", {});
      await follows.put({ body, url: clerk.url, since: 0, checkedAt: null, size: 0, fault: null, state: null });
      const round = await follower(bends).round(body, clerk.url);
      seen.set(round.is, (seen.get(round.is) ?? 0) + 1);
      // What is kept is the true record or nothing.
      const head = await ledger.head(body);
      const house = await clerk.running.clerk.house(body);
      if (head && house) expect(Buffer.from(head.root)).toEqual(Buffer.from(house.tree.rootAt(head.size)));
    }),
    { numRuns: RUNS(60) },
  );
  expect([...seen.keys()].sort()).toEqual(expect.arrayContaining(["grown", "unreachable"]));
  await follows.drop(body, clerk.url);
  const honest = await copy.running.follower.follow(clerk.url, body);
  expect(["grown", "same"]).toContain(honest.is);
}, 900_000);
