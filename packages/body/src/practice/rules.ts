/** Rules of practice bodies (P rules): a clock of their own that any member sets forward. */
import { refuse } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { LAST_CLOCK } from "../engine/fields.ts";
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
      // It only runs forward: from the end of the calendar nobody would bring it back.
      if (act.data.to > LAST_CLOCK) return refuse("P-3", "calendar-ends", { most: LAST_CLOCK });
      return admitted("P-3", cameBy(state, act.by));
    },
    apply: (state, act) => {
      state.practice.clock = act.data.to;
    },
  }),
];
