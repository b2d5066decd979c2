/** Bare sittings (G rules): an opener, two named tellers, a headcount. The meeting chapter builds on it. */
import * as z from "zod/mini";
import { actId, count, label, memberId, openRef } from "../engine/fields.ts";

export const sittingOpen = z.strictObject({
  title: openRef,
  /** Two members who count; neither is the other. */
  tellers: z.array(memberId).check(z.minLength(2), z.maxLength(8)),
  /** One of several sittings of the same gathering: a section, a hall. */
  section: z.optional(label),
  place: z.optional(openRef),
  /** The call of the meeting that it holds, and in which of its halls (G-27). */
  call: z.optional(actId),
  hall: z.optional(label),
});
export type SittingOpen = z.infer<typeof sittingOpen>;

/** A teller's headcount of members present (and guests). Each teller signs their own. */
export const sittingCount = z.strictObject({ sitting: actId, present: count, guests: z.optional(count) });
export type SittingCount = z.infer<typeof sittingCount>;

export const sittingClose = z.strictObject({ sitting: actId });
export type SittingClose = z.infer<typeof sittingClose>;

export const sittingKinds = ["sitting.open", "sitting.count", "sitting.close"] as const;
