/** From member to vote (M-23 to M-28): who waits for what, how many places there are, open doors, who greets, who brings whom when. */
import {
  type Burst,
  burstAt,
  couldGreet,
  drawWaiting,
  greetersAt,
  HALF_YEAR_MS,
  hasVote,
  type Lacks,
  lacking,
  lacks,
  mayDraw,
  maySee,
  maySeeAlone,
  maySponsor,
  mayTakePlace,
  mayVouch,
  type Places,
  placesAt,
  REVEAL_MS,
  rollSize,
  rollUpTo,
  SEEN_BY_LIST_LEAST,
  type Standing,
  standingOf,
  statutesNow,
  type State,
  voteWaits,
  type VoteWait,
} from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import { type Page, pageNamed, type Paging } from "./lists.ts";
import { type May, may } from "./may.ts";
import type { BodyReader } from "./reader.ts";
import { mustReadRecord, peopleOf, type Person, type Shown } from "./shared.ts";
import { type ComingDoor, type DoorLine, doorsNow, doorsComing } from "./open-doors.ts";

export type Member = State["members"]["members"] extends Map<MemberId, infer M> ? M : never;

/** Somebody on the way to a vote. */
export interface NewcomerLine {
  readonly id: MemberId;
  readonly name: Shown;
  readonly standing: Standing;
  /** From when they are a member, where that is known. */
  readonly since?: Millis;
  readonly joined: Millis;
  /** What they still lack to be a member, besides time (M-6). */
  readonly lacks?: Lacks;
  /** What their vote still waits for, in the order in which it is asked. */
  readonly waits: readonly VoteWait[];
  readonly invitedBy?: Person;
  readonly sponsors: readonly Person[];
  readonly seenBy: readonly Person[];
  readonly card: boolean;
  readonly confirmed?: Millis;
  readonly confirmedBy?: Person;
  readonly you: boolean;
  readonly act: ActId;
  /** What the viewer can do for them now; of a place, which (M-26, M-27). */
  readonly may: NewcomerMay;
}

export interface NewcomerMay {
  readonly vouch: boolean;
  readonly see: boolean;
  readonly sponsor: boolean;
  readonly place?: "door" | "first" | "place";
}

/** Who greets, and the lot that draws who does (M-25). */
export interface GreetersShown {
  readonly people: readonly Person[];
  /** Until when the list holds. */
  readonly until?: Millis;
  /** The lot that waits: how many have revealed, of how many, until when. */
  readonly draw?: { readonly id: ActId; readonly has: number; readonly of: number; readonly until: Millis };
  /** How many would take part in a lot drawn now. */
  readonly offered: number;
  readonly mayDraw: May;
  /** So few have a vote that any of them may see a newcomer (M-24). */
  readonly few: boolean;
  /** The viewer is on the list, or may see newcomers as anybody may in a body of few. */
  readonly you: boolean;
}

export interface NewcomersView extends Page<NewcomerLine> {
  readonly roll: number;
  readonly members: number;
  readonly places: Places;
  readonly doors: readonly DoorLine[];
  /** Decided, and not open yet. */
  readonly coming: readonly ComingDoor[];
  readonly greeters: GreetersShown;
  readonly burst: Omit<Burst, "newcomers" | "sponsors"> & {
    readonly count: number;
    readonly sponsors: readonly { readonly sponsor: Person; readonly count: number }[];
  };
  /** The viewer's own way to a vote, where they are on it. */
  readonly own?: NewcomerLine;
}

export type WaitsFor = VoteWait["what"];

export interface NewcomersQuery extends Paging {
  readonly status?: WaitsFor;
}

/** Everybody on the way to a vote, who waits longest first. */
export async function newcomersView(reader: BodyReader, query: NewcomersQuery = {}): Promise<NewcomersView> {
  mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const all = onTheWay(state, now);
  const wanted = all.filter((m) => !query.status || voteWaits(state, m, now)[0]?.what === query.status);
  const { page, named } = await pageNamed(reader, wanted, query, {
    id: (m) => m.id,
    name: (m) => m.name,
    person: (m) => m.id,
  });
  const me = viewer.member === undefined ? undefined : all.find((m) => m.id === viewer.member);
  const shown = [...page.items, ...(me ? [me] : [])];
  const burst = burstAt(state, now);
  const greeters = greetersAt(state, now)?.members ?? [];
  const person = await peopleOf(reader, [
    ...shown.flatMap((m) => [
      ...(m.invitedBy ? [m.invitedBy] : []),
      ...(m.sponsors ?? []),
      ...(m.seenBy ?? []),
      ...(m.confirmedBy ? [m.confirmedBy] : []),
    ]),
    ...burst.sponsors.map((s) => s.sponsor),
    ...greeters,
    ...shown.map((m) => m.id),
  ]);
  const line = (m: Member, name: Shown): NewcomerLine => newcomerLine(reader, m, name, person);
  const { newcomers, sponsors, ...rest } = burst;
  return {
    ...page,
    roll: rollSize(state, now),
    members: [...state.members.members.values()].filter((m) => standingOf(m, now) === "member").length,
    places: placesAt(state, now),
    doors: doorsNow(state, now),
    coming: doorsComing(state, now),
    greeters: greetersShown(reader, greeters.map(person)),
    burst: {
      ...rest,
      count: newcomers.length,
      sponsors: sponsors.map((s) => ({ sponsor: person(s.sponsor), count: s.newcomers.length })),
    },
    ...(me ? { own: line(me, { text: person(me.id).name ?? "" }) } : {}),
    items: page.items.map((m) => line(m, named(m))),
  };
}

