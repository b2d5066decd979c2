/** A decision: by which way it binds, who counted it, from when it is in force, and putting it to all (B-1, B-8 to B-11). */
import { Facts, People, Tag, type TagKind, Time, useSay } from "@nabat/ui";
import type { DecisionLine, DecisionShown } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { openVoteForm, type VoteSetting } from "../votes/calling.tsx";
import { CallAgain, PutToAll } from "./put-to-all.tsx";
import { RecordLink } from "../record-link.tsx";

const TAGS: Readonly<Record<DecisionLine["stage"], TagKind>> = {
  "in-force": "done",
  refused: "no",
  waits: "open",
  suspended: "warn",
  contested: "warn",
  void: "no",
  overturned: "plain",
  fell: "no",
};

/** Whether it is in force, in a word; `lost`: where a refusal is meant, that it is one. */
export function ForceTag({ line }: { line: Pick<DecisionLine, "stage" | "lost"> }) {
  const { t } = useSay();
  const { stage } = line;
  const refusal = line.lost && (stage === "suspended" || stage === "contested");
  return <Tag kind={TAGS[stage]}>{t(`force-${refusal ? "lost-" : ""}${stage}`)}</Tag>;
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
              {t(`way-${decision.byAll ? "all" : decision.way}`)}, <Time at={decision.at} />.{" "}
              <RecordLink page={page} to={`/entries/${decision.id}`}>
                {t("by-which-right")}
              </RecordLink>
            </>,
          ],
          [t("now-signed-by"), decision.signed && <People of={decision.signed} />],
          [t("decision-voted"), t("decision-voted-n", { voted: decision.voted, whole: decision.whole })],
          [t("decision-counted"), decision.counted.length > 0 && <Counters decision={decision} />],
          [
            t("decision-put"),
            put && !decision.suspended && (
              <>
                {t("put-asked", { has: put.has, needed: put.needed })}
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
      <PutToAll page={page} decision={decision} next={next} />
      {decision.you.call && setting && (
        <CallAgain page={page} decision={decision} call={decision.you.call} setting={setting} />
      )}
    </section>
  );
}

function Force({ page, decision }: { page: BodyPage; decision: DecisionShown }) {
  const { t } = useSay();
  const { stage, from, suspended, settled, put } = decision;
  const other = decision.lost ? "-lost" : "";
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
          {t("force-from")} <Time at={from} />. {decision.waitsFor && t(`force-waits-${decision.waitsFor}`)}
        </>
      )}
      {(stage === "refused" || stage === "overturned") && t("force-refused-what")}
      {stage === "void" && t("force-void-what")}
      {stage === "contested" && <Doubt page={page} decision={decision} />}
      {stage === "fell" && t(`force-fell-what${other}`)}
      {stage === "suspended" && suspended && (
        <>
          {t(`force-suspended${other}-what`, { n: put?.has ?? 0 })} {t("put-since")} <Time at={suspended.since} />.
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
          {t("put-call")} <Time at={suspended.callUntil} />. {t(`put-call-else${other}`)}
        </>
      )}
      {stage === "suspended" &&
        decision.again.length > 0 &&
        suspended?.vote === undefined &&
        suspended?.callUntil === undefined && (
          <>
            {" "}
            {t("put-uncounted")}
            <SeeAll page={page} decision={decision} />
          </>
        )}
      {decision.fewVoted && (
        <>
          {" "}
          {t("put-few-second")}
          {decision.fewVoted.until !== undefined && (
            <>
              {" "}
              {t("put-few-until")} <Time at={decision.fewVoted.until} />.
            </>
          )}
          <SeeAll page={page} decision={decision} />
        </>
      )}
      {settled ? (
        <>
          {" "}
          {/* What came of it isn't said while it is in doubt, or where it is void. */}
          {stage !== "contested" && stage !== "void" && t(howSettled(decision))}
          <SeeAll page={page} decision={decision} />
        </>
      ) : (
        suspended && (stage === "in-force" || stage === "refused") && <> {t(`put-nobody${other}`)}</>
      )}
    </>
  );
}

/** What came of the vote of all. */
function howSettled({ settled, lost, subject }: DecisionShown): string {
  const other = lost ? "-lost" : "";
  if (settled?.few) return `put-few${other}`;
  if (settled?.stands) return subject === "election" ? "put-elected" : `put-stands${other}`;
  return `put-fell${other}`;
}

function SeeAll({ page, decision }: { page: BodyPage; decision: DecisionShown }) {
  const { t } = useSay();
  const last = decision.again.at(-1);
  if (!last) return null;
  return (
    <>
      {" "}
      <a href={`${page.base}/votes/${last}`}>{t("put-see")}</a>
    </>
  );
}

/** Numbers are missed in its count, or in that of a vote before it (V-59). */
function Doubt({ page, decision }: { page: BodyPage; decision: DecisionShown }) {
  const { t } = useSay();
  const { doubt, lost } = decision;
  if (!doubt) return <>{t("force-contested-before")}</>;
  return (
    <>
      {t(`force-contested${lost ? "-lost" : ""}-what`, { n: doubt.missing })}{" "}
      <a href={`${page.base}/votes/${doubt.vote}`}>{t("force-contested-see")}</a>
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
