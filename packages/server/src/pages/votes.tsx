/** One vote: the question, one's position, the result with its rule and all counts, and how to check it. */
import {
  ActForm,
  Facts,
  Field,
  Hidden,
  Notice,
  Pager,
  PersonName,
  Radios,
  Select,
  Table,
  Tag,
  Time,
  useSay,
  Words,
} from "@nabat/ui";
import { POSITIONS } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { csvMoment, toCsv, type VoteView, voteView } from "@nabat/views";
import { sha256 } from "@nabat/platform";
import type { Hono } from "hono";
import type { PagesDeps } from "./deps.ts";
import { type BodyPage, membersPage, notFound, show, told } from "./frame.tsx";
import { numbers, Result, ruleInWords } from "./motion-parts.tsx";
import { csvFile, pagerLinks } from "./query.ts";

export function votePages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/votes/:id{[0-9a-f]+\\.csv}", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await voteView(page.reader, c.req.param("id").replace(".csv", "") as ActId);
      if (!view) return notFound(c, deps, "thing");
      return csvFile(c, `vote-${view.id.slice(0, 12)}`, positionsCsv(view));
    }),
  );
  app.get("/b/:body/votes/:id", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await voteView(page.reader, c.req.param("id") as ActId, sha256);
      if (!view) return notFound(c, deps, "thing");
      return show(
        page,
        { title: view.title.text ?? page.say.t("vote"), tab: "motions", islands: ["sign", "own-vote", "live"] },
        <Vote page={page} view={view} />,
      );
    }),
  );
}

function positionsCsv(view: VoteView): string {
  return toCsv(
    ["member", "name", "entered", "position"],
    (view.positions ?? []).map((p) => [p.by.id, p.by.name, csvMoment(p.at), p.position]),
  );
}

function Vote({ page, view }: { page: BodyPage; view: VoteView }) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  return (
    <>
      <p class="kicker">
        {t("vote")}: {t(`mode-${view.mode}`)}
      </p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      <p class="meta">
        <span>
          <Tag kind={view.status === "declared" ? "done" : "open"}>{t(`vote-stage-${view.status}`)}</Tag>
        </span>
        {view.status === "open" && view.closes !== undefined && (
          <span>
            {t("closes")} <Time at={view.closes} />
          </span>
        )}
        <span>
          <a href={`${base}/motions/${view.motion}`}>{t("vote-motion")}</a>
        </span>
      </p>
      {view.result && <Result result={view.result} id={view.id} agreement={view.agreement} />}
      <div class="sheet">
        <p class="kicker">{t("version", { n: view.version.n })}</p>
        <Words of={view.version.text} block />
      </div>
      {view.status === "open" && <YourPosition page={page} view={view} />}
      {view.you.cast && (
        <Notice tone="good" title={t("vote-yours")} level={2}>
          <p>
            {t("vote-yours-entered")} <Time at={view.you.cast.at} />. {t("vote-yours-check")}
          </p>
          <div
            class="island"
            data-island="own-vote"
            data-props={JSON.stringify({ vote: view.id, opening: view.you.cast.opening, commit: view.you.cast.commit })}
          />
        </Notice>
      )}
      <section>
        <h2>{t("vote-rule")}</h2>
        <Facts
          rows={[
            [t("vote-decided-by"), ruleInWords(say, view)],
            [t("vote-whole"), t("vote-whole-what", { n: view.whole })],
            [
              t("vote-called"),
              <>
                <PersonName name={view.caller.name} />, <Time at={view.opened} />.{" "}
                <a href={`${base}/entries/${view.id}`}>{t("by-which-right")}</a>
              </>,
            ],
            [
              t("vote-cast"),
              view.mode === "count" || view.mode === "name"
                ? t("vote-cast-so-far", { n: view.castCount, whole: view.whole })
                : undefined,
            ],
            [t("vote-by-tellers"), view.byTellers > 0 ? t("vote-by-tellers-n", { n: view.byTellers }) : undefined],
            [
              t("tellers"),
              view.tellers.length > 0
                ? view.tellers.map((p, i) => (
                    <span key={p.id}>
                      {i > 0 && ", "}
                      <PersonName name={p.name} />
                    </span>
                  ))
                : undefined,
            ],
            [
              t("vote-declared"),
              view.result ? (
                <>
                  <Time at={view.result.at} />.{" "}
                  <a href={`${base}/entries/${view.result.id}`}>{t("vote-declaration")}</a>
                </>
              ) : undefined,
            ],
          ]}
        />
      </section>
      {view.tallies.length > 0 && !yetToCount(page, view) && <Tallies view={view} />}
      <TellerWork page={page} view={view} />
      {view.positions && <Positions page={page} view={view} />}
      <section>
        <h2>{t("check-yourself")}</h2>
        <p class="read">{t("check-yourself-what")}</p>
        <p>
          <a class="btn" href={`${base}/record`}>
            {t("check-yourself-go")}
          </a>
        </p>
      </section>
      <div class="print-only sign-lines">
        {view.tellers.map((p) => (
          <div key={p.id}>{p.name ?? ""}</div>
        ))}
      </div>
    </>
  );
}

