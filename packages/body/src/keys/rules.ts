/** Rules of the keys chapter: one line per kind. */
import type { AnyKind } from "../engine/kind.ts";
import { cosignKind } from "./cosign.ts";
import { deviceAddKind, deviceEndKind } from "./devices.ts";
import { objectKind, recoverKind } from "./recovery.ts";

export const keyRules: readonly AnyKind[] = [deviceAddKind, deviceEndKind, recoverKind, objectKind, cosignKind];
