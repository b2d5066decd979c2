/** Rules of a sitting's course: items, the floor, presence from outside, interruption (G-31 to G-40). */
import { type ActId, type MemberId, refuse } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { type AnyKind, type Context, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { hasCard } from "../members/codes.ts";
import { electionToDecide, motionToDecide } from "../votes/to-decide.ts";
import {
  floorAsk,
  type FloorAsk,
  floorEnd,
  type FloorEnd,
  floorGive,
  type FloorGive,
  floorLeave,
  type FloorLeave,
  itemClose,
  type ItemClose,
  itemOpen,
  type ItemOpen,
  sittingHall,
  type SittingHere,
  sittingHere,
  type SittingHall,
  sittingInterrupt,
  type SittingInterrupt,
  sittingRemote,
  type SittingRemote,
} from "./acts.ts";
import { putOff, settleSitting } from "./carry.ts";
import {
  mayAsk,
  mayCloseItem,
  mayEndSpeech,
  mayGive,
  mayGoRemote,
  mayInterrupt,
  mayOpenItem,
  mayReturn,
} from "./chairing.ts";
import { maySignHere } from "./electing.ts";
import { useCode } from "../members/code-used.ts";
import { mayEnterHere } from "./here-by-card.ts";
import type { Course } from "./part.ts";
import { callAt, courseAt, itemUnderWay, leadingCourse, openCourse, presides, speechEnds } from "./queries.ts";
import { endItem } from "./procedure.ts";

function openItem(state: State, course: Course, item: ActId | "aob", cx: Context): void {
  endItem(course);
  course.item = item;
  course.itemSince = cx.at;
  course.moved = cx.at;
  course.log.push({ at: cx.at, what: "item", id: cx.id, about: item });
  const found = itemUnderWay(state, course);
  if (found) found.status = "open";
  else course.aob = true;
}

function closeItem(state: State, course: Course, cx: Context): void {
  const item = itemUnderWay(state, course);
  const call = callAt(state, course);
  const about = course.item ?? "aob";
  endItem(course);
  course.moved = cx.at;
  const motion = item?.motion === undefined ? undefined : state.motions.motions.get(item.motion);
  const election = item?.election === undefined ? undefined : state.elections.elections.get(item.election);
  const undecided = motion
    ? motionToDecide(state, motion, cx.at)
    : election !== undefined && electionToDecide(state, election, cx.at);
  if (call && item && undecided) putOff(state, call, item, cx.at);
  else if (item) item.status = "done";
  course.log.push({ at: cx.at, what: undecided ? "item-put-off" : "item-done", id: cx.id, about });
}

/** Ends who speaks. Cut short by another: their turn isn't used up, and they may come back first (G-36). */
function endSpeech(course: Course, by: MemberId, at: number): void {
  const { speaking } = course;
  if (!speaking) return;
  const ends = speechEnds(course);
  const whole = speaking.member === by || (ends !== undefined && at >= ends);
  if (!whole) course.cut.push(speaking.member);
  delete course.speaking;
  course.moved = at;
}

const items: readonly AnyKind[] = [
  defineKind<ItemOpen, undefined>({
    kind: "item.open",
    schema: itemOpen,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayOpenItem(state, act.data.sitting, act.data.item, act.by, cx.at);
      return may.ok ? admitted("G-33", may.value.sitting) : may;
    },
    apply: (state, act, cx) => openItem(state, leadingCourse(state, act.data.sitting), act.data.item, cx),
  }),
  defineKind<ItemClose, undefined>({
    kind: "item.close",
    schema: itemClose,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayCloseItem(state, act.data.sitting, act.by, cx.at);
      return may.ok ? admitted("G-33", may.value.sitting) : may;
    },
    apply: (state, act, cx) => closeItem(state, leadingCourse(state, act.data.sitting), cx),
  }),
];

