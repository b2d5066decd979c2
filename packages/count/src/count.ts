/** Counting: a profile and a rule in, a result that explains itself out. */
import type { Context, RuleOptions } from "./context.ts";
import { type GroupQuota, GroupRules } from "./groups.ts";
import { paperTotal, type Profile } from "./profile.ts";
import type { CountResult, Remark, RuleId, Stage, TraceStep } from "./result.ts";
import { ruleOf } from "./rules.ts";
import { tieBreakOf, type TieOptions } from "./ties.ts";

/** How a count is asked for. */
export interface CountOptions extends RuleOptions, TieOptions {
  /** Seats; by default those of the profile. */
  readonly seats?: number;
  /** Quotas for groups of candidates. */
  readonly groups?: readonly GroupQuota[];
}

/**
 * Counts `profile` by the rule `id`. The same papers, rule and options give the same result, byte for
 * byte. Throws `RangeError` on an unknown rule, on seats below 1, and on numbers beyond the rule's decimals.
 */
export function countProfile(profile: Profile, id: RuleId, options: CountOptions = {}): CountResult {
  return runCount(profile, id, options, undefined).result;
}

/** Counts and follows pattern `trace` (a number of the profile's papers) through every stage. */
export function countAndTrace(
  profile: Profile,
  id: RuleId,
  trace: number,
  options: CountOptions = {},
): { result: CountResult; steps: readonly TraceStep[] } {
  return runCount(profile, id, options, trace);
}

function runCount(
  profile: Profile,
  id: RuleId,
  options: CountOptions,
  trace: number | undefined,
): { result: CountResult; steps: readonly TraceStep[] } {
  const rule = ruleOf(id);
  if (!rule) throw new RangeError(`no such rule: ${id}`);
  const seats = options.seats ?? profile.seats;
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError("seats must be a whole number from 1");
  const standing = profile.candidates.flatMap((c, i) => (c.withdrawn ? [] : [i]));
  const reopen = profile.candidates.findIndex((c) => c.reopen && !c.withdrawn);
  const remarks: Remark[] = [];
  let groups = new GroupRules(profile, options.groups ?? [], seats);
  // Where the seats can't be filled within the quotas at all, the quotas are set aside and the result says so.
  if (groups.active && !groups.feasible([], standing)) {
    groups = new GroupRules(profile, [], seats);
    remarks.push("groups-unmet");
  }
  const tieBreak = tieBreakOf(profile, options, rule.tieFirst);
  const ctx: Context = { profile, seats, standing, tieBreak, groups, reopen, options, trace };
  const people = standing.filter((c) => c !== reopen).length;
  const withMoney = profile.budget !== undefined && id === "equal-shares";
  if (people < seats && !withMoney) remarks.push("too-few-candidates");
  const out = rule.count(ctx);
  const uncontested = people <= seats && reopen < 0 && !withMoney;
  if (uncontested) remarks.push("uncontested");
  remarks.push(...(out.remarks ?? []));
  let winners = [...out.elected];
  let stages: readonly Stage[] = out.stages;
  let ties = out.ties;
  if (out.papers.valid === 0 && !uncontested) {
    // Nobody is elected by silence.
    remarks.push("no-valid-papers");
    winners = [];
    stages = [];
    ties = [];
  }
  const at = winners.indexOf(reopen);
  if (reopen >= 0 && at >= 0) {
    remarks.push("reopened");
    winners = winners.slice(0, at);
    stages = [...stages, { number: stages.length + 1, kind: "reopen", subject: reopen, elected: [], excluded: [] }];
  }
  const named: Record<string, string | number | boolean> = {};
  for (const key of rule.reads) if (options[key] !== undefined) named[key] = options[key]!;
  const result: CountResult = {
    rule: rule.id,
    ruleName: rule.name,
    version: rule.version,
    source: rule.source,
    arithmetic: rule.arithmetic(options),
    options: named,
    tieBreak,
    title: profile.title,
    seats,
    candidates: profile.candidates.map((c) => c.name),
    withdrawn: profile.candidates.flatMap((c, i) => (c.withdrawn ? [i] : [])),
    papers: { ...out.papers, total: paperTotal(profile.papers) },
    ...(out.quota === undefined ? {} : { quota: out.quota }),
    winners,
    unfilled: withMoney ? 0 : seats - winners.length,
    stages,
    ties,
    treatment: out.treatment,
    remarks,
    ...(profile.gradeNames ? { gradeNames: profile.gradeNames } : {}),
  };
  return { result, steps: out.trace };
}
