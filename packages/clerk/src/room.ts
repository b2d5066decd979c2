/**
 * The room that the host set aside for a body's contents, by who fills it (C-2, N-6): guests together a fifth; a
 * tenth is kept for what members decide with, so that nobody fills the room and nobody is kept from voting by
 * it.
 */
import type { Hash } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import { standing, type State } from "@nabat/body";

/** Of the room: guests' share, and what is kept, one in so many. */
const GUESTS = 5;
const KEPT = 10;

/** Kinds that find room in what is kept: what members decide with, object with, and count with. */
const DECIDES: ReadonlySet<string> = new Set([
  "vote.cast",
  "vote.card",
  "opening.again",
  "tally",
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

/** Which room is used up. */
export type Room = "guests" | "but-kept" | "all";

/** What is kept already: of everybody, and of guests. */
export interface Kept {
  readonly all: number;
  readonly guests: number;
}

/** Does a guest bring this in: a guest or applicant, or whoever joins as one? */
export function byGuest(state: State, act: Pick<Act, "kind" | "by" | "data">, at: number): boolean {
  if (standing(state, act.by, at) !== "none") return standing(state, act.by, at) !== "member";
  return state.members.invitations.get(act.data["invitation"] as never)?.as === "guest";
}

/** Which room these further bytes would overfill, if any. What brings nothing needs none. */
export function overfills(
  quota: number,
  kept: Kept,
  bytes: number,
  act: { readonly kind: string; readonly guest: boolean },
): Room | undefined {
  if (bytes === 0) return undefined;
  if (act.guest && kept.guests + bytes > quota / GUESTS) return "guests";
  if (kept.all + bytes > quota) return "all";
  const reserved = !act.guest && DECIDES.has(act.kind);
  return !reserved && kept.all + bytes > quota - quota / KEPT ? "but-kept" : undefined;
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
