/**
 * Evidence that a child was founded (F-11), for the mother's record: the child's founding act itself.
 * It needs nothing else, because a body's id is the hash of its founding act.
 */
import { type ActId, type BodyId, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import { type Act, parseAct, type Signed } from "@nabat/record";
import type { Evidence } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { found, type Found } from "./acts.ts";

/** What the caller must still check with a signature function before it trusts the evidence. */
export interface ChildEvidence {
  readonly child: NonNullable<Evidence["child"]>;
  readonly signed: Signed<Act>;
}

/** Reads a founding act's canonical bytes as evidence; all but its signature is checked. Refuses F-11. */
export function readChildEvidence(sha256: Sha256, bytes: Uint8Array): Result<ChildEvidence> {
  const parsed = parseAct(sha256, bytes);
  if (!parsed.ok) return refuse("F-11", "bad-evidence", { what: "act" });
  const { document, id } = parsed.value;
  if (document.kind !== "found" || document.body !== undefined || !found.safeParse(document.data).success)
    return refuse("F-11", "bad-evidence", { what: "not-a-founding" });
  const data = document.data as unknown as Found;
  const mother = data.establishedBy ? { establishedBy: data.establishedBy } : {};
  return ok({ child: { body: id as unknown as BodyId, type: data.type, ...mother }, signed: parsed.value });
}

/** What a mother's state says of a decision `establish`, by its result; `undefined` where there is none or it was used (F-10). */
export function motherEvidence(mother: State, result: ActId): Evidence["parent"] {
  const may = mother.founding.mayEstablish.get(result);
  if (!may) return undefined;
  return {
    body: mother.body,
    act: result,
    establishes: { type: may.type, seats: may.seats, text: may.text },
    at: may.at,
    from: may.from,
  };
}
