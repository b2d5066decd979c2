/** The web application of a clerk: headers, limits, assets, API, pages; one path for every request. */
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Follower } from "@nabat/exchange";
import { actRoutes } from "./api/acts.ts";
import { bodyRoutes } from "./api/bodies.ts";
import { countRoutes } from "./api/count.ts";
import { type ApiDeps, problemOf, refuseWith, tooMany } from "./api/deps.ts";
import { deviceRoutes } from "./api/devices.ts";
import { followRoutes } from "./api/follow.ts";
import { readingRoutes } from "./api/reading.ts";
import { actSchemas } from "./api/act-schemas.ts";
import { meetingRoutes } from "./api/meetings.ts";
import { mount, openapi } from "./api/route.ts";
import { sessionRoutes } from "./api/sessions.ts";
import { faultCode, faultOf } from "./api/take-act.ts";
import { viewRoutes } from "./api/views.ts";
import { type Assets, serveAssets } from "./assets.ts";
import { passedOn } from "./http/asker.ts";
import { openApi, securityHeaders } from "./http/headers.ts";

/** Largest request: an act with its attachments, in base64. */
const MOST_BYTES = 6_000_000;

/** The address a request comes from; behind a trusted proxy, the one it names. */
export function addressOf(proxy: boolean): (c: Context) => string {
  return (c) => {
    const along = passedOn(c.env);
    if (along) return along.address;
    if (proxy) {
      const last = c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
      if (last) return last;
    }
    try {
      return getConnInfo(c).remote.address ?? "?";
    } catch {
      return "?";
    }
  };
}

/** Builds the application. */
export function createApp(
  deps: ApiDeps,
  assets: Assets,
  follower: Follower,
  pages: Hono | undefined,
  healthy: () => Promise<Record<string, unknown>>,
): Hono {
  const app = new Hono();
  const secure = deps.config.tlsCert !== undefined || deps.config.address?.startsWith("https:") === true;
  app.use(securityHeaders(secure));
  app.use("/api/*", openApi());
  const limited = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (c) =>
      c.json(
        problemOf(
          deps,
          c,
          c.req.path === "/api/count"
            ? { rule: "T-3", code: "too-large", facts: { bytes: MOST_BYTES, most: MOST_BYTES } }
            : { rule: "R-4", code: "request-too-large", facts: { most: MOST_BYTES } },
        ),
        413,
      ),
  });
  // The counting page takes a form around a file, and says in its own page that one is too large (T-3).
  app.use((c, next) => (c.req.path === "/count" ? next() : limited(c, next)));
  app.get("/healthz", async (c) => {
    const facts = await healthy();
    return c.json(facts, facts["ok"] === true ? 200 : 503);
  });
  serveAssets(app, assets);
  app.post("/api/*", async (c, next) => tooMany(deps, c) ?? (await next()));
  const routes = [
    ...actRoutes(deps),
    ...bodyRoutes(deps),
    ...sessionRoutes(deps),
    ...readingRoutes(deps),
    ...viewRoutes(deps),
    ...meetingRoutes(deps),
    ...deviceRoutes(deps),
    ...followRoutes(deps, follower),
    ...countRoutes(deps),
  ];
  mount(
    app,
    routes,
    (c, status, rule, code, facts = {}) => tooMany(deps, c) ?? refuseWith(deps, c, status, { rule, code, facts }),
  );
  app.get("/api/openapi.json", (c) => c.json(openapi(routes, deps.version, actSchemas()) as Record<string, never>));
  app.all("/api/*", (c) => c.json(problemOf(deps, c, { rule: "API-3", code: "no-such-address", facts: {} }), 404));
  if (pages) {
    app.route("/", pages);
    // Routes are taken over from the pages, their answer to all others is not.
    app.notFound((c) => pages.fetch(c.req.raw, c.env));
  }
  app.onError((error, c) => {
    if (faultCode(error)) {
      const { code, retryAfter } = faultOf(deps, error);
      const problem = problemOf(deps, c, { rule: "C-2", code, facts: {} });
      c.header("Retry-After", String(retryAfter));
      return c.req.path.startsWith("/api/") ? c.json(problem, 503) : c.text(problem.sentence, 503);
    }
    // A bug is logged and said to be one: never dressed up as a refusal.
    deps.log.error("bug", { error, stack: error.stack, path: c.req.path.replaceAll(/[0-9a-f]{64}/g, "…") });
    return c.req.path.startsWith("/api/")
      ? c.json({ rule: "API-4", code: "bug", sentence: "Something in Nabat itself failed. Nothing was entered." }, 500)
      : c.text("Something in Nabat itself failed. Nothing was entered. Please try again.", 500);
  });
  return app;
}
