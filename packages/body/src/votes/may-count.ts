/**
 * Closing, counting, declaring (V-33 to V-38, V-43): what tellers may state, and what the record says
 * came out. `computeResult` gives every member the one result that may be declared.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { type ElectionReckoning, reckonElection } from "../elections/reckon.ts";
import { MINUTE_MS } from "../binding/term.ts";
import { presides } from "../meetings/queries.ts";
import { type Counts, POSITIONS, type ResultDeclared, type Tally } from "./acts.ts";
import { declarableFrom, fateAt, overtaken, voteEnd } from "./course.ts";
import { combinations } from "./combine.ts";
import { agreedList, decidingList, LIST_WAIT_MS, listsOf } from "./lists.ts";
import { deviceForm, positionOf } from "./may-cast.ts";
import { type Figures, figureOf, leastFavourable, type Reckoning, reckonVote, sum } from "./outcome.ts";
import type { TellerTally, Vote } from "./part.ts";
import { HALL, type Part, partNamed, partsOf, tellersOf } from "./parts.ts";
import { byLists, DEVICES, listed, tellersNeeded } from "./sealed.ts";

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

function goodKeys(vote: Vote, counts: Counts): Result<true> {
  const known = figuresOf(vote);
  const missing = known.find((p) => counts[p] === undefined);
  if (missing !== undefined) return refuse("V-34", "figure-missing", { figure: missing });
  const more = Object.keys(counts).find((k) => !known.includes(k) && !(k === "invalid" && vote.mode !== "hands"));
  return more === undefined ? ok(true) : refuse("V-34", "unknown-figure", { figure: more });
}

/** The result that the record gives: what may be declared, and how it was reckoned. */
export interface Computed {
  readonly counts: Counts;
  readonly present?: number;
  readonly reckoning: Reckoning;
  readonly differ: boolean;
  /** In a mixed vote: those of the counts that came from devices. */
  readonly devices?: Counts;
  /** In an election: who was elected, and why. */
  readonly election?: ElectionReckoning;
  /** It binds nobody (G-28, B-3). */
  readonly opinion?: true;
}

/** What a result act states of the counts; what a fold of entries alone takes as attested. */
export type Stated = Pick<ResultDeclared, "counts" | "devices">;

/**
 * Computes the result of a vote that is over. Positions by name come from the openings (`cx.opening`);
 * a missing one refuses V-37. Without openings, as in a fold of entries alone, `stated` is taken as
 * attested where its figures fit what was cast. All else from the tellers' counts, part by part, added
 * up: refuses V-34 (too few have counted) and V-35 (their counts give different outcomes: recount first).
 */
export function computeResult(vote: Vote, cx: Pick<Context, "opening" | "sha256">, stated?: Stated): Result<Computed> {
  const named = deviceForm(vote) === "name";
  const attest = vote.mode === "mixed" ? stated?.devices : stated?.counts;
  const opened = !named
    ? undefined
    : cx.opening
      ? countOpenings(vote, cx.opening, cx.sha256)
      : attest
        ? attested(vote, attest)
        : refuse("V-37", "openings-needed");
  if (opened && !opened.ok) return opened;
  if (opened && vote.mode === "name") {
    const figures = { counts: opened.value, present: vote.castCount, whole: vote.whole };
    const reckoning = reckonVote(vote, figures);
    return ok({ counts: opened.value, reckoning, differ: false, ...weightOf(vote) });
  }
  return fromTallies(vote, opened?.value);
}

/** The counts of positions by name, from every opening (V-30, V-37). Refuses V-37 where one is missing. */
export function countOpenings(
  vote: Vote,
  opening: NonNullable<Context["opening"]>,
  sha256: Context["sha256"],
): Result<Counts> {
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
  return given === vote.castCount
    ? ok(stated)
    : refuse("V-37", "false-result", { field: "counts", cast: vote.castCount, counted: given });
}

/** V-57: what the list says that stands, or will when its time is over. */
function fromLists(vote: Vote): Result<Computed> {
  const list = decidingList(vote);
  if (!list)
    return vote.tallies.size === 0
      ? refuse("V-34", "too-few-counts", { needed: 1, has: 0 })
      : refuse("V-57", "lists-differ", { lists: listsOf(vote).length });
  const figures = { counts: list.counts, present: vote.castCount, whole: vote.whole };
  const { reckoning, election } = outcomeOf(vote, figures);
  const differ = listsOf(vote).length > 1;
  return ok({ counts: list.counts, reckoning, differ, ...(election ? { election } : {}) });
}

