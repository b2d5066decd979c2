/** Pages put together with what they need of the clerk. */
import type { Hono } from "hono";
import type { ApiDeps } from "../api/deps.ts";
import type { Assets } from "../assets.ts";

/** The pages' part of the application. */
export function composePages(_deps: ApiDeps, _assets: Assets): Hono | undefined {
  return undefined;
}
