/**
 * Rules of the voice chapter (N rules): one line per kind, and what the engine asks of every act before its
 * own rule (how long its texts are, whether its author is to be still) and after it (the pace).
 */
import type { KeyId, MemberId, Millis, Result } from "@nabat/kernel";
import { ok } from "@nabat/kernel";
import type { AnyKind } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { standing } from "../members/standing.ts";
import { stayAppealKind } from "./appealing.ts";
import { notePace } from "./pace.ts";
import { sizesHold } from "./sizes.ts";
import { guestStillKind, maySpeak } from "./still.ts";

export const voiceRules: readonly AnyKind[] = [stayAppealKind, guestStillKind];

interface Spoken {
  readonly kind: string;
  readonly by: MemberId;
  readonly data: unknown;
}

/** Before the kind's own rule: N-1 to N-3, N-9. A newcomer writes as a guest does. */
export function mayBeSaid(state: State, act: Spoken, at: Millis): Result<true> {
  const guest = standing(state, act.by, at) !== "member";
  const size = sizesHold(act.kind, act.data, guest);
  return size.ok && guest ? maySpeak(state, act.by, act.kind, at) : size.ok ? ok(true) : size;
}

/** Notes what was entered: before what it does is written. */
export function noteSpoken(state: State, { by, kind, data }: Spoken, key: KeyId, at: Millis): void {
  notePace(state, { by, kind, data, key }, at);
}

/** Gives whoever came in with an entry their number (N-10). `by` is its author, who mostly is the one. */
export function numberNewcomers(state: State, by: MemberId): void {
  const { members } = state.members;
  const { numbers } = state.voice;
  if (members.size === numbers.size) return;
  if (members.has(by) && !numbers.has(by)) numbers.set(by, numbers.size + 1);
  if (members.size === numbers.size) return;
  for (const id of [...members.keys()].filter((m) => !numbers.has(m)).toSorted()) numbers.set(id, numbers.size + 1);
}