function fromTallies(vote: Vote, named?: Counts): Result<Computed> {
  if (byLists(vote)) return fromLists(vote);
  const all = partsOf(vote);
  for (const part of all) {
    const needed = vote.together ? 2 : tellersNeeded(part);
    if (part.tallies.length < needed)
      return refuse("V-34", "too-few-counts", {
        needed,
        has: part.tallies.length,
        ...(part.key === HALL ? {} : { part: part.key }),
      });
  }
  const parts = listed(vote) ? byOneList(vote, all) : all;
  if (!parts) return refuse("V-63", "one-list-first", { lists: listsOf(vote).length });
  const sums = combinations(vote, parts, named);
  if (!sums) return refuse("V-35", "recount-first", { tellers: parts.reduce((n, p) => n + p.tallies.length, 0) });
  const reckoned = sums.map((s) => ({ ...s, ...outcomeOf(vote, s) }));
  const most = vote.together ? ofMost(vote, parts[0]?.tallies ?? []) : undefined;
  const [first, ...others] = most === undefined ? reckoned : reckoned.filter((s) => s.same === most);
  if (!first || others.some((o) => o.same !== first.same))
    return refuse("V-35", "recount-first", { tellers: parts.reduce((n, p) => n + p.tallies.length, 0) });
  const declared = leastFavourable([first, ...others], first.reckoning.outcome) ?? first;
  const differ = reckoned.length > 1 || (listed(vote) && listsOf(vote).length > 1);
  return ok({
    counts: declared.counts,
    reckoning: declared.reckoning,
    differ,
    ...(vote.mode === "count" ? {} : { present: declared.present }),
    ...(declared.devices ? { devices: declared.devices } : {}),
    ...(declared.election ? { election: declared.election } : {}),
    ...weightOf(vote),
  });
}

/** V-63: the parts of a vote at a sitting, those whose positions are sealed with the one list of more than half of who count them; `undefined`: there is none yet. */
function byOneList(vote: Vote, parts: readonly Part[]): Part[] | undefined {
  const list = agreedList(vote);
  if (!list) return undefined;
  const sealed = vote.mode === "mixed" ? DEVICES : HALL;
  return parts.map((p) =>
    p.key === sealed ? { ...p, tallies: p.tallies.filter((t) => list.tellers.includes(t.by)) } : p,
  );
}

/** V-62: the outcome under which more than half of those who counted come out; `undefined`: there is none. */
function ofMost(vote: Vote, tallies: readonly TellerTally[]): string | undefined {
  const times = new Map<string, number>();
  for (const { counts, present } of tallies) {
    const { same } = outcomeOf(vote, { counts, present: present ?? 0, whole: vote.whole });
    times.set(same, (times.get(same) ?? 0) + 1);
  }
  return [...times].find(([, n]) => 2 * n > tallies.length)?.[0];
}

function weightOf(vote: Vote): Pick<Computed, "opinion"> {
  return vote.opinion ? { opinion: true } : {};
}

function outcomeOf(vote: Vote, counted: Figures): { reckoning: Reckoning; election?: ElectionReckoning; same: string } {
  // Who rests and comes is awake (M-21): never fewer count than are there.
  const figures = { ...counted, whole: Math.max(counted.whole, counted.present) };
  const reckoning = reckonVote(vote, figures);
  if (vote.election === undefined) return { reckoning, same: reckoning.outcome };
  const election = reckonElection(vote, figures, vote.quorum);
  const same = [election.outcome, ...election.elected, "/", ...election.tied].join();
  return { reckoning: { ...reckoning, outcome: election.outcome }, election, same };
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

/** Holds a declared result against the record (V-37). Refuses it where one figure is false. */
export function checkResult(
  vote: Vote,
  data: ResultDeclared,
  cx: Pick<Context, "opening" | "sha256">,
): Result<Computed> {
  const computed = computeResult(vote, cx, data);
  if (!computed.ok) return computed;
  const { counts, present, reckoning, devices, election } = computed.value;
  const wrong = !sameCounts(counts, data.counts)
    ? "counts"
    : present !== data.present
      ? "present"
      : data.whole !== reckoning.whole
        ? "whole"
        : data.outcome !== reckoning.outcome
          ? "outcome"
          : !sameCounts(devices ?? {}, data.devices ?? {}) || (devices === undefined) !== (data.devices === undefined)
            ? "devices"
            : String(election?.elected) !== String(data.elected)
              ? "elected"
              : (data.opinion ?? false) !== (vote.opinion ?? false)
                ? "opinion"
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
    ...(computed.devices ? { devices: computed.devices } : {}),
    outcome: computed.reckoning.outcome,
    ...(computed.opinion ? { opinion: true as const } : {}),
    ...(computed.election ? { elected: [...computed.election.elected] } : {}),
  };
}
