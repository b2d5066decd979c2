/** Our rules: sentences, parameters, versions and what changed between them (S rules). */
import {
  askedOf,
  type Change,
  changesBetween,
  knownFrom,
  rollSize,
  type Sentence,
  sentences,
  type State,
  type Statutes,
  statutesAt,
} from "@nabat/body";
import type { ActId, Millis } from "@nabat/kernel";
import { forceShown } from "./force-shown.ts";
import type { BodyReader } from "./reader.ts";
import { type Shown, textsOf } from "./shared.ts";

type Version = State["statutes"]["versions"][number];

/**
 * `coming`: decided, and in force from a later moment. `open`: its count is in doubt, or all vote on it. `never`: what
 * decided it fell before it was in force, or since.
 */
export type RulesStage = "current" | "coming" | "open" | "earlier" | "never";

export interface RulesView {
  readonly n: number;
  readonly inForce: boolean;
  readonly stage: RulesStage;
  readonly at: Millis;
  /** From when it is in force; absent where nobody can say: its count is in doubt, or it was put to all. */
  readonly from?: Millis;
  /** Founding act, or the result that adopted them. */
  readonly by: ActId;
  readonly statutes: Statutes;
  readonly sentences: readonly Sentence[];
  /** The text as it was adopted. */
  readonly text: Shown;
  readonly parameters: readonly { readonly path: string; readonly value: unknown }[];
  readonly versions: readonly {
    readonly n: number;
    readonly at: Millis;
    readonly from?: Millis;
    readonly stage: RulesStage;
    readonly by: ActId;
    readonly changes: readonly Change[];
    /** The rule under which it could not come into force, and changed nothing. */
    readonly fails?: string;
  }[];
  /** Of how many members never more than so many are asked for (S-35); for who may read the entries. */
  readonly asked?: { readonly roll: number; readonly most: number };
}

/** The rules in force, or version `n` of them; `undefined` where there was no such version. Public. */
export async function rulesView(reader: BodyReader, n?: number): Promise<RulesView | undefined> {
  const { versions } = reader.state.statutes;
  const inForce = statutesAt(reader.state, reader.now);
  const wanted = n === undefined ? inForce : versions.find((v) => v.n === n);
  if (!wanted) return undefined;
  const text = await textsOf(reader, [wanted.text]);
  const from = knownFrom(wanted.from);
  const roll = rollSize(reader.state, reader.now);
  return {
    n: wanted.n,
    inForce: wanted === inForce,
    stage: stageOf(reader, wanted, inForce),
    at: wanted.at,
    ...(from === undefined ? {} : { from }),
    by: wanted.by,
    statutes: wanted.statutes,
    sentences: sentences(wanted.statutes),
    text: text(wanted.text),
    parameters: parameters(wanted.statutes),
    versions: versions.map((v) => ({
      n: v.n,
      at: v.at,
      ...(knownFrom(v.from) === undefined ? {} : { from: v.from }),
      stage: stageOf(reader, v, inForce),
      by: v.by,
      changes: v.before ? changesBetween(v.before, v.statutes) : [],
      ...(v.fails ? { fails: v.fails.rule } : {}),
    })),
    ...(reader.mayRead ? { asked: { roll, most: askedOf(roll, roll) } } : {}),
  };
}

function stageOf({ state, now }: BodyReader, v: Version, inForce: Version | undefined): RulesStage {
  if (v === inForce) return "current";
  if (v.from <= now) return "earlier";
  const decision = state.binding.decisions.get(v.by);
  const stage = decision && forceShown(state, decision, now);
  if (stage === "fell" || stage === "void") return "never";
  return knownFrom(v.from) === undefined ? "open" : "coming";
}

/** Parameters by path, in the order in which the rules are written; shares and lists are not split. */
export function parameters(statutes: Statutes): { readonly path: string; readonly value: unknown }[] {
  const out: { path: string; value: unknown }[] = [];
  const walk = (value: object, prefix: string) => {
    for (const [key, v] of Object.entries(value)) {
      const path = prefix + key;
      if (typeof v === "object" && v !== null && !Array.isArray(v) && !("num" in v)) walk(v as object, `${path}.`);
      else out.push({ path, value: v });
    }
  };
  walk(statutes, "");
  return out;
}
