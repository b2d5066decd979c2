/**
 * Random meetings (G-20 to G-43, O-1 to O-13): whatever people try in whatever order, a refusal changes
 * nothing, the fold of the entries is the state, nobody is counted twice, no item is lost, no item is
 * skipped, and all questions have answers at every moment.
 */
import type { ActId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, sha256 } from "@nabat/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { electionFacts } from "../elections/queries.ts";
import { stateHash } from "../engine/snapshot.ts";
import { changesIn, isAmendment, lastVersion } from "../motions/amending.ts";
import { collide } from "../motions/paragraphs.ts";
import { motionFacts } from "../motions/queries.ts";
import { amendmentsFirst } from "../votes/amendments-first.ts";
import { computeResult, resultData } from "../votes/computed.ts";
import { partsOf } from "../votes/parts.ts";
import { carriedOver } from "./carry.ts";
import { minutesOf } from "./minutes.ts";
import { callView, courseView } from "./views.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const n = fc.nat(60);
const WHATS = [
  "board",
  "overrule",
  "agenda",
  "urgent",
  "proceed",
  "close-list",
  "time-limit",
  "adjourn",
  "adjourn-item",
  "exclude",
] as const;
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("call" as const),
      by: n,
      type: fc.constantFrom("decide", "decide", "consult", "inform"),
      halls: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("item" as const), by: n, at: n, motion: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("open" as const), by: n, at: n, hall: n }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant("next" as const), by: n, at: n }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("done" as const), by: n, at: n }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom("ask", "give", "hush", "remote", "hall"), by: n, at: n }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("put" as const), by: n, at: n, what: fc.constantFrom(...WHATS) }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("vote" as const),
      at: n,
      for: fc.nat(4),
      mode: fc.constantFrom("hands", "mixed", "paper"),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constant("amend" as const), by: n, at: n, from: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("accept", "revise"), by: n, at: n }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("elect" as const), by: n, at: n, for: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("close", "interrupt"), by: n, at: n }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      ms: fc.constantFrom(60_000, 60_000, 301_000, 301_000, HOUR, HOUR, DAY),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Seen {
  /** Items that were ever put on an agenda. */
  readonly items: Set<ActId>;
  decided: number;
}

