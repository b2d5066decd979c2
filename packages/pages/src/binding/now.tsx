/** Deciding without a meeting: signatures of more than half for a plain text, or a vote at once that all agreed to (B-5, B-6). */
import { ActButton, ActForm, Facts, Field, FoldedAct, Hidden, Notice, People, Select, Time, useSay } from "@nabat/ui";
import type { AgreeShown, MotionView, NowShown, PendingLine } from "@nabat/views";
import { localMoment, peopleToChoose } from "../form-values.ts";
import { type BodyPage, told } from "../frame.tsx";
import { Pending } from "../keys/pending.tsx";

const HOUR = 3_600_000;

/** How this motion may be decided at once; folded until somebody has signed or agreed. */
export function DecideNow({
  page,
  view,
  pending,
}: {
  page: BodyPage;
  view: MotionView;
  pending: readonly PendingLine[];
}) {
  const say = useSay();
  const { t } = say;
  const { now } = view;
  if (!now) return null;
  const { sign, agree } = now;
  const body = page.reader.body;
  const next = `${page.base}/motions/${view.id}`;
  const begun = (sign?.has ?? 0) + agree.has > 0;
  const of = { motion: view.id, version: view.version };
  // Where enough ask for secrecy, neither goes, but a recall (O-14): said once (B-7).
  const ends = agree.not?.rule === "B-7" ? agree.not : undefined;
  return (
    <section id="now" class="no-print">
      <h2>{t(agree.all ? "now-all" : "now")}</h2>
      {agree.all && !ends && <CallNow page={page} view={view} />}
      <details open={(begun && !agree.all) || pending.length > 0 || sign?.recall === true}>
        <summary>{t("now-how")}</summary>
        {ends && !sign?.recall && <p>{told(say, ends)}</p>}
        {sign && (sign.recall || !ends) && <Sign page={page} sign={sign} of={of} next={next} />}
        {!ends && (
          <section>
            <h3>{t("now-agree")}</h3>
            <Agree page={page} agree={agree} of={of} next={next} warning={t("now-agree-warning")} headed />
          </section>
        )}
        {now.mayBack && (
          <FoldedAct
            title={t("now-back")}
            says={t(sign?.yours ? "now-back-what" : "now-back-agreed-what")}
            quiet
            act="now.back"
            body={body}
            next={next}
            submit={t(sign?.yours ? "now-back-do" : "now-back-agreed-do")}
            of={{ motion: view.id }}
          />
        )}
        {(sign?.recall || !ends) && <ByCard page={page} cards={now.cards} of={of} next={next} />}
        <Pending page={page} pending={pending} next={next} level={3} />
      </details>
    </section>
  );
}

/** All have agreed: the vote is called here at once by name, or at any sitting. */
function CallNow({ page, view }: { page: BodyPage; view: MotionView }) {
  const { t } = useSay();
  if (!view.now) return null;
  return (
    <>
      <p>{t("now-all-sitting")}</p>
      {view.now.agree.byName && view.you.member && (
        <ActForm
          now
          act="vote.open"
          body={page.reader.body}
          next={`${page.base}/votes/{id}`}
          submit={t("now-call")}
          warning={t("now-call-warning")}
          data={{ zone: page.facts.zone }}
        >
          <Hidden name="motion" value={view.id} />
          <Hidden name="version" value={view.version} />
          <Hidden name="mode" value="name" />
          <Field
            name="closes"
            id="now-closes"
            label={t("now-call-closes")}
            hint={t("now-call-closes-hint")}
            type="datetime-local"
            as="moment"
            value={localMoment(page.reader.now + HOUR, page.facts.zone, true)}
            required
          />
        </ActForm>
      )}
    </>
  );
}

interface Given {
  readonly page: BodyPage;
  readonly of: Readonly<Record<string, string>>;
  readonly next: string;
}

function Sign({ page, sign, of, next }: Given & { sign: NonNullable<NowShown["sign"]> }) {
  const { t } = useSay();
  return (
    <section>
      <h3>{t("now-sign")}</h3>
      <p>
        {t(sign.recall ? "now-sign-what-recall" : "now-sign-what", {
          signed: sign.has,
          whole: sign.whole,
          needed: sign.needed,
        })}
      </p>
      {sign.from !== undefined && (
        <p class="soft">
          {t("now-sign-from")} <Time at={sign.from} />.
        </p>
      )}
      {sign.signed.length > 0 && <Facts rows={[[t("now-signed-by"), <People of={sign.signed} />]]} />}
      {sign.may && (
        <ActButton
          quiet
          act="now.sign"
          body={page.reader.body}
          next={next}
          submit={t("now-sign-do")}
          warning={t(sign.recall ? "now-sign-warning-recall" : "now-sign-warning")}
          of={of}
        />
      )}
    </section>
  );
}

/** How many agree to vote at once, who hasn't yet, and agreeing; the same for a text and a ballot. */
export function Agree({
  page,
  agree,
  of,
  next,
  warning,
  headed = false,
}: Given & {
  agree: AgreeShown;
  warning: string;
  /** That all have agreed stands above already. */
  headed?: boolean;
}) {
  const { t } = useSay();
  return (
    <>
      <p>{t("now-agree-what", { agreed: agree.has, whole: agree.whole })}</p>
      {agree.all && !headed && (
        <Notice title={t("now-all")} level={3}>
          <p>{t("now-all-sitting")}</p>
        </Notice>
      )}
      {agree.has > 0 && agree.missing.length > 0 && agree.missing.length <= 20 && (
        <Facts rows={[[t("now-missing"), <People of={agree.missing} />]]} />
      )}
      {agree.may && (
        <ActButton
          quiet
          act="now.agree"
          body={page.reader.body}
          next={next}
          submit={t("now-agree-do")}
          warning={warning}
          of={of}
        />
      )}
    </>
  );
}

/** One member enters it with a code of the card, another confirms (K-8). */
function ByCard({ page, cards, of, next }: Given & { cards: NowShown["cards"] }) {
  const { t } = useSay();
  const kinds = (["sign", "agree"] as const).filter((k) => cards[k].length > 0);
  const people = [...new Map(kinds.flatMap((k) => cards[k]).map((p) => [p.id, p])).values()];
  if (people.length === 0) return null;
  return (
    <details>
      <summary>{t("now-card")}</summary>
      <p>{t("now-card-what")}</p>
      <ActForm quiet act="now.card" body={page.reader.body} next={next} submit={t("now-card-do")}>
        {Object.entries(of).map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <Select
          name="what"
          id="now-card-what"
          label={t("now-card-kind")}
          options={kinds.map((k) => ({ value: k, label: t(`now-card-${k}`) }))}
        />
        <Select name="member" id="now-card-member" label={t("card-member")} options={peopleToChoose(people)} />
        <Field name="code" id="now-card-code" label={t("card-code")} required maxLength={20} />
      </ActForm>
    </details>
  );
}
