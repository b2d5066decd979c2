/**
 * Timestamped cosignatures of C2SP tlog-cosignature (rule R-32): a witness says that, at this time,
 * the largest consistent tree it has seen for the log has this root. Type 0x04, Ed25519.
 */
import { concatBytes, ok, refuse, type Result, utf8 } from "@nabat/kernel";
import type { NoteSignature } from "./note.ts";
import { COSIGNATURE_V1, type VerifierKey } from "./vkey.ts";

const TIME_BYTES = 8;
const ED25519_SIGNATURE_BYTES = 64;

/** What a cosignature line holds: the witness's time and its Ed25519 signature. */
export interface Cosignature {
  /** Seconds since 1970-01-01T00:00:00Z, a safe integer. */
  readonly seconds: number;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * The bytes that a witness signs: `cosignature/v1`, its time in seconds, and the checkpoint's whole
 * text with its final newline. Throws `RangeError` on a time that is not a non-negative safe integer.
 */
export function cosignatureMessage(checkpointText: string, seconds: number): Uint8Array {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new RangeError("not a time in seconds");
  return utf8(`cosignature/v1\ntime ${seconds}\n${checkpointText}`);
}

/** A note signature that carries a cosignature of `key`. Throws `RangeError` on another kind of key or length. */
export function cosignatureLine(key: VerifierKey, cosignature: Cosignature): NoteSignature {
  if (key.type !== COSIGNATURE_V1) throw new RangeError("not a cosigner's key");
  if (cosignature.signature.length !== ED25519_SIGNATURE_BYTES) throw new RangeError("not an Ed25519 signature");
  if (!Number.isSafeInteger(cosignature.seconds) || cosignature.seconds < 0) throw new RangeError("not a time");
  const time = new Uint8Array(TIME_BYTES);
  new DataView(time.buffer).setBigUint64(0, BigInt(cosignature.seconds));
  return { name: key.name, keyId: key.keyId, signature: concatBytes(time, cosignature.signature) };
}

/** Takes a cosignature out of a note signature. Refuses another length or a time beyond 2^53 − 1. */
export function readCosignature(line: NoteSignature): Result<Cosignature> {
  const bytes = line.signature;
  if (bytes.length !== TIME_BYTES + ED25519_SIGNATURE_BYTES) return refuse("R-32", "bad-cosignature");
  const time = new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return refuse("R-32", "cosignature-time-out-of-range");
  return ok({ seconds: Number(time), signature: bytes.slice(TIME_BYTES) });
}
