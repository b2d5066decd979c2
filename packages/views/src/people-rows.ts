/** Lists of people as files: the same columns and rows by the API and by pages, ids beside names. */
import { type Cell, csvMoment } from "./csv.ts";
import type { MemberLine } from "./members.ts";
import type { NewcomerLine } from "./newcomers.ts";
import type { SponsorLine } from "./sponsors.ts";
import type { Person } from "./shared.ts";

const named = (people: readonly Person[]): string => people.map((p) => p.name ?? p.id).join("; ");
const ids = (people: readonly Person[]): string => people.map((p) => p.id).join(" ");

export const ROLL_COLUMNS = [
  ...["id", "name", "standing", "joined", "member from", "votes from", "waits for", "left"],
  ...["invited by", "sponsor", "vouchers", "seen", "card", "card confirmed", "card confirmed by"],
] as const;

/** One line of the roll. */
export function rollRow(m: MemberLine): Cell[] {
  return [
    ...[m.id, m.name.text, m.stayEnded ? "stay-ended" : m.standing, csvMoment(m.joined), csvMoment(m.since)],
    ...[csvMoment(m.votesFrom), m.waits.map((w) => w.what).join(" "), csvMoment(m.left)],
    ...[m.invitedBy && (m.invitedBy.name ?? m.invitedBy.id), m.sponsor && (m.sponsor.name ?? m.sponsor.id)],
    ...[m.vouchers.length, m.seen, m.card, csvMoment(m.confirmed)],
    m.confirmedBy && (m.confirmedBy.name ?? m.confirmedBy.id),
  ];
}

export const NEWCOMER_COLUMNS = [
  ...["id", "name", "standing", "joined", "member from", "waits for", "invited by", "sponsors"],
  ...["seen by", "card", "card confirmed", "card confirmed by"],
] as const;

/** One on the way to a vote. */
export function newcomerRow(m: NewcomerLine): Cell[] {
  return [
    ...[m.id, m.name.text, m.standing, csvMoment(m.joined), csvMoment(m.since)],
    ...[m.waits.map((w) => w.what).join(" "), m.invitedBy && (m.invitedBy.name ?? m.invitedBy.id)],
    ...[named(m.sponsors), named(m.seenBy), m.card, csvMoment(m.confirmed)],
    m.confirmedBy && (m.confirmedBy.name ?? m.confirmedBy.id),
  ];
}

export const SPONSOR_COLUMNS = [
  ...["id", "name", "brought", "brought ids", "sponsors from", "next without a place from"],
] as const;

/** One who may bring others. */
export function sponsorRow(s: SponsorLine): Cell[] {
  return [s.id, s.name.text, named(s.brought), ids(s.brought), csvMoment(s.from), csvMoment(s.freeFrom)];
}
