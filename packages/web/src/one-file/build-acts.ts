/**
 * Simple acts that can be made here without any page: a position in a vote, leaving, ending or adding
 * a device, objecting to new keys, taking back a leaving. What each asks for comes from the record that was opened.
 */
import { type ActId, isKeyId, type KeyId, type MemberId, ok, refuse, type Result, toHex } from "@nabat/kernel";
import type { Attachment, Data } from "@nabat/record";
import { askingsFor, boxesOf, endedLately, keysOf, keyStands, mayObjectTo, openVotes, type State } from "@nabat/body";
import { deviceGrantBytes } from "@nabat/body/keys/acts.ts";
import { deviceForm } from "@nabat/body/votes/may-cast.ts";
import { type PairingDevice, readPairingCode } from "../keys/devices.ts";
import { makePosition } from "../special/opening.ts";
import type { ToSign } from "./act-file.ts";
import type { HeldKey } from "./held-key.ts";

/** Kinds that are built here. */
export const BUILT = ["vote.cast", "leave", "device.end", "device.add", "key.object", "leave.undo"] as const;
export type Built = (typeof BUILT)[number];

/** What is done in an emergency, with the sheet alone. */
export const EMERGENCY: readonly Built[] = ["device.end", "device.add", "key.object", "leave.undo"];

/** An act made here; `said` is what its author chose, in the open, for what stands sealed in the act. */
export interface Made extends ToSign {
  readonly choice?: string;
  /** To be kept by its author: the opening of a position. */
  readonly keep?: string;
}

const plain = (kind: string, data: Data, attachments: readonly Attachment[] = []): Made => ({
  kind,
  data,
  given: {},
  attachments,
});

/** Votes on motions in which a position can be given on a device now. */
export function votesToCast(state: State, at: number): ReturnType<typeof openVotes> {
  return openVotes(state, at).filter((v) => deviceForm(v) !== undefined && v.election === undefined);
}

/** A position in an open vote. Refuses V-20, V-22. */
export async function buildCast(state: State, id: string, choice: string, at: number): Promise<Result<Made>> {
  const vote = state.votes.votes.get(id as ActId);
  if (!vote) return refuse("V-20", "no-such-vote");
  const form = deviceForm(vote);
  if (form === undefined) return refuse("V-22", "not-on-devices", { mode: vote.mode });
  const boxes = vote.tellers.flatMap((teller) => boxesOf(state, teller, at));
  const made = await makePosition(vote.id, choice, form === "name" ? { grade: "members" } : { grade: "closed", boxes });
  const { commit, opening, attachment, own } = made;
  const act = plain("vote.cast", { vote: vote.id, version: vote.version, commit, opening: { ...opening } }, [
    attachment,
  ]);
  return ok({ ...act, choice, keep: JSON.stringify({ vote: vote.id, ...own }) });
}

export function buildLeave(): Made {
  return plain("leave", {});
}

/** Keys of a member that stand, the reserve key apart. */
export function devicesOf(
  state: State,
  member: MemberId,
  at: number,
): { readonly id: KeyId; readonly since: number }[] {
  return keysOf(state, member)
    .filter(({ key }) => !key.reserve && keyStands(key, at))
    .map(({ id, key }) => ({ id, since: key.since }));
}

/** Ends a device. Refuses what is no key. */
export function buildEnd(device: string): Result<Made> {
  const key = device.trim();
  return isKeyId(key) ? ok(plain("device.end", { device: key })) : refuse("R-3", "bad-data", { field: "device" });
}

/** Grants a device that shows a pairing code. Refuses another body's code or none. */
export async function buildAdd(held: HeldKey, body: string, nonce: string, code: string): Promise<Result<Made>> {
  const device = readPairingCode(code, body);
  if (!device) return refuse("R-3", "bad-data", { field: "device" });
  return ok(await grant(held, nonce, device));
}

/** Grants a key, as the signer's own device. */
export async function grant(held: HeldKey, nonce: string, device: PairingDevice): Promise<Made> {
  const signed = toHex(await held.sign(deviceGrantBytes(nonce, device.device, device.box)));
  const { own, named } = device;
  return plain("device.add", {
    device: device.device,
    box: device.box,
    grant: signed,
    own,
    ...(named ? { named } : {}),
  });
}

/** What this key can still object to: new keys or a card for its holder (K-13), or another device that ended it (K-14). */
export function objectionsOf(
  state: State,
  { member, key }: { readonly member: MemberId; readonly key: KeyId },
  at: number,
): { readonly id: ActId; readonly at: number }[] {
  const askings = askingsFor(state, member).filter((r) => mayObjectTo(state, r, key, at).ok);
  const ended = endedLately(state, key, at);
  return [...askings.map((r) => ({ id: r.id, at: r.at })), ...(ended ? [{ id: ended.id, at: ended.at }] : [])];
}

/** Objects. Refuses what is no entry's mark. */
export function buildObject(of: string): Result<Made> {
  const id = of.trim();
  return /^[0-9a-f]{64}$/.test(id) ? ok(plain("key.object", { of: id })) : refuse("R-3", "bad-data", { field: "of" });
}

/** Takes back a leaving that a device signed (K-16). */
export function buildUndo(): Made {
  return plain("leave.undo", {});
}
