import type { AnyKind } from "../engine/kind.ts";

export const accountRules: readonly AnyKind[] = [];
