/** A verdict in words, all of them from `speech`. */
import type { BodyId, KeyId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { clerkKey, formatVkey, fromMultikey } from "@nabat/record";
import { faultSentence, type Locale, speak } from "@nabat/speech";
import type { Fault, Summary, Verdict, Warning } from "@nabat/body/checker/mod.ts";

/** A fault for programs, with its sentence. */
export function faultJson(fault: Fault, locale: Locale): object {
  const { rule, code, facts } = fault.refusal;
  return {
    in: fault.in,
    ...(fault.index === undefined ? {} : { index: fault.index }),
    rule,
    code,
    facts,
    sentence: faultSentence(fault, locale),
  };
}

/** A record keeper's key as readers of C2SP notes want it: `<origin>+<id>+<key>` (R-29). */
export function vkeyOf(body: BodyId, clerk: KeyId): string {
  return formatVkey(clerkKey(sha256, body, fromMultikey(clerk)));
}

/** The verdict for programs. */
export function verdictJson(verdict: Verdict, locale: Locale): object {
  return verdict.ok
    ? { ok: true, recomputed: true, ...verdict.summary, vkey: vkeyOf(verdict.summary.body, verdict.summary.clerk) }
    : { ok: false, checked: verdict.checked, fault: faultJson(verdict.fault, locale) };
}

/** What a reader should know besides; nothing for what is in the lines above. */
export function sayWarning({ code, facts }: Warning, locale: Locale): string {
  return code === "no-witnesses" ? "" : `${speak(locale).t(`verify-${code}`, facts)}\n`;
}

/** A fault in lines. */
export function sayFault(fault: Fault, locale: Locale): string {
  const { t } = speak(locale);
  const { rule, code } = fault.refusal;
  const where = fault.index === undefined ? fault.in : t("verify-entry", { index: fault.index, in: fault.in });
  const facts = Object.entries(fault.refusal.facts).map(([k, v]) => `${k} ${String(v)}`);
  const lines = [
    [t("verify-where"), where],
    [t("verify-rule"), `${rule} ${code}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`],
  ] as const;
  return `${t("verify-holds-not")}\n${lines.map(([k, v]) => `  ${k.padEnd(8)}${v}\n`).join("")}  ${faultSentence(fault, locale)}\n`;
}

/** A summary in lines. */
export function saySummary(s: Summary, locale: Locale): string {
  const { t } = speak(locale);
  const { results, attachments: a } = s;
  const moment = (ms: number) => new Date(ms).toISOString();
  const lines = [
    [t("verify-body"), s.body + (s.practice ? `  ${t("verify-practice")}` : "")],
    [t("verify-entries"), t("verify-entries-of", { count: s.entries, at: moment(s.at) })],
    [t("verify-root"), s.root],
    [t("verify-state"), s.state],
    [t("verify-kept"), t("verify-kept-of", { clerk: s.clerk, epoch: s.epoch })],
    ["", vkeyOf(s.body, s.clerk)],
    [t("verify-members"), String(s.members)],
    [
      t("verify-results"),
      t("verify-results-of", {
        recomputed: results.recomputed,
        tellers: results.byTellers,
        attested: results.attested.length,
        unread: results.unread,
      }),
    ],
    ...results.attested.map(
      (r) => ["", t("verify-attested", { vote: r.vote.slice(0, 12), by: r.by.join(", ") })] as const,
    ),
    [t("verify-beside"), t("verify-beside-of", { ...a })],
    [
      t("verify-witnesses"),
      s.witnesses.length === 0
        ? t("verify-no-witness")
        : s.witnesses.map((w) => t("verify-witness", { name: w.name, at: moment(w.seconds * 1000) })).join("; "),
    ],
  ] as const;
  const notes = s.warnings.map((w) => sayWarning(w, locale));
  return `${lines.map(([k, v]) => `${k.padEnd(10)}${v}\n`).join("")}${notes.join("")}${t("verify-holds")}\n`;
}
