/** Questions to the elections: ballots, results, offices now and lapsed, who holds a power. */
import {
  type ActId,
  type Hash,
  type MemberId,
  type Millis,
  ok,
  refuse,
  type Result,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { isMember } from "../members/standing.ts";
import type { StatutesVersion } from "../statutes/part.ts";
import { ballotBytes } from "../votes/acts.ts";
import type { Vote } from "../votes/part.ts";
import type { OFFICE_POWERS } from "./acts.ts";
import { roundNow, toHoldAgain } from "./again.ts";
import type { Candidate, Election, Office } from "./part.ts";
import { wasRecalled } from "./recalled.ts";
import { type ElectionReckoning, reckonElection } from "./reckon.ts";

/** The election of that id. Refuses O-1. */
export function electionOf(state: State, id: ActId): Result<Election> {
  const election = state.elections.elections.get(id);
  return election ? ok(election) : refuse("O-1", "no-such-election");
}

/** Who stands: accepted, not declined, still a member (O-5), not recalled from a seat of this election (O-14). */
export function standing(state: State, election: Election, at: Millis): Candidate[] {
  return roundNow(state, election, at).candidates.filter(
    (c) =>
      c.accepted !== undefined &&
      c.declined === undefined &&
      isMember(state, c.member, at) &&
      !wasRecalled(state, election.id, c.member),
  );
}

/** What is kept of this member as a candidate: of this round, or of one before it. */
export function candidacyOf(election: Election, member: MemberId): Candidate | undefined {
  const of = (c: Candidate): boolean => c.member === member;
  return election.candidates.find(of) ?? election.stood?.find(of);
}

/** The ballot of a vote called now: who stands, each with a key. */
export function ballotOf(state: State, election: Election, at: Millis): NonNullable<Vote["ballot"]> {
  return standing(state, election, at).map(({ key, member }) => ({ key, member }));
}

/** Hash of the exact ballot of the present round: the `version` of its vote (O-6). */
export function ballotHash(sha256: Sha256, state: State, election: Election, at: Millis): Hash {
  return hashOfBallot(sha256, election, ballotOf(state, election, at));
}

/** The same of a ballot that is kept. */
export function hashOfBallot(
  sha256: Sha256,
  election: Pick<Election, "id" | "round">,
  ballot: NonNullable<Vote["ballot"]>,
): Hash {
  return toHex(sha256(ballotBytes(election.id, election.round, ballot))) as Hash;
}

/** May a vote still be called: nominations are under way (first ones, or reopened). */
export function nominating(election: Election): boolean {
  return election.status === "nominating" || election.status === "reopened";
}

/** No more candidates than seats (O-10). */
export function uncontested(state: State, election: Election, at: Millis): boolean {
  return standing(state, election, at).length <= roundNow(state, election, at).open;
}

/** How a declared election vote came out, with every figure; `undefined` before, or for a motion's vote. */
export function electionReckoning(vote: Vote): ElectionReckoning | undefined {
  const { result } = vote;
  if (!result || vote.election === undefined) return undefined;
  return reckonElection(
    vote,
    { counts: result.counts, present: result.present ?? vote.castCount, whole: result.whole },
    vote.quorum,
  );
}

/** An office as it stands at a moment: `lapsed` when its term is over, by itself (O-11); `waits` until its result is in force (B-8). */
export type OfficeStage = "waits" | "held" | "lapsed" | "resigned" | "left" | "ended" | "fell";

/** The stage of an office at `at`. */
export function officeStage(state: State, office: Office, at: Millis): OfficeStage {
  if (office.fell) return "fell";
  if (office.ended && office.ended.from <= at && office.ended.from < office.until) return "ended";
  if (office.since > at) return "waits";
  if (office.resigned !== undefined && office.resigned <= at && office.resigned < office.until) return "resigned";
  if (at >= office.until) return "lapsed";
  return isMember(state, office.holder, at) ? "held" : "left";
}

/** Offices held at `at`, and those that were: by stage, newest last. */
export function offices(state: State, at: Millis): { readonly office: Office; readonly stage: OfficeStage }[] {
  return state.elections.offices.map((office) => ({ office, stage: officeStage(state, office, at) }));
}

/** The office by which a member holds this power now, if any (O-3). */
export function powerOf(
  state: State,
  member: MemberId,
  power: (typeof OFFICE_POWERS)[number],
  at: Millis,
): Office | undefined {
  return state.elections.offices.find(
    (o) => o.holder === member && o.powers.includes(power) && officeStage(state, o, at) === "held",
  );
}

/** An election as its page needs it. */
export interface ElectionFacts {
  readonly election: Election;
  readonly standing: readonly Candidate[];
  readonly uncontested: boolean;
  readonly nominationsOpen: boolean;
  /** Every vote on it, oldest first, with its result once declared. */
  readonly votes: readonly { readonly vote: Vote; readonly reckoning?: ElectionReckoning }[];
  readonly offices: readonly { readonly office: Office; readonly stage: OfficeStage }[];
  /** Seats of the whole election that nobody holds. */
  readonly vacant: number;
  /** Statutes that came into force while it ran: they don't change it, and are shown beside it (O-13). */
  readonly rulesChanged: readonly StatutesVersion[];
}

/** Everything an election's page says of it; `undefined` where there is none. */
export function electionFacts(state: State, id: ActId, at: Millis): ElectionFacts | undefined {
  const election = state.elections.elections.get(id);
  if (!election) return undefined;
  const votes = election.votes.flatMap((v) => state.votes.votes.get(v) ?? []);
  const held = offices(state, at).filter(({ office }) => office.id === id);
  const decided = election.result === undefined ? at : (votes.at(-1)?.result?.at ?? at);
  return {
    election,
    standing: standing(state, election, at),
    uncontested: uncontested(state, election, at),
    nominationsOpen:
      nominating(election) &&
      !toHoldAgain(state, election, at) &&
      !election.runoff &&
      (election.nominationsUntil === undefined || election.round > 1 || at <= election.nominationsUntil),
    votes: votes.map((vote) => {
      const reckoning = electionReckoning(vote);
      return { vote, ...(reckoning ? { reckoning } : {}) };
    }),
    offices: held,
    vacant: election.seats - held.filter((h) => h.stage === "held").length,
    rulesChanged: state.statutes.versions.filter((v) => v.n > election.statutes && v.from <= decided),
  };
}
