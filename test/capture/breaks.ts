/** What a history came to: where an invariant broke, and how often each was put to the test. */

/** The invariants of this first part, and what each says. */
export const INVARIANTS = {
  S2: "the outcome in force is that of the true positions",
  S3: "nothing is in force that more than half of those who looked oppose",
  S4: "all but a fifth bring back any earlier rules in time",
  L1: "what is seconded has a result within its bound",
  L2: "what is ordinary gets through in its time",
  L5: "the honest who look carry a text, elect and change a rule within sixty days",
} as const;

export type Invariant = keyof typeof INVARIANTS;

export interface Break {
  readonly invariant: Invariant;
  /** The first entry at which it broke. */
  readonly entry: number;
  readonly told: string;
}

/** Breaks found, and conditions met. */
export class Findings {
  readonly breaks: Break[] = [];
  readonly met: Record<Invariant, number> = { S2: 0, S3: 0, S4: 0, L1: 0, L2: 0, L5: 0 };
  /** What is known and not claimed, by what it is: how often. */
  readonly known = new Map<string, number>();
  /** Ordinary things done in their own time, of all, where nobody colludes. */
  calm = { done: 0, all: 0 };
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
