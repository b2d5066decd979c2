/** A worker's half of reading a bundle: form, canonical bytes, signatures. */
import { type KeyId, type Refusal, type Sha256 } from "@nabat/kernel";
import { leafHash, lookAtEntry, parseBundle, parseEntry } from "@nabat/record";
import { FACT_BYTES, ID_AT, LEAF_AT, putEnds } from "./protocol.ts";

/** Ed25519, synchronous. */
export type VerifyNow = (key: KeyId, message: Uint8Array, signature: Uint8Array) => boolean;

/** Facts of the entries up to the first whose form is refused, and that refusal. */
export function readFacts(
  sha256: Sha256,
  verify: VerifyNow,
  bytes: Uint8Array,
  count: number,
): { facts: Uint8Array; refusal?: Refusal } {
  const split = parseBundle(bytes, count);
  if (!split.ok) return { facts: new Uint8Array(0), refusal: split };
  const facts = new Uint8Array(count * FACT_BYTES);
  const view = new DataView(facts.buffer);
  for (const [i, entry] of split.value.entries()) {
    const at = i * FACT_BYTES;
    facts.set(leafHash(sha256, entry), at + LEAF_AT);
    const looked = lookAtEntry(sha256, entry);
    if (looked) {
      facts[at] = verify(looked.key, looked.message, looked.signature) ? 1 : 0;
      facts.set(looked.id, at + ID_AT);
      putEnds(view, at, looked.ends);
      continue;
    }
    const parsed = parseEntry(sha256, entry);
    if (!parsed.ok) return { facts: facts.slice(0, at), refusal: parsed };
    const { key, message, signature } = parsed.value.signed;
    facts[at] = verify(key, message, signature) ? 1 : 0;
    // The second half of what is signed is the document's hash, which is its id.
    facts.set(message.subarray(32, 64), at + ID_AT);
  }
  return { facts };
}
