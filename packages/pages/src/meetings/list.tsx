/** Meetings: those coming up and those that were, as a page, a table and a calendar. */
import { ActLink, Empty, Filter, Notice, useSay } from "@nabat/ui";
import {
  type AgendaShown,
  CALL_COLUMNS,
  type CallLine,
  callRow,
  callsView,
  carriedView,
  CHOICES,
  type Page,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";
import { Agenda, CallItem } from "./agenda.tsx";

export function meetingList(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "meetings",
    choices: CHOICES.meetings,
    view: callsView,
    show: async (page, list, asked) =>
      show(
        page,
        { title: page.say.t("tab-meetings"), tab: "sittings", islands: ["live"] },
        <Meetings page={page} list={list} carried={await carriedView(page.reader)} {...asked} />,
      ),
    columns: CALL_COLUMNS,
    row: callRow,
  });
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
          {page.reader.mayReadRecord && (
            <p>
              <a href={`${base}/founders`}>{t("meetings-provisional-do")}</a>
            </p>
          )}
        </Notice>
      )}
      {member && adopted && (
        <p class="row">
          <ActLink main act="meeting.call" href={`${base}/meetings/new`}>
            {t("meeting-new")}
          </ActLink>
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
          amongAll(
            { name: "when", label: t("list-status"), all: t("list-all"), value: when },
            CHOICES.meetings.when,
            (w) => t(`meetings-${w}`),
          ),
        ]}
      />
      <Lines
        page={page}
        list={list}
        asked={Boolean(q || when)}
        all={`${base}/meetings`}
        none={<Empty>{t("meetings-none")}</Empty>}
        line={(m) => <CallItem key={m.id} line={m} base={base} />}
      />
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
