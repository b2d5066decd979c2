/** The one-time codes of a card (M-13): the record holds their salted hashes, each entry made with a card spends one. */
import { type Hash, type MemberId, type Sha256, toHex } from "@nabat/kernel";
import { cardCodeBytes } from "./acts.ts";
import type { Member } from "./part.ts";

/** The hash that stands for a code in the record. */
export function codeHash(member: MemberId, code: string, sha256: Sha256): Hash {
  return toHex(sha256(cardCodeBytes(member, code))) as Hash;
}

/** Is this code on the person's card, and not yet spent? */
export function hasCode(member: Member, code: string, sha256: Sha256): boolean {
  return member.codes.includes(codeHash(member.id, code, sha256));
}

/** Spends a code: it serves for nothing more. */
export function spendCode(member: Member, code: string, sha256: Sha256): void {
  const spent = codeHash(member.id, code, sha256);
  member.codes = member.codes.filter((c) => c !== spent);
}
