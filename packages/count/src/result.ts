/**
 * What a count hands back: every stage as data, so that tables, pictures and sentences are made from
 * it and nothing need be counted twice. Amounts are texts: "41", "41.00000" or "123/3", exact always.
 */

/** The rules that can be named. */
export const RULE_IDS = [
  "plurality",
  "approval",
  "block",
  "scottish-stv",
  "wigm-stv",
  "meek-stv",
  "irv",
  "schulze",
  "ranked-pairs",
  "majority-judgment",
  "score",
  "seq-phragmen",
  "seq-pav",
  "equal-shares",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** An exact amount as text. */
export type Amount = string;

/** Papers that went from one candidate to another, or to nobody (`to` is −1: non-transferable). */
export interface Transfer {
  readonly to: number;
  readonly papers: number;
  readonly votes: Amount;
}

/** What happened at a stage. */
export type StageKind =
  | "first" // first preferences, or marks, credited
  | "surplus" // a surplus transferred
  | "exclude" // a candidate excluded and their papers transferred
  | "exclude-only" // a candidate excluded, no transfer made (last vacancies filled)
  | "barred" // candidates barred by a group's quota
  | "fill" // the last vacancies filled without more ado
  | "iterate" // Meek: votes shared out anew until the surplus vanished
  | "tally" // totals of marks or points
  | "pairwise" // each against each
  | "paths" // Schulze: strongest paths
  | "lock" // ranked pairs: one pair locked in or refused
  | "grades" // majority judgment: grades and majority grade
  | "select" // one more chosen by a sequential rule
  | "order" // the final order
  | "complete" // a completion phase begins
  | "uncontested" // as many stand as seats: nothing counted
  | "reopen"; // "reopen nominations" won a place

/** One stage. Arrays over candidates are in the order of the profile. */
export interface Stage {
  readonly number: number;
  readonly kind: StageKind;
  /** The candidate acted on. */
  readonly subject?: number;
  /** A second candidate, for a pair. */
  readonly other?: number;
  /** Where each candidate stands after the stage; "" for those who are out. */
  readonly votes?: readonly Amount[];
  readonly transfers?: readonly Transfer[];
  /** A surplus's papers: their value before and after. */
  readonly values?: readonly { readonly from: Amount; readonly to: Amount; readonly papers: number }[];
  readonly elected: readonly number[];
  readonly excluded: readonly number[];
  readonly quota?: Amount;
  /** Votes on papers that show no further usable preference, so far. */
  readonly nonTransferable?: Amount;
  /** Votes lost by cutting off decimals, so far. */
  readonly lost?: Amount;
  /** For a select: the deciding figure (load, score, price per vote). For a pair: for. */
  readonly figure?: Amount;
  /** For a pair: against. */
  readonly against?: Amount;
  /** For a pair: whether it was locked in. */
  readonly locked?: boolean;
  /** Row a, column b: papers that put a before b (pairwise), strength of the strongest path (paths), papers per grade (grades). */
  readonly matrix?: readonly (readonly number[])[];
  /** Losing votes beside `matrix`, for paths. */
  readonly opposing?: readonly (readonly number[])[];
  /** Places in the order, best first; candidates in one place are level. */
  readonly order?: readonly (readonly number[])[];
  /** Meek: the part of each paper's weight that a candidate keeps. Equal shares: money left to the voters in all. */
  readonly keep?: readonly Amount[];
  readonly rest?: Amount;
  /** Papers that held the excluded or transferring candidate; for a select, papers in favour where that number alone decided. */
  readonly papers?: number;
}

/** A tie and what settled it. */
export interface Tie {
  readonly stage: number;
  /** What was to be chosen. */
  readonly about: "surplus" | "exclude" | "elect" | "order" | "pair";
  readonly tied: readonly number[];
  readonly chosen: number;
  /** By an earlier stage of the count, by the declared order, or by a drawn lot. */
  readonly by: "earlier-stage" | "declared-order" | "lot";
  readonly atStage?: number;
}

/** How the rule treated something that papers can hold, and how many papers that touched. */
export interface Treatment {
  readonly id: TreatmentId;
  readonly papers: number;
}
export type TreatmentId =
  | "blank-set-aside" // blank papers don't count as valid
  | "spoilt-no-first" // two or more first preferences, or none: not valid
  | "stopped-at-equal" // preferences after equal ranks aren't read
  | "stopped-at-gap" // preferences after a skipped rank aren't read
  | "gap-closed" // a skipped rank is passed over
  | "equal-no-preference" // equal ranks: no preference between them
  | "equal-split" // one vote split equally between equal ranks
  | "unranked-last" // unranked options stand together below all ranked ones
  | "unranked-unknown" // unranked options aren't compared
  | "overvote-spoilt" // more marks than allowed: not valid
  | "ranks-cut" // ranked preferences beyond the limit aren't read
  | "ranks-as-marks" // every ranked option is taken as approved
  | "ranks-as-grades" // rank 1 is the best grade, rank 2 the next …
  | "ranks-as-points" // rank 1 of m options gives m − 1 points, the next one less …
  | "unmarked-worst" // an unmarked option gets the worst grade
  | "unmarked-zero" // an unmarked option gets no points
  | "partial-spoilt" // a paper that grades only some is not valid
  | "withdrawn-passed-over"; // marks for withdrawn candidates are passed over

/** How ties are settled when the rule's own way is exhausted. */
export interface TieBreak {
  /** The rule's own way first. */
  readonly first: "earlier-stage" | "none";
  readonly otherwise: "declared-order" | "lot";
  /** The order used, best first. */
  readonly order: readonly number[];
  /** The lot's seed, where a lot was drawn. */
  readonly seed?: string;
}

/** Something about the whole result that must be said. */
export type Remark =
  | "uncontested"
  | "too-few-candidates"
  | "reopened"
  | "no-valid-papers"
  | "single-winner-rule-for-several"
  | "groups-unmet";

/** A finished count. Winners are indices in order of election. */
export interface CountResult {
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly version: string;
  readonly source: string;
  readonly arithmetic: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly tieBreak: TieBreak;
  readonly title: string;
  readonly seats: number;
  readonly candidates: readonly string[];
  readonly withdrawn: readonly number[];
  readonly papers: { readonly total: number; readonly valid: number; readonly blank: number; readonly spoilt: number };
  readonly quota?: Amount;
  readonly winners: readonly number[];
  /** Seats left to fill: reopened nominations, or too few candidates. */
  readonly unfilled: number;
  readonly stages: readonly Stage[];
  readonly ties: readonly Tie[];
  readonly treatment: readonly Treatment[];
  readonly remarks: readonly Remark[];
  readonly gradeNames?: readonly string[];
}

/** One step of one paper's way through the count. */
export interface TraceStep {
  readonly stage: number;
  readonly kind:
    | "blank"
    | "spoilt"
    | "counts-for" // stands with a candidate at a value
    | "moves" // leaves a candidate for another at a value
    | "exhausted" // shows no further usable preference
    | "keeps" // Meek: a candidate keeps a part
    | "prefers" // puts one before another
    | "level" // puts two level
    | "grades" // gives a grade or points
    | "weighs" // weight in a sequential rule
    | "pays"; // money spent on a chosen one
  readonly candidate?: number;
  readonly other?: number;
  readonly amount?: Amount;
  readonly rest?: Amount;
}
