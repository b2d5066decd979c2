/** The entry of a worker thread: takes jobs, answers them in order. */
import { parentPort } from "node:worker_threads";
import { verify } from "../node/ed25519.ts";
import { sha256 } from "../node/hash.ts";
import type { Answer, Job } from "./protocol.ts";
import { readFacts } from "./read-bundle.ts";

if (parentPort === null) throw new Error("this file runs as a worker thread");
const port = parentPort;

port.on("message", (job: Job) => {
  if (job.job === "bundle") {
    const { facts, refusal } = readFacts(sha256, verify, job.bytes, job.count);
    const answer: Answer = { id: job.id, job: "bundle", bytes: job.bytes, facts, ...(refusal ? { refusal } : {}) };
    port.postMessage(answer, [job.bytes.buffer as ArrayBuffer, facts.buffer as ArrayBuffer]);
  } else {
    const held = job.checks.map((c) => verify(c.key, c.message, c.signature));
    port.postMessage({ id: job.id, job: "signatures", held } satisfies Answer);
  }
});
