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

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** SHA-256 by Node, for rules that ask for one. */
export const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** An Ed25519 key pair. `sign` gives 64 bytes, `signHex` the same in hex. */
export interface TestKey {
  readonly id: KeyId;
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly signHex: (message: Uint8Array) => string;
}

/** The key that `label` stands for. */
export function keyFrom(label: string): TestKey {
  const secret: KeyObject = createPrivateKey({
    key: Buffer.concat([PKCS8, sha256(utf8(label))]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = new Uint8Array(
    createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(SPKI.length),
  );
  const sign = (message: Uint8Array): Uint8Array => new Uint8Array(signBytes(null, message, secret));
  return { id: toMultikey(publicKey), publicKey, sign, signHex: (m) => toHex(sign(m)) };
}

/** True where `signature` (64 bytes) is the key's over `message`; false too where the key's bytes don't decode. */
export function verifyKey(key: KeyId, message: Uint8Array, signature: Uint8Array): boolean {
  if (!decodes(key)) return false;
  const spki = createPublicKey({ key: Buffer.concat([SPKI, fromMultikey(key)]), format: "der", type: "spki" });
  return verifyBytes(null, message, spki, signature);
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
