/** Field schemas that all chapters share. Ids are checked by shape; what they point to, by rules. */
import type { ActId, Hash, KeyId, MemberId } from "@nabat/kernel";
import { type AttachmentRef, MAX_ATTACHMENT_BYTES } from "@nabat/record";
import * as z from "zod/mini";

const shape = <T extends string>(pattern: RegExp) => z.string().check(z.regex(pattern)) as unknown as z.ZodMiniType<T>;

export const actId = shape<ActId>(/^[0-9a-f]{64}$/);
export const hash = shape<Hash>(/^[0-9a-f]{64}$/);
export const memberId = shape<MemberId>(/^[0-9a-f]{32}$/);
export const keyId = shape<KeyId>(/^z6Mk[1-9A-HJ-NP-Za-km-z]{40,46}$/);
/** 64 signature bytes in hex. */
export const signatureHex = shape<string>(/^[0-9a-f]{128}$/);
/** 32 bytes in hex: an X25519 public key. */
export const boxKey = shape<string>(/^[0-9a-f]{64}$/);
/** 16 random bytes in hex. */
export const nonce = shape<string>(/^[0-9a-f]{32}$/);
/** A short label for programs, never free text: a section, a hall, a template. */
export const label = shape<string>(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** A code as printed on a member's card: 80 bits in Crockford's base 32 (K-17). */
export const cardCode = shape<string>(/^[0-9A-HJKMNP-TV-Z]{16}$/);
/** The first and the last moment that a calendar can say, in ms: of the years 1 to 9999. Pages and sentences say every moment in a record. */
export const FIRST_MOMENT = -62_135_596_800_000;
export const LAST_MOMENT = Date.UTC(10_000, 0, 1) - 1;
/** The latest that a practice body's clock is set to: ten years before the last moment, so that terms can be said from there on (P-3). */
export const LAST_CLOCK = Date.UTC(9990, 0, 1);

/** Is this a moment that a calendar can say? */
export function isMoment(at: number): boolean {
  return Number.isSafeInteger(at) && at >= FIRST_MOMENT && at <= LAST_MOMENT;
}

/** A moment in ms: the one schema for all of them. */
export const millis = z.int().check(z.gte(FIRST_MOMENT), z.lte(LAST_MOMENT));
export const count = z.int().check(z.gte(0), z.lte(100_000_000));

const media = z.enum([
  "text/plain",
  "application/json",
  "image/png",
  "image/jpeg",
  "application/pdf",
  "application/octet-stream",
]);

/** A reference to an attachment of a stated grade. */
export function refOf(...grades: readonly ("public" | "members" | "closed")[]) {
  return z.strictObject({
    hash,
    grade: z.enum(grades as ["public"]),
    media,
    size: z.int().check(z.gte(0), z.lte(MAX_ATTACHMENT_BYTES)),
  }) as unknown as z.ZodMiniType<AttachmentRef>;
}

/** Any grade. */
export const ref = refOf("public", "members", "closed");
/** Text that a body's members must be able to read. */
export const openRef = refOf("public", "members");
