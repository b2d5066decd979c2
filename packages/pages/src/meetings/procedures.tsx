/**
 * What those present decide about their own meeting (G-30): what was put and waits for its vote, and the
 * way to each kind. Nobody in the chair can keep one from a vote.
 */
import { ActForm, Hidden, Meta, People, PersonName, Select, Tag, Time, useSay, Words, ActButton } from "@nabat/ui";
import type { ProcedureShown } from "@nabat/views";
import type { Meeting } from "./meeting.ts";
import { InTheWay } from "./call-vote.tsx";
import { type Kind, ProcedureForm, PROCEDURES } from "./procedure-form.tsx";

/** Those whose form is a reason alone stand on the meeting's page itself. */
const SHORT: readonly Kind[] = ["proceed", "close-list", "overrule"];

export function Procedures({ meeting }: { meeting: Meeting }) {
  const { t } = useSay();
  const { course, page, here } = meeting;
  const member = course.you?.member && course.open;
  return (
    <section data-live="procedure" id="procedure">
      <h2>{t("procedure")}</h2>
      <p class="read soft">{t("procedure-what")}</p>
      {course.procedures.length > 0 && (
        <ul class="ledger">
          {course.procedures.map((p) => (
            <Put key={p.motion} meeting={meeting} p={p} />
          ))}
        </ul>
      )}
      {member && (
        <>
          {SHORT.map((what) => (
            <details key={what} id={`put-${what}`}>
              <summary>{t(`procedure-${what}`)}</summary>
              <ProcedureForm page={page} sitting={course.sitting} what={what} next={here} />
            </details>
          ))}
          <p class="links">
            {PROCEDURES.filter((w) => !SHORT.includes(w)).map((what) => (
              <a key={what} href={`${here}/put?what=${what}`}>
                {t(`procedure-${what}`)}
              </a>
            ))}
          </p>
        </>
      )}
    </section>
  );
}

function Put({ meeting, p }: { meeting: Meeting; p: ProcedureShown }) {
  const { t } = useSay();
  const { page, here, course } = meeting;
  const body = page.reader.body;
  const next = here;
  return (
    <li>
      <p>
        <b>{t(`procedure-${p.what}`)}</b> <ProcedureFacts p={p} />
      </p>
      <Words of={p.reason} block />
      <Meta>
        <PersonName of={p.mover} />
        {p.vote ? <Tag kind="open">{t("status-voting")}</Tag> : t("procedure-seconded", p.seconded)}
      </Meta>
      {p.behind && course.open && <p class="small">{t("procedure-board-behind", p.behind)}</p>}
      {course.open && !p.vote && (
        <div class="row">
          {p.you.call && (
            <ActForm act="vote.open" body={body} next={next} submit={t("procedure-vote")} now>
              <Hidden name="motion" value={p.motion} />
              <Hidden name="version" value={p.version} />
              <Hidden name="sitting" value={course.leading} />
              {p.modes.length > 1 ? (
                <Select
                  name="mode"
                  label={t("call-mode")}
                  options={p.modes.map((m) => ({ value: m, label: t(`mode-${m}`) }))}
                  id={`mode-${p.motion.slice(0, 8)}`}
                />
              ) : (
                <Hidden name="mode" value={p.modes[0] ?? "hands"} />
              )}
            </ActForm>
          )}
          {p.you.callNot && !boardFirst(meeting, p) && <InTheWay page={page} why={p.you.callNot} />}
          {p.you.second && (
            <ActButton quiet act="second" body={body} next={next} submit={t("second-do")} of={{ motion: p.motion }} />
          )}
          {p.you.secret && (
            <ActButton
              quiet
              act="ask.secret"
              body={body}
              next={next}
              submit={t("procedure-secret")}
              of={{ motion: p.motion }}
            />
          )}
          {p.you.withdraw && (
            <ActButton
              quiet
              act="withdraw"
              body={body}
              next={next}
              submit={t("withdraw-do")}
              of={{ motion: p.motion }}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** What stands above says that who counts is elected first (G-44). */
function boardFirst({ course }: Meeting, p: ProcedureShown): boolean {
  return course.tellersFirst !== undefined && p.you.callNot?.rule === "G-44" && p.tellers === undefined;
}

/** The persons, dates and figures that a procedural motion names. */
export function ProcedureFacts({ p }: { p: ProcedureShown }) {
  const { t } = useSay();
  return (
    <span class="dots">
      {p.chair && (
        <span>
          {t("chair")}
          {t("colon")}
          <PersonName of={p.chair} />
        </span>
      )}
      {p.secretary && (
        <span>
          {t("secretary")}
          {t("colon")}
          <PersonName of={p.secretary} />
        </span>
      )}
      {p.tellers && (
        <span>
          {t("tellers")}
          {t("colon")}
          <People of={p.tellers} />
        </span>
      )}
      {p.member && <PersonName of={p.member} />}
      {p.seconds !== undefined && <span>{t("procedure-seconds", { n: p.seconds })}</span>}
      {p.title && <Words of={p.title} />}
      {p.item && <Words of={p.item} />}
      {p.returns !== undefined && (
        <span>
          {t("procedure-returns")} <Time at={p.returns} />
        </span>
      )}
      {p.order && p.order.map((x, i) => <span key={i}>{x.text ?? ""}</span>)}
    </span>
  );
}
