/** Progress on standard error for whatever takes longer than a second. */
import type { Io } from "./io.ts";

/** Reports `done` of `of`; `of` 0 means unknown. */
export type Report = (done: number, of: number) => void;

/** A reporter that keeps silent for the first second and where nobody watches. Call `end` when done. */
export function progress(io: Io, what: string, wanted = false): { readonly report: Report; readonly end: () => void } {
  if (!wanted && !io.watched) return { report: () => undefined, end: () => undefined };
  const started = performance.now();
  let last = started;
  let shown = false;
  return {
    report: (done, of) => {
      const now = performance.now();
      if (now - started < 1000 || now - last < 250) return;
      last = now;
      shown = true;
      const rate = Math.round((done / (now - started)) * 1000);
      const share = of > 0 ? ` of ${of} (${Math.floor((100 * done) / of)} %)` : "";
      io.err(`${io.watched ? "\r\u001b[K" : ""}${what}: ${done}${share}, ${rate} a second${io.watched ? "" : "\n"}`);
    },
    end: () => {
      if (shown && io.watched) io.err("\r\u001b[K");
    },
  };
}
