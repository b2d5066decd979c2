/** What waits for a second signature (K-8), where those whose signature it is will see it: they alone get the button. */
import { Meta, Notice, PersonName, Time, untorn, useSay, ActButton } from "@nabat/ui";
import type { PendingLine } from "@nabat/views";
import { type BodyPage, told } from "../frame.tsx";

/** The list, for members; `next`: where one stays. Nothing where nothing waits. */
export function Pending({
  page,
  pending,
  next,
  level,
}: {
  page: BodyPage;
  pending: readonly PendingLine[];
  next: string;
  level?: 2 | 3;
}) {
  const say = useSay();
  const { t } = say;
  if (page.reader.viewer.standing !== "member" || pending.length === 0) return null;
  return (
    <Notice
      title={t("pending-title")}
      tone={pending.some((p) => p.you.yes) ? "needs" : "plain"}
      {...(level ? { level } : {})}
    >
      <ul class="ledger">
        {pending.map((p) => (
          <li key={p.id}>
            <span class="title">
              {t(`pending-${p.kind.replaceAll(".", "-")}`)}
              {p.whom.text !== undefined && `${t("colon")}${untorn(p.whom.text)}`}
            </span>
            <Meta>
              <>
                {t("by")} <PersonName of={p.by} />
              </>
              <Time at={p.at} />
            </Meta>
            {p.kind === "card" && !p.you.yes && page.facts.phase === "adopted" ? (
              // Whoever reads this wants no card: it is said whose signature it waits for.
              <p class="small soft">{t(p.signed ? "pending-card-signed" : "pending-card-tellers")}</p>
            ) : p.signed ? (
              <p class="small soft">{t("pending-signed")}</p>
            ) : p.you.yes ? (
              <ActButton
                quiet
                act="cosign"
                body={page.reader.body}
                next={next}
                submit={t("cosign-do")}
                warning={t("cosign-warning")}
                of={{ of: p.id }}
              />
            ) : (
              p.you.why && (
                <p class="small soft">{p.kind === "card" ? t("pending-card-others") : told(say, p.you.why)}</p>
              )
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
