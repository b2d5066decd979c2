import type { AnyKind } from "../engine/kind.ts";

export const archiveRules: readonly AnyKind[] = [];