/** Members and applicants without a vote, in the order in which they came. */
function onTheWay(state: State, now: Millis): Member[] {
  return [...state.members.members.values()]
    .filter((m) => {
      const has = standingOf(m, now);
      return (has === "member" || has === "applicant") && !hasVote(state, m.id, now);
    })
    .sort((a, b) => (a.applied ?? a.joined) - (b.applied ?? b.joined) || (a.id < b.id ? -1 : 1));
}

/** One on the way to a vote, as a line. */
export function newcomerLine(
  reader: BodyReader,
  m: Member,
  name: Shown,
  person: (id: MemberId) => Person,
): NewcomerLine {
  const { state, now, viewer } = reader;
  const has = standingOf(m, now);
  return {
    id: m.id,
    name,
    standing: has,
    ...(m.from === undefined || m.from > now + 400 * 86_400_000 ? {} : { since: m.from }),
    joined: m.joined,
    ...(has === "applicant" && m.from === undefined ? { lacks: lacksNow(state, m, now) } : {}),
    waits: voteWaits(state, m, now),
    ...(m.invitedBy === undefined ? {} : { invitedBy: person(m.invitedBy) }),
    sponsors: (m.sponsors ?? []).map(person),
    seenBy: (m.seenBy ?? []).map(person),
    card: m.byCard === true,
    ...(m.confirmed === undefined ? {} : { confirmed: m.confirmed }),
    ...(m.confirmedBy === undefined ? {} : { confirmedBy: person(m.confirmedBy) }),
    you: m.id === viewer.member,
    act: m.by,
    may: newcomerMay(reader, m),
  };
}

function lacksNow(state: State, m: Member, now: Millis): Lacks {
  const { statutes } = statutesNow(state, now);
  return lacks(m, statutes, rollUpTo(state, now, statutes.admission.vouchers + 1));
}

/** Who came at once, and by whom many of them (M-26); `undefined` where there is nothing to show. */
export async function burstNow(reader: BodyReader): Promise<NewcomersView["burst"] | undefined> {
  const { newcomers, sponsors, ...rest } = burstAt(reader.state, reader.now);
  if (!rest.many && sponsors.length === 0) return undefined;
  const ids = sponsors.map((s) => s.sponsor);
  const person = await peopleOf(reader, ids);
  const by = sponsors.map((s) => ({ sponsor: person(s.sponsor), count: s.newcomers.length }));
  return { ...rest, count: newcomers.length, sponsors: by };
}

function newcomerMay({ state, now, viewer }: BodyReader, m: Member): NewcomerMay {
  const me = viewer.member;
  if (me === undefined || viewer.standing !== "member") return { vouch: false, see: false, sponsor: false };
  const takes = mayTakePlace(state, m.id, now);
  return {
    // A further word helps nobody once there are enough: it isn't asked for (M-8).
    vouch: mayVouch(state, m.id, me, now).ok && lacking(state, m, now).vouchers > 0,
    see: maySeeAlone(state, me, now).ok && maySee(state, m.id, me, now).ok,
    sponsor: maySponsor(state, m.id, me, now).ok,
    ...(takes.ok ? { place: takes.value } : {}),
  };
}

function greetersShown({ state, now, viewer }: BodyReader, people: readonly Person[]): GreetersShown {
  const list = greetersAt(state, now);
  const draw = drawWaiting(state, now);
  const me = viewer.member;
  const votes = me !== undefined && hasVote(state, me, now);
  const drawn = mayDraw(state, now);
  return {
    people,
    ...(list ? { until: list.from + HALF_YEAR_MS } : {}),
    ...(draw ? { draw: { id: draw.id, has: draw.secrets.size, of: draw.pool.size, until: draw.at + REVEAL_MS } } : {}),
    offered: couldGreet(state, now).length,
    mayDraw: votes ? may(drawn) : { yes: false },
    few: rollSize(state, now) < SEEN_BY_LIST_LEAST,
    you: me !== undefined && maySeeAlone(state, me, now).ok,
  };
}
