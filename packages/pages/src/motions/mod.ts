/** The wing of motions: the list, moving one, one motion, putting an amendment. */
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { amendPages } from "./amend.tsx";
import { motionLists } from "./list.tsx";
import { oneMotion } from "./motion.tsx";
import { newMotion } from "./new.tsx";

export function motionPages(app: Hono, deps: PagesDeps): void {
  motionLists(app, deps);
  newMotion(app, deps);
  amendPages(app, deps);
  oneMotion(app, deps);
}
