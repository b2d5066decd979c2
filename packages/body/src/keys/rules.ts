/** Rules of the keys chapter: one line per kind. */
import type { AnyKind } from "../engine/kind.ts";
import { cosignKind } from "./cosign.ts";
import { deviceAddKind, deviceEndKind } from "./devices.ts";
import { cardObjectKind, objectKind } from "./objecting.ts";
import { recoverKind } from "./recovery.ts";

export const keyRules: readonly AnyKind[] = [
  deviceAddKind,
  deviceEndKind,
  recoverKind,
  objectKind,
  cardObjectKind,
  cosignKind,
];
