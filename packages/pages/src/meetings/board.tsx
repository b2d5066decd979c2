/** Who presides and with which powers, who is present by whose count, halls, and how the meeting ends. */
import {
  ActForm,
  ClockTime,
  Facts,
  Field,
  Hidden,
  Notice,
  PersonName,
  Select,
  Table,
  useSay,
  ActButton,
  People,
  FoldedAct,
} from "@nabat/ui";
import { told } from "../frame.tsx";
import { gradeOf, peopleToChoose } from "../form-values.ts";
import type { Meeting } from "./meeting.ts";

/** The chair's powers, as numbered in G-31. */
const POWERS = [1, 2, 3, 4, 5, 6, 7] as const;

export function Presence({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { sitting, course, page, here } = meeting;
  const body = page.reader.body;
  const { you } = course;
  return (
    <section data-live="presence">
      <h2>{t(course.open ? "sitting-who" : "sitting-who-was")}</h2>
      {sitting.present !== undefined && (
        <p class="lead">{t("sitting-present-of", { n: sitting.present, whole: sitting.roll })}</p>
      )}
      {course.remote > 0 && <p>{t("presence-remote", { n: course.remote })}</p>}
      {sitting.countsDiffer && (
        <Notice tone="warn" title={t("sitting-differ")}>
          <p>{t("sitting-differ-what")}</p>
        </Notice>
      )}
      {sitting.counts.length > 0 ? (
        <Table
          columns={[
            { name: t("teller") },
            { name: t("present"), n: true },
            { name: t("guests"), n: true },
            { name: t("entered") },
          ]}
          rows={sitting.counts.map((k) => [
            <PersonName of={k.by} />,
            t("number", { n: k.present }),
            t("number", { n: k.guests }),
            <ClockTime at={k.at} since={sitting.opened} />,
          ])}
        />
      ) : (
        <p class="soft">{t("sitting-no-count")}</p>
      )}
      {course.open && sitting.you.teller && (
        <ActForm
          act="sitting.count"
          body={body}
          next={here}
          submit={t("headcount-do")}
          now={sitting.counts.length === 0}
        >
          <Hidden name="sitting" value={sitting.id} />
          <div class="counts">
            <Field
              name="present"
              label={t("headcount-members")}
              type="number"
              as="int"
              min={0}
              max={sitting.roll}
              required
            />
            <Field name="guests" label={t("guests")} type="number" as="int" min={0} value={0} />
          </div>
        </ActForm>
      )}
      {course.open && you?.member && page.facts.phase === "adopted" && (
        <>
          <p>{t(you.remote ? "presence-you-remote" : "presence-you-hall")}</p>
          {you.goRemote.yes && (
            <FoldedAct
              foldId="go-remote"
              title={t("presence-go-remote")}
              quiet
              act="sitting.remote"
              body={body}
              next={here}
              submit={t("presence-go-remote")}
              warning={t("presence-go-remote-what")}
              of={{ sitting: course.sitting }}
            />
          )}
          {you.signHere.yes && (
            <ActButton
              act="sitting.here"
              body={body}
              next={here}
              submit={t("presence-here")}
              warning={t("presence-here-what", { n: course.here })}
              of={{ sitting: course.sitting }}
            />
          )}
          {course.open && you.cardsHere.length > 0 && (
            <details id="card-here">
              <summary>{t("presence-card")}</summary>
              <p class="read">{t("presence-card-what")}</p>
              <ActForm
                quiet
                act="sitting.here"
                body={body}
                next={here}
                submit={t("presence-card-do")}
                id="form-card-here"
              >
                <Hidden name="sitting" value={course.sitting} />
                <Select
                  name="member"
                  label={t("card-member")}
                  options={peopleToChoose(you.cardsHere)}
                  id="card-here-whom"
                />
                <Field name="code" label={t("card-code")} required maxLength={24} id="card-here-code" />
              </ActForm>
            </details>
          )}
          {you.comeBack.yes && (
            <ActButton
              quiet
              act="sitting.hall"
              body={body}
              next={here}
              submit={t("presence-come-back")}
              of={{ sitting: course.sitting }}
            />
          )}
        </>
      )}
      {course.halls.length > 1 && (
        <>
          <h3>{t("halls")}</h3>
          <ul>
            {course.halls.map((h) => (
              <li key={h.sitting}>
                <a href={`${page.base}/sittings/${h.sitting}`}>{h.hall || t("hall")}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function Board({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { course } = meeting;
  return (
    <section data-live="board">
      <h2>{t("board")}</h2>
      <Facts
        rows={[
          [
            t("chair"),
            <>
              <PersonName of={course.chair} />{" "}
              <span class="soft">{t(course.elected ? "board-elected" : "board-provisional")}</span>
            </>,
          ],
          [t("secretary"), course.secretary && <PersonName of={course.secretary} />],
          [t("tellers"), <People of={course.tellers} />],
          [t("board-outside"), course.outside.length > 0 ? <People of={course.outside} /> : undefined],
        ]}
      />
      <details id="powers">
        <summary>{t("powers")}</summary>
        <p class="read">{t("powers-what")}</p>
        <ol class="read">
          {POWERS.map((n) => (
            <li key={n}>{t(`power-of-chair-${n}`)}</li>
          ))}
        </ol>
        <p class="read">{t("powers-rest")}</p>
      </details>
      {course.overruled && <p class="small">{t("board-overruled")}</p>}
    </section>
  );
}

/** Interrupting and closing; where the meeting may not end yet, the rule that says so. */
export function End({ meeting }: { meeting: Meeting }) {
  const say = useSay();
  const { t } = say;
  const { course, page, here } = meeting;
  const { you } = course;
  const body = page.reader.body;
  const runs = you?.presides ?? false;
  return (
    <section data-live="end" class="no-print">
      {course.open && runs && (
        <>
          <details id="interrupt">
            <summary>{t("interrupt")}</summary>
            <ActForm
              quiet
              act="sitting.interrupt"
              body={body}
              next={here}
              submit={t("interrupt-do")}
              warning={t("interrupt-what")}
            >
              <Hidden name="sitting" value={course.sitting} />
              <Field
                name="reason"
                label={t("reason")}
                text={gradeOf(page.reader)}
                required
                maxLength={5000}
                id="interrupt-reason"
              />
            </ActForm>
          </details>
          {you?.close.yes ? (
            <FoldedAct
              foldId="close"
              title={t("sitting-close")}
              quiet
              act="sitting.close"
              body={body}
              next={`${here}/minutes`}
              submit={t("sitting-close-do")}
              warning={t("sitting-close-warning")}
              of={{ sitting: course.sitting }}
            />
          ) : (
            you?.close.why && <p class="small soft">{told(say, you.close.why)}</p>
          )}
        </>
      )}
    </section>
  );
}
