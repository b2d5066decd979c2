/**
 * Votes (V-20 ff.): called on one exact version, by hands, on secret paper, on devices by count, or
 * by name. Positions on devices are openings beside the record; the act holds a salted commitment.
 */
import { canonicalBytes } from "@nabat/kernel";
import * as z from "zod/mini";
import { actId, count, hash, memberId, millis, refOf } from "../engine/fields.ts";

/** The four positions on a motion. `taking-part`: opposed, yet taking part; counted apart, as against. */
export const POSITIONS = ["for", "against", "abstain", "taking-part"] as const;
export type Position = (typeof POSITIONS)[number];

/**
 * `hands`: counted by the sitting's tellers. `paper`: secret, counted by the tellers.
 * `count`: on devices, positions sealed to two tellers. `name`: on devices, positions readable by members.
 */
export const voteMode = z.enum(["hands", "paper", "count", "name"]);
export type VoteMode = z.infer<typeof voteMode>;

export const voteOpen = z.strictObject({
  motion: actId,
  /** Hash of the exact text. */
  version: hash,
  mode: voteMode,
  /** Within a sitting; else `closes` is needed. */
  sitting: z.optional(actId),
  closes: z.optional(millis),
  /** For `count` outside a sitting: the two tellers positions are sealed to. */
  tellers: z.optional(z.array(memberId).check(z.minLength(2), z.maxLength(8))),
});
export type VoteOpen = z.infer<typeof voteOpen>;

/** `commit` = SHA-256 of {@link openingBytes}; `opening` is the attachment that holds the opening. */
export const voteCast = z.strictObject({
  vote: actId,
  version: hash,
  commit: hash,
  opening: refOf("members", "closed"),
});
export type VoteCast = z.infer<typeof voteCast>;

/** A position for a member without a device: one teller enters it, spending a code; the other cosigns. */
export const voteCard = z.strictObject({
  vote: actId,
  version: hash,
  member: memberId,
  /** The code as printed on the card. */
  code: z.string().check(z.regex(/^[A-Z0-9]{6,20}$/)),
  commit: hash,
  opening: refOf("members", "closed"),
});
export type VoteCard = z.infer<typeof voteCard>;

/** What a commitment hides: `{choice, salt, vote}` with a salt of 16 bytes in hex. */
export function openingBytes(vote: string, choice: string | readonly string[], salt: string): Uint8Array {
  return canonicalBytes({ choice, salt, vote });
}

/** Counts per key: the four positions for a motion; option keys, `blank` and `invalid` otherwise. */
export const counts = z.record(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)), count);
export type Counts = z.infer<typeof counts>;

export const voteClose = z.strictObject({ vote: actId });
/** A teller's own count. For hands and paper `present` is the headcount at this vote. */
export const tally = z.strictObject({ vote: actId, counts, present: z.optional(count), byTellers: z.optional(count) });
/**
 * A declaration: what the vote decided. Any member may enter it; `admit` recomputes it and refuses a
 * false one. `whole` is the number entitled to vote when it was called.
 */
export const result = z.strictObject({
  vote: actId,
  counts,
  whole: count,
  present: z.optional(count),
  outcome: z.enum(["carried", "lost", "no-quorum", "tied"]),
});
export type VoteClose = z.infer<typeof voteClose>;
export type Tally = z.infer<typeof tally>;
export type ResultDeclared = z.infer<typeof result>;

export const voteKinds = ["vote.open", "vote.cast", "vote.card", "vote.close", "tally", "result"] as const;
