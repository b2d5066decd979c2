/** Meetings: those coming up and those that were, as a page, a table and a calendar. */
import { Empty, Filter, Notice, Pager, useSay } from "@nabat/ui";
import { type CallLine, carriedView, type AgendaShown, callsView, csvMoment, type Page, toCsv } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, show } from "../frame.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "../query.ts";
import { Agenda, CallItem } from "./agenda.tsx";

const WHEN = ["coming", "past"] as const;

export function meetingList(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/meetings", (c) =>
    membersPage(c, deps, async (page) => {
      const when = oneOf(c, "when", WHEN);
      const paging = pagingOf(c);
      const list = await callsView(page.reader, { ...paging, ...(when ? { when } : {}) });
      const carried = await carriedView(page.reader);
      return show(
        page,
        { title: page.say.t("tab-meetings"), tab: "sittings", islands: ["live"] },
        <Meetings page={page} list={list} carried={carried} q={paging.q} when={when} />,
      );
    }),
  );
  app.get("/b/:body/meetings.csv", (c) =>
    membersPage(c, deps, async (page) => {
      const when = oneOf(c, "when", WHEN);
      const list = await callsView(page.reader, { ...pagingOf(c), ...(when ? { when } : {}), limit: 1000 });
      return csvFile(
        c,
        "meetings",
        toCsv(
          ["id", "title", "type", "stage", "starts", "signed", "needed", "items"],
          list.items.map((m) => [
            m.id,
            m.title.text,
            m.type,
            m.stage,
            csvMoment(m.starts),
            m.signatures.has,
            m.signatures.needed,
            m.items,
          ]),
        ),
      );
    }),
  );
}

function Meetings({
  page,
  list,
  carried,
  q,
  when,
}: {
  page: BodyPage;
  list: Page<CallLine>;
  carried: readonly AgendaShown[];
  q?: string;
  when?: string;
}) {
  const { t } = useSay();
  const { base, facts } = page;
  const member = page.reader.viewer.standing === "member";
  const adopted = facts.phase === "adopted";
  return (
    <>
      <h1>{t("tab-meetings")}</h1>
      <p class="read">{t("meetings-lead")}</p>
      {!adopted && (
        <Notice title={t("meetings-provisional")}>
          <p>
            <a href={`${base}/sittings`}>{t("meetings-provisional-do")}</a>
          </p>
        </Notice>
      )}
      {member && adopted && (
        <p class="row">
          <a class="btn main" href={`${base}/meetings/new`}>
            {t("meeting-new")}
          </a>
          <a class="btn" href={`${base}/elections`}>
            {t("elections")}
          </a>
        </p>
      )}
      <Filter
        total={list.total}
        action={`${base}/meetings`}
        q={q}
        label={t("meetings-find")}
        choices={[
          {
            name: "when",
            label: t("list-status"),
            value: when,
            options: [
              { value: "", label: t("list-all") },
              ...WHEN.map((w) => ({ value: w, label: t(`meetings-${w}`) })),
            ],
          },
        ]}
      />
      {list.items.length === 0 ? (
        <Empty href={q || when ? `${base}/meetings` : undefined} step={t("list-show-all")}>
          {q || when ? t("list-none-found") : t("meetings-none")}
        </Empty>
      ) : (
        <>
          <ul class="ledger">
            {list.items.map((m) => (
              <CallItem key={m.id} line={m} base={base} />
            ))}
          </ul>
          <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
        </>
      )}
      {carried.length > 0 && (
        <section>
          <h2>{t("meetings-carried")}</h2>
          <p class="read soft">{t("meetings-carried-what")}</p>
          <Agenda page={page} items={carried} brief />
        </section>
      )}
      <section>
        <h2>{t("meetings-more")}</h2>
        <ul class="doors-plain">
          <li>
            <a href={`${base}/sittings`}>{t("meetings-sittings")}</a>
          </li>
          <li>
            <a href={`/api/bodies/${page.reader.body}/meetings.ics`}>{t("meetings-calendar")}</a>
            <p class="small soft">
              {t(facts.entries === "public" ? "meetings-calendar-public" : "meetings-calendar-members")}
            </p>
          </li>
          <li>
            <a href={`${base}/practise`}>{t("practise")}</a>
          </li>
        </ul>
      </section>
    </>
  );
}
