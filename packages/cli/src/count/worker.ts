/** Entry of the worker thread of `nabat count`; built as `count-worker.mjs` beside the bundle. */
import { countWorkerMain } from "./worker-main.ts";

countWorkerMain();
