/** Elections and offices: the lists, opening one, one with its candidates, votes and numbers. */
import type { ActId } from "@nabat/kernel";
import { ActForm, Empty, Field, Filter, Meta, Pager, Radios, Tag, useSay, Words } from "@nabat/ui";
import {
  csvMoment,
  type ElectionLine,
  electionShown,
  electionsView,
  type OfficeShown,
  officesView,
  type Page,
  rollNames,
  toCsv,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "../query.ts";
import { gradeOf, openVoteForm } from "../votes/vote-parts.tsx";
import { NotYet } from "../not-yet.tsx";
import { OfficeItem } from "./election-parts.tsx";
import { Election } from "./election.tsx";

const STATUSES = ["open", "decided"] as const;
const POWERS = ["convene", "keep-minutes", "keep-money", "represent"] as const;

export function electionPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/elections", (c) =>
    membersPage(c, deps, async (page) => {
      const status = oneOf(c, "status", STATUSES);
      const paging = pagingOf(c);
      const list = await electionsView(page.reader, { ...paging, ...(status ? { status } : {}) });
      return show(
        page,
        { title: page.say.t("elections"), tab: "sittings", islands: ["sign", "live"] },
        <Elections page={page} list={list} offices={await officesView(page.reader)} q={paging.q} status={status} />,
      );
    }),
  );
  app.get("/b/:body/elections.csv", (c) =>
    membersPage(c, deps, async (page) => {
      const list = await electionsView(page.reader, { ...pagingOf(c), limit: 1000 });
      return csvFile(
        c,
        "elections",
        toCsv(
          ["id", "title", "opened", "seats", "rule", "term days", "status", "elected"],
          list.items.map((e) => [
            e.id,
            e.title.text,
            csvMoment(e.at),
            e.seats,
            e.rule,
            e.termDays,
            e.status,
            e.elected.map((p) => p.name ?? p.id).join("; "),
          ]),
        ),
      );
    }),
  );
  app.get("/b/:body/elections/new", (c) =>
    membersPage(c, deps, (page) =>
      show(
        page,
        { title: page.say.t("election-new"), tab: "sittings", islands: ["sign"] },
        <NewElection page={page} />,
      ),
    ),
  );
  app.get("/b/:body/elections/:id{[0-9a-f]{64}}", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await electionShown(page.reader, c.req.param("id") as ActId, page.deps.sha256);
      if (!view) return notFound(c, deps, "thing");
      const roll = view.you?.nominateOthers.yes ? await rollNames(page.reader) : [];
      const outside =
        view.you &&
        view.ready.yes &&
        view.nominationsUntil !== undefined &&
        view.nominationsUntil < page.reader.now &&
        view.status !== "decided";
      return show(
        page,
        { title: view.title.text ?? page.say.t("election"), tab: "sittings", islands: ["sign", "live"] },
        <Election
          page={page}
          view={view}
          roll={roll}
          setting={outside ? await openVoteForm(page.reader) : undefined}
        />,
      );
    }),
  );
}

