/** Who lost everything: the way back, and what a device that is in use has come for (K-5, K-6, K-16). */
import { useSay, Island } from "@nabat/ui";
import { deviceNow, type KeysView, keysView, mayHere } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, show } from "../frame.tsx";
import { UseSheet } from "./use-sheet.tsx";

export function lostPage(app: Hono, deps: PagesDeps): void {
  // Whoever comes here has no key: nothing on it needs one.
  app.get("/b/:body/lost", (c) =>
    bodyPage(c, deps, async (page) => {
      const { member: me, standing } = page.reader.viewer;
      const view = me === undefined || standing === "stranger" ? undefined : await keysView(page.reader, me);
      return show(
        page,
        { title: page.say.t("lost-title"), tab: "me", islands: ["keys"] },
        <Lost page={page} view={view} />,
      );
    }),
  );
}

function Lost({ page, view }: { page: BodyPage; view: KeysView | undefined }) {
  const { t } = useSay();
  const ended = deviceNow(page.reader)?.is === "ended";
  const device = { ended, stands: mayHere(page.reader, "key.recover").ok };
  if (view && !ended) return <StillHere page={page} view={view} device={device} />;
  return (
    <div class="read">
      <h1>{t("lost-title")}</h1>
      <p class="lead">{t("lost-lead")}</p>
      <h2>{t("lost-sheet")}</h2>
      <p>{t("lost-sheet-what")}</p>
      <Island name="restore" props={{ part: "sheet", ...device }} />
      <h2>{t("lost-nothing")}</h2>
      <ol>
        {[1, 2, 3, 4].map((n) => (
          <li key={n}>{t(`lost-${n}`)}</li>
        ))}
      </ol>
      <Island name="restore" props={{ part: "new", ...device }} />
      <noscript>
        <p class="notice">{t("form-needs-script")}</p>
      </noscript>
      <p class="small soft">{t("lost-stolen")}</p>
      <p class="small">
        <a href={`${page.base}/keys`}>{t("keys-title")}</a>
      </p>
    </div>
  );
}

/** A device that is in use has lost nothing: what its holder may have come for. */
function StillHere({ page, view, device }: { page: BodyPage; view: KeysView; device: object }) {
  const { t } = useSay();
  return (
    <div class="read">
      <h1>{t("lost-title")}</h1>
      <p class="lead">{t("lost-in-use")}</p>
      <UseSheet view={view} open />
      <h2>{t("lost-in-use-other")}</h2>
      <p>{t("lost-in-use-other-what")}</p>
      <Island name="restore" props={{ part: "new", ...device }} />
      <p class="small">
        <a href={`${page.base}/keys`}>{t("keys-title")}</a>
      </p>
    </div>
  );
}
