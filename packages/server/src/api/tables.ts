/**
 * A body's lists as tables for spreadsheets: the same lines as the views, every one of them where the
 * asker sets no limit. One row a line, moments as ISO 8601, counts as numbers.
 */
import { type ActId, canonicalText, type MemberId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import {
  ACCOUNT_COLUMNS,
  accountRows,
  CALL_COLUMNS,
  callRow,
  DECISION_COLUMNS,
  decisionRow,
  ELECTION_COLUMNS,
  electionRow,
  ENTRY_COLUMNS,
  entryRow,
  MOTION_COLUMNS,
  motionRow,
  OFFICE_COLUMNS,
  officeRow,
  SITTING_COLUMNS,
  sittingRow,
  VOTE_COLUMNS,
  voteRow,
  accountsView,
  allOf,
  type BodyReader,
  callsView,
  cardsToConfirmPage,
  carriedView,
  type Cell,
  csvMoment,
  decisionsView,
  electionsView,
  entryLines,
  foundersPage,
  type EntryFound,
  INVITATION_COLUMNS,
  invitationRow,
  invitationsView,
  membersView,
  motionsView,
  NEWCOMER_COLUMNS,
  newcomerRow,
  newcomersView,
  NEW_KEYS_COLUMNS,
  newKeysRow,
  newKeysView,
  officesView,
  pendingView,
  type Paging,
  ROLL_COLUMNS,
  rollRow,
  sittingsView,
  SPONSOR_COLUMNS,
  sponsorRow,
  sponsorsView,
  votesView,
} from "@nabat/views";

/** A header and its rows. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What an asker may narrow a list by; each list reads what it knows. */
export type TableQuery = Paging & Readonly<Record<string, unknown>>;

/** Lines of one answer from the record's own index. */
const ENTRIES_AT_ONCE = 500;
/** Entries in one table; older ones by `before`. */
const MOST_ENTRIES = 20_000;

/** Everyone the body knows of. */
export async function rollTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => membersView(reader, q as never), query);
  return { header: ROLL_COLUMNS, rows: items.map(rollRow) };
}

/** Who waits for a vote, and for what. */
export async function newcomerTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => newcomersView(reader, q as never), query);
  return { header: NEWCOMER_COLUMNS, rows: items.map(newcomerRow) };
}

/** Who may bring whom to a vote when. */
export async function sponsorTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => sponsorsView(reader, q as never), query);
  return { header: SPONSOR_COLUMNS, rows: items.map(sponsorRow) };
}

/** New keys and cards for somebody. */
export async function newKeysTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => newKeysView(reader, q as never), query);
  return { header: NEW_KEYS_COLUMNS, rows: items.map(newKeysRow) };
}

/** Invitations: who made them, until when, who came by them. */
export async function invitationTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => invitationsView(reader, q as never), query);
  return { header: INVITATION_COLUMNS, rows: items.map(invitationRow) };
}

/** Newcomers' cards that wait for a third to confirm them. */
export async function cardTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => cardsToConfirmPage(reader, q as never), query);
  return {
    header: ["card", "for", "for name", "entered by", "entered by names", "entered"],
    rows: items.map((c) => [
      ...[c.card, c.person.id, c.person.name, c.by.map((p) => p.id).join(" ")],
      ...[c.by.map((p) => p.name ?? p.id).join("; "), csvMoment(c.at)],
    ]),
  };
}

/** What waits for a second signature. */
export async function pendingTable(reader: BodyReader): Promise<Table> {
  return {
    header: ["id", "kind", "by", "by name", "entered", "for", "vote"],
    rows: (await pendingView(reader, sha256)).map((p) => [
      ...[p.id, p.kind, p.by.id, p.by.name, csvMoment(p.at), p.whom.text, p.vote],
    ]),
  };
}

/** The founders' list. */
export async function founderTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => foundersPage(reader, sha256, q as never), query);
  return {
    header: ["id", "name", "is", "card"],
    rows: items.map((p) => [p.person.id, p.person.name, p.is, p.card]),
  };
}

/** What sources say of events, a line for each account. */
export async function accountTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => accountsView(reader, q as never), query);
  return { header: ACCOUNT_COLUMNS, rows: items.flatMap(accountRows) };
}

/** Items that wait for the next call. */
export async function carriedTable(reader: BodyReader): Promise<Table> {
  return {
    header: ["id", "title", "by", "by name", "since", "returns", "from", "motion", "election"],
    rows: (await carriedView(reader)).map((i) => [
      ...[i.id, i.title.text, i.by.id, i.by.name, csvMoment(i.at), csvMoment(i.returns), i.from?.id],
      ...[i.motion?.id, i.election?.id],
    ]),
  };
}

/** Motions with their results. */
export async function motionTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => motionsView(reader, q as never), query);
  return { header: MOTION_COLUMNS, rows: items.map(motionRow) };
}

/** Votes with their counts. */
export async function voteTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => votesView(reader, q as never), query);
  return { header: VOTE_COLUMNS, rows: items.map(voteRow) };
}

/** What was decided: by which way, and from when it is in force. */
export async function decisionTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => decisionsView(reader, q as never), query);
  return { header: DECISION_COLUMNS, rows: items.map(decisionRow) };
}

/** Sittings with how many were present. */
export async function sittingTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => sittingsView(reader, q as never), query);
  return { header: SITTING_COLUMNS, rows: items.map(sittingRow) };
}

/** Calls of meetings. */
export async function meetingTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => callsView(reader, q as never), query);
  return { header: CALL_COLUMNS, rows: items.map(callRow) };
}

/** Elections with who was elected. */
export async function electionTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const items = await allOf((q) => electionsView(reader, q as never), query);
  return { header: ELECTION_COLUMNS, rows: items.map(electionRow) };
}

/** Offices and their terms. */
export async function officeTable(reader: BodyReader): Promise<Table> {
  return { header: OFFICE_COLUMNS, rows: (await officesView(reader)).map(officeRow) };
}

/** The record itself, newest first, at most 20,000 entries: who entered what, by which right. */
export async function entryTable(reader: BodyReader, query: TableQuery): Promise<Table> {
  const { kind, by, about, limit = MOST_ENTRIES } = query;
  const found: EntryFound[] = [];
  let before = query["before"] as number | undefined;
  while (found.length < limit) {
    const want = Math.min(ENTRIES_AT_ONCE, limit - found.length);
    const some = await reader.entries({
      limit: want,
      ...(before === undefined ? {} : { before }),
      ...(kind ? { kind: kind as string } : {}),
      ...(by ? { by: by as MemberId } : {}),
      ...(about ? { about: about as ActId } : {}),
    });
    found.push(...some);
    before = some.at(-1)?.index;
    if (some.length < want) break;
  }
  const lines = await entryLines(reader, found);
  return {
    header: [...ENTRY_COLUMNS, "data"],
    rows: lines.map((line, n) => [...entryRow(line), canonicalText(dataOf(found[n]))]),
  };
}

function dataOf(entry: EntryFound | undefined): Record<string, unknown> {
  return (entry?.act?.data ?? entry?.notice?.data ?? {}) as Record<string, unknown>;
}
