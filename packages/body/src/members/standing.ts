/**
 * Standing at a moment (M-7): what the roll says of a person, computed, never stored. Time passing
 * needs no act: an applicant whose conditions are met is a member from the moment `from` is reached.
 */
import type { KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Standing } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import type { Member } from "./part.ts";

/** The standing of one person at `at`. */
export function standingOf(member: Member | undefined, at: Millis): Standing {
  if (!member) return "none";
  if (member.status === "left" || (member.left !== undefined && member.left <= at)) return "left";
  if (member.contested && member.contested.from <= at) return "guest";
  if (member.status === "applicant") return member.from !== undefined && member.from <= at ? "member" : "applicant";
  return member.status;
}

/** The standing of `id` in `state` at `at`. */
export function standing(state: State, id: MemberId, at: Millis): Standing {
  return standingOf(state.members.members.get(id), at);
}

/** True where `id` is a voting member at `at`. */
export function isMember(state: State, id: MemberId, at: Millis): boolean {
  return standing(state, id, at) === "member";
}

/** The moment from which a person is a member, if that moment is set. */
export function memberSince(member: Member): Millis | undefined {
  return member.status === "guest" ? undefined : member.from;
}

/** All who are members at `at`, in order of joining. */
export function roll(state: State, at: Millis): Member[] {
  return [...state.members.members.values()].filter((m) => standingOf(m, at) === "member");
}

/** How many are members at `at`. */
export function rollSize(state: State, at: Millis): number {
  let n = 0;
  for (const m of state.members.members.values()) if (standingOf(m, at) === "member") n++;
  return n;
}

/** How many are members at `at`, all of them: those who are asked to decide something at once. */
export function wholeRoll(state: State, at: Millis): number {
  return rollSize(state, at);
}

/** How many are members at `at`, counted only up to `most`: cheap however long the roll is. */
export function rollUpTo(state: State, at: Millis, most: number): number {
  let n = 0;
  for (const m of state.members.members.values()) if (standingOf(m, at) === "member" && ++n >= most) break;
  return n;
}

/** The member a key signs for at `at`, if the key stands. */
export function keyHolder(state: State, key: KeyId, at: Millis): MemberId | undefined {
  const device = state.keys.keys.get(key);
  if (!device || device.since > at || (device.ended !== undefined && device.ended <= at)) return undefined;
  return device.member;
}
