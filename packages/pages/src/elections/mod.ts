/** The wing of elections and offices. */
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { electionPage } from "./election.tsx";
import { electionList } from "./list.tsx";
import { newElection } from "./new.tsx";

/** Mounts every page of this wing. */
export function electionPages(app: Hono, deps: PagesDeps): void {
  electionList(app, deps);
  newElection(app, deps);
  electionPage(app, deps);
}
