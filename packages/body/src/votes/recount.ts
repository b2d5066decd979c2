/**
 * Counting once more (V-59): where members miss their number, others who were drawn hold each complaint
 * against the commitment in the record. What they say together decides whether the list stands.
 */
import type { MemberId, Millis } from "@nabat/kernel";
import { reckonElection } from "../elections/reckon.ts";
import type { Counts } from "./acts.ts";
import { type Figures, figureOf, reckonVote } from "./outcome.ts";
import type { Round, Vote } from "./part.ts";
import { listTallies } from "./sealed.ts";

/** So long each step of it may take, in ms: to draw, to open once more, to state. */
export const RECOUNT_MS = 2 * 24 * 3600_000;

/** More are never drawn: a position isn't opened to half of the body. */
export const RECOUNT_MOST = 5;

/**
 * How many must be drawn to count a list once more, one at least (V-59): so many that, where up to a third of the roll
 * lie and those who made this list are of them, one of those drawn doesn't.
 */
export function recountersNeeded(vote: Vote, list: string): number {
  return Math.min(RECOUNT_MOST, Math.max(1, moreThanLie(vote, list)));
}

/** More than can lie besides those who made this list. */
function moreThanLie(vote: Vote, list: string): number {
  const accused = [...listTallies(vote).values()].filter((t) => t.list === list).length;
  return Math.floor(vote.whole / 3) - accused + 1;
}

/** Is at least one of those who would be drawn honest, where a third lie? */
function oneIsHonest(vote: Vote, list: string): boolean {
  return moreThanLie(vote, list) <= RECOUNT_MOST;
}

/** Where it stands: still to come, over and the list stands, or the result fell (V-60). */
export type Recounted =
  | { readonly is: "waiting"; readonly until: Millis }
  | { readonly is: "stands"; readonly since: Millis }
  | {
      readonly is: "fallen";
      readonly since: Millis;
      readonly why: "none-drawn" | "none-recounted" | "numbers-missing" | "many-missing";
    };

/** Until when a round takes openings, once its tellers are drawn. */
export function opensUntil(round: Round): Millis | undefined {
  return round.drawnAt === undefined ? undefined : round.drawnAt + RECOUNT_MS;
}

/** Have all who complained opened their positions, or is the time for it over? */
export function mayBeRecounted(round: Round, at: Millis): boolean {
  const until = opensUntil(round);
  return until !== undefined && (at >= until || round.opened.size === round.complainants.length);
}

/** Where one round stands at `at`; `upheld` once it is over. */
function roundAt(round: Round, at: Millis): Recounted & { readonly upheld?: number } {
  const until = opensUntil(round);
  if (until === undefined) {
    const drawUntil = round.at + RECOUNT_MS;
    return at < drawUntil ? { is: "waiting", until: drawUntil } : { is: "fallen", since: drawUntil, why: "none-drawn" };
  }
  // Who complained and opens to nobody has nothing to show.
  if (round.opened.size === 0) return at < until ? { is: "waiting", until } : { is: "stands", since: until, upheld: 0 };
  const said = [...round.said.values()];
  const upheld = Math.max(0, ...said.map((s) => s.upheld));
  if (round.drawn.every((d) => round.said.has(d)))
    return { is: "stands", since: Math.max(...said.map((s) => s.at)), upheld };
  const end = until + RECOUNT_MS;
  if (at < end) return { is: "waiting", until: end };
  return said.length > 0 ? { is: "stands", since: end, upheld } : { is: "fallen", since: end, why: "none-recounted" };
}

/**
 * In a body where not enough are drawn to be sure that one of them doesn't lie: when so many had missed their number in
 * this list as call a meeting, two at least, and together could change the outcome. Then nobody is drawn (V-59).
 * `undefined`: not so many.
 */
function manyMissed(vote: Vote, list: string, counts: Counts, at: Millis): Millis | undefined {
  if (oneIsHonest(vote, list)) return undefined;
  const when = [...(vote.missing?.values() ?? [])]
    .filter((m) => m.list === list && m.at <= at)
    .map((m) => m.at)
    .sort((a, b) => a - b);
  const many = Math.max(2, vote.many ?? 2);
  return when.length >= many && couldChange(vote, counts, when.length) ? when[many - 1] : undefined;
}

/** Who misses a number in this list by `at`, by their ids. */
export function missedIn(vote: Vote, list: string, at: Millis): MemberId[] {
  return [...(vote.missing ?? [])].flatMap(([member, m]) => (m.list === list && m.at <= at ? [member] : [])).sort();
}

