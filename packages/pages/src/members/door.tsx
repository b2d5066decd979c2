/** What tellers do for people at the door: a card for who has no device. Whom they saw is entered on the newcomers' page. */
import { electedTellers, openSittings } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { ActForm, Field, Hidden, useSay } from "@nabat/ui";
import type { BodyPage } from "../frame.tsx";
import { CardCodes } from "./card-codes.tsx";

export function AtSitting({ page }: { page: BodyPage }) {
  const { t } = useSay();
  const { reader, base } = page;
  const me = reader.viewer.member;
  const sittings = openSittings(reader.state, reader.now).filter((s) => me !== undefined && s.tellers.includes(me));
  const sitting = sittings.at(-1);
  // A newcomer's card is made where those present elected who counts (M-13).
  const elected = sittings.findLast((s) => me !== undefined && electedTellers(reader.state, s.id).includes(me));
  const provisional = page.facts.phase === "provisional";
  if (!sitting && !provisional) return null;
  const cards = elected ?? (provisional ? "founding" : undefined);
  return (
    <>
      {elected && (
        <p>
          <a href={`${base}/sittings/${elected.id}/door`}>{t("at-door-title")}</a>
        </p>
      )}
      {cards && <NewcomerCard page={page} next={`${base}/members`} {...(elected ? { sitting: elected.id } : {})} />}
    </>
  );
}

/** A newcomer without a device gets a card: from two whom the meeting elected to count, or before adoption (M-13). */
export function NewcomerCard({ page, next, sitting }: { page: BodyPage; next: string; sitting?: ActId }) {
  const { t } = useSay();
  return (
    <details id="card">
      <summary>{t("card-title")}</summary>
      <p class="read">{t("card-what")}</p>
      {sitting && <p class="read">{t("newcomer-card-costs")}</p>}
      <ActForm
        quiet
        act="card"
        body={page.reader.body}
        next={next}
        submit={t("card-do")}
        warning={t("card-warning")}
        data={{ special: "card" }}
      >
        {sitting && <Hidden name="sitting" value={sitting} />}
        <Field name="name" label={t("card-name")} text="members" required maxLength={80} />
        <CardCodes />
      </ActForm>
    </details>
  );
}
