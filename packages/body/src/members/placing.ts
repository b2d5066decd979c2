/** Rules of a sponsor's word and of taking a place (M-26, M-27). */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { type Sponsor, sponsor, type TakePlace, takePlace } from "./acts.ts";
import { openDoors, stands } from "./doors.ts";
import { needsVote } from "./no-vote.ts";
import type { Member } from "./part.ts";
import { settle } from "./settle.ts";
import { bestSponsor, maySponsorAt, MOST_SPONSORS, placesAt, sponsorsFrom, waitingForPlace } from "./sponsors.ts";
import { standingOf } from "./standing.ts";
import { beginWithPlace, cardFrom, settleVote, throughDoor } from "./vote-begins.ts";

/** The newcomer of that id, who has no vote and none coming. Refuses M-26. */
function newcomerOf(state: State, id: MemberId, at: Millis): Result<Member> {
  const member = state.members.members.get(id);
  const has = standingOf(member, at);
  if (!member || (has !== "applicant" && has !== "member")) return refuse("M-26", "not-a-newcomer", { standing: has });
  return member.votesFrom === undefined ? ok(member) : refuse("M-26", "votes-already", { from: member.votesFrom });
}

/** May `by` give their word for this newcomer (M-26)? */
export function maySponsor(state: State, id: MemberId, by: MemberId, at: Millis): Result<true> {
  const found = newcomerOf(state, id, at);
  if (!found.ok) return found;
  const votes = needsVote(state, by, at);
  if (!votes.ok) return votes;
  const own = state.members.members.get(by);
  if (!maySponsorAt(own, at)) return refuse("M-26", "too-new-to-sponsor", { from: (own && sponsorsFrom(own)) ?? at });
  const { invitedBy, sponsors = [], seenBy = [] } = found.value;
  if (invitedBy === by || sponsors.includes(by)) return refuse("M-26", "you-sponsor");
  if (seenBy.includes(by)) return refuse("M-26", "you-saw-them");
  return sponsors.length < MOST_SPONSORS ? ok(true) : refuse("M-26", "sponsored-enough");
}

/** Does this member wait for nothing but a place (M-26)? */
export function readyForPlace(member: Member, at: Millis): boolean {
  return member.seenAmong === true && (cardFrom(member) ?? at + 1) <= at;
}

/** How a newcomer's vote could begin now, by an act of anybody's (M-26, M-27). */
export type Takes = "door" | "first" | "place";

/** May this newcomer take a place now (M-26, M-27)? Says which; else what stands in the way. */
export function mayTakePlace(state: State, id: MemberId, at: Millis): Result<Takes> {
  const found = newcomerOf(state, id, at);
  if (!found.ok) return found;
  const member = found.value;
  if (standingOf(member, at) !== "member") return refuse("M-26", "not-a-member-yet", {});
  if ((cardFrom(member) ?? at + 1) > at) return refuse("M-28", "card-not-shown");
  if (openDoors(state, at).length > 0 || stands(doorOf(state, member))) return ok("door");
  if (!member.seen) return refuse("M-26", "not-seen");
  const best = bestSponsor(state, member, at);
  if (!best) return refuse("M-26", "no-sponsor");
  if (best.brought === 0) return ok("first");
  const places = placesAt(state, at);
  if (places.taken >= places.most)
    return refuse("M-26", "no-place", { taken: places.taken, most: places.most, ...freeFrom(places.from) });
  if (member.seenAmong === undefined) return refuse("M-26", "not-seen-among-half");
  const [first] = waitingForPlace(state, (m) => readyForPlace(m, at), at);
  return !first || first.member.id === id ? ok("place") : refuse("M-26", "others-first", { member: first.member.id });
}

const freeFrom = (from: Millis | undefined): { from?: Millis } => (from === undefined ? {} : { from });

function doorOf(state: State, member: Member): ReturnType<State["members"]["doors"]["get"]> {
  return member.door === undefined ? undefined : state.members.doors.get(member.door);
}

export const sponsorKind = defineKind<Sponsor, undefined>({
  kind: "sponsor",
  schema: sponsor,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = maySponsor(state, act.data.member, act.by, cx.at);
    return may.ok ? admitted("M-26", cameBy(state, act.by)) : may;
  },
  apply: (state, act, cx) => {
    const member = state.members.members.get(act.data.member);
    if (!member) throw new Error("a sponsor of nobody");
    (member.sponsors ??= []).push(act.by);
    settle(state, member, cx.at);
  },
});

export const placeKind = defineKind<TakePlace, Takes>({
  kind: "place",
  schema: takePlace,
  signer: "member",
  admit: (state, act, cx) => {
    const takes = mayTakePlace(state, act.data.member, cx.at);
    if (!takes.ok) return takes;
    return admitted(takes.value === "door" ? "M-27" : "M-26", cameBy(state, act.by), takes.value);
  },
  apply: (state, act, cx, takes) => {
    const member = state.members.members.get(act.data.member);
    if (!member) throw new Error("a place for nobody");
    if (takes === "door") throughDoor(state, member, cx.at);
    if (takes !== "place") return settleVote(state, member, cx.at);
    const best = bestSponsor(state, member, cx.at);
    if (!best) throw new Error("a place without a sponsor");
    beginWithPlace(state, member, best.id, cx.at);
  },
});
