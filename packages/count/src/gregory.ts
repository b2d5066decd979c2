/**
 * The engine of the Gregory counts: every paper of a transferring candidate goes on at a part of its
 * value (Weighted Inclusive Gregory Method). The Scottish statute rule, the exact rule and the
 * decimal reference rule are settings of it; see scottish.ts and wigm.ts.
 *
 * Papers of equal value form a class, so that values are worked out once per class and only whole
 * numbers of papers are added per paper.
 */
import type { Arithmetic } from "./arithmetic.ts";
import type { GroupRules } from "./groups.ts";
import type { StrictPapers } from "./preferences.ts";
import type { Stage, Tie, TieBreak, TraceStep, Transfer } from "./result.ts";
import { TieSettler } from "./ties.ts";

/** Settings of a Gregory count. */
export interface GregoryRule<V> {
  readonly arithmetic: Arithmetic<V>;
  quota(valid: number, seats: number): V;
  /** True if these votes elect. */
  reached(votes: V, quota: V): boolean;
  /** Elect everyone who has the quota at once, or the highest alone before their surplus moves. */
  readonly electing: "all" | "highest";
  /** Whether a surplus of nothing is a stage of its own. */
  readonly emptySurplus: boolean;
}

/** What the engine is given besides the rule. */
export interface GregoryInput {
  readonly papers: StrictPapers;
  readonly candidates: number;
  /** Those who stand. */
  readonly standing: readonly number[];
  readonly seats: number;
  readonly tieBreak: TieBreak;
  readonly groups: GroupRules;
  /** Candidate after whose election the count ends, if any (reopen nominations). */
  readonly reopen: number;
  /** Follow this pattern (number in the profile). */
  readonly trace?: number;
}

/** What the engine found. */
export interface GregoryOutcome {
  readonly quota: string;
  readonly elected: readonly number[];
  readonly stages: readonly Stage[];
  readonly ties: readonly Tie[];
  readonly trace: readonly TraceStep[];
}

/** Counts. The candidates that stand must outnumber the seats; the caller deals with uncontested places. */
export function countGregory<V>(rule: GregoryRule<V>, input: GregoryInput): GregoryOutcome {
  return new GregoryCount(rule, input).run();
}

interface Moved<V> {
  readonly transfers: readonly Transfer[];
  readonly votes: V;
  readonly papers: number;
  readonly perClass: ReadonlyMap<number, number>;
}

class GregoryCount<V> {
  readonly #rule: GregoryRule<V>;
  readonly #in: GregoryInput;
  readonly #a: Arithmetic<V>;
  readonly #ties: TieSettler;
  readonly #quota: V;
  readonly #votes: V[];
  readonly #state: ("continuing" | "pending" | "done" | "out")[];
  readonly #held: number[][];
  readonly #at: Uint32Array;
  readonly #class: Uint32Array;
  readonly #classes: V[];
  readonly #elected: number[] = [];
  readonly #stages: Stage[] = [];
  readonly #history: V[][] = [];
  readonly #trace: TraceStep[] = [];
  readonly #traced: number;
  #nonTransferable: V;
  #lost: V;

  constructor(rule: GregoryRule<V>, input: GregoryInput) {
    this.#rule = rule;
    this.#in = input;
    this.#a = rule.arithmetic;
    this.#ties = new TieSettler(input.tieBreak);
    this.#quota = rule.quota(input.papers.valid, input.seats);
    this.#votes = Array.from({ length: input.candidates }, () => this.#a.zero);
    this.#state = Array.from({ length: input.candidates }, () => "out");
    for (const c of input.standing) this.#state[c] = "continuing";
    this.#held = Array.from({ length: input.candidates }, () => []);
    this.#at = Uint32Array.from(input.papers.offsets.subarray(0, input.papers.weights.length));
    this.#class = new Uint32Array(input.papers.weights.length);
    this.#classes = [this.#a.one];
    this.#nonTransferable = this.#a.zero;
    this.#lost = this.#a.zero;
    this.#traced = input.trace === undefined ? -1 : input.papers.pattern.indexOf(input.trace);
  }

  run(): GregoryOutcome {
    this.#first();
    while (!this.#finished()) {
      const pending = this.#in.standing.filter((c) => this.#state[c] === "pending");
      if (pending.length > 0) this.#surplus(pending);
      else this.#exclude();
    }
    return {
      quota: this.#a.text(this.#quota),
      elected: this.#elected,
      stages: this.#stages,
      ties: this.#ties.ties,
      trace: this.#trace,
    };
  }

