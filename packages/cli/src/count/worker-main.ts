/** The worker of `nabat count`: takes batches of files, answers with what to print. */
import { parentPort, workerData } from "node:worker_threads";
import type { CountRequest } from "./args.ts";
import { countFile, type FileOutcome } from "./one-file.ts";

/** A batch of files by their numbers, as sent to a worker. */
export type Batch = readonly (readonly [number, string])[];
/** The answer to a batch. */
export type BatchAnswer = readonly (readonly [number, FileOutcome])[];

/** Answers batches until the parent ends the worker. To be called in a worker thread only. */
export function countWorkerMain(): void {
  const request = workerData as CountRequest;
  parentPort!.on("message", (batch: Batch) => {
    const answer: BatchAnswer = batch.map(([i, file]) => [i, countFile(file, request)] as const);
    parentPort!.postMessage(answer);
  });
  parentPort!.postMessage([]);
}
