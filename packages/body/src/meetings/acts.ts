/**
 * Meetings (G-20 ff.): a call with notice, an agenda that those present amend, a board whose powers are
 * numbered and overridable, a list of speakers, adjournment and interruption. They stand on the bare
 * sittings: a sitting may say which call it holds. What is decided about the meeting's own course is a
 * motion with a `procedure` subject, voted like any other.
 */
import * as z from "zod/mini";
import { actId, cardCode, label, memberId, millis, openRef } from "../engine/fields.ts";

/** `decide` may bind; `consult` asks and binds nothing; `inform` tells of what is decided already. */
export const meetingType = z.enum(["decide", "consult", "inform"]);
export type MeetingType = z.infer<typeof meetingType>;

/** A call: it stands once so many members have signed it as the rules ask; no officer is needed, none can refuse (G-20). */
export const meetingCall = z.strictObject({
  title: openRef,
  /** Why it is called; for consult and inform also what those who come may still change (G-22). */
  reason: openRef,
  type: meetingType,
  starts: millis,
  /** May be given later, to members only. */
  place: z.optional(openRef),
  /** Until when members' items come onto the agenda by themselves (G-24). */
  itemsUntil: z.optional(millis),
  /** Halls or sittings in which it is held at once or in turn; without, one. */
  halls: z.optional(z.array(label).check(z.minLength(1), z.maxLength(50))),
});
export type MeetingCall = z.infer<typeof meetingCall>;

/** A member signs a call (the caller's own signature is the call itself). */
export const meetingSign = z.strictObject({ call: actId });
/** The place, given late (G-23); by the caller or one who signed. */
export const meetingPlace = z.strictObject({ call: actId, place: openRef });
/** An item for the agenda: by anyone who called, or by any member until `itemsUntil` (G-24). */
export const meetingItem = z.strictObject({
  call: actId,
  title: openRef,
  text: z.optional(openRef),
  motion: z.optional(actId),
  election: z.optional(actId),
});
/** Names people who are to get new keys or a new card at the door (K-11). */
export const meetingKeys = z.strictObject({
  call: actId,
  members: z.array(memberId).check(z.minLength(1), z.maxLength(100)),
});
export type MeetingKeys = z.infer<typeof meetingKeys>;
export type MeetingSign = z.infer<typeof meetingSign>;
export type MeetingPlace = z.infer<typeof meetingPlace>;
export type MeetingItem = z.infer<typeof meetingItem>;

/**
 * What those present decide about their own meeting: the subject of a procedural motion, put at a
 * sitting and voted by hands at once (G-30). Its text is the mover's reason.
 */
export const procedure = z.discriminatedUnion("what", [
  /** Who presides and writes; the tellers may change too. */
  z.strictObject({
    what: z.literal("board"),
    chair: memberId,
    secretary: z.optional(memberId),
    tellers: z.optional(z.array(memberId).check(z.minLength(2), z.maxLength(8))),
    /** Who counts the vote on these tellers for the side that puts them; left out, who puts them (G-45). */
    counts: z.optional(memberId),
  }),
  /** The chair's ruling on something is set aside; what counts instead stands in the text. */
  z.strictObject({ what: z.literal("overrule") }),
  /** These open items in this order; those left out are put off, except any other business (G-33). */
  z.strictObject({
    what: z.literal("agenda"),
    order: z.array(actId).check(z.maxLength(100)),
    /** Any other business stays: `false` is refused (G-35). */
    aob: z.optional(z.boolean()),
  }),
  /** An item that nobody gave notice of (G-34): may be talked of and decided, but nothing that needs notice. */
  z.strictObject({ what: z.literal("urgent"), title: openRef, motion: z.optional(actId) }),
  /** End the debate on the item under way and vote. */
  z.strictObject({ what: z.literal("proceed") }),
  /** No further speakers are put on the list of the item under way. */
  z.strictObject({ what: z.literal("close-list") }),
  /** Seconds that each speaker has from now on. */
  z.strictObject({ what: z.literal("time-limit"), seconds: z.int().check(z.gte(10), z.lte(7200)) }),
  /** Puts off one item, or the whole sitting, to a date: what was put off returns by itself (G-35). */
  z.strictObject({ what: z.literal("adjourn"), item: z.optional(actId), returns: millis }),
  /** Puts somebody outside the hall for this sitting; their vote and their seat stay (L18, G-38). */
  z.strictObject({ what: z.literal("exclude"), member: memberId }),
]);
export type Procedure = z.infer<typeof procedure>;

/** The chair opens an item; in the order of the agenda (G-33). `aob` is any other business. */
export const itemOpen = z.strictObject({ sitting: actId, item: z.union([actId, z.literal("aob")]) });
export const itemClose = z.strictObject({ sitting: actId });
/** Asking for the floor: members and guests (L7); `member`: entered by chair or teller for one without a device. */
export const floorAsk = z.strictObject({ sitting: actId, member: z.optional(memberId) });
/** Taking oneself off the list. */
export const floorLeave = z.strictObject({ sitting: actId, member: z.optional(memberId) });
/** The chair gives the floor to the next: first-time speakers of the sitting first, then in the order of asking (G-36). */
export const floorGive = z.strictObject({ sitting: actId, speaker: memberId });
export const floorEnd = z.strictObject({ sitting: actId });
/** Taking part from outside the hall: this member's device counts, their hand in the hall does not (G-40). */
export const sittingRemote = z.strictObject({ sitting: actId });
/** Back in the hall: from the next vote on. */
export const sittingHall = z.strictObject({ sitting: actId });
/**
 * I am there (G-44): signed in the hall, on one's own device. `member`, `code`: entered by one who runs the sitting for
 * somebody with a card, with one code of it, which is spent.
 */
export const sittingHere = z
  .strictObject({ sitting: actId, member: z.optional(memberId), code: z.optional(cardCode) })
  .check(z.refine((d) => (d.member === undefined) === (d.code === undefined), { path: ["member"] }));
/** The sitting was broken up: what was not reached is carried over, nothing counts as refused (G-37). */
export const sittingInterrupt = z.strictObject({ sitting: actId, reason: openRef });

export type ItemOpen = z.infer<typeof itemOpen>;
export type ItemClose = z.infer<typeof itemClose>;
export type FloorAsk = z.infer<typeof floorAsk>;
export type FloorLeave = z.infer<typeof floorLeave>;
export type FloorGive = z.infer<typeof floorGive>;
export type FloorEnd = z.infer<typeof floorEnd>;
export type SittingRemote = z.infer<typeof sittingRemote>;
export type SittingHall = z.infer<typeof sittingHall>;
export type SittingHere = z.infer<typeof sittingHere>;
export type SittingInterrupt = z.infer<typeof sittingInterrupt>;

export const meetingKinds = [
  "meeting.call",
  "meeting.sign",
  "meeting.place",
  "meeting.item",
  "meeting.keys",
  "item.open",
  "item.close",
  "floor.ask",
  "floor.leave",
  "floor.give",
  "floor.end",
  "sitting.remote",
  "sitting.hall",
  "sitting.here",
  "sitting.interrupt",
] as const;
