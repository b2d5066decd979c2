/** The moves about keys: one function a move, which makes the acts that the rules ask for (K rules). */
import type { ActId, KeyId } from "@nabat/kernel";
import { keyHolder } from "@nabat/body/members/standing.ts";
import { newKey, type Person } from "./people.ts";
import type { World } from "./world.ts";

/** A device and the reserve key that grants it. */
export interface NewKeys {
  readonly device: KeyId;
  readonly reserve: KeyId;
}

/** New keys that nobody had before, made by whoever will hold them. */
export function newKeys(p: Person): NewKeys {
  return { device: newKey(p, "device"), reserve: newKey(p, "reserve") };
}

/** `by` asks for these keys for somebody (K-6); at a door (K-11) or by a meeting's decision (K-15). */
export function askKeys(
  world: World,
  by: Person,
  of: Person,
  { device, reserve }: NewKeys,
  right: { readonly sitting?: ActId; readonly decided?: ActId } = {},
): ActId | undefined {
  return world.act(by, "key.recover", { member: of.member, ...world.house.newKeys(reserve, device), ...right });
}

/** The second signature under what another began (K-8). */
export function cosign(world: World, by: Person, of: ActId): ActId | undefined {
  return world.act(by, "cosign", { of });
}

/** Adds a device with a key that the person holds. */
export function addDevice(world: World, p: Person, by: KeyId, device: KeyId): ActId | undefined {
  return signWith(world, p, by, "device.add", world.house.further(by, device));
}

/** Signs with one of the keys that are the person's by the record. */
export function signWith(world: World, p: Person, key: KeyId, kind: string, data: object): ActId | undefined {
  return world.actAs(p, { member: p.member, key, reserve: p.reserve }, kind, data);
}

/** Does the record take this key as this person's now? */
export function stands(world: World, p: Person, key: KeyId): boolean {
  return keyHolder(world.state, key, world.now) === p.member;
}
