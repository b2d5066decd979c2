/** What everybody is told on the members’ page: new keys for somebody, and cards that wait for a third (K-6, M-28). */
import { ActButton, Day, Meta, Notice, People, PersonName, useSay } from "@nabat/ui";
import type { CardToConfirm, NewKeysLine } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { NewKeysItem } from "../keys/new-keys.tsx";

/** So many are shown here; the rest in their own list. */
const SHOWN = 5;

/** New keys for somebody: so that everybody is told, that person too (K-6). */
export function NewKeysUnderWay({ page, keys }: { page: BodyPage; keys: readonly NewKeysLine[] }) {
  const { t } = useSay();
  const here = `${page.base}/new-keys`;
  if (keys.length === 0)
    return (
      <p>
        <a href={here}>{t("new-keys-title")}</a>
      </p>
    );
  return (
    <Notice
      id="new-keys"
      title={t("new-keys-title")}
      tone={keys.some((k) => k.you.yes || k.object.yes) ? "needs" : "plain"}
    >
      <ul class="ledger">
        {keys.slice(0, SHOWN).map((k) => (
          <NewKeysItem key={k.id} page={page} line={k} next={`${page.base}/members`} />
        ))}
      </ul>
      <p>
        <a href={here}>{keys.length > SHOWN ? t("new-keys-more", { n: keys.length - SHOWN }) : t("new-keys-all")}</a>
      </p>
    </Notice>
  );
}

/** Cards of newcomers that wait for a third (M-28). */
export function Confirm({ page, cards }: { page: BodyPage; cards: readonly CardToConfirm[] }) {
  const { t } = useSay();
  if (cards.length === 0) return null;
  return (
    <Notice id="confirm" title={t("confirm-title")} tone={cards.some((c) => c.you.yes) ? "needs" : "plain"}>
      <p>{t("confirm-what")}</p>
      <ul class="ledger">
        {cards.map((c) => (
          <li key={c.card}>
            <span class="title">
              <PersonName of={c.person} />
            </span>
            <Meta>
              <>
                {t("confirm-by")} <People of={c.by} />
              </>
              <Day at={c.at} />
              <a href={`${page.base}/entries/${c.card}`}>{t("by-which-right")}</a>
            </Meta>
            {c.you.yes && (
              <ActButton
                quiet
                act="card.confirm"
                body={page.reader.body}
                next={`${page.base}/members`}
                submit={t("confirm-do")}
                warning={t("confirm-warning")}
                of={{ card: c.card }}
              />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
