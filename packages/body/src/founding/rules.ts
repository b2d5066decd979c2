/** Rules of the founding chapter: `found` (F-1, see found.ts), `established` (F-11), and the list (list-rules.ts). */
import { type BodyId, refuse } from "@nabat/kernel";
import { NEVER } from "../engine/in-force.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import { grantSignature } from "../keys/enrol.ts";
import { listRules } from "./list-rules.ts";
import { mayNameChild } from "./naming.ts";
import { established, type Established, found, type Found } from "./acts.ts";

/** Bodies that members may state, unproved, for one decision (F-11). */
const MOST_STATED = 5;

/** The engine begins a record with `found` and never admits another (F-1). */
const foundKind = defineKind<Found, undefined>({
  kind: "found",
  schema: found,
  signer: "founder",
  beforeAdoption: true,
  nested: (act) => [grantSignature(act.data.nonce, act.data.founder.reserve, act.data.founder)],
  admit: () => refuse("F-1", "founded-already"),
  apply: () => {
    throw new Error("a founding act begins a record; it is never applied to one");
  },
});

const establishedKind = defineKind<Established, boolean>({
  kind: "established",
  schema: established,
  signer: "member",
  admit: (state, act, cx) => {
    const { result, body } = act.data;
    const may = state.founding.mayEstablish.get(result);
    if (!may) return refuse("F-11", "no-such-decision");
    if (may.from === NEVER) return refuse("F-11", "out-of-force");
    if (may.from > cx.at) return refuse("F-11", "not-in-force-yet", { from: may.from });
    const names = mayNameChild(state, result, act.by, cx.at, body);
    if (!names.ok) return names;
    const stated = state.founding.children.filter((c) => c.result === result);
    const child = cx.evidence?.child;
    if (!child) {
      if (stated.some((c) => (c.body as string) === body)) return refuse("F-11", "stated-already");
      if (stated.length >= MOST_STATED) return refuse("F-11", "stated-enough", { most: MOST_STATED });
      return admitted("F-11", result, false);
    }
    if ((child.body as string) !== body) return refuse("F-11", "evidence-of-another");
    const mother = child.establishedBy;
    if (!mother || mother.act !== result || (mother.body as string) !== state.body)
      return refuse("F-11", "another-mother");
    if (child.type !== may.type) return refuse("F-11", "another-type", { type: child.type });
    return admitted("F-11", result, true);
  },
  apply: (state, act, cx, proved) => {
    const { result, body } = act.data;
    if (proved) {
      state.founding.mayEstablish.delete(result);
      state.founding.children = state.founding.children.filter((c) => c.result !== result);
    }
    state.founding.children.push({ body: body as unknown as BodyId, result, at: cx.at, by: act.by, proved });
  },
});

export const foundingRules: readonly AnyKind[] = [foundKind, establishedKind, ...listRules];
