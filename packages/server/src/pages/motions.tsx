/** Motions: the list, one motion, and moving one. */
import {
  Diff,
  Empty,
  Filter,
  Hidden,
  ActForm,
  Field,
  Meta,
  Notice,
  Pager,
  PersonName,
  Tag,
  Time,
  useSay,
  Words,
} from "@nabat/ui";
import { csvMoment, type MotionView, motionView, motionsView, type Page, type MotionLine, toCsv } from "@nabat/views";
import type { ActId } from "@nabat/kernel";
import type { Hono } from "hono";
import type { PagesDeps } from "./deps.ts";
import { type BodyPage, membersPage, notFound, show } from "./frame.tsx";
import { MotionItem, numbers, Result, StatusTag } from "./motion-parts.tsx";
import { MotionActions } from "./motion-actions.tsx";
import { newMotion } from "./motion-new.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "./query.ts";
import { RuleChanges } from "./rule-words.tsx";
import { openVoteForm, type VoteSetting } from "./vote-parts.tsx";

const STATUSES = ["open", "discussed", "voting", "counting", "carried", "lost", "withdrawn"] as const;

/** The latest so many of a motion's versions and remarks stand on its page; `?all=1` shows every one. */
const MOST_SHOWN = { versions: 10, remarks: 30 };

export function motionPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/motions", (c) =>
    membersPage(c, deps, async (page) => {
      const status = oneOf(c, "status", STATUSES);
      const paging = pagingOf(c);
      const list = await motionsView(page.reader, { ...paging, ...(status ? { status } : {}) });
      return show(
        page,
        { title: page.say.t("tab-motions"), tab: "motions" },
        <Motions page={page} list={list} q={paging.q} status={status} />,
      );
    }),
  );
  app.get("/b/:body/motions.csv", (c) =>
    membersPage(c, deps, async (page) => {
      const status = oneOf(c, "status", STATUSES);
      const list = await motionsView(page.reader, { ...pagingOf(c), limit: 1000, ...(status ? { status } : {}) });
      return csvFile(c, "motions", motionsCsv(list.items));
    }),
  );
  newMotion(app, deps);
  app.get("/b/:body/motions/:id", (c) =>
    membersPage(c, deps, async (page) => {
      const most = c.req.query("all") === undefined ? MOST_SHOWN : {};
      const view = await motionView(page.reader, c.req.param("id") as ActId, most);
      if (!view) return notFound(c, deps, "thing");
      const setting = await openVoteForm(page.reader, view.you.may.call);
      return show(
        page,
        { title: view.title.text ?? page.say.t("motion"), tab: "motions", islands: ["sign", "live"] },
        <Motion page={page} view={view} setting={setting} />,
      );
    }),
  );
}

/** Motions as CSV: the header in English, so that programs find their columns in every language. */
export function motionsCsv(items: readonly MotionLine[]): string {
  return toCsv(
    [
      "id",
      "title",
      "status",
      "subject",
      "mover",
      "moved",
      "outcome",
      "for",
      "against",
      "taking-part",
      "abstain",
      "none",
      "present",
      "whole",
    ],
    items.map((m) => {
      const c = m.result?.counts;
      return [
        m.id,
        m.title.text,
        m.status,
        m.subject,
        m.mover.name,
        csvMoment(m.at),
        m.result?.outcome,
        c?.["for"],
        c?.["against"],
        c?.["taking-part"],
        c?.["abstain"],
        m.result?.none,
        m.result?.present,
        m.result?.whole,
      ];
    }),
  );
}

