/**
 * Words that a decision took out of view (E-3, E-7 to E-11): hidden at once, gone only when nobody appealed
 * in time, or an appeal has waited long enough. Computed from the moment; time passing needs no act.
 */
import { type Hash, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { ActId } from "@nabat/kernel";
import { firstInForce, type InForceFrom, inForceFrom, knownFrom } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { needsVote } from "../members/no-vote.ts";
import { rollSize } from "../members/standing.ts";
import { askedOf, statutesOf } from "../statutes/queries.ts";
import type { OutOfView, Taking } from "./part.ts";

const DAY_MS = 24 * 3600_000;
/** So long an appeal may be made, in ms (E-8). */
export const APPEAL_MS = 30 * DAY_MS;
/** So long an appeal that was made keeps the words, in ms (E-10). */
export const APPEAL_WAITS_MS = 60 * DAY_MS;
/** So long words that were brought back aren't taken out of view again, in ms (E-9). */
export const RESTORED_MS = 365 * DAY_MS;

/** `out`: hidden, an appeal may be made; `appealed`: hidden, one waits; `back`: in view again; `gone`: for ever. */
export type ViewStage = "in-view" | "out" | "appealed" | "back" | "gone";

/** The decision that brought these back, of several the first in force (E-9). */
export function broughtBack(out: OutOfView): InForceFrom | undefined {
  return firstInForce(out.restores);
}

/** The decision that took these out of view, of several the first in force (E-3). */
export function takenBy(out: OutOfView): Taking {
  const taking = firstInForce(out.takings);
  if (!taking) throw new Error("out of view by no decision");
  return taking;
}

/** When what a decision took out of view goes, as things stand (E-10); nothing goes that was brought back. */
export function goesAt(out: OutOfView): Millis | undefined {
  const back = broughtBack(out);
  if (back && knownFrom(back.from) !== undefined) return undefined;
  const { from } = takenBy(out);
  // An appeal outlasts a recount or a vote of all between: its days count while the words are hidden.
  const goes = out.appealed === undefined ? from + APPEAL_MS : Math.max(from, out.appealed) + APPEAL_WAITS_MS;
  // A decision to bring it back whose count nobody gives holds it for a month, not for ever (B-10).
  return back ? goes + APPEAL_MS : goes;
}

/** How words stand to decisions on them at `at`. */
export function viewStage(state: State, hash: Hash, at: Millis): ViewStage {
  const out = state.archive.outOfView.get(hash);
  // A decision that isn't in force yet hides nothing (B-8).
  if (!out || takenBy(out).from > at) return "in-view";
  const goes = goesAt(out);
  // What waits to be brought back isn't in view yet, and doesn't go meanwhile (B-8, B-10).
  if ((broughtBack(out)?.from ?? at + 1) <= at) return "back";
  if (goes !== undefined && at >= goes) return "gone";
  return out.appealed === undefined ? "out" : "appealed";
}

/** The decision that hides these words at `at`, if one does. */
export function hiddenBy(state: State, hash: Hash, at: Millis): OutOfView | undefined {
  const stage = viewStage(state, hash, at);
  return stage === "in-view" || stage === "back" ? undefined : state.archive.outOfView.get(hash);
}

/** What stays visible where words were taken out of view (E-11). */
export interface OutNote {
  /** The result that took them out, and the motion that gives the reasons. */
  readonly by: ActId;
  readonly motion: ActId;
  readonly ground: Taking["ground"];
  readonly at: Millis;
  readonly stage: ViewStage;
  /** Until when an appeal may be made or, once one waits, be decided; since when they are gone. */
  readonly until: Millis;
}

/** The note that stands in place of these words; `undefined` where they are in view. */
export function outNote(state: State, hash: Hash, now: Millis): OutNote | undefined {
  const out = hiddenBy(state, hash, now);
  if (!out) return undefined;
  const { by, motion, ground, from } = takenBy(out);
  return { by, motion, ground, at: from, stage: viewStage(state, hash, now), until: goesAt(out) ?? now };
}

/** May this person still read words that are hidden: their author, as long as they aren't gone (E-11)? */
export function readsHidden(state: State, hash: Hash, member: MemberId | undefined, at: Millis): boolean {
  return member !== undefined && state.archive.owners.get(hash) === member && viewStage(state, hash, at) !== "gone";
}

/** Words whose time is over, with the decision that took them out of view: their bytes go now (E-10). */
export function goneByDecision(state: State, at: Millis): { readonly hash: Hash; readonly by: ActId }[] {
  return [...state.archive.outOfView]
    .filter(([hash]) => viewStage(state, hash, at) === "gone")
    .map(([hash, out]) => ({ hash, by: takenBy(out).by }));
}

/** How many must appeal where the author doesn't (E-8): as many as call a meeting. */
export function appealsNeeded(state: State, at: Millis): number {
  return askedOf(statutesOf(state, at).convene.signatures, rollSize(state, at));
}

/** May `by` appeal (E-8)? Its author alone, or any member with a vote together with others. */
export function mayAppeal(state: State, hash: Hash, by: MemberId, at: Millis): Result<OutOfView> {
  const out = state.archive.outOfView.get(hash);
  const stage = viewStage(state, hash, at);
  if (!out || state.archive.erased.has(hash) || stage === "back" || stage === "in-view")
    return refuse("E-8", "in-view", { hash });
  if (stage === "gone") return refuse("E-8", "too-late", { until: takenBy(out).from + APPEAL_MS });
  if (stage === "appealed") return refuse("E-8", "appealed-already", { hash });
  if (state.archive.owners.get(hash) === by) return ok(out);
  const votes = needsVote(state, by, at);
  if (!votes.ok) return votes;
  return out.appeals.includes(by) ? refuse("E-8", "appealed-by-you", { hash }) : ok(out);
}

/** May a decision bring these back (E-9)? Only while an appeal waits. */
export function restorable(state: State, attachments: readonly Hash[], at: Millis): Result<true> {
  const other = attachments.find((h) => state.archive.erased.has(h) || viewStage(state, h, at) !== "appealed");
  return other === undefined ? ok(true) : refuse("E-9", "no-appeal-waits", { hash: other });
}

/** The decision that took these out of view is in force from another moment, or never (B-10, B-11). */
export function moveOutOfView(state: State, attachments: readonly Hash[], by: ActId, from: Millis | undefined): void {
  for (const hash of attachments) {
    const out = state.archive.outOfView.get(hash);
    if (!out?.takings.some((d) => d.by === by)) continue;
    out.takings = inForceFrom(out.takings, by, from);
    if (out.takings.length === 0) state.archive.outOfView.delete(hash);
  }
}

/** A carried decision brings back what is still there, from the moment at which it is in force (E-9). */
export function bringBack(
  state: State,
  attachments: readonly Hash[],
  by: ActId,
  { at, from }: { readonly at: Millis; readonly from: Millis },
): void {
  for (const hash of attachments) {
    const out = state.archive.outOfView.get(hash);
    if (out && viewStage(state, hash, at) !== "gone") out.restores = [...(out.restores ?? []), { by, from }];
  }
}

/** That decision is in force from another moment, or never (B-10, B-11). */
export function moveBack(state: State, attachments: readonly Hash[], by: ActId, from: Millis | undefined): void {
  for (const hash of attachments) {
    const out = state.archive.outOfView.get(hash);
    if (out?.restores?.some((r) => r.by === by)) out.restores = inForceFrom(out.restores, by, from);
  }
}
