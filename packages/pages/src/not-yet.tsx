/** In place of a form that would only be refused: why, and where to go instead. */
import { Notice, useSay } from "@nabat/ui";
import type { BodyPage } from "./frame.tsx";

/** What stands in the way of moving, calling and electing here: a group not adopted yet, or a reader who is no member. */
export function NotYet({ page, title }: { page: BodyPage; title: string }) {
  const { t } = useSay();
  const { base } = page;
  const provisional = page.facts.phase !== "adopted";
  return (
    <div class="read">
      <h1>{title}</h1>
      <Notice tone="warn" title={t(provisional ? "meetings-provisional" : "new-members-only")}>
        {!provisional && <p>{t("new-members-only-what")}</p>}
        <p class="links">
          {provisional && page.reader.mayReadRecord ? (
            <a href={`${base}/founders`}>{t("meetings-provisional-do")}</a>
          ) : (
            <a href={`${base}/meetings`}>{t("tab-meetings")}</a>
          )}
        </p>
      </Notice>
    </div>
  );
}
