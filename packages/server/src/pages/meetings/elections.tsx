/** Elections and offices: the lists, opening one, one with its candidates, votes and numbers. */
import type { ActId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
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
  Radios,
  Select,
  Tag,
  Time,
  useSay,
  Words,
} from "@nabat/ui";
import {
  csvMoment,
  type ElectionLine,
  electionShown,
  type ElectionShown,
  electionsView,
  type OfficeShown,
  officesView,
  type Page,
  type Person,
  rollNames,
  toCsv,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show, told } from "../frame.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "../query.ts";
import { gradeOf, openVoteForm, TellerFields, type VoteSetting } from "../vote-parts.tsx";
import { MarksTable, OfficeItem } from "./election-parts.tsx";

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
      const view = await electionShown(page.reader, c.req.param("id") as ActId, sha256);
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
          <Empty>{q || status ? t("list-none-found") : t("elections-none")}</Empty>
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

function Election({
  page,
  view,
  roll,
  setting,
}: {
  page: BodyPage;
  view: ElectionShown;
  roll: readonly Person[];
  setting?: VoteSetting;
}) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  const body = page.reader.body;
  const { you } = view;
  return (
    <>
      <p class="kicker">{t("election")}</p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      <Meta>
        <Tag kind={view.status === "decided" ? "done" : "open"}>{t(`election-${view.status}`)}</Tag>
        {view.round > 1 && t("election-round", { n: view.round })}
        {view.uncontested && <Tag kind="warn">{t("election-uncontested")}</Tag>}
        {view.secret && t("election-secret")}
        <>
          {t("election-opened")} <PersonName name={view.by.name} />, <Time at={view.at} />
        </>
        <a href={`${base}/entries/${view.id}`}>{t("by-which-right")}</a>
      </Meta>
      {view.uncontested && <p class="read soft">{t("election-uncontested-what")}</p>}
      {view.rounds.toReversed().map((r) => (
        <section class="result" key={r.vote}>
          <h2 class="outcome">
            {r.rows.some((x) => x.place === "elected")
              ? t("election-elected", {
                  names: r.rows
                    .filter((x) => x.place === "elected")
                    .map((x) => x.person.name ?? "")
                    .join(", "),
                })
              : t(`outcome-election-${r.outcome}`)}
          </h2>
          <p>
            {t("election-numbers", {
              present: r.present,
              whole: r.whole,
              none: r.none,
              blank: r.blank,
              invalid: r.invalid,
            })}
          </p>
          <MarksTable rows={r.rows} none={r.none} />
          {r.empty > 0 && <p>{t("election-empty", { count: r.empty })}</p>}
          <p>
            <a href={`${base}/votes/${r.vote}`}>{t("vote-all")}</a>
          </p>
        </section>
      ))}
      {view.votes
        .filter((v) => v.status === "open" || v.status === "counting")
        .map((v) => (
          <Notice key={v.id} tone="needs" title={t("election-voting-now")}>
            <p>
              <a class="btn now" href={`${base}/votes/${v.id}`}>
                {t("vote-go")}
              </a>
            </p>
          </Notice>
        ))}
      <section>
        <h2>{t(view.status === "decided" ? "election-stood" : "election-who")}</h2>
        {view.candidateList.length === 0 ? (
          <p class="soft">{t("election-nobody")}</p>
        ) : (
          <ul class="ledger">
            {view.candidateList.map((c) => (
              <li key={c.person.id}>
                <b>
                  <PersonName name={c.person.name} you={c.person.id === page.reader.viewer.member} />
                </b>
                <Meta>
                  <Tag kind={c.state === "stands" ? "done" : c.state === "declined" ? "no" : "open"}>
                    {t(`candidate-${c.state}`)}
                  </Tag>
                  {c.by.id !== c.person.id && (
                    <>
                      {t("candidate-by")} <PersonName name={c.by.name} />
                    </>
                  )}
                </Meta>
                {c.text && <Words of={c.text} block />}
                {c.words && <Words of={c.words} block />}
              </li>
            ))}
          </ul>
        )}
        {you && <YourPart page={page} view={view} roll={roll} />}
      </section>
      {view.ready.yes && setting && view.status !== "voting" && view.status !== "decided" && (
        <details id="call" open>
          <summary>{t("election-call")}</summary>
          <ActForm
            act="vote.open"
            body={body}
            next={`${base}/votes/{id}`}
            submit={t("call-do")}
            warning={t("election-call-warning")}
            data={{ zone: page.facts.zone }}
          >
            <Hidden name="election" value={view.id} />
            <Hidden name="version" value={view.version} />
            <Hidden name="mode" value="count" />
            <Field
              name="closes"
              label={t("call-closes")}
              hint={t("call-closes-hint", { hours: setting.hours })}
              type="datetime-local"
              as="moment"
              value={setting.closesLocal}
              required
            />
            <TellerFields roll={setting.roll} not={view.candidateList.map((c) => c.person.id)} />
          </ActForm>
        </details>
      )}
      {view.status !== "decided" && !setting && (
        <p class="read soft">
          {view.ready.yes || !view.ready.why ? t("election-at-meeting") : told(say, view.ready.why)}
        </p>
      )}
      <section>
        <h2>{t("election-rules")}</h2>
        <Facts
          rows={[
            [t("election-seats-label"), t("number", { n: view.seats })],
            [t("election-rule"), t(`election-rule-${view.rule}`)],
            [t("election-term"), t("span-days", { n: view.termDays })],
            [
              t("election-powers"),
              view.powers.length > 0 ? view.powers.map((p) => t(`power-${p}`)).join(", ") : t("election-powers-none"),
            ],
            [
              t("election-until"),
              view.nominationsUntil === undefined ? t("election-until-vote") : <Time at={view.nominationsUntil} />,
            ],
            [t("election-rules-changed"), view.rulesChanged > 0 ? t("election-rules-changed-what") : undefined],
          ]}
        />
      </section>
      {view.offices.length > 0 && (
        <section>
          <h2>{t("offices")}</h2>
          <ul class="ledger">
            {view.offices.map((o) => (
              <OfficeItem key={o.result + o.holder.id} office={o} base={base} body={body} />
            ))}
          </ul>
          {view.vacant > 0 && <p>{t("election-vacant", { count: view.vacant })}</p>}
        </section>
      )}
      <p class="no-print">
        <a href={`${base}/elections`}>{t("elections")}</a>
      </p>
    </>
  );
}

