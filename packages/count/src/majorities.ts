/**
 * Plain and qualified majorities: a share (more than half, at least two thirds …) of a stated whole.
 * What abstentions do follows from the whole, and the result says it: of votes *for or against* they
 * don't count; of votes *cast*, of those *present* and of the *roll* they weigh against.
 */

/** The whole of which a share is asked. */
export type MajorityOf = "for-and-against" | "cast" | "present" | "roll";

/** A rule such as "more than 1/2 of votes for and against, half of the roll present". */
export interface MajorityRule {
  readonly num: number;
  readonly den: number;
  /** More than the share (true), or the share itself is enough. */
  readonly strict: boolean;
  readonly of: MajorityOf;
  /** Least number present, as a share of the roll. */
  readonly quorum?: { readonly num: number; readonly den: number };
}

/** The tellers' numbers. Those present who took no position are present − for − against − abstained. */
export interface MajorityVotes {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly present: number;
  readonly roll: number;
}

/** Whether it is carried, and every number that this rests on. */
export interface MajorityResult {
  readonly carried: boolean;
  readonly why: "carried" | "too-few-for" | "no-quorum" | "nobody-voted";
  readonly whole: number;
  /** The least number of votes for that carries. */
  readonly needed: number;
  readonly noPosition: number;
  readonly abstentions: "not-counted" | "weigh-against";
  readonly quorumNeeded?: number;
}

/** Decides. Throws `RangeError` on numbers that can't be: negative, or more votes than present, or more present than the roll. */
export function decideMajority(votes: MajorityVotes, rule: MajorityRule): MajorityResult {
  const { for: yes, against, abstain, present, roll } = votes;
  const all = [yes, against, abstain, present, roll, rule.num, rule.den];
  if (all.some((n) => !Number.isSafeInteger(n) || n < 0) || rule.den === 0)
    throw new RangeError("numbers must be whole");
  const noPosition = present - yes - against - abstain;
  if (noPosition < 0) throw new RangeError("more votes than present");
  if (present > roll) throw new RangeError("more present than on the roll");
  const whole = { "for-and-against": yes + against, cast: yes + against + abstain, present, roll }[rule.of];
  const share = BigInt(rule.num) * BigInt(whole);
  const den = BigInt(rule.den);
  const needed = Number(rule.strict ? share / den + 1n : (share + den - 1n) / den);
  const quorumNeeded = rule.quorum
    ? Number((BigInt(rule.quorum.num) * BigInt(roll) + BigInt(rule.quorum.den) - 1n) / BigInt(rule.quorum.den))
    : undefined;
  const base = {
    whole,
    needed,
    noPosition,
    abstentions: rule.of === "for-and-against" ? ("not-counted" as const) : ("weigh-against" as const),
    ...(quorumNeeded === undefined ? {} : { quorumNeeded }),
  };
  if (quorumNeeded !== undefined && present < quorumNeeded) return { carried: false, why: "no-quorum", ...base };
  if (yes + against === 0) return { carried: false, why: "nobody-voted", ...base };
  return yes >= needed ? { carried: true, why: "carried", ...base } : { carried: false, why: "too-few-for", ...base };
}
