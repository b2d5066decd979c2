/** Sittings: the list, opening one, and one sitting with headcounts, motions and votes. */
import {
  ActForm,
  Empty,
  Facts,
  Field,
  Filter,
  Hidden,
  Meta,
  Notice,
  Pager,
  PersonName,
  Table,
  Tag,
  Time,
  useSay,
  Words,
} from "@nabat/ui";
import type { ActId } from "@nabat/kernel";
import {
  csvMoment,
  type Page,
  type Person,
  rollNames,
  type SittingLine,
  sittingsView,
  type SittingView,
  sittingView,
  toCsv,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "./deps.ts";
import { type BodyPage, membersPage, notFound, show } from "./frame.tsx";
import { MotionItem, numbers } from "./motion-parts.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "./query.ts";
import { SittingItem } from "./sitting-parts.tsx";
import { gradeOf, TellerFields } from "./vote-parts.tsx";

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
      const list = await sittingsView(page.reader, { ...pagingOf(c), limit: 1000 });
      return csvFile(
        c,
        "sittings",
        toCsv(
          ["id", "title", "section", "opened", "closed", "present"],
          list.items.map((s) => [s.id, s.title.text, s.section, csvMoment(s.opened), csvMoment(s.closed), s.present]),
        ),
      );
    }),
  );
  app.get("/b/:body/sittings/:id", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await sittingView(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      return show(
        page,
        { title: view.title.text ?? page.say.t("sitting"), tab: "sittings", islands: ["sign", "live"] },
        <Sitting page={page} view={view} />,
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
        <Empty>{q || status ? t("list-none-found") : t("sittings-none")}</Empty>
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

function Sitting({ page, view }: { page: BodyPage; view: SittingView }) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  const body = page.reader.body;
  const here = `${base}/sittings/${view.id}`;
  const open = view.closed === undefined;
  const runs = view.you.teller || view.you.opener;
  return (
    <>
      <p class="kicker">
        {t("sitting")}
        {view.section && `: ${t("sitting-section", { section: view.section })}`}
      </p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      <Meta>
        {open ? <Tag kind="open">{t("sitting-open")}</Tag> : <Tag kind="plain">{t("sitting-closed")}</Tag>}
        <>
          {t("sitting-opened")} <PersonName name={view.opener.name} />, <Time at={view.opened} />
        </>
        {view.closed !== undefined && (
          <>
            {t("sitting-ended")} <Time at={view.closed} />
          </>
        )}
        <a href={`${base}/entries/${view.id}`}>{t("by-which-right")}</a>
      </Meta>
      <section>
        <h2>{t("sitting-who")}</h2>
        {view.present !== undefined && (
          <p class="lead">{t("sitting-present-of", { n: view.present, whole: view.roll })}</p>
        )}
        {view.countsDiffer && (
          <Notice tone="warn" title={t("sitting-differ")}>
            <p>{t("sitting-differ-what")}</p>
          </Notice>
        )}
        {view.counts.length > 0 ? (
          <Table
            columns={[
              { name: t("teller") },
              { name: t("present"), n: true },
              { name: t("guests"), n: true },
              { name: t("entered") },
            ]}
            rows={view.counts.map((k) => [
              <PersonName name={k.by.name} />,
              t("number", { n: k.present }),
              t("number", { n: k.guests }),
              <Time at={k.at} />,
            ])}
          />
        ) : (
          <p class="soft">{t("sitting-no-count")}</p>
        )}
        <Facts
          rows={[
            [
              t("tellers"),
              view.tellers.map((p, i) => (
                <span key={p.id}>
                  {i > 0 && ", "}
                  <PersonName name={p.name} />
                </span>
              )),
            ],
          ]}
        />
        {open && view.you.teller && (
          <ActForm
            act="sitting.count"
            body={body}
            next={here}
            submit={t("headcount-do")}
            now={view.counts.length === 0}
          >
            <Hidden name="sitting" value={view.id} />
            <div class="counts">
              <Field
                name="present"
                label={t("headcount-members")}
                type="number"
                as="int"
                min={0}
                max={view.roll}
                required
              />
              <Field name="guests" label={t("guests")} type="number" as="int" min={0} value={0} />
            </div>
          </ActForm>
        )}
      </section>
      <section>
        <h2>{t("sitting-motions")}</h2>
        {view.motions.length === 0 ? <p class="soft">{t("sitting-motions-none")}</p> : null}
        <ul class="ledger">
          {view.motions.map((m) => (
            <MotionItem key={m.id} line={m} base={base} />
          ))}
        </ul>
        {open && view.you.member && (
          <p class="row">
            <a class="btn main" href={`${base}/motions/new?sitting=${view.id}`}>
              {t("sitting-put")}
            </a>
            <a class="btn" href={`${base}/motions?status=discussed`}>
              {t("sitting-put-standing")}
            </a>
          </p>
        )}
      </section>
      <section>
        <h2>{t("sitting-votes")}</h2>
        {view.votes.length === 0 ? (
          <p class="soft">{t("sitting-votes-none")}</p>
        ) : (
          <ul class="ledger">
            {view.votes.map((v) => (
              <li key={v.id}>
                <a class="title" href={`${base}/votes/${v.id}`}>
                  <Words of={v.title} />
                </a>
                <Meta>
                  <Tag kind={v.status === "declared" ? "done" : "open"}>
                    {v.result ? t(`outcome-short-${v.result.outcome}`) : t(`vote-stage-${v.status}`)}
                  </Tag>
                  {t(`mode-${v.mode}`)}
                  {v.result && numbers(say, v.result)}
                </Meta>
              </li>
            ))}
          </ul>
        )}
      </section>
      {open && runs && (
        <details>
          <summary>{t("sitting-close")}</summary>
          <ActForm
            quiet
            act="sitting.close"
            body={body}
            next={here}
            submit={t("sitting-close-do")}
            warning={t("sitting-close-warning")}
          >
            <Hidden name="sitting" value={view.id} />
          </ActForm>
        </details>
      )}
      <div class="print-only sign-lines">
        {[view.opener, ...view.tellers].map((p, i) => (
          <div key={`${p.id}${i}`}>{p.name ?? ""}</div>
        ))}
      </div>
    </>
  );
}
