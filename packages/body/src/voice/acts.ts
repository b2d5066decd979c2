/** A guest's stay (N rules): an appeal against its end, and a day of silence that two members ask for. */
import * as z from "zod/mini";
import { cardCode, memberId, openRef } from "../engine/fields.ts";

/** On which ground a decision ends a guest's stay (N-8): a flood of entries, harm to a person, a false name, another one. */
export const STAY_GROUNDS = ["flood", "harm", "false-name", "other"] as const;
export type StayGround = (typeof STAY_GROUNDS)[number];

/**
 * By a guest whose stay was ended, within thirty days (N-8); with words of their own or without. For who had a card any
 * member enters it, with a code of it: then `member` appeals, not who signs.
 */
export const stayAppeal = z
  .strictObject({ text: z.optional(openRef), member: z.optional(memberId), code: z.optional(cardCode) })
  .check(z.refine((d) => (d.member === undefined) === (d.code === undefined), { path: ["code"] }));
export type StayAppeal = z.infer<typeof stayAppeal>;

/** A guest is still for a day: asked for by one who has a vote, cosigned by another (N-9, K-8). */
export const guestStill = z.strictObject({ member: memberId });
export type GuestStill = z.infer<typeof guestStill>;

export const voiceKinds = ["stay.appeal", "guest.still"] as const;
