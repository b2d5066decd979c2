/** The code of a card, as the record knows it (M-13, V-32). */
import { type Hash, type MemberId, toHex } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import { cardCodeBytes } from "../members/acts.ts";

/** The hash that stands for a code in the record. */
export function codeHash(member: MemberId, code: string, sha256: Context["sha256"]): Hash {
  return toHex(sha256(cardCodeBytes(member, code))) as Hash;
}
