/** One vote: the question, one's position, the result with its rule and all counts, and how to check it. */
import { Facts, Notice, Pager, PersonName, QrCode, Table, Tag, Time, useSay, Words, People, untorn } from "@nabat/ui";
import type { ActId } from "@nabat/kernel";
import {
  csvMoment,
  type PendingLine,
  pendingView,
  type Person,
  rollNames,
  toCsv,
  type VoteView,
  voteView,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { againSetting, DecisionPart } from "../binding/decision.tsx";
import { ElectionResult } from "../elections/election-parts.tsx";
import { ChangeShown } from "../motions/amendments.tsx";
import { Would } from "../motions/would.tsx";
import { addsTeller, Counting } from "./counting.tsx";
import type { VoteSetting } from "./calling.tsx";
import { labelsOf } from "./figures.ts";
import { SecondCall } from "./second-call.tsx";
import { YourPosition } from "./position.tsx";
import { Result, ruleInWords } from "./result.tsx";
import { Tallies, yetToCount } from "./tallies.tsx";
import { TellerWork } from "./teller-work.tsx";
import { Pending } from "../keys/pending.tsx";
import { csvFile, pagerLinks } from "../query.ts";
import { RecordLink } from "../record-link.tsx";

export function votePages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/votes/:id{[0-9a-f]+\\.csv}", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await voteView(page.reader, c.req.param("id").replace(".csv", "") as ActId);
      if (!view) return notFound(c, deps, "thing");
      return csvFile(c, `vote-${view.id.slice(0, 12)}`, positionsCsv(page, view));
    }),
  );
  app.get("/b/:body/votes/:id", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await voteView(page.reader, c.req.param("id") as ActId, page.deps.sha256);
      if (!view) return notFound(c, deps, "thing");
      return show(
        page,
        {
          title: view.title.text ?? page.say.t("vote"),
          tab: "motions",
          islands: ["sign", "own-vote", "own-number", "live"],
        },
        <Vote
          page={page}
          view={view}
          roll={addsTeller(view) ? await rollNames(page.reader) : []}
          again={await againSetting(page, view.decision)}
          pending={await pendingView(page.reader, page.deps.sha256, { vote: view.id })}
        />,
      );
    }),
  );
}

function positionsCsv(page: BodyPage, view: VoteView): string {
  // Who counts as well sees others' lists once they have counted themselves, as on the page.
  if (view.counting)
    return toCsv(
      ["number", "position", "list by"],
      (yetToCount(page, view) ? [] : view.counting.lists).flatMap(({ lines, tellers }) =>
        (lines ?? []).map(([number, choice]) => [
          number,
          [choice].flat().join(" "),
          tellers.map((p) => p.name ?? p.id).join(", "),
        ]),
      ),
    );
  return toCsv(
    ["member", "name", "entered", "position"],
    (view.positions ?? []).map((p) => [p.by.id, p.by.name, csvMoment(p.at), p.position]),
  );
}

interface VoteProps {
  readonly page: BodyPage;
  readonly view: VoteView;
  readonly roll: readonly Person[];
  readonly pending: readonly PendingLine[];
  /** What the form for calling the vote of all needs. */
  readonly again?: VoteSetting;
}

