/** What tellers do for people at the door: a card for who has no device. Whom they saw is entered on the newcomers' page. */
import { openSittings } from "@nabat/body";
import { ActForm, Field, Hidden, Select, useSay } from "@nabat/ui";
import type { BodyPage } from "../frame.tsx";

export function AtSitting({ page }: { page: BodyPage }) {
  const { t } = useSay();
  const { reader, base } = page;
  const me = reader.viewer.member;
  const sittings = openSittings(reader.state, reader.now).filter((s) => me !== undefined && s.tellers.includes(me));
  const sitting = sittings.at(-1);
  const provisional = page.facts.phase === "provisional";
  if (!sitting && !provisional) return null;
  return (
    <>
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
          {sitting && <Hidden name="sitting" value={sitting.id} />}
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
    </>
  );
}
