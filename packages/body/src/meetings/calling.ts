/** Calls (G-20 to G-25): who calls a meeting, with which notice, and what comes onto its agenda. */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { powerOf } from "../elections/queries.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { needsVote } from "../members/no-vote.ts";
import { rollSize } from "../members/standing.ts";
import { askedOf, statutesOf } from "../statutes/queries.ts";
import { electionToDecide, motionToDecide } from "../votes/to-decide.ts";
import {
  meetingCall,
  type MeetingCall,
  meetingItem,
  type MeetingItem,
  meetingPlace,
  type MeetingPlace,
  meetingSign,
  type MeetingSign,
} from "./acts.ts";
import { settleOver, takeCarried } from "./carry.ts";
import type { Call } from "./part.ts";
import { callOf, calledBy } from "./queries.ts";
import { addItem, mayAddCall, mayAddItem } from "./shares.ts";

const DAY_MS = 24 * 3600_000;
/** Members' items end at least so long before the meeting, where notice is asked at all, in ms (G-24). */
export const ITEMS_BEFORE_MS = DAY_MS;
/** A meeting is called at most so far ahead, in ms (G-21). */
export const AHEAD_MS = 366 * DAY_MS;

/** What a call would rest on: signatures needed (the caller's counts), or an office. */
export interface Calling {
  readonly needed: number;
  readonly office?: ActId;
  /** Earliest start (G-21). */
  readonly earliest: Millis;
}

/** By which right `by` calls, and from when the meeting may start (G-20, G-21). */
export function callingBy(state: State, by: MemberId, at: Millis): Calling {
  const { convene } = statutesOf(state, at);
  const earliest = at + convene.noticeDays * DAY_MS;
  const office = powerOf(state, by, "convene", at);
  if (office) return { needed: 1, office: office.id, earliest };
  return { needed: askedOf(convene.signatures, rollSize(state, at)), earliest };
}

/** May `by` call this meeting (G-20, G-21, G-24, G-47)? */
export function mayCallMeeting(
  state: State,
  data: Pick<MeetingCall, "starts" | "itemsUntil" | "halls">,
  by: MemberId,
  at: Millis,
): Result<Calling> {
  const calling = callingBy(state, by, at);
  // Who calls by an office was given it; anybody else is one of a number (M-23).
  const votes = calling.office === undefined ? needsVote(state, by, at) : ok(true as const);
  if (!votes.ok) return votes;
  if (data.starts < calling.earliest) return refuse("G-21", "too-soon", { earliest: calling.earliest });
  if (data.starts > at + AHEAD_MS) return refuse("G-21", "too-far", { latest: at + AHEAD_MS });
  const latest = data.starts - (statutesOf(state, at).convene.noticeDays > 0 ? ITEMS_BEFORE_MS : 0);
  if (data.itemsUntil !== undefined && data.itemsUntil > latest) return refuse("G-24", "items-too-late", { latest });
  if (data.halls && new Set(data.halls).size !== data.halls.length) return refuse("G-41", "hall-twice");
  const names = mayAddCall(state, by, at);
  return names.ok ? ok(calling) : names;
}

/** May `by` sign this call (G-20, G-21, G-47)? One that stands needs no more: else signing would be a way onto a full agenda. */
export function maySign(state: State, call: Call, by: MemberId, at: Millis): Result<true> {
  if (calledBy(call, by)) return refuse("G-20", "signed-already");
  if (call.stands !== undefined) return refuse("G-20", "stands-already", { since: call.stands });
  const latest = call.starts - statutesOf(state, at).convene.noticeDays * DAY_MS;
  if (at > latest) return refuse("G-21", "notice-run-out", { latest });
  const votes = needsVote(state, by, at);
  return votes.ok ? mayAddCall(state, by, at) : votes;
}

/** May `by` give the place (G-23)? Once: a place that could be changed would be a way to postpone. */
export function mayPlace(call: Call, by: MemberId, at: Millis): Result<true> {
  if (!calledBy(call, by)) return refuse("G-23", "not-a-signer");
  if (call.place !== undefined) return refuse("G-23", "given-already");
  return at >= call.starts ? refuse("G-23", "too-late", { starts: call.starts }) : ok(true);
}

