/** Real Ed25519 keys made from a label, so that a test's history is the same on every run. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from "node:crypto";
import { type KeyId, type MemberId, type Sha256, toHex, utf8 } from "@nabat/kernel";
import { decodes } from "@nabat/body/keys/enrol.ts";
import {
  type Act,
  fromMultikey,
  type Notice,
  type Signed,
  signingInput,
  toMultikey,
  type UnsignedAct,
  withProof,
} from "@nabat/record";

/** SHA-256 by Node, for rules that ask for one. */
export const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** An Ed25519 key pair. `sign` gives 64 bytes, `signHex` the same in hex. */
export interface TestKey {
  readonly id: KeyId;
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly signHex: (message: Uint8Array) => string;
}

/** Ed25519 as JWK; Node reads `d` alone of a private key. OpenSSL's DER decoder takes ten times as long. */
const okp = (x: string) => ({ kty: "OKP", crv: "Ed25519", x });

/** Keeps what `make` gives for a name; begins anew where it has grown large, so that long forms don't fill memory. */
function kept<K, V>(make: (name: K) => V): (name: K) => V {
  const all = new Map<K, V>();
  return (name) => {
    const known = all.get(name);
    if (known !== undefined) return known;
    if (all.size > 20_000) all.clear();
    const made = make(name);
    all.set(name, made);
    return made;
  };
}

/** The key that `label` stands for. */
export const keyFrom: (label: string) => TestKey = kept((label: string): TestKey => {
  const d = Buffer.from(sha256(utf8(label))).toString("base64url");
  const secret: KeyObject = createPrivateKey({ key: { ...okp(""), d }, format: "jwk" });
  const publicKey = new Uint8Array(Buffer.from(String(secret.export({ format: "jwk" }).x), "base64url"));
  const sign = (message: Uint8Array): Uint8Array => new Uint8Array(signBytes(null, message, secret));
  return { id: toMultikey(publicKey), publicKey, sign, signHex: (m) => toHex(sign(m)) };
});

/** The key behind an id, for Node; nothing where its bytes don't decode. Throws where they are no point. */
const nodeKey = kept((key: KeyId): { readonly is?: KeyObject } => {
  if (!decodes(key)) return {};
  const x = Buffer.from(fromMultikey(key)).toString("base64url");
  return { is: createPublicKey({ key: okp(x), format: "jwk" }) };
});

/** True where `signature` (64 bytes) is the key's over `message`; false too where the key's bytes don't decode. */
export function verifyKey(key: KeyId, message: Uint8Array, signature: Uint8Array): boolean {
  const { is } = nodeKey(key);
  return is !== undefined && verifyBytes(null, message, is, signature);
}

/** The member id of a reserve key (K-3). */
export function memberIdOf(reserve: TestKey): MemberId {
  return toHex(sha256(reserve.publicKey).subarray(0, 16)) as MemberId;
}

/** Signs an act with a key. */
export function signAct<D>(act: UnsignedAct<D>, key: TestKey): Act<D> {
  const { bytes } = signingInput(sha256, act, key.id);
  return withProof(act, key.id, key.sign(bytes)) as Act<D>;
}

/** Signs a server's notice. */
export function signNotice(notice: Omit<Notice, "proof">, key: TestKey): Notice {
  const { bytes } = signingInput(sha256, notice, key.id);
  return withProof(notice, key.id, key.sign(bytes)) as Notice;
}

/** True where the act's own signature holds. */
export function holds(signed: Signed<unknown>): boolean {
  return verifyKey(signed.key, signed.message, signed.signature);
}
