/** How the body grows: places of the half-year, open doors, who greets, and bursts (M-25 to M-27). */
import { offers } from "@nabat/body";
import { ActButton, Day, Notice, People, PersonName, Time, useSay } from "@nabat/ui";
import type { NewcomersView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { told } from "../frame.tsx";

export function Places({ page, view }: { page: BodyPage; view: NewcomersView }) {
  const say = useSay();
  const { t } = say;
  const { places, doors } = view;
  const { base } = page;
  return (
    <section id="places">
      <h2>{t("places-title")}</h2>
      <p>{t("places-now", { taken: places.taken, most: places.most, roll: view.roll })}</p>
      {places.from !== undefined && (
        <p>
          {t("places-free-from")} <Day at={places.from} />.
        </p>
      )}
      <p class="soft">{t("places-what")}</p>
      {doors.length > 0 && (
        <ul class="ledger">
          {doors.map((d) => (
            <li key={d.by}>
              <span class="title">{t("door-open", { left: d.left, places: d.places })}</span>
              <p class="meta">
                <span>
                  {t("door-until")} <Time at={d.until} />
                </span>
                {d.motion !== undefined && <a href={`${base}/motions/${d.motion}`}>{t("door-decision")}</a>}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="links">
        <a href={`${base}/sponsors`}>{t("sponsors-title")}</a>
        {page.reader.viewer.standing === "member" && <a href={`${base}/motions/new?subject=door`}>{t("door-move")}</a>}
      </p>
    </section>
  );
}

export function Greeters({ page, view, next }: { page: BodyPage; view: NewcomersView; next: string }) {
  const say = useSay();
  const { t } = say;
  const { greeters } = view;
  const { body } = page.reader;
  const me = page.reader.viewer.member;
  return (
    <section id="greeters">
      <h2>{t("greeters-title")}</h2>
      <p class="soft">{t("greeters-what")}</p>
      {greeters.people.length > 0 ? (
        <p>
          <People of={greeters.people} />
          {greeters.until !== undefined && (
            <>
              {". "}
              {t("greeters-until")} <Day at={greeters.until} />.
            </>
          )}
        </p>
      ) : (
        <p>{t(greeters.you ? "greeters-few" : "greeters-none")}</p>
      )}
      {greeters.draw && (
        <p>
          {t("greeters-draw-waits", { has: greeters.draw.has, of: greeters.draw.of })} <Time at={greeters.draw.until} />
          .
        </p>
      )}
      {greeters.mayDraw.yes && (
        <ActButton
          act="greet.draw"
          quiet
          body={body}
          next={next}
          submit={t("greet-draw-do")}
          warning={t("greet-draw-what", { n: greeters.offered })}
          of={{}}
        />
      )}
      {greeters.people.length === 0 && !greeters.you && !greeters.draw && greeters.mayDraw.why && (
        <p>{told(say, greeters.mayDraw.why)}</p>
      )}
      {!(me !== undefined && offers(page.reader.state, me, page.reader.now)) && (
        <p class="links">
          <a href={`${page.base}/keys#offer`}>{t("greeters-offer")}</a>
        </p>
      )}
    </section>
  );
}

/** Shown where many came at once; nothing follows from it by itself. */
export function Bursts({ page, burst }: { page: BodyPage; burst: NewcomersView["burst"] }) {
  const { t } = useSay();
  if (!burst.many && burst.sponsors.length === 0) return null;
  return (
    <Notice title={t("burst-title")} id="bursts">
      <p>{t("burst-many", { n: burst.count, roll: burst.roll })}</p>
      {burst.sponsors.length > 0 && (
        <ul>
          {burst.sponsors.map((s) => (
            <li key={s.sponsor.id}>
              <PersonName of={s.sponsor} />
              {t("colon")}
              {t("burst-by-one", { n: s.count })}
            </li>
          ))}
        </ul>
      )}
      <p class="soft">{t("burst-what")}</p>
      {page.reader.viewer.standing === "member" && (
        <p class="links">
          <a href={`${page.base}/motions/new?subject=contest`}>{t("subject-long-contest")}</a>
        </p>
      )}
    </Notice>
  );
}
