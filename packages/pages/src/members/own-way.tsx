/** The newcomer's own way to membership and a vote, on a page that they may open: what is missing, and who helps (M-6, M-23 to M-28). */
import { Day, Notice, People, useSay } from "@nabat/ui";
import type { OwnWay } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { Helping, WaitWords } from "./waits.tsx";

export function OwnWayShown({ page, way }: { page: BodyPage; way: OwnWay }) {
  const { t } = useSay();
  const { base, reader } = page;
  const { own, lacks, greeters, greeting } = way;
  const needs = lacks.vouchers > 0 || lacks.seen || lacks.decision || own.waits.some((w) => w.what !== "time");
  const since = own.standing === "applicant" ? own.since : undefined;
  return (
    <section id="vote">
      <Notice tone={needs ? "needs" : "plain"} title={t("own-vote-title")}>
        {(lacks.vouchers > 0 || lacks.seen || lacks.decision) && (
          <>
            <p>{t("own-way-what")}</p>
            <ul>
              {lacks.vouchers > 0 && <li>{t("own-way-vouchers", { n: lacks.vouchers })}</li>}
              {lacks.seen && <li>{t("own-way-seen")}</li>}
              {lacks.decision && <li>{t("own-way-decision")}</li>}
            </ul>
          </>
        )}
        {since !== undefined && (
          <p>
            {t("own-way-member-from")} <Day at={since} />.
          </p>
        )}
        <p>{t(own.standing === "member" ? "own-vote-member" : "own-vote-applicant")}</p>
        {own.waits.length > 0 && (
          <ul>
            {own.waits.map((wait) => (
              <li key={wait.what}>
                <WaitWords wait={wait} />. {wait.what !== "time" && t(`own-vote-${wait.what}`)}
              </li>
            ))}
          </ul>
        )}
        {own.waits.some((w) => w.what === "seen") &&
          (greeters.length > 0 ? (
            <p>
              {t("own-way-greeters")} <People of={greeters} />.
            </p>
          ) : (
            greeting && (
              <p>
                {greeting.is === "offers"
                  ? t("own-way-no-offers", { n: greeting.more })
                  : t(greeting.is === "lot" ? "own-way-lot" : "own-way-no-greeters")}{" "}
                {greeting.is === "lot" && (
                  <>
                    <Day at={greeting.until} />.
                  </>
                )}
              </p>
            )
          ))}
        <Helping page={page} line={{ ...own, may: { ...own.may, vouch: false, sponsor: false } }} next={`${base}/me`} />
        {reader.mayReadRecord && (
          <p class="links">
            <a href={`${base}/newcomers#greeters`}>{t("greeters-title")}</a>
            <a href={`${base}/sponsors`}>{t("sponsors-title")}</a>
          </p>
        )}
      </Notice>
    </section>
  );
}
