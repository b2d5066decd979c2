/**
 * A second call (S-39, V-76): where too few came to a called meeting, the same is put to another one, 14 to 60 days after
 * the first. There the ordinary quorum suffices for rules, and all who come for what is ordinary.
 */
import type { Hash, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { callAt, leadingCourse } from "../meetings/queries.ts";
import type { Call } from "../meetings/part.ts";
import type { Motion, TooFew } from "../motions/part.ts";
import type { Subject } from "../motions/acts.ts";
import type { Quorum } from "../statutes/acts.ts";
import { endsApplicant } from "../voice/stays.ts";
import type { Vote } from "./part.ts";
import { castInTerms } from "./took-part.ts";

const DAY_MS = 24 * 3600_000;
/** A second called meeting begins so long after the first, in ms (S-39, V-76). */
export const SECOND_CALL = { from: 14 * DAY_MS, until: 60 * DAY_MS } as const;

/** What only so many decide as its own rule asks, whoever comes (S-38, M-27, M-30, K-15); and what is about a meeting's course or an amendment. */
const NEVER_BY_FEW: ReadonlySet<Subject["type"]> = new Set([
  "statutes",
  "door",
  "contest",
  "keys",
  "amendment",
  "procedure",
]);

/** May this motion be decided at a second call by whoever comes (V-76)? Not the end of an applicant's stay (N-8). */
export function byWhoComes(state: State, motion: Pick<Motion, "subject" | "at">, at: Millis): boolean {
  return !NEVER_BY_FEW.has(motion.subject.type) && !endsApplicant(state, motion, at);
}

/** What was put to a called meeting to which too few came. */
interface Put {
  tooFew?: TooFew[];
}

/** The call of the meeting at which this vote is held: at a sitting of it, or in a hall on paper (B-13). */
export function callOfVote(state: State, { sitting, call }: Pick<Vote, "sitting" | "call">): Call | undefined {
  if (sitting !== undefined) return callAt(state, leadingCourse(state, sitting));
  return call === undefined ? undefined : state.meetings.calls.get(call);
}

/** Is this a called meeting 14 to 60 days after another one at which too few were there to decide this? `version`: the text, of a motion. */
export function isSecondCall(state: State, on: Put, call: Call | undefined, version?: Hash): boolean {
  if (!call) return false;
  return (on.tooFew ?? []).some((first) => {
    const later = call.starts - first.starts;
    const same = version === undefined || first.version === version;
    return same && later >= SECOND_CALL.from && later <= SECOND_CALL.until;
  });
}

/** Notes that too few were there to decide it, at a called meeting: once for each, however often it was put there (V-38). */
export function noteTooFew(state: State, vote: Vote, on: Put): void {
  const call = vote.opinion ? undefined : callOfVote(state, vote);
  if (!call || on.tooFew?.some((f) => f.call === call.id && f.version === vote.version)) return;
  (on.tooFew ??= []).push({ call: call.id, starts: call.starts, version: vote.version });
}

/** From when until when a second meeting begins. */
export interface SecondCall {
  readonly from: Millis;
  readonly until: Millis;
}

/** When a second meeting may begin on what too few were there for in this vote, whatever it is about; `undefined`: there is none. */
function afterTooFew(state: State, vote: Vote): SecondCall | undefined {
  if (vote.result?.outcome !== "no-quorum" || vote.opinion || vote.section !== "") return undefined;
  const call = callOfVote(state, vote);
  return call && { from: call.starts + SECOND_CALL.from, until: call.starts + SECOND_CALL.until };
}

/** When a second meeting may begin at which all who come decide what too few were there for in this vote (V-76); `undefined`: there is none. */
export function secondCallFor(state: State, vote: Vote): SecondCall | undefined {
  const motion = state.motions.motions.get(vote.motion);
  return motion && !byWhoComes(state, motion, vote.opened) ? undefined : afterTooFew(state, vote);
}

/** When one may begin at which the ordinary quorum suffices for rules, if they make nothing harder (S-39). */
export function secondCallForRules(state: State, vote: Vote): SecondCall | undefined {
  return state.motions.motions.get(vote.motion)?.subject.type === "statutes" ? afterTooFew(state, vote) : undefined;
}

/** Was it decided at a second call by fewer than the ordinary quorum (V-76)? Then it waits for a fortnight. */
export function byFewAtSecond(vote: Vote | undefined): { readonly second?: true } {
  const { second, result } = vote ?? {};
  if (!second || !result) return {};
  const there = (result.present ?? vote?.castCount ?? 0) - (vote ? castInTerms(vote) : 0);
  return isFewer(there, second, result.whole) ? { second: true } : {};
}

function isFewer(present: number, { num, den }: Quorum, whole: number): boolean {
  return present * den < num * whole;
}
