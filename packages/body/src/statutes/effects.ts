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
 * Makes each version anew, after one was adopted or comes into force at another moment: what is in force from its
 * moment on are the changes of all that have begun by then, in the order in which they were decided. So of two changes
 * of the same the one decided later holds, also where the older one comes into force after it (S-5).
 */
export function remakeStatutes(state: State): void {
  const [first] = state.statutes.versions;
  if (!first) return;
  const inOrder = [...state.statutes.versions].sort((a, b) => a.from - b.from || a.n - b.n);
  let before = first.statutes;
  for (const [i, version] of inOrder.entries()) {
    if (!version.changes) continue;
    let made = first.statutes;
    for (const begun of inOrder.slice(0, i + 1).sort((a, b) => a.n - b.n)) {
      if (!begun.changes) continue;
      const next = mayChange(made, begun.changes);
      if (next.ok) made = next.value;
      if (begun !== version) continue;
      delete version.fails;
      if (!next.ok && next.code !== "changes-nothing") version.fails = { rule: next.rule, code: next.code };
    }
    version.before = before;
    version.statutes = made;
    before = made;
  }
}
