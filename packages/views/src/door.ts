/** The door of a called meeting (K-11): who gives new keys there, for whom, and whom its call names. */
import {
  backStill,
  doorPlaces,
  electedTellers,
  hasCard,
  mayAskKeys,
  mayStandFor,
  nameUntil,
  mayName,
  namingPlaces,
  openSitting,
  openSittings,
  standing,
} from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { mustReadRecord, peopleOf, type Person } from "./shared.ts";
import { type WhyNot, whyNot } from "./why-not.ts";

/** The door of a called meeting, as one who counts there sees it (K-11). */
export interface DoorView {
  readonly sitting: ActId;
  /** Who gives new keys there. */
  readonly tellers: readonly Person[];
  /** Is the viewer one of them, and are their own keys in no terms? */
  readonly you: boolean;
  readonly most: number;
  readonly left: number;
  /** Whom the call names. */
  readonly named: readonly Person[];
  /** Over whose keys a motion on its agenda is to decide, and that motion (K-15): they get none at this door. */
  readonly decides: readonly { readonly motion: ActId; readonly person: Person }[];
  /** Who can get new keys here now. */
  readonly people: readonly (Person & { readonly named: boolean; readonly card: boolean })[];
  /** Who can't for a reason of their own, and which motion is to decide over their keys (K-13, K-15). */
  readonly not: readonly { readonly person: Person; readonly why: WhyNot; readonly motion?: ActId }[];
}

/** The door of this sitting; `undefined` where it has none: not called to decide, over, or no tellers elected yet. */
export async function doorView(reader: BodyReader, sitting: ActId): Promise<DoorView | undefined> {
  mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const tellers = electedTellers(state, sitting);
  if (!openSitting(state, sitting, now).ok || tellers.length === 0) return undefined;
  const me = viewer.member;
  const you = me !== undefined && tellers.includes(me) && mayStandFor(state, me, now).ok;
  const call = state.meetings.courses.get(sitting)?.call;
  const named = (call === undefined ? undefined : state.meetings.calls.get(call)?.keys) ?? [];
  const all =
    you && me !== undefined
      ? [...state.members.members.keys()]
          .filter((member) => member !== me && standing(state, member, now) !== "none")
          .map((member) => ({ member, may: mayAskKeys(state, { member, sitting }, me, now) }))
      : [];
  const agenda = (call === undefined ? undefined : state.meetings.calls.get(call)?.agenda) ?? [];
  const decides = agenda.flatMap((item) => {
    const motion = item.motion && state.motions.motions.get(item.motion);
    return motion?.subject.type === "keys" ? [{ motion: motion.id, member: motion.subject.member }] : [];
  });
  const free = all.filter(({ may }) => may.ok).map(({ member }) => member);
  const not = all.flatMap(({ member, may }) =>
    may.ok || !OWN_REASON.has(may.rule) || (standing(state, member, now) === "left" && !backStill(state, member, now))
      ? []
      : [{ member, why: whyNot(may) }],
  );
  const person = await peopleOf(reader, [
    ...tellers,
    ...named,
    ...free,
    ...not.map(({ member }) => member),
    ...decides.map((d) => d.member),
  ]);
  const over = (member: MemberId) =>
    [...state.motions.motions.values()].find(
      (m) =>
        m.subject.type === "keys" && m.subject.member === member && (m.status === "standing" || m.status === "voting"),
    )?.id;
  return {
    sitting,
    tellers: tellers.map(person),
    you,
    ...doorPlaces(state, now),
    named: named.map(person),
    decides: decides.map((d) => ({ motion: d.motion, person: person(d.member) })),
    people: free
      .map((id) => ({ ...person(id), named: named.includes(id), card: hasCard(state, id, now) }))
      .sort((a, b) => Number(b.named) - Number(a.named) || (a.name ?? "").localeCompare(b.name ?? "")),
    not: not.map(({ member, why }) => {
      const motion = over(member);
      return { person: person(member), why, ...(motion === undefined ? {} : { motion }) };
    }),
  };
}

/** Rules that stand against one person, not against all: an objection, a meeting's decision, a leaving (K-13, K-15, M-16). */
const OWN_REASON: ReadonlySet<string> = new Set(["K-13", "K-15", "M-16"]);

/** The sitting at whose door the viewer gives new keys now (K-11), the last one opened; `undefined`: at none. */
export function doorHere({ state, now, viewer }: BodyReader): ActId | undefined {
  const me = viewer.member;
  if (me === undefined || viewer.standing !== "member" || !mayStandFor(state, me, now).ok) return undefined;
  return openSittings(state, now).findLast(
    (s) =>
      electedTellers(state, s.id).includes(me) &&
      [...state.members.members.keys()].some((member) => mayAskKeys(state, { member, sitting: s.id }, me, now).ok),
  )?.id;
}

/** Whom a call names, and until when others may be named (K-11). */
export interface NamedOnCall {
  readonly people: readonly Person[];
  readonly until: Millis;
  readonly mayName: boolean;
  /** So many more the viewer may name, of so many in 30 days. */
  readonly left: number;
  readonly most: number;
}

/** Who is to get new keys at the door of this meeting; `undefined`: no such call, or one that doesn't decide. */
export async function namedOnCall(reader: BodyReader, id: ActId): Promise<NamedOnCall | undefined> {
  mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const call = state.meetings.calls.get(id);
  if (!call || call.type !== "decide") return undefined;
  const person = await peopleOf(reader, call.keys ?? []);
  const me = viewer.standing === "member" ? viewer.member : undefined;
  const { most, named } = namingPlaces(state, me ?? ("" as MemberId), now);
  return {
    people: (call.keys ?? []).map(person),
    until: nameUntil(call),
    mayName: me !== undefined && mayName(state, id, [], me, now).ok,
    most,
    left: Math.max(0, most - named.size),
  };
}
