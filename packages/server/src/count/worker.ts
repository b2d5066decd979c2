/** Entry of the counting thread of a server; built as `server-count-worker.mjs` beside the bundle. */
import { parentPort } from "node:worker_threads";
import { sha256 } from "@nabat/platform";
import { type CountAsked, countNow } from "@nabat/count/asked/limits.ts";

if (parentPort === null) throw new Error("this file runs as a worker thread");
const port = parentPort;

port.on("message", (asked: CountAsked) => {
  // A bug in counting goes back as one: it must not look like a refusal, nor end the thread unsaid.
  try {
    port.postMessage(countNow(asked, sha256));
  } catch (error) {
    port.postMessage({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
