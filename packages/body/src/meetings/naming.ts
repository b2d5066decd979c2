/** A call names who is to get new keys or a new card at its door (K-11): so everybody knows beforehand, that person too. */
import { type ActId, type MemberId, type Millis, refuse, type Result } from "@nabat/kernel";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { rollSize, standing } from "../members/standing.ts";
import { meetingKeys, type MeetingKeys } from "./acts.ts";
import type { Call } from "./part.ts";
import { callOf } from "./queries.ts";

const DAY_MS = 24 * 3600_000;

/** One member names so many within this time, over all calls, in ms (K-11). */
export const NAMING_MS = 30 * DAY_MS;

/** Until when people may be named on a call: until its notice is over, a day before it starts at the latest (K-11). */
export function nameUntil(call: Pick<Call, "noticed" | "starts">): Millis {
  return Math.min(call.noticed, call.starts - DAY_MS);
}

/**
 * How many `by` may name in all and how many more (K-11): a tenth of the roll within 30 days over all calls, two at least.
 * Else one word would open a door for the whole roll. Who is named anew, since a meeting came to nothing, is counted once.
 */
export function namingPlaces(
  state: State,
  by: MemberId,
  at: Millis,
): { readonly most: number; readonly named: ReadonlySet<MemberId> } {
  const named = new Set<MemberId>();
  for (const { namings = [] } of state.meetings.calls.values())
    for (const n of namings) if (n.by === by && at < n.at + NAMING_MS) for (const m of n.members) named.add(m);
  return { most: Math.max(2, Math.floor(rollSize(state, at) / 10)), named };
}

/** May `by` name these people on this call now (K-11)? Refuses G-20, K-11, M-2, M-16. */
export function mayName(state: State, id: ActId, members: readonly MemberId[], by: MemberId, at: Millis): Result<Call> {
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
  if (new Set(members).size !== members.length) return refuse("K-11", "named-twice");
  const { most, named } = namingPlaces(state, by, at);
  const left = Math.max(0, most - named.size);
  return members.filter((m) => !named.has(m)).length <= left ? call : refuse("K-11", "names-by-one", { most, left });
}

export const namingRules: readonly AnyKind[] = [
  defineKind<MeetingKeys, undefined>({
    kind: "meeting.keys",
    schema: meetingKeys,
    signer: "voter",
    admit: (state, act, cx) => {
      const may = mayName(state, act.data.call, act.data.members, act.by, cx.at);
      return may.ok ? admitted("K-11", act.data.call) : may;
    },
    apply: (state, act, cx) => {
      const call = state.meetings.calls.get(act.data.call);
      if (!call) throw new Error(`no call ${act.data.call}`);
      call.keys = [...(call.keys ?? []), ...act.data.members];
      (call.namings ??= []).push({ by: act.by, at: cx.at, members: [...act.data.members] });
    },
  }),
];
