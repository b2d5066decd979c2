/**
 * Evidence from outside (R-14, F-10, F-11): the bytes that an entry names must be kept, must be the ones it
 * names, and every signature in them must hold before a rule reads them.
 */
import { type Hash, ok, refuse, type Result, type Sha256, toHex } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { Evidence } from "../engine/kind.ts";
import { readChildEvidence } from "../founding/child.ts";
import { readParentEvidence } from "../founding/evidence.ts";
import { signedByClerk } from "./head.ts";
import type { CheckSignature } from "./read-entries.ts";
import type { Source } from "./source.ts";

/** The evidence that an act's entry names. */
export async function readEvidence(
  sha256: Sha256,
  check: CheckSignature,
  source: Pick<Source, "evidence">,
  act: Act,
  hash: Hash,
): Promise<Result<Evidence>> {
  const bytes = await source.evidence(hash);
  if (bytes === undefined) return refuse("R-14", "evidence-missing", { hash });
  if (toHex(sha256(bytes)) !== hash) return refuse("R-14", "evidence-altered", { hash });
  switch (act.kind) {
    case "found":
      return parentEvidence(sha256, check, bytes);
    case "established":
      return childEvidence(sha256, check, bytes);
    default:
      return refuse("R-14", "evidence-for-nothing", { kind: act.kind });
  }
}

/** F-10: the decision that established this body. */
async function parentEvidence(sha256: Sha256, check: CheckSignature, bytes: Uint8Array): Promise<Result<Evidence>> {
  const read = readParentEvidence(sha256, bytes);
  if (!read.ok) return read;
  const { parent, checkpoint, clerk, signed } = read.value;
  const held = await Promise.all(signed.map((s) => check(s.key, s.message, s.signature)));
  if (held.includes(false)) return refuse("F-10", "bad-evidence", { what: "signature" });
  const unsigned = await signedByClerk(sha256, check, { body: parent.body, ...checkpoint }, clerk);
  return unsigned ?? ok({ parent });
}

/** F-11: the founding act of a body established from here. */
async function childEvidence(sha256: Sha256, check: CheckSignature, bytes: Uint8Array): Promise<Result<Evidence>> {
  const read = readChildEvidence(sha256, bytes);
  if (!read.ok) return read;
  const { child, signed } = read.value;
  const held = await check(signed.key, signed.message, signed.signature);
  return held ? ok({ child }) : refuse("F-11", "bad-evidence", { what: "signature" });
}
