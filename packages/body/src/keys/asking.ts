/**
 * Asking for new keys, or a new card, for somebody, and standing for it as the second (K-6, K-7, K-11, K-15,
 * K-17, K-18). Keys and cards go the same ways.
 */
import {
  type ActId,
  type KeyId,
  type MemberId,
  type Millis,
  ok,
  type Refusal,
  refuse,
  type Result,
} from "@nabat/kernel";
import type { Right } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { comeBack } from "../members/coming-back.ts";
import { leftByDevice } from "../members/left-by-device.ts";
import { standing } from "../members/standing.ts";
import { cameBy } from "../engine/right.ts";
import type { Enrolment } from "./acts.ts";
import { byHalf, decidedWindow, mayByDecision } from "./decided.ts";
import { mayAtDoor, namedAt } from "./door.ts";
import { callOff, dropAskings, takeEffect, waitAgain } from "./effect.ts";
import { checkKeys } from "./enrol.ts";
import type { DeviceKey, Recovery } from "./part.ts";
import {
  askingsFor,
  metFor,
  noteObjection,
  wasSigned,
  quietUntil,
  runningFor,
  termsRun,
  termsUntil,
  waitsForSecond,
} from "./running.ts";
import { settleAskings } from "./settle.ts";
import {
  allTogether,
  aloneFrom,
  alonePlaces,
  askFor,
  firstStoodForAnother,
  mayStandFor,
  noteStoodFor,
  signersOf,
  standsForOthers,
} from "./stand-for.ts";

/** What is asked for, for whom, and by which of the three ways. */
export type Asking = Pick<Recovery, "member"> & {
  readonly sitting?: ActId | undefined;
  readonly decided?: ActId | undefined;
  readonly enrol?: Pick<Enrolment, "device"> | undefined;
};

/** May `by` ask for keys or a card for this person (K-7, K-11, K-13, K-15)? Also M-2, M-16, G-5, F-5. */
export function mayAsk(state: State, asking: Asking, by: MemberId, at: Millis): Result<Right> {
  const { member } = asking;
  const has = standing(state, member, at);
  if (has === "none") return refuse("M-2", "stranger");
  if (has === "left" && (asking.decided === undefined || !leftByDevice(state, member)))
    return refuse("M-16", "they-left");
  if (member === by) return refuse("K-7", "own-keys");
  const may = mayStandFor(state, by, at);
  if (!may.ok) return may;
  return mayByThisWay(state, asking, by, at);
}

function mayByThisWay(state: State, asking: Asking, by: MemberId, at: Millis): Result<Right> {
  const { member, sitting, decided } = asking;
  if (decided !== undefined) {
    const two = mayByDecision(state, decided, { member, device: asking.enrol?.device }, by, at);
    return two.ok ? ok({ rule: "K-15", from: decided }) : two;
  }
  if (sitting !== undefined) {
    const door = mayAtDoor(state, sitting, member, by, at);
    return door.ok ? ok({ rule: "K-11", from: sitting }) : door;
  }
  const met = metFor(state, member, at);
  if (met) return refuse("K-15", "a-meeting-decided", { until: termsUntil(met) ?? at });
  const quiet = quietUntil(state, member, by, at);
  if (quiet !== undefined && !allTogether(state, member, at)) {
    const words = state.keys.objected.get(member)?.words;
    return refuse("K-13", words ? "word-against-word" : "objected", { until: quiet });
  }
  const door = runningFor(state, member, at).find((r) => r.way === "door");
  if (door) return refuse("K-11", "came-by-the-door", { until: termsUntil(door) ?? at });
  const came = runningFor(state, member, at).find((r) => r.way === "two" && at >= (r.effective ?? at));
  if (came) return refuse("K-7", "came-in-lately", { until: termsUntil(came) ?? at });
  const month = askFor(state, member, by, at);
  const from = cameBy(state, by);
  return month.ok ? ok({ rule: "K-7", ...(from === undefined ? {} : { from }) }) : month;
}

/** Are these very keys asked for already, or did whoever asks ask before with success (K-7)? */
export function notAskedYet(
  state: State,
  asking: Asking & Pick<Recovery, "enrol">,
  by: MemberId,
  at: Millis,
): Result<true> {
  const kept = askingsFor(state, asking.member).filter((r) => waitsForSecond(r, at) || termsRun(r, at));
  const elsewhere = asking.enrol && askedForAnother(state, asking, at);
  if (elsewhere) return elsewhere;
  const same = asking.enrol && kept.find((r) => r.enrol?.device === asking.enrol?.device);
  if (same) return refuse("K-7", "asked-already", { asking: same.id });
  const own = kept.find((r) => wasSigned(r, at) && r.way === "two" && signersOf(r).includes(by));
  return own && asking.sitting === undefined && asking.decided === undefined
    ? refuse("K-7", "under-way", { until: termsUntil(own) ?? at })
    : ok(true);
}

/**
 * Two have signed for these keys as somebody else's, or a meeting of half decided that they are somebody else's: else two
 * could have whoever's phone it is come in as another (K-7). What one alone asked holds up nobody, nor what two signed a
 * meeting of half that names the key (K-15). A meeting of few neither takes nor keeps them: it may have been shown the phone.
 */
