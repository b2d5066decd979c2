/** Closing, counting, declaring (V-33, V-34, V-36, V-43; O-8, G-40): who may when, and whether a count is possible at all. */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { MINUTE_MS } from "../binding/term.ts";
import { presides } from "../meetings/queries.ts";
import { type Counts, POSITIONS, type Tally } from "./acts.ts";
import { declarableFrom, fateAt, overtaken, voteEnd } from "./course.ts";
import { LIST_BYTES, LIST_WAIT_MS } from "./lists.ts";
import { deviceForm } from "./may-cast.ts";
import { figureOf, sum } from "./outcome.ts";
import { sameCounts } from "./outcome-of.ts";
import type { Vote } from "./part.ts";
import { HALL, partNamed, partsOf, tallyOf, tellersOf } from "./parts.ts";
import { byLists, DEVICES, listed } from "./sealed.ts";

/** May `by` close this vote (V-33)? In a sitting its opener or a teller; outside nobody before the hour. */
export function mayClose(state: State, vote: Vote, by: MemberId, at: Millis): Result<true> {
  if (vote.result || vote.closed !== undefined) return refuse("V-33", "closed-already");
  if (vote.sitting === undefined) {
    return vote.closes !== undefined && at < vote.closes
      ? refuse("V-33", "not-before-its-hour", { closes: vote.closes })
      : ok(true);
  }
  const sitting = state.sittings.sittings.get(vote.sitting);
  if (!sitting || !(presides(state, vote.sitting, by) || vote.tellers.includes(by) || vote.caller === by))
    return refuse("V-33", "not-opener-or-teller");
  const from = vote.opened + MINUTE_MS;
  if (deviceForm(vote) !== undefined && at < from && vote.castCount < (vote.remotes ?? vote.whole))
    return refuse("B-12", "a-minute-to-vote", { least: from });
  return voteEnd(state, vote, at) === undefined ? ok(true) : refuse("V-33", "closed-already");
}

/** May `by` count in this vote now, in this part of it (V-34; G-41)? */
export function mayTally(
  state: State,
  vote: Vote,
  by: MemberId,
  at: Millis,
  data: Pick<Tally, "hall" | "devices"> = {},
): Result<true> {
  if (vote.mode === "name") return refuse("V-34", "counted-by-everyone");
  const part = partNamed(vote, data);
  if (part === undefined) return refuse("G-41", "no-such-part");
  if (!tellersOf(vote, part).includes(by)) return refuse("V-34", "not-a-teller");
  if (vote.result) return refuse("V-43", "declared-already");
  if (overtaken(state, vote)) return refuse("V-43", "overtaken");
  const from = declarableFrom(state, vote, at);
  if (from === undefined) return refuse("V-34", "vote-still-open");
  if (at < from) return refuse("V-36", "too-early", { from });
  return byLists(vote) ? mayList(vote, by, from, at) : ok(true);
}

/** V-57: a teller's list is published once; for a day, and where none came, the first within another. */
function mayList(vote: Vote, by: MemberId, from: Millis, at: Millis): Result<true> {
  if (vote.tallies.has(by)) return refuse("V-56", "listed-already");
  const until = from + (vote.tallies.size > 0 ? LIST_WAIT_MS : 2 * LIST_WAIT_MS);
  return at < until ? ok(true) : refuse("V-57", "lists-closed", { until });
}

/** A teller counts one part of a vote so many times at most (V-34). */
export const COUNTS_EACH = 10;

/**
 * Does this count say anything new, and is its list no longer than one of so many positions is (V-34, V-56)? Who counts and
 * counts again, each time with another list, would fill the room that is kept for everybody's vote.
 */
export function newCount(vote: Vote, by: MemberId, data: Tally): Result<true> {
  const before = tallyOf(vote, partNamed(vote, data) ?? HALL, by);
  if (before && before.present === data.present && before.list === data.list && sameCounts(before.counts, data.counts))
    return refuse("V-34", "same-count");
  if ((before?.times ?? 0) >= COUNTS_EACH) return refuse("V-34", "counted-often", { most: COUNTS_EACH });
  // A line holds of a position what its opening does, or its commitment: no honest list is longer.
  const most = LIST_BYTES.base + LIST_BYTES.bare * vote.castCount + (vote.castBytes ?? 0);
  return data.file && data.file.size > most
    ? refuse("V-56", "list-too-long", { most, bytes: data.file.size })
    : ok(true);
}

