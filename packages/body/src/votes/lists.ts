/**
 * Which list of numbers stands (V-56 to V-60, V-63): lists that agree, at once; one alone, after two days in
 * which nobody missed a number in it. Computed from what was entered; time passing needs no act.
 */
import type { Hash, MemberId, Millis } from "@nabat/kernel";
import { NEVER } from "../engine/in-force.ts";
import type { Counts } from "./acts.ts";
import type { TellerTally, Vote } from "./part.ts";
import { leastOf, sameCounts } from "./outcome-of.ts";
import { makeDoubtful, missedIn, type Recounted, recounted } from "./recount.ts";
import { byLists, listed, listTallies, tellersNeeded } from "./sealed.ts";

/** Between the call and its opening, in ms: the time in which groups add tellers and the lot is drawn (V-52). */
export const TELLERS_MS = 12 * 3600_000;
/** So long a list is waited for after the vote, in ms; and once more, where none came (V-57). */
export const LIST_WAIT_MS = 24 * 3600_000;
/** So long a list that stands alone, or against another, can be found wrong before it decides, in ms (V-57). */
export const ALONE_MS = 2 * 24 * 3600_000;

/** Bytes of a teller's list (V-56): without any line; of each line, what its opening holds left out; and of a line, as lines mostly are. */
export const LIST_BYTES = { base: 400, bare: 100, line: 800 } as const;

/** One list, and those tellers who published it. */
export interface List {
  readonly list: Hash;
  readonly counts: Counts;
  readonly tellers: readonly MemberId[];
  /** When its last teller entered it. */
  readonly at: Millis;
}

/** The lists of a vote, each once: the same hash and the same figures. */
export function listsOf(vote: Vote): List[] {
  const lists = new Map<string, List>();
  for (const tally of listTallies(vote).values()) {
    if (tally.list === undefined) continue;
    const key = `${tally.list} ${figuresText(tally)}`;
    const has = lists.get(key);
    lists.set(key, {
      list: tally.list,
      counts: tally.counts,
      tellers: [...(has?.tellers ?? []), tally.by],
      at: Math.max(has?.at ?? 0, tally.at),
    });
  }
  return [...lists.values()];
}

function figuresText({ counts }: TellerTally): string {
  return Object.keys(counts)
    .filter((k) => counts[k] !== 0)
    .sort()
    .map((k) => `${k}:${counts[k]}`)
    .join();
}

/** What becomes of a vote that is counted by lists. */
export type Fate =
  | { readonly is: "waiting"; readonly until?: Millis }
  | { readonly is: "contested"; readonly until: Millis; readonly list: List }
  | { readonly is: "stands"; readonly since: Millis; readonly list: List }
  /** No teller published a list: nothing was decided, and who counts next is somebody else. */
  | { readonly is: "uncounted"; readonly since: Millis }
  /** To be held again on paper or at a meeting (V-60). */
  | { readonly is: "fallen"; readonly since: Millis; readonly why: "lists-differ" | "taken-out" | FallenWhy };
type FallenWhy = Extract<Recounted, { is: "fallen" }>["why"];

/** Until when a first list is taken in, and the vote else isn't counted (V-57); `undefined` while it can't be, or one is there. */
export function firstListUntil(vote: Vote, from: Millis | undefined, at: Millis): Millis | undefined {
  if (from === undefined || at < from || !byLists(vote) || listsOf(vote).length > 0) return undefined;
  return from + 2 * LIST_WAIT_MS;
}

