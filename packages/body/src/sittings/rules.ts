import type { AnyKind } from "../engine/kind.ts";

export const sittingRules: readonly AnyKind[] = [];