/** May `by` put this on the agenda (G-24)? */
export function mayPutItem(
  state: State,
  call: Call,
  data: Pick<MeetingItem, "motion" | "election">,
  by: MemberId,
  at: Millis,
): Result<true> {
  if (call.sittings.length > 0 || at >= call.starts) return refuse("G-24", "too-late", { until: call.starts });
  if (!calledBy(call, by)) {
    if (call.itemsUntil === undefined) return refuse("G-24", "callers-only");
    if (at > call.itemsUntil) return refuse("G-24", "too-late", { until: call.itemsUntil });
  }
  const room = mayAddItem(call, by);
  if (!room.ok) return room;
  if (data.motion !== undefined && data.election !== undefined) return refuse("G-24", "motion-or-election");
  if (data.motion !== undefined) {
    const motion = state.motions.motions.get(data.motion);
    if (!motion) return refuse("V-1", "no-such-motion");
    if (motion.subject.type === "procedure" || !motionToDecide(state, motion, at))
      return refuse("G-24", "nothing-to-decide");
    if (motion.subject.type === "amendment") return refuse("G-24", "comes-with-its-motion");
    if (call.agenda.some((i) => i.motion === data.motion)) return refuse("G-24", "on-it-already");
  }
  if (data.election !== undefined) {
    const election = state.elections.elections.get(data.election);
    if (!election) return refuse("O-1", "no-such-election");
    if (!electionToDecide(state, election, at)) return refuse("G-24", "nothing-to-decide");
    if (call.agenda.some((i) => i.election === data.election)) return refuse("G-24", "on-it-already");
  }
  return ok(true);
}

function stand(state: State, call: Call, at: Millis): void {
  if (call.stands !== undefined || call.signers.length < call.needed) return;
  call.stands = at;
  settleOver(state, at);
  state.meetings.due.push(call.id);
  takeCarried(state, call, at);
}

function mustFind(state: State, id: ActId): Call {
  const call = state.meetings.calls.get(id);
  if (!call) throw new Error(`no call ${id}`);
  return call;
}

export const callingRules: readonly AnyKind[] = [
  defineKind<MeetingCall, Calling>({
    kind: "meeting.call",
    schema: meetingCall,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayCallMeeting(state, act.data, act.by, cx.at);
      if (!may.ok) return may;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("G-20", may.value.office ?? cameBy(state, act.by), may.value) : texts;
    },
    apply: (state, act, cx, { needed, office }) => {
      const { title, reason, type, starts, place, itemsUntil, halls } = act.data;
      const call: Call = {
        id: cx.id,
        caller: act.by,
        at: cx.at,
        title: title.hash,
        reason: reason.hash,
        type,
        starts,
        ...(place ? { place: place.hash } : {}),
        ...(itemsUntil === undefined ? {} : { itemsUntil }),
        noticed: itemsUntil ?? starts - statutesOf(state, cx.at).convene.noticeDays * DAY_MS,
        halls: [...(halls ?? [])],
        signers: [act.by],
        needed,
        ...(office === undefined ? {} : { office }),
        agenda: [],
        letIn: [],
        sittings: [],
      };
      state.meetings.calls.set(cx.id, call);
      bringIn(state, act.by, act.data);
      stand(state, call, cx.at);
    },
  }),
  defineKind<MeetingSign, undefined>({
    kind: "meeting.sign",
    schema: meetingSign,
    signer: "voter",
    admit: (state, act, cx) => {
      const call = callOf(state, act.data.call);
      if (!call.ok) return call;
      const may = maySign(state, call.value, act.by, cx.at);
      return may.ok ? admitted("G-20", cameBy(state, act.by)) : may;
    },
    apply: (state, act, cx) => {
      const call = mustFind(state, act.data.call);
      call.signers.push(act.by);
      stand(state, call, cx.at);
    },
  }),
  defineKind<MeetingPlace, undefined>({
    kind: "meeting.place",
    schema: meetingPlace,
    signer: "member",
    admit: (state, act, cx) => {
      const call = callOf(state, act.data.call);
      if (!call.ok) return call;
      const may = mayPlace(call.value, act.by, cx.at);
      if (!may.ok) return may;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("G-23", call.value.id) : texts;
    },
    apply: (state, act) => {
      mustFind(state, act.data.call).place = act.data.place.hash;
      bringIn(state, act.by, act.data);
    },
  }),
  defineKind<MeetingItem, undefined>({
    kind: "meeting.item",
    schema: meetingItem,
    signer: "member",
    admit: (state, act, cx) => {
      const call = callOf(state, act.data.call);
      if (!call.ok) return call;
      const may = mayPutItem(state, call.value, act.data, act.by, cx.at);
      if (!may.ok) return may;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("G-24", call.value.id) : texts;
    },
    apply: (state, act, cx) => {
      const { call, title, text, motion, election } = act.data;
      addItem(state, mustFind(state, call), {
        id: cx.id,
        at: cx.at,
        title: title.hash,
        by: act.by,
        ...(text ? { text: text.hash } : {}),
        ...(motion === undefined ? {} : { motion }),
        ...(election === undefined ? {} : { election }),
        urgent: false,
        status: "waiting",
      });
      bringIn(state, act.by, act.data);
    },
  }),
];
