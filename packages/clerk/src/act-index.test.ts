import type { ActId, MemberId } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ActIndex, type Described, type IndexQuery } from "./act-index.ts";
import { pack } from "./snapshots/packed.ts";
import { unpack } from "./snapshots/unpacked.ts";

const kind = fc.constantFrom("vote.cast", "vote.open", "say", "notice.handover");
const author = fc.constantFrom(...["a", "b"].map((c) => c.repeat(32) as MemberId));
const about = fc.constantFrom(...["c", "d"].map((c) => c.repeat(64)));
const right = fc.record(
  { rule: fc.constantFrom("V-1", "M-2"), from: fc.constantFrom("e".repeat(64) as ActId, "f".repeat(64) as ActId) },
  { requiredKeys: ["rule"], noNullPrototype: true },
);
const entry: fc.Arbitrary<Described> = fc.record(
  { kind, author, about, right },
  { requiredKeys: ["kind"], noNullPrototype: true },
);
const query = fc.record(
  {
    kind: fc.constantFrom("vote.", "notice.", "none.", "say", "vote.cast", "never"),
    by: author,
    about,
    before: fc.nat(40),
    limit: fc.nat(10),
  },
  { requiredKeys: ["limit"], noNullPrototype: true },
);

/** Which entries match, looked up one by one. */
function plainly(entries: readonly Described[], q: IndexQuery): number[] {
  const fits = (e: Described) =>
    (q.kind === undefined || (q.kind.endsWith(".") ? e.kind.startsWith(q.kind) : e.kind === q.kind)) &&
    (q.by === undefined || e.author === q.by) &&
    (q.about === undefined || e.about === q.about);
  const all = entries.flatMap((e, i) => (fits(e) && i < (q.before ?? Infinity) ? [i] : []));
  return all.toReversed().slice(0, q.limit);
}

describe("the index of a record", () => {
  it("finds and counts what is there, built entry by entry or gone on with from a snapshot", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), fc.nat(40), fc.array(query), (entries, cut, queries) => {
        const one = new ActIndex();
        for (const e of entries) one.add(e);
        const before = new ActIndex();
        for (const e of entries.slice(0, cut)) before.add(e);
        const two = ActIndex.of(unpack(pack(before.plain())) as never);
        for (const e of entries.slice(cut)) two.add(e);
        for (const index of [one, two]) {
          expect(index.size).toBe(entries.length);
          entries.forEach((e, i) => expect(index.right(i)).toEqual(e.right));
          for (const q of queries) {
            expect(index.find(q)).toEqual(plainly(entries, q));
            const { limit: _, before: __, ...all } = q;
            expect(index.count(all)).toBe(plainly(entries, { ...all, limit: Infinity }).length);
          }
        }
        expect(Buffer.from(pack(two.plain())).equals(Buffer.from(pack(one.plain())))).toBe(true);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
