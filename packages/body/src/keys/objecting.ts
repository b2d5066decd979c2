/**
 * Objecting (K-13, K-14, K-17): an old key calls off what was asked for its holder, a code of the old card does the
 * same, and a device that another device ended stands again.
 */
import { type ActId, type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { codeHash, codesBefore, hasCard, spendCode } from "../members/codes.ts";
import { isMember, standing } from "../members/standing.ts";
import { cardObject, type CardObject, keyObject, type KeyObject } from "./acts.ts";
import { callOff, dropAskings, holdDevices } from "./effect.ts";
import { keyStands } from "./queries.ts";
import type { Recovery } from "./part.ts";
import {
  endedLately,
  wasSigned,
  mayStillObject,
  noteObjection,
  objectsFor,
  objectsUntil,
  RECOVERY_MS,
  termsRun,
  termsUntil,
  waitsForSecond,
} from "./running.ts";
import { settleAskings } from "./settle.ts";
import { sideOf } from "./terms.ts";

/** May the holder of this key object to this asking now (K-13)? */
export function mayObjectTo(state: State, recovery: Recovery, key: KeyId, at: Millis): Result<true> {
  const known = state.keys.keys.get(key);
  if (!known || known.member !== recovery.member) return refuse("K-13", "not-yours");
  if (recovery.off) return refuse("K-13", "off-already");
  if (recovery.way === "meeting" && !recovery.few) return refuse("K-15", "nobody-objects");
  if (!wasSigned(recovery, at)) {
    if (!waitsForSecond(recovery, at)) return refuse("K-13", "over");
    if (recovery.all && !known.reserve) return refuse("K-18", "only-the-sheet");
    // Else whoever took somebody's keys would stop those who ask for their own.
    if (isNew(state, known.member, key, at)) return refuse("K-13", "not-an-old-key");
    return keyStands(known, at) ? ok(true) : refuse("K-2", "key-ended", { at: known.ended ?? at });
  }
  if (recovery.all && !known.reserve) return refuse("K-18", "only-the-sheet");
  if (recovery.few && !known.reserve) return refuse("K-15", "only-the-sheet");
  const until = objectsUntil(recovery, key, known.reserve);
  if (until === undefined) return refuse("K-13", "not-an-old-key");
  return at < until ? ok(true) : refuse("K-13", "too-late", { until });
}

/** Is it open still whose this key is, because others asked for it (K-12, K-15)? */
function isNew(state: State, member: MemberId, key: KeyId, at: Millis): boolean {
  const side = sideOf(state, member, key, at)?.is;
  return side === "new" || side === "door" || side === "hall";
}

/**
 * Calls it off for good: half a year nobody asks for that person but where a call names them (K-13). What one signed
 * alone holds off that one: else who asks with keys of his own would keep the others from asking for hers.
 */
function objectTo(state: State, recovery: Recovery, at: Millis): void {
  const by = recovery.way === "two" && recovery.second === undefined ? recovery.by : undefined;
  callOff(state, recovery, at, "objected");
  for (const id of state.keys.askedFor.get(recovery.member) ?? []) {
    const other = state.keys.recoveries.get(id);
    if (other && other.way === "two" && waitsForSecond(other, at)) callOff(state, other, at, "objected");
  }
  noteObjection(state, recovery.member, { at, by, half: recovery.few });
}

export const objectKind = defineKind<KeyObject, undefined>({
  kind: "key.object",
  schema: keyObject,
  signer: "guest",
  beforeAdoption: true,
  alsoEnded: mayStillObject,
  admit: (state, act, cx) => {
    const recovery = state.keys.recoveries.get(act.data.of);
    if (recovery) {
      const may = mayObjectTo(state, recovery, cx.key, cx.at);
      return may.ok ? admitted("K-13", act.data.of) : may;
    }
    const ended = endedLately(state, cx.key, cx.at);
    return ended?.id === act.data.of ? admitted("K-14", act.data.of) : refuse("K-13", "nothing-to-object-to");
  },
  apply: (state, act, cx) => {
    settleAskings(state, cx.at);
    const recovery = state.keys.recoveries.get(act.data.of);
    if (recovery) return objectTo(state, recovery, cx.at);
    const ended = state.keys.ended.get(act.data.of);
    if (!ended) throw new Error("an objection to nothing");
    holdDevices(state, ended.member, ended.device, cx.at);
  },
});

/** May `by` enter the objection of who has this card's old code (K-17)? Pages leave the code out. */
export function mayObjectByCard(
  state: State,
  of: { readonly of: ActId; readonly member: MemberId },
  by: MemberId,
  at: Millis,
): Result<Recovery> {
  const recovery = state.keys.recoveries.get(of.of);
  if (!recovery || recovery.member !== of.member) return refuse("K-17", "nothing-to-object-to");
  // In a body of two or three nobody else may be there to enter it.
  const asked = by === recovery.by || by === recovery.second;
  if (asked && anotherCouldEnter(state, recovery, at)) return refuse("K-17", "one-of-the-two");
  if (by === of.member || standing(state, of.member, at) === "left") return refuse("K-17", "own-card");
  if (recovery.off) return refuse("K-13", "off-already");
  if (recovery.way === "meeting" && !recovery.few) return refuse("K-15", "nobody-objects");
  if (recovery.all) return refuse("K-18", "only-the-sheet");
  const until =
    recovery.effective === undefined ? recovery.at + RECOVERY_MS + 1 : codeObjectsUntil(recovery, recovery.effective);
  if (at >= until) return refuse("K-13", "too-late", { until });
  return waitsForSecond(recovery, at) || termsRun(recovery, at) ? ok(recovery) : refuse("K-13", "over");
}

/** How long a code of the old card objects: as long as a device could; to what few decided as long as the sheet, which who has a card hasn't got (K-15). */
function codeObjectsUntil(recovery: Recovery, effective: Millis): Millis {
  return recovery.few ? (termsUntil(recovery) ?? effective) : effective + objectsFor(recovery);
}

/** Is there a member who is neither the person nor one of the two? */
function anotherCouldEnter(state: State, recovery: Recovery, at: Millis): boolean {
  const { member, by, second } = recovery;
  for (const m of state.members.members.values())
    if (m.id !== member && m.id !== by && m.id !== second && isMember(state, m.id, at) && !hasCard(state, m.id, at))
      return true;
  return false;
}

export const cardObjectKind = defineKind<CardObject, undefined>({
  kind: "card.object",
  schema: cardObject,
  signer: "member",
  admit: (state, act, cx) => {
    const may = mayObjectByCard(state, act.data, act.by, cx.at);
    if (!may.ok) return may;
    const member = state.members.members.get(act.data.member);
    const old = member && codesBefore(state, member, may.value, cx.at);
    if (!old?.includes(codeHash(act.data.member, act.data.code, cx.sha256)))
      return refuse("K-17", "code-not-on-the-old-card");
    return admitted("K-17", act.data.of);
  },
  apply: (state, act, cx) => {
    const recovery = state.keys.recoveries.get(act.data.of);
    const member = state.members.members.get(act.data.member);
    if (!recovery || !member) throw new Error("an objection to nothing");
    objectTo(state, recovery, cx.at);
    // It stands in the record for all to read now: nobody votes with it, nor takes the place.
    spendCode(state, member, act.data.code, cx.sha256, cx.at);
  },
});

/** The sheet was found: adding a device with the old reserve key calls off what was asked meanwhile (K-13). */
export function sheetFound(state: State, member: MemberId, key: KeyId, at: Millis): void {
  if (isNew(state, member, key, at)) return;
  dropAskings(state, member, at, "sheet");
  for (const id of state.keys.askedFor.get(member) ?? []) {
    const r = state.keys.recoveries.get(id);
    const until = r && termsRun(r, at) ? objectsUntil(r, key, true) : undefined;
    if (r && until !== undefined && at < until) return callOff(state, r, at, "sheet");
  }
}
