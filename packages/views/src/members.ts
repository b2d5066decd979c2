/** The roll, as of any date; guests and applicants beside it; invitations one has handed out (M rules). */
import { hasCard, knownFrom, mayAskRest, restsFrom, roll, type Standing, standingOf, type State } from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { type Page, pageNamed, pageOf, type Paging } from "./lists.ts";
import { mustRead, peopleOf, type Person, type Shown } from "./shared.ts";

type Member = State["members"]["members"] extends Map<MemberId, infer M> ? M : never;

export interface MemberLine {
  readonly id: MemberId;
  readonly name: Shown;
  readonly standing: Standing;
  readonly joined: Millis;
  /** From when they vote. */
  readonly since?: Millis;
  readonly left?: Millis;
  readonly invitedBy?: Person;
  readonly vouchers: readonly Person[];
  readonly seen: boolean;
  readonly decided: boolean;
  /** Without a device: acts through two tellers and a card of codes. */
  readonly card: boolean;
  /** Of a newcomer by a card: does it wait for a third to confirm it (M-28)? */
  readonly toConfirm?: boolean;
  readonly you: boolean;
  readonly act: ActId;
  /** From when they rest, unless a sign comes before: they were asked twice (M-19). */
  readonly rests?: Millis;
  /** Asked whether they are still there, and when last; absent where not, or where they answered. */
  readonly asked?: Millis;
  /** Can the viewer ask them whether they are still there? */
  readonly mayAsk: boolean;
}

export interface InvitationLine {
  readonly id: ActId;
  readonly as: "founder" | "member" | "guest";
  readonly by: Person;
  readonly until: Millis;
  readonly many: boolean;
  readonly used: number;
  readonly open: boolean;
}

export interface MembersView extends Page<MemberLine> {
  /** The moment the roll is read at. */
  readonly at: Millis;
  /** Members at that moment. */
  readonly roll: number;
  readonly guests: number;
  readonly applicants: number;
}

export interface MembersQuery extends Paging {
  readonly at?: Millis;
  readonly standing?: Standing;
}

/** Everyone the body knows of at a moment, in order of joining; by default the present one, without who left. */
export async function membersView(reader: BodyReader, query: MembersQuery = {}): Promise<MembersView> {
  mustRead(reader);
  const at = query.at ?? reader.now;
  const all = [...reader.state.members.members.values()]
    .filter((m) => m.joined <= at)
    .sort((a, b) => a.joined - b.joined || (a.id < b.id ? -1 : 1));
  const has = new Map(all.map((m) => [m.id, standingAt(m, at)]));
  const wanted = all.filter((m) =>
    query.standing === undefined ? has.get(m.id) !== "left" : has.get(m.id) === query.standing,
  );
  const { page, named } = await pageNamed(reader, wanted, query, { id: (m) => m.id, name: (m) => m.name });
  const person = await peopleOf(
    reader,
    page.items.flatMap((m) => [...(m.invitedBy ? [m.invitedBy] : []), ...m.vouchers]),
  );
  const count = (standing: Standing) => [...has.values()].filter((s) => s === standing).length;
  return {
    ...page,
    at,
    roll: count("member"),
    guests: count("guest"),
    applicants: count("applicant"),
    items: page.items.map((m) => ({
      id: m.id,
      name: named(m),
      standing: has.get(m.id) ?? "none",
      joined: m.joined,
      ...(knownFrom(m.from) === undefined ? {} : { since: m.from }),
      ...(m.left === undefined ? {} : { left: m.left }),
      ...(m.invitedBy === undefined ? {} : { invitedBy: person(m.invitedBy) }),
      vouchers: m.vouchers.map(person),
      seen: m.seen,
      decided: m.decided,
      card: hasCard(reader.state, m.id, at),
      ...(m.cardBy === undefined ? {} : { toConfirm: m.confirmed === undefined }),
      you: m.id === reader.viewer.member,
      act: m.by,
      ...restingOf(m),
      mayAsk: reader.viewer.standing === "member" && mayAskNow(reader, m.id),
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

/** Members for drop-down lists (tellers): id and name, voting members only. */
export async function rollNames(reader: BodyReader): Promise<readonly Person[]> {
  mustRead(reader);
  const members = roll(reader.state, reader.now);
  const person = await peopleOf(
    reader,
    members.map((m) => m.id),
  );
  return members.map((m) => person(m.id)).sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
}

/** Invitations, the viewer's own first, open ones before used ones. */
export async function invitationsView(reader: BodyReader, paging: Paging = {}): Promise<Page<InvitationLine>> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const all = [...state.members.invitations].map(([id, i]) => ({
    id,
    ...i,
    open: !i.ended && i.until > now && (i.many || i.used === 0),
  }));
  all.sort(
    (a, b) =>
      Number(b.by === viewer.member) - Number(a.by === viewer.member) ||
      Number(b.open) - Number(a.open) ||
      b.until - a.until ||
      (a.id < b.id ? -1 : 1),
  );
  const page = pageOf(all, paging, (i) => i.id);
  const person = await peopleOf(
    reader,
    page.items.map((i) => i.by),
  );
  return {
    ...page,
    items: page.items.map(({ id, as, by, until, many, used, open }) => ({
      id,
      as,
      by: person(by),
      until,
      many,
      used,
      open,
    })),
  };
}
