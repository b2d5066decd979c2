/** Runs the snapshot thread from its TypeScript source, for tests and tools that run without a build. */
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
