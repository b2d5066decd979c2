/**
 * Meek's method by the reference rule of the Proportional Representation Foundation: nine decimals,
 * products rounded up, omega 10^-6. Every candidate keeps a part (the keep factor) of each paper
 * that reaches them and passes on the rest; the quota shrinks as papers run out of preferences.
 */
import { scaledText } from "./arithmetic.ts";
import type { GregoryInput } from "./gregory.ts";
import type { Stage, Tie, TraceStep } from "./result.ts";
import { TieSettler } from "./ties.ts";

const ONE = 1_000_000_000;
const OMEGA = 1_000;

/** What the count found; the same shape as the Gregory counts'. */
export interface MeekOutcome {
  readonly quota: string;
  readonly elected: readonly number[];
  readonly stages: readonly Stage[];
  readonly ties: readonly Tie[];
  readonly trace: readonly TraceStep[];
}

/** ⌈a × b ÷ 10^9⌉ for a, b ≤ 10^9, exactly: the float quotient is put right by its remainder modulo 2^32. */
export function mulUp(a: number, b: number): number {
  if (a === ONE) return b;
  if (b === ONE) return a;
  const q = Math.floor((a * b) / ONE);
  const r = ((Math.imul(a, b) - Math.imul(q, ONE) + ONE) >>> 0) - ONE;
  return r > ONE ? q + 2 : r > 0 ? q + 1 : r > -ONE ? q : q - 1;
}

/** ⌈a × b ÷ c⌉ with bigints, for the few keep factors. */
function mulDivUp(a: number, b: number, c: number): number {
  const d = BigInt(c);
  return Number((BigInt(a) * BigInt(b) + d - 1n) / d);
}

/** Counts. Those that stand must outnumber the seats. */
export function countMeek(input: GregoryInput): MeekOutcome {
  const { papers, seats, groups } = input;
  const n = input.candidates;
  const settle = new TieSettler(input.tieBreak);
  const keep = new Float64Array(n);
  const votes = new Float64Array(n);
  const hopeful = new Set(input.standing);
  for (const c of input.standing) keep[c] = ONE;
  const elected: number[] = [];
  const stages: Stage[] = [];
  const history: Float64Array[] = [];
  let quota = 0;
  let rest = 0;

  const share = (): void => {
    votes.fill(0);
    rest = 0;
    const { weights, offsets, prefs } = papers;
    for (let p = 0; p < weights.length; p++) {
      let w = ONE;
      const times = weights[p]!;
      for (let i = offsets[p]!; i < offsets[p + 1]! && w > 0; i++) {
        const c = prefs[i]!;
        if (keep[c] === 0) continue;
        const kept = mulUp(w, keep[c]!);
        votes[c]! += kept * times;
        w -= kept;
      }
      rest += w * times;
    }
    let sum = 0;
    for (let c = 0; c < n; c++) sum += votes[c]!;
    if (!Number.isSafeInteger(sum)) throw new RangeError("count too large for its decimals");
    quota = Math.floor(sum / (seats + 1)) + 1;
  };
  const text = (v: number): string => scaledText(v, 9);
  const push = (part: Pick<Stage, "kind" | "elected" | "excluded"> & Partial<Stage>): void => {
    history.push(votes.slice());
    stages.push({
      number: stages.length + 1,
      ...part,
      votes: Array.from(votes, (v, c) => (hopeful.has(c) || elected.includes(c) ? text(v) : "")),
      keep: Array.from(keep, text),
      quota: text(quota),
      nonTransferable: text(rest),
    });
  };
  const out = (c: number): void => {
    hopeful.delete(c);
    keep[c] = 0;
    votes[c] = 0;
  };
  const bar = (): void => {
    if (!groups.active || elected.length >= seats) return;
    const barred = groups.barred(elected, [...hopeful]);
    if (barred.length === 0) return;
    barred.forEach(out);
    push({ kind: "barred", elected: [], excluded: barred, ...(barred.length === 1 ? { subject: barred[0]! } : {}) });
  };

  while (
    hopeful.size > seats - elected.length &&
    elected.length < seats &&
    !(input.reopen >= 0 && elected.includes(input.reopen))
  ) {
    let last = Number.POSITIVE_INFINITY;
    let surplus = 0;
    for (;;) {
      share();
      let reached = [...hopeful].filter((c) => votes[c]! >= quota);
      if (reached.length > 0) {
        reached = settle.sort(stages.length + 1, "order", reached, (a, b) => votes[a]! - votes[b]!);
        const now: number[] = [];
        for (const c of reached) {
          if (elected.length === seats) break;
          if (groups.active && groups.barred(elected, [...hopeful]).includes(c)) continue;
          elected.push(c);
          now.push(c);
          hopeful.delete(c);
        }
        push({ kind: stages.length === 0 ? "first" : "iterate", elected: now, excluded: [] });
        bar();
        break;
      }
      surplus = 0;
      for (const c of elected) surplus += votes[c]! - quota;
      surplus = Math.max(0, surplus);
      if (surplus < OMEGA || surplus >= last) {
        if (stages.length === 0) push({ kind: "first", elected: [], excluded: [] });
        const lost = lowest(surplus);
        out(lost);
        const fills = hopeful.size <= seats - elected.length;
        if (!fills) share();
        push({ kind: fills ? "exclude-only" : "exclude", subject: lost, elected: [], excluded: [lost] });
        break;
      }
      last = surplus;
      for (const c of elected) keep[c] = mulDivUp(Math.ceil(mulDivUp(keep[c]!, quota, ONE)), ONE, votes[c]!);
    }
  }
  if (elected.length < seats && !(input.reopen >= 0 && elected.includes(input.reopen)) && hopeful.size > 0) {
    const order = settle
      .sort(stages.length + 1, "order", [...hopeful], (a, b) => votes[a]! - votes[b]!)
      .slice(0, seats - elected.length);
    elected.push(...order);
    push({ kind: "fill", elected: order, excluded: [] });
  }
  return { quota: text(quota), elected, stages, ties: settle.ties, trace: follow() };

  // Step B.3: whoever is within the remaining surplus of the lowest counts as tied with them.
  function lowest(surplus: number): number {
    const all = [...hopeful];
    const safe = groups.active ? groups.kept(elected, all) : [];
    const open = all.filter((c) => !safe.includes(c));
    const list = open.length > 0 ? open : all;
    const low = Math.min(...list.map((c) => votes[c]!));
    return settle.pick(
      stages.length + 1,
      "exclude",
      list.filter((c) => votes[c]! <= low + surplus),
      true,
    );
  }

  function follow(): TraceStep[] {
    const p = input.trace === undefined ? -1 : papers.pattern.indexOf(input.trace);
    if (p < 0) return [];
    const steps: TraceStep[] = [];
    for (const stage of stages) {
      let w = ONE;
      for (let i = papers.offsets[p]!; i < papers.offsets[p + 1]! && w > 0; i++) {
        const c = papers.prefs[i]!;
        const k = Number(stage.keep![c]!.replace(".", ""));
        if (k === 0) continue;
        const kept = mulUp(w, k);
        w -= kept;
        steps.push({ stage: stage.number, kind: "keeps", candidate: c, amount: text(kept), rest: text(w) });
      }
      if (w > 0) steps.push({ stage: stage.number, kind: "exhausted", amount: text(w) });
    }
    return steps;
  }
}
