/** What tellers do for people at the door: seen, a card for who has no device. */
import { electedTellers, openSittings } from "@nabat/body";
import { ActForm, Field, Hidden, Radios, Select, useSay } from "@nabat/ui";
import type { MembersView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";

export function AtSitting({ page, list }: { page: BodyPage; list: MembersView }) {
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
  const unseen = list.items.filter((m) => m.standing === "applicant" && !m.seen);
  return (
    <>
      {sitting && unseen.length > 0 && (
        <details>
          <summary>{t("seen-title")}</summary>
          <p class="read">{t("seen-what")}</p>
          <ActForm quiet act="seen" body={reader.body} next={`${base}/members`} submit={t("seen-do")}>
            <Hidden name="sitting" value={sitting.id} />
            <Radios
              type="checkbox"
              name="members"
              legend={t("seen-who")}
              as="list"
              options={unseen.map((m) => ({ value: m.id as string, label: m.name.text ?? m.id.slice(0, 8) }))}
            />
          </ActForm>
        </details>
      )}
      {elected && (
        <p>
          <a href={`${base}/sittings/${elected.id}/door`}>{t("at-door-title")}</a>
        </p>
      )}
      {cards && (
        <details>
          <summary>{t("card-title")}</summary>
          <p class="read">{t("card-what")}</p>
          <ActForm
            quiet
            act="card"
            body={reader.body}
            next={`${base}/members`}
            submit={t("card-do")}
            warning={t("card-warning")}
            data={{ special: "card" }}
          >
            {elected && <Hidden name="sitting" value={elected.id} />}
            <Field name="name" label={t("card-name")} text="members" required maxLength={80} />
            <Select
              name="codes"
              label={t("card-codes")}
              as="int"
              value="20"
              options={[10, 20, 40].map((n) => ({ value: String(n), label: String(n) }))}
            />
          </ActForm>
        </details>
      )}
    </>
  );
}
