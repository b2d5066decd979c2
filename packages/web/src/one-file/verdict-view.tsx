/** What a check came to, in words: no fault and what was recomputed, or the first fault with its rule. */
import type { Refusal } from "@nabat/kernel";
import type { Fault, Summary, Verdict, Warning } from "@nabat/body/checker/mod.ts";
import { faultSentence } from "@nabat/speech";
import { Facts } from "@nabat/ui/parts/lists.tsx";
import { Notice } from "@nabat/ui/parts/notice.tsx";
import { Sentence } from "@nabat/ui/parts/texts.tsx";
import { Time } from "@nabat/ui/parts/time.tsx";
import { type Say, useSay } from "@nabat/ui/say.ts";
import { GroupName } from "./group-name.tsx";
import type { Loaded } from "./shell.ts";

/** An archive that can't be opened. */
export function ArchiveNotice({ refusal }: { refusal: Refusal }) {
  const say = useSay();
  return (
    <Notice tone="needs" title={say.t("one-check-archive")}>
      <p>
        <Sentence>{faultSentence({ refusal }, say.locale, { zone: say.zone })}</Sentence>
      </p>
    </Notice>
  );
}

/** The verdict over a record. */
export function VerdictView({ verdict, loaded }: { verdict: Verdict; loaded?: Loaded }) {
  const { t } = useSay();
  if (!verdict.ok) return <FaultNotice fault={verdict.fault} checked={verdict.checked} />;
  const { summary } = verdict;
  return (
    <>
      <Notice tone="good" title={t("one-check-good", { entries: summary.entries })}>
        <p>{t("one-check-good-what")}</p>
      </Notice>
      <SummaryFacts summary={summary} loaded={loaded} />
    </>
  );
}

/** The first fault. */
export function FaultNotice({ fault, checked }: { fault: Fault; checked: number }) {
  const say = useSay();
  const { t } = say;
  return (
    <Notice tone="needs" title={t("one-check-fault")}>
      <p>
        <b>{fault.index === undefined ? t("one-check-fault-whole") : t("one-check-fault-at", { n: fault.index })}</b>
      </p>
      <p id="fault" data-rule={fault.refusal.rule} data-code={fault.refusal.code} data-index={fault.index}>
        <Sentence>{faultSentence(fault, say.locale, { zone: say.zone })}</Sentence>
      </p>
      {fault.index !== undefined && checked > 0 && (
        <p>{t("one-check-checked", { n: Math.min(checked, fault.index) })}</p>
      )}
      <p>{t("one-check-fault-do")}</p>
    </Notice>
  );
}

function SummaryFacts({ summary: s, loaded }: { summary: Summary; loaded?: Loaded }) {
  const say = useSay();
  const { t } = say;
  const { results: r, attachments: a } = s;
  const warnings = s.warnings.map((w) => sayWarning(say, w)).filter(Boolean);
  return (
    <>
      <Facts
        rows={[
          [t("one-fact-group"), loaded && <GroupName loaded={loaded} />],
          [t("one-fact-entries"), String(s.entries)],
          [t("one-fact-last"), <Time at={s.at} />],
          [t("one-fact-members"), String(s.members)],
          [t("one-fact-results"), t("one-fact-results-n", { recomputed: r.recomputed, tellers: r.byTellers })],
          [t("one-fact-attested"), r.attested.length > 0 && t("one-fact-attested-n", { n: r.attested.length })],
          ["", r.unread > 0 && t("one-fact-unread", { n: r.unread })],
          [t("one-fact-texts"), t("one-fact-texts-n", { ...a })],
          [
            t("one-fact-witnesses"),
            s.witnesses.length > 0 ? s.witnesses.map((w) => w.name).join(", ") : t("one-fact-witnesses-none"),
          ],
          [t("one-fact-keeper"), <code>{s.clerk}</code>],
          [t("one-fact-epoch"), s.epoch > 0 && String(s.epoch)],
          [t("one-fact-mark"), <code>{s.body}</code>],
          [t("one-fact-made"), loaded?.manifest && <Time at={loaded.manifest.made} />],
        ]}
      />
      {s.practice && <p>{t("one-warn-practice")}</p>}
      {warnings.map((w) => (
        <p key={w}>{w}</p>
      ))}
    </>
  );
}

/** What a reader should know besides; nothing for what stands in the facts already. */
export function sayWarning({ t }: Say, { code, facts }: Warning): string {
  if (code === "still-provisional") return t("one-warn-provisional");
  if (code === "attachments-not-here") return t("one-warn-beside");
  if (code === "names-against-rules") return t("one-warn-names", { n: facts["count"] });
  if (code === "not-compared") return t("one-warn-compared", { n: facts["attachments"] });
  return "";
}
