/** Amendments on pages: those put to a motion, what one of them would change, and how that is said. */
import { Diff, Meta, Notice, PersonName, type Say, Time, useSay, Words } from "@nabat/ui";
import { type AmendmentLine, type AmendmentShown, isWaiting, type MotionView } from "@nabat/views";
import { type BodyPage, told } from "../frame.tsx";
import { StatusTag } from "./motion-item.tsx";
import { numbers } from "../votes/result.tsx";

/** So many that wait, and that are settled, stand on a motion's page: quick on a slow phone. `?all=1` shows every one. */
const MOST_SHOWN = { waiting: 12, settled: 5 };
/** Even then no page is without end. */
const MOST_ALL = 500;

/** "Paragraphs 2 to 4 are struck". */
export function placeWords(say: Say, place: AmendmentShown["place"]): string {
  if (place.what === "insert") return say.t("amend-place-insert", { after: place.after });
  return say.t(`amend-place-${place.what}`, { from: place.from, to: place.to, count: place.to - place.from + 1 });
}

/** One amendment in a ledger under its motion. */
export function AmendmentItem({ page, line }: { page: BodyPage; line: AmendmentLine }) {
  const say = useSay();
  const { t } = say;
  return (
    <li>
      <a class="title" href={`${page.base}/motions/${line.id}`}>
        <Words of={line.title} />
      </a>
      <Meta>
        <StatusTag line={line} />
        {placeWords(say, line.place)}
        {line.result && numbers(say, line.result)}
        {isWaiting(line) && line.first && <b>{t("amend-tag-first")}</b>}
        <>
          {t("by")} <PersonName of={line.mover} />
        </>
        <Time at={line.at} />
      </Meta>
    </li>
  );
}

/** The amendments put to a motion, and the way to put one. */
export function Amendments({ page, view, all }: { page: BodyPage; view: MotionView; all: boolean }) {
  const { t } = useSay();
  const { may } = view.you;
  const waiting = view.amendmentList.filter(isWaiting);
  const settled = view.amendmentList.filter((a) => !isWaiting(a));
  if (view.subject !== "text" || (view.amendmentList.length === 0 && !may.amend)) return null;
  const here = `${page.base}/motions/${view.id}`;
  const shown = all ? waiting.slice(0, MOST_ALL) : waiting.slice(0, MOST_SHOWN.waiting);
  const later = all ? settled.slice(0, MOST_ALL) : settled.slice(0, MOST_SHOWN.settled);
  return (
    <section id="amendments">
      <h2>{t("amendments")}</h2>
      <p class="soft">{t(view.amendmentList.length === 0 ? "amendments-none" : "amendments-what")}</p>
      {shown.length > 0 && (
        <ul class="ledger">
          {shown.map((a) => (
            <AmendmentItem key={a.id} page={page} line={a} />
          ))}
        </ul>
      )}
      {later.length > 0 && (
        <details open={all || waiting.length === 0}>
          <summary>{t("amendments-hidden", { n: settled.length })}</summary>
          <ul class="ledger">
            {later.map((a) => (
              <AmendmentItem key={a.id} page={page} line={a} />
            ))}
          </ul>
        </details>
      )}
      {shown.length + later.length < view.amendmentList.length && (
        <p>
          <a href={`${here}?all=1#amendments`}>{t("amendments-all", { n: view.amendmentList.length })}</a>
        </p>
      )}
      {may.amend && (
        <p class="row no-print">
          <a class="btn" href={`${here}/amend`}>
            {t("amend-put")}
          </a>
        </p>
      )}
    </section>
  );
}

/** What an amendment would change: on its page, at its vote, in the hall. */
export function ChangeShown({ amendment }: { amendment: AmendmentShown }) {
  const say = useSay();
  return (
    <>
      <p class="small soft">{placeWords(say, amendment.place)}</p>
      {amendment.changes ? <Diff changes={amendment.changes} /> : <Words of={amendment.words} block />}
    </>
  );
}

/** The body of an amendment's own page. */
export function Amends({ page, view, amendment }: { page: BodyPage; view: MotionView; amendment: AmendmentShown }) {
  const say = useSay();
  const { t } = say;
  const { motion, seconds, fallen } = amendment;
  return (
    <>
      <p>
        <a href={`${page.base}/motions/${motion.id}`}>{t("amend-to", { title: motion.title.text ?? "" })}</a>
      </p>
      {fallen && (
        <Notice tone="warn" title={t("status-fallen")}>
          <p>{t(`amend-fallen-${fallen.code}`)}</p>
        </Notice>
      )}
      <div class="sheet">
        <h2 class="kicker">
          {t(view.status === "carried" || view.status === "accepted" ? "amend-changed" : "amend-would")}
        </h2>
        <ChangeShown amendment={amendment} />
        {amendment.place.what === "strike" && (
          <>
            <h2 class="kicker">{t("amend-why")}</h2>
            <Words of={view.text} block />
          </>
        )}
      </div>
      {isWaiting(view) && (
        <p class="soft">
          {amendment.first ? t("amend-first") : t("amend-needs-second", { need: seconds.need, has: seconds.has })}
        </p>
      )}
      {amendment.beside.length > 0 && (
        <section>
          <h2>{t("amend-beside")}</h2>
          <p class="soft">{t("amend-beside-what")}</p>
          <ul class="ledger">
            {amendment.beside.map((a) => (
              <AmendmentItem key={a.id} page={page} line={a} />
            ))}
          </ul>
        </section>
      )}
      {view.you.letIn.map((s) => (
        <Notice key={s.sitting} title={t("amend-let-in")}>
          <p>{told(say, s.why)}</p>
          <p>
            <a class="btn" href={`${page.base}/sittings/${s.sitting}/put?what=urgent&motion=${view.id}`}>
              {t("amend-let-in-do")}
            </a>
          </p>
        </Notice>
      ))}
    </>
  );
}
