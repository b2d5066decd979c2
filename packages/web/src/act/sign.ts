/** Signs a document with this device's key: `eddsa-jcs-2022`, as DESIGN §3 says. */
import { canonicalText, type KeyId } from "@nabat/kernel";
import { type Act, signingInput, type UnsignedAct, withProof } from "@nabat/record";
import { type ActId, toHex } from "@nabat/kernel";
import { sha256 } from "@nabat/platform/browser/mod.ts";

/** Who signs: a key and what makes 64 signature bytes with it. */
export interface Signer {
  readonly key: KeyId;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array> | Uint8Array;
}

/** A signed act: its canonical text, which is what is sent, and its id. */
export interface SignedAct {
  readonly id: ActId;
  readonly text: string;
  readonly act: Act;
}

/** Signs an act. Throws `TypeError` on data outside the restricted form: that is a bug in a form. */
export async function signAct(unsigned: UnsignedAct, signer: Signer): Promise<SignedAct> {
  const { bytes, hash } = signingInput(sha256, unsigned, signer.key);
  const act = withProof(unsigned, signer.key, await signer.sign(bytes)) as Act;
  return { id: toHex(hash) as ActId, text: canonicalText(act), act };
}