/**
 * What the rounds about one list come to, one after the other; `undefined`: nobody missed a number in it, or so few
 * that all of them together couldn't change the outcome.
 */
export function recounted(vote: Vote, list: string, counts: Counts, at: Millis): Recounted | undefined {
  if (!makeDoubtful(vote, counts, missedIn(vote, list, at).length)) return undefined;
  const many = manyMissed(vote, list, counts, at);
  if (many !== undefined) return { is: "fallen", since: many, why: "many-missing" };
  let upheld = 0;
  let last: Recounted | undefined;
  for (const round of vote.rounds ?? []) {
    if (round.list !== list) continue;
    const now = roundAt(round, at);
    if (now.is !== "stands") return now;
    upheld += now.upheld ?? 0;
    if (makeDoubtful(vote, counts, upheld)) return { is: "fallen", since: now.since, why: "numbers-missing" };
    last = { is: "stands", since: now.since };
  }
  return last;
}

/**
 * Do so many wrong numbers make the outcome doubtful: could it be another, were twice as many counted in the worst way
 * for it (V-59)? Not everybody who is cheated looks.
 */
export function makeDoubtful(vote: Vote, counts: Counts, wrong: number): boolean {
  return couldChange(vote, counts, Math.min(2 * wrong, vote.castCount));
}

/** What decides: at a sitting the hall's positions with those of the list (V-63), else the list's. */
function figuresBy(vote: Vote, counts: Counts): Figures {
  const { result } = vote;
  return {
    counts: vote.mode === "mixed" ? (result?.counts ?? counts) : counts,
    present: result?.present ?? vote.castCount,
    whole: result?.whole ?? vote.whole,
  };
}

/** Could the outcome be another, were so many positions counted in the worst way for it (V-59)? */
export function couldChange(vote: Vote, counts: Counts, upheld: number): boolean {
  if (upheld === 0) return false;
  return vote.election === undefined
    ? motionCouldChange(vote, counts, upheld)
    : electionCouldChange(vote, counts, upheld);
}

function motionCouldChange(vote: Vote, counts: Counts, upheld: number): boolean {
  const by = figuresBy(vote, counts);
  const outcome = (c: Counts): string => reckonVote(vote, { ...by, counts: c }).outcome;
  const up = moved(by.counts, ["against", "taking-part", "abstain", "invalid"], "for", upheld);
  const down = moved(by.counts, ["for", "abstain", "invalid"], "against", upheld);
  return outcome(up) !== outcome(by.counts) || outcome(down) !== outcome(by.counts);
}

/** So many positions taken from the first of `from` that have any, and given to `to`. */
function moved(counts: Counts, from: readonly string[], to: string, many: number): Counts {
  const out: Record<string, number> = { ...counts };
  let left = many;
  for (const key of from) {
    const take = Math.min(left, figureOf(out, key));
    out[key] = figureOf(out, key) - take;
    out[to] = figureOf(out, to) + take;
    left -= take;
  }
  return out;
}

function electionCouldChange(vote: Vote, counts: Counts, upheld: number): boolean {
  const reckoned = reckonElection(vote, figuresBy(vote, counts), vote.quorum);
  if (reckoned.outcome === "no-quorum") return false;
  // Whoever ties does so by one mark.
  if (reckoned.outcome === "tied") return true;
  const marks = (place: boolean): number[] =>
    reckoned.rows.filter((r) => (r.place === "elected") === place).map((r) => r.marks);
  const least = Math.min(...marks(true));
  const others = Math.max(0, ...marks(false));
  if (reckoned.outcome === "elected") return least - upheld <= Math.max(reckoned.none, others) + upheld;
  // Seats are left over: only whom `none` comes before, and whom not, is decided.
  return least - upheld <= reckoned.none + upheld || others + upheld > reckoned.none - upheld;
}

/** Whom this count elects however so many of its papers were counted: each of them takes a mark, or gives one (V-60). */
export function electedAnyhow(vote: Vote, counts: Counts, upheld: number): MemberId[] {
  const { rows, none, seats } = reckonElection(vote, figuresBy(vote, counts), vote.quorum);
  const reach = (marks: number): number => rows.filter((r) => r.marks + upheld >= marks - upheld).length;
  return rows
    .filter((r) => r.place === "elected" && r.marks - upheld > none + upheld && reach(r.marks) <= seats)
    .map((r) => r.member);
}
