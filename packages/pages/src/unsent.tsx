/** What a form answers without script: it could not be signed, so nothing was sent and nothing kept. */
import type { Hono } from "hono";
import type { PagesDeps } from "./deps.ts";
import { plainPage } from "./frame.tsx";

export function unsent(app: Hono, deps: PagesDeps): void {
  const answer = (c: Parameters<typeof plainPage>[0]) =>
    plainPage(c, deps, ({ t }) => ({
      options: { title: t("unsent-title"), status: 422 },
      content: (
        <div class="read">
          <h1>{t("unsent-title")}</h1>
          <p class="lead">{t("unsent-lead")}</p>
          <p>{t("unsent-how")}</p>
          <p>
            <a class="btn" href={c.req.path}>
              {t("unsent-back")}
            </a>
          </p>
        </div>
      ),
    }));
  app.post("/found", answer);
  app.post("/invited/*", answer);
  app.post("/b/*", answer);
}
