/** What one does with a call: sign it, open the meeting, put an item on its agenda. */
import { ActButton, ActForm, Field, Hidden, Notice, People, Radios, Select, useSay } from "@nabat/ui";
import type { CallShown, ElectionLine, MotionLine, NamedOnCall, Person } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { gradeOf, titlesToChoose } from "../form-values.ts";
import { TellerFields } from "../votes/calling.tsx";
import { TitleField } from "../title-field.tsx";

/** What can be put on the agenda, and who can count. */
export interface Around {
  readonly motions: readonly MotionLine[];
  readonly elections: readonly ElectionLine[];
  readonly roll: readonly Person[];
  /** Who can be named for new keys at the door. */
  readonly names: readonly Person[];
}

export function Signing({ page, view }: { page: BodyPage; view: CallShown }) {
  const { t } = useSay();
  const here = `${page.base}/meetings/${view.id}`;
  const names = <People of={view.signers} />;
  return (
    <section>
      <h2>{view.office ? t("call-by-office-title") : t("call-signed-of", view.signatures)}</h2>
      {view.signers.length > 0 && (
        <p>
          {t("call-signed-by")} {names}
        </p>
      )}
      {view.you?.sign.yes && (
        <ActButton
          act="meeting.sign"
          body={page.reader.body}
          next={here}
          submit={t("call-sign")}
          now
          warning={t("call-sign-warning")}
          of={{ call: view.id }}
        />
      )}
      {view.stage === "signing" && (
        <p class="no-print">
          <a class="btn" href={`${here}/sheet`}>
            {t("call-sheet")}
          </a>{" "}
          <span class="small soft">{t("call-pass-on")}</span>
        </p>
      )}
    </section>
  );
}

export function OpenIt({ page, view, roll }: { page: BodyPage; view: CallShown; roll: readonly Person[] }) {
  const { t } = useSay();
  const halls = view.you?.freeHalls ?? [];
  return (
    <Notice tone="needs" title={t("call-open")}>
      <p>{t("call-open-what")}</p>
      <ActForm
        act="sitting.open"
        body={page.reader.body}
        next={`${page.base}/sittings/{id}`}
        submit={t("call-open-do")}
        now
      >
        <Hidden name="call" value={view.id} />
        <input type="hidden" name="title" value={view.title.text ?? t("meeting")} data-text={gradeOf(page.reader)} />
        {halls.length > 0 && (
          <Select name="hall" label={t("hall")} options={halls.map((h) => ({ value: h, label: h }))} />
        )}
        <TellerFields roll={roll} required />
      </ActForm>
    </Notice>
  );
}

/** Who is to get new keys or a new card at the door of this meeting (K-11). */
export function NamedHere({
  page,
  view,
  named,
  roll,
}: {
  page: BodyPage;
  view: CallShown;
  named: NamedOnCall;
  roll: readonly Person[];
}) {
  const { t, date } = useSay();
  const others = roll.filter((p) => !named.people.some((n) => n.id === p.id));
  return (
    <section id="door">
      <h2>{t("call-keys")}</h2>
      {named.people.length > 0 ? (
        <p>
          <People of={named.people} />
        </p>
      ) : (
        <p class="soft">{t("call-keys-none")}</p>
      )}
      {named.mayName && others.length > 0 && (
        <details>
          <summary>{t("call-keys-add")}</summary>
          <p class="read">{t("call-keys-what", { until: date(named.until), left: named.left, most: named.most })}</p>
          <ActForm
            quiet
            act="meeting.keys"
            body={page.reader.body}
            next={`${page.base}/meetings/${view.id}#door`}
            submit={t("call-keys-do")}
            warning={t("call-keys-warning")}
          >
            <Hidden name="call" value={view.id} />
            <Radios
              type="checkbox"
              name="members"
              legend={t("call-keys-who")}
              as="list"
              options={others.map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) }))}
            />
          </ActForm>
        </details>
      )}
    </section>
  );
}

export function AddItem({ page, view, around }: { page: BodyPage; view: CallShown; around: Around }) {
  const { t } = useSay();
  const grade = gradeOf(page.reader);
  const here = `${page.base}/meetings/${view.id}`;
  return (
    <details id="add-item" open={view.agenda.length === 0 && view.yours}>
      <summary>{t("item-add")}</summary>
      <ActForm act="meeting.item" body={page.reader.body} next={here} submit={t("item-add-do")}>
        <Hidden name="call" value={view.id} />
        <TitleField label={t("item-title")} hint={t("item-title-hint")} grade={grade} id="item-title" />
        <Field
          name="text"
          label={t("item-text-label")}
          hint={t("optional")}
          text={grade}
          lines={4}
          maxLength={100_000}
          id="item-text"
        />
        {view.type !== "inform" && around.motions.length > 0 && (
          <Select
            name="motion"
            label={t("item-motion-choose")}
            hint={t("item-motion-hint")}
            value=""
            options={[{ value: "", label: t("item-motion-none") }, ...titlesToChoose(around.motions)]}
            id="item-motion"
          />
        )}
        {view.type === "decide" && around.elections.length > 0 && (
          <Select
            name="election"
            label={t("item-election-choose")}
            value=""
            options={[{ value: "", label: t("item-election-none") }, ...titlesToChoose(around.elections)]}
            id="item-election"
          />
        )}
      </ActForm>
      <p class="small">
        <a href={`${page.base}/motions/new`}>{t("item-motion-new")}</a>
        {view.type === "decide" && (
          <>
            {" · "}
            <a href={`${page.base}/elections/new`}>{t("item-election-new")}</a>
          </>
        )}
      </p>
    </details>
  );
}
