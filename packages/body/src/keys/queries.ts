/** Questions to the keys: which a person has, which of their acts are weaker. */
import type { KeyId, MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { standing } from "../members/standing.ts";
import type { DeviceKey } from "./part.ts";
import { mayInTerms } from "./terms.ts";

/** True where acts by this key are marked as weaker (K-9). */
export function isWeak(state: State, key: KeyId): boolean {
  return state.keys.keys.get(key)?.weak === true;
}

/** True where the key stands at `at`. */
export function keyStands(key: DeviceKey, at: Millis): boolean {
  return key.since <= at && (key.ended === undefined || key.ended > at);
}

/** All keys a member has or had, oldest first. */
export function keysOf(state: State, member: MemberId): { readonly id: KeyId; readonly key: DeviceKey }[] {
  return [...state.keys.keys]
    .filter(([, key]) => key.member === member)
    .map(([id, key]) => ({ id, key }))
    .sort((a, b) => a.key.since - b.key.since);
}

/**
 * Box keys (X25519, hex) that closed things for a member are sealed to at `at`; none once they left. Keys in their
 * terms open nothing that others sealed: they don't count either (K-12, K-15).
 */
export function boxesOf(state: State, member: MemberId, at: Millis): string[] {
  const has = standing(state, member, at);
  if (has === "none" || has === "left") return [];
  return keysOf(state, member)
    .filter(
      ({ id, key }) =>
        key.box !== "" && keyStands(key, at) && mayInTerms(state, { member, key: id, kind: "tally" }, at).ok,
    )
    .map(({ key }) => key.box);
}
