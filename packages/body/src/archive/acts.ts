/** Erasure, declarations of state, copies (E, D, W rules), and the data of notices. */
import * as z from "zod/mini";
import { actId, hash, keyId, millis, openRef, refOf } from "../engine/fields.ts";

/** By the person concerned (the author): the bytes go, the hash stays (E-1). */
export const erase = z.strictObject({ attachments: z.array(hash).check(z.minLength(1), z.maxLength(50)) });
export type Erase = z.infer<typeof erase>;

/** On which ground a decision takes words out of view (E-3). */
export const GROUNDS = ["harms-a-person", "unlawful", "not-ours-to-keep"] as const;
export type Ground = (typeof GROUNDS)[number];

/** Against a decision that took these words out of view (E-8). */
export const appeal = z.strictObject({ attachment: hash });
export type Appeal = z.infer<typeof appeal>;

/** Declares the state's hash at a size, so that others can point to it (D-2). */
export const stateDeclared = z.strictObject({ size: z.int().check(z.gte(1)), state: hash });
export type StateDeclared = z.infer<typeof stateDeclared>;

/** Names a server that watches growth and cosigns; it reads no content (W-4). */
export const witnessName = z.strictObject({ key: keyId, name: z.optional(openRef) });
export type WitnessName = z.infer<typeof witnessName>;

/** Names a copy-holder without a decision, where the statutes let any member (W-5). */
export const copyName = z.strictObject({ key: keyId, name: z.optional(openRef) });
export type CopyName = z.infer<typeof copyName>;

export const archiveKinds = ["erase", "appeal", "state", "witness", "copy"] as const;

/** Notice `handover`, signed by the old clerk's key: the next epoch's key, and what it hands over. */
export const handover = z.strictObject({ epoch: z.int().check(z.gte(1)), key: keyId, size: z.int(), root: hash });
/** Notice `withheld`: one content not served, openly (L2): duty, until when, where to appeal. */
export const withheld = z.strictObject({
  attachment: hash,
  duty: refOf("public"),
  until: millis,
  appeal: refOf("public"),
});
/** Notice `late-submission`: a copy-holder took this act in at a signed time. */
export const lateSubmission = z.strictObject({ act: actId, taken: millis });
/** Notice `recomputed-by`: a server recomputed the state at a size by the rules. */
export const recomputedBy = z.strictObject({ size: z.int(), state: hash });
export type Handover = z.infer<typeof handover>;
export type Withheld = z.infer<typeof withheld>;
export type LateSubmission = z.infer<typeof lateSubmission>;
export type RecomputedBy = z.infer<typeof recomputedBy>;