function play(a: Meeting, steps: readonly Step[]): Seen {
  const seen: Seen = { items: new Set(), decided: 0 };
  const { house } = a;
  const late = <T>(list: readonly T[], at: number): T | undefined =>
    list.at(-1 - (at % Math.max(1, Math.min(2, list.length))));
  const who = (at: number) => a.people[at % a.people.length]!;
  const put = (by: number | string, kind: string, data: object): boolean => {
    const before = stateHash(sha256, house.state);
    const done = house.put(typeof by === "number" ? who(by) : a.byMember(by), kind, data);
    if (!done.ok) expect(stateHash(sha256, house.state)).toBe(before);
    if (done.ok && kind === "meeting.item") seen.items.add(done.value.id);
    return done.ok;
  };
  const first = a.convene({ itemsUntil: house.now + 3 * DAY });
  for (const by of [0, 1]) put(by, "meeting.item", { call: first, title: a.words(), motion: a.move({ by: who(by) }) });
  a.hold(first);
  for (const s of steps) {
    const { meetings, motions, elections } = house.state;
    const sitting = "at" in s ? late([...meetings.courses.keys()], s.at) : undefined;
    const course = sitting && courseView(house.state, sitting, house.now);
    const chair = course?.course.chair ?? "";
    switch (s.do) {
      case "wait":
        house.wait(s.ms);
        break;
      case "call":
        try {
          a.convene({
            type: s.type as "decide",
            by: who(s.by),
            days: 4,
            itemsUntil: house.now + 3 * DAY,
            ...(s.halls ? { halls: ["one", "two"] } : {}),
          });
        } catch (e) {
          // Three calls still to come under a name, and no more (G-47).
          if (!String(e).includes("G-47")) throw new Error(`a call was refused: ${String(e)}`, { cause: e });
        }
        break;
      case "item": {
        const call = late([...meetings.calls.keys()], s.at);
        const subject = { type: "text" };
        // Ten motions undecided of one mover, and no more (V-72).
        const moved = s.motion && put(s.by, "move", { title: a.words(), text: a.words(), subject });
        if (call)
          put(s.by, "meeting.item", {
            call,
            title: a.words(),
            ...(moved ? { motion: [...motions.motions.keys()].at(-1) } : {}),
          });
        break;
      }
      case "open": {
        const call = late([...meetings.calls.values()], s.at);
        if (!call) break;
        const hall = call.halls.length > 0 ? { hall: call.halls[s.hall % 2] } : {};
        const busy = [...meetings.courses.values()].some((c) => courseView(house.state, c.sitting, house.now).open);
        if (house.now < call.starts && !busy) house.wait(call.starts - house.now);
        put(s.hall % 3 ? call.caller : s.by, "sitting.open", {
          title: a.words(),
          tellers: [who(s.by + 1).member, who(s.by + 2).member],
          call: call.id,
          ...hall,
        });
        break;
      }
      case "next": {
        if (!course?.call) break;
        const first = course.call.agenda.find((i) => i.status === "waiting")?.id ?? "aob";
        const any = late(course.call.agenda, s.at)?.id ?? "aob";
        const wanted = s.by % 3 === 0 ? any : first;
        const opened = put(s.by % 2 === 0 ? chair : s.by, "item.open", { sitting, item: wanted });
        if (opened) expect(wanted).toBe(first);
        break;
      }
      case "done":
        put(s.by % 2 === 0 ? chair : s.by, "item.close", { sitting });
        break;
      case "ask":
        put(s.by, "floor.ask", { sitting });
        break;
      case "give": {
        const speaker = course?.speakers[s.by % 3 === 0 ? 1 : 0]?.member;
        if (speaker && put(chair, "floor.give", { sitting, speaker }))
          expect(speaker).toBe(course?.speakers[0]?.member);
        break;
      }
      case "hush":
        put(s.by % 2 === 0 ? (course?.speaking?.member ?? chair) : s.by, "floor.end", { sitting });
        break;
      case "remote":
        put(s.by, "sitting.remote", { sitting });
        break;
      case "hall":
        put(s.by, "sitting.hall", { sitting });
        break;
      case "put": {
        const waits = course?.call?.agenda.filter((i) => i.status === "waiting").map((i) => i.id) ?? [];
        const text = late(
          [...motions.motions.values()].filter((m) => m.subject.type === "text"),
          s.by,
        )?.id;
        const returns = house.now + (1 + (s.by % 6)) * DAY;
        const procedure = {
          board: { what: "board", chair: who(s.by).member },
          overrule: { what: "overrule" },
          agenda: { what: "agenda", order: waits.slice(s.by % 2).reverse() },
          urgent: { what: "urgent", title: a.words(), ...(text ? { motion: text } : {}) },
          proceed: { what: "proceed" },
          "close-list": { what: "close-list" },
          "time-limit": { what: "time-limit", seconds: 60 },
          adjourn: { what: "adjourn", returns },
          "adjourn-item": { what: "adjourn", returns, ...(waits[0] ? { item: waits[0] } : {}) },
          exclude: { what: "exclude", member: who(s.by + 1).member },
        }[s.what];
        put(s.by, "move", { title: a.words(), text: a.words(), sitting, subject: { type: "procedure", procedure } });
        break;
      }
      case "vote": {
        if (!course || !sitting) break;
        house.wait(60_000);
        const item = course.item !== undefined && course.item !== "aob" ? course.item.motion : undefined;
        const before = item && motions.motions.get(item);
        const motion =
          course.procedures.at(-1)?.motion ??
          (before ? amendmentsFirst(house.state, before, course.course.sitting, house.now)[0]?.id : undefined) ??
          item ??
          late([...motions.motions.keys()], s.at);
        if (motion && put(chair, "vote.open", { motion, version: a.version(motion), mode: s.mode, sitting }))
          count(a, put, s.for, seen);
        break;
      }
      case "amend": {
        const motion = late(
          [...motions.motions.values()].filter((m) => m.subject.type === "text"),
          s.at,
        );
        if (!motion) break;
        const what = (["replace", "strike", "insert"] as const)[s.by % 3]!;
        const place = what === "insert" ? { what, after: s.from } : { what, from: s.from, to: s.from + (s.by % 2) };
        const subject = { type: "amendment", motion: motion.id, base: motion.versions.at(-1)?.base, place };
        if (put(s.by, "move", { title: a.words(), text: a.words(), subject }) && s.by % 4 !== 0)
          put(s.by + 1, "second", { motion: [...motions.motions.keys()].at(-1) });
        break;
      }
      case "accept":
      case "revise": {
        const motion = late([...motions.motions.values()].filter(isAmendment), s.at);
        const mover = motion && motions.motions.get(motion.subject.motion)?.mover;
        if (motion && mover && s.do === "accept") put(mover, "accept", { motion: motion.id });
        else if (motion && mover) put(mover, "revise", { motion: motion.subject.motion, text: a.words() });
        break;
      }
      case "elect": {
        const open = [...elections.elections.values()].find((e) => e.status !== "decided");
        if (!open)
          put(s.by, "election.open", {
            title: a.words(),
            seats: 1 + (s.by % 2),
            rule: s.by % 3 ? "plurality" : "approval",
            termDays: 5,
            powers: s.by % 4 ? [] : ["convene"],
          });
        else if (
          !put(s.by, "nominate", { election: open.id, candidate: who(s.by).member }) &&
          sitting &&
          put(chair, "vote.open", { election: open.id, version: a.ballot(open.id), mode: "hands", sitting })
        )
          count(a, put, s.for, seen);
        break;
      }
      case "close":
        put(s.by % 2 ? chair : s.by, "sitting.close", { sitting });
        break;
      case "interrupt":
        put(s.by, "sitting.interrupt", { sitting, reason: a.words() });
        break;
    }
    hold(a, seen);
  }
  return seen;
}

