import type { AnyKind } from "../engine/kind.ts";
export const keyRules: readonly AnyKind[] = [];
