import type { AnyKind } from "../engine/kind.ts";

export const motionRules: readonly AnyKind[] = [];
