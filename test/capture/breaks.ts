/** What a history came to: where an invariant broke, and how often each was put to the test. */

/** The invariants, and what each says. */
export const INVARIANTS = {
  S1: "nothing counts that was signed with keys without their member",
  S2: "the outcome in force is that of the true positions",
  S3: "nothing is in force that more than half of those who looked oppose, nobody seated of whose election nobody was told",
  S4: "all but a fifth bring back any earlier rules in time",
  S5: "colluders and those they invented are at most half of the roll",
  S6: "nobody real loses membership, vote or keys but by themselves",
  S7: "no sealed position is known but to its author and tellers",
  L1: "what is seconded has a result within its bound",
  L2: "what is ordinary gets through in its time",
  L3: "who lost every key votes again in time",
  L4: "an honest newcomer has a vote in time",
  L5: "the honest who look carry a text, elect and change a rule within sixty days",
  L6: "a vote, an objection, a motion is entered at the first try",
} as const;

export type Invariant = keyof typeof INVARIANTS;

export interface Break {
  readonly invariant: Invariant;
  /** The first entry at which it broke. */
  readonly entry: number;
  readonly told: string;
}

/** Nothing was put to the test yet. */
export function noneMet(): Record<Invariant, number> {
  return Object.fromEntries(Object.keys(INVARIANTS).map((key) => [key, 0])) as Record<Invariant, number>;
}

/** Breaks found, and conditions met. */
export class Findings {
  readonly breaks: Break[] = [];
  readonly met: Record<Invariant, number> = noneMet();
  /** What is known and not claimed, by what it is: how often. */
  readonly known = new Map<string, number>();
  /** Ordinary things done in their own time, of all, where nobody colludes. */
  calm = { done: 0, all: 0 };
  /** Weeks with nobody colluding in which something ordinary began that wasn't done in its own time, by their number. */
  readonly late = new Set<number>();
  /** Ordinary things begun, by what they are: done, of all. */
  readonly calendar = new Map<string, { done: number; all: number }>();

  /** Something known was seen. */
  note(what: string): void {
    this.known.set(what, (this.known.get(what) ?? 0) + 1);
  }

  add(invariant: Invariant, entry: number, told: string): void {
    this.breaks.push({ invariant, entry, told });
  }
}
