/** What one can do with a motion now: second it, revise it, withdraw it, ask for paper, call the vote. */
import { ActForm, Day, Field, Hidden, Notice, useSay, ActButton, People, FoldedAct } from "@nabat/ui";
import type { MotionView } from "@nabat/views";
import { type BodyPage, told } from "../frame.tsx";
import { ClosesField, ModeField, NamedTeller, TellerFields, type VoteSetting } from "../votes/calling.tsx";

export function MotionActions({ page, view, setting }: { page: BodyPage; view: MotionView; setting: VoteSetting }) {
  const { t } = useSay();
  const body = page.reader.body;
  const next = `${page.base}/motions/${view.id}`;
  const { may } = view.you;
  const mine = page.reader.viewer.member === undefined ? [] : [page.reader.viewer.member];
  const open = view.status === "discussed";
  if (!view.you.member || !(open || view.status === "voting")) return null;
  return (
    <section class="no-print">
      {open && <NotYet view={view} base={page.base} />}
      {may.second && open && (
        <ActButton quiet act="second" body={body} next={next} submit={t("second-do")} of={{ motion: view.id }} />
      )}
      {may.accept && open && (
        <ActButton
          act="accept"
          body={body}
          next={next}
          submit={t("accept-do")}
          warning={t("accept-warning")}
          of={{ motion: view.id }}
        />
      )}
      {open && may.call && (
        <details id="call" open={view.subject !== "amendment"}>
          <summary>{t("call-vote")}</summary>
          <ActForm
            act="vote.open"
            body={body}
            next={`${page.base}/votes/{id}`}
            submit={t("call-do")}
            warning={t("call-warning", { n: view.versions })}
            data={{ zone: page.facts.zone }}
          >
            <Hidden name="motion" value={view.id} />
            <Hidden name="version" value={view.version} />
            <ModeField modes={view.modes.outside} />
            <ClosesField setting={setting} />
            {view.modes.outside.includes("count") ? (
              <NamedTeller setting={setting} not={[view.mover.id, ...mine]} />
            ) : (
              <TellerFields roll={setting.roll} not={[view.mover.id]} />
            )}
          </ActForm>
        </details>
      )}
      {may.callIn.map((s) => (
        <details id={`call-${s.sitting.slice(0, 8)}`} key={s.sitting} open={!s.opinion}>
          <summary>{t(s.opinion ? "call-opinion-open" : "call-vote-sitting")}</summary>
          <p>{t("call-at-sitting", { title: s.title.text ?? "" })}</p>
          {s.opinion && <p>{t("call-opinion")}</p>}
          <ActForm
            act="vote.open"
            body={body}
            next={`${page.base}/votes/{id}`}
            submit={t(s.opinion ? "call-opinion-do" : "call-do")}
            warning={t("call-warning", { n: view.versions })}
          >
            <Hidden name="motion" value={view.id} />
            <Hidden name="version" value={view.version} />
            <Hidden name="sitting" value={s.sitting} />
            <ModeField modes={view.modes.sitting} />
          </ActForm>
        </details>
      ))}
      {may.revise && open && (
        <details id="revise">
          <summary>{t("revise")}</summary>
          <ActForm act="revise" body={body} next={next} submit={t("revise-do")} warning={t("revise-warning")}>
            <Hidden name="motion" value={view.id} />
            <Field
              name="text"
              label={t("motion-text")}
              text={setting.grade}
              lines={12}
              required
              value={view.text.text}
              maxLength={200_000}
              id="revise-text"
            />
          </ActForm>
        </details>
      )}
      {may.askSecret && (
        <FoldedAct
          title={t("ask-secret")}
          says={t("ask-secret-what", { have: view.secretAsked.has, need: view.secretAsked.asked })}
          quiet
          act="ask.secret"
          body={body}
          next={next}
          submit={t("ask-secret-do")}
          of={{ motion: view.id }}
        />
      )}
      {may.withdraw && open && (
        <FoldedAct
          title={t("withdraw")}
          quiet
          act="withdraw"
          body={body}
          next={next}
          submit={t("withdraw-do")}
          warning={t("withdraw-warning")}
          of={{ motion: view.id }}
        />
      )}
    </section>
  );
}

/** What stands between this motion and a vote over days, all of it, each with its rule. */
function NotYet({ view, base }: { view: MotionView; base: string }) {
  const say = useSay();
  const { t } = say;
  const fell = view.spoilt?.is === "fallen";
  const { callNot } = view.you.may;
  // Whose turn it is, where all else is ready (V-57, V-70).
  const others = !fell && view.notYet.length === 0 && (callNot?.rule === "V-57" || callNot?.rule === "V-70");
  const ways = view.sections.length > 0 ? "ways-sections" : view.subject === "text" ? "ways-text" : "ways-other";
  const ready = fell ? "motion-again" : view.notYet.length === 0 ? "call-ready" : "call-not-yet";

  return (
    <Notice title={t(others ? "call-ready-others" : ready)}>
      {others && callNot && <p>{told(say, callNot)}</p>}
      {!fell && view.notYet.length > 0 && (
        <ul>
          {view.notYet.map(({ rule, code, from, asked, has }) => (
            <li key={rule + code}>
              {told(say, {
                rule,
                code,
                facts: {
                  ...(from === undefined ? {} : { from }),
                  ...(asked === undefined ? {} : { asked }),
                  ...(has === undefined ? {} : { has }),
                },
              })}
            </li>
          ))}
        </ul>
      )}
      {view.subject !== "amendment" && (
        <p>
          {t(fell ? (view.subject === "text" ? "ways-again-text" : "ways-again-other") : ways)}{" "}
          <a href={`${base}/meetings/new`}>{t("ways-call")}</a>
        </p>
      )}
      {view.resultBy !== undefined && (
        <p class="soft">
          {t("result-by")} <Day at={view.resultBy} />
        </p>
      )}
      {view.seconders.length > 0 && (
        <p>
          {t("seconded-by")} <People of={view.seconders} />
        </p>
      )}
    </Notice>
  );
}
