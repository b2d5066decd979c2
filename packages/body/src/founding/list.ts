/**
 * The list of those who found (F-14 to F-18): who is on it, whether it is closed, who has signed, and what
 * each may do with it. Plain checks, read-only, shared with pages. Time opens an unsigned list by itself.
 */
import {
  type ActId,
  type Hash,
  type KeyId,
  type MemberId,
  type Millis,
  ok,
  refuse,
  type Result,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { mayInTerms } from "../keys/terms.ts";
import { codesServe, hasCard, hasCode } from "../members/codes.ts";
import { roll, standing } from "../members/standing.ts";
import { type ListCard, peopleBytes } from "./acts.ts";
import type { FoundersList } from "./part.ts";

/** How long a closed list can be signed, in ms (F-15, F-18). */
export const LIST_MS = 30 * 24 * 3600_000;

/** The closed list that waits for signatures, or that adopted the body; `undefined` while the list is open (F-15). */
export function closedList(state: State, at: Millis): FoundersList | undefined {
  const { list, phase } = state.founding;
  if (!list || (phase === "provisional" && at > list.at + LIST_MS)) return undefined;
  return list;
}

/** Who is on the list: as it was closed, less who has left; while it is open, everybody who founds. */
export function peopleOn(state: State, at: Millis): MemberId[] {
  const closed = closedList(state, at);
  if (!closed) return state.founding.phase === "provisional" ? roll(state, at).map((m) => m.id) : [];
  return closed.people.filter((id) => standing(state, id, at) !== "left");
}

/** The hash that a closing act states of the people on the list (F-14). */
export function peopleHash(people: readonly MemberId[], sha256: Sha256): Hash {
  return toHex(sha256(peopleBytes(people))) as Hash;
}

/** How far a closed list has come: of so many on it still, so many have signed, and so many must (F-6). */
export interface Signatures {
  readonly on: number;
  readonly signed: number;
  readonly needed: number;
}

/** Counts the signatures under a list; who has left counts neither way. */
export function signatures(state: State, list: FoundersList, at: Millis): Signatures {
  const on = list.people.filter((id) => standing(state, id, at) !== "left");
  const least = list.people.length === 1 ? 1 : 2;
  return {
    on: on.length,
    signed: on.filter((id) => list.signed.has(id)).length,
    needed: Math.max(least, Math.floor(on.length / 2) + 1),
  };
}

/** May somebody still come onto the list: by joining as founder, or by a card (F-7)? Refuses F-7, F-14. */
export function mayComeOn(state: State, at: Millis): Result<true> {
  if (state.founding.phase === "adopted") return refuse("F-7", "adopted-already");
  const closed = closedList(state, at);
  return closed ? refuse("F-14", "list-closed", { since: closed.at }) : ok(true);
}

/**
 * May `by` close the list now, with these people on it (F-14)? Pages leave `people` out. Whose closing another opened
 * again leaves it to the others; only where that holds for all of them does anybody close it.
 */
export function mayCloseList(
  state: State,
  by: MemberId | undefined,
  at: Millis,
  sha256: Sha256,
  people?: Hash,
): Result<true> {
  const open = mayComeOn(state, at);
  if (!open.ok) return open;
  const closed = state.founding.closedBy ?? [];
  if (by !== undefined && closed.includes(by) && !peopleOn(state, at).every((id) => closed.includes(id)))
    return refuse("F-14", "closed-before");
  if (people === undefined || people === peopleHash(peopleOn(state, at), sha256)) return ok(true);
  return refuse("F-14", "list-changed", { on: peopleOn(state, at).length });
}

/** May this closed list be opened again (F-15)? */
export function mayOpenList(state: State, list: ActId, by: MemberId, at: Millis): Result<true> {
  if (state.founding.phase === "adopted") return refuse("F-15", "adopted-already");
  // Each once: else one could undo everybody's signatures for ever.
  if (state.founding.openedBy?.includes(by)) return refuse("F-15", "opened-before");
  const closed = closedOf(state, list, at);
  return closed.ok ? ok(true) : closed;
}

/** The closed list of that act. Refuses F-16. */
function closedOf(state: State, id: ActId, at: Millis): Result<FoundersList> {
  const closed = closedList(state, at);
  if (!closed) return refuse("F-16", "no-closed-list");
  return closed.id === id ? ok(closed) : refuse("F-16", "another-list");
}

/**
 * May `member` sign this list now (F-16), or come in by it afterwards (F-18)? `key`: the one in hand; what is
 * in its terms signs no list (K-12).
 */
export function maySignList(state: State, list: ActId, member: MemberId, at: Millis, key?: KeyId): Result<true> {
  const closed = closedOf(state, list, at);
  if (!closed.ok) return closed;
  if (!closed.value.people.includes(member)) return refuse("F-16", "not-on-the-list");
  if (closed.value.signed.has(member)) return refuse("F-16", "signed-already");
  const terms = key === undefined ? ok(true as const) : mayInTerms(state, { member, key, kind: "list.sign" }, at);
  if (!terms.ok) return terms;
  const until = closed.value.at + LIST_MS;
  return at <= until ? ok(true) : refuse("F-18", "too-late", { until });
}

/** So many on the list have devices that somebody else than the two who made a card can say that its holder is there (F-17). */
const THREE = 3;

function withDevices(state: State, at: Millis): number {
  return peopleOn(state, at).filter((id) => !hasCard(state, id, at)).length;
}

/** Until when this person may still sign the list that adopted the body, where they stand on it and haven't (F-18). */
export function maySignUntil(state: State, member: MemberId, at: Millis): Millis | undefined {
  const { list, phase } = state.founding;
  if (phase !== "adopted" || !list?.people.includes(member) || list.signed.has(member)) return undefined;
  const until = list.at + LIST_MS;
  return at <= until ? until : undefined;
}

/** May `by` enter the signature of a member without a device, or confirm it (F-17)? Pages leave `sha256`, and with it the code, out. */
export function mayListCard(state: State, data: ListCard, by: MemberId, at: Millis, sha256?: Sha256): Result<true> {
  if (by === data.member) return refuse("F-17", "own-card");
  const closed = closedOf(state, data.list, at);
  if (!closed.ok) return closed;
  if (!closed.value.people.includes(by)) return refuse("F-17", "not-on-the-list");
  const sign = maySignList(state, data.list, data.member, at);
  if (!sign.ok) return sign;
  const member = state.members.members.get(data.member);
  if (standing(state, data.member, at) === "left") return refuse("M-16", "they-left");
  if (!member || !hasCard(state, data.member, at)) return refuse("F-17", "no-card");
  if (member.confirmed === undefined && withDevices(state, at) >= THREE) return refuse("F-17", "card-not-confirmed");
  const serve = codesServe(state, data.member, at);
  if (!serve.ok) return serve;
  const has = sha256 === undefined || hasCode(state, member, data.code, sha256, at);
  return has ? ok(true) : refuse("F-17", "code-not-on-the-card");
}
