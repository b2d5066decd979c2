/** Sittings: the list, and opening one without a call. A sitting itself is shown by the wing of meetings. */
import { ActForm, Empty, Field, Filter, Pager, useSay } from "@nabat/ui";
import {
  allOf,
  csvMoment,
  type Page,
  type Person,
  rollNames,
  type SittingLine,
  sittingsView,
  toCsv,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, show } from "../frame.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "../query.ts";
import { SittingItem } from "./sitting-item.tsx";
import { gradeOf, TellerFields } from "../votes/vote-parts.tsx";

const STATUSES = ["open", "closed"] as const;

export function sittingPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/sittings", (c) =>
    membersPage(c, deps, async (page) => {
      const status = oneOf(c, "status", STATUSES);
      const paging = pagingOf(c);
      const list = await sittingsView(page.reader, { ...paging, ...(status ? { status } : {}) });
      const roll = await rollNames(page.reader);
      return show(
        page,
        { title: page.say.t("tab-sittings"), tab: "sittings", islands: ["sign"] },
        <Sittings page={page} list={list} roll={roll} q={paging.q} status={status} />,
      );
    }),
  );
  app.get("/b/:body/sittings.csv", (c) =>
    membersPage(c, deps, async (page) => {
      const { limit: _, ...paging } = pagingOf(c);
      const items = await allOf((q) => sittingsView(page.reader, q), paging);
      return csvFile(
        c,
        "sittings",
        toCsv(
          ["id", "title", "section", "opened", "closed", "present"],
          items.map((s) => [s.id, s.title.text, s.section, csvMoment(s.opened), csvMoment(s.closed), s.present]),
        ),
      );
    }),
  );
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
  const { base } = page;
  const member = page.reader.viewer.standing === "member";
  const grade = gradeOf(page.reader);
  return (
    <>
      <h1>{t("tab-sittings")}</h1>
      <p class="read">{t("sittings-lead")}</p>
      {member && (
        <details open={list.total === 0 && !q && !status}>
          <summary>{t("sitting-new")}</summary>
          <ActForm
            act="sitting.open"
            body={page.reader.body}
            next={`${base}/sittings/{id}`}
            submit={t("sitting-new-do")}
            warning={t("sitting-new-warning")}
          >
            <Field
              name="title"
              label={t("sitting-title")}
              hint={t("sitting-title-hint")}
              text={grade}
              required
              maxLength={200}
            />
            <TellerFields roll={roll} />
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
          {
            name: "status",
            label: t("list-status"),
            value: status,
            options: [
              { value: "", label: t("list-all") },
              ...STATUSES.map((s) => ({ value: s, label: t(`sitting-${s}`) })),
            ],
          },
        ]}
      />
      {list.items.length === 0 ? (
        <Empty href={q || status ? `${base}/sittings` : undefined} step={t("list-show-all")}>
          {q || status ? t("list-none-found") : t("sittings-none")}
        </Empty>
      ) : (
        <>
          <ul class="ledger">
            {list.items.map((s) => (
              <SittingItem key={s.id} line={s} base={base} />
            ))}
          </ul>
          <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
        </>
      )}
    </>
  );
}
