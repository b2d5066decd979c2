/** One motion: its text, what one can do with it, amendments, discussion, versions, votes. */
import { Meta, Notice, PersonName, Time, useSay, Words } from "@nabat/ui";
import { type MotionView, motionView, type PendingLine, pendingView, stilledNow } from "@nabat/views";
import type { ActId } from "@nabat/kernel";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { againSetting, DecisionPart } from "../binding/decision.tsx";
import { DecideNow } from "../binding/now.tsx";
import { PaperWaits } from "../meetings/paper-waits.tsx";
import { StatusTag } from "./motion-item.tsx";
import { openVoteForm, type VoteSetting } from "../votes/calling.tsx";
import { SecondCall } from "../votes/second-call.tsx";
import { Result } from "../votes/result.tsx";
import { MotionActions } from "./actions.tsx";
import { Amends, Amendments } from "./amendments.tsx";
import { Opinions, Sections, Votes } from "./motion-votes.tsx";
import { SecretAsked } from "./not-yet.tsx";
import { Discussion, Minorities } from "./talk.tsx";
import type { Stilled } from "../voice/stilled.tsx";
import { Versions } from "./versions.tsx";
import { Would } from "./would.tsx";
import { RecordLink } from "../record-link.tsx";

/** The latest so many of a motion's versions and remarks stand on its page; `?all=1` shows every one. */
const MOST_SHOWN = { versions: 10, remarks: 20 };

export function oneMotion(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/motions/:id", (c) =>
    membersPage(c, deps, async (page) => {
      const all = c.req.query("all") !== undefined;
      const view = await motionView(page.reader, c.req.param("id") as ActId, all ? {} : MOST_SHOWN);
      if (!view) return notFound(c, deps, "thing");
      const setting = await openVoteForm(page.reader, {
        mode: view.modes.outside[0],
        naming: view.you.may.call,
        mover: view.you.mover,
        on: view.id,
      });
      return show(
        page,
        { title: view.title.text ?? page.say.t("motion"), tab: "motions", islands: ["sign", "live"] },
        <Motion
          page={page}
          view={view}
          setting={setting}
          again={await againSetting(page, view.decision)}
          pending={await pendingView(page.reader, deps.sha256, { motion: view.id })}
          all={all}
          stilled={await stilledNow(page.reader)}
        />,
      );
    }),
  );
}

function Motion({
  page,
  view,
  setting,
  again,
  pending,
  all,
  stilled,
}: {
  page: BodyPage;
  view: MotionView;
  setting: VoteSetting;
  again?: VoteSetting;
  pending: readonly PendingLine[];
  all: boolean;
  stilled?: Stilled;
}) {
  const { base } = page;
  return (
    <>
      <Head page={page} view={view} />
      {view.spoilt && <Spoilt spoilt={view.spoilt} base={base} />}
      {view.result && view.result.vote !== view.spoilt?.vote && (
        <>
          <Result result={view.result} id={view.result.id} amendment={view.amendment !== undefined} />
          {view.result.byAll && <p class="read soft">{page.say.t("result-by-all")}</p>}
          <p>
            <a href={`${base}/votes/${view.result.vote}`}>{page.say.t("vote-all")}</a>
          </p>
        </>
      )}
      <SecondCall page={page} of={view.secondCall} />
      {view.decision && (
        <DecisionPart page={page} decision={view.decision} next={`${base}/motions/${view.id}`} setting={again} />
      )}
      {view.onPaper && <PaperWaits waits={view.onPaper} base={base} />}
      <OpenVote page={page} view={view} />
      {view.amendment ? (
        <Amends page={page} view={view} amendment={view.amendment} />
      ) : (
        <div class="sheet">
          <Words of={view.text} block />
        </div>
      )}
      <Would
        page={page}
        of={{
          id: view.id,
          would: { ...view.would, subject: view.subject },
          discussed: view.status === "discussed",
          here: true,
        }}
      />
      <SecretAsked view={view} />
      {view.now?.agree.all && <DecideNow page={page} view={view} pending={pending} />}
      <MotionActions page={page} view={view} setting={setting} />
      {!view.now?.agree.all && <DecideNow page={page} view={view} pending={pending} />}
      <Amendments page={page} view={view} all={all} />
      <Sections view={view} />
      <Discussion page={page} view={view} setting={setting} stilled={stilled} />
      <Minorities page={page} view={view} setting={setting} />
      <Versions page={page} view={view} />
      <Opinions page={page} view={view} />
      <Votes page={page} view={view} />
    </>
  );
}

function Head({ page, view }: { page: BodyPage; view: MotionView }) {
  const { t } = useSay();
  return (
    <>
      <p class="kicker">
        {t(view.subject === "amendment" ? "amendment" : "motion")}
        {view.subject !== "text" && view.subject !== "amendment" && `${t("colon")}${t(`subject-${view.subject}`)}`}
      </p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      <Meta>
        <StatusTag line={view} />
        <>
          {t("by")} <PersonName of={view.mover} />
        </>
        <Time at={view.at} />
        {view.versions > 1 && t("motion-version", { n: view.versions })}
        <RecordLink page={page} to={`/entries/${view.id}`}>
          {t("motion-entry")}
        </RecordLink>
      </Meta>
    </>
  );
}

/** The last vote decided nothing, since nobody counted it or its count fell (V-57, V-60). */
function Spoilt({ spoilt, base }: { spoilt: NonNullable<MotionView["spoilt"]>; base: string }) {
  const { t } = useSay();
  const fell = spoilt.is === "fallen";
  return (
    <Notice tone="warn" title={t(fell ? "spoilt-fallen" : "telling-uncounted")}>
      <p>{t(fell ? "motion-again-how" : "motion-uncounted-how")}</p>
      <p>
        <a href={`${base}/votes/${spoilt.vote}`}>{t("spoilt-see")}</a>
      </p>
    </Notice>
  );
}

function OpenVote({ page, view }: { page: BodyPage; view: MotionView }) {
  const { t } = useSay();
  const open = view.votes.find((v) => v.status === "open");
  if (!open) return <CalledVote page={page} view={view} />;
  return (
    <Notice
      tone={view.vote?.yours || !view.you.member ? "plain" : "needs"}
      title={t(open.opinion ? "motion-open-opinion" : "motion-vote-open")}
    >
      {open.opinion && <p>{t("opinion-not-binding")}.</p>}
      <p>
        {open.closes !== undefined && (
          <>
            {t("closes")} <Time at={open.closes} />.{" "}
          </>
        )}
        {view.vote?.yours ? t("you-voted") : t("vote-cast-so-far", { n: open.castCount, whole: open.whole })}
      </p>
      <p>
        <a class={view.vote?.yours || !view.you.member ? "btn" : "btn now"} href={`${page.base}/votes/${open.id}`}>
          {view.you.member && !view.vote?.yours ? t("vote-go") : t("vote-see")}
        </a>
      </p>
    </Notice>
  );
}

/** Until it opens there is nothing to vote on: when it does, and who counts. */
function CalledVote({ page, view }: { page: BodyPage; view: MotionView }) {
  const { t } = useSay();
  const called = view.votes.find((v) => v.status === "called");
  if (!called || view.opens === undefined) return null;
  return (
    <Notice title={t("motion-vote-called")}>
      <p>
        {t("motion-vote-opens")} <Time at={view.opens} />.
      </p>
      <p>
        <a class="btn" href={`${page.base}/votes/${called.id}`}>
          {t("vote-see")}
        </a>
      </p>
    </Notice>
  );
}
