/**
 * Signatures on which Ed25519 libraries differ, for asking a library before it is trusted: only
 * the equation without the cofactor, S below L and R compared byte by byte give the answers here.
 * They stand in `vectors/record/ed25519.json` too; a test holds both against each other.
 */
import { fromHex } from "@nabat/kernel";

/** One question to a library, and the only right answer. */
export interface Trial {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly holds: boolean;
}

const trial = (publicKey: string, message: string, signature: string, holds: boolean): Trial => ({
  publicKey: fromHex(publicKey),
  message: fromHex(message),
  signature: fromHex(signature),
  holds,
});

/** RFC 8032 test 2; then S + L; then R (twice), the key, and both with a part of small order. */
export const TRIALS: readonly Trial[] = [
  trial(
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    true,
  ),
  trial(
    "755a2320cc6bdf403bfbe0f575a520a0698909a3e18f63b81d97774aa55aa1fe",
    "636f666163746f722030",
    "424656cd5faadb8b0c3389cbd685f1ad9a33f32d4f558ad74cb922c83722064a66cd887b7f3a9477f5236759f33fd0bdeb45fd9aea41b3e96451bb4d764f7f16",
    false,
  ),
  trial(
    "755a2320cc6bdf403bfbe0f575a520a0698909a3e18f63b81d97774aa55aa1fe",
    "636f666163746f722030",
    "60f9bb7f03d0879a723c3d307a617d347ba7c23d2cd2e29b4c42286f738961a10057909c72c82bcae87dfb21e5f9c7f7d69fa50da674aea823ff68521471fc03",
    false,
  ),
  trial(
    "755a2320cc6bdf403bfbe0f575a520a0698909a3e18f63b81d97774aa55aa1fe",
    "636f666163746f722030",
    "abb9a932a0552474f3cc7634297a0e5265cc0cd2b0aa7528b346dd37c8ddf9b5f566fc85de4d12f4573dcdf3850b15843d1bc872ec60130eeed6b44ec946be03",
    false,
  ),
  trial(
    "aedebf4b6cf0aa9188c951f35b7ee615026b0d001469c97dbbf66e805bfc1d0d",
    "636f666163746f722030",
    "424656cd5faadb8b0c3389cbd685f1ad9a33f32d4f558ad74cb922c83722064afeb262c85091ca774e23cc8c03c561dfd6026c17a92ce39d25fcdb9ca4df1006",
    false,
  ),
  trial(
    "aedebf4b6cf0aa9188c951f35b7ee615026b0d001469c97dbbf66e805bfc1d0d",
    "636f666163746f722030",
    "60f9bb7f03d0879a723c3d307a617d347ba7c23d2cd2e29b4c42286f738961a17306e461b5545dc6180590f0525956fd6303e6fd14b31d460fbc2b93312b230b",
    false,
  ),
];
