/** New keys for somebody from the client's side (K-6, K-11, K-13, K-15): asking, confirming, objecting. */
import type { ActId, MemberId } from "@nabat/kernel";
import { type BodyKeys, newKeysOf } from "./person.ts";
import type { Seat } from "./seat.ts";

/** By which way: two members, at the door of this sitting, or by this decision of a meeting. */
export interface AskWay {
  readonly sitting?: ActId;
  readonly decided?: ActId;
}

/** A member asks for these keys for that person; gives the act that waits for its second. Throws `Refused`. */
export async function askForKeys(first: Seat, member: MemberId, keys: BodyKeys, way: AskWay = {}): Promise<ActId> {
  const { id } = await first.act("key.recover", { member, ...(await newKeysOf(keys)), ...way });
  return id;
}

/** Two stand for somebody's new keys: one asks, the other confirms. Gives the asking. Throws `Refused`. */
export async function newKeysFor(
  first: Seat,
  second: Seat,
  member: MemberId,
  keys: BodyKeys,
  way: AskWay = {},
): Promise<ActId> {
  const id = await askForKeys(first, member, keys, way);
  await second.act("cosign", { of: id });
  return id;
}

/** "That is not me": an old key objects to new ones, or a device to another that ended it. Throws `Refused`. */
export async function objectTo(old: Seat, of: ActId): Promise<void> {
  await old.act("key.object", { of });
}
