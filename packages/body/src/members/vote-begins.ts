/**
 * When somebody's vote begins (M-23, M-26 to M-28): set once all that it waits for is there, as membership is (M-7).
 * What time alone brings is settled by the act that asks for it (`place`).
 */
import type { Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { seatLimit } from "../founding/queries.ts";
import { openDoors, stands } from "./doors.ts";
import type { Member, VoteBy } from "./part.ts";
import { tookPart } from "../votes/took-part.ts";
import { bestSponsor, freeFrom, placesAt } from "./sponsors.ts";
import { standingOf } from "./standing.ts";

const DAY_MS = 24 * 3600_000;
/** A confirmed card is shown so long before its holder's vote begins, in ms (M-28). */
export const CARD_SHOWN_MS = 7 * DAY_MS;

interface Begins {
  readonly by: VoteBy;
  readonly from: Millis;
  readonly sponsor?: Member["id"];
}

/** From when a card lets its holder vote; `undefined`: nobody confirmed it yet (M-28). Always, where they came otherwise. */
export function cardFrom(member: Member): Millis | undefined {
  if (!member.byCard || member.founder) return Number.NEGATIVE_INFINITY;
  return member.confirmed === undefined ? undefined : member.confirmed + CARD_SHOWN_MS;
}

/** Did half of the roll take part in this decision, or in the vote over days that it was put to (M-27)? */
function byHalf(state: State, id: NonNullable<Member["admitted"]>["by"]): boolean {
  const decision = state.binding.decisions.get(id);
  if (!decision) return false;
  if (2 * decision.voted >= decision.whole) return true;
  const last = decision.settled?.stands && !decision.settled.few ? decision.again.at(-1) : undefined;
  const vote = last === undefined ? undefined : state.votes.votes.get(last);
  return vote?.result !== undefined && 2 * tookPart(vote) >= vote.result.whole;
}

/** What a person's vote rests on without anybody's word: the founding, a seat, a decision on them, a door. */
function withoutWord(state: State, member: Member): Begins | undefined {
  const from = member.from ?? state.at;
  if (member.founder) return { by: "founder", from };
  if (seatLimit(state) !== undefined) return { by: "seat", from };
  const decided = (member.admissions ?? []).filter((a) => byHalf(state, a.by)).map((a) => a.from);
  if (decided.length > 0) return { by: "decision", from: Math.min(...decided) };
  const door = member.door === undefined ? undefined : state.members.doors.get(member.door);
  return stands(door) ? { by: "door", from: door.from } : undefined;
}

/** By which way the vote of this member would begin, as things stand; `undefined`: it waits. `t`: not before. */
function beginsBy(state: State, member: Member, t: Millis): Begins | undefined {
  const free = withoutWord(state, member);
  if (free) return free;
  if (!member.seen) return undefined;
  // A place once taken is theirs, also where their membership begins anew.
  if (member.voteBy === "place" && member.sponsor) return { by: "place", from: t, sponsor: member.sponsor };
  const best = bestSponsor(state, member, t);
  return best?.brought === 0 ? { by: "first", from: t, sponsor: best.id } : undefined;
}

/** Sets from when this member has a vote, if everything is there (M-23). Asked after each act that may have brought it. */
export function settleVote(state: State, member: Member, at: Millis): void {
  if (member.votesFrom !== undefined || member.from === undefined) return;
  if (member.status !== "member" && member.status !== "applicant") return;
  if (standingOf(member, Math.max(at, member.from)) !== "member") return;
  const card = cardFrom(member);
  if (card === undefined) return;
  const t = Math.max(at, member.from, card);
  const begins = beginsBy(state, member, t);
  if (begins)
    begin(state, member, { ...begins, from: Math.max(begins.from, begins.by === "founder" ? member.from : t) });
}

function begin(state: State, member: Member, { by, from, sponsor }: Begins): void {
  member.votesFrom = from;
  member.votesIndex = state.size;
  member.voteBy = by;
  if (sponsor === undefined) delete member.sponsor;
  else member.sponsor = sponsor;
}

/** Gives this member the place of `sponsor` from `at` on (M-26). */
export function beginWithPlace(state: State, member: Member, sponsor: Member["id"], at: Millis): void {
  begin(state, member, { by: "place", from: at, sponsor });
}

/** The vote ends, as membership does or what it rests on; a place that was taken stays theirs. */
export function endVote(member: Member): void {
  delete member.votesFrom;
  delete member.votesIndex;
  if (member.voteBy === "place") return;
  delete member.voteBy;
  delete member.sponsor;
}

/** Who comes in while a door is open takes a place of it (M-27); the first that closes. */
export function throughDoor(state: State, member: Member, at: Millis): void {
  if (member.door !== undefined && stands(state.members.doors.get(member.door))) return;
  const [door] = openDoors(state, at);
  if (!door) return;
  door.taken += 1;
  member.door = door.by;
}

/** A decision that opened a door is in force from another moment, or never (B-10, B-11): so is what rests on it. */
export function moveDoor(state: State, by: NonNullable<Member["door"]>, from: Millis): void {
  const door = state.members.doors.get(by);
  if (!door) return;
  door.from = from;
  for (const member of state.members.members.values()) {
    if (member.door !== by || (member.votesFrom !== undefined && member.voteBy !== "door")) continue;
    endVote(member);
    settleVote(state, member, state.at);
  }
}

/** What a member's vote still waits for (M-23). */
export type VoteWait =
  /** Nothing but this moment. */
  | { readonly what: "time"; readonly from: Millis }
  /** Their card, for a third person to confirm it (M-28). */
  | { readonly what: "card" }
  /** Being seen (M-24). */
  | { readonly what: "seen" }
  /** A sponsor who has had a vote for half a year (M-26). */
  | { readonly what: "sponsor" }
  /** A place; `from`: when one is free by time alone; `hall`: they weren't seen yet where half of the roll was there (M-26). */
  | { readonly what: "place"; readonly from?: Millis; readonly hall?: true };

/** What the vote of this person waits for at `at`, in the order in which it is asked; empty: they have one, or aren't on the way to one. */
export function voteWaits(state: State, member: Member, at: Millis): VoteWait[] {
  const has = standingOf(member, at);
  if (has !== "member" && has !== "applicant") return [];
  if (member.votesFrom !== undefined) return member.votesFrom <= at ? [] : [{ what: "time", from: member.votesFrom }];
  const out: VoteWait[] = [];
  const card = cardFrom(member);
  if (card === undefined) out.push({ what: "card" });
  const t = Math.max(at, member.from ?? at, card ?? at);
  const free = withoutWord(state, member);
  if (free) {
    if (Math.max(free.from, t) > at && card !== undefined) out.push({ what: "time", from: Math.max(free.from, t) });
    return out;
  }
  if (!member.seen) out.push({ what: "seen" });
  const best = bestSponsor(state, member, t);
  if (!best) out.push({ what: "sponsor" });
  else if (best.brought > 0 && member.voteBy !== "place")
    out.push({
      what: "place",
      ...(member.seenAmong ? {} : { hall: true as const }),
      ...placeFrom(state, best.id, t),
    });
  return out;
}

function placeFrom(state: State, sponsor: Member["id"], at: Millis): { readonly from?: Millis } {
  const places = placesAt(state, at);
  if (places.taken < places.most) return {};
  const free = [freeFrom(state, sponsor, at), places.from].filter((m): m is Millis => m !== undefined);
  return free.length > 0 ? { from: Math.min(...free) } : {};
}
