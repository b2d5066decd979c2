/**
 * One text in many sittings (V-14): each section adopts an exact version, in one sitting or in
 * several whose counts are added; a changed text must be adopted again, and what sections said of
 * the older one stays visible.
 */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { statutesAt } from "../statutes/queries.ts";
import type { Counts } from "../votes/acts.ts";
import { reckon } from "../votes/outcome.ts";
import type { Vote } from "../votes/part.ts";
import type { Motion } from "./part.ts";

/** A section's sittings on one version, added up. */
export interface SectionTotals {
  readonly section: string;
  readonly version: Hash;
  /** Results of its sittings, oldest first. */
  readonly results: readonly ActId[];
  readonly counts: Counts;
  readonly present: number;
  /** Has it adopted this version, all its sittings together? */
  readonly carried: boolean;
}

function declaredVotes(state: State, motion: Motion, version: Hash): Vote[] {
  return motion.votes
    .map((id) => state.votes.votes.get(id))
    .filter((v): v is Vote => v?.result !== undefined && v.version === version);
}

function addUp(votes: readonly Vote[]): { counts: Counts; present: number } {
  const counts: Record<string, number> = {};
  let present = 0;
  for (const { result } of votes) {
    for (const [key, n] of Object.entries(result?.counts ?? {})) counts[key] = (counts[key] ?? 0) + n;
    present += result?.present ?? 0;
  }
  return { counts, present };
}

/**
 * What a section has said of a version so far. A share of the roll can't be asked of one section
 * alone: where the statutes reckon the majority of the roll, a section's is reckoned of those present.
 */
export function sectionTotals(state: State, motion: Motion, section: string, version: Hash): SectionTotals {
  const votes = declaredVotes(state, motion, version).filter((v) => v.section === section);
  const { counts, present } = addUp(votes);
  const [first] = votes;
  const carried =
    first !== undefined &&
    reckon({ counts, present, whole: first.whole }, sectionMajority(first), { num: 0, den: 1 }).outcome === "carried";
  return { section, version, results: votes.flatMap((v) => (v.result ? [v.result.id] : [])), counts, present, carried };
}

function sectionMajority(vote: Pick<Vote, "majority">): Vote["majority"] {
  return vote.majority.of === "roll" ? { ...vote.majority, of: "present" } : vote.majority;
}

/** The majority and quorum that a section's own vote is frozen with. */
export function rulesOfSection(
  majority: Vote["majority"],
  quorum: Vote["quorum"],
  section: string,
): Pick<Vote, "majority" | "quorum"> {
  return section === ""
    ? { majority, quorum }
    : { majority: sectionMajority({ majority }), quorum: { num: 0, den: 1 } };
}

/** One row a section, for the current version or the one asked for. */
export function adoptionTable(state: State, motion: Motion, version?: Hash): SectionTotals[] {
  const of = version ?? motion.versions.at(-1)?.text;
  return of === undefined ? [] : motion.sections.map((section) => sectionTotals(state, motion, section, of));
}

/**
 * Have all sections adopted the current version, and together met the majority and quorum of the
 * statutes in force (V-14)?
 */
export function wholeAdopts(state: State, motion: Motion, at: Millis): boolean {
  const version = motion.versions.at(-1)?.text;
  const statutes = statutesAt(state, at)?.statutes;
  if (version === undefined || !statutes) return false;
  if (!adoptionTable(state, motion, version).every((row) => row.carried)) return false;
  const votes = declaredVotes(state, motion, version);
  const { counts, present } = addUp(votes);
  const whole = Math.max(...votes.map((v) => v.whole));
  // Nobody can tell from the record whether a person was at two sittings: no more than all were there.
  const figures = { counts, present: Math.min(present, whole), whole };
  return reckon(figures, statutes.voting.majority, statutes.voting.quorum).outcome === "carried";
}
