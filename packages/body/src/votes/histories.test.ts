/**
 * Random histories of deciding (V-25, V-27, V-29, V-37, V-43): whatever people try, in whatever order,
 * the fold of the entries is the state, a refusal changes nothing, nobody is counted twice, and a
 * declared result is what an independent count of the positions gives.
 */
import type { ActId } from "@nabat/kernel";
import { Assembly, figures, HOUR, type Person, sha256 } from "@nabat/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateHash } from "../engine/snapshot.ts";
import type { Position } from "./acts.ts";
import { POSITIONS } from "./acts.ts";
import { voteEnd } from "./course.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay", "gil"];
const byName = {
  statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name", seconds: 0 } }),
};

const n = fc.nat(50);
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("move" as const), by: n, sections: fc.constantFrom(true, false, false) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("revise" as const), by: n, motion: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("second" as const), by: n, motion: n }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("sitting" as const), by: n, section: fc.constantFrom(true, false, false) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end" as const), by: n, sitting: n }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant("open" as const),
      by: n,
      motion: n,
      sitting: fc.option(n),
      mode: fc.constantFrom("name", "name", "hands", "paper", "count"),
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant("cast" as const), by: n, vote: n, choice: fc.constantFrom(...POSITIONS) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("close" as const), by: n, vote: n }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("tally" as const),
      by: n,
      vote: n,
      for: fc.constantFrom(4, 4, 4, 2),
      against: fc.constantFrom(1, 1, 3),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("declare" as const), by: n, vote: n, lie: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.constantFrom(1, 24, 73, 24 * 8) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), by: fc.constantFrom(5, 6) }) },
);
const RUNS = 30;
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** What an observer with pen and paper knows: each vote's positions as they were entered. */
type Seen = Map<ActId, Map<string, Position>>;

