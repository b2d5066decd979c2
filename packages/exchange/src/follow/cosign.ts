/** Cosigning (R-32, W-4): a witness signs that, at this time, this is the record it has seen grow. */
import { fromUtf8, type KeyId, type Result, refuse, ok, type Sha256 } from "@nabat/kernel";
import {
  COSIGNATURE_V1,
  cosignatureLine,
  cosignatureMessage,
  formatSignatureLine,
  fromMultikey,
  parseSignatureLines,
  readCosignature,
  type VerifierKey,
  verifierKey,
  type Verify,
} from "@nabat/record";
import type { SigningKey } from "@nabat/platform";

/** Name under which a server cosigns: made from its key, never from a host. */
export function witnessName(key: KeyId): string {
  return `nabat/server/${key}`;
}

/** The verifier key of a cosigning server. */
export function witnessKey(sha256: Sha256, key: KeyId): VerifierKey {
  return verifierKey(sha256, witnessName(key), COSIGNATURE_V1, fromMultikey(key));
}

/** A cosignature line over a checkpoint's text, at `seconds`. */
export function cosign(sha256: Sha256, key: SigningKey, checkpointText: string, seconds: number): string {
  const signature = key.sign(cosignatureMessage(checkpointText, seconds));
  return formatSignatureLine(cosignatureLine(witnessKey(sha256, key.key), { seconds, signature }));
}

/** Reads a cosignature line over this checkpoint text: which server signed, and when. Refuses R-32. */
export function readCosigned(
  sha256: Sha256,
  verify: Verify,
  checkpointText: string,
  line: string,
): Result<{ key: KeyId; seconds: number }> {
  const lines = parseSignatureLines(line.endsWith("\n") ? line : `${line}\n`);
  const one = lines.ok && lines.value.length === 1 ? lines.value[0] : undefined;
  const key = one?.name.startsWith("nabat/server/") ? (one.name.slice("nabat/server/".length) as KeyId) : undefined;
  if (!one || !key) return refuse("R-32", "bad-cosignature");
  let vkey: VerifierKey;
  try {
    vkey = witnessKey(sha256, key);
  } catch {
    return refuse("R-32", "bad-cosignature");
  }
  const read = readCosignature(one);
  if (!read.ok) return read;
  const { seconds, signature } = read.value;
  const good =
    vkey.keyId === one.keyId && verify(vkey.publicKey, cosignatureMessage(checkpointText, seconds), signature);
  return good ? ok({ key, seconds }) : refuse("R-32", "signature-does-not-hold");
}

/** A note's text from its bytes: all before the signature lines. */
export function noteText(note: Uint8Array): string {
  const text = fromUtf8(note);
  return text.slice(0, text.indexOf("\n\n") + 1);
}
