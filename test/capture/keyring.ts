/**
 * The keys of everybody in the game: real ones, made from labels, so that a history can be played again with real
 * signatures. Where nothing is signed only their public halves are used.
 */
import { type KeyId, type MemberId, toHex, utf8 } from "@nabat/kernel";
import { keyFrom, memberIdOf, sha256, type TestKey } from "@nabat/testkit/keys.ts";

/** Keys and number of one who signs. */
export interface Hand {
  readonly member: MemberId;
  readonly key: KeyId;
  readonly reserve: KeyId;
}

/** The nonce of every game's body. */
export const NONCE = "0".repeat(32);

/** Every key that was made, by its public half: what signs. */
const RING = new Map<KeyId, { readonly key: TestKey; readonly box: string }>();
const LABELS = new Map<string, KeyId>();

/** The public half of the key that a label stands for. */
export function keyOf(label: string): KeyId {
  const known = LABELS.get(label);
  if (known !== undefined) return known;
  const key = keyFrom(`capture ${label}`);
  RING.set(key.id, { key, box: toHex(sha256(utf8(`box of ${label}`))) });
  LABELS.set(label, key.id);
  return key.id;
}

/** The record keeper's key. */
export const CLERK: KeyId = keyFrom("clerk").id;

/** The hand that a label stands for: a person's number, their device and reserve key. */
export function handOf(label: string): Hand {
  const reserve = keyOf(`${label} reserve`);
  return { member: memberIdOf(secretOf(reserve)), key: keyOf(`${label} device`), reserve };
}

/** The key of the invitation that entry `n` hands out. */
export function invitationKey(n: number): KeyId {
  return keyOf(`invitation ${n}`);
}

/** What signs for this key. Throws for one that was not made here. */
export function secretOf(key: KeyId): TestKey {
  return held(key).key;
}

/** The box of a device, for what is sealed to it. */
export function deviceOf(key: KeyId): { readonly box: string } {
  return held(key);
}

function held(key: KeyId): { readonly key: TestKey; readonly box: string } {
  const found = RING.get(key);
  if (!found) throw new Error(`nobody holds ${key}`);
  return found;
}
