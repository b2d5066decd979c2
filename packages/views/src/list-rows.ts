/**
 * Lists of what is moved, voted on, decided and met about, as files: the same columns and rows by the API and by pages, ids
 * beside names, moments as ISO 8601. Columns are in English, so that programs find them in every language.
 */
import type { AccountsAbout } from "./accounts.ts";
import type { DecisionLine } from "./binding.ts";
import { type Cell, csvMoment } from "./csv.ts";
import type { ElectionLine, OfficeShown } from "./elections.ts";
import type { EntryLine } from "./entries.ts";
import type { CallLine } from "./meetings.ts";
import type { MotionLine } from "./motion-lines.ts";
import type { ResultShown } from "./results.ts";
import type { SittingLine } from "./sittings.ts";
import type { VoteLine } from "./vote-shown.ts";

const COUNTS = ["for", "against", "abstain", "taking-part"] as const;
const COUNT_COLUMNS = ["for", "against", "abstain", "opposed yet taking part"] as const;
const RESULT_COLUMNS = ["outcome", ...COUNT_COLUMNS, "no position", "present", "whole"] as const;

function counted(counts: Readonly<Record<string, number>> | undefined): Cell[] {
  return COUNTS.map((key): Cell => counts?.[key]);
}

function resultCells(r: ResultShown | undefined): Cell[] {
  return [r?.outcome, ...counted(r?.counts), r?.none, r?.present, r?.whole];
}

export const MOTION_COLUMNS = [
  ...["id", "title", "status", "subject", "amends", "mover", "mover name", "moved"],
  ...RESULT_COLUMNS,
] as const;

export function motionRow(m: MotionLine): Cell[] {
  return [
    ...[m.id, m.title.text, m.status, m.subject, m.amends?.id, m.mover.id, m.mover.name, csvMoment(m.at)],
    ...resultCells(m.result),
  ];
}

export const VOTE_COLUMNS = [
  ...["id", "about", "title", "mode", "status", "opened", "closes", "closed"],
  ...RESULT_COLUMNS,
] as const;

export function voteRow(v: VoteLine): Cell[] {
  return [
    ...[v.id, v.election ?? v.motion, v.title.text, v.mode, v.status],
    ...[csvMoment(v.opened), csvMoment(v.closes), csvMoment(v.closed), ...resultCells(v.result)],
  ];
}

export const DECISION_COLUMNS = [
  ...["id", "title", "about", "kind", "way", "decided", "took part", "of", "stage", "in force from", "vote"],
] as const;

export function decisionRow(d: DecisionLine): Cell[] {
  return [
    ...[d.id, d.title.text, d.on, d.subject, d.way, csvMoment(d.at), d.voted, d.whole, d.stage],
    ...[csvMoment(d.from), d.vote],
  ];
}

export const SITTING_COLUMNS = ["id", "title", "section", "opened", "closed", "present"] as const;

export function sittingRow(s: SittingLine): Cell[] {
  return [s.id, s.title.text, s.section, csvMoment(s.opened), csvMoment(s.closed), s.present];
}

export const CALL_COLUMNS = [
  ...["id", "title", "type", "stage", "starts", "called by", "called by name"],
  ...["signatures", "signatures needed", "items"],
] as const;

export function callRow(m: CallLine): Cell[] {
  return [
    ...[m.id, m.title.text, m.type, m.stage, csvMoment(m.starts), m.caller.id, m.caller.name],
    ...[m.signatures.has, m.signatures.needed, m.items],
  ];
}

export const ELECTION_COLUMNS = [
  ...["id", "title", "proposed", "by", "by name", "seats", "rule", "term in days", "status", "candidates", "elected"],
  "elected ids",
] as const;

export function electionRow(e: ElectionLine): Cell[] {
  return [
    ...[e.id, e.title.text, csvMoment(e.at), e.by.id, e.by.name, e.seats, e.rule, e.termDays, e.status, e.candidates],
    ...[e.elected.map((p) => p.name ?? p.id).join("; "), e.elected.map((p) => p.id).join(" ")],
  ];
}

export const OFFICE_COLUMNS = [
  ...["id", "title", "holder", "holder name", "since", "until", "stage", "elected by"],
] as const;

export function officeRow(o: OfficeShown): Cell[] {
  return [
    ...[o.id, o.title.text, o.holder.id, o.holder.name, csvMoment(o.since), csvMoment(o.until), o.stage, o.result],
  ];
}

export const ACCOUNT_COLUMNS = [
  ...["about", "account", "source", "present", "quality", "says", ...COUNT_COLUMNS, "by", "by name", "entered"],
] as const;

/** A row for each account of the event. */
export function accountRows(event: AccountsAbout): Cell[][] {
  return event.accounts.map((a) => [
    ...[event.about, a.id, a.source.text, a.present?.value, a.present?.quality, a.says, ...counted(a.counts)],
    ...[a.by.id, a.by.name, csvMoment(a.at)],
  ]);
}

/** What the API's file and the page's have in common; the one adds what was signed, the other says it in words. */
export const ENTRY_COLUMNS = ["index", "entered", "id", "kind", "by", "by name", "rule", "right from"] as const;

export function entryRow(e: EntryLine): Cell[] {
  return [e.index, csvMoment(e.at), e.id, e.kind, e.by?.id, e.by?.name, e.right?.rule, e.right?.from];
}
