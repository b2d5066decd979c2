/** Whoever came in with their sheet is told that their other devices stand, and ends them with one press (K-5, K-16). */
import { ActButton, Day, Notice, useSay } from "@nabat/ui";
import type { CameBack } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";

export function CameBackNotice({ page, back, next }: { page: BodyPage; back: CameBack; next: string }) {
  const { t, date } = useSay();
  return (
    <Notice tone="needs" title={t(back.left ? "came-back-left" : "came-back-title")}>
      <p>{t(back.left ? "came-back-left-what" : "came-back-what", { at: date(back.at) })}</p>
      <ul class="ledger">
        {back.others.map((d) => (
          <li key={d.key}>
            <span class="title">{t("device-other")}</span>
            <p class="meta">
              <span>
                {t("device-since")} <Day at={d.since} />
              </span>
              <span>{t("device-acts", { n: d.acts })}</span>
              <code>{d.key.slice(0, 16)}…</code>
            </p>
            <ActButton
              act="device.end"
              body={page.reader.body}
              next={next}
              submit={t("device-end")}
              now
              warning={t("came-back-end-warning")}
              of={{ device: d.key }}
            />
          </li>
        ))}
      </ul>
      <p>
        {t("came-back-sheet")} <a href={`${page.base}/keys#use-sheet`}>{t("use-sheet-title")}</a>
      </p>
    </Notice>
  );
}
