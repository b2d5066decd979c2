/** Papers to try a rule with: two elections for everyone, and each rule's own example (docs/counting). */
import type { Format, RuleId } from "@nabat/count";

/** Papers with the rules by which they are first counted. */
export interface Example {
  readonly rule: RuleId;
  readonly compare?: RuleId;
  readonly format: Format;
  readonly text: string;
}

const blt = (rule: RuleId, head: string, papers: readonly string[], names: readonly string[]): Example => ({
  rule,
  format: "blt",
  text: `${[head, ...papers.map((p) => `${p} 0`), "0", ...names.map((n) => `"${n}"`)].join("\n")}\n`,
});
const csv = (rule: RuleId, lines: readonly string[]): Example => ({
  rule,
  format: "csv",
  text: `${lines.join("\n")}\n`,
});

const CIRCLE = ["8 1 2 3", "7 2 3 1", "6 3 1 2"];
const SHARES = ["1034 1=2=3", "519 4=5=6", "90 1=2=5", "47 1=4=5"];
const SEATS = ["7 1 2", "1 3 2", "2 4"];
const PARTIES = ["A", "B", "C", "P", "Q", "R", "Phragmén's example"];

/** The rules' own examples, the same papers as in docs/counting. */
export const RULE_EXAMPLES: Readonly<Record<RuleId, Example>> = {
  plurality: blt("plurality", "3 1", ["4 1 2", "3 2 1", "2 3 2", "1 1=2"], ["A", "B", "C", "Plurality"]),
  approval: blt("approval", "3 1", ["3 1=2", "2 2", "2 3"], ["A", "B", "C", "Approval"]),
  block: blt("block", "4 2", ["4 1=2", "3 3=4", "2 1=3", "1 1=2=3"], ["A", "B", "C", "D", "Block"]),
  "scottish-stv": blt("scottish-stv", "4 2", SEATS, ["A", "B", "C", "D", "Scottish rules"]),
  "wigm-stv": blt("wigm-stv", "4 2", SEATS, ["A", "B", "C", "D", "Exact fractions"]),
  "meek-stv": blt("meek-stv", "4 2", SEATS, ["A", "B", "C", "D", "Meek"]),
  irv: blt("irv", "3 1", ["5 1", "4 2", "2 3 2", "1 3"], ["A", "B", "C", "Run-off"]),
  schulze: blt("schulze", "3 1", CIRCLE, ["A", "B", "C", "A circle"]),
  "ranked-pairs": blt("ranked-pairs", "3 1", CIRCLE, ["A", "B", "C", "A circle"]),
  "majority-judgment": csv("majority-judgment", [
    "#form: grades",
    "#grades: good, fair, poor",
    "#title: Grades",
    "A,B",
    "good,good",
    "good,fair",
    "poor,fair",
    "poor,poor",
  ]),
  score: csv("score", ["#form: scores", "#scale: 5", "#title: Scores", "A,B", "5,4", "3,4", "0,1"]),
  "seq-phragmen": blt("seq-phragmen", "6 3", SHARES, PARTIES),
  "seq-pav": blt("seq-pav", "6 3", SHARES, PARTIES),
  "equal-shares": blt("equal-shares", "4 3", ["6 1=2=3", "4 4"], ["A", "B", "C", "D", "Equal shares"]),
};

/** Two elections to begin with; the capital is the textbooks' own. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  capital: {
    ...blt(
      "irv",
      "4 1",
      ["42 1 2 3 4", "26 2 3 4 1", "15 3 4 2 1", "17 4 3 2 1"],
      ["Memphis", "Nashville", "Chattanooga", "Knoxville", "A capital for Tennessee"],
    ),
    compare: "schulze",
  },
  committee: blt(
    "scottish-stv",
    "5 2",
    ["14 1 2 3", "5 2 3", "4 3 2", "6 4 5", "3 5 4", "1 5 3", "2 3"],
    ["Ana Okafor", "Ben Lindqvist", "Cleo Marchetti", "Dia Raman", "Emil Novák", "Two seats on the committee"],
  ),
};

/** The example of that name: one of the two, or a rule's. */
export function exampleOf(name: string): Example | undefined {
  if (Object.hasOwn(EXAMPLES, name)) return EXAMPLES[name];
  return Object.hasOwn(RULE_EXAMPLES, name) ? RULE_EXAMPLES[name as RuleId] : undefined;
}
