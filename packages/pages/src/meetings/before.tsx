/** What is before the house at a meeting: the item with its text and amendments, the vote to call, the votes on it. */
import { useSay, Words, ActButton } from "@nabat/ui";
import type { VoteView, WhyNot } from "@nabat/views";
import { Would } from "../motions/would.tsx";
import { SecondCall } from "../votes/second-call.tsx";
import { YourPosition } from "../votes/position.tsx";
import { Result } from "../votes/result.tsx";
import { Tallies, yetToCount } from "../votes/tallies.tsx";
import { TellerWork } from "../votes/teller-work.tsx";
import { Pending } from "../keys/pending.tsx";
import { AmendmentItem, ChangeShown } from "../motions/amendments.tsx";
import { ElectionResult } from "../elections/election-parts.tsx";
import { CallVote, InTheWay, TellersFirst, underCount } from "./call-vote.tsx";
import type { Meeting } from "./meeting.ts";

/** What is before the house, and the votes on it. */
export function Before({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { page, course, here, votes } = meeting;
  const { item, you } = course;
  const body = page.reader.body;
  return (
    <section data-live="now" class="before" aria-live="polite">
      {course.call && (
        <>
          <p class="kicker">{t(item ? "now-item" : course.open ? "now-nothing" : "now-over")}</p>
          {item === "aob" && (
            <>
              <h2 class="outcome">{t("aob")}</h2>
              <p>{t("aob-what")}</p>
            </>
          )}
          {item && item !== "aob" && (
            <>
              <h2 class="outcome">
                <Words of={item.title} />
              </h2>
              {item.text && <Words of={item.text} block />}
              {item.motion && (
                <div class="sheet">
                  <p class="kicker">
                    <a href={`${page.base}/motions/${item.motion.id}`}>{t("item-motion")}</a>,{" "}
                    {t("version", { n: item.motion.version })}
                  </p>
                  <Words of={item.motion.text} block />
                </div>
              )}
              {item.motion && course.would && !votes.some((v) => v.would && v.status !== "declared") && (
                <Would page={page} of={{ id: item.motion.id, would: course.would, discussed: false, level: 3 }} />
              )}
              <AmendmentsHere meeting={meeting} />
              {item.election && (
                <p>
                  <a href={`${page.base}/elections/${item.election.id}`}>
                    {t("item-election", { seats: item.election.seats, candidates: item.election.candidates })}
                  </a>
                </p>
              )}
              {course.proceeded && <p class="soft">{t("debate-over")}</p>}
            </>
          )}
        </>
      )}
      <TellersFirst meeting={meeting} />
      {votes.map((view) => (
        <VoteBox key={view.id} meeting={meeting} view={view} />
      ))}
      {you?.member && course.open && !course.adjourned && (
        <>
          {course.toCall && you.presides && course.openVotes.length === 0 && <CallVote meeting={meeting} />}
          {!item && course.next && you.openItem.yes && (
            <ActButton
              act="item.open"
              body={body}
              next={here}
              submit={
                course.next === "aob" ? t("item-open-aob") : t("item-open-do", { title: course.next.title.text ?? "" })
              }
              now
              of={{ sitting: course.sitting, item: course.next === "aob" ? "aob" : course.next.id }}
            />
          )}
          {item && you.closeItem.yes && (
            <ActButton
              act="item.close"
              body={body}
              next={here}
              submit={t("item-close-do")}
              quiet
              of={{ sitting: course.sitting }}
            />
          )}
          {you.presides && item && you.closeItem.why && !saidAbove(meeting, you.closeItem.why) && (
            <InTheWay page={page} why={you.closeItem.why} />
          )}
          {you.presides && !item && course.next && you.openItem.why && <InTheWay page={page} why={you.openItem.why} />}
        </>
      )}
    </section>
  );
}

/** A vote that is taken, or waits for its result or its tellers, says what comes before the item can be closed. */
function saidAbove(meeting: Meeting, why: WhyNot): boolean {
  if (why.rule !== "G-33") return false;
  if (why.code === "vote-open") return meeting.votes.some((v) => v.status === "open");
  return why.code === "not-voted" && (underCount(meeting) || meeting.course.tellersFirst !== undefined);
}

/** Amendments that wait for the item under way, in the order of its text. */
function AmendmentsHere({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { amendments } = meeting.course;
  if (amendments.length === 0) return null;
  const shown = amendments.slice(0, 12);
  return (
    <details id="amendments-here" open={amendments.length <= 5}>
      <summary>{t("amendments-wait", { n: amendments.length })}</summary>
      <ul class="ledger">
        {shown.map((a) => (
          <AmendmentItem key={a.id} page={meeting.page} line={a} />
        ))}
      </ul>
      {shown.length < amendments.length && meeting.course.item !== "aob" && meeting.course.item?.motion && (
        <p>
          <a href={`${meeting.page.base}/motions/${meeting.course.item.motion.id}?all=1#amendments`}>
            {t("amendments-all", { n: amendments.length })}
          </a>
        </p>
      )}
    </details>
  );
}

/** A vote in the meeting: position, tellers' work, or how it came out. */
function VoteBox({ meeting, view }: { meeting: Meeting; view: VoteView }) {
  const { t } = useSay();
  const { page, here } = meeting;
  return (
    <div class={view.status === "open" ? "vote-box open" : "vote-box"}>
      <p class="kicker">
        <a href={`${page.base}/votes/${view.id}`}>{t("vote")}</a>
        {t("colon")}
        {t(`mode-${view.mode}`)}, {t(`vote-stage-${view.status}`)}
        {view.opinion && `, ${t("vote-opinion")}`}
      </p>
      <h2>
        <Words of={view.title} />
      </h2>
      {view.status === "declared" ? (
        view.ballot ? (
          <ElectionResult view={view} />
        ) : (
          view.result && (
            <Result
              result={view.result}
              id={view.id}
              agreement={view.agreement}
              amendment={view.amendment !== undefined}
              level={3}
            />
          )
        )
      ) : null}
      <SecondCall page={page} of={view.secondCall} />
      {view.without?.settled && <p class="soft">{t("vote-without-newcomers", { whole: view.whole })}</p>}
      {view.without !== undefined && view.without.barred > 0 && (
        <p class="soft">{t("vote-without-contested", { n: view.without.barred })}</p>
      )}
      {view.status !== "declared" && (
        <>
          {view.ballot && <Words of={view.version.text} block />}
          {view.amendment && <ChangeShown amendment={view.amendment} />}
          {view.would && <Would page={page} of={{ id: view.motion, would: view.would, discussed: false, level: 3 }} />}
          {view.remotes > 0 && <p>{t("vote-remotes", { n: view.remotes })}</p>}
          {view.status === "open" && onDevices(view) && (
            <p>
              {t("vote-cast-so-far", { n: view.castCount, whole: view.mode === "mixed" ? view.remotes : view.whole })}
            </p>
          )}
          {view.status === "open" && <YourPosition page={page} view={view} next={here} />}
          {view.you.cast && <p class="soft">{t("vote-yours")}</p>}
          {!yetToCount(page, view) && <Tallies view={view} elsewhere />}
          {view.you.teller && (
            <Pending page={page} pending={meeting.pending.filter((p) => p.vote === view.id)} next={here} level={3} />
          )}
          <TellerWork page={page} view={view} next={here} />
        </>
      )}
    </div>
  );
}

function onDevices({ mode }: VoteView): boolean {
  return mode === "count" || mode === "name" || mode === "mixed";
}
