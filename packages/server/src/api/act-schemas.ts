/**
 * JSON Schema of an act and of the data of every kind, from the very schemas that the rules check with:
 * enough for others to write clients in any language.
 */
import { KINDS } from "@nabat/body";
import * as z from "zod";

const hex = (n: number) => ({ type: "string", pattern: `^[0-9a-f]{${n}}$` });

const PROOF = {
  type: "object",
  description: "W3C Data Integrity, cryptosuite eddsa-jcs-2022 (rules R-5, R-6).",
  required: ["type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"],
  additionalProperties: false,
  properties: {
    type: { const: "DataIntegrityProof" },
    cryptosuite: { const: "eddsa-jcs-2022" },
    verificationMethod: { type: "string", description: "did:key:K#K for the Ed25519 multikey K" },
    proofPurpose: { const: "assertionMethod" },
    proofValue: { type: "string", description: "z and base58btc of 64 signature bytes" },
  },
};

/** Schemas by name: `Act`, and `data.<kind>` for every kind of act. */
export function actSchemas(): Record<string, unknown> {
  const act = {
    type: "object",
    description:
      "A signed act (rules R-1 to R-9). `data` is of the schema `data.<kind>`. A founding act has neither `body` nor `saw`.",
    required: ["v", "seq", "kind", "by", "at", "data", "proof"],
    additionalProperties: false,
    properties: {
      v: { const: 1 },
      body: hex(64),
      seq: { type: "integer", minimum: 1, description: "Counts per signing key, without a gap." },
      kind: { enum: [...KINDS.keys()] },
      by: { ...hex(32), description: "The member's id." },
      at: { type: "integer", description: "The author's own clock, ms since 1970; no rule reads it." },
      saw: {
        type: "object",
        required: ["size", "root"],
        additionalProperties: false,
        properties: { size: { type: "integer", minimum: 1 }, root: hex(64) },
      },
      data: { type: "object" },
      proof: PROOF,
    },
  };
  const data = [...KINDS.values()].map((kind) => [
    `data.${kind.kind}`,
    z.toJSONSchema(kind.schema as never, { unrepresentable: "any" }),
  ]);
  return { Act: act, ...Object.fromEntries(data) };
}
