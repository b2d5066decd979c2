/**
 * The stages of a count as one table: a row for each candidate (or pair, or candidate and grade) at each
 * stage. Amounts are exact texts, as the rule reckons them. Heads are English in every language.
 */
import type { CountResult, Stage } from "@nabat/count";
import { type Cell, toCsv } from "@nabat/views";

const HEAD = [
  "stage",
  "kind",
  "subject",
  "candidate",
  "other",
  "votes",
  "keep",
  "received_papers",
  "received_votes",
  "for",
  "against",
  "state",
  "quota",
];

type Row = Partial<Record<(typeof HEAD)[number], Cell>>;

/** The CSV text of every stage. */
export function stagesCsv(result: CountResult): string {
  const rows = result.stages.flatMap((s) => stageRows(result, s));
  return toCsv(
    HEAD,
    rows.map((row) => HEAD.map((h) => row[h])),
  );
}

function stageRows(result: CountResult, s: Stage): Row[] {
  const name = (c: number | undefined): string | undefined => (c === undefined ? undefined : result.candidates[c]);
  const head: Row = { stage: s.number, kind: s.kind, subject: name(s.subject) };
  const rows: Row[] = [];
  const received = new Map((s.transfers ?? []).map((t) => [t.to, t]));
  result.candidates.forEach((candidate, c) => {
    const [votes, got] = [s.votes?.[c] ?? "", received.get(c)];
    const state = s.elected.includes(c) ? "elected" : s.excluded.includes(c) ? "excluded" : undefined;
    if (votes === "" && !got && !state) return;
    rows.push({
      ...head,
      candidate,
      votes,
      keep: s.keep?.[c],
      received_papers: got?.papers,
      received_votes: got?.votes,
      state,
      quota: s.quota,
    });
  });
  const none = received.get(-1);
  if (none ?? s.nonTransferable)
    rows.push({
      ...head,
      candidate: "(no further preference)",
      votes: s.nonTransferable,
      received_papers: none?.papers,
      received_votes: none?.votes,
    });
  if (s.lost !== undefined) rows.push({ ...head, candidate: "(lost by cutting decimals)", votes: s.lost });
  s.matrix?.forEach((row, a) =>
    row.forEach((n, b) => {
      if (s.kind === "grades")
        rows.push({ ...head, candidate: name(a), other: result.gradeNames?.[b] ?? String(b + 1), for: n });
      else if (a !== b) rows.push({ ...head, candidate: name(a), other: name(b), for: n, against: s.matrix![b]![a] });
    }),
  );
  if (s.kind === "lock")
    rows.push({
      ...head,
      candidate: name(s.subject),
      other: name(s.other),
      for: s.figure,
      against: s.against,
      state: s.locked ? "locked" : "left out",
    });
  if (rows.length === 0) rows.push({ ...head, votes: s.figure });
  return rows;
}
