/** Deciding without a meeting, and putting to all what one decided (B-5, B-6, B-9), from the client's side. */
import type { ActId, Hash } from "@nabat/kernel";
import type { Entered, Seat } from "./seat.ts";

/** What is to be decided at once: a motion's text, or an election's ballot. */
export type AtOnce = ({ readonly motion: ActId } | { readonly election: ActId }) & { readonly version: Hash };

/** Everybody of these agrees that it be decided now, one after another (B-5). Throws `Refused`. */
export async function agreeNow(seats: readonly Seat[], on: AtOnce): Promise<void> {
  for (const seat of seats) await seat.act("now.agree", on);
}

/**
 * These sign for a plain text, one after another, until it is decided (B-6): gives the entry that decided it,
 * if theirs were enough. Throws `Refused`.
 */
export async function signFor(seats: readonly Seat[], motion: ActId, version: Hash): Promise<Entered | undefined> {
  for (const seat of seats) {
    const entered = await seat.act("now.sign", { motion, version });
    const { status, decision } = await seat.get<{ status: string; decision?: { id: ActId } }>(`motions/${motion}`);
    if (status === "carried" && decision?.id === entered.id) return entered;
  }
  return undefined;
}

/** These ask that what a meeting decided be put to all (B-9). Throws `Refused`. */
export async function putToAll(seats: readonly Seat[], result: ActId): Promise<void> {
  for (const seat of seats) await seat.act("put.all", { result });
}
