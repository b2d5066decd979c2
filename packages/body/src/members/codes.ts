/**
 * The one-time codes of a card (M-13, K-17): the record holds their salted hashes, each entry made with a card spends
 * one. A new card's codes, or keys instead of a card, take the place of the old codes when their time has come.
 */
import { type Hash, type MemberId, type Millis, refuse, ok, type Result, type Sha256, toHex } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Recovery } from "../keys/part.ts";
import { askingsFor, inTerms } from "../keys/running.ts";
import { cardCodeBytes } from "./acts.ts";
import type { Member } from "./part.ts";

/** The hash that stands for a code in the record. */
export function codeHash(member: MemberId, code: string, sha256: Sha256): Hash {
  return toHex(sha256(cardCodeBytes(member, code))) as Hash;
}

/** What a card is kept as: where it has two codes or more, the last serves for keys on a phone alone, so that no code given for a vote takes the place (K-17). */
export function cardOf(codes: readonly Hash[]): { codes: Hash[]; keyCode?: Hash } {
  const last = codes.length > 1 ? codes.at(-1) : undefined;
  return { codes: [...codes], ...(last === undefined ? {} : { keyCode: last }) };
}

/** What was asked for this person that changed their card by `at`, oldest first (K-17). */
function changes(state: State, member: Member, at: Millis): Recovery[] {
  if (!member.card || !state.keys.askedFor.has(member.id)) return [];
  return askingsFor(state, member.id).filter((r) => !r.off && r.effective !== undefined && r.effective <= at);
}

/** The asking by which the card in force came, where it did by one that is kept (K-17). */
function cameByAsking(state: State, member: Member, at: Millis): Recovery | undefined {
  return changes(state, member, at).at(-1);
}

/** The card in force; `undefined`: this person has none. */
function cardNow(state: State, member: Member, at: Millis): { codes: Hash[]; keyCode?: Hash } | undefined {
  if (!member.card) return undefined;
  const by = cameByAsking(state, member, at);
  return by ? by.card : member;
}

/** Hashes of the codes that serve now for votes and signatures; `undefined`: this person has no card. */
export function codesOf(state: State, member: Member, at: Millis): readonly Hash[] | undefined {
  const card = cardNow(state, member, at);
  return card?.codes.filter((c) => c !== card.keyCode);
}

/** The codes that served before this asking, and serve to object to it (K-17). */
export function codesBefore(state: State, member: Member, recovery: Recovery, at: Millis): readonly Hash[] {
  const earlier = changes(state, member, at);
  const n = earlier.indexOf(recovery);
  const by = (n < 0 ? earlier : earlier.slice(0, n)).at(-1);
  return by ? (by.card?.codes ?? []) : member.codes;
}

/** Is this a member by a card at `at` (M-13)? */
export function hasCard(state: State, id: MemberId, at: Millis): boolean {
  const member = state.members.members.get(id);
  return member !== undefined && codesOf(state, member, at) !== undefined;
}

/** Is this code on the person's card, and not yet spent? */
export function hasCode(state: State, member: Member, code: string, sha256: Sha256, at: Millis): boolean {
  return codesOf(state, member, at)?.includes(codeHash(member.id, code, sha256)) === true;
}

/** Is this the code of the card that serves for keys on a phone (K-17)? */
export function isKeyCode(state: State, member: Member, code: string, sha256: Sha256, at: Millis): boolean {
  const keyCode = cardNow(state, member, at)?.keyCode;
  return keyCode !== undefined && keyCode === codeHash(member.id, code, sha256);
}

/** Spends a code: it serves for nothing more. */
export function spendCode(state: State, member: Member, code: string, sha256: Sha256, at: Millis): void {
  const spent = codeHash(member.id, code, sha256);
  const card = cameByAsking(state, member, at)?.card ?? member;
  card.codes = card.codes.filter((c) => c !== spent);
  if (card.keyCode === spent) delete card.keyCode;
}

/** While a new card's terms last its codes agree to nothing and sign for nothing (K-12, K-17). */
export function codesServe(state: State, id: MemberId, at: Millis): Result<true> {
  const member = state.members.members.get(id);
  const until = member && cameByAsking(state, member, at)?.card ? inTerms(state, id, at) : undefined;
  return until === undefined ? ok(true) : refuse("K-12", "votes-in-the-hall", { until });
}
