/**
 * Positions for members without a device (V-32): one teller enters it with a code from the member's
 * card, the other cosigns (K-8); only then it counts, and the code is spent.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { type AnyPendingKind, definePending, waiting } from "../keys/pending.ts";
import { inTerms } from "../keys/running.ts";
import { codesServe, hasCard, hasCode, spendCode } from "../members/codes.ts";
import { sideOf } from "../keys/terms.ts";
import { leadingCourse } from "../meetings/queries.ts";
import { noteAwake } from "../keys/settle.ts";
import { noteSign } from "../members/resting.ts";
import { electedTeller } from "../members/tellers.ts";
import type { VoteCard } from "./acts.ts";
import type { Vote } from "./part.ts";
import { byLists } from "./sealed.ts";
import { noteThrough } from "./struck.ts";
import { enterPosition, goodPosition, mayCast, voteOf } from "./may-cast.ts";

/** So many positions of one person in one vote wait for a second teller by one and the same (V-32). */
const WAIT_EACH = 5;

/** Who enters again and again what nobody confirms would fill the room that is kept for votes. */
function waitsOften(state: State, data: VoteCard, teller: MemberId, at: Millis): boolean {
  const theirs = waiting(state, "vote.card", at).filter((w) => {
    const of = w.data as VoteCard;
    return w.by === teller && of.vote === data.vote && of.member === data.member;
  });
  return theirs.length >= WAIT_EACH;
}

/** May this teller put this card's position in, or confirm it (V-32)? Where one alone counts, any member confirms. */
export function mayCard(
  state: State,
  data: VoteCard,
  teller: MemberId,
  at: Millis,
  cx: Context,
  confirming = false,
): Result<true> {
  const vote = voteOf(state, data.vote);
  if (!vote.ok) return vote;
  const alone = confirming && byLists(vote.value) && vote.value.tellers.length === 1;
  if (!alone && !vote.value.tellers.includes(teller)) return refuse("V-32", "not-a-teller");
  if (teller === data.member) return refuse("V-32", "own-card");
  if (!confirming && waitsOften(state, data, teller, at)) return refuse("V-32", "waits-already", { most: WAIT_EACH });
  const cast = mayCast(state, vote.value, { member: data.member, version: data.version }, at);
  if (!cast.ok) return cast;
  const shown =
    data.code === undefined
      ? throughTellers(state, vote.value, data.member, teller, at)
      : withCode(state, vote.value, data, teller, cx);
  return shown.ok ? goodPosition(vote.value, data, cx) : shown;
}

/** With a code of the card; while a new card is in its terms, only before two tellers whom a called meeting elected (K-12, K-17). */
function withCode(state: State, vote: Vote, data: VoteCard, teller: MemberId, cx: Context): Result<true> {
  const member = state.members.members.get(data.member);
  if (!member || !hasCard(state, data.member, cx.at)) return refuse("V-32", "no-card");
  const serve = codesServe(state, data.member, cx.at);
  if (!serve.ok && (vote.sitting === undefined || !electedTeller(state, vote.sitting, teller, cx.at, "K-12").ok))
    return serve;
  const has = data.code !== undefined && hasCode(state, member, data.code, cx.sha256, cx.at);
  return has ? ok(true) : refuse("V-32", "code-not-on-the-card");
}

/**
 * Whose keys are new stands before two tellers whom a called meeting elected: no code is asked (K-12). The new keys have
 * come in, and one of them signed that the person is there: else tellers would vote for people who never came.
 */
function throughTellers(state: State, vote: Vote, member: MemberId, teller: MemberId, at: Millis): Result<true> {
  if (inTerms(state, member, at) === undefined || hasCard(state, member, at)) return refuse("V-32", "code-asked");
  if (vote.sitting === undefined) return refuse("K-12", "at-a-called-meeting");
  const elected = electedTeller(state, vote.sitting, teller, at, "K-12");
  if (!elected.ok) return elected;
  return isThere(state, vote.sitting, member, at) ? ok(true) : refuse("K-12", "signs-that-they-are-there");
}

/** Did a key that is held to the hall sign at this sitting that its holder is there (K-12, K-14, K-15)? */
export function isThere(state: State, sitting: ActId, member: MemberId, at: Millis): boolean {
  const key = leadingCourse(state, sitting).hereBy.get(member);
  const side = key === undefined ? undefined : sideOf(state, member, key, at)?.is;
  return side === "new" || side === "hall" || side === "devices";
}

export const votePending: readonly AnyPendingKind[] = [
  definePending<VoteCard>({
    kind: "vote.card",
    admit: (state, first, by, cx) => {
      const may = mayCard(state, first.data, by, cx.at, cx, true);
      return may.ok ? ok({ rule: "V-32", from: first.data.vote }) : may;
    },
    apply: (state, first, _by, cx) => {
      const { data } = first;
      const vote = state.votes.votes.get(data.vote);
      const member = state.members.members.get(data.member);
      if (!vote || !member) throw new Error("a card for nothing");
      if (data.code !== undefined) {
        spendCode(state, member, data.code, cx.sha256, cx.at);
        // A code of the card that one word alone would replace is a sign of its holder (K-18).
        noteAwake(state, data.member, cx.at);
      }
      enterPosition(state, vote, data.member, data, cx.at, true);
      if (inTerms(state, data.member, cx.at) !== undefined) noteThrough(vote, data.member, cx.at);
      noteSign(member, cx.at);
    },
  }),
];
