/** The second signature under an act that asks for more than one (K-8): a recovery, or a waiting act. */
import { ok, refuse } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import { PENDING } from "../pending-kinds.ts";
import { cosign, type Cosign } from "./acts.ts";
import { stillWaits } from "./pending.ts";
import { cosignRecovery, mayCosignRecovery } from "./recovery.ts";

export const cosignKind = defineKind<Cosign, undefined>({
  kind: "cosign",
  schema: cosign,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const of = act.data.of;
    const recovery = state.keys.recoveries.get(of);
    if (recovery) {
      const may = mayCosignRecovery(state, recovery, act.by, cx.at);
      return may.ok ? admitted("K-6", of) : may;
    }
    const first = state.keys.pending.get(of);
    if (!first) return refuse("K-8", "nothing-waits");
    if (first.by === act.by) return refuse("K-8", "own-act");
    if (!stillWaits(first, cx.at)) return refuse("K-8", "too-late", { since: first.at });
    const kind = PENDING.get(first.kind);
    if (!kind) throw new Error(`no pending kind ${first.kind}`);
    const right = kind.admit(state, first, act.by, cx);
    return right.ok ? ok({ right: right.value, effect: undefined }) : right;
  },
  apply: (state, act, cx) => {
    const of = act.data.of;
    const recovery = state.keys.recoveries.get(of);
    if (recovery) return cosignRecovery(state, recovery, act.by, cx.at);
    const first = state.keys.pending.get(of);
    const kind = first && PENDING.get(first.kind);
    if (!first || !kind) throw new Error("cosign of nothing");
    state.keys.pending.delete(of);
    kind.apply(state, { ...first, id: of }, act.by, cx);
  },
});