function Motions({ page, list, q, status }: { page: BodyPage; list: Page<MotionLine>; q?: string; status?: string }) {
  const { t } = useSay();
  const { base, c } = page;
  const member = page.reader.viewer.standing === "member";
  return (
    <>
      <h1>{t("tab-motions")}</h1>
      {member && (
        <p class="row">
          <a class="btn main" href={`${base}/motions/new`}>
            {t("motions-new")}
          </a>
        </p>
      )}
      <Filter
        action={`${base}/motions`}
        q={q}
        label={t("motions-find")}
        choices={[
          {
            name: "status",
            label: t("list-status"),
            value: status,
            options: [
              { value: "", label: t("list-all") },
              ...STATUSES.map((s) => ({ value: s, label: t(`status-${s}`) })),
            ],
          },
        ]}
      />
      {list.items.length === 0 ? (
        <Empty href={member && !q && !status ? `${base}/motions/new` : undefined} step={t("motions-first")}>
          {q || status ? t("list-none-found") : t("motions-none")}
        </Empty>
      ) : (
        <>
          <ul class="ledger">
            {list.items.map((m) => (
              <MotionItem key={m.id} line={m} base={base} />
            ))}
          </ul>
          <Pager shown={list.items.length} total={list.total} {...pagerLinks(c, list.next, true)} />
        </>
      )}
    </>
  );
}

