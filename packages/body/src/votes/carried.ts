/**
 * What a declared result does (V-41): to its motion, and where it was carried and binds, to whatever the
 * motion was about. An opinion decides nothing (B-3).
 */
import type { ActId } from "@nabat/kernel";
import { type Moment, motionCarried, motionRefused, settleAgain, wayOf } from "../binding/decided.ts";
import type { State } from "../engine/state.ts";
import type { Motion } from "../motions/part.ts";
import { sectionTotals, wholeAdopts } from "../motions/sections.ts";
import { noteTooFew } from "./second-call.ts";
import type { Vote } from "./part.ts";
import { tookPart } from "./took-part.ts";

/** Applies a result that was just written into `vote.result`. */
export function decide(state: State, vote: Vote, motion: Motion, resultId: ActId, when: Moment): void {
  const { result } = vote;
  if (!result) throw new Error("no result");
  // The motion stays free, whatever those there thought of it (G-28, B-3).
  if (vote.opinion) return;
  if (vote.again !== undefined) {
    const decision = state.binding.decisions.get(vote.again);
    if (!decision) throw new Error("no such decision");
    return settleAgain(state, vote, decision, resultId, when);
  }
  if (vote.section !== "") return decideSection(state, vote, motion, resultId, when);
  if (result.outcome === "no-quorum") {
    // Too few were there to decide anything: the motion stands and may be put again (V-38).
    motion.status = "standing";
    noteTooFew(state, vote, motion);
    return;
  }
  if (result.outcome !== "carried") return motionRefused(state, motion, vote, resultId, when);
  const of = { vote, way: wayOf(vote), voted: tookPart(vote), whole: result.whole, text: vote.version };
  motionCarried(state, motion, resultId, of, when);
}

/** V-14: a section's adoption is noted; the whole has adopted once every section has, of one version. */
function decideSection(state: State, vote: Vote, motion: Motion, resultId: ActId, when: Moment): void {
  motion.status = "standing";
  const { carried } = sectionTotals(state, motion, vote.section, vote.version);
  motion.adoptions.push({ section: vote.section, version: vote.version, result: resultId, carried });
  if (!wholeAdopts(state, motion, when.at)) return;
  const voted = motion.sections.reduce((n, s) => n + sectionTotals(state, motion, s, vote.version).present, 0);
  motionCarried(
    state,
    motion,
    resultId,
    { vote, way: wayOf(vote), voted, whole: vote.whole, text: vote.version },
    when,
  );
}
