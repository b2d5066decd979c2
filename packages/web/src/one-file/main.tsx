/**
 * The one-file Nabat (DESIGN §4): one HTML file that no clerk needs to serve. This script is both the
 * page and, made anew from its own text, the worker that checks beside it.
 */
import { render } from "preact";
import { App } from "./app.tsx";
import { rememberScript, serveJobs } from "./run-check.ts";

if (typeof document === "undefined") serveJobs(globalThis as never);
else {
  rememberScript(document.currentScript?.textContent ?? "");
  const place = document.getElementById("page");
  if (place) {
    place.replaceChildren();
    render(<App />, place);
  }
}
