/** The table of rules: name, version, source, arithmetic and own tie-break of each, and the function that counts. */
import { type Context, type Outcome, type RuleOptions } from "./context.ts";
import { countEqualShares } from "./equal-shares.ts";
import { countGregory, type GregoryInput, type GregoryOutcome } from "./gregory.ts";
import { countIrv } from "./irv.ts";
import { countMajorityJudgment } from "./majority-judgment.ts";
import { countApproval, countBlock, countPlurality } from "./marks.ts";
import { countMeek } from "./meek.ts";
import { countPav } from "./pav.ts";
import { countPhragmen } from "./phragmen.ts";
import { readStrict, type Reading } from "./preferences.ts";
import { countRankedPairs } from "./ranked-pairs.ts";
import type { RuleId, TieBreak } from "./result.ts";
import { countSchulze } from "./schulze.ts";
import { countScore } from "./score.ts";
import { decimalWigm, exactWigm, scottishRule } from "./transfer-rules.ts";

/** A rule as it is named in results and in `--list`. */
export interface Rule {
  readonly id: RuleId;
  readonly name: string;
  /** Changes whenever a change could alter any result. */
  readonly version: string;
  readonly source: string;
  arithmetic(options: RuleOptions): string;
  readonly tieFirst: TieBreak["first"];
  /** Options that this rule reads. */
  readonly reads: readonly (keyof RuleOptions)[];
  count(ctx: Context): Outcome;
}

const WHOLE = (): string => "whole numbers";
const FRACTIONS = (): string => "exact fractions";

function transfer(
  reading: Reading,
  run: (input: GregoryInput, ctx: Context) => GregoryOutcome,
): (ctx: Context) => Outcome {
  return (ctx) => {
    const papers = readStrict(ctx.profile, reading);
    const out = run({ ...ctx, papers, candidates: ctx.profile.candidates.length }, ctx);
    const { total, valid, blank, spoilt } = papers;
    const missed = ctx.trace !== undefined && !papers.pattern.includes(ctx.trace);
    const trace = missed ? [{ stage: 1, kind: isBlank(ctx) ? ("blank" as const) : ("spoilt" as const) }] : out.trace;
    return { ...out, trace, treatment: papers.treatment, papers: { total, valid, blank, spoilt } };
  };
}

function isBlank(ctx: Context): boolean {
  const { offsets, marks } = ctx.profile.papers;
  for (let i = offsets[ctx.trace!]!; i < offsets[ctx.trace! + 1]!; i++) {
    const c = marks[i]! & 0x7fff;
    if (c < ctx.profile.candidates.length && !ctx.profile.candidates[c]!.withdrawn) return false;
  }
  return true;
}

