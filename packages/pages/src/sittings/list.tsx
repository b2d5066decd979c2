/** Sittings: the list, and opening one without a call. A sitting itself is shown by the wing of meetings. */
import { ActForm, Empty, Field, Filter, useSay } from "@nabat/ui";
import {
  CHOICES,
  type Page,
  type Person,
  rollNames,
  SITTING_COLUMNS,
  type SittingLine,
  sittingRow,
  sittingsView,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";
import { SittingItem } from "./sitting-item.tsx";
import { gradeOf } from "../form-values.ts";
import { TellerFields } from "../votes/calling.tsx";
import { TitleField } from "../title-field.tsx";

export function sittingPages(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "sittings",
    choices: CHOICES.sittings,
    view: sittingsView,
    show: async (page, list, asked) =>
      show(
        page,
        { title: page.say.t("tab-sittings"), tab: "sittings", islands: ["sign"] },
        <Sittings page={page} list={list} roll={await rollNames(page.reader)} {...asked} />,
      ),
    columns: SITTING_COLUMNS,
    row: sittingRow,
  });
}

function Sittings({
  page,
  list,
  roll,
  q,
  status,
}: {
  page: BodyPage;
  list: Page<SittingLine>;
  roll: readonly Person[];
  q?: string;
  status?: string;
}) {
  const { t } = useSay();
  const { base, facts } = page;
  const member = page.reader.viewer.standing === "member";
  const grade = gradeOf(page.reader);
  return (
    <>
      <h1>{t("tab-sittings")}</h1>
      <p class="read">{t("sittings-lead")}</p>
      {member && facts.phase === "adopted" && (
        <details open={list.total === 0 && !q && !status}>
          <summary>{t("sitting-new")}</summary>
          <ActForm
            act="sitting.open"
            body={page.reader.body}
            next={`${base}/sittings/{id}`}
            submit={t("sitting-new-do")}
            warning={t("sitting-new-warning")}
          >
            <TitleField label={t("sitting-title")} hint={t("sitting-title-hint")} grade={grade} />
            <TellerFields roll={roll} required />
            <Field name="place" label={t("sitting-place")} hint={t("optional")} text="members" maxLength={300} />
            <Field name="section" label={t("sitting-section-label")} hint={t("sitting-section-hint")} maxLength={40} />
          </ActForm>
        </details>
      )}
      <Filter
        total={list.total}
        action={`${base}/sittings`}
        q={q}
        label={t("sittings-find")}
        choices={[
          amongAll(
            { name: "status", label: t("list-status"), all: t("list-all"), value: status },
            CHOICES.sittings.status,
            (s) => t(`sitting-${s}`),
          ),
        ]}
      />
      <Lines
        page={page}
        list={list}
        asked={Boolean(q || status)}
        all={`${base}/sittings`}
        none={
          facts.phase === "adopted" ? (
            <Empty>{t("sittings-none")}</Empty>
          ) : (
            <Empty
              {...(page.reader.mayReadRecord ? { href: `${base}/founders`, step: t("meetings-provisional-do") } : {})}
            >
              {t("meetings-provisional")}
            </Empty>
          )
        }
        line={(s) => <SittingItem key={s.id} line={s} base={base} />}
      />
    </>
  );
}