function askedForAnother(state: State, asking: Asking & Pick<Recovery, "enrol">, at: Millis): Refusal | undefined {
  const { member, enrol, decided } = asking;
  for (const [id, d] of state.keys.decided) {
    const waits = d.member !== member && d.device !== undefined && at < (decidedWindow(d)?.until ?? at);
    if (waits && d.device === enrol?.device && byHalf(state, id))
      return refuse("K-7", "asked-for-another", { asking: id });
  }
  if (decided !== undefined && byHalf(state, decided)) return undefined;
  const other = withTheseKeys(state, asking, at).find((r) => wasSigned(r, at) && termsRun(r, at));
  return other && refuse("K-7", "asked-for-another", { asking: other.id });
}

/** What is asked for others with these keys. */
function withTheseKeys(state: State, { member, enrol }: Pick<Recovery, "member" | "enrol">, at: Millis): Recovery[] {
  if (!enrol) return [];
  return [...state.keys.recoveries.values()].filter(
    (r) =>
      r.member !== member &&
      (r.enrol?.device === enrol.device || r.enrol?.reserve === enrol.reserve) &&
      (waitsForSecond(r, at) || termsRun(r, at)),
  );
}

/**
 * The keys that count as known for this asking (K-1): not those that one alone asked for another and that haven't come in; to
 * what a meeting of half decided neither those for which two have signed, nor those that came in so and are in their terms.
 */
export function knownFor(
  state: State,
  asking: Asking & Pick<Recovery, "enrol">,
  at: Millis,
): ReadonlyMap<KeyId, DeviceKey> {
  const half = asking.decided !== undefined && byHalf(state, asking.decided);
  const only = withTheseKeys(state, asking, at)
    .filter((r) => half || r.second === undefined)
    .map((r) => r.id);
  if (only.length === 0) return state.keys.keys;
  const counts = (key: DeviceKey): boolean =>
    (key.since <= at && !half) || key.of === undefined || !only.includes(key.of);
  return new Map([...state.keys.keys].filter(([, key]) => counts(key)));
}

/** Enters an asking. Where one word suffices it takes effect by it (K-18); what the same person asked before falls. */
export function enterAsking(state: State, of: Omit<Recovery, "way" | "named">, at: Millis): void {
  settleAskings(state, at);
  const way = of.decided !== undefined ? "meeting" : of.sitting === undefined ? "two" : "door";
  const named = of.sitting !== undefined && namedAt(state, of.sitting, of.member) ? { named: true } : {};
  const recovery: Recovery = { ...of, way, ...named };
  for (const r of askingsFor(state, of.member))
    if (r.by === of.by && r.way === way && waitsForSecond(r, at)) callOff(state, r, at, "asked-anew");
  state.keys.recoveries.set(of.id, recovery);
  state.keys.askedFor.set(of.member, [...(state.keys.askedFor.get(of.member) ?? []), of.id]);
  if (way !== "two") return;
  noteStoodFor(state, of.by, of.member, at);
  if (quietUntil(state, of.member, of.by, at) !== undefined) {
    recovery.all = true;
    if (allTogether(state, of.member, at) === 1 && !clashes(state, recovery, at)) takeEffect(state, recovery, at);
    return;
  }
  goOnAlone(state, recovery, at);
}

/**
 * One word alone goes on by itself once nobody else has signed for a fortnight (K-18): the moment is written beforehand,
 * and taken back where somebody signs. Where another asks for other keys, neither goes on by one word; nor does it for
 * more people at once than K-18 lets.
 */
function goOnAlone(state: State, recovery: Recovery, at: Millis): void {
  const from = aloneFrom(state, recovery.member, recovery.by, at);
  const others = askingsFor(state, recovery.member).filter((r) => r.by !== recovery.by && r.way === "two");
  // What waits for all isn't one's word: whoever was stopped doesn't hold up another by asking again.
  const waiting = others.filter((r) => (waitsForSecond(r, at) && !r.all) || (r.alone && termsRun(r, at)));
  for (const r of waiting) if (r.alone) waitAgain(state, r, at);
  if (waiting.length > 0) return;
  // The same keys for two people: neither goes on by one word.
  const same = withTheseKeys(state, recovery, at);
  for (const r of same) if (r.alone && r.second === undefined) waitAgain(state, r, at);
  if (same.length > 0) return;
  if (from <= at ? clashes(state, recovery, at) : others.some((r) => termsRun(r, at))) return;
  if (alonePlaces(state, recovery.member, recovery.by, at).left === 0) return;
  recovery.alone = true;
  takeEffect(state, recovery, from, at);
  state.keys.alone.push(recovery.id);
}