/** A teller who has not counted yet doesn't see what the others counted: each counts alone first. */
function yetToCount(page: BodyPage, view: VoteView): boolean {
  return view.you.mayTally && !view.tallies.some((tally) => tally.by.id === page.reader.viewer.member);
}

function YourPosition({ page, view }: { page: BodyPage; view: VoteView }) {
  const { t } = useSay();
  if (view.mode === "hands" || view.mode === "paper")
    return <Notice title={t(`mode-${view.mode}`)}>{<p>{t(`vote-${view.mode}-what`)}</p>}</Notice>;
  if (view.you.cast || view.you.whyNot?.rule === "V-27") return null;
  if (!view.you.mayVote)
    return view.you.whyNot ? (
      <Notice title={t("vote-not-you")}>
        <p>{told(page.say, view.you.whyNot)}</p>
      </Notice>
    ) : null;
  const closed = view.mode === "count";
  return (
    <ActForm
      act="vote.cast"
      body={page.reader.body}
      next={`${page.base}/votes/${view.id}`}
      submit={t("vote-sign")}
      now
      warning={t(closed ? "vote-warning-count" : "vote-warning-name", { n: view.version.n })}
      data={{
        special: "vote.cast",
        grade: closed ? "closed" : "members",
        tellers: closed ? JSON.stringify(view.sealedTo) : undefined,
      }}
    >
      <Hidden name="vote" value={view.id} />
      <Hidden name="version" value={view.version.hash} />
      <Radios
        name="choice"
        legend={t("vote-your")}
        box
        options={POSITIONS.map((p) => ({
          value: p,
          label: t(`position-${p}`),
          hint: p === "for" || p === "against" ? undefined : t(`position-${p}-what`),
        }))}
      />
    </ActForm>
  );
}

const KEYS = ["for", "against", "taking-part", "abstain"] as const;

function Tallies({ view }: { view: VoteView }) {
  const { t } = useSay();
  return (
    <section>
      <h2>{t("tallies")}</h2>
      <Table
        caption={t("tallies-what")}
        columns={[
          { name: t("teller") },
          ...KEYS.map((k) => ({ name: t(`part-${k}`), n: true })),
          { name: t("present"), n: true },
        ]}
        rows={view.tallies.map((tally) => [
          <>
            <PersonName name={tally.by.name} />, <Time at={tally.at} />
          </>,
          ...KEYS.map((k) => t("number", { n: tally.counts[k] ?? 0 })),
          tally.present === undefined ? "–" : t("number", { n: tally.present }),
        ])}
      />
    </section>
  );
}