function Vote({ page, view, roll, pending, again }: VoteProps) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  const here = `${base}/votes/${view.id}`;
  const link = `${page.deps.clerk.origin(page.c)}${here}`;
  return (
    <>
      <p class="kicker">
        {t("vote")}
        {t("colon")}
        {t(`mode-${view.mode}`)}
      </p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      <p class="meta">
        <span>
          <Tag kind={view.status === "declared" ? "done" : "open"}>{t(`vote-stage-${view.status}`)}</Tag>
        </span>
        {(view.status === "open" || view.status === "called") && view.closes !== undefined && (
          <span>
            {t("closes")} <Time at={view.closes} />
          </span>
        )}
        <span>
          <a href={view.election ? `${base}/elections/${view.election}` : `${base}/motions/${view.motion}`}>
            {t(view.election ? "vote-election" : "vote-motion")}
          </a>
        </span>
      </p>
      {view.result && view.ballot && <ElectionResult view={view} />}
      {view.result && !view.ballot && (
        <Result
          result={view.result}
          id={view.id}
          agreement={view.agreement}
          amendment={view.amendment !== undefined}
          fell={view.status === "fallen"}
        />
      )}
      <SecondCall page={page} of={view.secondCall} />
      {view.second && <p class="read">{t("vote-second")}</p>}
      {view.opinion && !view.result && (
        <Notice title={t("opinion-not-binding")}>
          <p>{t("opinion-stands")}</p>
        </Notice>
      )}
      {view.again && <p class="read">{t("vote-again-what")}</p>}
      {view.now && <p class="read">{t("vote-now-what")}</p>}
      {view.without?.settled && <p class="read">{t("vote-without-newcomers", { whole: view.whole })}</p>}
      {view.without !== undefined && view.without.barred > 0 && (
        <p class="read">{t("vote-without-contested", { n: view.without.barred })}</p>
      )}
      {view.decision && <DecisionPart page={page} decision={view.decision} next={here} setting={again} />}
      <div class="sheet">
        <p class="kicker">
          {view.ballot ? (
            t("ballot-of", { n: view.seats ?? 1 })
          ) : view.amendment ? (
            <a href={`${base}/motions/${view.amendment.motion.id}`}>
              {t("amend-to", { title: view.amendment.motion.title.text ?? "" })}
            </a>
          ) : (
            t("version", { n: view.version.n })
          )}
        </p>
        {view.amendment ? <ChangeShown amendment={view.amendment} /> : <Words of={view.version.text} block />}
      </div>
      {view.would && <Would page={page} of={{ id: view.motion, would: view.would, discussed: false }} />}
      {view.status === "open" && <YourPosition page={page} view={view} next={here} />}
      {view.you.cast && (
        <Notice tone="good" title={t("vote-yours")} level={2}>
          <p>
            {t("vote-yours-entered")} <Time at={view.you.cast.at} />.{" "}
            {t(view.mode === "name" || view.devices === "name" ? "vote-yours-named" : "vote-yours-check")}
          </p>
          <div
            class="island"
            data-island="own-vote"
            data-props={JSON.stringify({
              vote: view.id,
              opening: view.you.cast.opening,
              commit: view.you.cast.commit,
              ...(view.ballot ? { labels: labelsOf(say, view) } : {}),
            })}
          />
        </Notice>
      )}
      <section>
        <h2>{t("vote-rule")}</h2>
        <Facts
          rows={[
            [
              t("vote-decided-by"),
              view.ballot ? t(`election-rule-${view.rule ?? "plurality"}`) : ruleInWords(say, view),
            ],
            [t("vote-weight"), view.opinion ? t("vote-opinion") : undefined],
            [t("vote-whole"), t("vote-whole-what", { n: view.whole })],
            [
              t("vote-called"),
              <>
                <PersonName of={view.caller} />, <Time at={view.opened} />.{" "}
                <RecordLink page={page} to={`/entries/${view.id}`}>
                  {t("by-which-right")}
                </RecordLink>
              </>,
            ],
            [
              t("vote-cast"),
              view.mode === "count" || view.mode === "name"
                ? t(view.status === "open" || view.status === "called" ? "vote-cast-so-far" : "vote-cast-in-all", {
                    n: view.castCount,
                    whole: view.whole,
                  })
                : undefined,
            ],
            [
              t("vote-by-tellers"),
              view.byTellers > 0 ? (
                <>
                  {t("vote-by-tellers-n", { n: view.byTellers })}
                  {view.inTerms !== undefined && `; ${t("vote-in-terms", { n: view.inTerms })}`}
                </>
              ) : undefined,
            ],
            [t("tellers"), view.tellers.length > 0 ? <People of={view.tellers} /> : undefined],
            [
              t("vote-declared"),
              view.result ? (
                <>
                  <Time at={view.result.at} />.{" "}
                  <RecordLink page={page} to={`/entries/${view.result.id}`}>
                    {t("vote-declaration")}
                  </RecordLink>
                </>
              ) : undefined,
            ],
          ]}
        />
      </section>
      {!yetToCount(page, view) && <Tallies view={view} />}
      <Counting page={page} view={view} next={here} roll={roll} />
      {view.you.teller && view.status === "open" && <Pending page={page} pending={pending} next={here} />}
      <TellerWork page={page} view={view} next={here} />
      {view.positions && <Positions page={page} view={view} />}
      <section>
        <h2>{t("check-yourself")}</h2>
        <p class="read">{t(view.result ? "check-yourself-what" : "check-yourself-later")}</p>
        <p>
          <a class="btn" href={`${base}/record`}>
            {t("check-yourself-go")}
          </a>
        </p>
      </section>
      <div class="print-only">
        <div class="sign-lines">
          {view.tellers.map((p) => (
            <div key={p.id}>{untorn(p.name ?? "")}</div>
          ))}
        </div>
        <div class="print-link">
          <QrCode text={link} label={t("vote-print-link")} />
          <p>
            {t("vote-print-link")} <span class="key">{link}</span>
          </p>
        </div>
      </div>
    </>
  );
}

function Positions({ page, view }: { page: BodyPage; view: VoteView }) {
  const { t } = useSay();
  const all = view.positions ?? [];
  const from = Math.max(0, Number(page.c.req.query("from") ?? 0) || 0);
  const shown = all.slice(from, from + 100);
  const links = pagerLinks(page.c, from + 100 < all.length ? from + 100 : undefined, true, "from");
  return (
    <section>
      <h2>{t("positions-by-name")}</h2>
      <Table
        columns={[{ name: t("member") }, { name: t("position") }, { name: t("entered") }]}
        rows={shown.map((p) => [
          <PersonName of={p.by} />,
          p.position ? t(`position-${p.position}`) : <i class="soft">{t("text-erased")}</i>,
          <Time at={p.at} />,
        ])}
      />
      <Pager shown={shown.length} total={all.length} {...links} />
    </section>
  );
}
