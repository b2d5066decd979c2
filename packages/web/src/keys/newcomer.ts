/**
 * A newcomer's keys in one body (K-1 to K-4): the seed of a person's sheet, the reserve key derived
 * from it with the body's nonce, and this device's keys. The seed is held only while the page is open.
 */
import { type BodyId, type Hash, type KeyId, type MemberId, toHex, utf8 } from "@nabat/kernel";
import type { Enrolment } from "@nabat/body/keys/acts.ts";
import { deviceGrantBytes } from "@nabat/body/keys/grant-bytes.ts";
import {
  memberIdOf,
  newDevice,
  random,
  reserveKey,
  SEED_BYTES,
  sha256,
  signBytes,
  type StoredDevice,
} from "@nabat/platform/browser/mod.ts";
import type { OwnBody, WordCheck } from "../device/own-body.ts";

export interface Newcomer {
  readonly seed: Uint8Array;
  readonly member: MemberId;
  readonly reserve: KeyId;
  readonly device: StoredDevice;
  readonly enrol: Enrolment;
}

/** True in a browser without a secure context, where a device key is a weak one (K-9). */
export function insecure(): boolean {
  return "isSecureContext" in globalThis && !globalThis.isSecureContext;
}

/** A fresh seed. */
export function newSeed(): Uint8Array {
  return random(SEED_BYTES);
}

/**
 * Keys for the body of `nonce` from `seed`, on a new device key of this browser, or on the one that it has `kept`. Without a secure
 * context (a hall's plain HTTP) the device key is a weak one: it lives a day and its acts say so (K-9).
 */
export async function newcomer(seed: Uint8Array, nonce: string, kept?: StoredDevice): Promise<Newcomer> {
  const reserve = reserveKey(seed, nonce);
  const device = kept ?? (await newDevice());
  const grant = toHex(signBytes(reserve.secret, deviceGrantBytes(nonce, device.key, device.box)));
  const weak = insecure() ? { weak: true as const } : {};
  const enrol = { reserve: reserve.key, device: device.key, box: device.box, grant, ...weak };
  return { seed, member: memberIdOf(reserve.key), reserve: reserve.key, device, enrol };
}

/** What this device keeps of a body it comes into. */
export function ownBodyOf(
  of: Newcomer,
  body: {
    readonly id: BodyId;
    readonly name: string;
    readonly nonce: string;
    readonly clerk: KeyId;
    readonly epoch: number;
    readonly practice: boolean;
  },
  safe: { readonly safe: boolean; readonly wordCheck?: readonly WordCheck[] },
  since: number,
): OwnBody {
  const { id, ...rest } = body;
  return { body: id, ...rest, member: of.member, reserve: of.reserve, device: of.device, seq: 0, since, ...safe };
}

/** Two of twelve words to ask for later, each as a salted hash. */
export function wordChecks(words: readonly string[]): WordCheck[] {
  const [first, second] = twoPlaces(words.length);
  return [first, second]
    .sort((a, b) => a - b)
    .map((place) => {
      const salt = toHex(random(16));
      return { place, salt, hash: wordHash(salt, words[place - 1] ?? "") };
    });
}

/** True where the typed word is the one that was asked for. */
export function wordFits(check: WordCheck, typed: string): boolean {
  return wordHash(check.salt, typed) === check.hash;
}

function wordHash(salt: string, word: string): Hash {
  return toHex(sha256(utf8(`${salt} ${word.normalize("NFKD").trim().toLowerCase()}`))) as Hash;
}

function twoPlaces(of: number): [number, number] {
  const [a = 0, b = 0] = random(2);
  const first = a % of;
  const second = (first + 1 + (b % (of - 1))) % of;
  return [first + 1, second + 1];
}
