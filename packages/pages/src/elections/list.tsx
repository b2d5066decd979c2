/** Elections and offices: who holds what until when, and the list of elections. */
import { ActLink, Empty, Filter, Meta, Tag, useSay, Words } from "@nabat/ui";
import {
  CHOICES,
  ELECTION_COLUMNS,
  type ElectionLine,
  electionRow,
  electionsView,
  type OfficeShown,
  officesView,
  type Page,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { plainName } from "../form-values.ts";
import { type BodyPage, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";
import { OfficeItem } from "./election-parts.tsx";

export function electionList(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "elections",
    choices: CHOICES.elections,
    view: electionsView,
    show: async (page, list, asked) =>
      show(
        page,
        { title: page.say.t("elections"), tab: "sittings", islands: ["sign", "live"] },
        <Elections page={page} list={list} offices={await officesView(page.reader)} {...asked} />,
      ),
    columns: ELECTION_COLUMNS,
    row: electionRow,
  });
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
  const past = offices.filter((o) => o.stage !== "held" && o.stage !== "waits").toReversed();
  const coming = offices.filter((o) => o.stage === "waits");
  const adopted = page.facts.phase === "adopted";
  const member = page.reader.viewer.standing === "member" && adopted;
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
              <OfficeItem
                key={o.result + o.holder.id}
                office={o}
                base={base}
                body={page.reader.body}
                member={page.reader.viewer.standing === "member"}
              />
            ))}
          </ul>
        )}
        {coming.length > 0 && (
          <>
            <h3>{t("offices-coming")}</h3>
            <ul class="ledger">
              {coming.map((o) => (
                <OfficeItem key={o.result + o.holder.id} office={o} base={base} body={page.reader.body} />
              ))}
            </ul>
          </>
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
            <ActLink main act="election.open" href={`${base}/elections/new`}>
              {t("election-new")}
            </ActLink>
          </p>
        )}
        <Filter
          total={list.total}
          action={`${base}/elections`}
          q={q}
          label={t("elections-find")}
          choices={[
            amongAll(
              { name: "status", label: t("list-status"), all: t("list-all"), value: status },
              CHOICES.elections.status,
              (s) => t(`elections-${s}`),
            ),
          ]}
        />
        <Lines
          page={page}
          list={list}
          asked={Boolean(q || status)}
          all={`${base}/elections`}
          none={
            adopted ? (
              <Empty>{t("elections-none")}</Empty>
            ) : (
              <Empty
                {...(page.reader.mayReadRecord ? { href: `${base}/founders`, step: t("meetings-provisional-do") } : {})}
              >
                {t("meetings-provisional")}
              </Empty>
            )
          }
          line={(e) => <ElectionItem key={e.id} line={e} base={base} />}
        />
      </section>
    </>
  );
}

function ElectionItem({ line, base }: { line: ElectionLine; base: string }) {
  const { t } = useSay();
  return (
    <li>
      <a class="title" href={`${base}/elections/${line.id}`}>
        <Words of={line.title} />
      </a>
      <Meta>
        <Tag kind={line.status === "decided" ? "done" : "open"}>{t(`election-${line.status}`)}</Tag>
        {t("election-seats", { count: line.seats })}
        {line.status === "decided"
          ? line.elected.map(plainName).join(", ")
          : t("election-stand", { count: line.candidates })}
      </Meta>
    </li>
  );
}
