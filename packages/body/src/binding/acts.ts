/** What binds (B rules): deciding at once by signatures, and putting what a meeting decided to all. */
import * as z from "zod/mini";
import { actId, cardCode, count, hash, memberId, millis } from "../engine/fields.ts";
import { counts } from "../votes/acts.ts";

/** Agrees that this exact text, or this ballot, be decided now; says nothing of how one will vote (B-5). */
export const nowAgree = z
  .strictObject({ motion: z.optional(actId), election: z.optional(actId), version: hash })
  .check(z.refine((d) => (d.motion === undefined) !== (d.election === undefined), { path: ["motion"] }));
/** Signs for a plain text, or for the end of an office (O-14): it is decided when more than half of all members have (B-6). */
export const nowSign = z.strictObject({ motion: actId, version: hash });
/** Takes one's own agreement or signature back, while nothing has come of it (B-5, B-6). */
export const nowBack = z
  .strictObject({ motion: z.optional(actId), election: z.optional(actId) })
  .check(z.refine((d) => (d.motion === undefined) !== (d.election === undefined), { path: ["motion"] }));
/** The same for a member with a card: entered by one member with a code of the card, cosigned by another (K-8). */
export const nowCard = z.strictObject({
  what: z.enum(["agree", "sign"]),
  motion: actId,
  version: hash,
  member: memberId,
  /** The code as printed on the card. */
  code: cardCode,
});
/** Asks that what a meeting decided be put to all (B-9). */
export const putAll = z.strictObject({ result: actId });

/**
 * A vote held in a hall on paper, without any device: entered by its chair, signed by each of its tellers (B-13).
 */
export const paperVote = z
  .strictObject({
    /** The call of the meeting that was held. */
    call: actId,
    motion: z.optional(actId),
    election: z.optional(actId),
    version: hash,
    mode: z.enum(["hands", "paper"]),
    counts,
    /** The headcount at the vote. */
    present: count,
    tellers: z.array(memberId).check(z.minLength(2), z.maxLength(8)),
    /** When the vote was held. */
    held: millis,
  })
  .check(z.refine((d) => (d.motion === undefined) !== (d.election === undefined), { path: ["motion"] }));
/** A teller of that hall signs that this was the count (B-13). */
export const paperSign = z.strictObject({ vote: actId });
export type PaperVote = z.infer<typeof paperVote>;
export type PaperSign = z.infer<typeof paperSign>;

export type NowAgree = z.infer<typeof nowAgree>;
export type NowSign = z.infer<typeof nowSign>;
export type NowBack = z.infer<typeof nowBack>;
export type NowCard = z.infer<typeof nowCard>;
export type PutAll = z.infer<typeof putAll>;

export const bindingKinds = [
  "now.agree",
  "now.sign",
  "now.back",
  "now.card",
  "put.all",
  "paper.vote",
  "paper.sign",
] as const;
