/**
 * How long new keys are held against the old (K-6, K-12 to K-14): which askings run for a person, from when
 * the old keys end and until when the terms last. Plain reading.
 */
import { type ActId, type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { EndedDevice, Recovery } from "./part.ts";

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** The old keys go on so long after two have signed, and a device may object so long after that; an asking waits so long for its second. In ms (K-6, K-13). */
export const RECOVERY_MS = 72 * HOUR_MS;
/** The old keys go on so long where one word sufficed, and so long nobody else gave a sign. In ms (K-18). */
export const ONE_WORD_MS = 14 * DAY_MS;
/** The terms last so long after the old keys ended, in ms (K-12); so do those of two devices that hold each other back (K-14). */
export const TERMS_MS = 30 * DAY_MS;
/** Where one word sufficed all of it lasts so long from the asking on, in ms (K-12, K-18). */
export const ONE_WORD_IN_ALL_MS = 40 * DAY_MS;
/** Where all who are left asked the old keys went on for longer: the terms last so much shorter, in ms (K-18). */
const ALL_LESS_MS = 4 * DAY_MS;
/** Keys that a meeting decided on vote in the hall alone so long from its decision on, in ms (K-15): with an objection at the last moment before it, a call's notice and forty days are not exceeded. */
export const MET_MS = 26 * DAY_MS;
/** And so long after they came in at the least, in ms (K-15). */
const MET_LEAST_MS = 14 * DAY_MS;
/** After an objection nobody asks for that person so long, in ms (K-13). */
export const QUIET_MS = 182 * DAY_MS;

/** Askings for this person that are kept, those that two signed in the order of signing. */
export function askingsFor(state: State, member: MemberId): Recovery[] {
  return (state.keys.askedFor.get(member) ?? []).flatMap((id) => state.keys.recoveries.get(id) ?? []);
}

/** Until when the terms of an asking last (K-12); `undefined` while it waits for its second. */
export function termsUntil(
  recovery: Pick<Recovery, "at" | "effective" | "alone" | "all" | "metAt" | "coded" | "few">,
): Millis | undefined {
  if (recovery.effective === undefined) return undefined;
  // What few decided holds them as long as the old sheet objects to it.
  if (recovery.few) return recovery.effective + TERMS_MS;
  if (recovery.metAt !== undefined) return Math.max(recovery.metAt + MET_MS, recovery.effective + MET_LEAST_MS);
  // Who holds the card has no sheet to object with later: the terms last as long as a code objects.
  if (recovery.coded) return recovery.effective + objectsFor(recovery);
  if (recovery.alone) return recovery.at + ONE_WORD_IN_ALL_MS;
  return recovery.effective + TERMS_MS - (recovery.all ? ALL_LESS_MS : 0);
}

/** Have two signed it by then, or one where one suffices? One word alone goes on by itself from a moment that is written beforehand (K-18, K-19). */
export function wasSigned(recovery: Pick<Recovery, "signed">, at: Millis): boolean {
  return recovery.signed !== undefined && recovery.signed <= at;
}

/** How long a device, or a code of the old card, objects after it ended: as long as the old keys went on (K-13, K-18). */
export function objectsFor(recovery: Pick<Recovery, "alone">): Millis {
  return recovery.alone ? ONE_WORD_MS : RECOVERY_MS;
}

/** Have two signed it, and are its terms not over (K-12)? */
export function termsRun(recovery: Recovery, at: Millis): boolean {
  const until = termsUntil(recovery);
  return recovery.off === undefined && wasSigned(recovery, at) && until !== undefined && at < until;
}

/** Does it wait for its second still (K-6)? For longer where it goes on by itself (K-18, K-19). */
export function waitsForSecond(recovery: Recovery, at: Millis): boolean {
  return recovery.off === undefined && !wasSigned(recovery, at) && at <= waitsUntil(recovery);
}

/** Until when it waits for its second (K-6, K-18). */
export function waitsUntil(recovery: Pick<Recovery, "at" | "signed">): Millis {
  return Math.max(recovery.at + RECOVERY_MS, recovery.signed ?? recovery.at);
}

/** Askings for this person that two signed and whose terms last, in the order of signing. */
export function runningFor(state: State, member: MemberId, at: Millis): Recovery[] {
  if (!state.keys.askedFor.has(member)) return [];
  return askingsFor(state, member).filter((r) => termsRun(r, at));
}

/** Until when the keys of this person are in their terms (K-12, K-14); `undefined`: they are in none. */
export function inTerms(state: State, member: MemberId, at: Millis): Millis | undefined {
  const ends = runningFor(state, member, at).map((r) => termsUntil(r) ?? at);
  // No moment is nought: the clock of a practice body may stand long before 1970.
  const dispute = state.keys.disputes.get(member);
  if (dispute !== undefined && dispute > at) ends.push(dispute);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** Do only old keys sign for this person still: whatever is asked for them hasn't come in (K-18)? */
export function signsByOldKeys(state: State, member: MemberId, at: Millis): boolean {
  return runningFor(state, member, at).every((r) => r.effective !== undefined && at < r.effective && r.way !== "door");
}

/** Until when this person stands for nobody (K-7): in terms, but for what one word alone asks for them and hasn't come in (K-18). */
export function standsForNobody(state: State, member: MemberId, at: Millis): Millis | undefined {
  const pending = (r: Recovery) => r.alone === true && r.effective !== undefined && at < r.effective;
  const dispute = state.keys.disputes.get(member);
  if ((dispute === undefined || dispute <= at) && runningFor(state, member, at).every(pending)) return undefined;
  return inTerms(state, member, at);
}

/** The keys that a meeting gave this person, while their terms last (K-15). */
export function metFor(state: State, member: MemberId, at: Millis): Recovery | undefined {
  return runningFor(state, member, at).find((r) => r.way === "meeting");
}

/** Do these keys count nothing and stand for nobody now (K-12, K-15)? What two devices hold against each other doesn't hinder counting. */
export function countsForNobody(state: State, member: MemberId, at: Millis): boolean {
  return runningFor(state, member, at).length > 0;
}

/** None of them has keys that count nothing now. Refuses K-12. */
export function noneInTerms(state: State, members: readonly MemberId[], at: Millis): Result<true> {
  const member = members.find((m) => countsForNobody(state, m, at));
  return member === undefined
    ? ok(true)
    : refuse("K-12", "teller-in-terms", { teller: member, until: inTerms(state, member, at) ?? at });
}

/** Until when an objection for this person is kept, whomever it holds off (K-13). */
export function objectedUntil(state: State, member: MemberId, at: Millis): Millis | undefined {
  const since = state.keys.objected.get(member)?.at;
  return since !== undefined && at < since + QUIET_MS ? since + QUIET_MS : undefined;
}

/** Does an objection hold off everybody, not only who had asked alone (K-13)? */
export function heldOffAll(state: State, member: MemberId, at: Millis): boolean {
  return objectedUntil(state, member, at) !== undefined && state.keys.objected.get(member)?.by === undefined;
}

/** Until when `by` doesn't ask for this person but at a called meeting whose call names them (K-13): nobody does, or who asked alone and was stopped. */
export function quietUntil(state: State, member: MemberId, by: MemberId, at: Millis): Millis | undefined {
  const alone = state.keys.objected.get(member)?.by;
  return alone === undefined || alone.includes(by) ? objectedUntil(state, member, at) : undefined;
}

/** Notes an objection. `by`: who had asked alone, and is held off alone; what holds off everybody goes on doing so. */
export function noteObjection(
  state: State,
  member: MemberId,
  {
    at,
    by,
    half,
    words,
  }: {
    readonly at: Millis;
    readonly by?: MemberId | undefined;
    readonly half?: boolean | undefined;
    readonly words?: true;
  },
): void {
  const before = objectedUntil(state, member, at) === undefined ? undefined : state.keys.objected.get(member);
  const kept = half || before?.half ? { half: true as const } : {};
  const everybody = by === undefined || (before !== undefined && before.by === undefined);
  const alone = everybody ? {} : { by: [...(before?.by ?? []).filter((m) => m !== by), by] };
  state.keys.objected.set(member, { at, ...alone, ...kept, ...(words ? { words } : {}) });
}

/** Until when an old key may object to this asking (K-13); `undefined` where it isn't one of the old. */
export function objectsUntil(recovery: Recovery, key: KeyId, reserve: boolean): Millis | undefined {
  const old = recovery.before?.find((k) => k.key === key);
  if (!old || recovery.effective === undefined || (recovery.way === "meeting" && !recovery.few)) return undefined;
  if ((recovery.all || recovery.few) && !reserve) return undefined;
  const terms = termsUntil(recovery) ?? 0;
  const until = reserve ? terms : Math.min(terms, recovery.effective + objectsFor(recovery));
  return Math.min(until, old.ended ?? until);
}

/** The ending by another device to which this one may still object (K-14). */
export function endedLately(state: State, key: KeyId, at: Millis): (EndedDevice & { readonly id: ActId }) | undefined {
  for (const [id, ended] of state.keys.ended)
    if (ended.device === key && at < ended.at + RECOVERY_MS && at < (ended.natural ?? at + 1)) return { ...ended, id };
  return undefined;
}

/** May this key, though it has ended, still object (K-13, K-14)? Then it reads as the member, too. */
export function mayStillObject(state: State, key: KeyId, at: Millis): boolean {
  const known = state.keys.keys.get(key);
  if (!known || known.since > at) return false;
  if (endedLately(state, key, at) !== undefined) return true;
  return runningFor(state, known.member, at).some((r) => {
    const until = objectsUntil(r, key, known.reserve);
    return until !== undefined && at < until;
  });
}
