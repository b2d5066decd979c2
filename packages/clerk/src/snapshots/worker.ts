/** Entry of the thread that makes one snapshot and ends; built as `snapshot-worker.mjs` beside the bundle. */
import { parentPort, workerData } from "node:worker_threads";
import { attachDatabase, type Connection, postgresRecords } from "@nabat/store";
import { isUnfit, makeSnapshot, type SnapshotJob } from "./make.ts";

if (parentPort === null) throw new Error("this file runs as a worker thread");
const { connection, job } = workerData as { readonly connection: Connection; readonly job: SnapshotJob };
const database = attachDatabase(connection, () => undefined);
try {
  parentPort.postMessage(await makeSnapshot(postgresRecords(database.db), job));
} catch (error) {
  if (!isUnfit(error)) throw error;
  parentPort.postMessage({ unfit: error.message });
} finally {
  await database.close();
}
