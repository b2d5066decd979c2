/** What is kept of a body's contents, counted anew from the record: guests', names, and what lies in the kept parts (C-2). */
import type { Hash, MemberId } from "@nabat/kernel";
import { standing, type State } from "@nabat/body";
import { openRoom } from "./room.ts";
import { sharerOf } from "./room-sharing.ts";

/** Hashes whose sizes are asked for at a time. */
const AT_ONCE = 1_000;

/** Sizes of what is kept of these. */
type Sizes = (of: readonly Hash[]) => Promise<ReadonlyMap<Hash, number>>;

/** Bytes that guests brought in, of whoever isn't a member and never was, by whose share it is. */
export async function guestBytes(state: State, at: number, sizes: Sizes): Promise<Map<MemberId, number>> {
  const inviters = new Map(
    [...state.members.members.values()]
      .filter((m) => m.from === undefined && !m.card && standing(state, m.id, at) !== "member")
      .map((m) => [m.id, sharerOf(state, m.invitedBy ?? m.id, at)] as const),
  );
  if (inviters.size === 0) return new Map();
  const theirs = [...state.archive.owners].flatMap(([hash, owner]) => {
    const inviter = inviters.get(owner);
    return inviter === undefined ? [] : [[hash, inviter] as const];
  });
  return summed(theirs, sizes);
}

/** Bytes of the names of all who came in, by whose share it is. */
export async function nameBytes(state: State, at: number, sizes: Sizes): Promise<Map<MemberId, number>> {
  const names = [...state.members.members.values()].flatMap((m) =>
    m.invitedBy === undefined ? [] : [[m.name, sharerOf(state, m.invitedBy, at)] as const],
  );
  return summed(names, sizes);
}

/** Adds up the sizes under each name, so many hashes at a time. */
async function summed(of: readonly (readonly [Hash, MemberId])[], sizes: Sizes): Promise<Map<MemberId, number>> {
  const sums = new Map<MemberId, number>();
  for (let i = 0; i < of.length; i += AT_ONCE) {
    const some = of.slice(i, i + AT_ONCE);
    const found = await sizes(some.map(([hash]) => hash));
    for (const [hash, by] of some) add(sums, by, found.get(hash) ?? 0);
  }
  return sums;
}

/** The sum of all of them. */
export function total(sums: ReadonlyMap<MemberId, number>): number {
  return [...sums.values()].reduce((n, one) => n + one, 0);
}

/** What lies beyond the open room: texts by whose share it is, and tellers' lists. */
export interface Beyond {
  readonly texts: Map<MemberId, number>;
  readonly lists: number;
}

/**
 * How much of the part for texts each has used, and lists of theirs, counted anew: of what was brought in last, as much as
 * goes beyond the open room, positions left out. A list that another of the same teller's replaced is a text of theirs.
 * What was erased frees room for those after it.
 */
export async function keptBeyond(quota: number, all: number, state: State, at: number, sizes: Sizes): Promise<Beyond> {
  const texts = new Map<MemberId, number>();
  let lists = 0;
  let beyond = all - openRoom(quota);
  if (!(beyond > 0)) return { texts, lists };
  // Names lie in the part for coming in.
  const positions = new Set<string>([...state.members.members.values()].map((m) => m.name));
  const files = new Set<string>();
  for (const vote of state.votes.votes.values()) {
    for (const { opening } of vote.cast.values()) positions.add(opening);
    if (!vote.opinion) for (const tallies of [vote.tallies, ...(vote.parts?.values() ?? [])]) listsIn(tallies, files);
  }
  const newest = [...state.archive.owners].reverse();
  for (let i = 0; i < newest.length && beyond > 0; i += AT_ONCE) {
    const some = newest.slice(i, i + AT_ONCE);
    const found = await sizes(some.map(([hash]) => hash));
    for (const [hash, owner] of some) {
      if (beyond <= 0) break;
      const size = found.get(hash) ?? 0;
      beyond -= size;
      if (size === 0 || positions.has(hash)) continue;
      if (files.has(hash)) lists += size;
      else add(texts, sharerOf(state, owner, at), size);
    }
  }
  return { texts, lists };
}

function listsIn(tallies: ReadonlyMap<MemberId, { readonly file?: Hash }>, to: Set<string>): void {
  for (const { file } of tallies.values()) if (file !== undefined) to.add(file);
}

function add(to: Map<MemberId, number>, by: MemberId, bytes: number): void {
  to.set(by, (to.get(by) ?? 0) + bytes);
}
