/**
 * Closing, counting, declaring (V-33 to V-38, V-43): what tellers may state, and what the record says
 * came out. `computeResult` gives every member the one result that may be declared.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { runs } from "../sittings/queries.ts";
import { type Counts, POSITIONS, type ResultDeclared, type Tally } from "./acts.ts";
import { declarableFrom, overtaken, voteEnd } from "./course.ts";
import { positionOf } from "./may-cast.ts";
import { figureOf, leastFavourable, type Reckoning, reckon, sum } from "./outcome.ts";
import type { TellerTally, Vote } from "./part.ts";

/** May `by` close this vote (V-33)? In a sitting its opener or a teller; outside nobody before the hour. */
export function mayClose(state: State, vote: Vote, by: MemberId, at: Millis): Result<true> {
  if (vote.result || vote.closed !== undefined) return refuse("V-33", "closed-already");
  if (vote.sitting === undefined) {
    return vote.closes !== undefined && at < vote.closes ? refuse("V-33", "not-before-its-hour", { closes: vote.closes }) : ok(true);
  }
  const sitting = state.sittings.sittings.get(vote.sitting);
  if (!sitting || !(runs(sitting, by) || vote.tellers.includes(by))) return refuse("V-33", "not-opener-or-teller");
  return voteEnd(state, vote, at) === undefined ? ok(true) : refuse("V-33", "closed-already");
}

/** May `by` count in this vote now (V-34)? */
export function mayTally(state: State, vote: Vote, by: MemberId, at: Millis): Result<true> {
  if (vote.mode === "name") return refuse("V-34", "counted-by-everyone");
  if (!vote.tellers.includes(by)) return refuse("V-34", "not-a-teller");
  if (vote.result) return refuse("V-43", "declared-already");
  if (overtaken(state, vote)) return refuse("V-43", "overtaken");
  const from = declarableFrom(state, vote, at);
  if (from === undefined) return refuse("V-34", "vote-still-open");
  return at < from ? refuse("V-36", "too-early", { from }) : ok(true);
}

/** Is the count itself possible (V-34)? Four figures and, for papers, those spoilt; no more than were there. */
export function goodTally(vote: Vote, data: Tally): Result<true> {
  const keys = goodKeys(vote, data.counts);
  if (!keys.ok) return keys;
  const given = sum(data.counts);
  if (vote.mode === "count") {
    if (data.present !== undefined) return refuse("V-34", "no-headcount-on-devices");
    if (given !== vote.castCount) return refuse("V-34", "not-as-many-as-cast", { counted: given, cast: vote.castCount });
    if (data.byTellers !== undefined && data.byTellers !== vote.byTellers) return refuse("V-34", "by-tellers", { has: vote.byTellers });
    return ok(true);
  }
  if (data.present === undefined) return refuse("V-34", "no-headcount");
  if (given > data.present) return refuse("V-34", "more-than-present", { counted: given, present: data.present });
  if (data.present > vote.whole) return refuse("V-34", "more-than-entitled", { present: data.present, whole: vote.whole });
  return (data.byTellers ?? 0) > given ? refuse("V-34", "by-tellers", { has: given }) : ok(true);
}

function goodKeys(vote: Vote, counts: Counts): Result<true> {
  const missing = POSITIONS.find((p) => counts[p] === undefined);
  if (missing !== undefined) return refuse("V-34", "figure-missing", { figure: missing });
  const more = Object.keys(counts).find((k) => !(POSITIONS as readonly string[]).includes(k) && !(k === "invalid" && vote.mode !== "hands"));
  return more === undefined ? ok(true) : refuse("V-34", "unknown-figure", { figure: more });
}

/** The result that the record gives: what may be declared, and how it was reckoned. */
export interface Computed {
  readonly counts: Counts;
  readonly present?: number;
  readonly reckoning: Reckoning;
  readonly differ: boolean;
}

/** How many tellers must have counted: more than half of them, and never fewer than two (V-34). */
export function tellersNeeded(vote: Vote): number {
  return Math.max(2, Math.floor(vote.tellers.length / 2) + 1);
}

/**
 * Computes the result of a vote that is over. For votes by name from the openings (`cx.opening`);
 * undefined positions refuse V-37. Without openings, as in a fold of entries alone, `stated` is
 * taken as attested where its figures fit what was cast. Else from the tellers' counts: refuses V-34
 * (too few have counted) and V-35 (their counts give different outcomes: recount first).
 */