/** Closes the vote just called, counts it part by part, declares it. */
function count(
  a: Meeting,
  put: (by: number | string, kind: string, data: object) => boolean,
  yes: number,
  seen: Seen,
): void {
  const vote = [...a.house.state.votes.votes.values()].at(-1)!;
  for (const p of a.people) if (vote.remote?.has(p.member)) a.cast(vote.id, p, yes % 2 ? "for" : "against");
  a.house.wait(60_000);
  expect(put(vote.caller, "vote.close", { vote: vote.id })).toBe(true);
  for (const part of partsOf(vote)) {
    for (const [k, teller] of part.tellers.entries()) {
      const at = part.key === "" ? {} : part.key === "devices" ? { devices: true } : { hall: part.key };
      const figure =
        vote.election !== undefined
          ? keys(vote, yes)
          : part.key === "devices"
            ? figures({ [yes % 2 ? "for" : "against"]: vote.castCount })
            : figures({ for: Math.max(0, yes - (k % 2) * (yes % 2)), against: 1 });
      const given = Object.values(figure).reduce((x, y) => x + y, 0);
      put(teller, "tally", {
        vote: vote.id,
        counts: figure,
        ...(part.key === "devices" ? {} : { present: Math.max(given, 1) }),
        ...at,
      });
    }
  }
  const computed = computeResult(vote, { sha256 });
  if (computed.ok && put(vote.caller, "result", resultData(vote.id, computed.value))) seen.decided += 1;
}