function TellerWork({ page, view }: { page: BodyPage; view: VoteView }) {
  const say = useSay();
  const { t } = say;
  const body = page.reader.body;
  const next = `${page.base}/votes/${view.id}`;
  const byHand = view.mode === "hands" || view.mode === "paper";
  if (view.status === "declared" || page.reader.viewer.standing !== "member") return null;
  return (
    <section class="no-print">
      {view.you.mayClose && (
        <ActForm act="vote.close" body={body} next={next} submit={t("vote-close-do")} warning={t("vote-close-warning")}>
          <Hidden name="vote" value={view.id} />
        </ActForm>
      )}
      {view.you.mayTally && (
        <>
          <h2>{t("tally-yours")}</h2>
          <p class="read">{t(byHand ? "tally-hands-what" : "tally-count-what", { n: view.castCount })}</p>
          <ActForm
            act="tally"
            body={body}
            next={next}
            submit={t("tally-do")}
            data={{ special: byHand ? undefined : "tally.count", mode: view.mode }}
            warning={t("tally-warning")}
          >
            <Hidden name="vote" value={view.id} />
            <div class="counts">
              {[...KEYS, ...(view.mode === "paper" ? (["invalid"] as const) : [])].map((k) => (
                <Field
                  key={k}
                  name={`counts.${k}`}
                  label={t(`part-${k}`)}
                  type="number"
                  as="int"
                  min={0}
                  value={0}
                  required
                />
              ))}
              {byHand && (
                <Field name="present" label={t("present")} type="number" as="int" min={0} max={view.whole} required />
              )}
            </div>
          </ActForm>
        </>
      )}
      {view.status === "counting" && <Declare page={page} view={view} />}
      {view.you.teller && view.status === "open" && !byHand && view.cards.length > 0 && (
        <details>
          <summary>{t("card-vote")}</summary>
          <p class="read">{t("card-vote-what")}</p>
          <ActForm
            act="vote.card"
            body={body}
            next={next}
            submit={t("card-vote-do")}
            data={{
              special: "vote.card",
              grade: view.mode === "count" ? "closed" : "members",
              tellers: JSON.stringify(view.sealedTo),
            }}
          >
            <Hidden name="vote" value={view.id} />
            <Hidden name="version" value={view.version.hash} />
            <Select
              name="member"
              label={t("card-member")}
              options={view.cards.map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) }))}
            />
            <Field name="code" label={t("card-code")} required maxLength={20} />
            <Radios
              name="choice"
              legend={t("card-position")}
              options={POSITIONS.map((p) => ({ value: p, label: t(`position-${p}`) }))}
            />
          </ActForm>
        </details>
      )}
    </section>
  );
}

/** The one result that the record gives, ready to be signed; or why there is none yet. */
function Declare({ page, view }: { page: BodyPage; view: VoteView }) {
  const say = useSay();
  const { t } = say;
  const result = view.computed;
  const early = view.declarableFrom !== undefined && view.declarableFrom > page.reader.now;
  return (
    <>
      <h2>{t("declare")}</h2>
      {view.notComputed && <p class="read">{told(say, view.notComputed)}</p>}
      {early && view.declarableFrom !== undefined && (
        <p class="read">{t("declare-from", { when: say.date(view.declarableFrom) })}</p>
      )}
      {result && view.you.mayDeclare && (
        <>
          <p class="read">{t("declare-what")}</p>
          <ActForm act="result" body={page.reader.body} next={`${page.base}/votes/${view.id}`} submit={t("declare-do")}>
            <p>
              <b>{t(`outcome-${result.outcome}`)}</b>{" "}
              {numbers(say, {
                counts: result.counts,
                whole: result.whole,
                present: result.present,
                none: Math.max(
                  0,
                  (result.present ?? result.whole) - Object.values(result.counts).reduce((a, b) => a + b, 0),
                ),
              })}
            </p>
            <Hidden name="vote" value={view.id} />
            {Object.entries(result.counts).map(([key, n]) => (
              <Hidden key={key} name={`counts.${key}`} value={n} as="int" />
            ))}
            <Hidden name="whole" value={result.whole} as="int" />
            {result.present !== undefined && <Hidden name="present" value={result.present} as="int" />}
            <Hidden name="outcome" value={result.outcome} />
          </ActForm>
        </>
      )}
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
          <PersonName name={p.by.name} />,
          p.position ? t(`position-${p.position}`) : <i class="soft">{t("text-erased")}</i>,
          <Time at={p.at} />,
        ])}
      />
      <Pager shown={shown.length} total={all.length} {...links} />
    </section>
  );
}
