/** Votes of an election as its page shows them: each with its figures, and whether what came out of it still counts (B-11, V-60). */
import { electionReckoning, type State, voteStage } from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { Vote } from "./results.ts";
import type { Person } from "./shared.ts";

/**
 * `all`: the vote of all, which counts. `few`: a vote of all in which too few voted to change what the meeting decided.
 * `aside`: all have voted since. `void`: its count fell. `followed`: it was held by the result of one whose count fell.
 */
export type RoundStanding = "counts" | "all" | "few" | "aside" | "void" | "followed";

export interface RoundShown {
  readonly vote: ActId;
  readonly standing: RoundStanding;
  readonly rows: readonly {
    readonly person: Person;
    readonly marks: number;
    readonly place: "elected" | "tied" | "not-elected";
  }[];
  readonly none: number;
  readonly blank: number;
  readonly invalid: number;
  readonly present: number;
  readonly whole: number;
  readonly outcome: string;
  readonly empty: number;
}

/** Does what came out of this vote of an election still count? */
export function roundStanding(state: State, vote: Vote, now: Millis): RoundStanding {
  if (voteStage(state, vote, now) === "fallen") return "void";
  const all = [...state.binding.decisions.values()].filter((d) => d.on === vote.election && d.settled?.few === false);
  if (all.some((d) => d.vote === vote.id)) return "aside";
  if (vote.aside) return all.length > 0 ? "aside" : "followed";
  if (vote.again === undefined) return "counts";
  const { settled, second } = state.binding.decisions.get(vote.again) ?? {};
  if (settled?.by !== vote.result?.id) return "few";
  // Fewer than the quorum stop what few elected at a second call, and seat nobody (B-11).
  if (second && settled?.stands === false && (vote.result?.elected ?? []).length > 0) return "aside";
  return settled?.few ? "few" : "all";
}

/** Its votes that have a result, those on what was put to all with them, oldest first. */
export function electionRounds(
  state: State,
  election: ActId,
  now: Millis,
  person: (id: MemberId) => Person,
): RoundShown[] {
  return votesOfElection(state, election).flatMap((vote) => {
    const r = electionReckoning(vote);
    if (!r) return [];
    const { none, blank, invalid, present, whole, outcome, empty } = r;
    const rows = r.rows.map((row) => ({ person: person(row.member), marks: row.marks, place: row.place }));
    const standing = roundStanding(state, vote, now);
    return [{ vote: vote.id, standing, rows, none, blank, invalid, present, whole, outcome, empty }];
  });
}

/** Everybody who stood on a ballot of it. */
export function stoodIn(state: State, election: ActId): MemberId[] {
  return votesOfElection(state, election).flatMap((v) => (v.ballot ?? []).map((b) => b.member));
}

function votesOfElection(state: State, election: ActId): Vote[] {
  return [...state.votes.votes.values()].filter((v) => v.election === election);
}
