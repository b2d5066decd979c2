/**
 * An entry's bytes put around an act's (R-10). An act is taken in only where its bytes are their own
 * canonical form (R-1), and its entry holds that form: so what was received is copied, not written anew.
 */
import type { Hash, Millis } from "@nabat/kernel";

const HEAD = '{"act":';

/**
 * The canonical bytes of the entry `{act, at, evidence?}`; `act`: the canonical bytes of the act, proof
 * included. The same bytes as `entryBytes` gives for the act that they hold.
 */
export function entryAround(act: Uint8Array, at: Millis, evidence?: Hash): Uint8Array {
  if (!Number.isSafeInteger(at)) throw new TypeError("a moment is a safe integer");
  const tail = `,"at":${at}${evidence === undefined ? "" : `,"evidence":"${evidence}"`}}`;
  const out = Buffer.allocUnsafe(HEAD.length + act.length + tail.length);
  out.write(HEAD, 0, "latin1");
  out.set(act, HEAD.length);
  out.write(tail, HEAD.length + act.length, "latin1");
  return out;
}