function Motion({ page, view, setting }: { page: BodyPage; view: MotionView; setting: VoteSetting }) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  const open = view.votes.find((v) => v.status === "open");
  return (
    <>
      <p class="kicker">
        {t("motion")}
        {view.subject !== "text" && `: ${t(`subject-${view.subject}`)}`}
      </p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      <Meta>
        <StatusTag line={view} />
        <>
          {t("by")} <PersonName name={view.mover.name} />
        </>
        <Time at={view.at} />
        {view.versions > 1 && t("motion-version", { n: view.versions })}
        <a href={`${base}/entries/${view.id}`}>{t("motion-entry")}</a>
      </Meta>
      {view.result && (
        <>
          <Result result={view.result} id={view.result.id} />
          <p>
            <a href={`${base}/votes/${view.result.vote}`}>{t("vote-all")}</a>
          </p>
        </>
      )}
      {open && (
        <Notice tone={view.vote?.yours || !view.you.member ? "plain" : "needs"} title={t("motion-vote-open")}>
          <p>
            {open.closes !== undefined && (
              <>
                {t("closes")} <Time at={open.closes} />.{" "}
              </>
            )}
            {view.vote?.yours ? t("you-voted") : t("vote-cast-so-far", { n: open.castCount, whole: open.whole })}
          </p>
          <p>
            <a class={view.vote?.yours || !view.you.member ? "btn" : "btn now"} href={`${base}/votes/${open.id}`}>
              {view.you.member && !view.vote?.yours ? t("vote-go") : t("vote-see")}
            </a>
          </p>
        </Notice>
      )}
      <div class="sheet">
        <Words of={view.text} block />
      </div>
      <Would page={page} view={view} />
      <MotionActions page={page} view={view} setting={setting} />
      {view.sections.length > 0 && (
        <section>
          <h2>{t("motion-sections")}</h2>
          <p class="soft">{t("motion-sections-what")}</p>
          <ul class="ledger">
            {view.sections.map((s) => (
              <li key={s.section}>
                {s.section}{" "}
                {s.result ? (
                  <Tag kind={s.adopted ? "done" : "no"}>{t(s.adopted ? "section-adopted" : "section-refused")}</Tag>
                ) : (
                  <Tag kind="open">{t("section-waiting")}</Tag>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section id="remarks">
        <h2>{t("remarks")}</h2>
        {view.remarkList.length === 0 && <p class="soft">{t("remarks-none")}</p>}
        {view.remarkList.length < view.remarks && (
          <p>
            <a href={`${base}/motions/${view.id}?all=1#remarks`}>{t("remarks-all", { n: view.remarks })}</a>
          </p>
        )}
        {view.remarkList.map((r) => (
          <article class="remark" key={r.id} id={`r-${r.id.slice(0, 12)}`}>
            <Meta>
              <b>
                <PersonName name={r.by.name} />
              </b>
              <Time at={r.at} />
            </Meta>
            <Words of={r.text} block />
          </article>
        ))}
        {(view.you.member || view.you.guest) && view.status !== "withdrawn" && (
          <ActForm
            act="say"
            body={page.reader.body}
            next={`${base}/motions/${view.id}#remarks`}
            submit={t("say-send")}
            id="say"
          >
            <Hidden name="about" value={view.id} />
            <Field
              name="text"
              label={t("say-label")}
              text={setting.grade}
              lines={4}
              required
              maxLength={20_000}
              id="say-text"
            />
          </ActForm>
        )}
      </section>
      {(view.minorities.length > 0 || (view.you.member && view.result)) && (
        <section id="minority">
          <h2>{t("minority")}</h2>
          <p class="soft">{t("minority-what")}</p>
          {view.minorities.map((r) => (
            <article class="remark" key={r.id}>
              <Meta>
                <b>
                  <PersonName name={r.by.name} />
                </b>
                <Time at={r.at} />
              </Meta>
              <Words of={r.text} block />
            </article>
          ))}
          {view.you.member && view.result && (
            <details>
              <summary>{t("minority-write")}</summary>
              <ActForm
                act="minority"
                body={page.reader.body}
                next={`${base}/motions/${view.id}#minority`}
                submit={t("minority-send")}
              >
                <Hidden name="motion" value={view.id} />
                <Field
                  name="text"
                  label={t("minority-label")}
                  text={setting.grade}
                  lines={6}
                  required
                  maxLength={50_000}
                  id="minority-text"
                />
              </ActForm>
            </details>
          )}
        </section>
      )}
      {view.history.length > 1 && (
        <section id="versions">
          <h2>{t("versions")}</h2>
          {[...view.history].reverse().map((v) => (
            <details key={v.hash}>
              <summary>
                <span>
                  {t("version", { n: v.n })}, <Time at={v.at} />
                </span>
              </summary>
              {v.changes ? <Diff changes={v.changes} /> : <Words of={v.text} block />}
            </details>
          ))}
          {view.history.length < view.versions && (
            <p>
              <a href={`${base}/motions/${view.id}?all=1#versions`}>{t("versions-all", { n: view.versions })}</a>
            </p>
          )}
        </section>
      )}
      {view.votes.length > 1 && (
        <section>
          <h2>{t("motion-votes")}</h2>
          <ul class="ledger">
            {view.votes.map((v) => (
              <li key={v.id}>
                <a class="title" href={`${base}/votes/${v.id}`}>
                  {t(`mode-${v.mode}`)}, <Time at={v.opened} />
                </a>
                <Meta>{v.result ? numbers(say, v.result) : t(`vote-stage-${v.status}`)}</Meta>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A carried decision to establish another group, not yet used: whoever is to do it founds it from here (F-10, F-11). */
function MayBeFounded({ page, motion, type }: { page: BodyPage; motion: string; type: string }) {
  const { t } = useSay();
  const { body, state, viewer } = page.reader;
  const found = [...state.founding.mayEstablish].find(([, may]) => may.motion === motion);
  if (!found || viewer.standing !== "member") return null;
  const [result] = found;
  return (
    <>
      <p>
        <a class="btn" href={`/found?mother=${body}&result=${result}&type=${type}`}>
          {t("establish-found")}
        </a>
      </p>
      <ActForm act="established" body={body} next={page.base} submit={t("establish-enter")}>
        <Hidden name="result" value={result} />
        <Field name="body" label={t("establish-which")} hint={t("establish-which-hint")} required maxLength={64} />
      </ActForm>
    </>
  );
}

function Would({ page, view }: { page: BodyPage; view: MotionView }) {
  const { t } = useSay();
  const { would } = view;
  if (view.subject === "text") return null;
  return (
    <Notice title={t("would")}>
      {view.subject === "founding" && <p>{t("would-founding")}</p>}
      {would.member && (
        <p>
          {t(`would-${view.subject}`)} <PersonName name={would.member.name} />.{" "}
          <a href={`${page.base}/members?standing=applicant`}>{t("tab-members")}</a>
        </p>
      )}
      {would.body && (
        <p>{t("would-establish", { type: t(`body-type-${would.body.type}`), seats: would.body.seats })}</p>
      )}
      {would.body && <MayBeFounded page={page} motion={view.id} type={would.body.type} />}
      {would.copy && (
        <p>
          {t("would-copy")} <code>{would.copy}</code>
        </p>
      )}
      {would.erases !== undefined && <p>{t("would-erasure", { count: would.erases })}</p>}
      {would.rules && <RuleChanges changes={would.rules} />}
    </Notice>
  );
}
