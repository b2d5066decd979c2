/** Whose keys a meeting is to decide over is told it wherever they look: when, and what they can do (K-15). */
import { Notice, Time, useSay, Words } from "@nabat/ui";
import type { OverKeysLine } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";

export function OverKeys({ page, over }: { page: BodyPage; over: readonly OverKeysLine[] }) {
  const { t, date } = useSay();
  const { base } = page;
  return (
    <>
      {over.map((o) => (
        <Notice key={o.motion} tone="needs" title={t(o.decided ? "over-keys-decided-title" : "over-keys-title")}>
          <p>
            <a href={`${base}/motions/${o.motion}`}>
              <Words of={o.title} />
            </a>
          </p>
          {o.decided ? (
            <p>{t("over-keys-decided-what", { from: date(o.decided.from), until: date(o.decided.until) })}</p>
          ) : (
            <>
              <p>
                {o.call ? (
                  <>
                    {t(o.call.held ? "over-keys-held" : "over-keys-on")}{" "}
                    <a href={`${base}/meetings/${o.call.id}`}>
                      <Words of={o.call.title} />
                    </a>
                    , <Time at={o.call.starts} />.
                  </>
                ) : (
                  t("over-keys-not-called")
                )}
              </p>
              <p>{t("over-keys-what")}</p>
            </>
          )}
        </Notice>
      ))}
    </>
  );
}
