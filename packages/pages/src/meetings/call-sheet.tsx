/** A call's sheet to pass round: who has no device in hand signs on paper, then on their own device. */
import { sayZone } from "@nabat/speech";
import type { ActId } from "@nabat/kernel";
import { QrCode, useSay, When, Words } from "@nabat/ui";
import { type CallShown, callShown } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, notFound, show } from "../frame.tsx";
import { Agenda } from "./agenda.tsx";

export function callSheet(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/meetings/:id{[0-9a-f]{64}}/sheet", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await callShown(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      const link = `${page.deps.clerk.origin(c)}${page.base}/meetings/${view.id}`;
      return show(
        page,
        { title: page.say.t("call-sheet"), tab: "sittings", islands: ["print"] },
        <Sheet page={page} view={view} link={link} />,
      );
    }),
  );
}

function Sheet({ page, view, link }: { page: BodyPage; view: CallShown; link: string }) {
  const { t, zone, locale } = useSay();
  return (
    <>
      <p class="no-print">
        <a href={`${page.base}/meetings/${view.id}`}>{t("call-sheet-back")}</a> · {t("print-how")}
      </p>
      <h1>
        <Words of={view.title} />
      </h1>
      <p class="lead">
        {page.facts.name.text}. {t("meeting-kind", { type: view.type })}
        {t("colon")}
        <When at={view.starts} /> ({sayZone(zone, locale)})
        {view.place && (
          <>
            , <Words of={view.place} />
          </>
        )}
      </p>
      <Words of={view.reason} block />
      {view.agenda.length > 0 && (
        <>
          <h2>{t("agenda")}</h2>
          <Agenda page={page} items={view.agenda} brief />
        </>
      )}
      <h2>{t("call-sheet-sign")}</h2>
      <p>{t("call-sheet-what", { needed: view.signatures.needed, has: view.signatures.has })}</p>
      <div class="two">
        <QrCode text={link} label={t("call-sheet-qr")} />
        <p class="key small">{link}</p>
      </div>
      <table class="sign-sheet">
        <thead>
          <tr>
            <th>{t("call-sheet-name")}</th>
            <th>{t("call-sheet-signature")}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 14 }, (_, i) => (
            <tr key={i}>
              <td>{i + 1}.</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
