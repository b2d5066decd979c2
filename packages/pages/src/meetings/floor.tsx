/** The floor (G-36): who speaks and how long, who waits and in which order, and one's own place. */
import { ActForm, Hidden, PersonName, Select, Tag, useSay } from "@nabat/ui";
import type { MemberId } from "@nabat/kernel";
import type { CourseShown } from "@nabat/views";
import { told } from "../frame.tsx";
import type { Meeting } from "./meeting.ts";

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
            <PersonName name={speaking.person.name} you={you?.speaking} />
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
              <PersonName name={s.person.name} you={s.person.id === page.reader.viewer.member} />{" "}
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
              <ActForm quiet act="floor.leave" body={body} next={here} submit={t("floor-leave")}>
                <Hidden name="sitting" value={course.sitting} />
              </ActForm>
            </>
          )}
          {you.ask.yes && (
            <ActForm act="floor.ask" body={body} next={here} submit={t("floor-ask")}>
              <Hidden name="sitting" value={course.sitting} />
            </ActForm>
          )}
          {you.speaking && (
            <ActForm act="floor.end" body={body} next={here} submit={t("floor-end")} now>
              <Hidden name="sitting" value={course.sitting} />
            </ActForm>
          )}
          {next && you.give.yes && (
            <ActForm
              act="floor.give"
              body={body}
              next={here}
              submit={t("floor-give", { name: next.person.name ?? next.person.id.slice(0, 8) })}
              now={!speaking}
            >
              <Hidden name="sitting" value={course.sitting} />
              <Hidden name="speaker" value={next.person.id as MemberId} />
            </ActForm>
          )}
          {speaking && !you.speaking && you.endSpeech.yes && (
            <ActForm quiet act="floor.end" body={body} next={here} submit={t("floor-cut")}>
              <Hidden name="sitting" value={course.sitting} />
            </ActForm>
          )}
        </div>
      )}
      {you && you.askFor.length > 0 && (
        <details id="floor-ask-for">
          <summary>{t("floor-ask-for")}</summary>
          <ActForm quiet act="floor.ask" body={body} next={here} submit={t("floor-ask-for-do")} id="form-floor-ask-for">
            <Hidden name="sitting" value={course.sitting} />
            <Select
              name="member"
              label={t("member")}
              options={you.askFor.map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) }))}
              id="floor-ask-for-whom"
            />
          </ActForm>
        </details>
      )}
      {you && !you.ask.yes && you.place === undefined && !you.speaking && you.ask.why && (
        <p class="small soft">{told(say, you.ask.why)}</p>
      )}
    </section>
  );
}
