/**
 * The chair's numbered powers and what everybody else may do about the course of a sitting (G-31, G-33,
 * G-36 to G-40): plain checks, read-only, the same for rules and for pages.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { hasCard } from "../members/codes.ts";
import { standing } from "../members/standing.ts";
import { mustBeVoted } from "./deciding.ts";
import type { Course } from "./part.ts";
import {
  callAt,
  itemUnderWay,
  nextItem,
  openCourse,
  openVotesOf,
  presides,
  speakersInOrder,
  speechEnds,
  STAND_IN_MS,
  tellsIn,
} from "./queries.ts";

/** The longest list of speakers: beyond it, one waits to ask (G-36). */
export const LIST_MOST = 500;

/** May `by` do what is the chair's to do: the chair, or after the delay a teller or the opener (G-31)? */
export function actsAsChair(
  state: State,
  course: Course,
  by: MemberId,
  at: Millis,
  since = course.moved,
): Result<true> {
  if (course.chair === by) return ok(true);
  if (!presides(state, course.sitting, by) && !tellsIn(state, course, by, at))
    return refuse("G-31", "not-the-chair", { chair: course.chair });
  if (course.overruled.length > 0) return ok(true);
  const from = Math.max(course.moved, since) + STAND_IN_MS;
  return at >= from ? ok(true) : refuse("G-31", "chair-first", { from });
}

/** May `by` open this item (G-33, power 1)? */
export function mayOpenItem(
  state: State,
  sitting: ActId,
  item: ActId | "aob",
  by: MemberId,
  at: Millis,
): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  const course = found.value;
  const call = callAt(state, course);
  if (!call) return refuse("G-33", "no-agenda");
  const chairs = actsAsChair(state, course, by, at);
  if (!chairs.ok) return chairs;
  if (course.adjourned) return refuse("G-35", "adjourned", { returns: course.adjourned.returns });
  if (course.item !== undefined) return refuse("G-33", "item-under-way", { item: course.item });
  const next = nextItem(call);
  if (item === "aob") return next ? refuse("G-33", "items-left", { next: next.id }) : ok(course);
  return next?.id === item ? ok(course) : refuse("G-33", "not-the-next", { next: next?.id ?? "aob" });
}

/** May `by` close the item under way (G-33, power 2)? Not while somebody speaks or waits, nor before its vote. */
export function mayCloseItem(state: State, sitting: ActId, by: MemberId, at: Millis): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  const course = found.value;
  if (course.item === undefined) return refuse("G-33", "nothing-under-way");
  const chairs = actsAsChair(state, course, by, at);
  if (!chairs.ok) return chairs;
  if (course.speaking) return refuse("G-36", "somebody-speaks");
  if (course.waiting.length > 0) return refuse("G-36", "speakers-wait", { waiting: course.waiting.length });
  const [vote] = openVotesOf(state, course);
  if (vote !== undefined) return refuse("G-33", "vote-open", { vote });
  const item = itemUnderWay(state, course);
  return item && mustBeVoted(state, course, item, at) ? refuse("G-33", "not-voted", { item: item.id }) : ok(course);
}

/** May `by` ask for the floor, or enter it for `member`, who has no device (G-36)? */
export function mayAsk(state: State, sitting: ActId, by: MemberId, at: Millis, member?: MemberId): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  const course = found.value;
  if (member !== undefined && member !== by) {
    if (!presides(state, sitting, by)) return refuse("G-36", "for-oneself");
    if (!hasCard(state, member, at)) return refuse("G-36", "has-a-device");
    if (standing(state, member, at) === "left") return refuse("M-16", "they-left");
  }
  const who = member ?? by;
  if (course.adjourned) return refuse("G-35", "adjourned", { returns: course.adjourned.returns });
  if (course.outside.includes(who) && !course.remote.has(who)) return refuse("G-38", "outside", {});
  if (course.listClosed && !course.cut.includes(who)) return refuse("G-36", "list-closed");
  if (course.proceeded && course.call !== undefined) return refuse("G-36", "debate-over");
  if (course.speaking?.member === who) return refuse("G-36", "speaking-now");
  if (course.waiting.some((w) => w.member === who)) return refuse("G-36", "asked-already");
  return course.waiting.length < LIST_MOST ? ok(course) : refuse("G-36", "list-full", { most: LIST_MOST });
}

/** May `by` give the floor to this speaker (G-36, power 3)? Only to the next. */
export function mayGive(state: State, sitting: ActId, speaker: MemberId, by: MemberId, at: Millis): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  const course = found.value;
  const [next] = speakersInOrder(course);
  const chairs = actsAsChair(state, course, by, at, next?.asked);
  if (!chairs.ok) return chairs;
  const ends = speechEnds(course);
  if (course.speaking && (ends === undefined || at < ends))
    return refuse("G-36", "somebody-speaks", ends === undefined ? {} : { until: ends });
  if (!next) return refuse("G-36", "nobody-waits");
  return next.member === speaker ? ok(course) : refuse("G-36", "not-the-next", { next: next.member });
}

/** May `by` end the speech: who speaks, or the chair, or after the delay a teller (G-36, power 4)? */
export function mayEndSpeech(state: State, sitting: ActId, by: MemberId, at: Millis): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  const course = found.value;
  if (!course.speaking) return refuse("G-36", "nobody-speaks");
  if (course.speaking.member === by) return ok(course);
  const chairs = actsAsChair(state, course, by, at, course.speaking.since);
  return chairs.ok ? ok(course) : chairs;
}

/** May `by` take part from outside the hall from the next vote on (G-40)? */
export function mayGoRemote(state: State, sitting: ActId, by: MemberId, at: Millis): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  return found.value.remote.has(by) ? refuse("G-40", "remote-already") : found;
}

/** May `by` come back into the hall (G-38, G-40)? */
export function mayReturn(state: State, sitting: ActId, by: MemberId, at: Millis): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  if (!found.value.remote.has(by)) return refuse("G-40", "in-the-hall-already");
  return found.value.outside.includes(by) ? refuse("G-38", "outside", {}) : found;
}

/** May `by` state that the sitting was broken up (G-37)? */
export function mayInterrupt(state: State, sitting: ActId, by: MemberId, at: Millis): Result<Course> {
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  return presides(state, sitting, by) ? found : refuse("G-37", "not-chair-or-teller");
}
