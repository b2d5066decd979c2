/** New statutes by decision (S-5): called when a result on a motion with subject `statutes` is entered. */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import type { State } from "../engine/state.ts";
import { settleAll } from "../members/settle.ts";
import type { Statutes } from "./acts.ts";

/**
 * Puts new statutes in force from `from` on (S-5): a new version, the old ones kept. `text` is the attachment with
 * the sentences. They must have passed `checkStatutes` when they were moved; votes already called
 * keep their own rule (S-4), and applicants who fulfil the new conditions are on their way in (M-6).
 */
export function adoptStatutes(
  state: State,
  statutes: Statutes,
  text: Hash,
  resultId: ActId,
  at: Millis,
  from: Millis,
): void {
  state.statutes.versions.push({ n: state.statutes.versions.length + 1, statutes, text, by: resultId, at, from });
  bind(state, text, resultId);
  state.rules = statutes.rules;
  if (from <= at) settleAll(state, at);
}

/** A moment that never comes: of rules that were put to all and fell. */
export const NEVER: Millis = Number.MAX_SAFE_INTEGER;

/** What a result adopted is in force from another moment, or never (B-10, B-11). */
export function moveStatutes(state: State, by: ActId, from: Millis | undefined): void {
  const version = state.statutes.versions.find((v) => v.by === by);
  if (version) version.from = from ?? NEVER;
}

/** With the first entry after new statutes came into force, their conditions hold for all applicants (M-6). */
export function settleBegun(state: State, at: Millis): void {
  if (state.statutes.versions.some((v) => v.from > state.at && v.from <= at)) settleAll(state, at);
}
