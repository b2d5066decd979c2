/** What lapses in this chapter by time, and what any entry of somebody does to it (K-14, K-17, K-18). */
import type { KeyId, MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { hasVote } from "../members/standing.ts";
import { callOff, takeEffect, waitAgain } from "./effect.ts";
import type { Recovery } from "./part.ts";
import { allTogether } from "./stand-for.ts";
import {
  noteObjection,
  objectedUntil,
  wasSigned,
  ONE_WORD_MS,
  RECOVERY_MS,
  signsByOldKeys,
  termsRun,
  TERMS_MS,
  waitsForSecond,
} from "./running.ts";

/** Is nothing left of this asking that any rule reads? What was called off is still shown, and counted at doors, for a month. */
function over(recovery: Recovery, at: Millis): boolean {
  if (recovery.off) return at >= Math.max(recovery.off.at, recovery.signed ?? recovery.off.at) + TERMS_MS;
  return !waitsForSecond(recovery, at) && !termsRun(recovery, at);
}

/** Forgets what is over. A new card that nobody objected to is the card from then on; keys instead of a card end it (K-17). */
export function settleAskings(state: State, at: Millis): void {
  for (const [person, ids] of state.keys.askedFor) {
    const kept = ids.filter((id) => {
      const recovery = state.keys.recoveries.get(id);
      if (recovery && !over(recovery, at)) return true;
      if (recovery) forget(state, recovery);
      return false;
    });
    if (kept.length === 0) state.keys.askedFor.delete(person);
    else if (kept.length < ids.length) state.keys.askedFor.set(person, kept);
  }
  state.keys.alone = state.keys.alone.filter((id) => state.keys.recoveries.has(id));
  for (const [id, ended] of state.keys.ended) if (at >= ended.at + RECOVERY_MS) state.keys.ended.delete(id);
  for (const person of state.keys.objected.keys())
    if (objectedUntil(state, person, at) === undefined) state.keys.objected.delete(person);
  for (const [person, until] of state.keys.disputes) if (at >= until) state.keys.disputes.delete(person);
}

function forget(state: State, recovery: Recovery): void {
  state.keys.recoveries.delete(recovery.id);
  const member = state.members.members.get(recovery.member);
  if (!member?.card || recovery.off || recovery.signed === undefined) return;
  member.codes = recovery.card ? recovery.card.codes : [];
  delete member.keyCode;
  if (recovery.card?.keyCode !== undefined) member.keyCode = recovery.card.keyCode;
  member.card = recovery.card !== undefined;
  if (recovery.card && recovery.card.nameBefore === undefined) member.name = recovery.card.name;
}

/**
 * Somebody signed something: what one asked alone waits for a second where there is another who could be it
 * (K-18); and the reserve key ends what two devices held against each other (K-14).
 */
export function noteSigner(state: State, key: KeyId, by: MemberId, at: Millis): void {
  if (state.keys.disputes.size > 0 && state.keys.keys.get(key)?.reserve) state.keys.disputes.delete(by);
  noteAwake(state, by, at);
}

/**
 * Somebody gave a sign by what they had before: a key, or a code of their card. What one word alone asked for them is off,
 * and what it asked for others waits for a second, who could be they (K-18); in a body of three it takes a fortnight
 * longer instead (K-19). New keys haven't come in while one alone asks.
 */
export function noteAwake(state: State, by: MemberId, at: Millis): void {
  if (state.keys.alone.length === 0) return;
  const able = hasVote(state, by, at) && signsByOldKeys(state, by, at);
  state.keys.alone = state.keys.alone.filter((id) => {
    const recovery = state.keys.recoveries.get(id);
    if (!recovery?.alone || recovery.off || recovery.effective === undefined || at >= recovery.effective) return false;
    if (by === recovery.by) return true;
    if (by === recovery.member) {
      if (!wasSigned(recovery, at)) waitAgain(state, recovery, at);
      else takeOff(state, recovery, at);
      return false;
    }
    if (!able) return true;
    const three = allTogether(state, recovery.member, at) === 2;
    if (recovery.fortnight && three) return true;
    waitAgain(state, recovery, at);
    if (three) goOnFrom(state, recovery, Math.max(at, recovery.at + ONE_WORD_MS), at);
    else if (at > recovery.at + RECOVERY_MS) recovery.at = at;
    return three;
  });
}

/** The person is there. Where no meeting could decide, that is an objection, to whoever asked alone: else a thief with the phone would stop every asking by talking. */
function takeOff(state: State, recovery: Recovery, at: Millis): void {
  callOff(state, recovery, at, "awake");
  if (allTogether(state, recovery.member, at)) noteObjection(state, recovery.member, { at, by: recovery.by });
}

/** In a body of three the other's signs don't hold it up: a fortnight after the asking one word suffices (K-19). */
function goOnFrom(state: State, recovery: Recovery, from: Millis, at: Millis): void {
  recovery.alone = true;
  recovery.fortnight = true;
  takeEffect(state, recovery, from, at);
}
