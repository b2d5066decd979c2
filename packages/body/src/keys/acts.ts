/** Device and reserve keys (K rules). The reserve key adds and ends device keys, at once. */
import * as z from "zod/mini";
import { actId, boxKey, keyId, memberId, signatureHex } from "../engine/fields.ts";

export * from "./grant-bytes.ts";

/**
 * A device key with its box key (X25519, hex) for closed things, granted by the reserve key:
 * `grant` signs {@link deviceGrantBytes}.
 */
export const deviceGrant = z.strictObject({ device: keyId, box: boxKey, grant: signatureHex });
export type DeviceGrant = z.infer<typeof deviceGrant>;

/** A newcomer's keys: the reserve key (derived from seed and the body's nonce) and a first device. */
export const enrolment = z.strictObject({
  reserve: keyId,
  device: keyId,
  box: boxKey,
  grant: signatureHex,
  /** A library's or hall's key: lives 24 hours, its acts are marked as weaker (K-9). */
  weak: z.optional(z.literal(true)),
});
export type Enrolment = z.infer<typeof enrolment>;

/** Signed by the reserve key, or by a device of the same member. */
export const deviceAdd = z.strictObject({ ...deviceGrant.shape, weak: z.optional(z.literal(true)) });
/** Signed by the reserve key or a device of the same member. Votes cast with it stand. */
export const deviceEnd = z.strictObject({ device: keyId });
/**
 * A new device (and reserve) for a member who lost everything, signed by the new device key.
 * Two tellers of an open sitting cosign: at once. Two members cosign: after 72 h, unless objected
 * to by an old key; not for votes already called (K-6).
 */
export const keyRecover = z.strictObject({ member: memberId, enrol: enrolment });
/** Signed by an old key of the member: the recovery is off. */
export const keyObject = z.strictObject({ recovery: actId });
/** A second signature under an act that asks for more than one (K-8). */
export const cosign = z.strictObject({ of: actId });

export type DeviceAdd = z.infer<typeof deviceAdd>;
export type DeviceEnd = z.infer<typeof deviceEnd>;
export type KeyRecover = z.infer<typeof keyRecover>;
export type KeyObject = z.infer<typeof keyObject>;
export type Cosign = z.infer<typeof cosign>;

export const keyKinds = ["device.add", "device.end", "key.recover", "key.object", "cosign"] as const;
