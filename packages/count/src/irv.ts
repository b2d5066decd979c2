/**
 * Instant run-off (the alternative vote): while nobody holds more than half of the papers still in
 * play, the lowest is excluded and their papers go on whole. For several places it excludes until
 * only as many remain; the result says that this is no proportional rule.
 */
import type { GregoryInput, GregoryOutcome } from "./gregory.ts";
import type { Stage, TraceStep, Transfer } from "./result.ts";
import { TieSettler } from "./ties.ts";

/** Counts. Those that stand must outnumber the places. */
export function countIrv(input: GregoryInput): GregoryOutcome {
  const { papers, seats } = input;
  const { weights, offsets, prefs } = papers;
  const settle = new TieSettler(input.tieBreak);
  const continuing = new Set(input.standing);
  const held: number[][] = Array.from({ length: input.candidates }, () => []);
  const at = Uint32Array.from(offsets.subarray(0, weights.length));
  const votes = new Float64Array(input.candidates);
  const traced = input.trace === undefined ? -1 : papers.pattern.indexOf(input.trace);
  const trace: TraceStep[] = [];
  const stages: Stage[] = [];
  const history: Float64Array[] = [];
  let exhausted = 0;
  for (let p = 0; p < weights.length; p++) {
    const c = prefs[offsets[p]!]!;
    held[c]!.push(p);
    votes[c]! += weights[p]!;
    if (p === traced) trace.push({ stage: 1, kind: "counts-for", candidate: c, amount: "1" });
  }
  const inPlay = (): number => papers.valid - exhausted;
  const push = (part: Omit<Stage, "number" | "elected" | "excluded"> & Partial<Stage>): void => {
    history.push(votes.slice());
    stages.push({
      number: stages.length + 1,
      elected: [],
      excluded: [],
      ...part,
      votes: Array.from(votes, (v, c) => (continuing.has(c) ? String(v) : "")),
      quota: String(Math.floor(inPlay() / (seats === 1 ? 2 : seats + 1)) + 1),
      nonTransferable: String(exhausted),
    });
  };
  const earlier = () =>
    history
      .slice(0, -1)
      .map((v, s) => ({ stage: s + 1, compare: (a: number, b: number) => v[a]! - v[b]! }))
      .reverse();
  const ordered = (list: readonly number[]) =>
    settle.sort(stages.length + 1, "order", list, (a, b) => votes[a]! - votes[b]!);
  const majority = (): number[] => (seats === 1 ? [...continuing].filter((c) => votes[c]! * 2 > inPlay()) : []);

  /** Takes out the candidates and sends their papers on. */
  const drop = (from: readonly number[]): Pick<Stage, "transfers" | "papers"> => {
    for (const c of from) continuing.delete(c);
    const gains = new Float64Array(input.candidates + 1);
    let moved = 0;
    for (const c of from) {
      moved += votes[c]!;
      for (const p of held[c]!) {
        let i = at[p]! + 1;
        while (i < offsets[p + 1]! && !continuing.has(prefs[i]!)) i++;
        at[p] = Math.min(i, offsets[p + 1]!);
        const to = i < offsets[p + 1]! ? prefs[i]! : input.candidates;
        if (to < input.candidates) held[to]!.push(p);
        gains[to]! += weights[p]!;
        if (p === traced) {
          const stage = stages.length + 1;
          if (to < input.candidates) trace.push({ stage, kind: "moves", candidate: c, other: to, amount: "1" });
          else trace.push({ stage, kind: "exhausted", candidate: c, amount: "1" });
        }
      }
      held[c] = [];
      votes[c] = 0;
    }
    const transfers: Transfer[] = [];
    gains.forEach((g, to) => {
      if (g === 0) return;
      if (to < input.candidates) votes[to]! += g;
      else exhausted += g;
      transfers.push({ to: to < input.candidates ? to : -1, papers: g, votes: String(g) });
    });
    return { transfers, papers: moved };
  };
  const elect = (): number[] => (continuing.size <= seats ? ordered([...continuing]) : majority());

  // Whom the groups' quotas bar goes out before a majority is looked for.
  const barred = (): number[] => (input.groups.active ? input.groups.barred([], [...continuing]) : []);
  let gone = barred();
  let winner = gone.length > 0 ? [] : elect();
  push({ kind: "first", elected: winner });
  while (winner.length === 0 && (continuing.size > seats || gone.length > 0)) {
    if (gone.length > 0) {
      const moved = drop(gone);
      winner = elect();
      push({
        kind: "barred",
        excluded: gone,
        elected: winner,
        ...moved,
        ...(gone.length === 1 ? { subject: gone[0]! } : {}),
      });
      gone = [];
      continue;
    }
    const all = [...continuing];
    const safe = input.groups.active ? input.groups.kept([], all) : [];
    const open = all.filter((c) => !safe.includes(c));
    const list = open.length > 0 ? open : all;
    const low = Math.min(...list.map((c) => votes[c]!));
    const from = settle.pick(
      stages.length + 1,
      "exclude",
      list.filter((c) => votes[c] === low),
      true,
      input.tieBreak.first === "earlier-stage" ? earlier() : [],
    );
    const moved = drop([from]);
    gone = barred();
    winner = gone.length > 0 ? [] : elect();
    push({ kind: "exclude", subject: from, excluded: [from], elected: winner, ...moved });
  }
  return { quota: stages.at(-1)!.quota!, elected: winner, stages, ties: settle.ties, trace };
}