function Elections({
  page,
  list,
  offices,
  q,
  status,
}: {
  page: BodyPage;
  list: Page<ElectionLine>;
  offices: readonly OfficeShown[];
  q?: string;
  status?: string;
}) {
  const { t } = useSay();
  const { base } = page;
  const held = offices.filter((o) => o.stage === "held");
  const past = offices.filter((o) => o.stage !== "held").toReversed();
  const member = page.reader.viewer.standing === "member" && page.facts.phase === "adopted";
  return (
    <>
      <h1>{t("elections")}</h1>
      <p class="read">{t("elections-lead")}</p>
      <section>
        <h2>{t("offices")}</h2>
        {held.length === 0 ? (
          <p class="soft">{t("offices-none")}</p>
        ) : (
          <ul class="ledger">
            {held.map((o) => (
              <OfficeItem key={o.result + o.holder.id} office={o} base={base} body={page.reader.body} />
            ))}
          </ul>
        )}
        {past.length > 0 && (
          <details>
            <summary>{t("offices-past")}</summary>
            <ul class="ledger">
              {past.slice(0, 100).map((o) => (
                <OfficeItem key={o.result + o.holder.id} office={o} base={base} body={page.reader.body} />
              ))}
            </ul>
          </details>
        )}
      </section>
      <section>
        <h2>{t("elections-list")}</h2>
        {member && (
          <p>
            <a class="btn main" href={`${base}/elections/new`}>
              {t("election-new")}
            </a>
          </p>
        )}
        <Filter
          total={list.total}
          action={`${base}/elections`}
          q={q}
          label={t("elections-find")}
          choices={[
            {
              name: "status",
              label: t("list-status"),
              value: status,
              options: [
                { value: "", label: t("list-all") },
                ...STATUSES.map((s) => ({ value: s, label: t(`elections-${s}`) })),
              ],
            },
          ]}
        />
        {list.items.length === 0 ? (
          q || status ? (
            <Empty href={`${base}/elections`} step={t("list-show-all")}>
              {t("list-none-found")}
            </Empty>
          ) : (
            <Empty
              href={page.facts.phase === "adopted" ? undefined : `${base}/sittings`}
              step={t("meetings-provisional-do")}
            >
              {t(page.facts.phase === "adopted" ? "elections-none" : "meetings-provisional")}
            </Empty>
          )
        ) : (
          <>
            <ul class="ledger">
              {list.items.map((e) => (
                <li key={e.id}>
                  <a class="title" href={`${base}/elections/${e.id}`}>
                    <Words of={e.title} />
                  </a>
                  <Meta>
                    <Tag kind={e.status === "decided" ? "done" : "open"}>{t(`election-${e.status}`)}</Tag>
                    {t("election-seats", { count: e.seats })}
                    {e.status === "decided"
                      ? e.elected.map((p) => p.name ?? p.id.slice(0, 8)).join(", ")
                      : t("election-stand", { count: e.candidates })}
                  </Meta>
                </li>
              ))}
            </ul>
            <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
          </>
        )}
      </section>
    </>
  );
}

function NewElection({ page }: { page: BodyPage }) {
  const { t } = useSay();
  if (page.reader.viewer.standing !== "member" || page.facts.phase !== "adopted")
    return <NotYet page={page} title={t("election-new")} />;
  return (
    <div class="read">
      <h1>{t("election-new")}</h1>
      <p class="lead">{t("election-new-lead")}</p>
      <ActForm
        act="election.open"
        body={page.reader.body}
        next={`${page.base}/elections/{id}`}
        submit={t("election-new-do")}
        warning={t("election-new-warning")}
        data={{ zone: page.facts.zone, special: "election.open" }}
      >
        <Field
          name="title"
          label={t("election-office")}
          hint={t("election-office-hint")}
          text={gradeOf(page.reader)}
          required
          maxLength={200}
        />
        <Field
          name="seats"
          label={t("election-seats-label")}
          type="number"
          as="int"
          min={1}
          max={50}
          value={1}
          required
        />
        <Field
          name="termDays"
          label={t("election-term")}
          hint={t("election-term-hint")}
          type="number"
          as="int"
          min={1}
          max={3660}
          value={365}
          required
        />
        <Radios
          name="rule"
          legend={t("election-rule")}
          value="plurality"
          options={(["plurality", "approval"] as const).map((r) => ({
            value: r,
            label: t(`election-rule-name-${r}`),
            hint: t(`election-rule-${r}`),
          }))}
        />
        <Radios
          name="powers"
          legend={t("election-powers")}
          type="checkbox"
          as="list"
          options={POWERS.map((p) => ({ value: p, label: t(`power-${p}`), hint: t(`power-${p}-what`) }))}
        />
        <Field
          name="nominationsUntil"
          label={t("election-until")}
          hint={t("election-until-hint")}
          type="datetime-local"
          as="moment"
        />
      </ActForm>
    </div>
  );
}