const floor: readonly AnyKind[] = [
  defineKind<FloorAsk, undefined>({
    kind: "floor.ask",
    schema: floorAsk,
    signer: "guest",
    admit: (state, act, cx) => {
      const may = mayAsk(state, act.data.sitting, act.by, cx.at, act.data.member);
      return may.ok ? admitted("G-36", may.value.sitting) : may;
    },
    apply: (state, act, cx) => {
      const course = leadingCourse(state, act.data.sitting);
      const member = act.data.member ?? act.by;
      const cut = course.cut.includes(member);
      course.cut = course.cut.filter((m) => m !== member);
      course.waiting.push({ member, asked: cx.at, ...(cut ? { first: true as const } : {}) });
    },
  }),
  defineKind<FloorLeave, undefined>({
    kind: "floor.leave",
    schema: floorLeave,
    signer: "guest",
    admit: (state, act, cx) => {
      const course = openCourse(state, act.data.sitting, cx.at);
      if (!course.ok) return course;
      const who = act.data.member ?? act.by;
      if (who !== act.by && !(presides(state, act.data.sitting, act.by) && hasCard(state, who, cx.at)))
        return refuse("G-36", "for-oneself");
      return course.value.waiting.some((w) => w.member === who)
        ? admitted("G-36", course.value.sitting)
        : refuse("G-36", "not-on-the-list");
    },
    apply: (state, act) => {
      const course = leadingCourse(state, act.data.sitting);
      course.waiting = course.waiting.filter((w) => w.member !== (act.data.member ?? act.by));
    },
  }),
  defineKind<FloorGive, undefined>({
    kind: "floor.give",
    schema: floorGive,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayGive(state, act.data.sitting, act.data.speaker, act.by, cx.at);
      return may.ok ? admitted("G-36", may.value.sitting) : may;
    },
    apply: (state, act, cx) => {
      const course = leadingCourse(state, act.data.sitting);
      const { speaker } = act.data;
      endSpeech(course, act.by, cx.at);
      course.waiting = course.waiting.filter((w) => w.member !== speaker);
      course.speaking = { member: speaker, since: cx.at };
      course.spoken.set(speaker, (course.spoken.get(speaker) ?? 0) + 1);
      course.moved = cx.at;
    },
  }),
  defineKind<FloorEnd, undefined>({
    kind: "floor.end",
    schema: floorEnd,
    signer: "guest",
    admit: (state, act, cx) => {
      const may = mayEndSpeech(state, act.data.sitting, act.by, cx.at);
      return may.ok ? admitted("G-36", may.value.sitting) : may;
    },
    apply: (state, act, cx) => endSpeech(leadingCourse(state, act.data.sitting), act.by, cx.at),
  }),
];

const presence: readonly AnyKind[] = [
  defineKind<SittingRemote, undefined>({
    kind: "sitting.remote",
    schema: sittingRemote,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayGoRemote(state, act.data.sitting, act.by, cx.at);
      return may.ok ? admitted("G-40", may.value.sitting) : may;
    },
    apply: (state, act, cx) => {
      const course = leadingCourse(state, act.data.sitting);
      course.remote.set(act.by, cx.at);
      course.here.delete(act.by);
      course.hereBy.delete(act.by);
    },
  }),
  defineKind<SittingHall, undefined>({
    kind: "sitting.hall",
    schema: sittingHall,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayReturn(state, act.data.sitting, act.by, cx.at);
      return may.ok ? admitted("G-40", may.value.sitting) : may;
    },
    apply: (state, act) => void leadingCourse(state, act.data.sitting).remote.delete(act.by),
  }),
  defineKind<SittingHere, undefined>({
    kind: "sitting.here",
    schema: sittingHere,
    signer: "member",
    beforeAdoption: true,
    admit: (state, act, cx) => {
      const { sitting, member, code } = act.data;
      const may =
        member === undefined || code === undefined
          ? maySignHere(state, sitting, act.by, cx.at, cx.key)
          : mayEnterHere(state, { sitting, member, code }, act.by, cx);
      return may.ok ? admitted("G-44", may.value.sitting) : may;
    },
    apply: (state, act, cx) => {
      const { sitting, member, code } = act.data;
      const course = leadingCourse(state, sitting);
      course.here.set(member ?? act.by, cx.at);
      if (member === undefined || code === undefined) course.hereBy.set(act.by, cx.key);
      else useCode(state, member, code, cx);
    },
  }),
  defineKind<SittingInterrupt, undefined>({
    kind: "sitting.interrupt",
    schema: sittingInterrupt,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayInterrupt(state, act.data.sitting, act.by, cx.at);
      if (!may.ok) return may;
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("G-37", act.data.sitting) : texts;
    },
    apply: (state, act, cx) => {
      const course = courseAt(state, act.data.sitting);
      const sitting = state.sittings.sittings.get(act.data.sitting);
      if (!sitting) throw new Error("no sitting");
      sitting.closed = cx.at;
      course.interrupted = { by: act.by, at: cx.at, reason: act.data.reason.hash };
      course.log.push({ at: cx.at, what: "interrupted", id: cx.id });
      bringIn(state, act.by, act.data);
      settleSitting(state, course, cx.at);
    },
  }),
];

export const courseRules: readonly AnyKind[] = [...items, ...floor, ...presence];
