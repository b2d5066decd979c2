/**
 * Every page, as one Hono app to be composed into the server. Forms are real HTML; what they would
 * sign is signed by an island on the member's device (see README.md beside this file). Without
 * script a form is answered with a page that says so, and nothing that was typed is kept.
 */
import { Hono } from "hono";
import { bodyHome } from "./body.tsx";
import type { PagesDeps } from "./deps.ts";
import { firstPages } from "./first.tsx";
import { foundPages } from "./found.tsx";
import { notFound } from "./frame.tsx";
import { motionPages } from "./motions.tsx";
import { unsent } from "./unsent.tsx";
import { votePages } from "./votes.tsx";

/** Builds the pages' app. */
export function pages(deps: PagesDeps): Hono {
  const app = new Hono();
  firstPages(app, deps);
  foundPages(app, deps);
  bodyHome(app, deps);
  motionPages(app, deps);
  votePages(app, deps);
  unsent(app, deps);
  app.notFound((c) => notFound(c, deps, "thing"));
  return app;
}

export type { ExampleCase, PagesDeps, PublicBody } from "./deps.ts";
export { localeOf, POLICY } from "./frame.tsx";
