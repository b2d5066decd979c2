/** The roll, as of any date; guests and applicants beside it; invitations one has handed out (M rules). */
import {
  awaitsThird,
  BACK_MS,
  keysOpen,
  contestable,
  mayEndStay,
  hasCard,
  knownFrom,
  mayAskRest,
  lacking,
  mayUndoByCard,
  mayVouch,
  membersAt,
  restsFrom,
  roll,
  type Standing,
  standingOf,
  type State,
  stayEndedBy,
  voteWaits,
  type VoteWait,
  shutBy,
  endable,
  usable,
} from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import { type Cell, csvMoment } from "./csv.ts";
import type { BodyReader } from "./reader.ts";
import { type Page, pageFound, pageNamed, pageOf, type Paging } from "./lists.ts";
import { mustRead, mustReadRecord, peopleOf, type Person, type Shown } from "./shared.ts";

type Member = State["members"]["members"] extends Map<MemberId, infer M> ? M : never;

export interface MemberLine {
  readonly id: MemberId;
  readonly name: Shown;
  readonly standing: Standing;
  readonly joined: Millis;
  /** From when they are a member. */
  readonly since?: Millis;
  /** From when they have a vote (M-23); absent while it isn't known. */
  readonly votesFrom?: Millis;
  /** What a vote still waits for, in the order in which it is asked. */
  readonly waits: readonly VoteWait[];
  /** By whose word they came to a vote (M-26). */
  readonly sponsor?: Person;
  readonly seenBy: readonly Person[];
  /** When a third person confirmed the card (M-28). */
  readonly confirmed?: Millis;
  readonly confirmedBy?: Person;
  readonly left?: Millis;
  readonly invitedBy?: Person;
  readonly vouchers: readonly Person[];
  readonly seen: boolean;
  readonly decided: boolean;
  /** Without a device: acts through two tellers and a card of codes. */
  readonly card: boolean;
  /** Left by a code of their card: until when another code takes it back (K-16). */
  readonly backByCard?: Millis;
  /** Of a newcomer by a card: does it wait for a third to confirm it (M-28)? */
  readonly toConfirm?: true;
  readonly you: boolean;
  readonly act: ActId;
  /** From when they rest, unless a sign comes before: they were asked twice (M-19). */
  readonly rests?: Millis;
  /** Asked whether they are still there, and when last; absent where not, or where they answered. */
  readonly asked?: Millis;
  /** Can the viewer ask them whether they are still there? */
  readonly mayAsk: boolean;
  /** Their stay as a guest was ended by decision (N-8). */
  readonly stayEnded?: true;
  /** A called meeting may decide over their keys: it is open whose they are, or a device signed that they leave (K-15). */
  readonly keysDecidable?: true;
  /** A decision can end their stay now (N-8). */
  readonly stayCanEnd?: true;
  /** Can the viewer vouch for them, and do they lack it still? */
  readonly mayVouch: boolean;
  /** Can their admission be contested now (M-12)? */
  readonly contestable: boolean;
}

export interface InvitationLine {
  readonly id: ActId;
  readonly as: "founder" | "member" | "guest";
  readonly by: Person;
  readonly until: Millis;
  readonly many: boolean;
  readonly used: number;
  /** Who came by it, where it is for one. */
  readonly usedBy?: Person;
  readonly open: boolean;
  /** A group link by which somebody came whose stay was ended (N-12). */
  readonly shut?: true;
}

export interface MembersView extends Page<MemberLine> {
  /** The moment the roll is read at. */
  readonly at: Millis;
  /** Members with a vote at that moment. */
  readonly roll: number;
  /** Members at that moment, with or without a vote. */
  readonly members: number;
  readonly guests: number;
  readonly applicants: number;
}

export interface MembersQuery extends Paging {
  readonly at?: Millis;
  readonly status?: Standing | "waiting";
}

/** Everyone the body knows of at a moment, in order of joining; by default the present one, without who left. */
export async function membersView(reader: BodyReader, query: MembersQuery = {}): Promise<MembersView> {
  mustReadRecord(reader);
  const at = query.at ?? reader.now;
  const all = [...reader.state.members.members.values()]
    .filter((m) => m.joined <= at)
    .sort((a, b) => a.joined - b.joined || (a.id < b.id ? -1 : 1));
  const has = new Map(all.map((m) => [m.id, standingAt(m, at)]));
  const wanted = all.filter((m) =>
    query.status === undefined
      ? has.get(m.id) !== "left"
      : query.status === "waiting"
        ? has.get(m.id) === "member" && !votesAt(m, at)
        : has.get(m.id) === query.status,
  );
  const { page, named } = await pageNamed(reader, wanted, query, {
    id: (m) => m.id,
    name: (m) => m.name,
    person: (m) => m.id,
  });
  const person = await peopleOf(
    reader,
    page.items.flatMap((m) => [
      m.id,
      ...(m.invitedBy ? [m.invitedBy] : []),
      ...(m.sponsor ? [m.sponsor] : []),
      ...m.vouchers,
      ...(m.seenBy ?? []),
      ...(m.confirmedBy ? [m.confirmedBy] : []),
    ]),
  );
  const count = (standing: Standing) => [...has.values()].filter((s) => s === standing).length;
  return {
    ...page,
    at,
    roll: all.filter((m) => has.get(m.id) === "member" && votesAt(m, at)).length,
    members: count("member"),
    guests: count("guest"),
    applicants: count("applicant"),
    items: page.items.map((m) => ({
      id: m.id,
      name: named(m),
      standing: has.get(m.id) ?? "none",
      joined: m.joined,
      ...(knownFrom(m.from) === undefined ? {} : { since: m.from }),
      ...(knownFrom(m.votesFrom) === undefined ? {} : { votesFrom: m.votesFrom }),
      waits: at === reader.now ? voteWaits(reader.state, m, at) : [],
      ...(m.sponsor === undefined ? {} : { sponsor: person(m.sponsor) }),
      seenBy: (m.seenBy ?? []).map(person),
      ...(m.confirmed === undefined ? {} : { confirmed: m.confirmed }),
      ...(m.confirmedBy === undefined ? {} : { confirmedBy: person(m.confirmedBy) }),
      ...(m.left === undefined ? {} : { left: m.left }),
      ...(m.invitedBy === undefined ? {} : { invitedBy: person(m.invitedBy) }),
      vouchers: m.vouchers.map(person),
      seen: m.seen,
      decided: m.decided,
      card: hasCard(reader.state, m.id, at),
      ...(mayUndoByCard(reader.state, m.id, reader.now).ok ? { backByCard: (m.left ?? at) + BACK_MS } : {}),
      ...(awaitsThird(reader.state, m, at) ? { toConfirm: true } : {}),
      you: m.id === reader.viewer.member,
      act: m.by,
      ...(stayEndedBy(m.stay, at) ? { stayEnded: true as const } : {}),
      ...(keysOpen(reader.state, m.id, at).ok ? { keysDecidable: true as const } : {}),
      ...(mayEndStay(reader.state, m.id, reader.now).ok ? { stayCanEnd: true as const } : {}),
      ...restingOf(m),
      mayAsk: reader.viewer.standing === "member" && mayAskNow(reader, m.id),
      mayVouch:
        reader.viewer.member !== undefined &&
        mayVouch(reader.state, m.id, reader.viewer.member, reader.now).ok &&
        lacking(reader.state, m, reader.now).vouchers > 0,
      contestable: contestable(reader.state, m.id, reader.now).ok,
    })),
  };
}