/** The fate of a vote at `at`; `from`: when counting begins, `undefined` while it is open. */
export function fateOf(vote: Vote, from: Millis | undefined, at: Millis): Fate {
  if (from === undefined || at < from) return { is: "waiting", ...(from === undefined ? {} : { until: from }) };
  const lists = listsOf(vote);
  const [first] = lists;
  if (!first) {
    const end = from + 2 * LIST_WAIT_MS;
    return at < end ? { is: "waiting", until: end } : { is: "uncounted", since: end };
  }
  if (lists.length > 1) return ofSeveral(vote, lists, at);
  const again = recount(vote, first, at);
  if (again) return again;
  if (first.tellers.length > 1 || vote.result) return { is: "stands", since: first.at, list: first };
  const awaited = vote.tellers.length > 1 ? from + LIST_WAIT_MS : from;
  const until = Math.max(first.at + ALONE_MS, awaited);
  return at < until ? { is: "waiting", until } : { is: "stands", since: until, list: first };
}

function ofSeveral(vote: Vote, lists: readonly List[], at: Millis): Fate {
  const until = blameUntil(lists);
  if (at < until) return { is: "waiting", until };
  const list = sameAnyhow(vote, lists, at) ?? unblamed(vote, lists);
  if (!list) return { is: "fallen", since: until, why: "lists-differ" };
  return recount(vote, list, at) ?? { is: "stands", since: until, list };
}

function recount(vote: Vote, list: List, at: Millis): Fate | undefined {
  const again = recounted(vote, list.list, list.counts, at);
  if (again?.is === "waiting") return { is: "contested", until: again.until, list };
  return again?.is === "stands" ? { is: "stands", since: again.since, list } : again;
}

/** Of lists that differ, the one by which all is decided where the outcome is the same by each: one that isn't in doubt, if any isn't (V-35, V-57). */
function sameAnyhow(vote: Vote, lists: readonly List[], at: Millis): List | undefined {
  const least = leastOf(vote, lists);
  if (!least) return undefined;
  const calm = (l: List): boolean => !makeDoubtful(vote, l.counts, missedIn(vote, l.list, at).length);
  return calm(least) ? least : (lists.find(calm) ?? least);
}

/** At a sitting: the list that more than half of those who count published, two at least (V-63). */
export function agreedList(vote: Vote): List | undefined {
  return listsOf(vote).find((l) => l.tellers.length >= tellersNeeded(vote));
}

/** At a sitting: have all who count published a list, no one of them is that of so many, and nothing is declared (V-63)? */
export function listsDiffer(vote: Vote): boolean {
  if (!listed(vote) || byLists(vote) || vote.result || agreedList(vote)) return false;
  const tallies = listTallies(vote);
  return vote.tellers.every((t) => tallies.has(t));
}

/** The fate of a vote at a sitting, once its result is declared: the list stands, is counted once more, or the vote is void (V-63). */
export function fateThere(vote: Vote, at: Millis): Fate | undefined {
  const list = decidingList(vote);
  if (!vote.result || !list) return undefined;
  return recount(vote, list, at) ?? { is: "stands", since: vote.result.at, list };
}

/** Until when lists that differ can be found wrong. */
export function blameUntil(lists: readonly List[]): Millis {
  return Math.max(...lists.map((l) => l.at)) + ALONE_MS;
}

/** Of lists that differ, the only one in which nobody missed a number within the two days. */
function unblamed(vote: Vote, lists: readonly List[]): List | undefined {
  const until = blameUntil(lists);
  const blamed = new Set([...(vote.missing?.values() ?? [])].filter((c) => c.at < until).map((c) => c.list));
  const left = lists.filter((l) => !blamed.has(l.list));
  return left.length === 1 ? left[0] : undefined;
}

/** The list by which a result would be declared, whenever that is; `undefined`: none, or they differ. */
export function decidingList(vote: Vote, at: Millis = NEVER): List | undefined {
  const lists = listsOf(vote);
  if (!byLists(vote)) {
    const { result } = vote;
    const counts = vote.mode === "mixed" ? result?.devices : result?.counts;
    return agreedList(vote) ?? (counts && lists.find((l) => sameCounts(l.counts, counts)));
  }
  return lists.length === 1 ? lists[0] : (sameAnyhow(vote, lists, at) ?? unblamed(vote, lists));
}
