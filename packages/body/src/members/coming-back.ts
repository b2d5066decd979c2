/**
 * Coming back from a leaving that a device signed, or a code of a card (K-15, K-16): as what one was, less what was decided meanwhile. It is
 * for a leaving that somebody else signed, and serves nobody to be out of reach for an hour.
 */
import { type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { QUIET_MS, RECOVERY_MS } from "../keys/running.ts";
import { closedList } from "../founding/list.ts";
import { onlyListed } from "../founding/signing.ts";
import { roomToComeBack } from "../voice/links.ts";
import { BACK_MS, standingIfBack } from "./left-by-device.ts";
import type { Member } from "./part.ts";
import { placeLeft } from "./seats.ts";
import { settle } from "./settle.ts";

/**
 * May this key take the leaving back (K-16)? The reserve key, where a device signed it, within 30 days, and another device
 * within 72 hours, once in half a year; where no decision ended the stay meanwhile (N-8); a guest only within N-7.
 */
export function mayUndoLeaving(state: State, member: Member, key: KeyId, at: Millis): Result<true> {
  if (member.status !== "left" || member.left === undefined) return refuse("K-16", "not-left");
  if (!member.leftAs) return refuse("K-16", "left-by-the-reserve-key");
  const reserve = state.keys.keys.get(key)?.reserve === true;
  if (key === member.leftAs.key) return refuse("K-16", "signed-by-this-device");
  if (at >= member.left + BACK_MS) return mayComeBack(state, member, at);
  const others = member.left + RECOVERY_MS;
  if (!reserve && at >= others) return refuse("K-16", "reserve-key-only", { until: others });
  // Else whoever holds another device of somebody would keep them from ever leaving (M-16).
  const before = member.away?.find((a) => a.byDevice && at < a.back + QUIET_MS);
  if (!reserve && before) return refuse("K-16", "once-by-a-device", { until: before.back + QUIET_MS });
  return mayComeBack(state, member, at);
}

/** May who left so come back at all at `at`, by whatever signs it: in time, with no stay that ended, and within N-7 (K-16)? */
export function mayComeBack(state: State, member: Member, at: Millis): Result<true> {
  const until = (member.left ?? at) + BACK_MS;
  if (at >= until) return refuse("K-16", "too-late", { until });
  const as = standingIfBack(member, at);
  if (as === "left") return refuse("K-16", "stay-ended");
  const waits = as === "guest" || (as === "applicant" && member.from === undefined);
  return waits ? roomToComeBack(state, member, at) : ok(true);
}

/**
 * They are what they were, or what was decided meanwhile made of them: whose admission ended is a guest, whose stay ended
 * has left; where no seat is left any more (M-10), a guest. What was called meanwhile was reckoned without them (M-14).
 * Does nothing to others. `index`: of the entry that brings them back.
 */
export function comeBack(state: State, id: MemberId, index: number, at: Millis, byDevice = false): void {
  const member = state.members.members.get(id);
  if (!member?.leftAs) return;
  const { leftAs, left = at } = member;
  // Long after, by a meeting's decision, the seat may be another's.
  const seated = at < left + BACK_MS || placeLeft(state, at).ok;
  member.status = seated ? leftAs.was : "guest";
  member.away = [
    ...(member.away ?? []),
    { from: leftAs.index, until: index, left, back: at, ...(byDevice ? { byDevice } : {}) },
  ];
  delete member.left;
  delete member.leftAs;
  foundedWithout(state, member, left, at);
  settle(state, member, at);
}

/**
 * A founders' list that was closed without them, or that adopted the body without their signature while they were away,
 * took them in no more (F-14, F-18): they are a guest, and sign it still where they stand on it.
 */
function foundedWithout(state: State, member: Member, left: Millis, at: Millis): void {
  const { adoptedAt, phase } = state.founding;
  if (!member.founder || (adoptedAt !== undefined && adoptedAt < left)) return;
  const list = closedList(state, at);
  if (!list || list.signed.has(member.id)) return;
  if (phase === "provisional" && list.people.includes(member.id)) return;
  onlyListed(state, member.id);
}
