/**
 * Coming back after losing everything (K-6, K-7): new keys for a member, once two tellers of an open
 * sitting stand for them (at once), or any two members (after 72 hours, unless an old key objects).
 * Votes given stand: positions belong to members, not to keys, so nobody votes twice.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { isMember, standing } from "../members/standing.ts";
import { openSittings } from "../sittings/queries.ts";
import { keyObject, type KeyObject, keyRecover, type KeyRecover } from "./acts.ts";
import { checkEnrolment, enterKeys, grantSignature, WEAK_MS } from "./enrol.ts";
import type { Recovery } from "./part.ts";

/** How long two members' word waits for an objection; also how long a recovery waits for them. In ms (K-6). */
export const RECOVERY_MS = 72 * 3600_000;
/** Recoveries of one member that may stand open at once (K-7). */
export const MOST_RECOVERIES = 3;

/** True while a recovery can still be cosigned or objected to. */
export function recoveryOpen(recovery: Recovery, at: Millis): boolean {
  if (recovery.off) return false;
  return recovery.effective === undefined ? at <= recovery.at + RECOVERY_MS : recovery.effective > at;
}

export const recoverKind = defineKind<KeyRecover, undefined>({
  kind: "key.recover",
  schema: keyRecover,
  signer: "newcomer",
  beforeAdoption: true,
  nested: (act, state) => (state ? [grantSignature(state.founding.nonce, act.data.enrol.reserve, act.data.enrol)] : []),
  admit: (state, act, cx) => {
    const { member, enrol } = act.data;
    if (act.by !== member) return refuse("K-7", "in-another-name");
    const has = standing(state, member, cx.at);
    if (has === "none") return refuse("M-2", "stranger");
    if (has === "left") return refuse("M-16", "left");
    const keys = checkEnrolment(state.keys.keys, enrol, cx.key, undefined);
    if (!keys.ok) return keys;
    const open = [...state.keys.recoveries.values()].filter((r) => r.member === member && recoveryOpen(r, cx.at));
    if (open.length >= MOST_RECOVERIES) return refuse("K-7", "recoveries-open", { open: open.length });
    return admitted("K-7", state.members.members.get(member)?.by);
  },
  apply: (state, act, cx) => {
    for (const [id, r] of state.keys.recoveries)
      if (!recoveryOpen(r, cx.at) && r.effective === undefined) state.keys.recoveries.delete(id);
    state.keys.recoveries.set(cx.id, { member: act.data.member, enrol: act.data.enrol, at: cx.at, cosigned: [] });
  },
});

/** May `by` stand for this recovery now (K-6, K-7)? */
export function mayCosignRecovery(state: State, recovery: Recovery, by: MemberId, at: Millis): Result<true> {
  if (recovery.off) return refuse("K-7", "recovery-off");
  if (!recoveryOpen(recovery, at)) return refuse("K-7", "recovery-over");
  if (recovery.member === by) return refuse("K-7", "own-recovery");
  if (recovery.cosigned.includes(by)) return refuse("K-7", "cosigned-already");
  const has = standing(state, recovery.member, at);
  if (has === "left" || has === "none") return refuse("M-16", "left");
  const known = state.keys.keys.get(recovery.enrol.device) ?? state.keys.keys.get(recovery.enrol.reserve);
  if (known && recovery.effective === undefined) return refuse("K-1", "key-in-use");
  const counts = openSittings(state, at).some((s) => s.tellers.includes(by));
  if (hasCard(state, recovery.member) && !counts) return refuse("K-7", "card-needs-tellers");
  if (!counts && recovery.effective === undefined && endsFor(state, recovery.member, at) !== undefined)
    return refuse("K-7", "another-under-way");
  return ok(true);
}

/** True where two of these are tellers of the same open sitting. */
function byTellers(state: State, cosigned: readonly MemberId[], at: Millis): boolean {
  return openSittings(state, at).some(
    (s) => cosigned.filter((c) => s.tellers.includes(c) && isMember(state, c, at)).length >= 2,
  );
}

/** Adds `by`; with the second one the recovery takes effect, at once or after 72 hours (K-6). */
export function cosignRecovery(state: State, recovery: Recovery, by: MemberId, at: Millis): void {
  recovery.cosigned.push(by);
  if (byTellers(state, recovery.cosigned, at)) return takeEffect(state, recovery, at, at);
  if (
    hasCard(state, recovery.member) ||
    recovery.effective !== undefined ||
    endsFor(state, recovery.member, at) !== undefined
  )
    return;
  const standing = recovery.cosigned.filter((c) => isMember(state, c, at)).length;
  if (standing >= 2) takeEffect(state, recovery, at, at + RECOVERY_MS);
}

function hasCard(state: State, member: MemberId): boolean {
  return state.members.members.get(member)?.card === true;
}

/** Ends the old keys and brings in the new as of `effective`; later than `now`, they don't vote on what was called before. */
function takeEffect(state: State, recovery: Recovery, now: Millis, effective: Millis): void {
  if (effective === now)
    for (const other of state.keys.recoveries.values())
      if (other.member === recovery.member && other !== recovery) callOff(state, other, now);
  removeKeys(state, recovery);
  for (const key of state.keys.keys.values())
    if (key.member === recovery.member && (key.ended === undefined || key.ended > effective)) key.ended = effective;
  recovery.effective = effective;
  enterKeys(state, recovery.member, recovery.enrol, effective, effective > now ? effective : undefined);
  const member = state.members.members.get(recovery.member);
  if (member?.card) {
    member.card = false;
    member.codes = [];
  }
}

function removeKeys(state: State, recovery: Recovery): void {
  if (recovery.effective === undefined) return;
  state.keys.keys.delete(recovery.enrol.reserve);
  state.keys.keys.delete(recovery.enrol.device);
}

/** Calls a recovery off: its keys never come in, the old ones go on. Does nothing once it took effect. */
export function callOff(state: State, recovery: Recovery, at: Millis): void {
  if (recovery.off || (recovery.effective !== undefined && recovery.effective <= at)) return;
  removeKeys(state, recovery);
  if (recovery.effective !== undefined)
    for (const key of state.keys.keys.values())
      if (key.member === recovery.member && key.ended === recovery.effective) {
        if (key.weak) key.ended = key.since + WEAK_MS;
        else delete key.ended;
      }
  recovery.off = true;
}

/** When keys of this member end because a recovery takes effect later; `undefined`: none is under way. */
export function endsFor(state: State, member: MemberId, at: Millis): Millis | undefined {
  for (const r of state.keys.recoveries.values())
    if (r.member === member && !r.off && r.effective !== undefined && r.effective > at) return r.effective;
  return undefined;
}

/** The recovery an act names. */
export function recoveryOf(state: State, id: ActId): Recovery | undefined {
  return state.keys.recoveries.get(id);
}

export const objectKind = defineKind<KeyObject, undefined>({
  kind: "key.object",
  schema: keyObject,
  signer: "guest",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const recovery = recoveryOf(state, act.data.recovery);
    if (!recovery) return refuse("K-6", "no-such-recovery");
    if (recovery.member !== act.by) return refuse("K-6", "not-yours");
    if (!recoveryOpen(recovery, cx.at)) return refuse("K-6", recovery.off ? "recovery-off" : "recovery-over");
    return admitted("K-6", act.data.recovery);
  },
  apply: (state, act, cx) => {
    const recovery = recoveryOf(state, act.data.recovery);
    if (recovery) callOff(state, recovery, cx.at);
  },
});
