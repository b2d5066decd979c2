/**
 * Votes (V-20 ff.): called on one exact version, by hands, on secret paper, on devices by count, or
 * by name. Positions on devices are openings beside the record; the act holds a salted commitment.
 */
import { canonicalBytes } from "@nabat/kernel";
import * as z from "zod/mini";
import { actId, boxKey, cardCode, count, hash, memberId, millis, refOf } from "../engine/fields.ts";

export * from "./opening-bytes.ts";

/**
 * `hands`: counted by the sitting's tellers. `paper`: secret, counted by the tellers.
 * `count`: on devices, positions sealed to two tellers. `name`: on devices, positions readable by members.
 * `mixed`: hands or paper in the hall, devices for those who take part from outside it (G-40).
 */
export const voteMode = z.enum(["hands", "paper", "count", "name", "mixed"]);
export type VoteMode = z.infer<typeof voteMode>;

export const voteOpen = z
  .strictObject({
    /** What is voted on: a motion or an election, exactly one. */
    motion: z.optional(actId),
    election: z.optional(actId),
    /** Hash of the exact text; for an election of the ballot ({@link ballotBytes}). */
    version: hash,
    mode: voteMode,
    /** Within a sitting; else `closes` is needed. */
    sitting: z.optional(actId),
    closes: z.optional(millis),
    /** Outside a sitting. For `count` the one teller whom the caller names (V-52); for `name` two or more, or none. */
    tellers: z.optional(z.array(memberId).check(z.minLength(1), z.maxLength(8))),
    /** The other open halls of the meeting, whose tellers count too; left out, all of them (G-41). */
    halls: z.optional(z.array(actId).check(z.maxLength(50))),
    /** The decision of a meeting that was put to all: this is the vote over days on it (B-10). */
    again: z.optional(actId),
  })
  .check(z.refine((d) => (d.motion === undefined) !== (d.election === undefined), { path: ["motion"] }));
export type VoteOpen = z.infer<typeof voteOpen>;

/** `commit` = SHA-256 of {@link openingBytes}; `opening` is the attachment that holds the opening. */
export const voteCast = z.strictObject({
  vote: actId,
  version: hash,
  commit: hash,
  opening: refOf("members", "closed"),
});
export type VoteCast = z.infer<typeof voteCast>;

/**
 * A position for a member without a device: one teller enters it, spending a code; the other cosigns. Without a code
 * for whose keys or card are new, at a called meeting, by two of its elected tellers (K-12).
 */
export const voteCard = z.strictObject({
  vote: actId,
  version: hash,
  member: memberId,
  /** The code as printed on the card. */
  code: z.optional(cardCode),
  commit: hash,
  opening: refOf("members", "closed"),
});
export type VoteCard = z.infer<typeof voteCard>;

/** What the voters of an election have before them: who stands, by key, in this round (O-6). */
export function ballotBytes(
  election: string,
  round: number,
  candidates: readonly { readonly key: string; readonly member: string }[],
): Uint8Array {
  return canonicalBytes({ candidates: candidates.map(({ key, member }) => ({ key, member })), election, round });
}

/** Counts per key: the four positions for a motion; option keys, `blank` and `invalid` otherwise. */
export const counts = z.record(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)), count);
export type Counts = z.infer<typeof counts>;

export const voteClose = z.strictObject({ vote: actId });
/** A teller's own count. For hands and paper `present` is the headcount at this vote. */
export const tally = z.strictObject({
  vote: actId,
  counts,
  present: z.optional(count),
  byTellers: z.optional(count),
  /** The teller's own hall, where it isn't the one that the vote was called in (G-41). */
  hall: z.optional(actId),
  /** In a mixed vote: this is the count of the sealed positions, not of the hall (G-40). */
  devices: z.optional(z.literal(true)),
  /** Of sealed positions: SHA-256 of {@link listBytes}, and the list itself (V-56, V-63). */
  list: z.optional(hash),
  file: z.optional(refOf("members")),
});
/**
 * A declaration: what the vote decided. Any member may enter it; `admit` recomputes it and refuses a
 * false one. `whole` is the number entitled to vote when it was called.
 */
export const result = z.strictObject({
  vote: actId,
  counts,
  whole: count,
  present: z.optional(count),
  /** In a mixed vote: those of the counts that came from devices. */
  devices: z.optional(counts),
  outcome: z.enum(["carried", "lost", "no-quorum", "tied", "elected", "reopened"]),
  /** It is an opinion and binds nobody (G-28, B-3). */
  opinion: z.optional(z.literal(true)),
  /** In an election: who was elected, in order. */
  elected: z.optional(z.array(memberId).check(z.maxLength(50))),
});
export type VoteClose = z.infer<typeof voteClose>;
export type Tally = z.infer<typeof tally>;
export type ResultDeclared = z.infer<typeof result>;

/** SHA-256 of 32 bytes in hex, as they would be revealed: an offer to count, should the lot fall on me (V-51). */
export const tellerOffer = z.strictObject({ commit: hash });
export const tellerOfferEnd = z.strictObject({});
/** One signature for a further teller of a vote that hasn't opened yet (V-53). */
export const tellerAdd = z.strictObject({ vote: actId, teller: memberId });
/** The secret behind the signer's offer: for the lot of a vote, or of counting it once more (V-54, V-59). */
export const tellerReveal = z.strictObject({ vote: actId, secret: boxKey, recount: z.optional(z.literal(true)) });
/** My number is missing in this teller's list, or stands there with another position (V-58). Nothing more is said. */
export const numberMissing = z.strictObject({ vote: actId, teller: memberId });
/** The same opening, sealed to those drawn to count once more (V-59). */
export const openingAgain = z.strictObject({ vote: actId, opening: refOf("closed") });
/** How many of those who miss their number are right, of so many who opened again (V-59). */
export const recount = z
  .strictObject({ vote: actId, upheld: count, of: count })
  .check(z.refine((d) => d.upheld <= d.of, { path: ["upheld"] }));
export type TellerOffer = z.infer<typeof tellerOffer>;
export type TellerOfferEnd = z.infer<typeof tellerOfferEnd>;
export type TellerAdd = z.infer<typeof tellerAdd>;
export type TellerReveal = z.infer<typeof tellerReveal>;
export type NumberMissing = z.infer<typeof numberMissing>;
export type OpeningAgain = z.infer<typeof openingAgain>;
export type Recount = z.infer<typeof recount>;

export const voteKinds = [
  "vote.open",
  "vote.cast",
  "vote.card",
  "vote.close",
  "tally",
  "result",
  "teller.offer",
  "teller.offer.end",
  "teller.add",
  "teller.reveal",
  "number.missing",
  "opening.again",
  "recount",
] as const;
