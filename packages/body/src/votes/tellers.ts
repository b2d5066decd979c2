/**
 * Who counts a sealed vote outside a sitting (V-51 to V-54): one whom the caller names, those whom groups
 * add until it opens, or where none did, one whom the lot draws.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import { lastHeldOn } from "../binding/held.ts";
import type { State } from "../engine/state.ts";
import { noneInTerms } from "../keys/running.ts";
import { boxesOf } from "../keys/queries.ts";
import { allVote, needsVote } from "../members/no-vote.ts";
import { isMember, roll } from "../members/standing.ts";
import type { Motion } from "../motions/part.ts";
import { askedOf } from "../statutes/queries.ts";
import type { TellerAdd, TellerReveal } from "./acts.ts";
import { fateAt, overtaken, statutesAtCall } from "./course.ts";
import { uncountedBy } from "./uncounted.ts";
import { drawn, isSecretOf, offers } from "./lot.ts";
import type { Lot, Round, Vote } from "./part.ts";
import { recountersNeeded } from "./recount.ts";
import { byLists } from "./sealed.ts";

/** So many at least are drawn to count once more, where the lot has so many (V-59). */
export const RECOUNT_TELLERS = 2;

/** Whom a motion is about: they count no vote on themselves (V-24). */
export function concernedBy(motion: Motion): MemberId | undefined {
  if (motion.subject.type === "procedure")
    return motion.subject.procedure.what === "exclude" ? motion.subject.procedure.member : undefined;
  if (motion.subject.type === "end-office") return motion.subject.holder;
  return "member" in motion.subject ? motion.subject.member : undefined;
}

/** Why a member can't open sealed positions of a vote; `undefined`: they can. */
export type Unfit =
  | "teller-is-concerned"
  | "teller-is-the-mover"
  | "teller-is-the-caller"
  | "teller-stands"
  | "teller-failed";

/** What is voted on, as far as it says who may not count. */
export interface Counted {
  readonly motion?: Motion;
  readonly candidates?: readonly MemberId[];
  readonly caller: MemberId;
  /** The vote held on it before, if there was one. */
  readonly before: ActId | undefined;
}

/** May this member not count (V-24, V-52, O-7)? */
export function unfit(state: State, of: Counted, member: MemberId, at: Millis): Unfit | undefined {
  const why = barred(of, member);
  if (why !== undefined) return why;
  // Who failed to count counts again where nobody else is left to.
  return uncountedBy(state, of.before, at).includes(member) && othersLeft(state, of, at) ? "teller-failed" : undefined;
}

function barred(of: Counted, member: MemberId): Unfit | undefined {
  if (of.motion && concernedBy(of.motion) === member) return "teller-is-concerned";
  if (of.motion?.mover === member) return "teller-is-the-mover";
  if (of.caller === member) return "teller-is-the-caller";
  return of.candidates?.includes(member) ? "teller-stands" : undefined;
}

/** Is anybody left who may count this and gave a list, or wasn't asked for one (V-57)? */
function othersLeft(state: State, of: Counted, at: Millis): boolean {
  const failed = uncountedBy(state, of.before, at);
  return roll(state, at).some(
    ({ id }) => !failed.includes(id) && barred(of, id) === undefined && boxesOf(state, id, at).length > 0,
  );
}

/** The same of a vote that was called. */
export function countedIn(state: State, vote: Vote): Counted {
  const motion = state.motions.motions.get(vote.motion);
  const on = vote.election === undefined ? motion : state.elections.elections.get(vote.election);
  return {
    caller: vote.caller,
    before: on && lastHeldOn(state, on, vote.id),
    ...(motion ? { motion } : {}),
    ...(vote.ballot ? { candidates: vote.ballot.map((c) => c.member) } : {}),
  };
}

/** V-52: exactly one is named, a member with a device who may count. */
export function goodNamed(
  state: State,
  tellers: readonly MemberId[],
  of: Counted,
  at: Millis,
  rule: string,
): Result<MemberId[]> {
  const [named] = tellers;
  if (named === undefined || tellers.length !== 1) return refuse("V-52", "one-teller", { tellers: tellers.length });
  const fits = goodTeller(state, named, of, at, rule);
  return fits.ok ? ok([named]) : fits;
}

function goodTeller(state: State, teller: MemberId, of: Counted, at: Millis, rule: string): Result<true> {
  if (!isMember(state, teller, at)) return refuse(rule, "teller-not-a-member", { teller });
  const votes = allVote(state, [teller], at);
  if (!votes.ok) return votes;
  const own = noneInTerms(state, [teller], at);
  if (!own.ok) return own;
  const why = unfit(state, of, teller, at);
  if (why !== undefined) return refuse(why === "teller-stands" ? "O-7" : rule, why, { teller });
  return boxesOf(state, teller, at).length > 0 ? ok(true) : refuse("V-52", "no-device", { teller });
}

/** How many sign to add a teller: as many as call a meeting (V-53). */
export function addedBy(state: State, vote: Vote): number {
  return askedOf(statutesAtCall(state, vote).statutes.convene.signatures, vote.whole);
}

