/** The second signature under an act that asks for more than one (K-8): keys or a card asked for, or a waiting act. */
import { type ActId, type MemberId, ok, refuse, type Result } from "@nabat/kernel";
import { type Context, defineKind, type Right } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { PENDING } from "../pending-kinds.ts";
import { cosign, type Cosign } from "./acts.ts";
import { stillWaits } from "./pending.ts";
import { maySecondAsking, secondAsking } from "./asking.ts";

/**
 * May `by` give the second signature under this act now (K-6 to K-8, K-11, K-15, K-17)? Read-only; pages ask it to offer the
 * signature to those alone whose it is. Refuses K-6, K-7, K-8, and what the act's own rule refuses.
 */
export function mayCosign(state: State, of: ActId, by: MemberId, cx: Context): Result<Right> {
  const recovery = state.keys.recoveries.get(of);
  if (recovery) return maySecondAsking(state, recovery, by, cx.at);
  const first = state.keys.pending.get(of);
  if (!first) return refuse("K-8", "nothing-waits");
  if (first.by === by) return refuse("K-8", "own-act");
  if (!stillWaits(first, cx.at)) return refuse("K-8", "too-late", { since: first.at });
  const kind = PENDING.get(first.kind);
  if (!kind) throw new Error(`no pending kind ${first.kind}`);
  return kind.admit(state, first, by, cx);
}

export const cosignKind = defineKind<Cosign, undefined>({
  kind: "cosign",
  schema: cosign,
  signer: "voter",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const right = mayCosign(state, act.data.of, act.by, cx);
    return right.ok ? ok({ right: right.value, effect: undefined }) : right;
  },
  apply: (state, act, cx) => {
    const of = act.data.of;
    const recovery = state.keys.recoveries.get(of);
    if (recovery) return secondAsking(state, recovery, act.by, cx.at);
    const first = state.keys.pending.get(of);
    const kind = first && PENDING.get(first.kind);
    if (!first || !kind) throw new Error("cosign of nothing");
    state.keys.pending.delete(of);
    kind.apply(state, { ...first, id: of }, act.by, cx);
  },
});
