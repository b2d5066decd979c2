/**
 * The method of equal shares (D. Peters, P. Skowron, "Proportionality and the limits of welfarism",
 * EC 2020, there "Rule X"; with costs: D. Peters, G. Pierczyński, P. Skowron, "Proportional
 * participatory budgeting with additive utilities", NeurIPS 2021). Everyone gets the same part of
 * the money; the next choice is the one whose supporters pay the least for each unit of gain.
 *
 * Seats: each costs 1, the money is the number of seats, completion by Phragmén unless asked
 * otherwise. Money: costs as stated, a voter's gain is the cost of what they approve (or one each),
 * completion "greedy": what most papers approve and still fits, in that order.
 */
import { amountText, approvalSets } from "./approval-sets.ts";
import type { Context, Outcome } from "./context.ts";
import { fraction } from "./fraction.ts";
import { allowed, tally } from "./phragmen.ts";
import { type Offer, Purses } from "./purses.ts";
import type { Stage, TraceStep } from "./result.ts";
import { TieSettler } from "./ties.ts";

/** Counts by equal shares. */
export function countEqualShares(ctx: Context): Outcome {
  const sets = approvalSets(ctx);
  const settle = new TieSettler(ctx.tieBreak);
  const { profile } = ctx;
  const withMoney = profile.budget !== undefined;
  const budget = withMoney ? profile.budget! : Math.min(ctx.seats, ctx.standing.length);
  const cost = profile.candidates.map((c) => (withMoney ? (c.cost ?? 0) : 1));
  const gain = cost.map((c) => (withMoney && ctx.options.utility !== "count" ? c : 1));
  const purses = new Purses(sets.weights, budget);
  const stages: Stage[] = [tally(ctx, sets.support)];
  const trace: TraceStep[] = [];
  const elected: number[] = [];
  let spent = 0;
  const elect = (c: number, figure: string, papers?: number): void => {
    elected.push(c);
    spent += cost[c]!;
    stages.push({
      number: stages.length + 1,
      kind: "select",
      subject: c,
      elected: [c],
      excluded: [],
      figure,
      rest: String(budget - spent),
      ...(papers === undefined ? {} : { papers }),
    });
  };
  const traced = sets.traced;
  const inSet = (c: number): boolean => traced >= 0 && sets.sets[traced]!.includes(c);
  const full = (): boolean => (!withMoney && elected.length >= budget) || elected.includes(ctx.reopen);

  // What costs nothing is chosen at once, if anyone wants it.
  for (const c of ctx.standing) if (withMoney && cost[c] === 0 && sets.support[c]! > 0) elect(c, "0");
  // Prices only rise, so an earlier lower bound stays one.
  const bound = new Float64Array(cost.length);
  const gone = new Set<number>();
  while (!full()) {
    const open = allowed(ctx, elected)
      .filter((c) => !gone.has(c) && sets.support[c]! > 0 && cost[c]! > 0)
      .sort((a, b) => bound[a]! - bound[b]!);
    let best = Number.POSITIVE_INFINITY;
    const close: number[] = [];
    for (const c of open) {
      if (bound[c]! > best) break;
      const near = purses.near(sets.supporters[c]!, cost[c]!);
      if (!near) {
        gone.add(c);
        continue;
      }
      bound[c] = near[0] / gain[c]!;
      if (bound[c]! <= best) {
        close.push(c);
        best = Math.min(best, near[1] / gain[c]!);
      }
    }
    const offers = new Map<number, Offer>();
    for (const c of close) {
      if (bound[c]! > best) continue;
      const offer = purses.offer(sets.supporters[c]!, cost[c]!);
      if (offer) offers.set(c, offer);
      else gone.add(c);
    }
    if (offers.size === 0) {
      if (close.length > 0) continue;
      break;
    }
    // price/parts/gain, compared without dividing.
    const less = (a: number, b: number): number => {
      const [x, y] = [offers.get(a)!, offers.get(b)!];
      const [p, q] = [x.price * y.parts * BigInt(gain[b]!), y.price * x.parts * BigInt(gain[a]!)];
      return p < q ? -1 : p > q ? 1 : 0;
    };
    const list = [...offers.keys()].sort((a, b) => a - b);
    const cheapest = list.reduce((a, b) => (less(b, a) < 0 ? b : a));
    const chosen = settle.pick(
      stages.length + 1,
      "elect",
      list.filter((c) => less(c, cheapest) === 0),
      false,
    );
    const offer = offers.get(chosen)!;
    const figure = amountText(purses.priceOf(offer));
    const before = inSet(chosen) ? purses.money(traced) : undefined;
    purses.pay(sets.supporters[chosen]!, offer);
    if (before) {
      const after = purses.money(traced);
      const paid = { n: before.n * after.d - after.n * before.d, d: before.d * after.d };
      trace.push({
        stage: stages.length + 1,
        kind: "pays",
        candidate: chosen,
        amount: amountText(fraction(paid.n, paid.d)),
        rest: amountText(after),
      });
    }
    elect(chosen, figure);
  }
  complete();
  return { elected, stages, ties: settle.ties, trace, treatment: sets.treatment, papers: sets.papers };

  function complete(): void {
    const how = ctx.options.completion ?? (withMoney ? "greedy" : "phragmen");
    const left = (): number[] =>
      allowed(ctx, elected).filter((c) => cost[c]! <= budget - spent && (withMoney ? sets.support[c]! > 0 : true));
    if (how === "none" || full() || left().length === 0) return;
    stages.push({
      number: stages.length + 1,
      kind: "complete",
      elected: [],
      excluded: [],
      rest: String(budget - spent),
    });
    for (let open = left(); open.length > 0 && !full(); open = left()) {
      if (how === "phragmen" && !withMoney && open.some((c) => sets.support[c]! > 0)) byPhragmen(open);
      else {
        const most = Math.max(...open.map((c) => sets.support[c]!));
        const c = settle.pick(
          stages.length + 1,
          "elect",
          open.filter((o) => sets.support[o] === most),
          false,
        );
        elect(c, String(most), most);
      }
    }
  }

  function byPhragmen(open: readonly number[]): void {
    const list = open.filter((c) => sets.support[c]! > 0);
    const need = new Map(list.map((c) => [c, purses.missing(sets.supporters[c]!, 1)!]));
    const less = (a: number, b: number): number => {
      const d = need.get(a)!.price * need.get(b)!.parts - need.get(b)!.price * need.get(a)!.parts;
      return d < 0n ? -1 : d > 0n ? 1 : 0;
    };
    const first = list.reduce((a, b) => (less(b, a) < 0 ? b : a));
    const chosen = settle.pick(
      stages.length + 1,
      "elect",
      list.filter((c) => less(c, first) === 0),
      false,
    );
    const figure = amountText(purses.priceOf(need.get(chosen)!));
    purses.giveAndSpend(sets.supporters[chosen]!, need.get(chosen)!);
    elect(chosen, figure);
  }
}
