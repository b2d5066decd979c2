/** Membership (M rules): invitations, joining, vouching, cards, leaving. */
import * as z from "zod/mini";
import { actId, boxKey, cardCode, hash, keyId, memberId, millis, refOf, signatureHex } from "../engine/fields.ts";
import { enrolment } from "../keys/acts.ts";

export * from "./signed-bytes.ts";

export const invitedAs = z.enum(["founder", "member", "guest"]);
export type InvitedAs = z.infer<typeof invitedAs>;

/**
 * An invitation: the link or sheet carries a one-time private key, the record its public half. So no
 * server holds a secret, and the record proves who invited whom. `many` (a group link) makes guests only.
 */
export const invite = z.strictObject({
  key: keyId,
  as: invitedAs,
  until: millis,
  many: z.optional(z.literal(true)),
});
export type Invite = z.infer<typeof invite>;

/** Ends an invitation that was not used; by who made it. */
export const inviteEnd = z.strictObject({ invitation: actId });

/** Signed by the new device key. `invited` is the invitation key's signature over {@link joinBytes}. */
export const join = z.strictObject({
  invitation: actId,
  invited: signatureHex,
  enrol: enrolment,
  name: refOf("members", "public"),
});
export type Join = z.infer<typeof join>;

/** A guest asks to become a member, with a personal invitation. */
export const apply = z.strictObject({ invitation: actId, invited: signatureHex });
export const vouch = z.strictObject({ member: memberId });
/**
 * These newcomers were met in person (M-24): by one on the drawn list; or with `sitting`, by one of two elected
 * tellers of a called meeting, cosigned by the other.
 */
export const seen = z.strictObject({
  sitting: z.optional(actId),
  members: z.array(memberId).check(z.minLength(1), z.maxLength(100)),
});
/**
 * A member without a device: a card of one-time codes. A newcomer's is entered by one elected teller of a called
 * meeting (or any member, before adoption), cosigned by another (M-13); another card for who has one is asked for as
 * keys are, with or without a sitting or a decision (K-17). `codes` are hashes of salted codes ({@link cardCodeBytes}).
 */
export const card = z
  .strictObject({
    member: memberId,
    name: refOf("members", "public"),
    codes: z.array(hash).check(z.minLength(1), z.maxLength(40)),
    sitting: z.optional(actId),
    decided: z.optional(actId),
  })
  .check(z.refine((d) => d.sitting === undefined || d.decided === undefined, { path: ["decided"] }));
export type Card = z.infer<typeof card>;
/** A third member says of a newcomer's card that this person is there (M-28). `card` is the act that entered it. */
export const cardConfirm = z.strictObject({ card: actId });
export type CardConfirm = z.infer<typeof cardConfirm>;

/** My word for a newcomer: who has had a vote for half a year says so (M-26). */
export const sponsor = z.strictObject({ member: memberId });
/** This newcomer takes the place that is free (M-26), of a door too (M-27). */
export const takePlace = z.strictObject({ member: memberId });
/** Draws greeters among all who offered to count (M-25). */
export const greetDraw = z.strictObject({});
/** The secret behind the signer's offer, for that lot (M-25). */
export const greetReveal = z.strictObject({ draw: actId, secret: boxKey });

export const leave = z.strictObject({});
/** Signed by the reserve key: it wasn't this person who left, but somebody with their device (K-16). */
export const leaveUndo = z.strictObject({});
export type LeaveUndo = z.infer<typeof leaveUndo>;
/**
 * Who has a card and no device leaves: one member enters it with a code of the card, another cosigns (M-16, K-8). `member`
 * leaves, not who signs.
 */
export const leaveCard = z.strictObject({ member: memberId, code: cardCode });
export type LeaveCard = z.infer<typeof leaveCard>;
/** They take it back with another code of the card; any member enters it alone (K-16). */
export const leaveCardUndo = z.strictObject({ member: memberId, code: cardCode });
export type LeaveCardUndo = z.infer<typeof leaveCardUndo>;
/** A member changes the name that others see. */
export const rename = z.strictObject({ name: refOf("members", "public") });

/** Asks a member who gave no sign for a year whether they are still there (M-19). */
export const restAsk = z.strictObject({ member: memberId });
export type RestAsk = z.infer<typeof restAsk>;
/** "I am here": a sign and nothing else (M-20). */
export const restHere = z.strictObject({});
export type RestHere = z.infer<typeof restHere>;

export type InviteEnd = z.infer<typeof inviteEnd>;
export type Apply = z.infer<typeof apply>;
export type Vouch = z.infer<typeof vouch>;
export type Seen = z.infer<typeof seen>;
export type Sponsor = z.infer<typeof sponsor>;
export type TakePlace = z.infer<typeof takePlace>;
export type GreetDraw = z.infer<typeof greetDraw>;
export type GreetReveal = z.infer<typeof greetReveal>;
export type Leave = z.infer<typeof leave>;
export type Rename = z.infer<typeof rename>;

export const memberKinds = [
  "invite",
  "invite.end",
  "join",
  "apply",
  "vouch",
  "seen",
  "sponsor",
  "place",
  "greet.draw",
  "greet.reveal",
  "card",
  "card.confirm",
  "leave",
  "leave.undo",
  "leave.card",
  "leave.card.undo",
  "rename",
  "rest.ask",
  "rest.here",
] as const;
