/**
 * Founding (F rules). `found` is the one act that needs no authority (L1): it makes a provisional
 * body. Others join as founders; the founding sitting adopts (a motion with subject `founding`);
 * from then on a founder is a member like any other. A body established by another's decision says
 * so and is adopted by that decision.
 */
import * as z from "zod/mini";
import { actId, keyId, millis, nonce, openRef, refOf } from "../engine/fields.ts";
import { enrolment } from "../keys/acts.ts";
import { statutes } from "../statutes/acts.ts";

export const bodyType = z.enum(["assembly", "council", "committee"]);
export type BodyType = z.infer<typeof bodyType>;

export const found = z.strictObject({
  /** 128 random bits in hex; every key of the body is derived with it. */
  nonce,
  type: bodyType,
  /** The name, always public. */
  name: refOf("public"),
  purpose: openRef,
  statutes,
  /** Sentences as members read them. */
  text: openRef,
  founder: enrolment,
  founderName: refOf("members", "public"),
  /** Key of the server that will keep the record in epoch 0. */
  clerk: keyId,
  practice: z.optional(z.literal(true)),
  /** Practice bodies only: where their clock begins. */
  clock: z.optional(millis),
  /** A decision of another body that establishes this one; proved by evidence (F-10). */
  establishedBy: z.optional(z.strictObject({ body: actId, act: actId })),
  /** An organisation that exists already: what is brought in is stated, not yet proved (F-12). */
  existing: z.optional(z.strictObject({ since: millis })),
  /** Fewer than half carried it on from here (DESIGN: succession). */
  continues: z.optional(actId),
});
export type Found = z.infer<typeof found>;

/** In the mother body's record: the body that a carried `establish` decision led to (F-11). */
export const established = z.strictObject({ result: actId, body: actId });
export type Established = z.infer<typeof established>;

export const foundingKinds = ["found", "established"] as const;
