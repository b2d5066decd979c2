/**
 * Whether a note is signed by whom we trust (rules ): which signatures must be checked and
 * over which bytes, and the verdict from the answers. The check itself is handed in, because it is
 * synchronous on a server and a promise in a browser.
 */
import { ok, refuse, type Result, toHex, utf8 } from "@nabat/kernel";
import { cosignatureMessage, readCosignature } from "./cosignature.ts";
import type { Note } from "./note.ts";
import { COSIGNATURE_V1, type VerifierKey } from "./vkey.ts";

/** Ed25519 check, synchronous. */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** Ed25519 check as browsers have it. */
export type VerifyAsync = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** One signature of a known key, and the message that it must sign. `message` is absent where the line itself is malformed. */
export interface SignatureCheck {
  readonly key: VerifierKey;
  readonly message?: Uint8Array;
  readonly signature: Uint8Array;
  /** The witness's time, for a cosignature. */
  readonly seconds?: number;
}

/** A key whose signature held; `seconds` is the witness's time, for a cosignature. */
export interface Signer {
  readonly key: VerifierKey;
  readonly seconds?: number;
}

/** The checks that a note asks for: one for each signature line whose name and id are a known key's. */
export function noteChecks(note: Note, known: readonly VerifierKey[]): SignatureCheck[] {
  const text = utf8(note.text);
  const checks: SignatureCheck[] = [];
  for (const line of note.signatures) {
    for (const key of known) {
      if (key.name !== line.name || key.keyId !== line.keyId) continue;
      if (key.type !== COSIGNATURE_V1) {
        checks.push({ key, message: text, signature: line.signature });
        continue;
      }
      const cosignature = readCosignature(line);
      if (!cosignature.ok) {
        checks.push({ key, signature: line.signature });
        continue;
      }
      const { seconds, signature } = cosignature.value;
      checks.push({ key, message: cosignatureMessage(note.text, seconds), signature, seconds });
    }
  }
  return checks;
}

/**
 * The verdict. Refuses the whole note where one signature of a known key does not hold, and
 * where no known key has signed. Gives each key once; of several times of one witness, the latest.
 */
export function judgeNote(checks: readonly SignatureCheck[], held: readonly boolean[]): Result<Signer[]> {
  const signers = new Map<VerifierKey, Signer>();
  for (const [i, check] of checks.entries()) {
    if (held[i] !== true) return refuse("R-30", "signature-does-not-hold", { name: check.key.name });
    const before = signers.get(check.key);
    if (before !== undefined && (before.seconds ?? 0) >= (check.seconds ?? 0)) continue;
    signers.set(
      check.key,
      check.seconds === undefined ? { key: check.key } : { key: check.key, seconds: check.seconds },
    );
  }
  return signers.size > 0 ? ok([...signers.values()]) : refuse("R-30", "not-signed-by-a-known-key");
}

/** The cosigners among signers, each public key once: two names with one key are one witness. */
export function witnessesAmong(signers: readonly Signer[]): Signer[] {
  const byKey = new Map<string, Signer>();
  for (const signer of signers) {
    const key = toHex(signer.key.publicKey);
    if (signer.key.type === COSIGNATURE_V1 && !byKey.has(key)) byKey.set(key, signer);
  }
  return [...byKey.values()];
}

/** Checks a note's signatures by known keys; see {@link judgeNote}. */
export function verifyNote(verify: Verify, note: Note, known: readonly VerifierKey[]): Result<Signer[]> {
  const checks = noteChecks(note, known);
  return judgeNote(
    checks,
    checks.map((c) => c.message !== undefined && verify(c.key.publicKey, c.message, c.signature)),
  );
}

/** {@link verifyNote} with a check that may answer later, as browsers' does. */
export async function verifyNoteAsync(
  verify: VerifyAsync,
  note: Note,
  known: readonly VerifierKey[],
): Promise<Result<Signer[]>> {
  const checks = noteChecks(note, known);
  const held: boolean[] = [];
  for (const c of checks) held.push(c.message !== undefined && (await verify(c.key.publicKey, c.message, c.signature)));
  return judgeNote(checks, held);
}
