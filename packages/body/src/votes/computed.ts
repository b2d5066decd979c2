/**
 * What the record says came out of a vote (V-34, V-35, V-37, V-62, V-63): the one result that may be declared, from
 * openings by name and from tellers' counts, part by part. `computeResult` gives it to every member.
 */
import { type ActId, ok, refuse, type Result } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { ElectionReckoning } from "../elections/reckon.ts";
import { type Counts, POSITIONS, type ResultDeclared } from "./acts.ts";
import { combinations } from "./combine.ts";
import { agreedList, decidingList, listsOf } from "./lists.ts";
import { goodKeys } from "./may-count.ts";
import { deviceForm, positionOf } from "./may-cast.ts";
import { leastFavourable, type Reckoning, reckonVote, sum } from "./outcome.ts";
import { outcomeOf, sameCounts } from "./outcome-of.ts";
import type { Vote } from "./part.ts";
import { HALL, type Part, partsOf } from "./parts.ts";
import { byLists, DEVICES, listed, tellersNeeded } from "./sealed.ts";

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
  const sums = combinations(vote, parts, named);
  if (!sums) return refuse("V-35", "recount-first", { tellers: parts.reduce((n, p) => n + p.tallies.length, 0) });
  const reckoned = sums.map((s) => ({ ...s, ...outcomeOf(vote, s) }));
  const most = vote.together ? ofMost(vote, parts, named) : undefined;
  const [first, ...others] = most === undefined ? reckoned : reckoned.filter((s) => s.same === most);
  if (!first || others.some((o) => o.same !== first.same)) return recountFirst(vote, parts);
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

/** Counts that lead to different outcomes: where lists do, it is said of these (V-35, V-63). */
function recountFirst(vote: Vote, parts: readonly Part[]): Result<never> {
  const lists = listed(vote) ? listsOf(vote).length : 0;
  if (lists > 1) return refuse("V-63", "one-list-first", { lists });
  return refuse("V-35", "recount-first", { tellers: parts.reduce((n, p) => n + p.tallies.length, 0) });
}

/** V-63: the parts of a vote at a sitting, those whose positions are sealed with the one list of more than half of who count them, where there is one. */
function byOneList(vote: Vote, parts: readonly Part[]): readonly Part[] {
  const list = agreedList(vote);
  if (!list) return parts;
  const sealed = vote.mode === "mixed" ? DEVICES : HALL;
  return parts.map((p) =>
    p.key === sealed ? { ...p, tallies: p.tallies.filter((t) => list.tellers.includes(t.by)) } : p,
  );
}

/** V-62: the outcome under which more than half of those who counted the hall come out; `undefined`: there is none. */
function ofMost(vote: Vote, parts: readonly Part[], named?: Counts): string | undefined {
  const [hall, ...others] = parts;
  const times = new Map<string, number>();
  for (const tally of hall?.tallies ?? []) {
    const sums = combinations(vote, [{ ...hall, tallies: [tally] } as Part, ...others], named) ?? [];
    const [same, ...more] = new Set(sums.map((s) => outcomeOf(vote, s).same));
    if (same !== undefined && more.length === 0) times.set(same, (times.get(same) ?? 0) + 1);
  }
  return [...times].find(([, n]) => 2 * n > (hall?.tallies.length ?? 0))?.[0];
}

function weightOf(vote: Vote): Pick<Computed, "opinion"> {
  return vote.opinion ? { opinion: true } : {};
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
