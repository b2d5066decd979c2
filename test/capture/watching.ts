/**
 * What only its own moment can tell: how the roll stands day by day (S5), whether somebody can vote by the day at
 * which they must (L3, L4), who could read a sealed position when it was cast (S7), whether what the honest send
 * is entered at the first try (L6).
 */
import type { Refusal } from "@nabat/kernel";
import type { Invariant } from "./breaks.ts";

/** What was seen at a moment: fine, or broken and how. */
export interface Seen {
  readonly invariant: Invariant;
  readonly entry: number;
  readonly broke?: string;
}

/** Acts that nothing must keep out (L6): a vote, an objection, a motion. */
const MUST_ENTER: ReadonlySet<string> = new Set([
  "vote.cast",
  "key.object",
  "card.object",
  "put.all",
  "move",
  "number.missing",
]);

/** Was this refused for want of room or pace, whoever used it up (L6)? */
export function forWantOfRoom(kind: string, { rule }: Refusal): boolean {
  return MUST_ENTER.has(kind) && (rule.startsWith("N-") || rule === "C-2");
}

/** Must an act of this kind be entered at the first try? */
export function mustEnter(kind: string): boolean {
  return MUST_ENTER.has(kind);
}
