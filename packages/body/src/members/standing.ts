/**
 * Standing at a moment (M-7): what the roll says of a person, computed, never stored. Time passing
 * needs no act: an applicant whose conditions are met is a member from the moment `from` is reached.
 */
import type { KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Standing } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { stayEndedBy } from "../voice/stay-over.ts";
import type { Member } from "./part.ts";

/** The standing of one person at `at`. */
export function standingOf(member: Member | undefined, at: Millis): Standing {
  if (!member) return "none";
  if (member.status === "left" || (member.left !== undefined && member.left <= at)) return "left";
  if (member.stay && guestNow(member, at)) return stayEndedBy(member.stay, at) ? "left" : "guest";
  if (member.contested && member.contested.from <= at) return "guest";
  if (member.status === "applicant") return applicantAt(member, at);
  return member.status;
}

/** Who was a member before a decision on their stay was in force stays it; all others it concerns like guests (N-8). */
function applicantAt(member: Member, at: Millis): Standing {
  const { from = Infinity, stay } = member;
  if (stay && stayEndedBy({ ...stay, ends: stay.ends.filter((e) => e.from < from) }, at)) return "left";
  return from <= at ? "member" : "applicant";
}

function guestNow(member: Member, at: Millis): boolean {
  return member.status === "guest" || (member.contested !== undefined && member.contested.from <= at);
}

/** The standing of `id` in `state` at `at`. */
export function standing(state: State, id: MemberId, at: Millis): Standing {
  return standingOf(state.members.members.get(id), at);
}

/** True where `id` is a member at `at`, with or without a vote. */
export function isMember(state: State, id: MemberId, at: Millis): boolean {
  return standing(state, id, at) === "member";
}

/** The moment from which a person is a member, if that moment is set. */
export function memberSince(member: Member): Millis | undefined {
  return member.status === "guest" ? undefined : member.from;
}

/** All who are members at `at`, in order of joining: those without a vote too. */
export function membersAt(state: State, at: Millis): Member[] {
  return [...state.members.members.values()].filter((m) => standingOf(m, at) === "member");
}

/** How many are members at `at`, with or without a vote. */
export function memberCount(state: State, at: Millis): number {
  let n = 0;
  for (const m of state.members.members.values()) if (standingOf(m, at) === "member") n++;
  return n;
}

/** Has this person a vote at `at` (M-23)? */
export function votes(member: Member | undefined, at: Millis): member is Member {
  return member?.votesFrom !== undefined && member.votesFrom <= at && standingOf(member, at) === "member";
}

/** Has `id` a vote at `at` (M-23)? */
export function hasVote(state: State, id: MemberId, at: Millis): boolean {
  return votes(state.members.members.get(id), at);
}

/** All who have a vote at `at`, in order of joining (M-23): the roll of which rules ask a part or a number. */
export function roll(state: State, at: Millis): Member[] {
  return [...state.members.members.values()].filter((m) => votes(m, at));
}

/** From the second asking on a member has so long to give a sign, in ms (M-19). */
export const RESTS_AFTER_MS = 14 * 24 * 3600_000;

/** From when this member rests, unless a sign comes before (M-19). */
export function restsFrom(member: Member): Millis | undefined {
  const second = member.asks?.[1];
  return second && second.at + RESTS_AFTER_MS;
}

/** Did this member rest at `at` (M-19)? */
export function restedAt(member: Member, at: Millis): boolean {
  const from = restsFrom(member);
  if (from !== undefined && from <= at) return true;
  return member.rested !== undefined && member.rested.from <= at && at <= member.rested.until;
}

/** How many count at `at`: all with a vote who don't rest (M-21, M-23). What rules ask a part of. */
export function rollSize(state: State, at: Millis): number {
  let n = 0;
  for (const m of state.members.members.values()) if (votes(m, at) && !rests(m, at)) n++;
  return n;
}

/** Does this member rest at the present moment `at`? */
export function rests(member: Member, at: Millis): boolean {
  const from = restsFrom(member);
  return from !== undefined && from <= at;
}

/** How many have a vote at `at`, who rest too: those who are asked to decide something at once (M-21). */
export function wholeRoll(state: State, at: Millis): number {
  let n = 0;
  for (const m of state.members.members.values()) if (votes(m, at)) n++;
  return n;
}

/** How many count at `at`, counted only up to `most`: cheap however long the roll is. */
export function rollUpTo(state: State, at: Millis, most: number): number {
  let n = 0;
  for (const m of state.members.members.values()) if (votes(m, at) && !rests(m, at) && ++n >= most) break;
  return n;
}

/** The member a key signs for at `at`, if the key stands. */
export function keyHolder(state: State, key: KeyId, at: Millis): MemberId | undefined {
  const device = state.keys.keys.get(key);
  if (!device || device.since > at || (device.ended !== undefined && device.ended <= at)) return undefined;
  return device.member;
}
