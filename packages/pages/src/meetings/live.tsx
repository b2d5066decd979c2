/**
 * A meeting while it is held: first what is before the house and what one can do this minute, then the
 * floor, procedure, agenda, presence, board, and the minutes as they write themselves. Each part is a
 * region of its own for the live island: what is typed in one survives what happens in another.
 */
import { electedTellers } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { ClockTime, Meta, Notice, PersonName, Tag, Time, useSay, Words } from "@nabat/ui";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { membersPage, notFound, show } from "../frame.tsx";
import { StatusTag } from "../motions/motion-item.tsx";
import { Agenda } from "./agenda.tsx";
import { Before } from "./before.tsx";
import { Board, End, Presence } from "./board.tsx";
import { Floor } from "./floor.tsx";
import { type Meeting, readMeeting } from "./meeting.ts";
import { minuteWords } from "./minute-words.ts";
import { Procedures } from "./procedures.tsx";
import { RecordLink } from "../record-link.tsx";

export function livePages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/sittings/:id{[0-9a-f]{64}}", (c) =>
    membersPage(c, deps, async (page) => {
      const meeting = await readMeeting(page, c.req.param("id") as ActId);
      if (!meeting) return notFound(c, deps, "thing");
      return show(
        page,
        {
          title: meeting.sitting.title.text ?? page.say.t("sitting"),
          tab: "sittings",
          islands: ["sign", "live", "clock"],
        },
        <Live meeting={meeting} />,
      );
    }),
  );
}

function Live({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { page, course, sitting, here } = meeting;
  const { base } = page;
  return (
    <>
      <div data-live="head" class="live-head">
        <p class="kicker">
          {course.call ? t("meeting-kind", { type: course.call.type }) : t("sitting")}
          {course.hall && `${t("colon")}${course.hall}`}
          {sitting.section && `${t("colon")}${t("sitting-section", { section: sitting.section })}`}
        </p>
        <h1 class="read">
          <Words of={sitting.title} />
        </h1>
        <Meta>
          {course.adjourned ? (
            <Tag kind="plain">{t("sitting-adjourned")}</Tag>
          ) : course.open ? (
            <Tag kind="open">{t("sitting-open")}</Tag>
          ) : (
            <Tag kind="plain">{t("sitting-closed")}</Tag>
          )}
          {sitting.closed === undefined ? (
            <>
              {t("sitting-opened")} <PersonName of={sitting.opener} />, <Time at={sitting.opened} />
            </>
          ) : (
            <Time at={sitting.closed} />
          )}
          {course.call && <a href={`${base}/meetings/${course.call.id}`}>{t("meeting-call")}</a>}
          <a href={`${here}/minutes`}>{t("minutes")}</a>
          {course.open && electedTellers(page.reader.state, course.sitting).length > 0 && (
            <a href={`${here}/door`}>{t("at-door-title")}</a>
          )}
          {course.open && <a href={`${here}/projector`}>{t("projector")}</a>}
          <RecordLink page={meeting.page} to={`/entries/${course.sitting}`}>
            {t("by-which-right")}
          </RecordLink>
        </Meta>
        {course.adjourned && (
          <Notice tone="warn" title={t("adjourned-title")}>
            <p>
              {t("adjourned-until")} <Time at={course.adjourned.returns} />. {t("adjourned-what")}
            </p>
          </Notice>
        )}
        {course.interrupted && (
          <Notice tone="warn" title={t("interrupted-title")}>
            <Words of={course.interrupted.reason} block />
            <p>{t("interrupted-what")}</p>
          </Notice>
        )}
        {!course.leads && (
          <Notice title={t("hall-led")}>
            <p>
              <a href={`${base}/sittings/${course.leading}`}>{t("hall-led-go")}</a>
            </p>
          </Notice>
        )}
      </div>
      <div class="live">
        <div>
          <Before meeting={meeting} />
          {course.open && <Floor meeting={meeting} />}
          {page.facts.phase === "adopted" && course.open && <Procedures meeting={meeting} />}
          <PutHere meeting={meeting} />
        </div>
        <div class="live-side">
          {course.call && (
            <section data-live="agenda">
              <h2>{t("agenda")}</h2>
              <Agenda page={page} items={course.agenda} aob={course.aob} />
            </section>
          )}
          <Presence meeting={meeting} />
          <Board meeting={meeting} />
          <SoFar meeting={meeting} />
          <End meeting={meeting} />
        </div>
      </div>
    </>
  );
}

/** Motions put at this sitting: of a bare one the whole of its business. */
function PutHere({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { sitting, page, course } = meeting;
  const { base } = page;
  const motions = sitting.motions.filter((m) => m.subject !== "procedure");
  if (course.call && motions.length === 0) return null;
  return (
    <section data-live="put">
      <h2>{t("sitting-motions")}</h2>
      {!course.call && course.open && (
        <p class="read">
          {t("opinion-sitting")} <a href={`${base}/meetings/new`}>{t("ways-call")}</a>
        </p>
      )}
      {motions.length === 0 ? (
        <p class="soft">{t(course.open ? "sitting-motions-none" : "sitting-motions-were-none")}</p>
      ) : null}
      <ul class="ledger">
        {motions.map((m) => (
          <li key={m.id}>
            <a class="title" href={`${base}/motions/${m.id}`}>
              <Words of={m.title} />
            </a>
            <Meta>
              <StatusTag line={m} />
              <PersonName of={m.mover} />
            </Meta>
          </li>
        ))}
      </ul>
      {course.open && sitting.you.member && (
        <p class="row">
          <a class={course.call ? "btn" : "btn main"} href={`${base}/motions/new?sitting=${sitting.id}`}>
            {t("sitting-put")}
          </a>
          {!course.call && (
            <a class="btn" href={`${base}/motions?status=discussed`}>
              {t("sitting-put-standing")}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

/** The minutes as they stand: the last lines, newest first. */
function SoFar({ meeting }: { meeting: Meeting }) {
  const say = useSay();
  const { t } = say;
  const { minutes, here, course, sitting } = meeting;
  const last = minutes.lines.slice(-12).toReversed();
  return (
    <section data-live="minutes">
      <h2>{t(course.open ? "minutes-so-far" : "minutes")}</h2>
      <ol class="minutes-list">
        {last.map((l, i) => (
          <li key={`${l.id}${i}`}>
            <ClockTime at={l.at} since={sitting.opened} /> <span>{minuteWords(say, l)}</span>
          </li>
        ))}
      </ol>
      <p class="links">
        <a href={`${here}/minutes`}>{t("minutes-whole")}</a>
      </p>
    </section>
  );
}
