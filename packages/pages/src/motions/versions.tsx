/** How a motion's text came to be what it is: every version, and what changed. */
import { Diff, Time, useSay, Words } from "@nabat/ui";
import type { MotionView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";

export function Versions({ page, view }: { page: BodyPage; view: MotionView }) {
  const { t } = useSay();
  const { base } = page;
  if (view.history.length <= 1) return null;
  const titleOf = (id: string): string => view.amendmentList.find((a) => a.id === id)?.title.text ?? id.slice(0, 8);
  return (
    <section id="versions">
      <h2>{t("versions")}</h2>
      {[...view.history].reverse().map((v) => (
        <details key={v.hash}>
          <summary>
            <span>
              {t("version", { n: v.n })}
              {v.amendment && ` ${t("version-amended", { title: titleOf(v.amendment) })}`}, <Time at={v.at} />
            </span>
          </summary>
          {v.changes ? <Diff changes={v.changes} /> : <Words of={v.text} block />}
        </details>
      ))}
      {view.history.length < view.versions && (
        <p>
          <a href={`${base}/motions/${view.id}?all=1#versions`}>{t("versions-all", { n: view.versions })}</a>
        </p>
      )}
    </section>
  );
}
