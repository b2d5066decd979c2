/**
 * Accounts (A rules): what a witness or a source says of an event, kept side by side with what
 * others say (L8). Nothing is merged; nothing becomes "unanimous" because nobody is on record against.
 */
import * as z from "zod/mini";
import { actId, count, millis, openRef } from "../engine/fields.ts";
import { counts } from "../votes/acts.ts";

export const figure = z.strictObject({
  value: count,
  quality: z.enum(["counted", "estimated", "nearly", "at-least", "at-most"]),
});
/** An outcome in a source's own word. */
export const worded = z.enum(["unanimous", "overwhelming", "majority", "carried", "lost", "unknown"]);
export const account = z.strictObject({
  about: actId,
  /** Who says so and where: a text. */
  source: openRef,
  present: z.optional(figure),
  counts: z.optional(counts),
  /** How the source words the outcome. */
  says: z.optional(worded),
  /** Other words of the same source for the same outcome, where it contradicts itself. */
  also: z.optional(z.array(worded).check(z.minLength(1), z.maxLength(3))),
  /** When, if the source gives a date of its own; `about` may be approximate. */
  when: z.optional(z.strictObject({ at: millis, approximate: z.optional(z.literal(true)) })),
});
export type Account = z.infer<typeof account>;
export const accountKinds = ["account"] as const;