function YourPart({ page, view, roll }: { page: BodyPage; view: ElectionShown; roll: readonly Person[] }) {
  const { t } = useSay();
  const { you } = view;
  const body = page.reader.body;
  const here = `${page.base}/elections/${view.id}`;
  const known = new Set(view.candidateList.map((c) => c.person.id));
  const others = roll.filter((p) => !known.has(p.id) && p.id !== page.reader.viewer.member);
  if (!you || view.status === "decided") return null;
  return (
    <div class="no-print">
      {you.accept.yes && (
        <ActForm act="nomination.accept" body={body} next={here} submit={t("candidate-accept")} now>
          <Hidden name="election" value={view.id} />
          <Field
            name="text"
            label={t("candidate-words")}
            hint={t("optional")}
            text={gradeOf(page.reader)}
            lines={4}
            maxLength={20_000}
            id="accept-text"
          />
        </ActForm>
      )}
      {you.decline.yes && (
        <ActForm
          quiet
          act="nomination.decline"
          body={body}
          next={here}
          submit={t("candidate-decline")}
          warning={t("candidate-decline-warning")}
        >
          <Hidden name="election" value={view.id} />
        </ActForm>
      )}
      {you.nominateSelf.yes && page.reader.viewer.member && (
        <details id="stand">
          <summary>{t("candidate-stand")}</summary>
          <ActForm act="nominate" body={body} next={here} submit={t("candidate-stand-do")}>
            <Hidden name="election" value={view.id} />
            <Hidden name="candidate" value={page.reader.viewer.member} />
            <Field
              name="text"
              label={t("candidate-words")}
              hint={t("optional")}
              text={gradeOf(page.reader)}
              lines={4}
              maxLength={20_000}
              id="stand-text"
            />
          </ActForm>
        </details>
      )}
      {you.nominateOthers.yes && others.length > 0 && (
        <details id="nominate">
          <summary>{t("candidate-nominate")}</summary>
          <ActForm act="nominate" body={body} next={here} submit={t("candidate-nominate-do")}>
            <Hidden name="election" value={view.id} />
            <Select
              name="candidate"
              label={t("election-candidate")}
              options={others.map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) }))}
            />
            <Field
              name="text"
              label={t("candidate-why")}
              hint={t("optional")}
              text={gradeOf(page.reader)}
              lines={3}
              maxLength={20_000}
              id="nominate-text"
            />
          </ActForm>
        </details>
      )}
      {you.object.yes && (
        <details id="secret">
          <summary>{t("election-ask-secret")}</summary>
          <ActForm
            quiet
            act="ask.secret"
            body={body}
            next={here}
            submit={t("election-ask-secret")}
            warning={t("election-ask-secret-what")}
          >
            <Hidden name="election" value={view.id} />
          </ActForm>
        </details>
      )}
    </div>
  );
}
