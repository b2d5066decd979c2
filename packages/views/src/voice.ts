/** A guest or an applicant: their stay, the day on which they are still, what members may do (N-8, N-9); and one's own stay that was ended. */
import {
  mayAppealByCard,
  mayBringBack,
  mayEndStay,
  mayStill,
  standing,
  STAY_APPEAL_MS,
  stayAppeals,
  stayEndedBy,
  STAYS,
  stillUntil,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import { waitingNow } from "./pending.ts";
import type { BodyReader } from "./reader.ts";
import { mustReadRecord, peopleOf, type Person, type Shown, textsOf, votesHere } from "./shared.ts";

/** A stay that was ended: by which motion, on which ground, and how an appeal stands. */
export interface StayShown {
  readonly motion: ActId;
  readonly title: Shown;
  /** The motion's text: it gives the reasons. */
  readonly reasons: Shown;
  readonly ground: string;
  readonly from: Millis;
  /** Until when an appeal may be made. */
  readonly until: Millis;
  readonly appealed?: { readonly at: Millis; readonly words?: Shown };
}

export interface GuestView {
  readonly person: Person;
  readonly joined: Millis;
  readonly invitedBy?: Person;
  /** Their remarks lately, newest first. */
  readonly remarks: readonly { readonly id: ActId; readonly at: Millis; readonly text: Shown }[];
  /** They are still, or were: until when, and by whose word. */
  readonly stilled?: { readonly until: Millis; readonly by: readonly Person[]; readonly now: boolean };
  /** Somebody has asked that they be still, and it waits for a second. */
  readonly asked?: { readonly id: ActId; readonly by: Person; readonly yours: boolean };
  readonly stay?: StayShown;
  readonly you: {
    readonly still: boolean;
    readonly confirm: boolean;
    readonly end: boolean;
    readonly back: boolean;
    readonly appeal: boolean;
  };
}

/** So many remarks stand on a guest's page. */
const REMARKS = 20;

/** May this viewer read that guest's page: whoever may read the record, and the guest themself (K-10)? */
export function mayReadGuest({ mayRead, mayReadRecord, viewer }: BodyReader, id: MemberId): boolean {
  return mayReadRecord || (mayRead && viewer.member === id);
}

/**
 * The page of a guest or an applicant; `undefined` for whoever isn't one and whose stay wasn't ended. Only for
 * {@link mayReadGuest}.
 */
export async function guestView(reader: BodyReader, id: MemberId): Promise<GuestView | undefined> {
  if (!mayReadGuest(reader, id)) mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const member = state.members.members.get(id);
  const ended = stayEndedBy(member?.stay, now);
  if (!member || (!ended && !STAYS.has(standing(state, id, now)))) return undefined;
  const waits = waitingNow(state, now).find((w) => w.kind === "guest.still" && w.data.member === id);
  const person = await peopleOf(reader, [
    id,
    ...(member.invitedBy ? [member.invitedBy] : []),
    ...(member.stilled?.by ?? []),
    ...(waits ? [waits.by] : []),
  ]);
  const said = await reader.entries({ kind: "say", by: id, limit: REMARKS });
  const remarks = said.flatMap((e) => {
    const data = e.act?.data as { readonly text: { readonly hash: Hash } } | undefined;
    return data ? [{ id: e.id, at: e.at, hash: data.text.hash }] : [];
  });
  const text = await textsOf(
    reader,
    remarks.map((r) => r.hash),
  );
  const stay = await stayShown(reader, id);
  const mine = viewer.standing === "member";
  return {
    person: person(id),
    joined: member.joined,
    ...(member.invitedBy ? { invitedBy: person(member.invitedBy) } : {}),
    remarks: remarks.map(({ hash, ...r }) => ({ ...r, text: text(hash) })),
    ...(member.stilled
      ? {
          stilled: {
            until: member.stilled.until,
            by: member.stilled.by.map(person),
            now: stillUntil(state, id, now) !== undefined,
          },
        }
      : {}),
    ...(waits ? { asked: { id: waits.id, by: person(waits.by), yours: waits.by === viewer.member } } : {}),
    ...(stay ? { stay } : {}),
    you: {
      still: votesHere(reader) && !waits && mayStill(state, id, now).ok,
      confirm: votesHere(reader) && waits !== undefined && waits.by !== viewer.member,
      end: mine && mayEndStay(state, id, now).ok,
      back: mine && mayBringBack(state, id, now).ok,
      // With a code of the card that they had.
      appeal: mine && mayAppealByCard(state, id, now).ok,
    },
  };
}

/** The viewer was asked by two members to be still: by whom, until when (N-9). `undefined` for everybody else. */
export async function stilledNow(
  reader: BodyReader,
): Promise<{ readonly until: Millis; readonly by: readonly Person[] } | undefined> {
  const { state, now, viewer } = reader;
  const me = viewer.member;
  const until = me === undefined ? undefined : stillUntil(state, me, now);
  if (me === undefined || until === undefined) return undefined;
  const by = state.members.members.get(me)?.stilled?.by ?? [];
  const person = await peopleOf(reader, by);
  return { until, by: by.map(person) };
}

/** How a stay was ended; the guest whose it was reads this too (N-8). `undefined` where it wasn't. */
export async function stayShown(reader: BodyReader, id: MemberId): Promise<StayShown | undefined> {
  const { state, now } = reader;
  const stay = state.members.members.get(id)?.stay;
  const end = stayEndedBy(stay, now);
  const motion = end && state.motions.motions.get(end.motion);
  if (!end || !motion) return undefined;
  const words = motion.versions.at(-1)?.text ?? motion.title;
  const appealed = stay?.appealed && stay.appealed.at >= end.from ? stay.appealed : undefined;
  const text = await textsOf(reader, [motion.title, words, ...(appealed?.text ? [appealed.text] : [])]);
  return {
    motion: motion.id,
    title: text(motion.title),
    reasons: text(words),
    ground: end.ground,
    from: end.from,
    until: end.from + STAY_APPEAL_MS,
    ...(appealed ? { appealed: { at: appealed.at, ...(appealed.text ? { words: text(appealed.text) } : {}) } } : {}),
  };
}

/** Guests who appeal against the end of their stay, for members to bring back or not: whose, and since when. */
export function appealsNow(reader: BodyReader): { readonly member: MemberId; readonly by: Millis }[] {
  const { state, now, viewer } = reader;
  if (viewer.standing !== "member") return [];
  return stayAppeals(state, now)
    .map(({ member, end }) => ({ member, by: end.from + 2 * STAY_APPEAL_MS }))
    .filter(({ by }) => now < by);
}
