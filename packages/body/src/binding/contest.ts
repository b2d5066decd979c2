/** Decisions whose count is in doubt: out of force until those drawn have looked, and what followed from it too (V-58 to V-60). */
import type { MemberId, Millis } from "@nabat/kernel";
import { electedSurely } from "../elections/again.ts";
import { moveOffices } from "../elections/ending.ts";
import { NEVER } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { resultStage } from "../votes/course.ts";
import type { Vote } from "../votes/part.ts";
import { moveDecision, moveTo } from "./decided.ts";
import { doubtUntil, givenBy, markDoubt } from "./doubt.ts";
import type { Decision } from "./part.ts";
import { callAgainUntil } from "./put-all.ts";
import { forceFrom, notBefore } from "./term.ts";

/** The decision that this vote made or, put to all, was to confirm. */
function decisionBy(state: State, vote: Vote): Decision | undefined {
  const { decisions } = state.binding;
  // What all carried though a meeting had refused it is a decision of its own.
  return decisions.get(vote.result?.id ?? vote.id) ?? decisions.get(vote.again ?? vote.id);
}

/** The decisions by later votes of the same election. */
function laterOn(state: State, vote: Vote): Decision[] {
  if (vote.election === undefined) return [];
  return [...state.binding.decisions.values()].filter((d) => {
    const by = d.vote === undefined ? undefined : state.votes.votes.get(d.vote);
    return d.on === vote.election && by !== undefined && by.index > vote.index;
  });
}

/**
 * Numbers are missed in the count of a vote: what it decided is out of force, unless those drawn find nothing, and so
 * is what followed from it. Not for those whom it elected however these were counted.
 */
export function contestDecision(state: State, vote: Vote, at: Millis): void {
  // So few, or in a list that doesn't decide, change nothing.
  if (!vote.result || resultStage(state, vote, at) === "in-force") return;
  // Nothing rests any more on what is set aside.
  if (vote.aside) return;
  const own = decisionBy(state, vote);
  if (own) contest(state, own, at, electedSurely(state, vote));
  for (const later of laterOn(state, vote)) contest(state, later, at);
}

function contest(state: State, decision: Decision, at: Millis, keep: readonly MemberId[] = []): void {
  // What fell is out of force already, and no count of that vote brings it back (B-11, V-60).
  if (decision.from === undefined || (decision.settled && !decision.settled.stands)) return;
  const by = givenBy(decision);
  if (decision.election && !state.elections.offices.some((o) => o.result === by && !keep.includes(o.holder))) return;
  // Who says that a number is missing and opens nothing holds it up till that time is over, and no longer.
  const doubt = doubtUntil(state, decision, at);
  if (doubt === undefined) return;
  markDoubt(decision, doubt, at);
  const from = Math.max(doubt, otherwiseFrom(state, decision));
  decision.from = from;
  if (decision.election) moveOffices(state, by, from, keep);
  else moveTo(state, decision, from);
}

/** From when it would be in force, were its count not in doubt (B-8, B-10). */
function otherwiseFrom(state: State, decision: Decision): Millis {
  const { settled, on } = decision;
  if (settled) return notBefore(decision, settled.at);
  if (decision.suspended !== undefined) return callAgainUntil(decision) ?? NEVER;
  return forceFrom(decision, state.motions.motions.get(on)?.subject.type === "statutes");
}

/** Those drawn have looked: where the count stands, so does what was decided by it, and what followed from it (V-59). */
export function recountDecision(state: State, vote: Vote, at: Millis): void {
  if (!vote.result) return;
  // One of several has spoken: from now on it may stand when their time is over.
  if (resultStage(state, vote, at) !== "in-force") return contestDecision(state, vote, at);
  const own = decisionBy(state, vote);
  for (const decision of [...(own ? [own] : []), ...laterOn(state, vote)])
    if (decision.contested !== undefined)
      moveDecision(state, decision, Math.max(at, otherwiseFrom(state, decision)), at);
}