  #continuing(): number[] {
    return this.#in.standing.filter((c) => this.#state[c] === "continuing");
  }

  #first(): void {
    const { papers } = this.#in;
    const counts = new Array<number>(this.#in.candidates).fill(0);
    for (let p = 0; p < papers.weights.length; p++) {
      const c = papers.prefs[papers.offsets[p]!]!;
      this.#held[c]!.push(p);
      counts[c]! += papers.weights[p]!;
    }
    for (const c of this.#in.standing) this.#votes[c] = this.#a.whole(counts[c]!);
    if (this.#traced >= 0) {
      const c = papers.prefs[papers.offsets[this.#traced]!]!;
      this.#trace.push({ stage: 1, kind: "counts-for", candidate: c, amount: this.#a.text(this.#a.one) });
    }
    this.#close({ kind: "first" });
  }

  /** Ends the count where the seats are filled or the rest fill them; true if it has ended. */
  #finished(): boolean {
    const left = this.#in.seats - this.#elected.length;
    if (left <= 0 || (this.#in.reopen >= 0 && this.#elected.includes(this.#in.reopen))) return true;
    const rest = this.#continuing();
    if (rest.length > left) return false;
    if (rest.length > 0) {
      const order = this.#ties.sort(this.#stages.length + 1, "order", rest, (a, b) =>
        this.#a.compare(this.#votes[a]!, this.#votes[b]!),
      );
      for (const c of order) {
        this.#state[c] = "done";
        this.#elected.push(c);
      }
      this.#push({ kind: "fill", elected: order, excluded: [] });
    }
    return true;
  }

  #earlier(): { stage: number; compare: (a: number, b: number) => number }[] {
    if (this.#in.tieBreak.first !== "earlier-stage") return [];
    const list = [];
    for (let s = this.#history.length - 2; s >= 0; s--) {
      const votes = this.#history[s]!;
      list.push({
        stage: this.#stages[s]!.number,
        compare: (a: number, b: number) => this.#a.compare(votes[a]!, votes[b]!),
      });
    }
    return list;
  }

  #extreme(list: readonly number[], worst: boolean): number[] {
    const best = list.reduce((a, b) => {
      const d = this.#a.compare(this.#votes[b]!, this.#votes[a]!);
      return (worst ? d < 0 : d > 0) ? b : a;
    });
    return list.filter((c) => this.#a.compare(this.#votes[c]!, this.#votes[best]!) === 0);
  }

  #surplus(pending: readonly number[]): void {
    const stage = this.#stages.length + 1;
    const from = this.#ties.pick(stage, "surplus", this.#extreme(pending, false), false, this.#earlier());
    const total = this.#votes[from]!;
    const surplus = this.#a.sub(total, this.#quota);
    this.#state[from] = "done";
    const made = new Map<number, number>();
    const moved = this.#move(from, (old) => {
      let k = made.get(old);
      if (k === undefined) {
        k = this.#classes.push(this.#a.share(this.#classes[old]!, surplus, total)) - 1;
        made.set(old, k);
      }
      return k;
    });
    const values = [...made].map(([old, k]) => ({
      from: this.#a.text(this.#classes[old]!),
      to: this.#a.text(this.#classes[k]!),
      papers: moved.perClass.get(k) ?? 0,
    }));
    this.#votes[from] = this.#quota;
    this.#lost = this.#a.add(this.#lost, this.#a.sub(surplus, moved.votes));
    this.#close({ kind: "surplus", subject: from, transfers: moved.transfers, values, papers: moved.papers });
  }

  #exclude(): void {
    const stage = this.#stages.length + 1;
    const rest = this.#continuing();
    const kept = this.#in.groups.active ? this.#in.groups.kept(this.#elected, rest) : [];
    const open = rest.filter((c) => !kept.includes(c));
    const out = this.#ties.pick(
      stage,
      "exclude",
      this.#extreme(open.length > 0 ? open : rest, true),
      true,
      this.#earlier(),
    );
    this.#drop(out);
  }

  #drop(out: number): void {
    this.#state[out] = "out";
    const left = this.#in.seats - this.#elected.length;
    // Rule 52(2) of the Scottish rules and D.3 of the reference rule: no transfer once the rest fill the places.
    if (this.#continuing().length <= left) {
      this.#close({ kind: "exclude-only", subject: out, excluded: [out] }, false);
      return;
    }
    const moved = this.#move(out, (old) => old);
    this.#votes[out] = this.#a.zero;
    this.#close({ kind: "exclude", subject: out, excluded: [out], transfers: moved.transfers, papers: moved.papers });
  }

  /** Sends every paper of `from` to its next continuing candidate, at the class that `reclass` gives. */
  #move(from: number, reclass: (old: number) => number): Moved<V> {
    const { weights, offsets, prefs } = this.#in.papers;
    const nobody = this.#in.candidates;
    const gains = new Map<number, Float64Array>();
    let oldClass = -1;
    let k = -1;
    let gain: Float64Array = new Float64Array(0);
    for (const p of this.#held[from]!) {
      if (this.#class[p] !== oldClass) {
        oldClass = this.#class[p]!;
        k = reclass(oldClass);
        gain = gains.get(k) ?? new Float64Array(nobody + 1);
        gains.set(k, gain);
      }
      this.#class[p] = k;
      let at = this.#at[p]! + 1;
      const end = offsets[p + 1]!;
      while (at < end && this.#state[prefs[at]!] !== "continuing") at++;
      this.#at[p] = at < end ? at : end;
      const to = at < end ? prefs[at]! : nobody;
      if (to !== nobody) this.#held[to]!.push(p);
      gain[to]! += weights[p]!;
      if (p === this.#traced) this.#follow(from, to === nobody ? -1 : to, k);
    }
    this.#held[from] = [];
    return this.#credit(gains);
  }

  #credit(gains: ReadonlyMap<number, Float64Array>): Moved<V> {
    const nobody = this.#in.candidates;
    const transfers: Transfer[] = [];
    const perClass = new Map<number, number>();
    let moved = this.#a.zero;
    let total = 0;
    for (let to = 0; to <= nobody; to++) {
      let votes = this.#a.zero;
      let papers = 0;
      for (const [k, gain] of gains) {
        if (gain[to] === 0) continue;
        votes = this.#a.add(votes, this.#a.times(this.#classes[k]!, gain[to]!));
        papers += gain[to]!;
        perClass.set(k, (perClass.get(k) ?? 0) + gain[to]!);
      }
      if (papers === 0) continue;
      moved = this.#a.add(moved, votes);
      total += papers;
      if (to === nobody) this.#nonTransferable = this.#a.add(this.#nonTransferable, votes);
      else this.#votes[to] = this.#a.add(this.#votes[to]!, votes);
      transfers.push({ to: to === nobody ? -1 : to, papers, votes: this.#a.text(votes) });
    }
    return { transfers, votes: moved, papers: total, perClass };
  }

  #follow(from: number, to: number, k: number): void {
    const stage = this.#stages.length + 1;
    const amount = this.#a.text(this.#classes[k]!);
    if (to < 0) this.#trace.push({ stage, kind: "exhausted", candidate: from, amount });
    else this.#trace.push({ stage, kind: "moves", candidate: from, other: to, amount });
  }

  /** Ends a stage: elects whoever has the quota, bars whom the groups' quotas bar, and writes it down. */
  #close(part: Partial<Stage> & Pick<Stage, "kind">, elect = true): void {
    const stage = this.#stages.length + 1;
    const elected: number[] = [];
    const { groups, seats } = this.#in;
    if (elect) {
      let reached = this.#continuing().filter((c) => this.#rule.reached(this.#votes[c]!, this.#quota));
      reached = this.#ties.sort(stage, "order", reached, (a, b) => this.#a.compare(this.#votes[a]!, this.#votes[b]!));
      if (this.#rule.electing === "highest") reached = this.#anyPending() ? [] : reached.slice(0, 1);
      for (const c of reached) {
        if (this.#elected.length === seats) break;
        if (groups.active && groups.barred(this.#elected, this.#continuing()).includes(c)) continue;
        elected.push(c);
        this.#elected.push(c);
        const surplus = this.#a.compare(this.#votes[c]!, this.#quota) > 0;
        this.#state[c] = surplus || this.#rule.emptySurplus ? "pending" : "done";
      }
    }
    const full = this.#elected.length === seats;
    const barred = groups.active && elect && !full ? groups.barred(this.#elected, this.#continuing()) : [];
    this.#push({ ...part, elected, excluded: part.excluded ?? [] });
    for (const c of barred) {
      if (this.#state[c] !== "continuing" || this.#elected.length === this.#in.seats) continue;
      this.#state[c] = "out";
      const moved = this.#move(c, (old) => old);
      this.#votes[c] = this.#a.zero;
      this.#close({ kind: "barred", subject: c, excluded: [c], transfers: moved.transfers, papers: moved.papers });
    }
  }

  #anyPending(): boolean {
    return this.#in.standing.some((c) => this.#state[c] === "pending");
  }

  #push(part: Omit<Stage, "number">): void {
    const shown = new Set([...this.#elected, ...this.#continuing()]);
    this.#history.push([...this.#votes]);
    this.#stages.push({
      number: this.#stages.length + 1,
      ...part,
      votes: this.#votes.map((v, c) => (shown.has(c) ? this.#a.text(v) : "")),
      quota: this.#a.text(this.#quota),
      nonTransferable: this.#a.text(this.#nonTransferable),
      lost: this.#a.text(this.#lost),
    });
  }
}
