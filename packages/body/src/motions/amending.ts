/**
 * Amendments (V-45 to V-49): motions whose subject is another motion's text. Each changes paragraphs of
 * the text that its mover gave it, so that many can stand beside one another and be voted one by one.
 */
import { paperWaits } from "../binding/paper-waits.ts";
import {
  type ActId,
  canonicalBytes,
  type Hash,
  type MemberId,
  type Millis,
  ok,
  refuse,
  type Result,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import type { State } from "../engine/state.ts";
import { rollSize } from "../members/standing.ts";
import { askedOf, statutesNow } from "../statutes/queries.ts";
import { waitingVotes } from "../votes/course.ts";
import type { Amendment } from "./acts.ts";
import { type TextChange, collide, withChanges } from "./paragraphs.ts";
import type { AmendedText, Motion, TextVersion } from "./part.ts";

/** Amendments to one motion that one member may have waiting (V-45). */
export const AMENDMENTS_EACH = 3;
/** Changes that one text may carry (V-48). */
export const CHANGES_MOST = 500;

/** A motion that changes another's text. */
export type AmendmentMotion = Motion & { readonly subject: Amendment };

/** Is this motion an amendment? */
export function isAmendment(motion: Motion): motion is AmendmentMotion {
  return motion.subject.type === "amendment";
}

/** The text as it stands now. */
export function lastVersion(motion: Motion): TextVersion {
  const version = motion.versions.at(-1);
  if (!version) throw new Error("a motion without a text");
  return version;
}

/** The version by which the mover gave the text that all changes are made to. */
export function baseVersion(motion: Motion): TextVersion {
  const { base } = lastVersion(motion);
  const version = motion.versions.find((v) => v.text === base);
  if (!version) throw new Error("a text without a base");
  return version;
}

/** What a text with changes is known by (V-48): SHA-256 of the canonical `{amendments, text}`; without changes the text's own hash. */
export function amendedText(sha256: Sha256, base: Hash, changes: readonly ActId[]): Hash {
  return changes.length === 0
    ? base
    : (toHex(sha256(canonicalBytes({ amendments: [...changes], text: base }))) as Hash);
}

/**
 * Since when the text is talked of (V-17): since its mover gave it, or took an amendment in. What was changed by
 * vote was talked of as an amendment.
 */
export function talkedSince(state: State, motion: Motion): Millis {
  const byVote = ({ changes }: TextVersion): boolean =>
    state.motions.motions.get(changes.at(-1) ?? ("" as ActId))?.status === "carried";
  return (motion.versions.findLast((v) => !byVote(v)) ?? lastVersion(motion)).at;
}

/** The amendments put to a motion, oldest first. */
export function amendmentsTo(state: State, motion: Motion): AmendmentMotion[] {
  return motion.amendments.flatMap((id) => {
    const found = state.motions.motions.get(id);
    return found && isAmendment(found) ? [found] : [];
  });
}

/** Amendments whose changes are part of a motion's text now, in the order in which they came in. */
export function changesIn(state: State, version: Pick<AmendedText, "changes">): AmendmentMotion[] {
  return version.changes.flatMap((id) => {
    const found = state.motions.motions.get(id);
    return found && isAmendment(found) ? [found] : [];
  });
}

/**
 * Could this amendment still change its motion (V-45, V-46)? Refuses where there is no such motion, it
 * is decided or not a plain text, its mover gave it another text, or the place was changed already.
 */
export function amendmentHolds(state: State, subject: Amendment, self?: ActId): Result<Motion> {
  const motion = state.motions.motions.get(subject.motion);
  if (!motion) return refuse("V-1", "no-such-motion");
  if (motion.subject.type !== "text") return refuse("V-45", "texts-only", { subject: motion.subject.type });
  if (motion.sections.length > 0) return refuse("V-45", "not-in-sections");
  if (motion.status !== "standing" && motion.status !== "voting")
    return refuse("V-46", "motion-decided", { status: motion.status });
  const version = lastVersion(motion);
  if (version.base !== subject.base) return refuse("V-46", "another-text", { current: version.base });
  const other = changesIn(state, version).find((a) => a.id !== self && collide(a.subject.place, subject.place));
  if (other) return refuse("V-46", "place-changed", { amendment: other.id });
  return version.changes.length < CHANGES_MOST
    ? ok(motion)
    : refuse("V-48", "too-many-changes", { most: CHANGES_MOST });
}

/** Is this amendment undecided and able to change its motion? */
export function amendmentWaits(state: State, amendment: AmendmentMotion): boolean {
  const open = amendment.status === "standing" || amendment.status === "voting";
  return open && amendmentHolds(state, amendment.subject, amendment.id).ok;
}

/** May `by` put this amendment now (V-45)? */
export function mayAmend(state: State, subject: Amendment, by: MemberId | undefined, at: Millis): Result<true> {
  const held = amendmentHolds(state, subject);
  if (!held.ok) return held;
  const [vote] = waitingVotes(state, held.value, at);
  if (vote) return refuse("V-45", "vote-not-over", { vote: vote.id });
  const own = amendmentsTo(state, held.value).filter((a) => a.mover === by && amendmentWaits(state, a));
  return own.length < AMENDMENTS_EACH ? ok(true) : refuse("V-45", "too-many-waiting", { most: AMENDMENTS_EACH });
}

/** At the call of its vote: nothing else that touches the same place is being voted on (V-46). */
export function placeIsFree(state: State, amendment: AmendmentMotion, at: Millis): Result<true> {
  const motion = state.motions.motions.get(amendment.subject.motion);
  const rival = (motion ? amendmentsTo(state, motion) : []).find(
    (a) =>
      a.id !== amendment.id &&
      collide(a.subject.place, amendment.subject.place) &&
      amendmentWaits(state, a) &&
      waitingVotes(state, a, at).length > 0,
  );
  return rival ? refuse("V-46", "place-voted-on", { amendment: rival.id }) : ok(true);
}

/** Have so many others seconded it that it comes before its motion (V-49): as many as a motion needs, one at least? */
export function supported(state: State, amendment: Motion, roll: number, at: Millis): boolean {
  return amendment.seconds.length >= Math.max(1, askedOf(statutesNow(state, at).statutes.voting.seconds, roll));
}

/** May the mover of its motion take it in without a vote (V-47)? */
export function mayTakeIn(state: State, amendment: Motion, by: MemberId, at: Millis): Result<true> {
  if (!isAmendment(amendment)) return refuse("V-47", "not-an-amendment");
  if (amendment.status !== "standing" && amendment.status !== "voting")
    return refuse("V-11", amendment.status === "withdrawn" ? "withdrawn" : "decided", { status: amendment.status });
  const held = amendmentHolds(state, amendment.subject, amendment.id);
  if (!held.ok) return held;
  if (held.value.mover !== by) return refuse("V-47", "not-the-mover");
  const [vote] = [...waitingVotes(state, held.value, at), ...waitingVotes(state, amendment, at)];
  if (vote) return refuse("V-47", "vote-not-over", { vote: vote.id });
  const until = paperWaits(state, held.value.id, at);
  if (until !== undefined) return refuse("B-13", "on-paper-waits", { until });
  // By taking in a milder one the mover can't let fall what others stand behind (V-49).
  const roll = rollSize(state, at);
  const rival = amendmentsTo(state, held.value).find(
    (a) =>
      a.id !== amendment.id &&
      collide(a.subject.place, amendment.subject.place) &&
      amendmentWaits(state, a) &&
      supported(state, a, roll, at),
  );
  if (rival) return refuse("V-47", "seconded-rival", { amendment: rival.id });
  return placeIsFree(state, amendment, at);
}

/** Makes an amendment's change part of its motion's text (V-48); `by`: the result or the acceptance. */
export function takeIn(state: State, amendment: AmendmentMotion, by: ActId, at: Millis, sha256: Sha256): void {
  const motion = state.motions.motions.get(amendment.subject.motion);
  if (!motion) throw new Error("an amendment without a motion");
  const { changes } = lastVersion(motion);
  // Held again since its count fell (V-60), it is part of the text already.
  if (!changes.includes(amendment.id)) giveText(state, motion, [...changes, amendment.id], { by, at, sha256 });
}

/** What a count brought in that fell, and that those present then didn't carry, isn't part of the text any more (V-48, V-60). */
export function takeOut(state: State, amendment: AmendmentMotion, by: ActId, at: Millis, sha256: Sha256): void {
  const motion = state.motions.motions.get(amendment.subject.motion);
  if (!motion || (motion.status !== "standing" && motion.status !== "voting")) return;
  const { changes } = lastVersion(motion);
  if (!changes.includes(amendment.id)) return;
  giveText(
    state,
    motion,
    changes.filter((id) => id !== amendment.id),
    { by, at, sha256 },
  );
}

function giveText(
  state: State,
  motion: Motion,
  changes: readonly ActId[],
  { by, at, sha256 }: { readonly by: ActId; readonly at: Millis; readonly sha256: Sha256 },
): void {
  const { n, base } = lastVersion(motion);
  const text = amendedText(sha256, base, changes);
  motion.versions.push({ n: n + 1, text, base, changes: [...changes], by, at });
  if (changes.length > 0) state.motions.amended.set(text, { base, changes: [...changes] });
}

/** The attachments that a text is made of: itself, or for one with changes its base and their words. */
export function partsOfText(state: State, text: Hash): Hash[] {
  const made = state.motions.amended.get(text);
  return made ? [made.base, ...changesIn(state, made).map((a) => lastVersion(a).text)] : [text];
}

/** A text, put together where it has changes (V-48); `undefined` where one of its parts isn't at hand. */
export function textWith(state: State, text: Hash, at: (hash: Hash) => string | undefined): string | undefined {
  const made = state.motions.amended.get(text);
  if (!made) return at(text);
  const base = at(made.base);
  const changes: TextChange[] = [];
  for (const { subject, versions } of changesIn(state, made)) {
    const words = versions[0] && at(versions[0].text);
    if (words === undefined && subject.place.what !== "strike") return undefined;
    changes.push({ place: subject.place, words: words ?? "" });
  }
  return base === undefined ? undefined : withChanges(base, changes);
}

/** Binds all texts that a version is made of: a decision rests on them (V-15, E-2). */
export function bindVersion(state: State, motion: Motion, by: ActId): void {
  const version = lastVersion(motion);
  bind(state, version.base, by);
  for (const change of changesIn(state, version)) bind(state, lastVersion(change).base, by);
}
