/** What binds (B rules): deciding at once by signatures, and putting what a meeting decided to all. */
import * as z from "zod/mini";
import { actId, hash, memberId } from "../engine/fields.ts";

/** Agrees that this exact text, or this ballot, be decided now; says nothing of how one will vote (B-5). */
export const nowAgree = z
  .strictObject({ motion: z.optional(actId), election: z.optional(actId), version: hash })
  .check(z.refine((d) => (d.motion === undefined) !== (d.election === undefined)));
/** Signs for a plain text: it is decided when more than half of all members have (B-6). */
export const nowSign = z.strictObject({ motion: actId, version: hash });
/** Takes one's own agreement or signature back, while nothing has come of it (B-5, B-6). */
export const nowBack = z.strictObject({ motion: actId });
/** The same for a member with a card: entered by one member with a code of the card, cosigned by another (K-8). */
export const nowCard = z.strictObject({
  what: z.enum(["agree", "sign"]),
  motion: actId,
  version: hash,
  member: memberId,
  /** The code as printed on the card. */
  code: z.string().check(z.regex(/^[A-Z0-9]{6,20}$/)),
});
/** Asks that what a meeting decided be put to all (B-9). */
export const putAll = z.strictObject({ result: actId });

export type NowAgree = z.infer<typeof nowAgree>;
export type NowSign = z.infer<typeof nowSign>;
export type NowBack = z.infer<typeof nowBack>;
export type NowCard = z.infer<typeof nowCard>;
export type PutAll = z.infer<typeof putAll>;

export const bindingKinds = ["now.agree", "now.sign", "now.back", "now.card", "put.all"] as const;
