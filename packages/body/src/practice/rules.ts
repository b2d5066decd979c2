/** Rules of practice bodies (P rules): a clock of their own that any member sets forward. */
import { refuse } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import { clock, type ClockSet } from "./acts.ts";

export const practiceRules: readonly AnyKind[] = [
  defineKind<ClockSet, undefined>({
    kind: "clock",
    schema: clock,
    signer: "member",
    beforeAdoption: true,
    admit: (state, act, cx) => {
      if (!state.founding.practice) return refuse("P-1", "no-practice-body");
      if (act.data.to <= cx.at) return refuse("P-3", "not-forward", { now: cx.at });
      return admitted("P-3", cameBy(state, act.by));
    },
    apply: (state, act) => {
      state.practice.clock = act.data.to;
    },
  }),
];
