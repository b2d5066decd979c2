/** The record: check it, carry it away, who holds copies, what was erased or withheld and why. */
import {
  ActButton,
  ActForm,
  Day,
  Empty,
  Facts,
  Field,
  Island,
  Notice,
  Pager,
  Table,
  Time,
  useSay,
  Words,
} from "@nabat/ui";
import { type ErasedLine, erasedView, type Page, type RecordView, recordView } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, show } from "../frame.tsx";
import { pagerLinks, pagingOf } from "../query.ts";

export function recordPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/record", (c) =>
    bodyPage(c, deps, async (page) => {
      const view = await recordView(page.reader, await deps.recordFacts(page.reader.body));
      const erased = erasedView(page.reader, pagingOf(c, 20));
      return show(
        page,
        { title: page.say.t("tab-record"), tab: "record", islands: ["check", "sign"] },
        <RecordPage page={page} view={view} erased={erased} />,
      );
    }),
  );
}

function RecordPage({ page, view, erased }: { page: BodyPage; view: RecordView; erased: Page<ErasedLine> }) {
  const { t } = useSay();
  const { base, reader } = page;
  const body = reader.body;
  return (
    <>
      <h1>{t("tab-record")}</h1>
      <p class="lead">{t("record-lead", { count: view.size })}</p>
      <section class="read">
        <h2>{t("record-check")}</h2>
        <p>{t(reader.mayReadRecord ? "record-check-what" : "record-check-growth")}</p>
        <Island name="check" props={{ body, size: view.size, root: view.root, full: reader.mayReadRecord }} />
        <noscript>
          <p class="notice">{t("record-check-noscript")}</p>
        </noscript>
        <p class="soft small">
          {t("record-verify")}{" "}
          <code>
            npx nabat verify {page.deps.clerk.origin(page.c)}
            {base}
          </code>
        </p>
      </section>
      <section class="read">
        <h2>{t("record-export")}</h2>
        <p>{t("record-export-what")}</p>
        <p class="row">
          <a class="btn main" href={`/api/bodies/${body}/export`} download>
            {t("record-export-do")}
          </a>
          <a class="btn" href={`/api/bodies/${body}/checkpoint`}>
            {t("record-checkpoint")}
          </a>
        </p>
        <p>
          {t("record-one-file")}{" "}
          <a href="/nabat.html" download="nabat.html">
            {t("record-one-file-do")}
          </a>
        </p>
      </section>
      <section>
        <h2>{t("record-facts")}</h2>
        <Facts
          rows={[
            [t("record-size"), t("home-entries", { count: view.size })],
            [t("record-last"), <Time at={view.at} />],
            [t("record-readers"), t(`record-readers-${view.entries}`)],
            [t("record-keeper"), <code>{view.clerk}</code>],
            [t("record-epoch"), view.epoch > 0 ? t("record-epoch-n", { n: view.epoch }) : undefined],
            [t("record-root"), view.root === undefined ? undefined : <code>{view.root}</code>],
            [t("record-backup"), view.backup === undefined ? undefined : <Time at={view.backup} />],
          ]}
        />
      </section>
      <section id="copies">
        <h2>{t("record-copies")}</h2>
        <p class="read">{t("record-copies-what")}</p>
        <Servers page={page} servers={view.copies} none={t("record-copies-none")} />
        {reader.viewer.standing === "member" && (
          <p>
            <a href={`${base}/motions/new?subject=copy`}>{t("record-copies-name")}</a>
          </p>
        )}
        <h3>{t("record-witnesses")}</h3>
        <p class="read">{t("record-witnesses-what")}</p>
        <Servers page={page} servers={view.witnesses} none={t("record-witnesses-none")} />
        {view.others.length > 0 && (
          <>
            <h3>{t("record-others")}</h3>
            <p class="read">{t("record-others-what")}</p>
            <Servers page={page} servers={view.others} none="" />
          </>
        )}
        <p class="soft small read">
          {t("record-follow-how")}{" "}
          <code>
            {page.deps.clerk.origin(page.c)}
            {base}
          </code>
        </p>
        {reader.viewer.standing === "member" && (
          <details>
            <summary>{t("record-witness-name")}</summary>
            <ActForm quiet act="witness" body={body} next={`${base}/record#copies`} submit={t("record-witness-do")}>
              <Field name="key" label={t("new-key")} hint={t("new-key-hint")} required maxLength={60} />
            </ActForm>
          </details>
        )}
        {view.recomputed.length > 0 && (
          <>
            <h3>{t("record-recomputed")}</h3>
            <ul>
              {view.recomputed.map((r) => (
                <li key={r.key}>
                  <code>{r.key}</code>: {t("home-entries", { count: r.size })}, <Time at={r.at} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section id="withheld">
        <h2>{t("record-withheld")}</h2>
        {view.withheld.length === 0 ? (
          <p>{t("record-withheld-none")}</p>
        ) : (
          <Table
            columns={[
              { name: t("withheld-what") },
              { name: t("withheld-since") },
              { name: t("withheld-until") },
              { name: t("withheld-why") },
              { name: t("withheld-appeal") },
            ]}
            rows={view.withheld.map((w) => [
              <code>{w.attachment.slice(0, 16)}…</code>,
              <Day at={w.at} />,
              <Day at={w.until} />,
              <Words of={w.duty} />,
              <Words of={w.appeal} />,
            ])}
          />
        )}
      </section>
      <section id="erased">
        <h2>{t("record-erased")}</h2>
        <Table
          caption={t("retention-what")}
          columns={[
            { name: t("retention-thing") },
            { name: t("retention-kept") },
            { name: t("retention-why") },
            { name: t("retention-until") },
          ]}
          rows={["words", "names", "openings", "entries", "bound", "minority"].map((k) => [
            t(`retention-${k}`),
            t(`retention-${k}-kept`),
            t(`retention-${k}-why`),
            t(`retention-${k}-until`),
          ])}
        />
        {view.outOfView.length > 0 && <OutOfView page={page} lines={view.outOfView} />}
        {erased.items.length === 0 ? (
          <Empty>{t("record-erased-none")}</Empty>
        ) : (
          <>
            <Table
              caption={t("record-erased-list")}
              columns={[{ name: t("erased-when") }, { name: t("erased-how") }, { name: t("erased-mark") }]}
              rows={erased.items.map((e) => [
                <Time at={e.at} />,
                reader.mayReadRecord ? (
                  <a href={`${base}/entries/${e.by}`}>{t(`erased-${e.how}`)}</a>
                ) : (
                  t(`erased-${e.how}`)
                ),
                <code>{e.hash.slice(0, 16)}…</code>,
              ])}
            />
            <Pager shown={erased.items.length} total={erased.total} {...pagerLinks(page.c, erased.next, false)} />
          </>
        )}
      </section>
      {view.declared && (
        <Notice title={t("record-declared")}>
          <p>
            {t("record-declared-what", { n: view.declared.size })} <code>{view.declared.state}</code>
          </p>
        </Notice>
      )}
    </>
  );
}

/** What decisions took out of view: by which, on which ground, until when an appeal may come (E-8, E-11). */
function OutOfView({ page, lines }: { page: BodyPage; lines: RecordView["outOfView"] }) {
  const { t } = useSay();
  const { base, reader } = page;
  return (
    <div id="out-of-view">
      <h3>{t("out-title")}</h3>
      <p>{t("out-lead")}</p>
      <Table
        columns={[
          { name: t("erased-when") },
          { name: t("out-ground") },
          { name: t("out-appeal") },
          { name: t("erased-mark") },
          { name: "" },
        ]}
        rows={lines.map((line) => [
          reader.mayRead ? (
            <a href={`${base}/motions/${line.motion}`}>
              <Day at={line.at} />
            </a>
          ) : (
            <Day at={line.at} />
          ),
          t(`ground-${line.ground}`),
          <>
            {t(`out-stage-${line.stage}`, { appeals: line.appeals, needed: line.needed })} <Day at={line.until} />
          </>,
          <code>{line.hash.slice(0, 16)}…</code>,
          line.mayAppeal && (
            <ActButton
              act="appeal"
              body={reader.body}
              next={`${base}/record#out-of-view`}
              submit={t(line.yours ? "appeal-own" : "appeal-do")}
              of={{ attachment: line.hash }}
            />
          ),
        ])}
      />
    </div>
  );
}

function Servers({
  page,
  servers,
  none,
}: {
  page: BodyPage;
  servers: readonly {
    readonly key: string;
    readonly by?: string;
    readonly heard?: { readonly at: number; readonly size: number };
  }[];
  none: string;
}) {
  const { t } = useSay();
  if (servers.length === 0) return <p class="soft">{none}</p>;
  return (
    <Table
      columns={[{ name: t("server-key") }, { name: t("server-heard") }, { name: t("server-size"), n: true }]}
      rows={servers.map((s) => [
        <>
          <code>{s.key}</code>{" "}
          {page.reader.mayReadRecord && s.by && <a href={`${page.base}/entries/${s.by}`}>{t("by-which-right")}</a>}
        </>,
        s.heard ? <Time at={s.heard.at} /> : t("server-never"),
        s.heard ? t("number", { n: s.heard.size }) : "–",
      ])}
    />
  );
}
