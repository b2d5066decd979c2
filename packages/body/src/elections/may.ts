/** What may be done about an election, and by whom (O-1 to O-7, O-12): plain checks for rules and pages. */
import { paperWaits } from "../binding/paper-waits.ts";
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { isMember } from "../members/standing.ts";
import { openSitting } from "../sittings/queries.ts";
import { statutesOf } from "../statutes/queries.ts";
import { awaited } from "../votes/course.ts";
import { electionToDecide } from "../votes/to-decide.ts";
import { mayOvertake } from "../votes/overtake.ts";
import type { Vote } from "../votes/part.ts";
import type { ElectionOpen } from "./acts.ts";
import { toHoldAgain } from "./again.ts";
import type { Candidate, Election, Office } from "./part.ts";
import { candidacyOf, nominating, officeStage, standing } from "./queries.ts";
import { wasRecalled } from "./recalled.ts";

/** Candidates of a round at most, and others whom one member names (O-2). */
export const CANDIDATES_MOST = 400;
export const OTHERS_EACH = 3;

/** Longest term of an office, in days: two years (O-15). */
export const TERM_DAYS_MOST = 731;

/** Longest term where the rules name a law that asks for more, in days: six years (O-15, S-40). */
export const TERM_DAYS_BY_LAW = 2192;

/** The longest term that an office of this body may have, in days (O-15). */
export function longestTerm(state: State, at: Millis): number {
  const laws = statutesOf(state, at).laws ?? [];
  return laws.some((l) => l.of === "office.term") ? TERM_DAYS_BY_LAW : TERM_DAYS_MOST;
}

/** May this election be opened (O-1)? */
export function mayOpenElection(
  state: State,
  data: Pick<ElectionOpen, "powers" | "nominationsUntil" | "sitting" | "termDays">,
  at: Millis,
): Result<true> {
  const most = longestTerm(state, at);
  if (data.termDays > most) return refuse("O-15", "term-too-long", { most });
  if (new Set(data.powers).size !== data.powers.length) return refuse("O-3", "power-twice");
  if (data.nominationsUntil !== undefined && data.nominationsUntil <= at)
    return refuse("O-1", "nominations-over-already");
  if (data.sitting === undefined) return ok(true);
  const sitting = openSitting(state, data.sitting, at);
  return sitting.ok ? ok(true) : sitting;
}

/** No hall on paper has voted on this ballot and waits for its tellers (B-13). */
function ballotFree(state: State, election: Election, at: Millis): Result<true> {
  const until = paperWaits(state, election.id, at);
  return until === undefined ? ok(true) : refuse("B-13", "on-paper-waits", { until });
}

function nominationsOpen(state: State, election: Election, at: Millis): Result<true> {
  const free = ballotFree(state, election, at);
  if (!free.ok) return free;
  if (!nominating(election)) return refuse("O-2", election.status === "decided" ? "decided" : "vote-called");
  if (election.runoff) return refuse("O-9", "run-off");
  if (election.round === 1 && election.nominationsUntil !== undefined && at > election.nominationsUntil)
    return refuse("O-2", "nominations-over", { until: election.nominationsUntil });
  return toHoldAgain(state, election, at) ? refuse("V-60", "held-again-in-person") : ok(true);
}

/** May `by` nominate this member (O-2)? */
export function mayNominate(
  state: State,
  election: Election,
  candidate: MemberId,
  by: MemberId,
  at: Millis,
): Result<true> {
  const open = nominationsOpen(state, election, at);
  if (!open.ok) return open;
  if (!isMember(state, candidate, at)) return refuse("O-2", "not-a-member", { member: candidate });
  if (wasRecalled(state, election.id, candidate)) return refuse("O-14", "recalled-from-it");
  if (election.elected.includes(candidate)) return refuse("O-2", "elected-already");
  const known = election.candidates.find((c) => c.member === candidate);
  if (known) return known.declined === undefined ? refuse("O-2", "nominated-already") : refuse("O-4", "declined");
  const own = election.candidates.filter((c) => c.nominatedBy === by);
  const most = Math.min(election.seats, OTHERS_EACH);
  if (candidate !== by && own.filter((c) => c.member !== by).length >= most)
    return refuse("O-2", "too-many-by-one", { most });
  if (election.candidates.length < CANDIDATES_MOST || (own.length === 0 && lastToGiveWay(election))) return ok(true);
  return refuse("O-2", "too-many-candidates", { most: CANDIDATES_MOST });
}