export function computeResult(vote: Vote, cx: Pick<Context, "opening" | "sha256">, stated?: Counts): Result<Computed> {
  if (vote.mode !== "name") return fromTallies(vote);
  const opened = cx.opening ? countOpenings(vote, cx.opening, cx.sha256) : stated ? attested(vote, stated) : refuse("V-37", "openings-needed");
  if (!opened.ok) return opened;
  const figures = { counts: opened.value, present: vote.castCount, whole: vote.whole };
  return ok({ counts: opened.value, reckoning: reckon(figures, vote.majority, vote.quorum), differ: false });
}

/** The counts of a vote by name, from every opening (V-30, V-37). Refuses V-37 where one is missing. */
export function countOpenings(vote: Vote, opening: NonNullable<Context["opening"]>, sha256: Context["sha256"]): Result<Counts> {
  const counts: Record<string, number> = Object.fromEntries(POSITIONS.map((p) => [p, 0]));
  for (const cast of vote.cast.values()) {
    const opened = opening(cast.opening);
    if (!opened) return refuse("V-37", "opening-missing", { opening: cast.opening });
    const position = positionOf(vote, cast.commit, opened, sha256);
    counts[position] = (counts[position] ?? 0) + 1;
  }
  return ok(counts);
}

function attested(vote: Vote, stated: Counts): Result<Counts> {
  const keys = goodKeys(vote, stated);
  if (!keys.ok) return keys;
  const given = sum(stated);
  return given === vote.castCount ? ok(stated) : refuse("V-37", "false-result", { field: "counts", cast: vote.castCount, counted: given });
}

function fromTallies(vote: Vote): Result<Computed> {
  const tallies = [...vote.tallies.values()];
  const needed = tellersNeeded(vote);
  if (tallies.length < needed) return refuse("V-34", "too-few-counts", { needed, has: tallies.length });
  const counted = tallies.map((t) => ({ counts: t.counts, present: presentOf(vote, t), whole: vote.whole }));
  const outcomes = counted.map((c) => reckon(c, vote.majority, vote.quorum).outcome);
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.some((o) => o !== outcome)) return refuse("V-35", "recount-first", { tellers: tallies.length });
  const declared = leastFavourable(counted, outcome);
  if (!declared) throw new Error("no tally");
  const differ = counted.some((c) => !sameCounts(c.counts, declared.counts) || c.present !== declared.present);
  const computed = { counts: declared.counts, reckoning: reckon(declared, vote.majority, vote.quorum), differ };
  return ok(vote.mode === "count" ? computed : { ...computed, present: declared.present });
}

function presentOf(vote: Vote, tally: TellerTally): number {
  return vote.mode === "count" ? vote.castCount : (tally.present ?? 0);
}

/** The same figures; an absent one is nought. */
export function sameCounts(a: Counts, b: Counts): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((k) => figureOf(a, k) === figureOf(b, k));
}

/** May a result be declared at `at` (V-36, V-43)? Its content is another question. */
export function mayDeclare(state: State, vote: Vote, at: Millis): Result<true> {
  if (vote.result) return refuse("V-43", "declared-already", { result: vote.result.id });
  if (overtaken(state, vote)) return refuse("V-43", "overtaken");
  const from = declarableFrom(state, vote, at);
  if (from === undefined) return refuse("V-36", "vote-still-open");
  if (at < from) return refuse("V-36", "too-early", { from });
  const motion = state.motions.motions.get(vote.motion);
  if (motion?.subject.type === "statutes" && state.statutes.versions.at(-1)?.n !== vote.statutes)
    return refuse("V-12", "statutes-changed-since", { called: vote.statutes });
  return ok(true);
}

/** Holds a declared result against the record (V-37). Refuses it where one figure is false. */
export function checkResult(vote: Vote, data: ResultDeclared, cx: Pick<Context, "opening" | "sha256">): Result<Computed> {
  const computed = computeResult(vote, cx, data.counts);
  if (!computed.ok) return computed;
  const { counts, present, reckoning } = computed.value;
  const wrong = !sameCounts(counts, data.counts)
    ? "counts"
    : present !== data.present
      ? "present"
      : data.whole !== vote.whole
        ? "whole"
        : data.outcome !== reckoning.outcome
          ? "outcome"
          : undefined;
  return wrong === undefined ? computed : refuse("V-37", "false-result", { field: wrong, outcome: reckoning.outcome });
}

/** What a member would sign to declare this vote's result; for pages and programs. */
export function resultData(id: ActId, computed: Computed): ResultDeclared {
  return {
    vote: id,
    counts: computed.counts,
    whole: computed.reckoning.whole,
    ...(computed.present === undefined ? {} : { present: computed.present }),
    outcome: computed.reckoning.outcome,
  };
}
