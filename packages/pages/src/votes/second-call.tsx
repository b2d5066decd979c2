/** Too few were there: from when until when a second called meeting can decide the same, and the way to call it (V-76). */
import { Time, useSay } from "@nabat/ui";
import type { VoteView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";

export function SecondCall({ page, of }: { page: BodyPage; of: VoteView["secondCall"] }) {
  const { t } = useSay();
  if (!of) return null;
  return (
    <p class="read">
      {t(of.rules ? "vote-second-call-rules" : "vote-second-call")} <Time at={of.from} />, {t("force-until")}{" "}
      <Time at={of.until} />.{" "}
      {page.reader.viewer.standing === "member" && page.reader.now < of.until && (
        <a href={`${page.base}/meetings/new`}>{t("ways-call")}</a>
      )}
    </p>
  );
}
