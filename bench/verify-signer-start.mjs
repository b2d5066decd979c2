/** Starts the signing worker from its TypeScript source. */
import { register } from "tsx/esm/api";

register();
await import("./verify-signer.ts");
