/**
 * Statutes as seven sentences (S-1), and the difference between two statutes (S-5). Only ids and
 * facts: `speech` words them. No rule reads a sentence.
 */
import type { RefusalFacts } from "@nabat/kernel";
import type { Majority, Quorum, Statutes } from "./acts.ts";

/** The seven sentences, in the order in which they are read. */
export const SENTENCES = ["join", "convene", "decide", "vote", "read", "change", "keep"] as const;
export type SentenceId = (typeof SENTENCES)[number];

export interface Sentence {
  readonly id: SentenceId;
  readonly facts: RefusalFacts;
}

const share = (m: Majority): RefusalFacts => ({ num: m.num, den: m.den, strict: m.strict, of: m.of });
const whole = (q: Quorum): RefusalFacts => ({ quorumNum: q.num, quorumDen: q.den, quorum: q.num > 0 });

/** Rules change only where half of the roll takes part, whatever lower quorum they say (S-38). */
export const atLeastHalf = (q: Quorum): Quorum => (2 * q.num < q.den ? { num: 1, den: 2 } : q);

/**
 * The seven sentences of these statutes, as ids with facts:
 * `join` {invitedBy, vouchers, waitingDays, seen, decision, contestDays}; `convene` {signatures, noticeDays};
 * `decide` {num, den, strict, of, quorum, quorumNum, quorumDen}; `vote` {mode, secretOnRequest, seconds,
 * discussionHours, hours, contestDays}; `read` {entries, copies, admitMinutes}; `change` {as decide, noticeDays};
 * `keep` {count}: what no decision takes.
 */
export function sentences(s: Statutes): readonly Sentence[] {
  const { admission, convene, voting, change, clerk } = s;
  return [
    { id: "join", facts: { ...admission } },
    { id: "convene", facts: { ...convene } },
    { id: "decide", facts: { ...share(voting.majority), ...whole(voting.quorum) } },
    {
      id: "vote",
      facts: {
        mode: voting.mode,
        secretOnRequest: voting.secretOnRequest,
        seconds: voting.seconds,
        discussionHours: voting.discussionHours,
        hours: voting.hours,
        contestDays: voting.contestDays,
      },
    },
    { id: "read", facts: { entries: s.entries, copies: clerk.copies, admitMinutes: clerk.admitMinutes } },
    {
      id: "change",
      facts: { ...share(change.majority), ...whole(atLeastHalf(change.quorum)), noticeDays: change.noticeDays },
    },
    { id: "keep", facts: { count: Object.values(s.guarantees).filter(Boolean).length } },
  ];
}

/** One changed parameter: its path (`voting.hours`, `change.majority`), and how it read before and after. */
export interface Change {
  readonly parameter: string;
  readonly sentence: SentenceId | "rest";
  readonly old: string;
  readonly new: string;
}

/** The parameters that differ, in the order of the statutes; shares are written `2/3 cast`, lists with commas. */
export function changesBetween(old: Statutes, now: Statutes): readonly Change[] {
  const before = flat(old);
  const after = flat(now);
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return paths
    .filter((path) => before[path] !== after[path])
    .map((path) => ({ parameter: path, sentence: sentenceOf(path), old: before[path] ?? "", new: after[path] ?? "" }));
}

type LawNamed = NonNullable<Statutes["laws"]>[number];

function flat(value: object, prefix = ""): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, v] of Object.entries(value) as [string, unknown][]) {
    const path = prefix + key;
    // No laws are the same as an empty list of them.
    if (path === "laws" && (v as readonly LawNamed[]).length === 0) continue;
    if (path === "laws") out[path] = (v as readonly LawNamed[]).map((l) => `${l.of}: ${l.law}`).join(", ");
    else if (Array.isArray(v)) out[path] = v.join(",");
    else if (typeof v !== "object" || v === null) out[path] = String(v);
    else if ("num" in v) out[path] = written(v as Majority);
    else Object.assign(out, flat(v, `${path}.`));
  }
  return out;
}

function written(m: Partial<Majority> & Quorum): string {
  return `${m.strict ? ">" : ""}${m.num}/${m.den}${m.of ? ` ${m.of}` : ""}`;
}

/** In which sentence a parameter stands, by its path. */
export function sentenceOf(path: string): SentenceId | "rest" {
  if (path.startsWith("admission.")) return "join";
  if (path.startsWith("convene.")) return "convene";
  if (path === "voting.majority" || path === "voting.quorum") return "decide";
  if (path.startsWith("voting.")) return "vote";
  if (path === "entries" || path.startsWith("clerk.")) return "read";
  if (path.startsWith("change.")) return "change";
  if (path.startsWith("guarantees.")) return "keep";
  return "rest";
}
