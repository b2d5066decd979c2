/** Where a decision stands, as pages say it: what was refused, void or changed by the vote of all with it (B-8 to B-11, V-60). */
import { type Decision, type ForceStage, forceStage, givenBy, type State, voteStage } from "@nabat/body";
import type { Millis } from "@nabat/kernel";
import type { Vote } from "./results.ts";

/**
 * `void`: the count of its vote fell, and it is held again in person. `overturned`: a meeting refused it, and all
 * carried it: that is another decision.
 */
export type ForceShown = ForceStage | "void" | "overturned";

/** Stages in the order in which they matter to whoever looks. */
export const FORCE_STAGES = [
  "waits",
  "suspended",
  "contested",
  "void",
  "in-force",
  "refused",
  "overturned",
  "fell",
] as const satisfies readonly ForceShown[];

/** The vote by which it stands or falls: that of all, where it took the first one's place (B-11). */
export function voteBehind(state: State, d: Decision): Vote | undefined {
  const id = state.votes.results.get(givenBy(d)) ?? d.vote;
  return id === undefined ? undefined : state.votes.votes.get(id);
}

/** Where it stands at `now`. */
export function forceShown(state: State, d: Decision, now: Millis): ForceShown {
  const stage = forceStage(d, now);
  if (stage === "fell") return d.lost && d.settled && !d.settled.stands ? "overturned" : "fell";
  if (stage !== "contested") return stage;
  const vote = voteBehind(state, d);
  return vote && voteStage(state, vote, now) === "fallen" ? "void" : "contested";
}