const LIST: readonly Rule[] = [
  {
    id: "plurality",
    name: "Plurality (for several seats: single non-transferable vote)",
    version: "1",
    source: "most votes win; for several seats the most votes in turn",
    arithmetic: WHOLE,
    tieFirst: "none",
    reads: [],
    count: countPlurality,
  },
  {
    id: "approval",
    name: "Approval voting",
    version: "1",
    source: "S. J. Brams, P. C. Fishburn, Approval Voting, American Political Science Review 72, 1978",
    arithmetic: WHOLE,
    tieFirst: "none",
    reads: [],
    count: countApproval,
  },
  {
    id: "block",
    name: "Block vote with a limit",
    version: "1",
    source: "as many marks as seats, or as the stated limit allows; most marks win",
    arithmetic: WHOLE,
    tieFirst: "none",
    reads: ["limit"],
    count: countBlock,
  },
  {
    id: "scottish-stv",
    name: "Single transferable vote, Scottish local government rules",
    version: "1",
    source: "The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45-52",
    arithmetic: () => "five decimals, remainders ignored",
    tieFirst: "earlier-stage",
    reads: [],
    count: transfer({ equal: "stop", gap: "stop" }, (input) => countGregory(scottishRule, input)),
  },
  {
    id: "wigm-stv",
    name: "Single transferable vote, Weighted Inclusive Gregory Method",
    version: "1",
    source:
      "Reference WIGM rule, Proportional Representation Foundation, with exact fractions unless decimals are asked for",
    arithmetic: (o) => (o.decimals === undefined ? "exact fractions" : `${o.decimals} decimals, cut off`),
    tieFirst: "none",
    reads: ["decimals", "electing", "quota"],
    count: transfer({ equal: "stop", gap: "close" }, (input, ctx) => {
      const { decimals, electing, quota } = ctx.options;
      return decimals === undefined
        ? countGregory(exactWigm(electing, quota), input)
        : countGregory(decimalWigm(decimals, electing), input);
    }),
  },
  {
    id: "meek-stv",
    name: "Single transferable vote, Meek's method",
    version: "1",
    source:
      "Reference Meek rule, Proportional Representation Foundation; I. D. Hill, B. A. Wichmann, D. R. Woodall, Algorithm 123, Computer Journal 30, 1987",
    arithmetic: () => "nine decimals, products rounded up; omega 0.000001",
    tieFirst: "none",
    reads: [],
    count: transfer({ equal: "stop", gap: "close" }, (input) => countMeek(input)),
  },
  {
    id: "irv",
    name: "Instant run-off (alternative vote)",
    version: "2",
    source:
      'exclusion of the lowest until one has more than half of the papers in play; Robert\'s Rules of Order, "preferential voting"',
    arithmetic: WHOLE,
    tieFirst: "earlier-stage",
    reads: [],
    count: (ctx) => {
      const out = transfer({ equal: "stop", gap: "close" }, (input) => countIrv(input))(ctx);
      return ctx.seats > 1 ? { ...out, remarks: ["single-winner-rule-for-several"] } : out;
    },
  },
  {
    id: "schulze",
    name: "Schulze method",
    version: "2",
    source:
      "M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice and Welfare 36, 2011",
    arithmetic: (o) =>
      o.strength === "margins" ? "whole numbers; strength by margins" : "whole numbers; strength by winning votes",
    tieFirst: "none",
    reads: ["unranked", "strength"],
    count: countSchulze,
  },
  {
    id: "ranked-pairs",
    name: "Ranked pairs",
    version: "1",
    source: "T. N. Tideman, Independence of clones as a criterion for voting rules, Social Choice and Welfare 4, 1987",
    arithmetic: (o) =>
      o.strength === "winning" ? "whole numbers; strength by winning votes" : "whole numbers; strength by margins",
    tieFirst: "none",
    reads: ["unranked", "strength"],
    count: countRankedPairs,
  },
  {
    id: "majority-judgment",
    name: "Majority judgment",
    version: "1",
    source:
      "M. Balinski, R. Laraki, A theory of measuring, electing, and ranking, PNAS 104, 2007; Majority Judgment, MIT Press 2010",
    arithmetic: (o) =>
      o.middle === "upper"
        ? "whole numbers; the upper of two middle grades"
        : "whole numbers; the lower of two middle grades",
    tieFirst: "none",
    reads: ["middle", "unmarked"],
    count: countMajorityJudgment,
  },
  {
    id: "score",
    name: "Score voting",
    version: "1",
    source: "points added, the highest total wins (range voting); on ranked papers the points of Borda's count, 1781",
    arithmetic: WHOLE,
    tieFirst: "none",
    reads: [],
    count: countScore,
  },
  {
    id: "seq-phragmen",
    name: "Sequential Phragmén",
    version: "1",
    source:
      "M. Brill, R. Freeman, S. Janson, M. Lackner, Phragmén's voting methods and justified representation, AAAI 2017",
    arithmetic: FRACTIONS,
    tieFirst: "none",
    reads: [],
    count: countPhragmen,
  },
  {
    id: "seq-pav",
    name: "Sequential proportional approval voting",
    version: "1",
    source: "T. N. Thiele, Om Flerfoldsvalg, 1895",
    arithmetic: FRACTIONS,
    tieFirst: "none",
    reads: [],
    count: countPav,
  },
  {
    id: "equal-shares",
    name: "Method of equal shares",
    version: "2",
    source:
      "D. Peters, P. Skowron, Proportionality and the limits of welfarism, EC 2020; D. Peters, G. Pierczyński, P. Skowron, Proportional participatory budgeting with additive utilities, NeurIPS 2021",
    arithmetic: FRACTIONS,
    tieFirst: "none",
    reads: ["completion", "utility"],
    count: countEqualShares,
  },
];

/** All rules, in the order in which they are listed. */
export const RULES: readonly Rule[] = LIST;

/** The rule of that id, or undefined. */
export function ruleOf(id: string): Rule | undefined {
  return LIST.find((r) => r.id === id);
}

/** The rules as `--list --json` and the API name them, each with its own arithmetic where nothing else is asked for. */
export function listRules() {
  return LIST.map((r) => ({
    id: r.id,
    name: r.name,
    version: r.version,
    source: r.source,
    arithmetic: r.arithmetic({}),
    tieBreak: r.tieFirst,
    options: r.reads,
  }));
}
