/** A call names who is to get new keys or a new card at its door (K-11): so everybody knows beforehand, that person too. */
import { type ActId, type MemberId, type Millis, refuse, type Result } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { standing } from "../members/standing.ts";
import { meetingKeys, type MeetingKeys } from "./acts.ts";
import type { Call } from "./part.ts";
import { callOf } from "./queries.ts";

const DAY_MS = 24 * 3600_000;

/** Until when people may be named on a call: until its notice is over, a day before it starts at the latest (K-11). */
export function nameUntil(call: Pick<Call, "noticed" | "starts">): Millis {
  return Math.min(call.noticed, call.starts - DAY_MS);
}

/** May these people be named on this call now (K-11)? Refuses G-20, K-11, M-2, M-16. */
export function mayName(state: State, id: ActId, members: readonly MemberId[], at: Millis): Result<Call> {
  const call = callOf(state, id);
  if (!call.ok) return call;
  if (call.value.type !== "decide") return refuse("K-11", "not-a-deciding-meeting");
  const until = nameUntil(call.value);
  if (at > until) return refuse("K-11", "notice-over", { until });
  for (const member of members) {
    const has = standing(state, member, at);
    if (has === "none") return refuse("M-2", "stranger");
    if (has === "left") return refuse("M-16", "they-left");
    if (call.value.keys?.includes(member)) return refuse("K-11", "named-already", { member });
  }
  return new Set(members).size === members.length ? call : refuse("K-11", "named-twice");
}

export const namingRules: readonly AnyKind[] = [
  defineKind<MeetingKeys, undefined>({
    kind: "meeting.keys",
    schema: meetingKeys,
    signer: "voter",
    admit: (state, act, cx) => {
      const may = mayName(state, act.data.call, act.data.members, cx.at);
      return may.ok ? admitted("K-11", act.data.call) : may;
    },
    apply: (state, act) => {
      const call = state.meetings.calls.get(act.data.call);
      if (!call) throw new Error(`no call ${act.data.call}`);
      call.keys = [...(call.keys ?? []), ...act.data.members];
    },
  }),
];
