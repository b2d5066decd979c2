import type { AnyKind } from "../engine/kind.ts";

export const voteRules: readonly AnyKind[] = [];
