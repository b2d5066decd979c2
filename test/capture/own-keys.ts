/** Keys that somebody made and that others ask for: making them, and taking them up once they came in. */
import { askingsFor, termsRun, waitsForSecond } from "@nabat/body/keys/running.ts";
import { newKeys, type NewKeys, stands } from "./asking.ts";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

/** New keys that came in are theirs to use from now on. */
export function takeUp(world: World, p: Person): boolean {
  const { wants } = p;
  if (!wants || !stands(world, p, wants.device)) return false;
  p.key = wants.device;
  p.reserve = wants.reserve;
  p.sheet = true;
  delete p.keyless;
  return true;
}

/** Is somebody's asking for the keys that this person made under way? */
export function isRunning(world: World, p: Person): boolean {
  return askingsFor(world.state, p.member).some(
    (r) => r.enrol?.device === p.wants?.device && (termsRun(r, world.now) || waitsForSecond(r, world.now)),
  );
}

/** Have two asked for the keys that this person made? */
export function isSigned(world: World, p: Person): boolean {
  return askingsFor(world.state, p.member).some((r) => r.enrol?.device === p.wants?.device && termsRun(r, world.now));
}

/** Keys that this person makes and holds, so that others ask for them. */
export function makeKeys(world: World, p: Person): NewKeys {
  const keys = newKeys(p);
  p.wants = keys;
  world.control.make(p, keys.device, world.now);
  world.control.make(p, keys.reserve, world.now);
  return keys;
}
