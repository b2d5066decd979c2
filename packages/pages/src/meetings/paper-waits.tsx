/** On the page of what a hall on paper voted on: its count was entered and waits for its tellers (B-13). */
import { Notice, Time, useSay } from "@nabat/ui";
import type { MotionView } from "@nabat/views";

export function PaperWaits({ waits, base }: { waits: NonNullable<MotionView["onPaper"]>; base: string }) {
  const { t } = useSay();
  return (
    <Notice title={t("paper-hall")}>
      <p>
        {t("paper-waits")} <Time at={waits.until} />.{" "}
        <a href={`${base}/meetings/${waits.call}#on-paper`}>{t("paper-waits-see")}</a>
      </p>
    </Notice>
  );
}
