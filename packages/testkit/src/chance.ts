/**
 * The chance of a test run. Its short form always draws the same, so that what was green stays green until
 * something is changed; the long forms draw anew and print their seed, and `NABAT_SEED` repeats one.
 */
import { createHash } from "node:crypto";

/** 32 bits that everything drawn in this run follows from. */
export const SEED = Number(process.env["NABAT_SEED"] ?? 20_260_302) | 0;

/** `length` bytes that follow from the run's seed and a label: seeds of sheets, keys, salts. */
export function drawn(label: string, length: number): Uint8Array {
  const out = new Uint8Array(length);
  for (let at = 0; at < length; at += 32) {
    const block = createHash("sha256").update(`${SEED} ${label} ${at}`).digest();
    out.set(block.subarray(0, length - at), at);
  }
  return out;
}

/** Numbers from 0 to below 1 that follow from the run's seed and a label, in place of `Math.random`. */
export function dice(label: string): () => number {
  let n = 0;
  return () => new DataView(drawn(`${label} ${n++}`, 4).buffer).getUint32(0) / 2 ** 32;
}
