/**
 * A hall on paper (B-13): a meeting that everybody was called to and that was held without any device. Its
 * votes are entered afterwards, one by one, by who presided, and count once every teller has signed.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import { electionReady } from "../elections/may.ts";
import { ballotOf, electionOf, hashOfBallot } from "../elections/queries.ts";
import type { State } from "../engine/state.ts";
import { halfForKeys } from "../keys/decided.ts";
import { noticed } from "../meetings/deciding.ts";
import type { Call } from "../meetings/part.ts";
import { callOf, WINDOW_MS } from "../meetings/queries.ts";
import { isMember, rollSize } from "../members/standing.ts";
import { motionOf } from "../motions/may.ts";
import { goodTellers } from "../sittings/rules.ts";
import { waitingVotes } from "../votes/course.ts";
import { mustBeSecret } from "../votes/forms.ts";
import { TELLERS_MS } from "../votes/lists.ts";
import { goodTally } from "../votes/may-count.ts";
import type { Vote } from "../votes/part.ts";
import { motionReady } from "../votes/ready.ts";
import { concernedBy } from "../votes/tellers.ts";
import type { PaperVote } from "./acts.ts";
import { paperAsVote } from "./paper-vote.ts";
import { PAPER_MS } from "./paper-waits.ts";
import type { WaitingPaper } from "./part.ts";

/** May what was decided at this meeting on paper be entered at all (B-13)? */
export function mayEnterHall(call: Call, at: Millis): Result<true> {
  if (call.stands === undefined)
    return refuse("G-20", "not-signed-enough", { needed: call.needed, has: call.signers.length });
  if (call.type !== "decide") return refuse("G-28", "consult-binds-nothing", { subject: call.type });
  // Until then the meeting may still be opened on a device, and vote (G-27).
  const from = call.starts + WINDOW_MS;
  if (at < from) return refuse("B-13", "not-held-yet", { from });
  const until = call.starts + PAPER_MS;
  return at < until ? ok(true) : refuse("B-13", "a-week-is-over", { until });
}

/** May `by`, who presided, enter this vote (B-13)? */
export function mayEnterPaper(
  state: State,
  data: PaperVote,
  by: MemberId,
  { at, sha256 }: { readonly at: Millis; readonly sha256: Sha256 },
): Result<Call> {
  const found = callOf(state, data.call);
  if (!found.ok) return found;
  const call = found.value;
  const hall = mayEnterHall(call, at);
  if (!hall.ok) return hall;
  if (data.held < call.starts || data.held >= call.starts + WINDOW_MS || data.held > at)
    return refuse("B-13", "held-at-another-time", { from: call.starts, until: call.starts + WINDOW_MS });
  if (data.tellers.includes(by)) return refuse("B-13", "chair-counts");
  const tellers = goodTellers(state, data.tellers, at, "B-13");
  if (!tellers.ok) return tellers;
  const holds = stillHolds(state, data, call, { at, sha256 });
  if (!holds.ok) return holds;
  const asVote = paperAsVote(state, { id: call.id, chair: by, at, index: 0, data, signed: [] }, at);
  const good = goodTally(asVote, { vote: call.id, counts: data.counts, present: data.present });
  return good.ok ? ok(call) : good;
}

