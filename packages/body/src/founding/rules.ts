/** Rules of the founding chapter: `found` (F-1) and `established` (F-11). */
import { refuse } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { grantSignature } from "../keys/enrol.ts";
import { established, type Established, found, type Found } from "./acts.ts";

export const foundingRules: readonly AnyKind[] = [
  defineKind<Found, undefined>({
    kind: "found",
    schema: found,
    signer: "founder",
    beforeAdoption: true,
    nested: (act) => [grantSignature(act.data.nonce, act.data.founder.reserve, act.data.founder)],
    admit: () => refuse("F-1", "founded-already"),
    apply: () => {
      throw new Error("a founding act is not entered twice");
    },
  }),
];
export { established, type Established };