/** May `by` stand for this asking as the second now? */
export function maySecondAsking(state: State, recovery: Recovery, by: MemberId, at: Millis): Result<Right> {
  if (recovery.off) return refuse("K-7", "recovery-off");
  // One word alone goes on by itself: who confirms it is there, and it takes as long as with two (K-18).
  const alone = recovery.alone && recovery.second === undefined && at < (recovery.effective ?? at);
  if (wasSigned(recovery, at) && !alone) return refuse("K-7", "signed-by-two");
  if (!alone && !waitsForSecond(recovery, at)) return refuse("K-7", "recovery-over");
  if (recovery.by === by) return refuse("K-8", "own-act");
  const may = mayAsk(state, recovery, by, at);
  if (!may.ok) return may;
  // The rule holds for both: whoever asked is still a voter, still a teller, in no terms.
  const first = mayStandFor(state, recovery.by, at);
  if (!first.ok) return refuse("K-7", "first-cannot-any-more");
  if (recovery.way === "two" && firstStoodForAnother(state, recovery, at))
    return refuse("K-7", "first-cannot-any-more");
  const both = onBothSides(state, recovery, by, at);
  if (!both.ok) return both;
  if (recovery.way !== "two") {
    const other = mayByThisWay(state, recovery, recovery.by, at);
    if (!other.ok) return other;
  }
  // What goes on by itself has its keys written already.
  const written = recovery.enrol === undefined || recovery.signed !== undefined;
  const elsewhere = written ? undefined : askedForAnother(state, recovery, at);
  if (elsewhere) return elsewhere;
  const keys = written ? ok(true as const) : checkKeys(knownFor(state, recovery, at), recovery.enrol);
  return keys.ok ? may : keys;
}

/** Nobody stands for two keys of one person at once: else three would make it open whose keys they are (K-7). */
function onBothSides(state: State, recovery: Recovery, by: MemberId, at: Millis): Result<true> {
  if (recovery.way !== "two") return ok(true);
  const own = standsForOthers(state, recovery, by, at);
  if (own) return refuse("K-7", "under-way", { until: termsUntil(own) ?? at });
  return standsForOthers(state, recovery, recovery.by, at) ? refuse("K-7", "first-cannot-any-more") : ok(true);
}

/** Two have signed. What they asked for comes in (K-6, K-11, K-15), unless others' keys were signed for, too: then neither does (K-7). */
export function secondAsking(state: State, recovery: Recovery, by: MemberId, at: Millis): void {
  const { member, way } = recovery;
  settleAskings(state, at);
  recovery.second = by;
  if (recovery.alone) waitAgain(state, recovery, at);
  if (way === "two") {
    noteStoodFor(state, by, member, at);
    if (quietUntil(state, member, recovery.by, at) !== undefined) recovery.all = true;
    if (clashes(state, recovery, at)) return;
  }
  // A door whose call doesn't name the person is no more than two others who stand for other keys (K-7).
  if (way === "door" && !recovery.named && clashes(state, recovery, at)) return;
  if (way === "door") dropAskings(state, member, at, "door", recovery.id);
  if (way === "meeting") {
    if (recovery.decided !== undefined && !byHalf(state, recovery.decided)) recovery.few = true;
    else for (const r of withTheseKeys(state, recovery, at)) callOff(state, r, at, "clash");
    endAllBefore(state, recovery, at);
    const met = metAt(state, recovery, at);
    if (met !== undefined) recovery.metAt = met;
    comeBack(state, member, state.size, at);
  }
  takeEffect(state, recovery, at);
}

/**
 * When a meeting decided it: the person has waited ever since (K-15). Where an earlier one had, and those whom it sent
 * couldn't bring the keys in any more, since that one while its thirty days last.
 */
function metAt(state: State, { decided, member }: Recovery, at: Millis): Millis | undefined {
  if (decided === undefined) return undefined;
  const unused = [...state.keys.decided].filter(
    ([id, d]) => id === decided || (d.member === member && at < (decidedWindow(d)?.until ?? at)),
  );
  const since = unused.flatMap(([id]) => state.binding.decisions.get(id)?.at ?? []);
  return since.length === 0 ? undefined : Math.min(...since);
}

/** Do two others, none of whom stands for these, stand for other keys of the same person (K-7)? Then neither come in, and it is for a meeting. */
function clashes(state: State, recovery: Recovery, at: Millis): boolean {
  const running = runningFor(state, recovery.member, at);
  const own = signersOf(recovery);
  const other = running.find(
    (r) => r !== recovery && r.way === "two" && at < (r.effective ?? at) && !signersOf(r).some((m) => own.includes(m)),
  );
  if (!other) return false;
  callOff(state, other, at, "clash");
  callOff(state, recovery, at, "clash");
  noteObjection(state, recovery.member, { at, words: true });
  return true;
}

/** A meeting decided: whatever else was asked for this person is off, and so is what held it up (K-15). */
function endAllBefore(state: State, recovery: Recovery, at: Millis): void {
  for (const r of askingsFor(state, recovery.member))
    if (r !== recovery && (waitsForSecond(r, at) || termsRun(r, at))) callOff(state, r, at, "meeting");
  state.keys.objected.delete(recovery.member);
  state.keys.disputes.delete(recovery.member);
  const decided = recovery.decided === undefined ? undefined : state.keys.decided.get(recovery.decided);
  if (decided) decided.used = true;
}
