/** Changes of statutes by decision (S-5): called when a result on a motion with subject `statutes` is entered. */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import { NEVER } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { settleAll } from "../members/settle.ts";
import type { StatutesChanges } from "./acts.ts";
import { mayChange } from "./changes.ts";

/**
 * Changes these parameters from `from` on (S-5): a new version, the old ones kept. `text` is the motion's.
 * Votes already called keep their own rule (S-4), and applicants who fulfil the new conditions are on
 * their way in (M-6).
 */
export function adoptStatutes(
  state: State,
  changes: StatutesChanges,
  text: Hash,
  resultId: ActId,
  at: Millis,
  from: Millis,
): void {
  const { versions } = state.statutes;
  const before = versions.at(-1);
  if (!before) throw new Error("a body without statutes");
  versions.push({ n: versions.length + 1, changes, statutes: before.statutes, text, by: resultId, at, from });
  remakeStatutes(state);
  bind(state, text, resultId);
  if (from <= at) settleAll(state, at);
}

/** What a result adopted is in force from another moment, or never (B-10, B-11). */
export function moveStatutes(state: State, by: ActId, from: Millis | undefined): void {
  const version = state.statutes.versions.find((v) => v.by === by);
  if (!version) return;
  version.from = from ?? NEVER;
  remakeStatutes(state);
}

/** With the first entry after new statutes came into force, their conditions hold for all applicants (M-6). */
export function settleBegun(state: State, at: Millis): void {
  if (state.statutes.versions.some((v) => v.from > state.at && v.from <= at)) settleAll(state, at);
}

/**
 * Makes each version anew of the one in force before it: after one was adopted, or comes into force at
 * another moment. Those in force already come out as they were.
 */
export function remakeStatutes(state: State): void {
  const inOrder = [...state.statutes.versions].sort((a, b) => a.from - b.from || a.n - b.n);
  let before = inOrder[0]?.statutes;
  for (const version of inOrder) {
    if (!before || !version.changes) continue;
    const made = mayChange(before, version.changes);
    delete version.fails;
    if (!made.ok && made.code !== "changes-nothing") version.fails = { rule: made.rule, code: made.code };
    version.before = before;
    version.statutes = made.ok ? made.value : before;
    before = version.statutes;
  }
}
