/**
 * The lot that draws a teller (V-54, V-59) among those who had offered before anybody knew of the vote.
 * Unlike the lot with shares (T-2), nobody can open another's secret: one who doesn't reveal leaves the
 * lot incomplete, so that it draws nobody. That can hold a lot up, but nobody can steer it.
 */
import { type MemberId, type Sha256, fromHex, toHex, utf8 } from "@nabat/kernel";
import { chooseByLot } from "@nabat/count";
import type { State } from "../engine/state.ts";
import { countsForNobody } from "../keys/running.ts";
import { hasVote } from "../members/standing.ts";
import type { Millis } from "@nabat/kernel";
import type { Lot } from "./part.ts";

/** An offer stands so long unless it is withdrawn or used, in ms (V-51): a phone in a drawer holds up no lot. */
export const OFFER_MS = 30 * 24 * 3600_000;
/** Fewer draw no lot. */
export const LOT_LEAST = 2;

/** Does this member's offer stand at `at`? */
export function offers(state: State, member: MemberId, at: Millis): boolean {
  const offer = state.votes.offers.get(member);
  return (
    offer !== undefined && at < offer.at + OFFER_MS && hasVote(state, member, at) && !countsForNobody(state, member, at)
  );
}

/** A lot among all whose offers stand now and who may count. */
export function lotAmong(state: State, fits: (member: MemberId) => boolean, at: Millis): Lot {
  const pool: Lot["pool"] = new Map();
  for (const [member, { commit }] of state.votes.offers)
    if (offers(state, member, at) && fits(member)) pool.set(member, commit);
  return { pool, secrets: new Map() };
}

/** Is this the secret behind that member's offer? */
export function isSecretOf(lot: Lot, member: MemberId, secret: string, sha256: Sha256): boolean {
  return lot.pool.get(member) === toHex(sha256(fromHex(secret)));
}

/** The first `many` drawn once everybody has revealed; nobody before, or where too few take part. */
export function drawn(lot: Lot, purpose: string, many: number, sha256: Sha256): MemberId[] {
  if (lot.pool.size < LOT_LEAST || lot.secrets.size < lot.pool.size) return [];
  const names = [...lot.pool.keys()].sort();
  const lines = names.map((id) => `${id} ${lot.secrets.get(id)}`);
  const seed = toHex(sha256(utf8(["nabat tellers' lot 1", purpose, ...lines].join("\n"))));
  return chooseByLot(names, many, seed, sha256).flatMap((i) => names[i] ?? []);
}
