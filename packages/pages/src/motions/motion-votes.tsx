/** Votes on a motion: in sections, opinions that were asked, and all of them where there was more than one. */
import { Meta, Tag, Time, useSay } from "@nabat/ui";
import type { MotionView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { numbers } from "../votes/result.tsx";

/** One text in many sittings: which of them have adopted it (V-14). */
export function Sections({ view }: { view: MotionView }) {
  const { t } = useSay();
  if (view.sections.length === 0) return null;
  return (
    <section>
      <h2>{t("motion-sections")}</h2>
      <p class="soft">{t("motion-sections-what")}</p>
      <ul class="ledger">
        {view.sections.map((s) => (
          <li key={s.section}>
            {s.section}{" "}
            {s.result ? (
              <Tag kind={s.adopted ? "done" : "no"}>{t(s.adopted ? "section-adopted" : "section-refused")}</Tag>
            ) : (
              <Tag kind="open">{t("section-waiting")}</Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What sittings said of it that nobody had called: opinions, which decide nothing (B-3). */
export function Opinions({ page, view }: { page: BodyPage; view: MotionView }) {
  const say = useSay();
  const { t } = say;
  const asked = view.votes.filter((v) => v.opinion);
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{t("opinions")}</h2>
      <p class="soft">{t("opinions-what")}</p>
      <ul class="ledger">
        {asked.map((v) => (
          <li key={v.id}>
            <a class="title" href={`${page.base}/votes/${v.id}`}>
              {v.result ? t(`outcome-opinion-${v.result.outcome}`) : t(`mode-${v.mode}`)}
            </a>
            <Meta>
              {v.result ? numbers(say, v.result) : t(`vote-stage-${v.status}`)}
              <Time at={v.opened} />
            </Meta>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where there was more than one vote on it: all of them. */
export function Votes({ page, view }: { page: BodyPage; view: MotionView }) {
  const say = useSay();
  const { t } = say;
  const votes = view.votes.filter((v) => !v.opinion);
  if (votes.length <= 1) return null;
  return (
    <section>
      <h2>{t("motion-votes")}</h2>
      <ul class="ledger">
        {votes.map((v) => (
          <li key={v.id}>
            <a class="title" href={`${page.base}/votes/${v.id}`}>
              {t(`mode-${v.mode}`)}, <Time at={v.opened} />
            </a>
            <Meta>
              {v.again !== undefined && t("motion-vote-all")}
              {v.result
                ? `${t(`outcome-${view.amendment ? "amendment-" : ""}${v.result.outcome}`)} ${numbers(say, v.result)}`
                : t(`vote-stage-${v.status}`)}
            </Meta>
          </li>
        ))}
      </ul>
    </section>
  );
}
