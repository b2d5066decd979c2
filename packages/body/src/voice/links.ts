/**
 * How many guests and applicants one member's invitations bring (N-7), by group links and by invitations for one person
 * apart, and which link brings nobody any more (N-12).
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Member } from "../members/part.ts";
import { standingOf } from "../members/standing.ts";
import { DAY_MS, MORE } from "./pace.ts";
import { stayEndedBy } from "./stay-over.ts";

/** So many of those whom one member's links brought may be guests still, so many of those whom they invited one by one, and so many come by their links in a day (N-7). */
export const GUESTS_EACH = 100;

/** By which of a member's invitations: group links, which strangers use too, or those for one person. */
export type Way = "links" | "personal";

/** Whose group link brought this guest; nobody's once they asked to be a member, which takes an invitation of their own (M-17). */
function linkMaker(state: State, member: Member): MemberId | undefined {
  if (member.link === undefined || member.applied !== undefined) return undefined;
  return state.members.invitations.get(member.link)?.by;
}

/** By which way of which member somebody is here, or would be again. */
function broughtBy(state: State, member: Member): { readonly inviter: MemberId; readonly way: Way } | undefined {
  const maker = linkMaker(state, member);
  if (maker !== undefined) return { inviter: maker, way: "links" };
  return member.invitedBy === undefined ? undefined : { inviter: member.invitedBy, way: "personal" };
}

/** Who came to found the body: nobody's guests, also where they never signed (F-18). */
function founders(state: State): ReadonlySet<MemberId> {
  const came = new Set<MemberId>();
  for (const { as, usedBy } of state.members.invitations.values())
    if (as === "founder" && usedBy !== undefined) came.add(usedBy);
  return came;
}

/**
 * How many came by this member's invitations of this kind and are guests or applicants still. Not whose stay was ended:
 * else who sends invented guests in by somebody's link would use up their invitations for good. An applicant who waits
 * for nothing but time isn't one of them.
 */
export function guestsBy(state: State, inviter: MemberId, way: Way, at: Millis): number {
  let n = 0;
  const founded = founders(state);
  for (const m of state.members.members.values()) {
    const has = standingOf(m, at);
    if (has !== "guest" && (has !== "applicant" || m.from !== undefined)) continue;
    const brought = broughtBy(state, m);
    if (brought?.inviter === inviter && brought.way === way && !founded.has(m.id)) n++;
  }
  return n;
}

/** When those came in the day before who came by this member's group links, whatever became of them since: joining and leaving in a loop is the link's own end. */
function cameLately(state: State, inviter: MemberId, at: Millis): Millis[] {
  const came: Millis[] = [];
  for (const m of state.members.members.values()) {
    if (m.link === undefined || m.joined <= at - DAY_MS) continue;
    if (state.members.invitations.get(m.link)?.by === inviter) came.push(m.joined);
  }
  return came.sort((a, b) => a - b);
}

/** Is there room for one more among those whom this member brought in that way (N-7)? */
function roomAmong(state: State, inviter: MemberId, way: Way, at: Millis): Result<true> {
  if (guestsBy(state, inviter, way, at) < GUESTS_EACH) return ok(true);
  return refuse("N-7", way === "links" ? "enough-guests" : "enough-invited", { most: GUESTS_EACH });
}

/** Is there room for this one to come back among the guests and applicants of whoever invited them (N-7, K-16)? */
export function roomToComeBack(state: State, member: Member, at: Millis): Result<true> {
  const brought = broughtBy(state, member);
  return brought === undefined || founders(state).has(member.id)
    ? ok(true)
    : roomAmong(state, brought.inviter, brought.way, at);
}

/** May a guest whom this member brought by a link ask to be a member with an invitation of theirs, or is the room among these used up (N-7)? Who is among them already takes none. */
export function roomToApply(state: State, member: Member, inviter: MemberId, at: Millis): Result<true> {
  const brought = broughtBy(state, member);
  const among = brought?.inviter === inviter && brought.way === "personal";
  return among ? ok(true) : roomAmong(state, inviter, "personal", at);
}

/** May this member's invitations of this kind bring another guest or applicant (N-7)? In a practice body with a clock of its own links bring ten times as many in a day (N-4). */
export function roomForGuest(state: State, inviter: MemberId, way: Way, at: Millis): Result<true> {
  const among = roomAmong(state, inviter, way, at);
  if (!among.ok || way === "personal") return among;
  const most = state.practice.clock === undefined ? GUESTS_EACH : GUESTS_EACH * MORE;
  const came = cameLately(state, inviter, at);
  const makesRoom = came.at(-most);
  return makesRoom === undefined ? ok(true) : refuse("N-7", "enough-in-a-day", { most, from: makesRoom + DAY_MS });
}

/**
 * Whose stay was ended of those who came by this group link (N-12): it serves nobody while that stands, so that they don't come
 * back by it with other keys the same hour. No rule can see by which other link they do.
 */
export function shutBy(state: State, link: ActId, at: Millis): MemberId | undefined {
  for (const m of state.members.members.values()) if (m.link === link && stayEndedBy(m.stay, at)) return m.id;
  return undefined;
}
