/**
 * Plain elections (O rules): nomination, acceptance, plurality or approval, "reopen nominations",
 * uncontested marked as such, terms that nobody in office can lengthen. By hands unless one person
 * objects, then on secret paper (L9); later the urn.
 */
import * as z from "zod/mini";
import { actId, memberId, millis, openRef } from "../engine/fields.ts";

/** What an office may do, beyond its plain name; a closed list (O-3). */
export const OFFICE_POWERS = ["convene", "keep-minutes", "keep-money", "represent"] as const;

export const electionOpen = z.strictObject({
  /** The office, in the body's own words. */
  title: openRef,
  seats: z.int().check(z.gte(1), z.lte(50)),
  rule: z.enum(["plurality", "approval"]),
  /** Days from the result on. */
  termDays: z.int().check(z.gte(1), z.lte(3660)),
  powers: z.array(z.enum(OFFICE_POWERS)).check(z.maxLength(4)),
  /** Until when candidates are named; at a sitting, until its vote is opened. */
  nominationsUntil: z.optional(millis),
  sitting: z.optional(actId),
});
export type ElectionOpen = z.infer<typeof electionOpen>;

/** `text` is the candidate's or nominator's own words, backers included (L11). */
export const nominate = z.strictObject({ election: actId, candidate: memberId, text: z.optional(openRef) });
/** Only the candidate accepts; who doesn't is not on the ballot (O-5). */
export const nominationAccept = z.strictObject({ election: actId, text: z.optional(openRef) });
export const nominationDecline = z.strictObject({ election: actId });
/** An office-holder resigns; the office is vacant from then on, the history stays. */
export const resign = z.strictObject({ office: actId, reason: z.optional(openRef) });

export type Nominate = z.infer<typeof nominate>;
export type NominationAccept = z.infer<typeof nominationAccept>;
export type NominationDecline = z.infer<typeof nominationDecline>;
export type Resign = z.infer<typeof resign>;

export const electionKinds = [
  "election.open",
  "nominate",
  "nomination.accept",
  "nomination.decline",
  "resign",
] as const;
