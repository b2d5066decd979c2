/** Minutes (G-43): ready when the meeting ends, because they write themselves; to print, to sign, to carry away as text. */
import type { ActId } from "@nabat/kernel";
import {
  ClockTime,
  When,
  Facts,
  Notice,
  PersonName,
  QrCode,
  Table,
  Time,
  useSay,
  Words,
  People,
  untorn,
} from "@nabat/ui";
import { minutesShown, type MinutesShown, type Person } from "@nabat/views";
import { sayZone } from "@nabat/speech";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { minutesText, minuteWords } from "./minute-words.ts";
import { RecordLink } from "../record-link.tsx";

export function minutesPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/sittings/:id{[0-9a-f]{64}}/minutes", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await minutesShown(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      return show(
        page,
        {
          title: `${page.say.t("minutes")}${page.say.t("colon")}${view.title.text ?? ""}`,
          tab: "sittings",
          islands: view.ended ? ["print"] : ["live", "print"],
        },
        <MinutesPage page={page} view={view} />,
      );
    }),
  );
  app.get("/b/:body/sittings/:id{[0-9a-f]{64}}/minutes.txt", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await minutesShown(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      const link = `${deps.clerk.origin(c)}${page.base}/sittings/${view.sitting}`;
      c.header("Content-Type", "text/plain; charset=utf-8");
      c.header("Content-Disposition", `attachment; filename="minutes-${view.sitting.slice(0, 12)}.txt"`);
      c.header("X-Content-Type-Options", "nosniff");
      c.header("Cache-Control", "private, no-store");
      return c.body(minutesText(page.say, view, page.facts.name.text ?? "", link));
    }),
  );
}

function MinutesPage({ page, view }: { page: BodyPage; view: MinutesShown }) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  const here = `${base}/sittings/${view.sitting}`;
  const link = `${page.deps.clerk.origin(page.c)}${here}`;
  const signers: Person[] = [view.chair, ...(view.secretary ? [view.secretary] : []), ...view.tellers];
  return (
    <article class="minutes">
      <p class="kicker">
        {t("minutes")}
        {view.type && `${t("colon")}${t("meeting-kind", { type: view.type })}`}
      </p>
      <h1 class="read">
        <Words of={view.title} />
      </h1>
      {!view.ended && (
        <Notice title={t("minutes-goes-on")}>
          <p>
            <a href={here}>{t("minutes-to-meeting")}</a>
          </p>
        </Notice>
      )}
      <p class="row no-print">
        <span class="island" data-island="print" data-props="{}" />
        <a class="btn" href={`${here}/minutes.txt`} download>
          {t("minutes-as-text")}
        </a>
        <span class="small soft">{t("print-how")}</span>
      </p>
      <Facts
        rows={[
          [t("minutes-body"), <Words of={page.facts.name} />],
          [
            t("minutes-opened"),
            <>
              <When at={view.opened} /> ({sayZone(say.zone, say.locale)})
              {view.place && (
                <>
                  , <Words of={view.place} />
                </>
              )}
              {view.hall && `, ${view.hall}`}
            </>,
          ],
          [
            t("minutes-ended"),
            view.ended ? t(`minutes-ended-${view.ended.how}`, { when: say.date(view.ended.at) }) : undefined,
          ],
          [
            t("minutes-called"),
            view.call && (
              <>
                <PersonName of={view.call.caller} />,{" "}
                <a href={`${base}/meetings/${view.call.id}`}>{t("meeting-call")}</a>
              </>
            ),
          ],
          [
            t("chair"),
            <>
              <PersonName of={view.chair} />{" "}
              <span class="soft">{t(view.elected ? "board-elected" : "board-provisional")}</span>
            </>,
          ],
          [t("secretary"), view.secretary && <PersonName of={view.secretary} />],
          [t("tellers"), <People of={view.tellers} />],
        ]}
      />
      <ol class="minutes-list numbered">
        {view.lines.map((l, i) => (
          <li key={`${l.id}${i}`}>
            <RecordLink page={page} class="when" to={`/entries/${l.id}`} plain>
              <ClockTime at={l.at} since={view.opened} />
            </RecordLink>{" "}
            {minuteWords(say, l)}
          </li>
        ))}
      </ol>
      {view.presence.length > 0 && (
        <>
          <h2>{t("minutes-presence")}</h2>
          <Table
            columns={[
              { name: t("entered") },
              { name: t("teller") },
              { name: t("present"), n: true },
              { name: t("guests"), n: true },
              { name: t("minutes-remote"), n: true },
            ]}
            rows={view.presence.map((p) => [
              <Time at={p.at} />,
              <PersonName of={p.by} />,
              t("number", { n: p.present }),
              t("number", { n: p.guests }),
              t("number", { n: p.remote }),
            ])}
          />
        </>
      )}
      {view.carried.length > 0 && (
        <>
          <h2>{t("minutes-carried")}</h2>
          <ul>
            {view.carried.map((item) => (
              <li key={item.id}>
                <Words of={item.title} />
                {item.returns !== undefined && `, ${t("item-returns", { when: say.day(item.returns) })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.unvoted.length > 0 && (
        <>
          <h2>{t("minutes-unvoted")}</h2>
          <ul>
            {view.unvoted.map((u) => (
              <li key={u.id}>
                <a href={`${base}/motions/${u.id}`}>
                  <Words of={u.title} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="read small soft">{t("minutes-no-speaker")}</p>
      <div class="print-only">
        <div class="sign-lines">
          {signers.map((p, i) => (
            <div key={`${p.id}${i}`}>{untorn(p.name ?? "")}</div>
          ))}
        </div>
      </div>
      <div class="two minutes-link">
        <QrCode text={link} label={t("minutes-qr")} />
        <p class="small soft">
          {t("minutes-qr-what")} <span class="key">{link}</span>
        </p>
      </div>
    </article>
  );
}
