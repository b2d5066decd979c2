/** Motions and their texts (V-1 to V-19, V-45 to V-50): exact versions by hash, open discussion, minority statements. */
import * as z from "zod/mini";
import { GROUNDS } from "../archive/acts.ts";
import { actId, hash, keyId, label, memberId, millis, openRef } from "../engine/fields.ts";
import { bodyType } from "../founding/acts.ts";
import { procedure } from "../meetings/acts.ts";
import { statutesChanges } from "../statutes/acts.ts";
import { STAY_GROUNDS } from "../voice/acts.ts";

const paragraph = z.int().check(z.gte(1), z.lte(100_000));

/** Where an amendment changes a text (V-45): paragraphs of it, numbered from 1; `after: 0` is before the first. */
export const place = z.discriminatedUnion("what", [
  z
    .strictObject({ what: z.literal("replace"), from: paragraph, to: paragraph })
    .check(z.refine((p) => p.from <= p.to, { path: ["to"] })),
  z
    .strictObject({ what: z.literal("strike"), from: paragraph, to: paragraph })
    .check(z.refine((p) => p.from <= p.to, { path: ["to"] })),
  z.strictObject({ what: z.literal("insert"), after: z.int().check(z.gte(0), z.lte(100_000)) }),
]);

const hashes = z.array(hash).check(z.minLength(1), z.maxLength(50));

/**
 * On which grounds an admission is contested (M-12), all of them about the admission: there is no such person; they
 * are here twice, or under another's name; nobody saw them; what our rules ask of newcomers wasn't met.
 */
export const CONTEST_GROUNDS = ["invented", "twice", "another-name", "not-seen", "conditions"] as const;
export type ContestGround = (typeof CONTEST_GROUNDS)[number];

/** What a motion would do if carried. `text` does nothing by itself: people do it. */
export const subject = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text") }),
  /** Changes some parameters of the statutes (S-5); the text holds the sentences that would change, or the reasons. */
  z.strictObject({ type: z.literal("statutes"), changes: statutesChanges }),
  /** Admits an applicant, or ends a contested admission (M-9, M-12). */
  z.strictObject({ type: z.literal("admission"), member: memberId }),
  z.strictObject({ type: z.literal("contest"), member: memberId, ground: z.enum(CONTEST_GROUNDS) }),
  /** Opens the door to so many newcomers for a time (M-27). */
  z.strictObject({ type: z.literal("door"), places: z.int().check(z.gte(1), z.lte(10_000)), until: millis }),
  /** Ends a guest's stay, or brings back whose stay was ended (N-8); the text gives the reasons. */
  z.strictObject({ type: z.literal("guest-stay"), member: memberId, ground: z.enum(STAY_GROUNDS) }),
  z.strictObject({ type: z.literal("stay-again"), member: memberId }),
  /**
   * Decides over every key of somebody (K-15); `before`: two whom the meeting sends to them, who enter the new ones.
   * `device`: the key of their new device, where it is known beforehand; it signs for the reserve key itself (K-4).
   */
  z.strictObject({
    type: z.literal("keys"),
    member: memberId,
    device: z.optional(keyId),
    before: z.optional(z.array(memberId).check(z.minLength(2), z.maxLength(2))),
  }),
  /** Founds another body with so many seats; the text is its mandate (F-10). `founder`: who founds it and says so (F-11), where it isn't who moves this. */
  z.strictObject({
    type: z.literal("establish"),
    body: bodyType,
    seats: z.int().check(z.gte(1), z.lte(10_000)),
    founder: z.optional(memberId),
  }),
  /** Takes attachments out of view (E-3); the text gives the reasons. */
  z.strictObject({ type: z.literal("erasure"), attachments: hashes, ground: z.enum(GROUNDS) }),
  /** Brings back what was taken out of view, while an appeal waits (E-9). */
  z.strictObject({ type: z.literal("restore"), attachments: hashes }),
  /** Ends an office before its term (O-14): `office` is the election that gave it. */
  z.strictObject({ type: z.literal("end-office"), office: actId, holder: memberId }),
  /** Names a server that holds a copy and may read entries (W-5). */
  z.strictObject({ type: z.literal("copy"), key: keyId }),
  /** About the course of a sitting itself (G-30); the text is the mover's reason. */
  z.strictObject({ type: z.literal("procedure"), procedure }),
  /**
   * Changes another motion's text (V-45): `base` is the text that its mover gave it; the amendment's own
   * text holds the new words, or, where it only strikes, the reason.
   */
  z.strictObject({ type: z.literal("amendment"), motion: actId, base: hash, place }),
]);
export type Subject = z.infer<typeof subject>;
export type Amendment = Extract<Subject, { type: "amendment" }>;

export const move = z.strictObject({
  title: openRef,
  text: openRef,
  subject,
  /** Put at this sitting. */
  sitting: z.optional(actId),
  /** One text in many sittings: adopted when each of these sections adopts the same version (V-14). */
  sections: z.optional(z.array(label).check(z.minLength(2), z.maxLength(200))),
});
export type Move = z.infer<typeof move>;

/** A new version, by the mover, while no vote on it is open. */
export const revise = z.strictObject({ motion: actId, text: openRef, title: z.optional(openRef) });
export const second = z.strictObject({ motion: actId });
export const withdraw = z.strictObject({ motion: actId });
/** The mover of a motion takes an amendment into its text, without a vote (V-47). */
export const accept = z.strictObject({ motion: actId });
/** A remark in open discussion; guests may speak (L7). */
export const say = z.strictObject({ about: actId, text: openRef });
/** A minority's own words beside a decision; nobody can refuse it (L18). */
export const minority = z.strictObject({ motion: actId, text: openRef });
/** So many members ask that the vote be secret on paper (V-9); for an election one is enough (O-6). */
export const askSecret = z
  .strictObject({ motion: z.optional(actId), election: z.optional(actId) })
  .check(z.refine((d) => (d.motion === undefined) !== (d.election === undefined), { path: ["motion"] }));

export type Revise = z.infer<typeof revise>;
export type Second = z.infer<typeof second>;
export type Withdraw = z.infer<typeof withdraw>;
export type Accept = z.infer<typeof accept>;
export type Say = z.infer<typeof say>;
export type Minority = z.infer<typeof minority>;
export type AskSecret = z.infer<typeof askSecret>;

export const motionKinds = ["move", "revise", "second", "withdraw", "accept", "say", "minority", "ask.secret"] as const;
