/** Whether the record in hand honestly grew out of an older copy. */
import { useState } from "preact/hooks";
import { Notice } from "@nabat/ui/parts/notice.tsx";
import { useSay } from "@nabat/ui/say.ts";
import type { Came, Progress } from "./check-job.ts";
import { FileField } from "./fields.tsx";
import { ProgressView } from "./progress-view.tsx";
import { type Given, givenOf } from "./record-file.ts";
import { checkAside } from "./run-check.ts";
import { ArchiveNotice, FaultNotice, sayWarning } from "./verdict-view.tsx";

/** Takes an older copy and compares. */
export function CompareCopies({ newer }: { newer: Given }) {
  const { t } = useSay();
  const [older, setOlder] = useState<Given>();
  const [progress, setProgress] = useState<Progress>();
  const [came, setCame] = useState<Came | "broken">();
  const run = async () => {
    if (older === undefined) return;
    setCame(undefined);
    setProgress({ what: "reading", done: 0, of: 1 });
    try {
      setCame((await checkAside({ given: newer, older }, setProgress)).came);
    } catch (error) {
      setCame("broken");
      console.error(error);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <section id="compare">
      <h2>{t("one-compare-title")}</h2>
      <p>{t("one-compare-lead")}</p>
      <FileField
        id="older"
        label={t("one-compare-older")}
        accept=".tar,application/x-tar"
        take={(files) => {
          setOlder(givenOf(files));
          setCame(undefined);
        }}
      />
      <p>
        <button type="button" disabled={older === undefined || progress !== undefined} onClick={() => void run()}>
          {t("one-compare-do")}
        </button>
      </p>
      {progress && <ProgressView of={progress} />}
      <div role="status" id="compared">
        {came === "broken" && <Notice tone="warn" title={t("one-check-broken")} />}
        {came !== undefined && came !== "broken" && <CameView came={came} />}
      </div>
    </section>
  );
}

function CameView({ came }: { came: Came }) {
  const say = useSay();
  if (came.is === "archive") return <ArchiveNotice refusal={came.refusal} />;
  const { verdict, older, head } = came;
  if (!verdict.ok) return <FaultNotice fault={verdict.fault} checked={verdict.checked} />;
  return (
    <Notice tone="good" title={say.t("one-compare-good", { from: older?.size, to: head?.size })}>
      <p>{say.t("one-compare-good-what")}</p>
      {verdict.summary.warnings
        .map((w) => (w.code === "not-compared" ? sayWarning(say, w) : ""))
        .filter(Boolean)
        .map((w) => (
          <p key={w}>{w}</p>
        ))}
    </Notice>
  );
}
