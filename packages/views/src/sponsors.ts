/** Who brings newcomers to a vote by their word, and what an invitation brings now (M-26, M-27). */
import { broughtBy, freeFrom, HALF_YEAR_MS, hasVote, type Places, placesAt, sponsorsFrom } from "@nabat/body";
import type { MemberId, Millis } from "@nabat/kernel";
import { type Page, pageNamed, type Paging } from "./lists.ts";
import type { BodyReader } from "./reader.ts";
import { mustReadRecord, peopleOf, type Person, type Shown } from "./shared.ts";
import { type DoorLine, doorsNow } from "./open-doors.ts";
import type { Member } from "./newcomers.ts";

/** Who may bring newcomers to a vote by their word, and from when without a place (M-26). */
export interface SponsorLine {
  readonly id: MemberId;
  readonly name: Shown;
  /** Whom they brought to a vote in the half-year before. */
  readonly brought: readonly Person[];
  /** From when they may sponsor at all, where that is still to come. */
  readonly from?: Millis;
  /** From when the next waits for no place, where that is still to come. */
  readonly freeFrom?: Millis;
  readonly you: boolean;
}

export type SponsorState = "free" | "brought" | "young";

export interface SponsorsQuery extends Paging {
  readonly status?: SponsorState;
}

/** All who have a vote, those first whose next waits for no place. */
export async function sponsorsView(reader: BodyReader, query: SponsorsQuery = {}): Promise<Page<SponsorLine>> {
  mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const brought = broughtBy(state, now);
  const of = (m: Member): SponsorState =>
    (sponsorsFrom(m) ?? now) > now ? "young" : (brought.get(m.id) ?? 0) > 0 ? "brought" : "free";
  const order: readonly SponsorState[] = ["free", "brought", "young"];
  const all = [...state.members.members.values()]
    .filter((m) => hasVote(state, m.id, now) && (query.status === undefined || of(m) === query.status))
    .sort((a, b) => order.indexOf(of(a)) - order.indexOf(of(b)) || a.joined - b.joined || (a.id < b.id ? -1 : 1));
  const { page, named } = await pageNamed(reader, all, query, {
    id: (m) => m.id,
    name: (m) => m.name,
    person: (m) => m.id,
  });
  const newcomers = [...state.members.members.values()].filter(
    (n) => n.votesFrom !== undefined && n.votesFrom + HALF_YEAR_MS > now,
  );
  const theirs = (id: MemberId): MemberId[] =>
    newcomers.filter((n) => (n.voteBy === "first" || n.voteBy === "place") && n.sponsor === id).map((n) => n.id);
  const person = await peopleOf(
    reader,
    page.items.flatMap((m) => theirs(m.id)),
  );
  return {
    ...page,
    items: page.items.map((m) => {
      const from = sponsorsFrom(m) ?? now;
      const free = freeFrom(state, m.id, now);
      return {
        id: m.id,
        name: named(m),
        brought: theirs(m.id).map(person),
        ...(from > now ? { from } : {}),
        ...(free === undefined || free <= now ? {} : { freeFrom: free }),
        you: m.id === viewer.member,
      };
    }),
  };
}

/** What an invitation as a member would bring whom this viewer invites now. */
export interface InvitingNow {
  /** The viewer may invite members: has a vote. */
  readonly member: boolean;
  /** `door`: a vote with membership; `first`: once seen; `place`: once seen and a place is free; `young`: another must sponsor. */
  readonly brings: "door" | "seat" | "first" | "place" | "young";
  readonly door?: DoorLine;
  readonly places: Places;
  /** From when the next waits for no place, or the viewer may sponsor. */
  readonly from?: Millis;
}

/** The same for the invitation page; `undefined` for who is no member here, and while founding. */
export function invitingNow({ state, now, viewer }: BodyReader): InvitingNow | undefined {
  const me = viewer.member === undefined ? undefined : state.members.members.get(viewer.member);
  if (!me || viewer.standing !== "member" || state.founding.phase !== "adopted") return undefined;
  const places = placesAt(state, now);
  const member = hasVote(state, me.id, now);
  const [door] = doorsNow(state, now);
  if (state.founding.establishedBy) return { member, brings: "seat", places };
  if (door) return { member, brings: "door", door, places };
  const from = sponsorsFrom(me);
  if (from === undefined || from > now)
    return { member, brings: "young", places, ...(from === undefined ? {} : { from }) };
  const free = freeFrom(state, me.id, now);
  return free === undefined || free <= now
    ? { member, brings: "first", places }
    : { member, brings: "place", places, from: free };
}
