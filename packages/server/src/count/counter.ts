/**
 * Counts for whoever asks, beside the thread that answers requests: one counting thread, one count at
 * a time, a short queue. A count that takes too long is ended with its thread (rule T-3).
 */
import { Worker } from "node:worker_threads";
import type { Counted } from "@nabat/count";
import { refuse, type Result } from "@nabat/kernel";
import { type CountAsked, MOST_MS } from "@nabat/count/asked/limits.ts";

/** Asks for a count; `from` is who asks, so that nobody fills the queue alone. */
export interface Counter {
  count(asked: CountAsked, from: string): Promise<Result<Counted> | "busy">;
  close(): Promise<void>;
}

export interface CounterOptions {
  /** Counts waiting at most, in all and for one asker. */
  readonly most?: number;
  readonly mostEach?: number;
  readonly limitMs?: number;
  /** How long an idle thread is kept, in milliseconds. */
  readonly idleMs?: number;
}

interface Waiting {
  readonly asked: CountAsked;
  readonly from: string;
  readonly resolve: (answer: Result<Counted>) => void;
  readonly reject: (error: Error) => void;
}

/** Starts no thread until the first count. */
export function createCounter(options: CounterOptions = {}): Counter {
  const { most = 12, mostEach = 4, limitMs = MOST_MS, idleMs = 60_000 } = options;
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;

  const drop = (): void => {
    const old = worker;
    worker = undefined;
    old?.removeAllListeners();
    // A thread that is being ended may still fail; nobody waits for it any more.
    old?.on("error", () => {});
    void old?.terminate();
  };
  const finish = (say: (waiting: Waiting) => void): void => {
    clearTimeout(timer);
    const done = current;
    current = undefined;
    if (done) say(done);
    next();
  };
  const tooLong = (): void => {
    drop();
    finish((w) => w.resolve(refuse("T-3", "too-long", { seconds: Math.round(limitMs / 1000) })));
  };
  const start = (): Worker => {
    const started = startWorker();
    started.unref();
    started.on("message", (answer: Result<Counted> | { readonly bug: string }) =>
      finish((w) => ("bug" in answer ? w.reject(new Error(answer.bug)) : w.resolve(answer))),
    );
    started.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return tooLong();
      drop();
      finish((w) => w.reject(error));
    });
    return started;
  };
  const next = (): void => {
    current = queue.shift();
    if (!current) {
      timer = setTimeout(drop, idleMs);
      timer.unref();
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(tooLong, limitMs);
    (worker ??= start()).postMessage(current.asked);
  };
  return {
    count(asked, from) {
      const waiting = queue.length + (current ? 1 : 0);
      const own = queue.filter((w) => w.from === from).length + (current?.from === from ? 1 : 0);
      if (waiting >= most || own >= mostEach) return Promise.resolve("busy");
      return new Promise((resolve, reject) => {
        queue.push({ asked, from, resolve, reject });
        if (!current) next();
      });
    },
    async close() {
      clearTimeout(timer);
      for (const w of [...queue.splice(0), ...(current ? [current] : [])]) w.reject(new Error("the server stops"));
      current = undefined;
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function startWorker(): Worker {
  const file = import.meta.url.endsWith(".ts") ? "./source-worker.mjs" : "./server-count-worker.mjs";
  return new Worker(new URL(file, import.meta.url), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 384 } });
}
