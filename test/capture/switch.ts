/** What a rule that can be switched off is made of: the body's own kinds, one of which admits or does otherwise. */
import type { MemberId, Result } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { Kinds } from "@nabat/body/engine/admit.ts";
import type { Admission, AnyKind, Context } from "@nabat/body/engine/kind.ts";
import type { State } from "@nabat/body/engine/state.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import type { Invariant } from "./breaks.ts";
import type { Rules } from "./house.ts";

/** A rule that can be switched off. */
export interface Switch extends Rules {
  /** Its sentence, in short. */
  readonly says: string;
  /** The known attack that it stands against. */
  readonly attack: string;
  /** What breaks without it. */
  readonly breaks: Invariant;
  /** How many weeks a history must last for it; without, as it falls. */
  readonly lasting?: number;
  /** In a body of so many of whom so many collude; without, three of nine. */
  readonly size?: number;
  readonly colluders?: number;
  /** A seed from which its attack breaks it soon: the short form takes that. */
  readonly seed?: number;
}

export type Admit<D> = (state: State, act: Act<D>, cx: Context, own: () => Result<Admission>) => Result<Admission>;
export type Apply<D> = (state: State, act: Act<D>, cx: Context, own: (state: State) => void, effect: unknown) => void;

/** The table with one kind changed. */
export function changed<D>(name: string, of: { readonly admit?: Admit<D>; readonly apply?: Apply<D> }): Kinds {
  const kind = KINDS.get(name);
  if (!kind) throw new Error(`no kind ${name}`);
  const { admit, apply } = of;
  const other: AnyKind = {
    ...kind,
    ...(admit ? { admit: (state, act, cx) => admit(state, act as Act<D>, cx, () => kind.admit(state, act, cx)) } : {}),
    ...(apply
      ? {
          apply: (state, act, cx, effect) =>
            apply(state, act as Act<D>, cx, (s) => kind.apply(s, act, cx, effect), effect),
        }
      : {}),
  };
  return new Map([...KINDS, [name, other]]);
}

/** The state as if only these were members. */
export function onlyMembers(state: State, those: readonly MemberId[]): State {
  const members = new Map([...state.members.members].filter(([id]) => those.includes(id)));
  return { ...state, members: { ...state.members, members } };
}