function play(a: Assembly, commands: readonly Command[]): Seen {
  const seen: Seen = new Map();
  // Among the latest: so that histories come to an end of something.
  const pick = <T>(list: readonly T[], at: number): T | undefined =>
    list.at(-1 - (at % Math.max(1, Math.min(3, list.length))));
  const who = (at: number): Person => a.people[at % a.people.length]!;
  const known = (member: string | undefined, or: number): Person =>
    member !== undefined && or % 3 > 0 ? a.byMember(member) : who(or);
  const nothing = "f".repeat(64) as ActId;
  a.sitting();
  for (const by of a.people.slice(0, 2)) a.move({ by });
  // The time of talk before a vote outside a sitting.
  a.house.wait(24 * HOUR);
  for (const c of commands) {
    const { motions } = a.house.state.motions;
    const { votes } = a.house.state.votes;
    const { sittings } = a.house.state.sittings;
    const motion = "motion" in c ? (pick([...motions.keys()], c.motion) ?? nothing) : nothing;
    const vote = "vote" in c ? (pick([...votes.keys()], c.vote) ?? nothing) : nothing;
    const sitting = "sitting" in c && c.sitting !== null ? (pick([...sittings.keys()], c.sitting) ?? nothing) : nothing;
    const before = stateHash(sha256, a.house.state);
    const put = (by: Person, kind: string, data: object): boolean => {
      const done = a.house.put(by, kind, data);
      if (!done.ok && stateHash(sha256, a.house.state) !== before)
        throw new Error(`a refused ${kind} changed the state`);
      return done.ok;
    };
    switch (c.do) {
      case "wait":
        a.house.wait(c.hours * HOUR);
        break;
      case "move":
        put(who(c.by), "move", {
          title: a.words(),
          text: a.words(),
          subject: { type: "text" },
          ...(c.sections ? { sections: ["north", "south"] } : {}),
        });
        break;
      case "revise":
        put(who(c.by), "revise", { motion, text: a.words() });
        break;
      case "second":
        put(who(c.by), "second", { motion });
        break;
      case "sitting":
        put(who(c.by), "sitting.open", {
          title: a.words(),
          tellers: [who(c.by + 1).member, who(c.by + 2).member],
          ...(c.section ? { section: "north" } : {}),
        });
        break;
      case "end":
        put(who(c.by), "sitting.close", { sitting });
        break;
      case "open": {
        const version = motions.get(motion)?.versions.at(-1)?.text ?? nothing;
        const place = c.sitting === null ? { closes: a.house.now + 72 * HOUR } : { sitting };
        put(known(sittings.get(sitting)?.opener, c.by), "vote.open", { motion, version, mode: c.mode, ...place });
        break;
      }
      case "cast": {
        if (vote === nothing) break;
        const ended = voteEnd(a.house.state, a.vote(vote), a.house.now);
        if (!put(who(c.by), "vote.cast", a.position(vote, who(c.by), c.choice))) break;
        expect(ended).toBeUndefined();
        const positions = seen.get(vote) ?? new Map<string, Position>();
        expect(positions.has(who(c.by).member)).toBe(false);
        seen.set(vote, positions.set(who(c.by).member, c.choice));
        break;
      }
      case "close":
        put(known(votes.get(vote)?.caller, c.by), "vote.close", { vote });
        break;
      case "tally": {
        const counted =
          vote !== nothing && a.vote(vote).mode === "count"
            ? { counts: honest(seen.get(vote)) }
            : { counts: figures({ for: c.for, against: c.against }), present: c.for + c.against };
        put(known(votes.get(vote)?.tellers[c.by % 2], c.by), "tally", { vote, ...counted });
        break;
      }
      case "declare": {
        if (vote === nothing) break;
        const v = a.vote(vote);
        const [tally] = v.tallies.values();
        const counts =
          v.mode === "name" || v.mode === "count" ? honest(seen.get(vote)) : (tally?.counts ?? figures({}));
        const said = c.lie ? { ...counts, for: (counts["for"] ?? 0) + 1 } : counts;
        for (const outcome of ["carried", "lost", "no-quorum", "tied"])
          if (
            put(who(c.by), "result", {
              vote,
              counts: said,
              whole: v.whole,
              outcome,
              ...(v.opinion ? { opinion: true } : {}),
              ...(tally?.present === undefined ? {} : { present: tally.present }),
            })
          ) {
            if (v.mode === "name" || v.mode === "count") expect(c.lie).toBe(false);
            break;
          }
        break;
      }
      case "leave":
        put(who(c.by), "leave", {});
        break;
    }
    for (const v of a.house.state.votes.votes.values()) {
      expect(v.castCount).toBeLessThanOrEqual(v.whole);
      if (!v.result) expect(v.cast.size).toBe(v.castCount);
      expect(v.castCount).toBe(seen.get(v.id)?.size ?? 0);
    }
  }
  return seen;
}

function honest(positions: ReadonlyMap<string, Position> | undefined): Record<string, number> {
  const counts = figures({});
  for (const p of positions?.values() ?? []) counts[p] = (counts[p] ?? 0) + 1;
  return counts;
}

describe("histories", () => {
  it(
    "V-25, V-27, V-29, V-37, V-43: property: fold(a + b) = fold(fold(a), b), and counts hold, whatever people try",
    { timeout: 120_000 },
    () => {
      let declared = 0;
      fc.assert(
        fc.property(
          fc.array(command, { minLength: 80, maxLength: 120, size: "max" }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (commands, cut) => {
            const a = new Assembly(names, byName);
            const seen = play(a, commands);
            for (const v of a.house.state.votes.votes.values()) {
              if (!v.result) continue;
              declared += 1;
              if (v.mode === "name") expect(v.result.counts).toEqual(honest(seen.get(v.id)));
            }
            const whole = stateHash(sha256, a.house.state);
            expect(stateHash(sha256, a.house.refold())).toBe(whole);
            const through = 1 + Math.floor(cut * (a.house.entries.length - 1));
            expect(stateHash(sha256, a.house.refold(through))).toBe(whole);
          },
        ),
        { numRuns: RUNS },
      );
      expect(declared).toBeGreaterThan(5);
    },
  );
});
