/** From member to vote from the client's side (M-24 to M-26): offering and being drawn to greet, seeing, sponsoring, taking a place. */
import { type ActId, fromHex, type MemberId, toHex } from "@nabat/kernel";
import type { Seat } from "./seat.ts";

/** Offers to count, and so to greet (V-51, M-25); gives the secret that a lot will ask for. Throws `Refused`. */
export async function offerToCount(seat: Seat): Promise<string> {
  const secret = toHex(seat.tools.random(32));
  await seat.act("teller.offer", { commit: toHex(seat.tools.sha256(fromHex(secret))) });
  return secret;
}

/** These offer, greeters are drawn among all whose offers stand, and these reveal. Gives the draw. Throws `Refused`. */
export async function drawGreeters(seats: readonly [Seat, ...Seat[]]): Promise<ActId> {
  const secrets = new Map<Seat, string>();
  for (const seat of seats) secrets.set(seat, await offerToCount(seat));
  const { id: draw } = await seats[0].act("greet.draw", {});
  for (const [seat, secret] of secrets) await seat.act("greet.reveal", { draw, secret });
  return draw;
}

/** A greeter has met these newcomers in person (M-24). Throws `Refused`. */
export async function seenBy(greeter: Seat, members: readonly MemberId[]): Promise<void> {
  await greeter.act("seen", { members: [...members] });
}

/** A member gives their word for a newcomer (M-26). Throws `Refused`. */
export async function sponsor(seat: Seat, member: MemberId): Promise<void> {
  await seat.act("sponsor", { member });
}

/** Has a newcomer take the place that is free, of a door too (M-26, M-27). Throws `Refused`. */
export async function takePlace(seat: Seat, member: MemberId = seat.member): Promise<void> {
  await seat.act("place", { member });
}
