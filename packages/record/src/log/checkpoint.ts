/**
 * Checkpoints of C2SP tlog-checkpoint (rules ): the signed statement that a body's record
 * has this size and this root. The origin names the body, never a host, so a record keeps its name
 * when it moves house.
 */
import { type BodyId, fromBase64, isHash, ok, refuse, type Result, type Sha256, toBase64, utf8 } from "@nabat/kernel";
import { HASH_BYTES } from "./hashing.ts";
import { isKeyName, type Note, type NoteSignature, parseNote } from "./note.ts";
import type { TreeHead } from "./proofs.ts";
import { ED25519, type VerifierKey, verifierKey } from "./vkey.ts";

const ORIGIN_PREFIX = "nabat/body/";
/** A legal Ed25519 signature's length. */
const SIGNATURE_BYTES = 64;

/** What a checkpoint says. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

/** A checkpoint with the note that carries it. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

/** The origin line of a body's record: `nabat/body/<body id>`. */
export function originOf(body: BodyId): string {
  return ORIGIN_PREFIX + body;
}

/** The body whose record an origin names. Refuses another origin. */
export function bodyOfOrigin(origin: string): Result<BodyId> {
  const id = origin.slice(ORIGIN_PREFIX.length);
  return origin.startsWith(ORIGIN_PREFIX) && isHash(id) ? ok(id as BodyId) : refuse("R-25", "not-a-body-origin");
}

/** The verifier key of a body's clerk: its name is the origin. `publicKey` is 32 bytes. */
export function clerkKey(sha256: Sha256, body: BodyId, publicKey: Uint8Array): VerifierKey {
  return verifierKey(sha256, originOf(body), ED25519, publicKey);
}

/** The text of a checkpoint: three lines, each with its newline. Throws `RangeError` on what R-26 refuses. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root } = checkpoint;
  if (!isKeyName(origin)) throw new RangeError("not an origin");
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError("not a size");
  if (root.length !== HASH_BYTES) throw new RangeError("not a root");
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** The bytes that a clerk signs: the checkpoint's text. */
export function checkpointMessage(checkpoint: Checkpoint): Uint8Array {
  return utf8(formatCheckpoint(checkpoint));
}

/** The signature line of a clerk. Throws `RangeError` unless key and signature are Ed25519's. */
export function checkpointLine(key: VerifierKey, signature: Uint8Array): NoteSignature {
  if (key.type !== ED25519) throw new RangeError("not a clerk's key");
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError("not an Ed25519 signature");
  return { name: key.name, keyId: key.keyId, signature };
}

/** Reads a checkpoint's text. Refuses anything but three lines: origin, size, root. */
export function parseCheckpointText(text: string): Result<Checkpoint> {
  const lines = text.split("\n");
  const [origin = "", digits = "", base64 = "", last] = lines;
  if (last !== "" || lines.length > 4) return refuse("R-26", lines.length > 4 ? "extension-lines" : "not-a-checkpoint");
  if (!isKeyName(origin)) return refuse("R-26", "bad-origin");
  const size = parseSize(digits);
  if (size === undefined) return refuse("R-26", "bad-size");
  let root: Uint8Array;
  try {
    root = fromBase64(base64);
  } catch {
    return refuse("R-26", "bad-root");
  }
  return root.length === HASH_BYTES ? ok({ origin, size, root }) : refuse("R-26", "bad-root");
}

/** Reads a signed checkpoint; its signatures are not checked here. Refuses as `parseNote` and {@link parseCheckpointText} do. */
export function parseCheckpoint(bytes: Uint8Array): Result<SignedCheckpoint> {
  const note = parseNote(bytes);
  if (!note.ok) return note;
  const checkpoint = parseCheckpointText(note.value.text);
  return checkpoint.ok ? ok({ checkpoint: checkpoint.value, note: note.value }) : checkpoint;
}

/** A non-negative safe integer in decimal without leading zeroes, or undefined. */
export function parseSize(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const size = Number(text);
  return Number.isSafeInteger(size) ? size : undefined;
}
