/** The list of those who found (F-14 to F-18): who is on it, who has signed, and what this viewer may do with it. */
import {
  closedList,
  LIST_MS,
  mayCloseList,
  mayOpenList,
  maySignList,
  peopleHash,
  peopleOn,
  type Signatures,
  signatures,
  standing,
  hasCard,
} from "@nabat/body";
import type { ActId, Hash, Millis, Sha256 } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { type Page, pageFound, type Paging } from "./lists.ts";
import { mustReadRecord, type Person, peopleOf } from "./shared.ts";

/** One person on the list. */
export interface FounderLine {
  readonly person: Person;
  readonly is: "signed" | "not-signed" | "left";
  /** Signs by card, through two others. */
  readonly card: boolean;
}

export interface FoundersView {
  readonly phase: "provisional" | "adopted";
  /** `none`: a body that another's decision established. */
  readonly list: "open" | "closed" | "none";
  /** The act that closed it, by whom, and until when it can be signed. */
  readonly closed?: { readonly id: ActId; readonly by: Person; readonly at: Millis; readonly until: Millis };
  readonly people: readonly FounderLine[];
  /** The hash of the people on it, for who closes it. */
  readonly hash: Hash;
  readonly signatures?: Signatures;
  readonly you: {
    readonly signed: boolean;
    readonly mayClose: boolean;
    /** Their own closing was opened again: another closes it now (F-14). */
    readonly turn: boolean;
    readonly mayOpen: boolean;
    readonly maySign: boolean;
    /** For these, who have a card and haven't signed, you may enter a signature with another. */
    readonly cards: readonly Person[];
  };
}

/** May this viewer read the founders' list: whoever may read the record, and who stands on it and may still sign it (K-10, F-18)? */
export function mayReadFounders({ state, now, mayRead, mayReadRecord, viewer }: BodyReader): boolean {
  if (mayReadRecord) return true;
  return mayRead && viewer.member !== undefined && closedList(state, now)?.people.includes(viewer.member) === true;
}

/** The founders' list as it stands now, or as it adopted the body. Only for {@link mayReadFounders}. */
export async function foundersView(reader: BodyReader, sha256: Sha256): Promise<FoundersView> {
  if (!mayReadFounders(reader)) mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const me = viewer.member;
  const closed = closedList(state, now);
  const ids = closed?.people ?? peopleOn(state, now);
  const person = await peopleOf(reader, [...ids, ...(closed ? [closed.by] : [])]);
  const member = viewer.standing === "member";
  const people = ids.map((id): FounderLine => {
    const left = standing(state, id, now) === "left";
    const is = left ? "left" : closed?.signed.has(id) ? "signed" : "not-signed";
    return { person: person(id), is, card: hasCard(state, id, now) };
  });
  const sign = (id: Person["id"]) => closed !== undefined && maySignList(state, closed.id, id, now).ok;
  return {
    phase: state.founding.phase,
    list: closed ? "closed" : state.founding.phase === "adopted" ? "none" : "open",
    ...(closed
      ? {
          closed: { id: closed.id, by: person(closed.by), at: closed.at, until: closed.at + LIST_MS },
          signatures: signatures(state, closed, now),
        }
      : {}),
    people,
    hash: peopleHash(peopleOn(state, now), sha256),
    you: {
      signed: me !== undefined && closed?.signed.has(me) === true,
      mayClose: member && mayCloseList(state, me, now, sha256).ok,
      turn: member && me !== undefined && state.founding.closedBy?.includes(me) === true,
      mayOpen: member && closed !== undefined && me !== undefined && mayOpenList(state, closed.id, me, now).ok,
      maySign: me !== undefined && sign(me),
      cards:
        member && me !== undefined && closed?.people.includes(me) === true
          ? people.filter((p) => p.card && p.is === "not-signed" && sign(p.person.id)).map((p) => p.person)
          : [],
    },
  };
}

/** What of the founders' list is asked for: some lines, those that signed or didn't, words of a name. */
export interface FoundersQuery extends Paging {
  readonly status?: FounderLine["is"];
}

/** A page of the founders' list with all that is said of it as a whole. Only for {@link mayReadFounders}. */
export async function foundersPage(
  reader: BodyReader,
  sha256: Sha256,
  query: FoundersQuery = {},
): Promise<Omit<FoundersView, "people"> & Page<FounderLine>> {
  const { people, ...view } = await foundersView(reader, sha256);
  const wanted = query.status === undefined ? people : people.filter((p) => p.is === query.status);
  const page = pageFound(wanted, query, { id: (p) => p.person.id, words: (p) => [p.person.name] });
  return { ...view, ...page };
}
