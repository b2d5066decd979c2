/** What a declared election does (O-9 to O-11): offices from the result on; a tie or `none` opens another round. */
import type { ActId, Millis } from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import type { State } from "../engine/state.ts";
import type { Vote } from "../votes/part.ts";
import { noteTooFew } from "../votes/second-call.ts";
import { holdAgain } from "./set-aside.ts";
import type { Candidate, Election } from "./part.ts";
import { endsOfSeat } from "./recalled.ts";

const DAY_MS = 24 * 3600_000;

/** Notes that a vote was called on it. What it is held in place of is set aside (V-60). */
export function electionCalled(state: State, election: Election, vote: ActId, at: Millis): void {
  holdAgain(state, election, at);
  election.votes.push(vote);
  election.status = "voting";
  bind(state, election.title, vote);
}

/** Applies a result that was just written into `vote.result`; `from`: when it is in force (B-8). */
export function decideElection(
  state: State,
  vote: Vote,
  election: Election,
  resultId: ActId,
  { at, from }: { readonly at: Millis; readonly from: Millis },
): void {
  const { result } = vote;
  if (!result) throw new Error("no result");
  if (result.outcome === "no-quorum") {
    // Too few were there: the same candidates may be voted on again (V-38).
    election.status = "reopened";
    noteTooFew(state, vote, election);
    return;
  }
  const elected = result.elected ?? [];
  for (const holder of elected) {
    election.elected.push(holder);
    state.elections.offices.push({
      id: election.id,
      title: election.title,
      holder,
      since: from,
      until: at + election.termDays * DAY_MS,
      powers: [...election.powers],
      result: resultId,
      ...endsOfSeat(state, vote, { office: election.id, holder }),
    });
  }
  if (elected.length > 0 && election.round === 1)
    election.uncontested = (vote.ballot?.length ?? 0) <= (vote.seats ?? 0);
  election.open -= elected.length;
  // Those who tied and tie again leave the seat empty: else they were voted on without end (O-9).
  if (result.outcome === "elected" || (result.outcome === "tied" && election.runoff)) {
    election.status = "decided";
    election.result = resultId;
    return;
  }
  election.status = "reopened";
  election.round += 1;
  election.runoff = result.outcome === "tied";
  const again = new Set(election.candidates.map((c) => c.member));
  election.stood = [...(election.stood ?? []).filter((c) => !again.has(c.member)), ...election.candidates];
  election.candidates = election.runoff ? runOff(election, result.tied ?? []) : [];
}

/** Only those who tied stand again; keys are given anew. */
function runOff(election: Election, tied: readonly string[]): Candidate[] {
  return election.candidates.filter((c) => tied.includes(c.member)).map((c, n) => ({ ...c, key: `c${n + 1}` }));
}
