/**
 * A broken history as a worked case: its shortest plan played with real signatures, the record that came of it, and
 * where it broke. Replayed under the rules as they are, it must be refused: that is what keeps the hole shut.
 */
import { canonicalBytes, type Refusal } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import { admit } from "@nabat/body/engine/admit.ts";
import { begin, enter } from "@nabat/body/engine/fold.ts";
import type { State } from "@nabat/body/engine/state.ts";
import { authenticate } from "@nabat/testkit/body.ts";
import { sha256 } from "@nabat/testkit/keys.ts";
import type { Invariant } from "./breaks.ts";
import { cut } from "./cut.ts";
import { explain } from "./explain.ts";
import { play } from "./history.ts";
import type { Rules } from "./house.ts";
import { judgeOne } from "./judge.ts";
import type { Plan } from "./plan.ts";
import { SignedHouse, type Written } from "./signed-house.ts";

export interface WorkedCase {
  /** What broke, and what is said of it. */
  readonly broke: Invariant;
  readonly told: string;
  /** The first entry at which it broke. */
  readonly entry: number;
  /** The rule that was switched off when it broke; none where the rules as they were let it through. */
  readonly without?: string;
  readonly plan: Plan;
  readonly record: readonly Written[];
}

/** With other people the same attack may still do it, where a lot that falls otherwise spoilt it. */
const OTHER_SEEDS = 12;

/** Cuts a plan that breaks `broke` to its shortest and plays it with real signatures; `undefined` where that didn't break it. */
export function workedCase(plan: Plan, rules: Rules, broke: Invariant, without?: string): WorkedCase | undefined {
  const shortest = cut(plan, rules, broke);
  for (let i = 0; i <= OTHER_SEEDS; i++) {
    const tried = { ...shortest, seed: shortest.seed + i };
    const world = play(tried, rules, true);
    const [broken] = judgeOne(world, broke);
    if (!broken || !(world.house instanceof SignedHouse)) continue;
    const { entry, told } = broken;
    return {
      broke,
      told,
      entry,
      ...(without === undefined ? {} : { without }),
      plan: tried,
      record: world.house.record,
    };
  }
  return undefined;
}

/** A case told line by line, for people who look for the hole. */
export function toldCase(of: WorkedCase, rules: Rules): string[] {
  return [
    `${of.broke} at entry ${of.entry}: ${of.told}`,
    JSON.stringify(of.plan),
    ...explain(play(of.plan, rules, true)),
  ];
}

/** What became of a record that was sent once more, entry by entry, to rules that may be others. */
export interface Replayed {
  readonly state: State;
  readonly entered: number;
  /** The first entry that is refused, and why. */
  readonly refused?: { readonly entry: number; readonly kind: string; readonly why: Refusal };
}

/** Sends a record through: bytes, signatures, rules. Stops at the first refusal. */
export function replay(record: readonly Written[], rules: Rules): Replayed {
  const [first, ...rest] = record;
  const founding = first && authenticate(canonicalBytes(first.act), undefined);
  if (!first || !founding?.ok) throw new Error("no founding act that holds");
  const made = begin(rules.kinds, founding.value, { at: first.at, sha256 });
  if (!made.ok) throw new Error(`founding refused: ${made.rule}`);
  const { state } = made.value;
  for (const [i, { at, act }] of rest.entries()) {
    const refused = enterOne(state, at, act, rules);
    if (refused) return { state, entered: i + 1, refused: { entry: i + 1, kind: act.kind, why: refused } };
  }
  return { state, entered: record.length };
}

function enterOne(state: State, at: number, act: Act, rules: Rules): Refusal | undefined {
  rules.before?.(state);
  const signed = authenticate(canonicalBytes(act), state);
  if (!signed.ok) return signed;
  const admitted = admit(rules.kinds, rules.view?.(state, act) ?? state, signed.value, { at, sha256 });
  if (!admitted.ok) return admitted;
  enter(rules.kinds, state, signed.value, { at, sha256 }, admitted.value);
  return undefined;
}
