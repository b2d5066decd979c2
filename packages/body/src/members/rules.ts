import type { AnyKind } from "../engine/kind.ts";
export const memberRules: readonly AnyKind[] = [];
