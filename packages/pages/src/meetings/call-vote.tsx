/** Calling a vote at a meeting: on what is before the house, and before that the board that counts; or the rule in the way, and from when. */
import type { WhyNot } from "@nabat/views";
import { ActForm, Hidden, Notice, Select, useSay, Words } from "@nabat/ui";
import { type BodyPage, told } from "../frame.tsx";
import { plainName } from "../form-values.ts";
import { ChangeShown } from "../motions/amendments.tsx";
import type { Meeting } from "./meeting.ts";

/** A rule in the way; where an hour takes it away, the page is read anew then. A practice group's clock stands still. */
export function InTheWay({ page, why }: { page: BodyPage; why: WhyNot }) {
  const say = useSay();
  const from = why.facts["from"] ?? why.facts["least"];
  const changes = !page.facts.practice && typeof from === "number" && from > page.reader.now ? from : undefined;
  return (
    <p class="small soft" data-changes={changes}>
      {told(say, why)}
    </p>
  );
}

/** Before anything else those present elect who counts (G-44): the way there. */
export function TellersFirst({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { course, page, here } = meeting;
  const first = course.tellersFirst;
  if (!first || !course.you?.member || !course.open || course.adjourned) return null;
  return (
    <Notice tone="needs" title={t("tellers-first")}>
      <p>{t(first.voting ? "tellers-first-voting" : "tellers-first-what")}</p>
      {first.voting ? null : first.put ? (
        <p>
          <a href="#procedure">{t("tellers-first-put")}</a>
        </p>
      ) : first.come.yes ? (
        <p>
          <a class="btn now" href={`${here}/put?what=board`}>
            {t("procedure-board")}
          </a>
        </p>
      ) : (
        first.come.why && <InTheWay page={page} why={first.come.why} />
      )}
    </Notice>
  );
}

/** The vote on what is before the house, for who runs the meeting. */
export function CallVote({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { course, page, here } = meeting;
  const call = course.toCall;
  if (!call || underCount(meeting)) return null;
  if (!call.may.yes) {
    const { why } = call.may;
    // What stands above says it, with the way there.
    if (!why || (why.rule === "G-44" && course.tellersFirst)) return null;
    if (why.rule === "O-7" && call.tellersStand)
      return (
        <p class="small soft">
          {t("tellers-stand", { names: call.tellersStand.map(plainName).join(", "), n: call.tellersStand.length })}{" "}
          <a href={`${here}/put?what=board`}>{t("procedure-board")}</a>
        </p>
      );
    return <InTheWay page={page} why={why} />;
  }
  const form = (
    <ActForm
      act="vote.open"
      body={page.reader.body}
      next={here}
      submit={t("call-do")}
      now={course.voteFirst}
      warning={t("call-in-sitting-warning")}
    >
      {call.amendment && (
        <div class="sheet">
          <p class="kicker">{t("amend-next")}</p>
          <h3>
            <a href={`${page.base}/motions/${call.motion}`}>
              <Words of={call.amendment.title} />
            </a>
          </h3>
          <ChangeShown amendment={call.amendment} />
        </div>
      )}
      {call.motion && <Hidden name="motion" value={call.motion} />}
      {call.election && <Hidden name="election" value={call.election} />}
      <Hidden name="version" value={call.version} />
      <Hidden name="sitting" value={course.sitting} />
      <Select
        name="mode"
        label={t("call-mode")}
        options={call.modes.map((m) => ({ value: m, label: t(`mode-${m}`) }))}
        id="call-mode-item"
      />
    </ActForm>
  );
  // Too few were there when it was voted on here: asking them again comes to the same, but where more have come.
  const few = meeting.votes.some(
    (v) => v.motion === (call.motion ?? call.election) && v.result?.outcome === "no-quorum",
  );
  if (!few) return form;
  return (
    <details>
      <summary>{t("call-few-again")}</summary>
      <p class="read">{t("call-few-again-what")}</p>
      {form}
    </details>
  );
}

/** A vote on what is before the house stands on this page, open or to be declared: no other is called meanwhile (V-25). */
export function underCount({ course, votes }: Meeting): boolean {
  const { waits, may } = course.toCall ?? {};
  return waits !== undefined && may?.yes === false && votes.some((v) => v.id === waits);
}
