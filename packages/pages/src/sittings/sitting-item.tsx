/** A sitting in a ledger. */
import { Meta, Tag, Time, useSay, Words } from "@nabat/ui";
import type { SittingLine } from "@nabat/views";

export function SittingItem({ line, base }: { line: SittingLine; base: string }) {
  const { t } = useSay();
  return (
    <li>
      <a class="title" href={`${base}/sittings/${line.id}`}>
        <Words of={line.title} />
      </a>
      <Meta>
        {line.closed === undefined ? (
          <Tag kind="open">{t("sitting-open")}</Tag>
        ) : (
          <Tag kind="plain">{t("sitting-closed")}</Tag>
        )}
        {line.section && t("sitting-section", { section: line.section })}
        <Time at={line.opened} />
        {line.present !== undefined && t("sitting-present", { n: line.present })}
      </Meta>
    </li>
  );
}
