/**
 * What a meeting may vote on (G-22, G-26, G-28, G-33): only what its type allows, what is under way, and
 * the text that stood when notice was given. A sitting without a call is free.
 */
import { type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { Election } from "../elections/part.ts";
import { standing } from "../elections/queries.ts";
import type { State } from "../engine/state.ts";
import { halfForKeys } from "../keys/decided.ts";
import { type AmendmentMotion, baseVersion, changesIn, isAmendment, lastVersion } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { leftToRun } from "../votes/overtake.ts";
import { motionReady } from "../votes/ready.ts";
import { electionToDecide, motionToDecide } from "../votes/to-decide.ts";
import type { AgendaItem, Call, Course } from "./part.ts";
import { callAt, itemUnderWay } from "./queries.ts";

/** What a vote at this sitting would be: binding, or an opinion (G-28). */
export interface Weight {
  readonly opinion: boolean;
}

/** Does the type of the meeting allow a vote on this (G-28)? */
export function typeAllows(call: Call, what: "election" | Motion["subject"]["type"]): Result<Weight> {
  if (what === "procedure" || call.type === "decide") return ok({ opinion: false });
  if (call.type === "inform") return refuse("G-28", "inform-only");
  return what === "text" || what === "amendment"
    ? ok({ opinion: true })
    : refuse("G-28", "consult-binds-nothing", { subject: what });
}

/**
 * Is the text that stands the one of which notice was given with this item (G-26)? What amendments made
 * of it since counts as noticed where each of them had notice, or was let in by those present (V-50).
 */
export function noticed(state: State, call: Call, item: AgendaItem, motion?: Motion): Result<true> {
  if (item.urgent) return ok(true);
  if (item.at > call.noticed) return refuse("G-26", "not-noticed", { until: call.noticed });
  if (!motion) return ok(true);
  const late = [
    baseVersion(motion),
    ...changesIn(state, lastVersion(motion)).filter((a) => !call.letIn.includes(a.id)),
  ];
  const changed = late.find(({ at }) => at > call.noticed)?.at;
  return changed === undefined ? ok(true) : refuse("G-26", "changed-after-notice", { until: call.noticed, changed });
}

/** V-50: an amendment is voted on with its motion's item, and had notice or was let in by those present. */
function mayAmendHere(state: State, course: Course, call: Call, amendment: AmendmentMotion): Result<Weight> {
  const weight = typeAllows(call, "amendment");
  if (!weight.ok) return weight;
  const item = call.agenda.find((i) => i.motion === amendment.subject.motion);
  if (!item) return refuse("G-26", "not-on-the-agenda");
  if (amendment.at > call.noticed && !item.urgent && !call.letIn.includes(amendment.id))
    return refuse("V-50", "amendment-after-notice", { until: call.noticed });
  return itemUnderWay(state, course) === item ? weight : refuse("G-33", "not-under-way", { item: item.id });
}

/**
 * May this motion be voted on in this sitting now (G-26, G-28, G-33)? At one that nobody called it is an
 * opinion (B-3), save where all have agreed to decide it `now` (B-5).
 */
export function mayDecideHere(state: State, course: Course, motion: Motion, now = false): Result<Weight> {
  const { type } = motion.subject;
  if (type === "procedure" || now) return ok({ opinion: false });
  const call = callAt(state, course);
  if (!call) return ok({ opinion: true });
  if (isAmendment(motion)) return mayAmendHere(state, course, call, motion);
  const weight = typeAllows(call, motion.subject.type);
  if (!weight.ok) return weight;
  const item = call.agenda.find((i) => i.motion === motion.id);
  if (!item) return refuse("G-26", "not-on-the-agenda");
  if (motion.refusedAt?.includes(call.id)) return refuse("V-77", "refused-here");
  const known = noticed(state, call, item, motion);
  if (!known.ok) return known;
  return itemUnderWay(state, course) === item ? weight : refuse("G-33", "not-under-way", { item: item.id });
}

/** May this election be voted on in this sitting now (G-26, G-28, G-33)? Only at a called one, or where all agreed (B-5, O-6). */
export function mayElectHere(state: State, course: Course, election: Election, now = false): Result<Weight> {
  if (now) return ok({ opinion: false });
  const call = callAt(state, course);
  if (!call) return refuse("O-6", "needs-a-call");
  const weight = typeAllows(call, "election");
  if (!weight.ok) return weight;
  const item = call.agenda.find((i) => i.election === election.id);
  if (!item) return refuse("G-26", "not-on-the-agenda");
  const known = noticed(state, call, item);
  if (!known.ok) return known;
  return itemUnderWay(state, course) === item ? weight : refuse("G-33", "not-under-way", { item: item.id });
}

/** Must this item still be voted on before it can be closed (G-33)? Its motion could be decided here and wasn't put. */
export function mustBeVoted(state: State, course: Course, item: AgendaItem, at: Millis): boolean {
  const motion = item.motion === undefined ? undefined : state.motions.motions.get(item.motion);
  // What gave an opinion here was put, too (G-28).
  const tried = (votes: readonly string[]): boolean =>
    votes.some((v) => course.votes.some((c) => c === v && state.votes.votes.get(c)?.result !== undefined));
  if (motion) {
    if (!motionToDecide(state, motion, at)) return false;
    const version = motion.versions.at(-1);
    if (!version || !motionReady(state, motion, version.text, at).ok) return false;
    if (leftToRun(state, motion, course.sitting, at) || !halfForKeys(state, motion, course, at).ok) return false;
    return mayDecideHere(state, course, motion).ok && !tried([...motion.votes, ...motion.opinions]);
  }
  const election = item.election === undefined ? undefined : state.elections.elections.get(item.election);
  if (!election || !electionToDecide(state, election, at)) return false;
  if (standing(state, election, at).length === 0) return false;
  return mayElectHere(state, course, election).ok && !tried(election.votes);
}
