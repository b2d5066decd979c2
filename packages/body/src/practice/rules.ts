import type { AnyKind } from "../engine/kind.ts";
export const practiceRules: readonly AnyKind[] = [];
