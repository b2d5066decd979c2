/** What a declared election does (O-9 to O-11): offices from the result on; a tie or `none` opens another round. */
import { heldOn } from "../binding/held.ts";
import type { ActId, Millis } from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import type { State } from "../engine/state.ts";
import type { Declared, Vote } from "../votes/part.ts";
import type { Candidate, Election } from "./part.ts";

const DAY_MS = 24 * 3600_000;

/** Notes that a vote was called on it. Who was elected by a count that fell holds nothing by it (V-60). */
export function electionCalled(state: State, election: Election, vote: ActId): void {
  if (election.status === "decided") setAside(state, election);
  election.votes.push(vote);
  election.status = "voting";
  bind(state, election.title, vote);
}

/** The result that stood last in an election. */
function lastResult(state: State, election: Election): Declared | undefined {
  return heldOn(state, election.id, election.votes)
    .flatMap((id) => state.votes.votes.get(id)?.result ?? [])
    .at(-1);
}

/** Seats that a vote called now fills: in an election held again, those of the count that fell with them (V-60). */
export function openSeats(state: State, election: Election): number {
  const fell = election.status === "decided" ? lastResult(state, election) : undefined;
  return election.open + (fell?.elected?.length ?? 0);
}

function setAside(state: State, election: Election): void {
  const fell = lastResult(state, election);
  const elected = fell?.elected ?? [];
  for (const office of state.elections.offices) if (office.result === fell?.id) office.fell = true;
  election.elected = election.elected.filter((m) => !elected.includes(m));
  election.open += elected.length;
  delete election.result;
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
  election.candidates = election.runoff ? runOff(election, result.tied ?? []) : [];
}

/** Only those who tied stand again; keys are given anew. */
function runOff(election: Election, tied: readonly string[]): Candidate[] {
  return election.candidates.filter((c) => tied.includes(c.member)).map((c, n) => ({ ...c, key: `c${n + 1}` }));
}
