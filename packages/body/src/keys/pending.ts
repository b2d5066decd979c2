/**
 * Acts that wait for a second signature (K-8): the first act is entered and waits; a `cosign` that
 * names it applies it, within 24 hours. A chapter that has such a kind registers it in
 * `pending-kinds.ts`; the `cosign` kind lives in this chapter.
 */
import type { ActId, MemberId, Millis, Result } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { Context, Right } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import type { Pending } from "./part.ts";

/** How long an act waits for its second signature, in ms (K-8). */
export const COSIGN_MS = 24 * 3600_000;

/** A kind whose acts take effect with a second member's `cosign`. */
export interface PendingKind<D = unknown> {
  readonly kind: string;
  /**
   * May `by` give the second signature now? Read-only; called after the engine's and K-8's own checks
   * (a standing member, not the first signer, within 24 h). Check again here whatever may have
   * changed since the first act was entered. The right is the one the whole act rests on.
   */
  readonly admit: (state: State, first: Pending & { readonly data: D }, by: MemberId, cx: Context) => Result<Right>;
  /** Applies the whole act. `first.id` is the act that waited. */
  readonly apply: (
    state: State,
    first: Pending & { readonly id: ActId; readonly data: D },
    by: MemberId,
    cx: Context,
  ) => void;
}

// oxlint-disable-next-line no-explicit-any -- a table of kinds is heterogeneous; each entry was checked where it was defined
export type AnyPendingKind = PendingKind<any>;

/** Types a pending kind for the table. */
export function definePending<D>(kind: PendingKind<D>): AnyPendingKind {
  return kind;
}

/** True while a waiting act can still be cosigned (K-8). */
export function stillWaits(pending: Pending, at: Millis): boolean {
  return at <= pending.at + COSIGN_MS;
}

/** In a first act's `apply`: lets it wait for its second signature. Drops what waited in vain. */
export function letWait(state: State, act: Act<unknown>, cx: Context): void {
  for (const [id, pending] of state.keys.pending) if (!stillWaits(pending, cx.at)) state.keys.pending.delete(id);
  state.keys.pending.set(cx.id, { kind: act.kind, by: act.by, at: cx.at, data: act.data });
}

/** Waiting acts of one kind that can still be cosigned, oldest first. */
export function waiting(state: State, kind: string, at: Millis): (Pending & { readonly id: ActId })[] {
  return [...state.keys.pending]
    .filter(([, p]) => p.kind === kind && stillWaits(p, at))
    .map(([id, p]) => ({ ...p, id }));
}
