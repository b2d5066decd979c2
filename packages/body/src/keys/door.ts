/**
 * New keys and cards at the door of a called meeting (K-11): two tellers whom those there elected, for a tenth of
 * the roll within 30 days over all doors, and besides for those whom the call names.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { partHere } from "../meetings/electing.ts";
import { electedTeller } from "../members/tellers.ts";
import { rollSize } from "../members/standing.ts";
import { heldOffAll, metFor, quietUntil, TERMS_MS, termsUntil } from "./running.ts";

/** Within this time so many come back at doors without being named, in ms (K-11). */
export const DOORS_MS = TERMS_MS;

/** Does the call of the meeting that this sitting holds name the person (K-11)? */
export function namedAt(state: State, sitting: ActId, member: MemberId): boolean {
  const call = state.meetings.courses.get(sitting)?.call;
  const keys = call === undefined ? undefined : state.meetings.calls.get(call)?.keys;
  return keys?.includes(member) === true;
}

/** How many more can come back at doors whom no call names, and how many may in all (K-11). */
export function doorPlaces(state: State, at: Millis): { readonly most: number; readonly left: number } {
  const most = Math.max(2, Math.floor(rollSize(state, at) / 10));
  let used = 0;
  for (const r of state.keys.recoveries.values())
    if (r.way === "door" && !r.named && r.signed !== undefined && at < r.signed + DOORS_MS) used++;
  return { most, left: Math.max(0, most - used) };
}

/**
 * After an objection that holds off everybody, and over keys that a meeting gave, a door whose call names the person needs
 * half of the roll there (K-11): else one who names all, and a night's tellers, wear out those who object, till somebody
 * misses it once, or undo what a meeting decided.
 */
function halfWhereOpen(state: State, sitting: ActId, member: MemberId, at: Millis): Result<true> {
  const course = state.meetings.courses.get(sitting);
  if (!course || (!heldOffAll(state, member, at) && !metFor(state, member, at))) return ok(true);
  const { here, whole } = partHere(state, course, at);
  return 2 * here >= whole ? ok(true) : refuse("K-11", "half-first", { here, whole });
}

/** May this teller bring this person in at the door now (K-11)? Refuses G-5, K-11, and where the call doesn't name them K-13 after an objection, K-15 while keys that a meeting gave are in their terms. */
export function mayAtDoor(state: State, sitting: ActId, member: MemberId, by: MemberId, at: Millis): Result<true> {
  const teller = electedTeller(state, sitting, by, at, "K-11");
  if (!teller.ok) return teller;
  if (namedAt(state, sitting, member)) return halfWhereOpen(state, sitting, member, at);
  const met = metFor(state, member, at);
  if (met) return refuse("K-15", "a-meeting-decided", { until: termsUntil(met) ?? at });
  const quiet = quietUntil(state, member, by, at);
  if (quiet !== undefined) return refuse("K-13", "named-on-the-call", { until: quiet });
  const { most, left } = doorPlaces(state, at);
  return left > 0 ? ok(true) : refuse("K-11", "places-at-the-door", { most });
}