/** What was voted on stood on the agenda with notice, is the text of then, and waits for no other vote (B-13). */
function stillHolds(
  state: State,
  data: PaperVote,
  call: Call,
  { at, sha256 }: { readonly at: Millis; readonly sha256: Sha256 },
  entered?: WaitingPaper,
): Result<true> {
  const on = data.motion ?? data.election;
  // What a sitting of this meeting voted on stands there. One that comes after this was entered undoes no signature.
  const held = [...state.votes.votes.values()].some(
    (v) => v.motion === on && v.sitting !== undefined && call.sittings.includes(v.sitting) && !v.opinion,
  );
  if (!entered && held) return refuse("B-13", "held-on-devices");
  const late = (vote: Vote): boolean => calledBeside(vote, call);
  if (data.election !== undefined) {
    const found = electionOf(state, data.election);
    if (!found.ok) return found;
    const item = call.agenda.find((i) => i.election === data.election);
    if (!item) return refuse("G-26", "not-on-the-agenda");
    const ready = electionReady(state, found.value, at, undefined, late);
    if (!ready.ok) return ready;
    if (!entered && found.value.secret && data.mode === "hands")
      return refuse("O-6", "must-be-secret", { mode: data.mode });
    // The hall voted on the ballot of then: nobody undoes a signature by standing, declining or leaving.
    const stands = entered?.ballot ?? ballotOf(state, found.value, at);
    const teller = data.tellers.find((t) => stands.some((c) => c.member === t));
    if (teller !== undefined) return refuse("O-7", "teller-stands", { teller });
    const ballot = hashOfBallot(sha256, found.value, stands);
    if (ballot !== data.version) return refuse("V-20", "another-version", { current: ballot });
    return noticed(state, call, item);
  }
  const found = motionOf(state, data.motion ?? ("" as ActId));
  if (!found.ok) return found;
  const motion = found.value;
  if (motion.subject.type === "procedure" || motion.subject.type === "amendment" || motion.sections.length > 0)
    return refuse("B-13", "not-on-paper", { subject: motion.subject.type });
  const item = call.agenda.find((i) => i.motion === motion.id);
  if (!item) return refuse("G-26", "not-on-the-agenda");
  const ready = motionReady(state, motion, data.version, at);
  if (!ready.ok) return ready;
  // Nobody is known to be in a hall on paper.
  const half = halfForKeys(state, motion, undefined, at);
  if (!half.ok) return half;
  const vote = waitingVotes(state, motion, at).find((v) => !late(v));
  if (vote) return refuse("V-25", "another-vote", { vote: vote.id });
  // Who asks for secrecy after the count was entered undoes nothing.
  const secret = !entered && data.mode === "hands" && mustBeSecret(state, motion, rollSize(state, at), at);
  if (secret) return refuse(secret, "must-be-secret", { mode: data.mode });
  const concerned = concernedBy(motion);
  if (concerned !== undefined && data.tellers.includes(concerned))
    return refuse("V-24", "teller-is-concerned", { teller: concerned });
  return noticed(state, call, item, motion);
}

/** Was this vote called outside once the hall had begun? The hall's own takes its place: nobody undoes it by calling another. */
function calledBeside(vote: Vote, call: Call): boolean {
  const called = vote.opens === undefined ? vote.opened : vote.opens - TELLERS_MS;
  return vote.sitting === undefined && vote.paper !== true && called >= call.starts;
}

/** The vote on paper of that id that waits for signatures. Refuses B-13. */
export function paperOf(state: State, id: ActId): Result<WaitingPaper> {
  const found = state.binding.paper.get(id);
  return found ? ok(found) : refuse("B-13", "no-such-vote");
}

/** May `by` sign as a teller of that hall (B-13)? What it would decide must still be free to be decided. */
export function maySignPaper(
  state: State,
  paper: WaitingPaper,
  by: MemberId,
  { at, sha256 }: { readonly at: Millis; readonly sha256: Sha256 },
): Result<true> {
  if (!paper.data.tellers.includes(by)) return refuse("B-13", "not-a-teller");
  if (paper.signed.includes(by)) return refuse("B-13", "signed-already");
  const call = callOf(state, paper.data.call);
  if (!call.ok) return call;
  const hall = mayEnterHall(call.value, at);
  if (!hall.ok) return hall;
  const gone = paper.data.tellers.find((t) => !isMember(state, t, at));
  if (gone !== undefined) return refuse("B-13", "teller-not-a-member", { teller: gone });
  return stillHolds(state, paper.data, call.value, { at, sha256 }, paper);
}
