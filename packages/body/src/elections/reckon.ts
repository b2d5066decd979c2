/**
 * The arithmetic of a plain election (O-8, O-9): integers only. Those with more marks than `none`
 * (reopen nominations) are elected in the order of their marks; a tie for the last seat fills nothing.
 */
import type { MemberId } from "@nabat/kernel";
import type { Quorum } from "../statutes/acts.ts";
import type { Counts } from "../votes/acts.ts";
import type { Outcome, Vote } from "../votes/part.ts";

/** Figures of an election's count besides the candidates': no candidate, empty papers, spoilt ones. */
export const OTHER_KEYS = ["none", "blank", "invalid"] as const;

/** One line of an election's result. */
export interface Row {
  readonly key: string;
  readonly member: MemberId;
  readonly marks: number;
  readonly place: "elected" | "tied" | "not-elected";
}

/** Every number that a page needs to say how an election came out. */
export interface ElectionReckoning {
  /** In order of marks; equal marks in order of nomination. */
  readonly rows: readonly Row[];
  readonly none: number;
  readonly blank: number;
  readonly invalid: number;
  readonly present: number;
  readonly whole: number;
  readonly quorum: number;
  readonly seats: number;
  /** Seats that stay empty. */
  readonly empty: number;
  readonly elected: MemberId[];
  readonly tied: MemberId[];
  readonly outcome: Outcome;
}

/** Computes an election's outcome from counts keyed by candidate (O-9). */
export function reckonElection(
  vote: Pick<Vote, "ballot" | "seats" | "through">,
  figures: { readonly counts: Counts; readonly present: number; readonly whole: number },
  quorum: Quorum,
): ElectionReckoning {
  const { counts, present, whole } = figures;
  const of = (key: string): number => counts[key] ?? 0;
  const seats = vote.seats ?? 0;
  const none = of("none");
  const lines = (vote.ballot ?? []).map((c) => ({ ...c, marks: of(c.key) })).sort((a, b) => b.marks - a.marks);
  const above = lines.filter((l) => l.marks > none);
  const needPresent = Math.ceil((quorum.num * whole) / quorum.den);
  // Whom tellers cast for while it is open whose their keys are, makes no part of the roll (K-12, V-38).
  const enough = present - (vote.through?.size ?? 0) >= needPresent;
  const least = above[seats - 1]?.marks;
  const contested = least !== undefined && (above[seats]?.marks ?? -1) === least;
  const chosen = !enough ? [] : contested ? above.filter((l) => l.marks > least) : above.slice(0, seats);
  const tied = enough && contested ? above.filter((l) => l.marks === least) : [];
  const elected = chosen.map((l) => l.member);
  const tiedIds = tied.map((l) => l.member);
  const empty = seats - elected.length;
  // Fewer candidates than seats and all of them above `none`: the rest of the seats stays vacant.
  const outcome: Outcome = !enough
    ? "no-quorum"
    : contested
      ? "tied"
      : empty > 0 && above.length < lines.length
        ? "reopened"
        : elected.length === 0
          ? "reopened"
          : "elected";
  const place = (m: MemberId): Row["place"] =>
    elected.includes(m) ? "elected" : tiedIds.includes(m) ? "tied" : "not-elected";
  return {
    rows: lines.map((l) => ({ ...l, place: place(l.member) })),
    none,
    blank: of("blank"),
    invalid: of("invalid"),
    present,
    whole,
    quorum: needPresent,
    seats,
    empty,
    elected,
    tied: tiedIds,
    outcome,
  };
}

/** How a paper's marks count (O-8): `invalid` where they are too many, twice, or unknown. */
export function paperCounts(
  vote: Pick<Vote, "ballot" | "seats" | "rule">,
  choice: string | readonly string[],
): string[] {
  const marks = typeof choice === "string" ? [choice] : [...choice];
  if (marks.length === 0) return ["blank"];
  if (marks.length === 1 && (marks[0] === "none" || marks[0] === "blank")) return marks;
  const known = new Set((vote.ballot ?? []).map((c) => c.key));
  const bad =
    new Set(marks).size !== marks.length ||
    marks.some((m) => !known.has(m)) ||
    (vote.rule === "plurality" && marks.length > (vote.seats ?? 0));
  return bad ? ["invalid"] : marks;
}

/** What a teller counts from opened papers: every key of the ballot, `none`, `blank`, `invalid`. */
export function countPapers(
  vote: Pick<Vote, "ballot" | "seats" | "rule">,
  papers: readonly (string | readonly string[])[],
): Counts {
  const counts: Record<string, number> = Object.fromEntries(
    [...(vote.ballot ?? []).map((c) => c.key), ...OTHER_KEYS].map((k) => [k, 0]),
  );
  for (const paper of papers) for (const key of paperCounts(vote, paper)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
