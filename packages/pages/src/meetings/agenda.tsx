/** Calls and agendas in lists: the same on the call's page, at the meeting and on a body's home. */
import { Meta, PersonName, Tag, Time, useSay, Words } from "@nabat/ui";
import type { AgendaShown, CallLine } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { told } from "../frame.tsx";

/** One call in a ledger. */
export function CallItem({ line, base }: { line: CallLine; base: string }) {
  const { t } = useSay();
  return (
    <li>
      <a class="title" href={`${base}/meetings/${line.id}`}>
        <Words of={line.title} />
      </a>
      <Meta>
        <StageTag line={line} />
        <Time at={line.starts} />
        {t(`meeting-type-${line.type}`)}
        {line.stage === "signing" && t("call-signed-of", line.signatures)}
        {t("call-items", { count: line.items })}
      </Meta>
    </li>
  );
}

export function StageTag({ line }: { line: Pick<CallLine, "stage" | "maySign" | "onPaper"> }) {
  const { t } = useSay();
  if (line.onPaper) return <Tag kind="done">{t("call-stage-on-paper")}</Tag>;
  const kind = line.maySign
    ? "needs"
    : line.stage === "held" || line.stage === "due" || line.stage === "called" || line.stage === "signing"
      ? "open"
      : line.stage === "over"
        ? "done"
        : "plain";
  return <Tag kind={kind}>{t(`call-stage-${line.stage}`)}</Tag>;
}

/** The agenda in its order, with texts; any other business always stands at its end. */
export function Agenda({
  page,
  items,
  aob = "waiting",
  brief,
}: {
  page: BodyPage;
  items: readonly AgendaShown[];
  aob?: "waiting" | "open" | "done";
  brief?: boolean;
}) {
  const { t } = useSay();
  return (
    <ol class="agenda">
      {items.map((item) => (
        <li key={item.id} class={item.status} aria-current={item.status === "open" ? "step" : undefined}>
          <Item page={page} item={item} brief={brief} />
        </li>
      ))}
      <li class={aob} aria-current={aob === "open" ? "step" : undefined}>
        <b>{t("aob")}</b> {aob !== "waiting" && <Tag kind={aob === "open" ? "open" : "done"}>{t(`item-${aob}`)}</Tag>}
        {!brief && aob === "waiting" && <p class="meta">{t("aob-what")}</p>}
      </li>
    </ol>
  );
}

function Item({ page, item, brief }: { page: BodyPage; item: AgendaShown; brief?: boolean }) {
  const { t, day } = useSay();
  const { base } = page;
  return (
    <>
      <b>
        <Words of={item.title} />
      </b>{" "}
      {item.status !== "waiting" && (
        <Tag kind={item.status === "open" ? "open" : item.status === "done" ? "done" : "plain"}>
          {item.status === "put-off" && item.returns !== undefined
            ? t("item-returns", { when: day(item.returns) })
            : t(`item-${item.status}`)}
        </Tag>
      )}
      {item.urgent && <Tag kind="warn">{t("item-urgent")}</Tag>}
      {item.from && (
        <p class="meta">
          {t("item-from")}{" "}
          <a href={`${base}/meetings/${item.from.id}`}>
            <Words of={item.from.title} />
          </a>
        </p>
      )}
      {!brief && (
        <>
          <Meta>
            <>
              {t("item-by")} <PersonName of={item.by} />
            </>
            {item.motion && (
              <a href={`${base}/motions/${item.motion.id}`}>
                {t("item-motion")}
                {item.motion.version > 1 ? `, ${t("version", { n: item.motion.version })}` : ""}
              </a>
            )}
            {item.election && (
              <a href={`${base}/elections/${item.election.id}`}>
                {t("item-election", { seats: item.election.seats, candidates: item.election.candidates })}
              </a>
            )}
            {item.decides && item.status === "waiting" && <DecidesTag item={item} />}
          </Meta>
          {item.decides && !item.decides.yes && item.decides.why && item.status !== "done" && (
            <p class="small soft">{told(page.say, item.decides.why)}</p>
          )}
          {(item.text || item.motion) && (
            <details id={`item-${item.id.slice(0, 8)}`}>
              <summary>{t("item-text")}</summary>
              {item.text && <Words of={item.text} block />}
              {item.motion && <Words of={item.motion.text} block />}
            </details>
          )}
        </>
      )}
    </>
  );
}

function DecidesTag({ item }: { item: AgendaShown }) {
  const { t } = useSay();
  return (
    <Tag kind={item.decides?.yes ? "open" : "plain"}>
      {t(item.decides?.yes ? (item.decides.opinion ? "item-opinion" : "item-decides") : "item-cannot")}
    </Tag>
  );
}
