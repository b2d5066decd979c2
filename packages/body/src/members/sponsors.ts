/**
 * Sponsors and places (M-26): a body's votes grow at a pace that everybody can reckon. Each sponsor's first in half a
 * year waits for no place; further ones come only within a quarter of the roll, firsts reckoned in. Computed.
 */
import type { MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Member } from "./part.ts";
import { rollSize, standingOf, votes } from "./standing.ts";

const DAY_MS = 24 * 3600_000;
/** Half a year, in ms (M-25, M-26). */
export const HALF_YEAR_MS = 182 * DAY_MS;
/** One part in so many of the roll comes to a vote by sponsors' word in half a year (M-26). */
export const PLACES_OF = 4;
/** More sponsors than that help nobody (M-26). */
export const MOST_SPONSORS = 10;

/** From when this person may sponsor others, if they have a vote (M-26): founders at once, others half a year after it began. */
export function sponsorsFrom(member: Member): Millis | undefined {
  if (member.votesFrom === undefined) return undefined;
  return member.founder ? member.votesFrom : member.votesFrom + HALF_YEAR_MS;
}

/** May this person sponsor others at `at` (M-26)? */
export function maySponsorAt(member: Member | undefined, at: Millis): boolean {
  return votes(member, at) && (sponsorsFrom(member) ?? at + 1) <= at;
}

/** Who came to a vote by a sponsor's word in the half-year before `at`, or will (M-26). */
export function broughtLately(state: State, at: Millis): Member[] {
  return [...state.members.members.values()].filter((m) => isBrought(m, at));
}

function isBrought(m: Member, at: Millis): boolean {
  return (m.voteBy === "first" || m.voteBy === "place") && m.votesFrom !== undefined && m.votesFrom + HALF_YEAR_MS > at;
}

/** How many each sponsor brought to a vote in the half-year before `at` (M-26); a sponsor who brought none is left out. */
export function broughtBy(state: State, at: Millis): Map<MemberId, number> {
  const out = new Map<MemberId, number>();
  for (const m of broughtLately(state, at)) if (m.sponsor) out.set(m.sponsor, (out.get(m.sponsor) ?? 0) + 1);
  return out;
}

/** From when the sponsor's word waits for no place again (M-26): half a year after the last whom they brought. */
export function freeFrom(state: State, sponsor: MemberId, at: Millis): Millis | undefined {
  const theirs = broughtLately(state, at).flatMap((m) => (m.sponsor === sponsor ? (m.votesFrom ?? []) : []));
  return theirs.length === 0 ? undefined : Math.max(...theirs) + HALF_YEAR_MS;
}

/** Whose word could bring this newcomer to a vote at `at`: who invited, and who said so; none of those who saw them. */
export function sponsorsOf(state: State, member: Member, at: Millis): MemberId[] {
  const { invitedBy, sponsors = [], seenBy = [] } = member;
  const all = [...(invitedBy === undefined ? [] : [invitedBy]), ...sponsors];
  const fit = all.filter((id, i) => all.indexOf(id) === i && maySponsorAt(state.members.members.get(id), at));
  const others = fit.filter((id) => !seenBy.includes(id));
  // Where there is nobody else, the sponsor sees them too (M-24).
  return others.length > 0 || !alone(state, at) ? others : fit;
}

/** Has only one person a vote at `at`? */
export function alone(state: State, at: Millis): boolean {
  let n = 0;
  for (const m of state.members.members.values()) if (votes(m, at) && ++n > 1) return false;
  return true;
}

/** The places of the half-year before `at` (M-26). */
export interface Places {
  /** Who came to a vote by sponsors' word, firsts reckoned in. */
  readonly taken: number;
  /** A quarter of the roll. */
  readonly most: number;
  /** From when the next is free, where time alone frees it. */
  readonly from?: Millis;
}

/** How many places there are at `at`, and when the next is free. */
export function placesAt(state: State, at: Millis): Places {
  const brought = broughtLately(state, at).map((m) => m.votesFrom ?? at);
  const most = Math.floor(rollSize(state, at) / PLACES_OF);
  if (brought.length < most) return { taken: brought.length, most };
  const ends = brought.sort((a, b) => a - b)[brought.length - most];
  return { taken: brought.length, most, ...(most === 0 || ends === undefined ? {} : { from: ends + HALF_YEAR_MS }) };
}

/** Someone who waits for a place, and the sponsor whose word would bring them (M-26). */
export interface WaitsForPlace {
  readonly member: Member;
  readonly sponsor: MemberId;
  /** How many that sponsor brought in the half-year before. */
  readonly brought: number;
  readonly since: Millis;
}

/** The sponsor who brought fewest lately; of several, who said so first. */
export function bestSponsor(
  state: State,
  member: Member,
  at: Millis,
  brought = broughtBy(state, at),
): { readonly id: MemberId; readonly brought: number } | undefined {
  return sponsorsOf(state, member, at)
    .map((id) => ({ id, brought: brought.get(id) ?? 0 }))
    .reduce<{ id: MemberId; brought: number } | undefined>((a, b) => (a && a.brought <= b.brought ? a : b), undefined);
}

/**
 * Who waits for nothing but a place at `at`, in the order in which places are taken (M-26): first those whose sponsor
 * brought fewest, so that nobody's tenth goes before another's second; of these who waits longest.
 */
export function waitingForPlace(state: State, ready: (m: Member) => boolean, at: Millis): WaitsForPlace[] {
  const brought = broughtBy(state, at);
  return [...state.members.members.values()]
    .flatMap((member) => {
      if (member.votesFrom !== undefined || standingOf(member, at) !== "member" || !ready(member)) return [];
      const best = bestSponsor(state, member, at, brought);
      const since = Math.max(member.from ?? at, member.seenAt ?? member.from ?? at);
      return best ? [{ member, sponsor: best.id, brought: best.brought, since }] : [];
    })
    .sort((a, b) => a.brought - b.brought || a.since - b.since || (a.member.id < b.member.id ? -1 : 1));
}