function beforeItOpens(state: State, vote: Vote, at: Millis, rule: string): Result<Millis> {
  if (!byLists(vote) || vote.opens === undefined) return refuse(rule, "not-by-lists");
  if (vote.result || overtaken(state, vote)) return refuse("V-43", "overtaken");
  return at < vote.opens ? ok(vote.opens) : refuse(rule, "open-already", { opened: vote.opens });
}

/** May `by` sign for this further teller (V-53)? `data.teller` may be left out: may they sign at all? */
export function mayAddTeller(
  state: State,
  vote: Vote,
  by: MemberId,
  at: Millis,
  teller?: TellerAdd["teller"],
): Result<true> {
  const open = beforeItOpens(state, vote, at, "V-53");
  if (!open.ok) return open;
  if (vote.backing?.has(by)) return refuse("V-53", "signed-already");
  const votes = needsVote(state, by, at);
  if (!votes.ok) return votes;
  if (teller === undefined) return ok(true);
  if (vote.tellers.includes(teller) && (teller === vote.tellers[0] || vote.added?.includes(teller)))
    return refuse("V-53", "teller-already", { teller });
  return goodTeller(state, teller, countedIn(state, vote), at, "V-24");
}

/** Enters a signature; with the last that is needed the teller comes in. */
export function addTeller(state: State, vote: Vote, by: MemberId, teller: MemberId, sha256: Sha256): void {
  vote.backing ??= new Map();
  vote.backing.set(by, teller);
  const signed = [...vote.backing.values()].filter((t) => t === teller).length;
  if (signed >= addedBy(state, vote) && !vote.added?.includes(teller)) vote.added = [...(vote.added ?? []), teller];
  settleTellers(vote, sha256);
}

/** The named one with those added; where none was, the one drawn. */
function settleTellers(vote: Vote, sha256: Sha256): void {
  const [named] = vote.tellers;
  if (named === undefined) throw new Error("a sealed vote without a teller");
  const others = vote.added ?? (vote.lot ? drawn(vote.lot, `tellers of ${vote.id}`, 1, sha256) : []);
  vote.tellers.splice(0, vote.tellers.length, named, ...others);
}

/** The round in which the last word isn't spoken yet. */
export function lastRound(vote: Vote): Round | undefined {
  return vote.rounds?.at(-1);
}

/** The lot that waits for this member's secret at `at`: that of a vote before it opens, or of counting it once more. */
export function lotFor(state: State, vote: Vote, by: MemberId, at: Millis): { lot: Lot; recount: boolean } | undefined {
  const round = lastRound(vote);
  const lot = round ? round.lot : vote.lot;
  const waits = round
    ? round.drawnAt === undefined && fateAt(state, vote, at)?.is === "contested"
    : beforeItOpens(state, vote, at, "V-54").ok && vote.added === undefined;
  return waits && lot?.pool.has(by) && !lot.secrets.has(by) ? { lot, recount: round !== undefined } : undefined;
}

/** May `by` reveal this secret (V-54, V-59)? */
export function mayReveal(
  state: State,
  vote: Vote,
  by: MemberId,
  data: Pick<TellerReveal, "secret" | "recount">,
  at: Millis,
  sha256: Sha256,
): Result<true> {
  const waits = lotFor(state, vote, by, at);
  if (!waits || waits.recount !== (data.recount === true)) return refuse("V-54", "no-lot-waits");
  return isSecretOf(waits.lot, by, data.secret, sha256) ? ok(true) : refuse("V-54", "not-the-secret");
}

/** Enters a secret: the offer is used up, and with the last one the lot draws. */
export function reveal(
  state: State,
  vote: Vote,
  by: MemberId,
  data: Pick<TellerReveal, "secret" | "recount">,
  at: Millis,
  sha256: Sha256,
): void {
  const round = data.recount ? lastRound(vote) : undefined;
  const lot = round ? round.lot : vote.lot;
  const offer = state.votes.offers.get(by);
  if (!lot) throw new Error("no lot");
  if (offer && offer.commit === lot.pool.get(by)) state.votes.offers.delete(by);
  lot.secrets.set(by, data.secret);
  if (!round) return settleTellers(vote, sha256);
  const order = drawn(round.lot, `recount ${vote.id} ${vote.rounds?.length ?? 0}`, round.lot.pool.size, sha256);
  const needed = recountersNeeded(vote, round.list);
  const fit = order.filter((m) => !round.complainants.includes(m));
  if (fit.length < needed) return;
  round.drawn = fit.slice(0, Math.max(RECOUNT_TELLERS, needed));
  round.drawnAt = at;
}

/** May `by` offer to count (V-51)? */
export function mayOffer(state: State, by: MemberId, at: Millis): Result<true> {
  if (boxesOf(state, by, at).length === 0) return refuse("V-51", "no-device");
  return offers(state, by, at) ? refuse("V-51", "offered-already") : needsVote(state, by, at);
}

/** May anybody but seconders count this (V-24)? Where not, one of them is named. */
export function othersThanSeconders(state: State, of: Counted & { readonly motion: Motion }, at: Millis): boolean {
  return roll(state, at).some(({ id }) => !of.motion.seconds.includes(id) && goodNamed(state, [id], of, at, "V-24").ok);
}