function keys(vote: { readonly ballot?: readonly { readonly key: string }[] }, yes: number): Record<string, number> {
  return {
    ...Object.fromEntries((vote.ballot ?? []).map((c, i) => [c.key, i === 0 ? yes : 0])),
    none: yes > 2 ? 0 : 1,
    blank: 0,
  };
}

function hold(a: Meeting, seen: Seen): void {
  const { state, now } = a.house;
  const carried = carriedOver(state, now).map((i) => i.id);
  expect(new Set(carried).size).toBe(carried.length);
  const waiting = new Map<ActId, number>();
  for (const call of state.meetings.calls.values()) {
    callView(state, call, now, a.person(0).member);
    for (const i of call.agenda)
      if ((i.status === "waiting" || i.status === "open") && !carried.includes(i.id))
        waiting.set(i.id, (waiting.get(i.id) ?? 0) + 1);
  }
  for (const times of waiting.values()) expect(times).toBe(1);
  // No item is lost: it waits on an agenda, is carried over, was done, or has nothing left to decide.
  for (const id of seen.items) {
    if (waiting.has(id) || carried.includes(id)) continue;
    const rows = [...state.meetings.calls.values()].flatMap((c) => c.agenda.filter((i) => i.id === id));
    const motion = rows[0]?.motion === undefined ? undefined : state.motions.motions.get(rows[0].motion);
    const over =
      rows.some((r) => r.status === "done") ||
      (motion !== undefined && motion.status !== "standing" && motion.status !== "voting");
    // Or an urgent item for the same motion took its place.
    const replaced =
      motion !== undefined &&
      [...state.meetings.carried, ...[...state.meetings.calls.values()].flatMap((c) => c.agenda)].some(
        (i) => i.id !== id && i.motion === motion.id && (waiting.has(i.id) || carried.includes(i.id)),
      );
    if (rows.length > 0) expect([id, over || replaced]).toEqual([id, true]);
  }
  // A text holds each change once, no two of one place, and none that wasn't carried or taken in.
  for (const motion of state.motions.motions.values()) {
    const changes = changesIn(state, lastVersion(motion));
    expect(new Set(changes).size).toBe(lastVersion(motion).changes.length);
    for (const [i, c] of changes.entries()) {
      expect(["carried", "accepted"]).toContain(c.status);
      expect(changes.slice(i + 1).some((d) => collide(c.subject.place, d.subject.place))).toBe(false);
    }
    motionFacts(state, motion.id, now);
  }
  for (const sitting of state.meetings.courses.keys()) {
    courseView(state, sitting, now, a.person(1).member);
    expect(minutesOf(state, sitting, now).lines.length).toBeGreaterThan(0);
  }
  for (const id of state.elections.elections.keys()) {
    const facts = electionFacts(state, id, now)!;
    expect(facts.election.elected.length + facts.election.open).toBe(facts.election.seats);
  }
  for (const v of state.votes.votes.values())
    if (v.result?.present !== undefined) expect(v.result.present).toBeLessThanOrEqual(v.whole);
}

describe("histories", () => {
  it(
    "G-20 to G-43, O-1 to O-13, V-45 to V-50: property: fold(a + b) = fold(fold(a), b); nothing is lost, skipped or counted twice",
    { timeout: 180_000 },
    () => {
      let decided = 0;
      let amended = 0;
      fc.assert(
        fc.property(
          fc.array(step, { minLength: 60, maxLength: 110, size: "max" }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (steps, cut) => {
            const a = new Meeting(names);
            const seen = play(a, steps);
            decided += seen.decided;
            amended += a.house.state.motions.amended.size;
            const whole = stateHash(sha256, a.house.state);
            expect(stateHash(sha256, a.house.refold())).toBe(whole);
            expect(stateHash(sha256, a.house.refold(1 + Math.floor(cut * (a.house.entries.length - 1))))).toBe(whole);
          },
        ),
        { numRuns: 30 },
      );
      expect(decided).toBeGreaterThan(15);
      expect(amended).toBeGreaterThan(5);
    },
  );
});
