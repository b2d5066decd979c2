/**
 * The room that the host set aside for a body's contents, by who fills it (C-2, N-6): guests together a fifth, half of
 * which is shared out among those who invite, so that one member's guests don't take it from all others'. A fiftieth is
 * for coming in, shared out like that too. Two parts, a tenth each, are kept. One is for positions, counts and lists alone, all of them small; lists
 * take half of it at most. The other is for what members move, object and call with, and is shared out among those who
 * have a vote: nobody's texts take more of it than their share, so that whoever fills all the rest keeps nobody else from
 * moving or voting. Shares grow smaller as a body grows: half a part more is kept, so that what some used before comes out
 * of nobody's share.
 */
import type { MemberId } from "@nabat/kernel";
import { LIST_BYTES } from "@nabat/body";

/** Of the room: guests' share, and each of the two kept parts, one in so many. */
const GUESTS = 5;
const PART = 10;
/** Of the room: what is kept for coming in, one in so many; and bytes of a name at most. */
const COMING = 50;
const NAME = 400;
/** Bytes of a position at most that find room in the part for counting. */
const POSITION = 8_000;

/** Kinds that a vote is counted by. */
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

/** What is kept already: of everybody, of guests, and of each one's texts, by who has the share, in the part that is shared out. */
export interface Kept {
  readonly all: number;
  readonly guests: number;
  readonly texts: ReadonlyMap<MemberId, number>;
  /** Of tellers' lists in the part for counting. */
  readonly lists?: number;
  /** Of guests, by who invited them; and of the names of all whom each brought in. Absent: not told apart. */
  readonly invited?: ReadonlyMap<MemberId, number>;
  readonly names?: ReadonlyMap<MemberId, number>;
}

/** What is to be brought in, and out of whose share (`by`, see `sharerOf`). */
export interface Bringing {
  readonly kind: string;
  readonly by: MemberId;
  readonly guest: boolean;
  readonly bytes: number;
  /** Out of whose share a guest or a newcomer comes: who invited whoever brings it, or who enters a card. */
  readonly inviter?: MemberId | undefined;
  /** For a vote that decides nothing, in a sitting that nobody called. */
  readonly opinion?: boolean;
}

/** Where it went: to the room of all, to the part for coming in or for counting (positions, lists), or to a share of the other. */
export type Placed = "open" | "coming" | "counting" | "lists" | "texts";

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
  const counting = bringing.opinion ? undefined : forCounting(quota, kept, bringing, among);
  if (counting) return { placed: counting };
  const part = quota / PART;
  const all = [...kept.texts.values()].reduce((n, one) => n + one, 0);
  const shared = (kept.texts.get(by) ?? 0) + bytes <= part / among && all + bytes <= part + part / 2;
  return shared ? { placed: "texts" } : { full: "share" };
}

/** In the part for counting: a position; or a list no longer than one of so many lines is, as long as lists fill half of it at most. */
function forCounting(
  quota: number,
  kept: Kept,
  { kind, bytes }: Bringing,
  among: number,
): "counting" | "lists" | undefined {
  if (!COUNTING.has(kind)) return undefined;
  if (kind !== "tally") return bytes <= POSITION ? "counting" : undefined;
  const fits = bytes <= LIST_BYTES.base + LIST_BYTES.line * among && (kept.lists ?? 0) + bytes <= quota / PART / 2;
  return fits ? "lists" : undefined;
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
export function openRoom(quota: number): number {
  return quota - (2.5 * quota) / PART - quota / COMING;
}
