/** Device and reserve keys (K rules). The reserve key adds and ends device keys, at once. */
import * as z from "zod/mini";
import { actId, boxKey, cardCode, keyId, memberId, signatureHex } from "../engine/fields.ts";

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

/**
 * Signed by the reserve key, or by a device of the same member. `own`: the new device's own signature
 * ({@link deviceOwnBytes}), so that nobody brings in a key that another has. `named`: it names the member, so that
 * nobody who sees it first brings it in as theirs.
 */
export const deviceAdd = z.strictObject({
  ...deviceGrant.shape,
  own: signatureHex,
  named: z.optional(z.literal(true)),
  weak: z.optional(z.literal(true)),
});
/** Signed by the reserve key or a device of the same member. Votes cast with it stand. */
export const deviceEnd = z.strictObject({ device: keyId });
/**
 * New keys for somebody who lost theirs, asked for by a voter and cosigned by another (K-6): they come in 72 hours
 * later. `sitting`: at the door of a called meeting, by two of its elected tellers (K-11). `decided`: by the result
 * with which a meeting decided over that person's keys (K-15). Not both. `own`: the new device's own signature
 * ({@link newKeysOwnBytes}). `code`: of the card that the person holds still (K-17).
 */
export const keyRecover = z
  .strictObject({
    member: memberId,
    enrol: enrolment,
    own: signatureHex,
    code: z.optional(cardCode),
    sitting: z.optional(actId),
    decided: z.optional(actId),
  })
  .check(z.refine((d) => d.sitting === undefined || d.decided === undefined, { path: ["decided"] }));
/** Signed by an old key of the member, also an ended one in its time (K-13, K-14). `of`: the asking, or the ending of that device by another. */
export const keyObject = z.strictObject({ of: actId });
/** The same for who holds a code of the old card; entered by any member but the two who asked (K-17). */
export const cardObject = z.strictObject({ of: actId, member: memberId, code: cardCode });
/** A second signature under an act that asks for more than one (K-8). */
export const cosign = z.strictObject({ of: actId });

export type DeviceAdd = z.infer<typeof deviceAdd>;
export type DeviceEnd = z.infer<typeof deviceEnd>;
export type KeyRecover = z.infer<typeof keyRecover>;
export type KeyObject = z.infer<typeof keyObject>;
export type CardObject = z.infer<typeof cardObject>;
export type Cosign = z.infer<typeof cosign>;

export const keyKinds = ["device.add", "device.end", "key.recover", "key.object", "card.object", "cosign"] as const;
