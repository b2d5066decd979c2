/** A decision: by which way it binds, who counted it, from when it is in force, and putting it to all (B-1, B-8 to B-11). */
import { ActForm, Facts, FoldedAct, Hidden, People, Tag, type TagKind, Time, useSay } from "@nabat/ui";
import type { DecisionLine, DecisionShown } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import {
  ClosesField,
  ModeField,
  NamedTeller,
  openVoteForm,
  TellerFields,
  type VoteSetting,
} from "../votes/calling.tsx";

const TAGS: Readonly<Record<DecisionLine["stage"], TagKind>> = {
  "in-force": "done",
  refused: "no",
  waits: "open",
  suspended: "warn",
  contested: "warn",
  fell: "no",
};

/** Whether it is in force, in a word. */
export function ForceTag({ line }: { line: Pick<DecisionLine, "stage" | "fallen"> }) {
  const { t } = useSay();
  if (line.fallen) return <Tag kind="no">{t("force-void")}</Tag>;
  return <Tag kind={TAGS[line.stage]}>{t(`force-${line.stage}`)}</Tag>;
}

/** What the form for calling the vote of all needs; `undefined` where this person can't call it. */
export async function againSetting(
  page: BodyPage,
  decision: DecisionShown | undefined,
): Promise<VoteSetting | undefined> {
  const call = decision?.you.call;
  return call && openVoteForm(page.reader, { mode: call.modes[0], mover: false, on: decision.on, again: true });
}

/** The decision on its motion's, election's or vote's page; `setting`: from {@link againSetting}. */
export function DecisionPart({
  page,
  decision,
  next,
  setting,
}: {
  page: BodyPage;
  decision: DecisionShown;
  next: string;
  setting?: VoteSetting;
}) {
  const { t } = useSay();
  const { put } = decision;
  return (
    <section id="decision">
      <h2>{t("decision")}</h2>
      <Facts
        rows={[
          [t("decision-force"), <Force page={page} decision={decision} />],
          [
            t("decision-way"),
            <>
              {t(`way-${decision.way}`)}, <Time at={decision.at} />.{" "}
              <a href={`${page.base}/entries/${decision.id}`}>{t("by-which-right")}</a>
            </>,
          ],
          [t("now-signed-by"), decision.signed && <People of={decision.signed} />],
          [t("decision-voted"), t("decision-voted-n", { voted: decision.voted, whole: decision.whole })],
          [t("decision-counted"), decision.counted.length > 0 && <Counters decision={decision} />],
          [
            t("decision-put"),
            put && !decision.suspended && (
              <>
                {t("put-asked", { has: put.by.length, needed: put.needed })}
                {put.by.length > 0 && (
                  <>
                    {" "}
                    (<People of={put.by} />)
                  </>
                )}{" "}
                {page.reader.now < put.until && (
                  <>
                    {t("put-until")} <Time at={put.until} />.
                  </>
                )}
              </>
            ),
          ],
        ]}
      />
      {put && decision.you.put && (
        <FoldedAct
          foldId="put"
          title={t("put-do")}
          says={`${t(decision.lost ? "put-what-lost" : "put-what", { needed: put.needed, has: put.by.length })}${put.before ? ` ${t("put-before")}` : ""}`}
          quiet
          act="put.all"
          body={page.reader.body}
          next={next}
          submit={t("put-do")}
          warning={t("put-warning")}
          of={{ result: decision.id }}
        />
      )}
      {decision.you.call && setting && (
        <CallAgain page={page} decision={decision} call={decision.you.call} setting={setting} />
      )}
    </section>
  );
}

function Force({ page, decision }: { page: BodyPage; decision: DecisionShown }) {
  const { t } = useSay();
  const { stage, from, suspended, settled, lost, put } = decision;
  const other = lost ? "-lost" : "";
  const last = decision.again.at(-1);
  const see = last && (
    <>
      {" "}
      <a href={`${page.base}/votes/${last}`}>{t("put-see")}</a>
    </>
  );
  return (
    <>
      <ForceTag line={decision} />{" "}
      {stage === "in-force" && from !== undefined && (
        <>
          {t("force-since")} <Time at={from} />.
        </>
      )}
      {stage === "waits" && from !== undefined && (
        <>
          {t("force-until")} <Time at={from} />. {decision.waitsFor && t(`force-waits-${decision.waitsFor}`)}
        </>
      )}
      {stage === "refused" && t("force-refused-what")}
      {stage === "contested" && t(decision.fallen ? "force-fallen-what" : "force-contested-what")}
      {stage === "fell" && t("force-fell-what")}
      {stage === "suspended" && suspended && (
        <>
          {t(lost ? "force-suspended-lost-what" : "force-suspended-what", { n: put?.by.length ?? 0 })} {t("put-since")}{" "}
          <Time at={suspended.since} />.
        </>
      )}
      {stage === "suspended" && suspended?.vote && (
        <>
          {" "}
          <a class="btn now" href={`${page.base}/votes/${suspended.vote}`}>
            {t("put-voting")}
          </a>
        </>
      )}
      {stage === "suspended" && suspended?.callUntil !== undefined && (
        <>
          {" "}
          {t("put-call")} <Time at={suspended.callUntil} />. {t("put-call-else")}
        </>
      )}
      {stage === "suspended" && last !== undefined && suspended?.vote === undefined && (
        <>
          {" "}
          {t("put-uncounted")}
          {see}
        </>
      )}
      {settled ? (
        <>
          {" "}
          {t(settled.few ? "put-few" : settled.stands ? `put-stands${other}` : `put-fell${other}`)}
          {see}
        </>
      ) : (
        suspended && (stage === "in-force" || stage === "refused") && <> {t("put-nobody")}</>
      )}
    </>
  );
}

/** Who counted, and who named them. */
function Counters({ decision }: { decision: DecisionShown }) {
  const { t } = useSay();
  return (
    <>
      {decision.counted.map((c, i) => (
        <span key={c.by}>
          {i > 0 && "; "}
          {c.people.length > 0 ? (
            <>
              <People of={c.people} /> <span class="soft">({t(`counted-${c.by}`)})</span>
            </>
          ) : (
            t(`counted-${c.by}`)
          )}
        </span>
      ))}
    </>
  );
}

/** The vote over days on what was put to all (B-10). */
function CallAgain({
  page,
  decision,
  call,
  setting,
}: {
  page: BodyPage;
  decision: DecisionShown;
  call: NonNullable<DecisionShown["you"]["call"]>;
  setting: VoteSetting;
}) {
  const { t } = useSay();
  return (
    <details id="call-again" open>
      <summary>{t("put-call-do")}</summary>
      <ActForm
        act="vote.open"
        body={page.reader.body}
        next={`${page.base}/votes/{id}`}
        submit={t("put-call-do")}
        warning={t(decision.lost ? "put-call-warning-lost" : "put-call-warning")}
        data={{ zone: page.facts.zone }}
      >
        <Hidden name={decision.subject === "election" ? "election" : "motion"} value={decision.on} />
        <Hidden name="version" value={call.version} />
        <Hidden name="again" value={decision.id} />
        <ModeField modes={call.modes} />
        <ClosesField setting={setting} />
        {call.modes.includes("count") ? (
          <NamedTeller setting={setting} not={call.not} />
        ) : (
          call.modes.some((m) => m !== "name") && <TellerFields roll={setting.roll} not={call.not} />
        )}
      </ActForm>
    </details>
  );
}