function restingOf(m: Member): Pick<MemberLine, "rests" | "asked"> {
  const from = restsFrom(m);
  const last = m.asks?.at(-1);
  return { ...(from === undefined ? {} : { rests: from }), ...(last ? { asked: last.at } : {}) };
}

function mayAskNow(reader: BodyReader, id: MemberId): boolean {
  const { member } = reader.viewer;
  return member !== undefined && mayAskRest(reader.state, id, member, reader.now).ok;
}

/** The standing at a past moment: who has left since then still had the standing of before. */
export function standingAt(m: Member, at: Millis): Standing {
  if (m.left !== undefined && m.left > at)
    return m.from !== undefined && m.from <= at ? "member" : m.applied !== undefined ? "applicant" : "guest";
  if (m.status === "member" && m.from !== undefined && m.from > at) return "applicant";
  return standingOf(m, at);
}

/** Had this person a vote at that moment? */
function votesAt(m: Member, at: Millis): boolean {
  return m.votesFrom !== undefined && m.votesFrom <= at;
}

/** Members with a vote for drop-down lists, of tellers say: id and name. */
export async function rollNames(reader: BodyReader): Promise<readonly Person[]> {
  return namesOf(reader, roll(reader.state, reader.now));
}

/** All members for drop-down lists, of who may stand, say: id and name. */
export async function memberNames(reader: BodyReader): Promise<readonly Person[]> {
  return namesOf(reader, membersAt(reader.state, reader.now));
}

/** Nobody for whoever may not read the roll (K-10): a form that they can't sign has nobody to choose from. */
async function namesOf(reader: BodyReader, members: readonly Member[]): Promise<readonly Person[]> {
  mustRead(reader);
  if (!reader.mayReadRecord) return [];
  const person = await peopleOf(
    reader,
    members.map((m) => m.id),
  );
  return members.map((m) => person(m.id)).sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
}

/** Invitations, the viewer's own first, open ones before used ones. */
export async function invitationsView(reader: BodyReader, paging: Paging = {}): Promise<Page<InvitationLine>> {
  mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const all = [...state.members.invitations].map(([id, i]) => ({
    id,
    ...i,
    open: usable(state, id, now).ok,
    // One that was ended, or is over, is shut for that.
    shut: i.many && endable(state, id, now).ok && shutBy(state, id, now) !== undefined,
  }));
  all.sort(
    (a, b) =>
      Number(b.by === viewer.member) - Number(a.by === viewer.member) ||
      Number(b.open) - Number(a.open) ||
      b.until - a.until ||
      (a.id < b.id ? -1 : 1),
  );
  const shown = paging.q ? all : pageOf(all, paging, (i) => i.id).items;
  const person = await peopleOf(
    reader,
    shown.flatMap((i) => [i.by, ...(i.usedBy ? [i.usedBy] : [])]),
  );
  const page = pageFound(all, paging, {
    id: (i) => i.id,
    words: (i) => [person(i.by).name, i.usedBy && person(i.usedBy).name],
  });
  return {
    ...page,
    items: page.items.map(({ id, as, by, until, many, used, usedBy, open, shut }) => ({
      id,
      as,
      by: person(by),
      until,
      many,
      used,
      ...(usedBy === undefined ? {} : { usedBy: person(usedBy) }),
      open,
      ...(shut ? { shut: true as const } : {}),
    })),
  };
}

/** The list of invitations as a file: its columns in English, so that programs find them in every language. */
export const INVITATION_COLUMNS = [...["id", "as", "many", "by", "name", "until", "open", "used", "used by"]] as const;

/** One line of that file. */
export function invitationRow(i: InvitationLine): Cell[] {
  return [
    ...[i.id, i.as, i.many, i.by.id, i.by.name, csvMoment(i.until), i.open, i.used],
    i.usedBy?.name ?? i.usedBy?.id,
  ];
}
