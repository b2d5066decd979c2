/** A verdict in words. Refusals are said by `speech`, as on pages. */
import { type BodyId, type KeyId, unreachable } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { clerkKey, formatVkey, fromMultikey } from "@nabat/record";
import { refusalSentence } from "@nabat/speech";
import type { Fault, Summary, Verdict, Warning } from "@nabat/body/checker/mod.ts";
import { plainSentence } from "./fault-sentences.ts";

/** A fault for programs, with its sentence. */
export function faultJson(fault: Fault): object {
  const { rule, code, facts } = fault.refusal;
  return {
    in: fault.in,
    ...(fault.index === undefined ? {} : { index: fault.index }),
    rule,
    code,
    facts,
    sentence: sentenceOf(fault),
  };
}

/** A record keeper's key as readers of C2SP notes want it: `<origin>+<id>+<key>` (R-29). */
export function vkeyOf(body: BodyId, clerk: KeyId): string {
  return formatVkey(clerkKey(sha256, body, fromMultikey(clerk)));
}

/** The verdict for programs. */
export function verdictJson(verdict: Verdict): object {
  return verdict.ok
    ? { ok: true, recomputed: true, ...verdict.summary, vkey: vkeyOf(verdict.summary.body, verdict.summary.clerk) }
    : { ok: false, checked: verdict.checked, fault: faultJson(verdict.fault) };
}

/** The sentence of a fault: of the record's own rules as a checker says them, else as pages say the refusal. */
export function sentenceOf(fault: Fault): string {
  return plainSentence(fault) ?? refusalSentence(fault.refusal, "en");
}

/** What a reader should know besides; nothing for what is in the lines above. */
export function sayWarning({ code, facts }: Warning): string {
  switch (code) {
    case "no-witnesses":
      return "";
    case "still-provisional":
      return "This body has not adopted itself yet.\n";
    case "attachments-not-here":
      return "What stands beside the record was not here and was not checked.\n";
    case "not-compared":
      return `${facts["attachments"]} attachments of the older copy are of a grade that the newer one isn't meant to hold; they were not compared.\n`;
    default:
      return unreachable(code);
  }
}

/** A fault in lines. */
export function sayFault(fault: Fault): string {
  const where = fault.index === undefined ? fault.in : `entry ${fault.index} (counting from 0), ${fault.in}`;
  const facts = Object.entries(fault.refusal.facts).map(([k, v]) => `${k} ${String(v)}`);
  return `The record does not hold.\n  where   ${where}\n  rule    ${fault.refusal.rule} ${fault.refusal.code}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}\n  ${sentenceOf(fault)}\n`;
}

/** A summary in lines. */
export function saySummary(s: Summary): string {
  const { results, attachments: a } = s;
  const lines = [
    ["body", s.body + (s.practice ? "  (practice)" : "")],
    ["entries", `${s.entries}, the last at ${new Date(s.at).toISOString()}`],
    ["root", s.root],
    ["state", s.state],
    ["kept by", `${s.clerk}, epoch ${s.epoch}`],
    ["", vkeyOf(s.body, s.clerk)],
    ["members", String(s.members)],
    [
      "results",
      `${results.recomputed} recomputed${results.byTellers > 0 ? `, ${results.byTellers} of them from counts that tellers signed` : ""}; ${results.attested.length} attested${results.unread > 0 ? `; ${results.unread} whose openings were not handed to this reader` : ""}`,
    ],
    ...results.attested.map((r) => ["", `vote ${r.vote.slice(0, 12)}… attested by ${r.by.join(", ")}`] as const),
    [
      "beside",
      `${a.named} attachments named: ${a.present} here, ${a.erased} erased, ${a.withheld} withheld, ${a.unread} not handed to this reader`,
    ],
    [
      "witnesses",
      s.witnesses.length === 0
        ? "none has cosigned this checkpoint"
        : s.witnesses.map((w) => `${w.name} at ${new Date(w.seconds * 1000).toISOString()}`).join("; "),
    ],
  ] as const;
  const notes = s.warnings.map(sayWarning);
  return `${lines.map(([k, v]) => `${k.padEnd(10)}${v}\n`).join("")}${notes.join("")}The record holds: every entry, signature and result was recomputed here.\n`;
}
