/** How many of how many are shown, and the way on. */
import { useSay } from "@nabat/ui/say.ts";

/** Under a list that is shown in portions. */
export function More({ shown, of, more }: { shown: number; of: number; more: () => void }) {
  const { t } = useSay();
  return (
    <p class="pager">
      <span>{t("list-shown", { shown, total: of })}</span>
      {shown < of && (
        <button type="button" onClick={more}>
          {t("one-read-more")}
        </button>
      )}
    </p>
  );
}
