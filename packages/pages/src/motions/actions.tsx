/** What one can do with a motion now: second it, revise it, withdraw it, ask for paper, call the vote. */
import { ActForm, Field, Hidden, useSay, ActButton, FoldedAct } from "@nabat/ui";
import type { MotionView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { ClosesField, ModeField, NamedTeller, TellerFields, type VoteSetting } from "../votes/calling.tsx";
import { NotYet, secretAsked } from "./not-yet.tsx";

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
      {open && !view.now?.agree.all && <NotYet view={view} base={page.base} />}
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
              <TellerFields
                roll={setting.roll}
                not={[view.mover.id]}
                cards={view.modes.outside.every((m) => m === "name")}
              />
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
              maxLength={100_000}
              id="revise-text"
            />
          </ActForm>
        </details>
      )}
      {may.askSecret && !secretAsked(view) && (
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
