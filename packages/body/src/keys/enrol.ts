/**
 * Bringing keys into a body (K-1 to K-4, K-9): the same for a founder, a newcomer, a second device
 * and a recovered member.
 */
import {
  type ActId,
  type KeyId,
  type MemberId,
  type Millis,
  ok,
  refuse,
  type Result,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import { fromMultikey } from "@nabat/record";
import type { NestedSignature } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { type DeviceGrant, deviceGrantBytes, deviceOwnBytes, type Enrolment, newKeysOwnBytes } from "./acts.ts";

/** How long a weak key lives, in ms (K-9). */
export const WEAK_MS = 24 * 3600_000;

/** The member id that belongs to a reserve key (K-3). Throws `RangeError` where the multikey's bytes don't decode. */
export function memberIdOf(sha256: Sha256, reserve: KeyId): MemberId {
  return toHex(sha256(fromMultikey(reserve)).subarray(0, 16)) as MemberId;
}

/** True where the bytes behind a multikey decode to a key. */
export function decodes(key: KeyId): boolean {
  try {
    fromMultikey(key);
    return true;
  } catch {
    return false;
  }
}

/** The signature of a grant, for the caller to verify: `signer` grants the device (K-4). */
export function grantSignature(nonce: string, signer: KeyId, grant: DeviceGrant): NestedSignature {
  return {
    key: signer,
    message: deviceGrantBytes(nonce, grant.device, grant.box),
    signature: grant.grant,
    rule: "K-4",
  };
}

/** The further device's own signature, for the caller to verify (K-4). `member`: whom it names. */
export function ownSignature(
  nonce: string,
  { device, own }: { device: KeyId; own: string },
  member?: MemberId,
): NestedSignature {
  return { key: device, message: deviceOwnBytes(nonce, device, member), signature: own, rule: "K-4" };
}

/** The own signature of a device that comes in with new keys for somebody, for the caller to verify (K-4). */
export function newKeysSignature(nonce: string, { device, reserve }: Enrolment, own: string): NestedSignature {
  return { key: device, message: newKeysOwnBytes(nonce, device, reserve), signature: own, rule: "K-4" };
}

/** Are these two real keys, apart (K-3), neither known to the body (K-1)? */
export function checkKeys(known: ReadonlyMap<KeyId, unknown>, enrol: Enrolment): Result<true> {
  if (!decodes(enrol.reserve) || !decodes(enrol.device)) return refuse("K-3", "no-such-key");
  if (enrol.reserve === enrol.device) return refuse("K-3", "one-key-for-both");
  if (known.has(enrol.reserve) || known.has(enrol.device)) return refuse("K-1", "key-in-use");
  return ok(true);
}

/**
 * Are these keys fit to come in with a newcomer: as {@link checkKeys}, the device the one that signs, and the
 * member id the reserve key's (K-3)?
 */
export function checkEnrolment(
  known: ReadonlyMap<KeyId, unknown>,
  enrol: Enrolment,
  signer: KeyId,
  first: { readonly by: MemberId; readonly sha256: Sha256 },
): Result<true> {
  const keys = checkKeys(known, enrol);
  if (!keys.ok) return keys;
  if (enrol.device !== signer) return refuse("K-1", "not-the-new-device");
  if (memberIdOf(first.sha256, enrol.reserve) !== first.by) return refuse("K-3", "not-the-keys-member");
  return ok(true);
}

/** Enters a member's reserve and first device key as of `since`. `of`: the asking by which they come (K-12). */
export function enterKeys(state: State, member: MemberId, enrol: Enrolment, since: Millis, of?: ActId): void {
  const by = of === undefined ? {} : { of };
  state.keys.keys.set(enrol.reserve, { member, box: "", reserve: true, weak: false, since, ...by });
  enterDevice(state, member, enrol, enrol.weak === true, since, of);
}

/** Enters a device key as of `since`; a weak one ends by itself (K-9). */
export function enterDevice(
  state: State,
  member: MemberId,
  grant: DeviceGrant,
  weak: boolean,
  since: Millis,
  of?: ActId,
): void {
  state.keys.keys.set(grant.device, {
    member,
    box: grant.box,
    reserve: false,
    weak,
    since,
    ...(weak ? { ended: since + WEAK_MS } : {}),
    ...(of === undefined ? {} : { of }),
  });
}
