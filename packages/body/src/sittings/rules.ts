/**
 * Rules of the sittings (G-1 to G-7). Any member opens one and names those who count; being opener or
 * teller gives no other right. See docs/protocol/sittings.md.
 */
import { type MemberId, type Millis, refuse, type Result } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { beginCourse, endCourse, mayCloseBeside, mayCloseCourse, mayOpenFor } from "../meetings/opening.ts";
import { leadingCourse, presides } from "../meetings/queries.ts";
import { allVote } from "../members/no-vote.ts";
import { noneInTerms } from "../keys/running.ts";
import { isMember } from "../members/standing.ts";
import {
  type SittingClose,
  sittingClose,
  type SittingCount,
  sittingCount,
  type SittingOpen,
  sittingOpen,
} from "./acts.ts";
import type { Sitting } from "./part.ts";
import { openSitting } from "./queries.ts";

/** Tellers are members with a vote, and each a different one (G-2, M-23). */
export function goodTellers(state: State, tellers: readonly MemberId[], at: Millis, rule = "G-2"): Result<true> {
  if (new Set(tellers).size !== tellers.length) return refuse(rule, "teller-twice");
  const stranger = tellers.find((t) => !isMember(state, t, at));
  if (stranger !== undefined) return refuse(rule, "teller-not-a-member", { teller: stranger });
  const votes = allVote(state, tellers, at);
  return votes.ok ? noneInTerms(state, tellers, at) : votes;
}

function mustFind(state: State, id: SittingCount["sitting"]): Sitting {
  const sitting = state.sittings.sittings.get(id);
  if (!sitting) throw new Error(`no sitting ${id}`);
  return sitting;
}

export const sittingRules: readonly AnyKind[] = [
  defineKind<SittingOpen, undefined>({
    kind: "sitting.open",
    schema: sittingOpen,
    signer: "member",
    admit: (state, act, cx) => {
      const tellers = goodTellers(state, act.data.tellers, cx.at);
      if (!tellers.ok) return tellers;
      const call = mayOpenFor(state, act.data, act.by, cx.at);
      if (!call.ok) return call;
      const texts = mayBring(state, act.by, act.data);
      if (!texts.ok) return texts;
      return call.value ? admitted("G-27", call.value.id) : admitted("G-1", cameBy(state, act.by));
    },
    apply: (state, act, cx) => {
      const { title, tellers, section, place } = act.data;
      state.sittings.sittings.set(cx.id, {
        id: cx.id,
        opener: act.by,
        tellers: [...tellers],
        title: title.hash,
        ...(place ? { place: place.hash } : {}),
        section: section ?? "",
        opened: cx.at,
        counts: new Map(),
      });
      bringIn(state, act.by, act.data);
      beginCourse(state, cx.id, act.by, act.data, cx.at);
    },
  }),
  defineKind<SittingCount, undefined>({
    kind: "sitting.count",
    schema: sittingCount,
    signer: "member",
    admit: (state, act, cx) => {
      const sitting = openSitting(state, act.data.sitting, cx.at);
      if (!sitting.ok) return sitting;
      if (!sitting.value.tellers.includes(act.by)) return refuse("G-3", "not-a-teller");
      return admitted("G-3", sitting.value.id);
    },
    apply: (state, act, cx) => {
      const { sitting, present, guests } = act.data;
      mustFind(state, sitting).counts.set(act.by, { by: act.by, at: cx.at, present, guests: guests ?? 0 });
      const course = state.meetings.courses.get(sitting);
      course?.presence.push({
        at: cx.at,
        by: act.by,
        present,
        guests: guests ?? 0,
        remote: leadingCourse(state, sitting).remote.size,
      });
    },
  }),
  defineKind<SittingClose, undefined>({
    kind: "sitting.close",
    schema: sittingClose,
    signer: "member",
    admit: (state, act, cx) => {
      const sitting = openSitting(state, act.data.sitting, cx.at);
      if (!sitting.ok) return sitting;
      if (!presides(state, sitting.value.id, act.by)) return refuse("G-4", "not-opener-or-teller");
      const own = mayCloseBeside(state, sitting.value, act.by);
      if (!own.ok) return own;
      const order = mayCloseCourse(state, sitting.value.id, cx.at);
      return order.ok ? admitted("G-4", sitting.value.id) : order;
    },
    apply: (state, act, cx) => {
      mustFind(state, act.data.sitting).closed = cx.at;
      endCourse(state, act.data.sitting, cx.id, cx.at);
    },
  }),
];
