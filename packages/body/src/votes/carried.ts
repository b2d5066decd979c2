/**
 * What a declared result does (V-41): to its motion, and where it was carried, to whatever the motion
 * was about. The other chapters' own functions do that; this file only says which.
 */
import { type ActId, type Millis, type Sha256, unreachable } from "@nabat/kernel";
import { bringBack } from "../archive/out-of-view.ts";
import { takeOutOfView } from "../archive/queries.ts";
import type { State } from "../engine/state.ts";
import { adoptBody, allowEstablish } from "../founding/effects.ts";
import { admitByDecision, endContested } from "../members/effects.ts";
import { doProcedure } from "../meetings/procedure.ts";
import { isAmendment, takeIn } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { sectionTotals, wholeAdopts } from "../motions/sections.ts";
import { adoptStatutes } from "../statutes/effects.ts";
import type { Vote } from "./part.ts";

/** Applies a result that was just written into `vote.result`. */
export function decide(
  state: State,
  vote: Vote,
  motion: Motion,
  resultId: ActId,
  { at, sha256 }: { readonly at: Millis; readonly sha256: Sha256 },
): void {
  const result = vote.result;
  if (!result) throw new Error("no result");
  if (vote.section !== "") return decideSection(state, vote, motion, resultId, at);
  if (result.outcome === "no-quorum") {
    // Too few were there to decide anything: the motion stands and may be put again (V-38).
    motion.status = "standing";
    return;
  }
  motion.status = result.outcome === "carried" ? "carried" : "lost";
  motion.decidedBy = resultId;
  if (vote.opinion) motion.opinion = true;
  // An opinion binds nobody: it does nothing, whatever it was about (G-28).
  else if (result.outcome === "carried" && isAmendment(motion)) takeIn(state, motion, resultId, at, sha256);
  else if (result.outcome === "carried") takeEffect(state, motion, vote, resultId, at);
}

/** V-14: a section's adoption is noted; the whole has adopted once every section has, of one version. */
function decideSection(state: State, vote: Vote, motion: Motion, resultId: ActId, at: Millis): void {
  motion.status = "standing";
  const { carried } = sectionTotals(state, motion, vote.section, vote.version);
  motion.adoptions.push({ section: vote.section, version: vote.version, result: resultId, carried });
  if (!wholeAdopts(state, motion)) return;
  motion.status = "carried";
  motion.decidedBy = resultId;
  takeEffect(state, motion, vote, resultId, at);
}

function takeEffect(state: State, motion: Motion, vote: Vote, resultId: ActId, at: Millis): void {
  const { subject } = motion;
  switch (subject.type) {
    case "text":
    // An amendment's change was taken in where it was decided.
    case "amendment":
      return;
    case "founding":
      return adoptBody(state, resultId, at);
    case "statutes":
      return adoptStatutes(state, subject.statutes, vote.version, resultId, at);
    case "admission":
      return admitByDecision(state, subject.member, resultId, at);
    case "contest":
      return endContested(state, subject.member, resultId, at);
    case "establish":
      return allowEstablish(state, resultId, motion.id, subject, vote.version, at);
    case "erasure":
      return takeOutOfView(state, subject.attachments, { by: resultId, motion: motion.id, at, ground: subject.ground });
    case "restore":
      return bringBack(state, subject.attachments, at);
    case "procedure":
      return doProcedure(state, motion, subject.procedure, resultId, at);
    case "copy":
      if (!state.archive.copies.has(subject.key)) state.archive.copies.set(subject.key, resultId);
      return;
    default:
      return unreachable(subject);
  }
}
