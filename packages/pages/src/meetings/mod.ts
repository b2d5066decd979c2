/** The wing of meetings: calls, the meeting itself, projector, minutes. */
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { newCall } from "./call-new.tsx";
import { callPages } from "./call.tsx";
import { callSheet } from "./call-sheet.tsx";
import { meetingList } from "./list.tsx";
import { livePages } from "./live.tsx";
import { minutesPages } from "./minutes.tsx";
import { procedurePages } from "./procedure-form.tsx";
import { projectorPages } from "./projector.tsx";

/** Mounts every page of this wing. */
export function meetingPages(app: Hono, deps: PagesDeps): void {
  meetingList(app, deps);
  newCall(app, deps);
  callPages(app, deps);
  callSheet(app, deps);
  livePages(app, deps);
  procedurePages(app, deps);
  projectorPages(app, deps);
  minutesPages(app, deps);
}
