/**
 * Runs a check beside the page: in a worker made from this very file's script, since a page opened
 * from disk has no second file to load. Where a browser forbids that, in the page itself, in portions.
 */
import { type Came, type Job, type Progress, runJob } from "./check-job.ts";

/** What the worker says. */
type Said =
  | { readonly says: "ready" }
  | { readonly says: "progress"; readonly p: Progress }
  | { readonly says: "done"; readonly came: Came }
  | { readonly says: "broken"; readonly why: string };

/** How long a worker may take to answer before the page does the work itself, ms. */
const PATIENCE = 4000;

let script: string | undefined;

/** Notes the text of the page's script: what a worker is made from. */
export function rememberScript(text: string): void {
  script = text;
}

/** Runs a job; says in which thread it ran. */
export async function checkAside(
  job: Job,
  report: (p: Progress) => void,
): Promise<{ readonly came: Came; readonly thread: "worker" | "page" }> {
  const worker = await startWorker();
  if (worker === undefined) {
    const came = await runJob(job, report, () => new Promise((r) => setTimeout(r)));
    return { came, thread: "page" };
  }
  try {
    const came = await new Promise<Came>((done, fail) => {
      worker.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data.says === "progress") report(data.p);
        else if (data.says === "done") done(data.came);
        else if (data.says === "broken") fail(new Error(data.why));
      };
      worker.onerror = (event) => fail(new Error(event.message));
      worker.postMessage(job);
    });
    return { came, thread: "worker" };
  } finally {
    worker.terminate();
  }
}

async function startWorker(): Promise<Worker | undefined> {
  if (script === undefined || typeof Worker === "undefined") return undefined;
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  let worker: Worker | undefined;
  try {
    const made = new Worker(url);
    worker = made;
    await new Promise<void>((ready, fail) => {
      made.onmessage = ({ data }: MessageEvent<Said>) =>
        data.says === "ready" ? ready() : fail(new Error("another message"));
      made.onerror = () => fail(new Error("forbidden"));
      setTimeout(() => fail(new Error("silent")), PATIENCE);
    });
    return made;
  } catch {
    worker?.terminate();
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The part of a worker's scope that is used. */
interface Scope {
  onmessage: ((event: MessageEvent<Job>) => void) | null;
  postMessage(said: Said): void;
}

/** The worker's side. */
export function serveJobs(scope: Scope): void {
  scope.onmessage = ({ data }) => {
    runJob(data, (p) => scope.postMessage({ says: "progress", p })).then(
      (came) => scope.postMessage({ says: "done", came }),
      (error: unknown) => scope.postMessage({ says: "broken", why: String(error) }),
    );
  };
  scope.postMessage({ says: "ready" });
}
