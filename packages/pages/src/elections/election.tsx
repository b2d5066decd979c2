/** One election's page: its candidates, its votes, and what the person looking may do. */
import {
  ActForm,
  Facts,
  FoldedAct,
  Hidden,
  Meta,
  Notice,
  PersonName,
  type Say,
  Tag,
  Time,
  useSay,
  Words,
} from "@nabat/ui";
import { electionShown, type ElectionShown, type Person, memberNames } from "@nabat/views";
import type { ActId } from "@nabat/kernel";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show, told } from "../frame.tsx";
import { againSetting, DecisionPart } from "../binding/decision.tsx";
import { Agree } from "../binding/now.tsx";
import { PaperWaits } from "../meetings/paper-waits.tsx";
import { YourPart } from "./candidacy.tsx";
import { ClosesField, NamedTeller, openVoteForm, type VoteSetting } from "../votes/calling.tsx";
import { OfficeItem, Round } from "./election-parts.tsx";
import { RecordLink } from "../record-link.tsx";

export function electionPage(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/elections/:id{[0-9a-f]{64}}", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await electionShown(page.reader, c.req.param("id") as ActId, page.deps.sha256);
      if (!view) return notFound(c, deps, "thing");
      const roll = view.you?.nominateOthers.yes ? await memberNames(page.reader) : [];
      const { state, viewer } = page.reader;
      const mover = state.elections.elections.get(view.id)?.by === viewer.member;
      const outside = view.you?.call.yes;
      return show(
        page,
        { title: view.title.text ?? page.say.t("election"), tab: "sittings", islands: ["sign", "live"] },
        <Election
          page={page}
          view={view}
          roll={roll}
          again={await againSetting(page, view.decision)}
          setting={outside ? await openVoteForm(page.reader, { mode: "count", mover, on: view.id }) : undefined}
        />,
      );
    }),
  );
}

function Election({
  page,
  view,
  roll,
  again,
  setting,
}: {
  page: BodyPage;
  view: ElectionShown;
  roll: readonly Person[];
  again?: VoteSetting;
  setting?: VoteSetting;
}) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  const body = page.reader.body;
  const { you } = view;
  const mine = page.reader.viewer.member === undefined ? [] : [page.reader.viewer.member];
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
          {t("election-opened")} <PersonName of={view.by} />, <Time at={view.at} />
        </>
        <RecordLink page={page} to={`/entries/${view.id}`}>
          {t("by-which-right")}
        </RecordLink>
      </Meta>
      {view.uncontested && <p class="read soft">{t("election-uncontested-what")}</p>}
      {view.rounds
        .filter((r) => r.vote !== view.spoilt)
        .toReversed()
        .map((r) => (
          <Round key={r.vote} round={r} base={base} />
        ))}
      {view.decision && (
        <DecisionPart page={page} decision={view.decision} next={`${base}/elections/${view.id}`} setting={again} />
      )}
      {view.onPaper && <PaperWaits waits={view.onPaper} base={base} />}
      {view.votes
        .filter((v) => v.status === "called" || v.status === "open" || v.status === "counting")
        .map((v) => (
          <Notice key={v.id} tone="needs" title={t("election-voting-now")}>
            <p>
              <a class="btn now" href={`${base}/votes/${v.id}`}>
                {t("vote-go")}
              </a>
            </p>
          </Notice>
        ))}
      {view.spoilt && (
        <Notice tone="warn" title={t(view.status === "again" ? "spoilt-fallen" : "telling-uncounted")}>
          <p>{t(view.status === "again" ? "election-again-how" : "election-uncounted-how")}</p>
          <p>
            <a href={`${base}/votes/${view.spoilt}`}>{t("spoilt-see")}</a>
          </p>
        </Notice>
      )}
      <section>
        <h2>{t(view.status === "decided" ? "election-stood" : "election-who")}</h2>
        {view.candidateList.length === 0 ? (
          <p class="soft">{t("election-nobody")}</p>
        ) : (
          <ul class="ledger">
            {view.candidateList.map((c) => (
              <li key={c.person.id}>
                <b>
                  <PersonName of={c.person} you={c.person.id === page.reader.viewer.member} />
                </b>
                <Meta>
                  <Tag kind={c.state === "stands" ? "done" : c.state === "declined" ? "no" : "open"}>
                    {t(`candidate-${c.state}`)}
                  </Tag>
                  {c.by.id !== c.person.id && (
                    <>
                      {t("candidate-by")} <PersonName of={c.by} />
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
      {setting && (
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
            <ClosesField setting={setting} />
            <NamedTeller setting={setting} not={[...view.candidateList.map((c) => c.person.id), ...mine]} />
          </ActForm>
        </details>
      )}
      {view.status !== "decided" && view.status !== "again" && !setting && (
        <p class="read soft">{notCalled(say, view)}</p>
      )}
      {you && view.agree && (
        <details id="now" class="no-print" open={view.agree.has > 0}>
          <summary>{t("now-agree")}</summary>
          <Agree
            page={page}
            agree={view.agree}
            of={{ election: view.id, version: view.version }}
            next={`${base}/elections/${view.id}`}
            warning={t("now-agree-ballot-warning")}
          />
          {view.agree.yours && (
            <FoldedAct
              title={t("now-back")}
              says={t("now-back-agreed-what")}
              quiet
              act="now.back"
              body={body}
              next={`${base}/elections/${view.id}`}
              submit={t("now-back-agreed-do")}
              of={{ election: view.id }}
            />
          )}
        </details>
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
              <OfficeItem key={o.result + o.holder.id} office={o} base={base} body={body} member={you !== undefined} />
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

/** Why this person can't call its vote over days: whose turn it is, or what it waits for. */
function notCalled(say: Say, { ready, you }: ElectionShown): string {
  if (!ready.yes && ready.why) return told(say, ready.why);
  const why = you?.call.why;
  return why && why.rule !== "O-6" ? told(say, why) : say.t("election-at-meeting");
}
