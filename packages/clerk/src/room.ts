/**
 * The room that the host set aside for a body's contents, by who fills it (C-2, N-6): guests together a fifth. Two
 * parts of it, a tenth each, are kept. One is for positions, counts and lists alone, all of them small and each
 * entered once. The other is for what members move, object and call with, and is shared out: nobody's texts take more
 * of it than their share, so that whoever fills all the rest keeps nobody else from moving or voting.
 */
import type { Hash, MemberId } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import { standing, type State } from "@nabat/body";

/** Of the room: guests' share, and each of the two kept parts, one in so many. */
const GUESTS = 5;
const PART = 10;
/** Bytes of a position at most, and of a count's list for each member, that find room in the part for counting. */
const POSITION = 8_000;
const LINE = 500;
/** Hashes whose sizes are asked for at a time. */
const AT_ONCE = 1_000;

/** Kinds that a vote is counted by. Each is entered once by each for each vote. */
const COUNTING: ReadonlySet<string> = new Set(["vote.cast", "vote.card", "opening.again", "tally"]);
/** Kinds with which members decide and object, whose texts have a part that is shared out. */
const DECIDING: ReadonlySet<string> = new Set([
  ...COUNTING,
  "move",
  "revise",
  "minority",
  "meeting.call",
  "meeting.item",
  "meeting.place",
  "sitting.open",
  "sitting.interrupt",
  "election.open",
  "nominate",
  "nomination.accept",
  "resign",
]);

/** Which room is used up: guests'; all but what is kept; one's own share of what is kept; all of it. */
export type Room = "guests" | "but-kept" | "share" | "all";

/** What is kept already: of everybody, of guests, and of each member's texts in the part that is shared out. */
export interface Kept {
  readonly all: number;
  readonly guests: number;
  readonly texts: ReadonlyMap<MemberId, number>;
}

/** What is to be brought in, and by whom. */
export interface Bringing {
  readonly kind: string;
  readonly by: MemberId;
  readonly guest: boolean;
  readonly bytes: number;
}

/** Where it went: to the room of all, to the part for counting, or to the author's share of the other. */
export type Placed = "open" | "counting" | "texts";

/** Does a guest bring this in: a guest or applicant, or whoever joins as one? */
export function byGuest(state: State, act: Pick<Act, "kind" | "by" | "data">, at: number): boolean {
  if (standing(state, act.by, at) !== "none") return standing(state, act.by, at) !== "member";
  return state.members.invitations.get(act.data["invitation"] as never)?.as === "guest";
}

/**
 * Where these further bytes find room, or which room they would overfill; `members` counts those among whom texts'
 * part is shared out, and is asked only where it matters. What brings nothing needs no room.
 */
export function placeFor(
  quota: number,
  kept: Kept,
  bringing: Bringing,
  members: () => number,
): { readonly placed: Placed } | { readonly full: Room } {
  const { bytes, kind, guest, by } = bringing;
  if (bytes === 0) return { placed: "open" };
  if (guest && kept.guests + bytes > quota / GUESTS) return { full: "guests" };
  if (kept.all + bytes <= openRoom(quota)) return { placed: "open" };
  if (kept.all + bytes > quota) return { full: "all" };
  if (guest || !DECIDING.has(kind)) return { full: "but-kept" };
  const among = Math.max(1, members());
  if (COUNTING.has(kind) && bytes <= POSITION + (kind === "tally" ? LINE * among : 0)) return { placed: "counting" };
  const part = quota / PART;
  const all = [...kept.texts.values()].reduce((n, one) => n + one, 0);
  const fits = (kept.texts.get(by) ?? 0) + bytes <= part / among && all + bytes <= part;
  return fits ? { placed: "texts" } : { full: "share" };
}

/** Bytes of the room that is nobody's in particular. */
function openRoom(quota: number): number {
  return quota - (2 * quota) / PART;
}

/** Members now: among so many the part for texts is shared out. */
export function sharers(state: State, at: number): number {
  let n = 0;
  for (const m of state.members.members.values()) if (standing(state, m.id, at) === "member") n++;
  return n;
}

/** What guests brought in: of whoever isn't a member and never was. */
export function guestContents(state: State, at: number): Hash[] {
  const guests = new Set(
    [...state.members.members.values()]
      .filter((m) => m.from === undefined && !m.card && standing(state, m.id, at) !== "member")
      .map((m) => m.id),
  );
  if (guests.size === 0) return [];
  return [...state.archive.owners].flatMap(([hash, owner]) => (guests.has(owner) ? [hash] : []));
}

/**
 * How much of the part for texts each has used, counted anew: of what was brought in last, as much as goes beyond
 * the open room, positions left out. What was erased frees room for those after it.
 */
export async function textsBeyond(
  quota: number,
  all: number,
  state: State,
  sizes: (of: readonly Hash[]) => Promise<ReadonlyMap<Hash, number>>,
): Promise<Map<MemberId, number>> {
  const texts = new Map<MemberId, number>();
  let beyond = all - openRoom(quota);
  if (!(beyond > 0)) return texts;
  const positions = new Set<string>();
  for (const vote of state.votes.votes.values()) for (const { opening } of vote.cast.values()) positions.add(opening);
  const newest = [...state.archive.owners].reverse();
  for (let i = 0; i < newest.length && beyond > 0; i += AT_ONCE) {
    const some = newest.slice(i, i + AT_ONCE);
    const found = await sizes(some.map(([hash]) => hash));
    for (const [hash, owner] of some) {
      if (beyond <= 0) break;
      const size = found.get(hash) ?? 0;
      beyond -= size;
      if (size > 0 && !positions.has(hash)) texts.set(owner, (texts.get(owner) ?? 0) + size);
    }
  }
  return texts;
}
