/** Changes of the rules that somebody moves in the game: what most want, and what would lock the others out. */
import type { Subject } from "@nabat/body/motions/acts.ts";
import type { Statutes } from "@nabat/body/statutes/acts.ts";
import { statutesNow } from "@nabat/body/statutes/queries.ts";
import type { World } from "./world.ts";

type Part = { readonly [key: string]: unknown };

/** The statutes of every game's body: a house that votes on devices, `mode` sealed or by name. */
export function asked(base: Statutes, mode: Statutes["voting"]["mode"]): Statutes {
  return { ...base, voting: { ...base.voting, mode, contestDays: 8 } };
}

/** Changes that make nothing harder. */
const EASIER: readonly ((s: Statutes) => Part)[] = [
  (s) => ({ voting: { secretOnRequest: s.voting.secretOnRequest === 3 ? 2 : 3 } }),
  (s) => ({ clerk: { copies: s.clerk.copies === "decision" ? "any-member" : "decision" } }),
  (s) => ({ entries: s.entries === "public" ? "members" : "public" }),
  (s) => ({ voting: { contestDays: s.voting.contestDays === 8 ? 10 : 8 } }),
];

/** Changes that lock: they make calling, deciding or changing harder, or let few decide. */
const LOCKS: readonly ((s: Statutes) => Part)[] = [
  () => ({ change: { majority: { num: 3, den: 4, strict: false, of: "roll" }, noticeDays: 60 } }),
  () => ({ voting: { discussionHours: 720, hours: 720 } }),
  () => ({ convene: { signatures: 100, noticeDays: 30 } }),
  () => ({ voting: { majority: { num: 9, den: 10, strict: false, of: "present" } } }),
  () => ({ change: { majority: { num: 4, den: 5, strict: false, of: "cast" } } }),
  () => ({ voting: { quorum: { num: 3, den: 4 }, seconds: 20 } }),
  () => ({ change: { quorum: { num: 3, den: 4 } } }),
  () => ({ voting: { quorum: { num: 0, den: 1 }, seconds: 0, discussionHours: 24, hours: 48 } }),
];

/** As much as rules can ask for: people, days, parts. One of a sort alone, or all of that sort in one motion. */
const PEOPLE = [{ convene: { signatures: 100 } }, { voting: { seconds: 20 } }, { voting: { secretOnRequest: 20 } }];
const DAYS = [{ convene: { noticeDays: 30 } }, { voting: { discussionHours: 720 } }, { voting: { hours: 720 } }];
const PARTS = [
  { voting: { majority: { num: 9, den: 10, strict: false, of: "present" } } },
  { voting: { quorum: { num: 3, den: 4 } } },
  { change: { quorum: { num: 3, den: 4 } } },
];
const UTMOST: readonly ((s: Statutes) => Part)[] = [PEOPLE, DAYS, PARTS].flatMap((sort: readonly Part[]) => [
  () => together(sort),
  ...sort.map((one) => () => one),
]);

/** All of these changes in one. */
function together(parts: readonly Part[]): Part {
  const out: Record<string, object> = {};
  for (const part of parts)
    for (const [key, value] of Object.entries(part)) out[key] = { ...out[key], ...(value as object) };
  return out;
}

/** The subject that changes the rules so. `n` picks one of its sort. */
export function changeOf(
  world: World,
  sort: "easier" | "lock" | "utmost",
  n = world.chance.int(1000),
): Subject | undefined {
  const now = statutesAt(world);
  const list = { easier: EASIER, lock: LOCKS, utmost: UTMOST }[sort];
  const part = list[n % list.length]?.(now);
  return part && subjectOf(part);
}

/** A change of some parameters as a motion's subject. */
export function subjectOf(changes: Part): Subject {
  return { type: "statutes", changes } as Subject;
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Do these rules have all of these parameters? */
export function has(statutes: Statutes, part: Part): boolean {
  return Object.entries(part).every(([key, value]) => {
    const held = (statutes as unknown as Part)[key];
    return isPart(value) && isPart(held)
      ? Object.entries(value).every(([k, v]) => JSON.stringify(held[k]) === JSON.stringify(v))
      : JSON.stringify(held) === JSON.stringify(value);
  });
}

/** What must be changed in `now` to come back to `earlier`; empty where nothing must. */
export function difference(now: Statutes, earlier: Statutes): Part {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(earlier) as [keyof Statutes, unknown][]) {
    if (key === "guarantees" || key === "rules") continue;
    if (!isPart(value)) {
      if (JSON.stringify(value) !== JSON.stringify(now[key])) out[key] = value;
      continue;
    }
    const inner: Record<string, unknown> = {};
    for (const [k, v] of Object.entries(value))
      if (JSON.stringify(v) !== JSON.stringify((now[key] as unknown as Part)[k])) inner[k] = v;
    if (Object.keys(inner).length > 0) out[key] = inner;
  }
  return out;
}

/** The rules in force now. */
export function statutesAt(world: World): Statutes {
  return statutesNow(world.state, world.now).statutes;
}
