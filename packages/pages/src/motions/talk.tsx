/** What was said beside a motion: the discussion, and the words of minorities. */
import { ActForm, Field, Hidden, Meta, PersonName, Time, useSay, Words } from "@nabat/ui";
import { GUEST_BYTES, MOST_BYTES } from "@nabat/body";
import { mayReadGuest, type MotionView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { type Stilled, StilledHere } from "../voice/stilled.tsx";
import type { VoteSetting } from "../votes/calling.tsx";

interface Beside {
  readonly page: BodyPage;
  readonly view: MotionView;
  readonly setting: VoteSetting;
}

/** Remarks, oldest first, and the form to speak. */
export function Discussion({ page, view, setting, stilled }: Beside & { readonly stilled?: Stilled }) {
  const { t } = useSay();
  const { base } = page;
  return (
    <section id="remarks">
      <h2>{t("remarks")}</h2>
      {view.remarkList.length === 0 && <p class="soft">{t("remarks-none")}</p>}
      {view.remarkList.length < view.remarks && (
        <p>
          <a href={`${base}/motions/${view.id}?all=1#remarks`}>{t("remarks-all", { n: view.remarks })}</a>
        </p>
      )}
      {view.remarkList.map((r) => (
        <Remark key={r.id} of={r} page={page} id={`r-${r.id.slice(0, 12)}`} />
      ))}
      {stilled && view.status !== "withdrawn" && <StilledHere stilled={stilled} />}
      {!stilled && (view.you.member || view.you.guest) && view.status !== "withdrawn" && (
        <ActForm
          act="say"
          body={page.reader.body}
          next={`${base}/motions/${view.id}#remarks`}
          submit={t("say-send")}
          id="say"
        >
          <Hidden name="about" value={view.id} />
          <Field
            name="text"
            label={t("say-label")}
            text={setting.grade}
            lines={4}
            required
            maxLength={view.you.guest ? GUEST_BYTES : MOST_BYTES.remark}
            id="say-text"
          />
        </ActForm>
      )}
    </section>
  );
}

/** Minority statements: beside a decision, and nobody can refuse them (V-10). */
export function Minorities({ page, view, setting }: Beside) {
  const { t } = useSay();
  const { base } = page;
  if (view.minorities.length === 0 && !(view.you.member && view.result)) return null;
  return (
    <section id="minority">
      <h2>{t("minority")}</h2>
      <p class="soft">{t("minority-what")}</p>
      {view.minorities.map((r) => (
        <Remark key={r.id} of={r} page={page} />
      ))}
      {view.you.member && view.result && (
        <details>
          <summary>{t("minority-write")}</summary>
          <ActForm
            act="minority"
            body={page.reader.body}
            next={`${base}/motions/${view.id}#minority`}
            submit={t("minority-send")}
          >
            <Hidden name="motion" value={view.id} />
            <Field
              name="text"
              label={t("minority-label")}
              text={setting.grade}
              lines={6}
              required
              maxLength={50_000}
              id="minority-text"
            />
          </ActForm>
        </details>
      )}
    </section>
  );
}

/** Who said it, when, and the words. */
function Remark({ of, page, id }: { of: MotionView["remarkList"][number]; page: BodyPage; id?: string }) {
  const guest = (of.by.standing === "guest" || of.by.standing === "applicant") && mayReadGuest(page.reader, of.by.id);
  return (
    <article class="remark" id={id}>
      <Meta>
        <b>
          {guest ? (
            <a href={`${page.base}/guests/${of.by.id}`}>
              <PersonName of={of.by} />
            </a>
          ) : (
            <PersonName of={of.by} />
          )}
        </b>
        <Time at={of.at} />
      </Meta>
      <Words of={of.text} block />
    </article>
  );
}
