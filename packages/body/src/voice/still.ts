/** Two members have a guest or an applicant be still for a day, once (N-9): they read and leave, and speak again the next day. */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { type AnyPendingKind, definePending, letWait } from "../keys/pending.ts";
import { standingOrBack } from "../members/left-by-device.ts";
import { standing } from "../members/standing.ts";
import { guestStill, type GuestStill } from "./acts.ts";
import { DAY_MS } from "./pace.ts";
import { STAYS } from "./stay-over.ts";

/** What they speak by. */
const SPEAKS: ReadonlySet<string> = new Set(["say", "floor.ask", "rename"]);

/** May two have this person be still for a day (N-9)? Refuses who is neither guest nor applicant, and a second time. */
export function mayStill(state: State, member: MemberId, at: Millis): Result<true> {
  const has = standingOrBack(state, member, at);
  if (!STAYS.has(has)) return refuse("N-9", "not-a-guest", { standing: has });
  const { stilled } = state.members.members.get(member) ?? {};
  return stilled ? refuse("N-9", "stilled-once", { until: stilled.until }) : ok(true);
}

/** Until when this person is still at `at`; `undefined` where they aren't. Whoever is a member by now speaks. */
export function stillUntil(state: State, member: MemberId, at: Millis): Millis | undefined {
  const { stilled } = state.members.members.get(member) ?? {};
  return stilled && at < stilled.until && STAYS.has(standing(state, member, at)) ? stilled.until : undefined;
}

/** May this be entered, or is its author to be still (N-9)? Refuses with the moment from which they speak again. */
export function maySpeak(state: State, member: MemberId, kind: string, at: Millis): Result<true> {
  const until = SPEAKS.has(kind) ? stillUntil(state, member, at) : undefined;
  return until === undefined ? ok(true) : refuse("N-9", "still-for-a-day", { until });
}

export const guestStillKind: AnyKind = defineKind<GuestStill, undefined>({
  kind: "guest.still",
  schema: guestStill,
  signer: "voter",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = mayStill(state, act.data.member, cx.at);
    return may.ok ? admitted("N-9", cameBy(state, act.by)) : may;
  },
  apply: letWait,
});

export const guestStillPending: AnyPendingKind = definePending<GuestStill>({
  kind: "guest.still",
  admit: (state, first, by, cx) => {
    const may = mayStill(state, first.data.member, cx.at);
    if (!may.ok) return may;
    const from = cameBy(state, by);
    return ok({ rule: "N-9", ...(from === undefined ? {} : { from }) });
  },
  apply: (state, first, by, cx) => {
    const member = state.members.members.get(first.data.member);
    if (member) member.stilled = { from: cx.at, until: cx.at + DAY_MS, by: [first.by, by] };
  },
});