/** Is the count itself possible (V-34; O-8; G-40)? Every figure and, for papers, those spoilt; no more than were there. */
export function goodTally(vote: Vote, data: Tally): Result<true> {
  const keys = goodKeys(vote, data.counts);
  if (!keys.ok) return keys;
  const lists = listed(vote) && (vote.mode === "count" || data.devices === true);
  if (lists && (data.list === undefined || data.file === undefined)) return refuse("V-56", "list-needed");
  if (!lists && (data.list !== undefined || data.file !== undefined)) return refuse("V-56", "list-not-asked");
  if (vote.mode === "count" || data.devices) {
    if (data.present !== undefined) return refuse("V-34", "no-headcount-on-devices");
    const many = manyEnough(vote, data.counts, vote.castCount, true);
    if (!many.ok) return many;
    if (data.byTellers !== undefined && data.byTellers !== vote.byTellers)
      return refuse("V-34", "by-tellers", { has: vote.byTellers });
    return ok(true);
  }
  if (data.present === undefined) return refuse("V-34", "no-headcount");
  const many = manyEnough(vote, data.counts, data.present, false);
  if (!many.ok) return many;
  // Who rests and comes is awake (M-21).
  const whole = vote.whole + (vote.resting ?? 0);
  if (data.present > whole) return refuse("V-34", "more-than-entitled", { present: data.present, whole });
  const elsewhere = presentElsewhere(vote, partNamed(vote, data) ?? HALL);
  if (data.present + elsewhere > whole)
    return refuse("G-40", "somebody-twice", { here: data.present, elsewhere, whole });
  return (data.byTellers ?? 0) > sum(data.counts) ? refuse("V-34", "by-tellers", { has: sum(data.counts) }) : ok(true);
}

/** Who is outside or in other halls, by the least that their tellers counted: nobody is in two places (G-40). */
function presentElsewhere(vote: Vote, part: string): number {
  let n = vote.remotes ?? 0;
  for (const { key, tallies } of partsOf(vote)) {
    if (key === part || key === DEVICES || tallies.length === 0) continue;
    n += Math.min(...tallies.map((t) => t.present ?? 0));
  }
  return n;
}

/** Do the figures fit so many papers, hands or devices? On devices each gave one position, no fewer. */
function manyEnough(vote: Vote, counts: Counts, people: number, devices: boolean): Result<true> {
  if (vote.election === undefined) {
    const given = sum(counts);
    if (devices && given !== people) return refuse("V-34", "not-as-many-as-cast", { counted: given, cast: people });
    return given > people ? refuse("V-34", "more-than-present", { counted: given, present: people }) : ok(true);
  }
  const papers = people - figureOf(counts, "blank") - figureOf(counts, "invalid") - figureOf(counts, "none");
  const keys = (vote.ballot ?? []).map((c) => c.key);
  const marks = keys.reduce((n, k) => n + figureOf(counts, k), 0);
  const most = Math.max(0, ...keys.map((k) => figureOf(counts, k)));
  const fits = papers >= 0 && most <= papers && (vote.rule === "approval" || marks <= papers * (vote.seats ?? 0));
  return fits ? ok(true) : refuse("O-8", "more-marks-than-papers", { papers: Math.max(0, papers), marks });
}

/** The figures that a count of this vote has. */
export function figuresOf(vote: Vote): readonly string[] {
  return vote.election === undefined ? POSITIONS : [...(vote.ballot ?? []).map((c) => c.key), "none", "blank"];
}

/** Are these the figures that a count of this vote has, each of them, and those spoilt besides (V-34)? */
export function goodKeys(vote: Vote, counts: Counts): Result<true> {
  const known = figuresOf(vote);
  const missing = known.find((p) => counts[p] === undefined);
  if (missing !== undefined) return refuse("V-34", "figure-missing", { figure: missing });
  const more = Object.keys(counts).find((k) => !known.includes(k) && !(k === "invalid" && vote.mode !== "hands"));
  return more === undefined ? ok(true) : refuse("V-34", "unknown-figure", { figure: more });
}

/** May a result be declared at `at` (V-36, V-43)? Its content is another question. */
export function mayDeclare(state: State, vote: Vote, at: Millis): Result<true> {
  if (vote.result) return refuse("V-43", "declared-already", { result: vote.result.id });
  if (overtaken(state, vote)) return refuse("V-43", "overtaken");
  const from = declarableFrom(state, vote, at);
  if (from === undefined) return refuse("V-36", "vote-still-open");
  if (at < from) return refuse("V-36", "too-early", { from });
  const fate = fateAt(state, vote, at);
  if (fate?.is === "waiting")
    return vote.tallies.size === 0
      ? refuse("V-34", "too-few-counts", { needed: 1, has: 0 })
      : refuse("V-57", "list-waits", { until: fate.until ?? from });
  if (fate?.is === "contested") return refuse("V-59", "counted-again", { until: fate.until });
  if (fate?.is === "uncounted") return refuse("V-57", "not-counted");
  if (fate?.is === "fallen") return refuse("V-60", "held-again-in-person");
  return ok(true);
}
