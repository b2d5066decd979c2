/** A guest whom two members asked to be still is told so wherever they would write, before they write: by whom, until when (N-9). */
import { Notice, People, Time, useSay } from "@nabat/ui";
import type { Person } from "@nabat/views";

export interface Stilled {
  readonly until: number;
  readonly by: readonly Person[];
}

export function StilledHere({ stilled }: { stilled: Stilled }) {
  const { t } = useSay();
  return (
    <Notice tone="warn" title={t("stilled-you")}>
      <p>
        {t("stilled-you-by")} <People of={stilled.by} />. {t("stilled-you-until")} <Time at={stilled.until} />.
      </p>
      <p>{t("stilled-you-what")}</p>
    </Notice>
  );
}
