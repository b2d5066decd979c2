/**
 * Who came in with their sheet on the device that looks (K-5, K-16): their other devices stand as before, and somebody
 * else may hold them. It is told until these are ended, for so long that nobody overlooks it.
 */
import { backStill, BACK_MS, keysOf, keyStands, sideOf } from "@nabat/body";
import { proofKey } from "@nabat/record";
import type { KeyId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";

/** A sheet that only brought a further device in is told of for so long, in ms. */
const TOLD_MS = 7 * 24 * 3600_000;

export interface CameBack {
  /** When this device came in. */
  readonly at: Millis;
  /** With it a leaving was taken back that a device had signed (K-16). */
  readonly left: boolean;
  /** Devices that stand besides, but for those that this one brought in. */
  readonly others: readonly { readonly key: KeyId; readonly since: Millis; readonly acts: number }[];
}

/** `undefined`: the device that looks came otherwise, long ago, or no other stands; or two hold each other back. */
export async function cameBackHere(reader: BodyReader): Promise<CameBack | undefined> {
  const { state, now, viewer } = reader;
  const { key, member } = viewer;
  const here = key === undefined ? undefined : state.keys.keys.get(key);
  if (member === undefined || !here || here.reserve || here.of !== undefined || here.since + BACK_MS <= now)
    return undefined;
  // Where two hold each other back, that is told instead: only the sheet ends one now (K-14).
  if (sideOf(state, member, key as KeyId, now)?.is === "devices") return undefined;
  const standing = keysOf(state, member).filter((k) => !k.key.reserve && k.id !== key && keyStands(k.key, now));
  if (standing.length === 0 || backStill(state, member, now)) return undefined;
  const added = (await reader.entries({ kind: "device.add", by: member, limit: 50 })).flatMap(({ act, index }) => {
    const by = act && proofKey(act.proof);
    return act && by?.ok ? [{ device: (act.data as { device?: string }).device, by: by.value, index }] : [];
  });
  const came = added.find(({ device }) => device === key);
  if (!came || state.keys.keys.get(came.by)?.reserve !== true) return undefined;
  // What this device itself brought in is in the same hand.
  const own = new Set(added.filter(({ by }) => by === key).map(({ device }) => device));
  const others = standing
    .filter((k) => !own.has(k.id))
    .map((k) => ({ key: k.id, since: k.key.since, acts: state.seqs.get(k.id) ?? 0 }));
  if (others.length === 0) return undefined;
  // The leaving was taken back in the same go, right before this device came in.
  const { index } = came;
  const away = state.members.members.get(member)?.away ?? [];
  const left = away.some((a) => a.until < index && index <= a.until + NEAR);
  return left || now < here.since + TOLD_MS ? { at: here.since, left, others } : undefined;
}

/** Others' entries may stand between the two. */
const NEAR = 50;