/** Who gives way where a round is full, for a member's first nomination: the latest that is somebody's second or later (O-2). */
export function lastToGiveWay(election: Election): Candidate | undefined {
  const first = new Map<MemberId, Candidate>();
  for (const c of election.candidates) if (!first.has(c.nominatedBy)) first.set(c.nominatedBy, c);
  return election.candidates.findLast((c) => first.get(c.nominatedBy) !== c);
}

/** May `by` accept (O-5)? Only who was nominated, until the vote is called. */
export function mayAccept(state: State, election: Election, by: MemberId, at: Millis): Result<true> {
  const free = ballotFree(state, election, at);
  if (!free.ok) return free;
  if (!nominating(election)) return refuse("O-5", "vote-called");
  if (toHoldAgain(state, election, at)) return refuse("V-60", "held-again-in-person");
  const own = election.candidates.find((c) => c.member === by);
  if (!own) return refuse("O-5", "not-nominated");
  if (own.declined !== undefined) return refuse("O-4", "declined");
  return own.accepted === undefined ? ok(true) : refuse("O-5", "accepted-already");
}

/** May `by` decline (O-4)? Until the vote is called; where it is held again, until that one is. */
export function mayDecline(state: State, election: Election, by: MemberId, at: Millis): Result<true> {
  const free = ballotFree(state, election, at);
  if (!free.ok) return free;
  const again = toHoldAgain(state, election, at);
  if (again ? waitingFor(state, election, at).length > 0 : !nominating(election)) return refuse("O-4", "vote-called");
  const own = candidacyOf(election, by);
  const stands = again ? again.ballot?.some((c) => c.member === by) : election.candidates.some((c) => c.member === by);
  if (!own || !stands) return refuse("O-4", "not-nominated");
  return own.declined === undefined ? ok(true) : refuse("O-4", "declined");
}

/** May `by` object to a show of hands (O-6)? One is enough; until the vote is called. */
export function mayObject(election: Election): Result<true> {
  if (!nominating(election)) return refuse("O-6", "vote-called");
  return election.secret ? refuse("O-6", "secret-already") : ok(true);
}

/** Is it ready to be voted on: somebody stands, nobody else's turn, no vote waits that a meeting may not take the place of (O-5, V-25, V-71)? */
export function electionReady(
  state: State,
  election: Election,
  at: Millis,
  sitting?: ActId,
  givesWay: (vote: Vote) => boolean = () => false,
): Result<true> {
  if (!electionToDecide(state, election, at)) return refuse("O-6", "decided");
  if (waitingFor(state, election, at).some((v) => !givesWay(v) && !mayOvertake(state, v, sitting, at)))
    return refuse("V-25", "another-vote", { vote: election.votes.at(-1) ?? "" });
  return standing(state, election, at).length > 0 ? ok(true) : refuse("O-5", "nobody-stands");
}

/** Its votes that are open or wait for their result (V-25): one at most. None waits that follows from a count that fell (V-60). */
export function waitingFor(state: State, election: Election, at: Millis): Vote[] {
  const vote = election.status === "voting" && state.votes.votes.get(election.votes.at(-1) ?? ("" as ActId));
  if (!vote || !awaited(state, vote, at)) return [];
  const fell = toHoldAgain(state, election, at);
  return fell && fell.index < vote.index && vote.instead !== fell.id ? [] : [vote];
}

/** Is its last vote open, or its result still awaited (V-25)? */
export function waits(state: State, election: Election, at: Millis): boolean {
  return waitingFor(state, election, at).length > 0;
}

/** The office that `by` may resign (O-12). */
export function mayResign(state: State, id: Office["id"], by: MemberId, at: Millis): Result<Office> {
  const office = state.elections.offices.find((o) => o.id === id && o.holder === by && o.resigned === undefined);
  if (!office) return refuse("O-12", "not-your-office");
  const stage = officeStage(state, office, at);
  return stage === "held" ? ok(office) : refuse("O-12", "over-already", { stage });
}
