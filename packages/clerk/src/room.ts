/**
 * The room that the host set aside for a body's contents, by who fills it (C-2, N-6): guests together a fifth, half of
 * which is shared out among those who invite, so that one member's guests don't take it from all others'. A fiftieth is
 * for coming in, shared out like that too. Two parts, a tenth each, are kept. One is for positions, counts and lists alone, all of them small and each
 * entered once. The other is for what members move, object and call with, and is shared out: nobody's texts take more
 * of it than their share, so that whoever fills all the rest keeps nobody else from moving or voting.
 */
import type { Hash, MemberId } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import { standing, type State } from "@nabat/body";

/** Of the room: guests' share, and each of the two kept parts, one in so many. */
const GUESTS = 5;
const PART = 10;
/** Of the room: what is kept for coming in, one in so many; and bytes of a name at most. */
const COMING = 50;
const NAME = 400;
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

/** Kinds by which somebody comes in: they bring a name. */
const COMING_IN: ReadonlySet<string> = new Set(["join", "apply", "card"]);

/** Which room is used up: guests'; all but what is kept; one's own share of what is kept; all of it. */
export type Room = "guests" | "but-kept" | "share" | "all";

/** What is kept already: of everybody, of guests, and of each member's texts in the part that is shared out. */
export interface Kept {
  readonly all: number;
  readonly guests: number;
  readonly texts: ReadonlyMap<MemberId, number>;
  /** Of guests, by who invited them; and of the names of all whom each brought in. Absent: not told apart. */
  readonly invited?: ReadonlyMap<MemberId, number>;
  readonly names?: ReadonlyMap<MemberId, number>;
}

/** What is to be brought in, and by whom. */
export interface Bringing {
  readonly kind: string;
  readonly by: MemberId;
  readonly guest: boolean;
  readonly bytes: number;
  /** Who invited whoever brings it, or who enters a card. */
  readonly inviter?: MemberId | undefined;
}

/** Where it went: to the room of all, to the part for coming in or for counting, or to the author's share of the other. */
export type Placed = "open" | "coming" | "counting" | "texts";

/** Who invited whoever signs this; of a card, who enters it. */
export function inviterOf(state: State, act: Pick<Act, "kind" | "by" | "data">): MemberId | undefined {
  if (act.kind === "card") return act.by;
  const known = state.members.members.get(act.by);
  return known ? known.invitedBy : state.members.invitations.get(act.data["invitation"] as never)?.by;
}

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
  const fits = !guest || guestFits(quota, kept, bringing, members);
  if (fits && kept.all + bytes <= openRoom(quota)) return { placed: "open" };
  if (kept.all + bytes > quota) return { full: fits ? "all" : "guests" };
  if (comesIn(quota, kept, bringing, members)) return { placed: "coming" };
  if (!fits) return { full: "guests" };
  if (guest || !DECIDING.has(kind)) return { full: "but-kept" };
  const among = Math.max(1, members());
  if (COUNTING.has(kind) && bytes <= POSITION + (kind === "tally" ? LINE * among : 0)) return { placed: "counting" };
  const part = quota / PART;
  const all = [...kept.texts.values()].reduce((n, one) => n + one, 0);
  const shared = (kept.texts.get(by) ?? 0) + bytes <= part / among && all + bytes <= part;
  return shared ? { placed: "texts" } : { full: "share" };
}

/** Within guests' fifth; in its second half only what one member's guests brought in so far is that member's share of it. */
function guestFits(quota: number, kept: Kept, { bytes, inviter }: Bringing, members: () => number): boolean {
  const fifth = quota / GUESTS;
  if (kept.guests + bytes > fifth) return false;
  if (kept.invited === undefined || inviter === undefined || kept.guests + bytes <= fifth / 2) return true;
  return (kept.invited.get(inviter) ?? 0) + bytes <= fifth / 2 / Math.max(1, members());
}

/** A newcomer's name, within the share of what is kept for coming in that is its inviter's. */
function comesIn(quota: number, kept: Kept, { kind, bytes, inviter }: Bringing, members: () => number): boolean {
  if (!COMING_IN.has(kind) || bytes > NAME || inviter === undefined || kept.names === undefined) return false;
  return (kept.names.get(inviter) ?? 0) + bytes <= quota / COMING / Math.max(1, members());
}

/** Bytes of the room that is nobody's in particular. */
function openRoom(quota: number): number {
  return quota - (2 * quota) / PART - quota / COMING;
}

/** Members now: among so many the part for texts is shared out. */
export function sharers(state: State, at: number): number {
  let n = 0;
  for (const m of state.members.members.values()) if (standing(state, m.id, at) === "member") n++;
  return n;
}

/** Sizes of what is kept of these. */
type Sizes = (of: readonly Hash[]) => Promise<ReadonlyMap<Hash, number>>;

/** Bytes that guests brought in, of whoever isn't a member and never was, by who invited them; under their own id where nobody did. */
export async function guestBytes(state: State, at: number, sizes: Sizes): Promise<Map<MemberId, number>> {
  const inviters = new Map(
    [...state.members.members.values()]
      .filter((m) => m.from === undefined && !m.card && standing(state, m.id, at) !== "member")
      .map((m) => [m.id, m.invitedBy ?? m.id] as const),
  );
  if (inviters.size === 0) return new Map();
  const theirs = [...state.archive.owners].flatMap(([hash, owner]) => {
    const inviter = inviters.get(owner);
    return inviter === undefined ? [] : [[hash, inviter] as const];
  });
  return summed(theirs, sizes);
}

/** Bytes of the names of all whom each brought in. */
export async function nameBytes(state: State, sizes: Sizes): Promise<Map<MemberId, number>> {
  const names = [...state.members.members.values()].flatMap((m) =>
    m.invitedBy === undefined ? [] : [[m.name, m.invitedBy] as const],
  );
  return summed(names, sizes);
}

/** Adds up the sizes under each name, so many hashes at a time. */
async function summed(of: readonly (readonly [Hash, MemberId])[], sizes: Sizes): Promise<Map<MemberId, number>> {
  const sums = new Map<MemberId, number>();
  for (let i = 0; i < of.length; i += AT_ONCE) {
    const some = of.slice(i, i + AT_ONCE);
    const found = await sizes(some.map(([hash]) => hash));
    for (const [hash, by] of some) sums.set(by, (sums.get(by) ?? 0) + (found.get(hash) ?? 0));
  }
  return sums;
}

/** The sum of all of them. */
export function total(sums: ReadonlyMap<MemberId, number>): number {
  return [...sums.values()].reduce((n, one) => n + one, 0);
}

/**
 * How much of the part for texts each has used, counted anew: of what was brought in last, as much as goes beyond
 * the open room, positions left out. What was erased frees room for those after it.
 */
export async function textsBeyond(
  quota: number,
  all: number,
  state: State,
  sizes: Sizes,
): Promise<Map<MemberId, number>> {
  const texts = new Map<MemberId, number>();
  let beyond = all - openRoom(quota);
  if (!(beyond > 0)) return texts;
  // Names lie in the part for coming in.
  const positions = new Set<string>([...state.members.members.values()].map((m) => m.name));
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
