/**
 * Counts many files with worker threads and this thread. Beside a bundle stands `count-worker.mjs`;
 * from sources the worker's .ts is run through tsx. Where neither can be started, this thread counts alone.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { CountRequest } from "./args.ts";
import { countFile, type FileOutcome } from "./one-file.ts";
import type { Batch, BatchAnswer } from "./worker-main.ts";

const BATCH = 8;

/** The URL that a worker thread is to run; undefined where there is none. `here` is the URL of the running module. */
export function workerEntry(here: string): URL | undefined {
  const built = new URL("count-worker.mjs", here);
  if (existsSync(fileURLToPath(built))) return built;
  const source = new URL("worker.ts", here);
  if (!existsSync(fileURLToPath(source))) return undefined;
  try {
    // tsx's loader sets itself up in the main thread only; in a worker it must be registered by hand.
    const api = pathToFileURL(
      createRequire(fileURLToPath(here))
        .resolve("tsx/esm/api")
        .replace(/\.cjs$/, ".mjs"),
    ).href;
    const code = `import { register } from ${JSON.stringify(api)}; register(); await import(${JSON.stringify(source.href)});`;
    return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  } catch {
    return undefined;
  }
}

/** Counts all files; `done` is called for each as it is ready, in any order. */
export async function countFiles(
  files: readonly string[],
  request: CountRequest,
  done: (index: number, outcome: FileOutcome) => void,
): Promise<void> {
  let next = 0;
  const take = (most: number): Batch => {
    const batch: [number, string][] = [];
    while (batch.length < most && next < files.length) batch.push([next, files[next++]!]);
    return batch;
  };
  const entry = workerEntry(import.meta.url);
  const threads = request.threads ?? Math.min(4, availableParallelism());
  const helpers = entry && files.length > 2 * BATCH ? threads - 1 : 0;
  const running = Array.from({ length: helpers }, () => runWorker(entry!, request, () => take(BATCH), done));
  // This thread counts as well; it gives way after each file so that answers are taken up.
  for (let mine = take(1); mine.length > 0; mine = take(1)) {
    for (const [i, file] of mine) done(i, countFile(file, request));
    if (helpers > 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(running);
}

function runWorker(
  entry: URL,
  request: CountRequest,
  take: () => Batch,
  done: (index: number, outcome: FileOutcome) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: request, execArgv: [] });
    let open: Batch = [];
    const finish = (): void => void worker.terminate().then(() => resolve());
    worker.on("message", (answer: BatchAnswer) => {
      for (const [i, outcome] of answer) done(i, outcome);
      open = take();
      if (open.length === 0) finish();
      else worker.postMessage(open);
    });
    worker.on("error", (error) => {
      // A worker that can't start leaves its files to this thread; a bug in counting must be seen.
      if (open.length === 0) finish();
      else reject(error);
    });
  });
}
