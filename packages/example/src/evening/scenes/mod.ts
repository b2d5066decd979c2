/** The scenes of the evening, in their order. */
import { falseCount } from "./count.ts";
import { guest } from "./guest.ts";
import { keys } from "./keys.ts";
import { kitchen } from "./kitchen.ts";
import { lock } from "./lock.ts";
import { newcomers } from "./newcomers.ts";
import { night } from "./night.ts";
import type { Scene } from "./scene.ts";
import { stolen } from "./stolen.ts";

export const SCENES: readonly Scene[] = [kitchen, night, falseCount, guest, keys, stolen, newcomers, lock];

/** The scene of that name. Throws where there is none. */
export function sceneOf(id: string): Scene {
  const found = SCENES.find((s) => s.id === id);
  if (!found) throw new Error(`no scene ${id}`);
  return found;
}
