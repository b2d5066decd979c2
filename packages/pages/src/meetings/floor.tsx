/** The floor (G-36): who speaks and how long, who waits and in which order, and one's own place. */
import { ActForm, Hidden, PersonName, Select, Tag, useSay, ActButton } from "@nabat/ui";
import type { MemberId } from "@nabat/kernel";
import type { CourseShown } from "@nabat/views";
import { told } from "../frame.tsx";
import type { Meeting } from "./meeting.ts";
import { peopleToChoose, plainName } from "../form-values.ts";

/** How long somebody has spoken, or has left; it runs on the device, from the body's own moment. */
export function SpeechClock({
  speaking,
  now,
  runs,
}: {
  speaking: NonNullable<CourseShown["speaking"]>;
  now: number;
  runs: boolean;
}) {
  const { t } = useSay();
  const left = speaking.ends === undefined ? undefined : Math.max(0, speaking.ends - now);
  const text = left === undefined ? clock(now - speaking.since) : t("floor-left", { time: clock(left) });
  const props = {
    since: speaking.since,
    now,
    ...(speaking.ends === undefined
      ? {}
      : { ends: speaking.ends, left: t("floor-left", { time: "{time}" }), over: t("floor-over") }),
  };
  return runs ? (
    <span class="clock" data-island="clock" data-props={JSON.stringify(props)}>
      {text}
    </span>
  ) : (
    <span>{text}</span>
  );
}

/** "2:05". */
export function clock(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}

export function Floor({ meeting }: { meeting: Meeting }) {
  const say = useSay();
  const { t } = say;
  const { page, course, here } = meeting;
  const { you, speaking, speakers } = course;
  const body = page.reader.body;
  const [next] = speakers;
  return (
    <section data-live="floor">
      <h2>{t("floor")}</h2>
      {speaking ? (
        <p class="speaking">
          <b>
            <PersonName of={speaking.person} you={you?.speaking} />
          </b>{" "}
          <SpeechClock speaking={speaking} now={page.reader.now} runs={!page.facts.practice} />
        </p>
      ) : (
        <p class="soft">{t("floor-nobody")}</p>
      )}
      {course.seconds !== undefined && (
        <p class="small soft">{t("floor-limit", { time: clock(course.seconds * 1000) })}</p>
      )}
      {course.listClosed && <p class="small">{t("floor-list-closed")}</p>}
      {speakers.length > 0 && (
        <ol class="speakers">
          {speakers.slice(0, 30).map((s) => (
            <li key={s.person.id}>
              <PersonName of={s.person} you={s.person.id === page.reader.viewer.member} />{" "}
              {s.turn !== "again" && <Tag kind="plain">{t(`turn-${s.turn}`)}</Tag>}
            </li>
          ))}
        </ol>
      )}
      {speakers.length > 30 && <p class="soft">{t("floor-more", { n: speakers.length - 30 })}</p>}
      {you && (
        <div class="row">
          {you.place !== undefined && (
            <>
              <p>
                <b>{t("floor-place", { n: you.place })}</b>
              </p>
              <ActButton
                quiet
                act="floor.leave"
                body={body}
                next={here}
                submit={t("floor-leave")}
                of={{ sitting: course.sitting }}
              />
            </>
          )}
          {you.ask.yes && (
            <ActButton
              act="floor.ask"
              body={body}
              next={here}
              submit={t("floor-ask")}
              of={{ sitting: course.sitting }}
            />
          )}
          {you.speaking && (
            <ActButton
              act="floor.end"
              body={body}
              next={here}
              submit={t("floor-end")}
              now
              of={{ sitting: course.sitting }}
            />
          )}
          {next && you.give.yes && (
            <ActButton
              act="floor.give"
              body={body}
              next={here}
              submit={t("floor-give", { name: plainName(next.person) })}
              now={!speaking}
              of={{ sitting: course.sitting, speaker: next.person.id as MemberId }}
            />
          )}
          {speaking && !you.speaking && you.endSpeech.yes && (
            <ActButton
              quiet
              act="floor.end"
              body={body}
              next={here}
              submit={t("floor-cut")}
              of={{ sitting: course.sitting }}
            />
          )}
        </div>
      )}
      {you && you.askFor.length > 0 && (
        <details id="floor-ask-for">
          <summary>{t("floor-ask-for")}</summary>
          <ActForm quiet act="floor.ask" body={body} next={here} submit={t("floor-ask-for-do")} id="form-floor-ask-for">
            <Hidden name="sitting" value={course.sitting} />
            <Select name="member" label={t("member")} options={peopleToChoose(you.askFor)} id="floor-ask-for-whom" />
          </ActForm>
        </details>
      )}
      {you && !you.ask.yes && you.place === undefined && !you.speaking && you.ask.why && (
        <p class="small soft">{told(say, you.ask.why)}</p>
      )}
    </section>
  );
}
