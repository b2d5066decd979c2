/**
 * Founding (F rules). `found` is the one act that needs no authority (L1): it makes a provisional
 * body. Others join as founders; their list is closed, each signs it, and it binds those who did. A body
 * established by another's decision says so and is adopted by that decision.
 */
import { canonicalBytes, type MemberId } from "@nabat/kernel";
import * as z from "zod/mini";
import { actId, cardCode, hash, keyId, memberId, millis, nonce, openRef, refOf } from "../engine/fields.ts";
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

/** Closes the list of those who found (F-14). `people` is the hash of who is on it ({@link peopleBytes}). */
export const listClose = z.strictObject({ people: hash });
/** Opens it again: all its signatures fall (F-15). `list` is the act that closed it, here and below. */
export const listOpen = z.strictObject({ list: actId });
/** Signs this list, and no other (F-16). */
export const listSign = z.strictObject({ list: actId });
/** The same for a member without a device, with a code of their card: two others enter it (F-17, K-8). */
export const listCard = z.strictObject({
  list: actId,
  member: memberId,
  code: cardCode,
});

export type ListClose = z.infer<typeof listClose>;
export type ListOpen = z.infer<typeof listOpen>;
export type ListSign = z.infer<typeof listSign>;
export type ListCard = z.infer<typeof listCard>;

/** Bytes whose SHA-256 stands for the people on a list, whatever their order. */
export function peopleBytes(people: readonly MemberId[]): Uint8Array {
  return canonicalBytes({ founders: people.toSorted() });
}

export const foundingKinds = ["found", "established", "list.close", "list.open", "list.sign", "list.card"] as const;
