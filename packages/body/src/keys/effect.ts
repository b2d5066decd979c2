/**
 * How new keys come in, and how they go out again (K-6, K-11 to K-13, K-15). The old keys are written with
 * the moment at which they end, so that time passing needs no act; what calls it off puts them back.
 */
import type { ActId, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { strikePositions } from "../votes/struck.ts";
import { enterKeys } from "./enrol.ts";
import type { DeviceKey, OffBecause, Recovery } from "./part.ts";
import {
  ONE_WORD_MS,
  askingsFor,
  endedLately,
  RECOVERY_MS,
  TERMS_MS,
  termsRun,
  termsUntil,
  waitsForSecond,
} from "./running.ts";

/** Two have signed, or one where one suffices: the old keys end by it, and the new come in. `at` may lie ahead of `now` (K-18). */
export function takeEffect(state: State, recovery: Recovery, at: Millis, now = at): void {
  const { id, member, enrol, card, way } = recovery;
  recovery.signed = at;
  recovery.effective = way === "meeting" ? at : at + (recovery.alone || recovery.all ? ONE_WORD_MS : RECOVERY_MS);
  // Signed askings stand in the order of signing: whoever undoes one undoes what was built on it.
  const order = (state.keys.askedFor.get(member) ?? []).filter((other) => other !== id);
  state.keys.askedFor.set(member, [...order, id]);
  // What begins later by itself changes no name before: the card in force names its holder in the end.
  if (card) return at > now ? undefined : renameFor(state, recovery, card.name);
  endOld(state, recovery, recovery.effective);
  // At a door and by a meeting's decision they read and speak at once; else they wait until the old end.
  if (enrol) enterKeys(state, member, enrol, way === "two" ? recovery.effective : at, id);
}

/** Writes down which keys end, and when: devices with `effective`, the reserve with the terms; all at once by the decision of a meeting of half. */
function endOld(state: State, recovery: Recovery, effective: Millis): void {
  const at = recovery.signed ?? effective;
  recovery.before = [];
  for (const [key, known] of state.keys.keys) {
    if (known.member !== recovery.member || (known.ended !== undefined && known.ended <= at)) continue;
    recovery.before.push({ key, ...(known.ended === undefined ? {} : { ended: known.ended }) });
    const ends =
      known.reserve && (recovery.way !== "meeting" || recovery.few) ? (termsUntil(recovery) ?? effective) : effective;
    known.ended = Math.min(known.ended ?? ends, ends);
  }
  // In an order of its own: a state read from a snapshot keeps its keys in another.
  recovery.before.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function renameFor(state: State, recovery: Recovery, name: NonNullable<Recovery["card"]>["name"]): void {
  const member = state.members.members.get(recovery.member);
  if (!member || !recovery.card) return;
  recovery.card.nameBefore = member.name;
  member.name = name;
}

/**
 * Calls an asking off, with every later one that was built on it: its keys never came in or end now, the old
 * stand as before (K-13). Does nothing once it is off.
 */
export function callOff(state: State, recovery: Recovery, at: Millis, because: OffBecause): void {
  if (recovery.off) return;
  const { effective, way } = recovery;
  // What a meeting decided later doesn't say that these keys weren't theirs.
  const theirs = because === "left" || (way === "meeting" && because !== "objected");
  if (effective !== undefined && effective <= at && !theirs) strikePositions(state, recovery.member, effective, at);
  if (recovery.signed !== undefined) {
    const all = askingsFor(state, recovery.member);
    const later = all.slice(all.indexOf(recovery) + 1).filter((r) => termsRun(r, at));
    for (const one of later.toReversed()) callOff(state, one, at, because);
    putBack(state, recovery, at);
  }
  recovery.off = { at, because };
}

/** The new keys out, the old as before. */
export function putBack(state: State, recovery: Recovery, at: Millis): void {
  for (const [key, known] of state.keys.keys) {
    if (known.of !== recovery.id) continue;
    if (known.since > at) state.keys.keys.delete(key);
    else known.ended = Math.min(known.ended ?? at, at);
  }
  for (const { key, ended } of recovery.before ?? []) {
    const known = state.keys.keys.get(key);
    if (!known) continue;
    if (ended === undefined) delete known.ended;
    else known.ended = ended;
  }
  const member = state.members.members.get(recovery.member);
  if (member && recovery.card?.nameBefore !== undefined) member.name = recovery.card.nameBefore;
}

/** What one word alone was to do hasn't begun, or ends: it waits for its second again (K-18, K-19). */
export function waitAgain(state: State, recovery: Recovery, at: Millis): void {
  putBack(state, recovery, at);
  delete recovery.signed;
  delete recovery.effective;
  delete recovery.before;
  delete recovery.alone;
  delete recovery.fortnight;
}

/** Calls off whatever two members asked for this person and hasn't taken effect (K-11, K-13). */
export function dropAskings(state: State, member: MemberId, at: Millis, because: OffBecause, but?: ActId): void {
  for (const r of askingsFor(state, member))
    if (
      r.id !== but &&
      r.way === "two" &&
      (waitsForSecond(r, at) || (termsRun(r, at) && r.effective !== undefined && at < r.effective))
    )
      callOff(state, r, at, because);
}

/** Ends a key now, for good: also where other keys coming in had set its end already. */
export function endKey(state: State, member: MemberId, key: KeyId, at: Millis): void {
  const known = state.keys.keys.get(key);
  if (known) known.ended = at;
  for (const r of askingsFor(state, member)) {
    const old = r.before?.find((k) => k.key === key);
    if (old) old.ended = at;
  }
}

/** A device that was ended stands again, until it ends by itself, or with the old ones where new keys come in (K-14). */
export function standAgain(state: State, member: MemberId, key: KeyId, natural: Millis | undefined, at: Millis): void {
  const known = state.keys.keys.get(key);
  if (!known) return;
  if (natural === undefined) delete known.ended;
  else known.ended = natural;
  for (const r of askingsFor(state, member)) if (termsRun(r, at) && known.of !== r.id) endWithOld(r, key, known);
}

/** A device that came beside the old ones ends with them (K-12). */
export function endWithOld(recovery: Recovery, key: KeyId, known: DeviceKey): void {
  if (recovery.effective === undefined || !recovery.before) return;
  const others = recovery.before.filter((k) => k.key !== key);
  recovery.before = [...others, { key, ...(known.ended === undefined ? {} : { ended: known.ended }) }];
  known.ended = Math.min(known.ended ?? recovery.effective, recovery.effective);
}

/**
 * A device says that another one did this in its member's name: it stands again where that one ended it, and neither does
 * anything that can't be undone until it is known in whose hand which is (K-14, K-16).
 */
export function holdDevices(state: State, member: MemberId, device: KeyId, at: Millis): void {
  const ended = endedLately(state, device, at);
  if (ended) {
    state.keys.ended.delete(ended.id);
    standAgain(state, member, device, ended.natural, at);
  }
  state.keys.disputes.set(member, at + TERMS_MS);
}
