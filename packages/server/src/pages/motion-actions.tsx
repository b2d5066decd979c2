/** What one can do with a motion now: second it, revise it, withdraw it, ask for paper, call the vote. */
import { ActForm, Field, Hidden, Notice, PersonName, Select, useSay } from "@nabat/ui";
import type { MotionView } from "@nabat/views";
import type { BodyPage } from "./frame.tsx";
import { TellerFields, type VoteSetting } from "./vote-parts.tsx";

export function MotionActions({ page, view, setting }: { page: BodyPage; view: MotionView; setting: VoteSetting }) {
  const { t } = useSay();
  const body = page.reader.body;
  const next = `${page.base}/motions/${view.id}`;
  const standing = view.status === "standing";
  if (!view.you.member || (!standing && view.status !== "voting")) return null;
  return (
    <section class="no-print">
      {standing && (
        <p>
          {setting.seconds === 0 ? t("seconds-none") : t("seconds", { have: view.seconders.length, need: setting.seconds })}{" "}
          {view.seconders.map((p, i) => (
            <span key={p.id}>
              {i > 0 && ", "}
              <PersonName name={p.name} />
            </span>
          ))}
        </p>
      )}
      {standing && !view.you.mover && !view.you.seconded && (
        <ActForm act="second" body={body} next={next} submit={t("second-do")}>
          <Hidden name="motion" value={view.id} />
        </ActForm>
      )}
      {standing && (
        <details id="call" open={setting.ready}>
          <summary>{t("call-vote")}</summary>
          {setting.readyFrom !== undefined && !setting.ready && <p>{t("call-from", { when: page.say.date(setting.readyFrom) })}</p>}
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
            {setting.sitting ? (
              <>
                <Hidden name="sitting" value={setting.sitting.id} />
                <Notice>
                  <p>{t("call-at-sitting", { title: setting.sitting.title ?? "" })}</p>
                </Notice>
                <Select name="mode" label={t("call-mode")} value="hands" options={(["hands", "paper", "count", "name"] as const).map((m) => ({ value: m, label: t(`mode-${m}`) }))} />
              </>
            ) : (
              <>
                <Select name="mode" label={t("call-mode")} value={setting.mode} options={(["count", "name"] as const).map((m) => ({ value: m, label: t(`mode-${m}`) }))} />
                <Field name="closes" label={t("call-closes")} hint={t("call-closes-hint", { hours: setting.hours })} type="datetime-local" as="moment" value={setting.closesLocal} required />
                <TellerFields roll={setting.roll} you={page.reader.viewer.member} />
              </>
            )}
          </ActForm>
        </details>
      )}
      {view.you.mover && standing && (
        <details id="revise">
          <summary>{t("revise")}</summary>
          <ActForm act="revise" body={body} next={next} submit={t("revise-do")} warning={t("revise-warning")}>
            <Hidden name="motion" value={view.id} />
            <Field name="text" label={t("motion-text")} text={setting.grade} lines={12} required value={view.text.text} maxLength={200_000} id="revise-text" />
          </ActForm>
        </details>
      )}
      {!view.you.askedSecret && (
        <details>
          <summary>{t("ask-secret")}</summary>
          <p>{t("ask-secret-what", { have: view.secretAsked, need: setting.secretOnRequest })}</p>
          <ActForm act="ask.secret" body={body} next={next} submit={t("ask-secret-do")}>
            <Hidden name="motion" value={view.id} />
          </ActForm>
        </details>
      )}
      {view.you.mover && standing && (
        <details>
          <summary>{t("withdraw")}</summary>
          <ActForm act="withdraw" body={body} next={next} submit={t("withdraw-do")} warning={t("withdraw-warning")}>
            <Hidden name="motion" value={view.id} />
          </ActForm>
        </details>
      )}
    </section>
  );
}
