/**
 * Minutes (G-43): the plain facts of a sitting in their order, with the acts that made them so. They
 * need nobody to write them, and a page only prints them. No speaker and no opinion stands in them.
 */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import { electionReckoning } from "../elections/queries.ts";
import type { ElectionReckoning } from "../elections/reckon.ts";
import type { State } from "../engine/state.ts";
import { sittingEnd } from "../sittings/queries.ts";
import { reckonResult } from "../votes/queries.ts";
import type { Declared, Vote } from "../votes/part.ts";
import type { Reckoning } from "../votes/outcome.ts";
import type { MeetingType, Procedure } from "./acts.ts";
import type { AgendaItem, Fact, Presence } from "./part.ts";
import { courseAt } from "./queries.ts";

/** A vote in the minutes: on what, how, and how it came out. */
export interface MinutedVote {
  readonly vote: Vote;
  /** Title of the motion or election. */
  readonly title: Hash;
  /** What a procedural vote was about. */
  readonly procedure?: Procedure;
  readonly result?: Declared;
  readonly reckoning?: Reckoning;
  readonly election?: ElectionReckoning;
}

/** One line of minutes. `id`: the act to point to. */
export interface MinutesLine extends Fact {
  readonly item?: AgendaItem;
  readonly vote?: MinutedVote;
  readonly motion?: {
    readonly id: ActId;
    readonly title: Hash;
    readonly mover: MemberId;
    readonly text: Hash;
    readonly procedure?: Procedure;
    readonly status: string;
  };
}

/** The minutes of one sitting. */
export interface Minutes {
  readonly sitting: ActId;
  readonly call?: ActId;
  readonly type?: MeetingType;
  readonly title: Hash;
  readonly place?: Hash;
  readonly hall: string;
  readonly opened: Millis;
  readonly opener: MemberId;
  /** How it ended: closed, broken up, put off to a date, or by itself after a day; `undefined`: it goes on. */
  readonly ended?: { readonly at: Millis; readonly how: "closed" | "interrupted" | "adjourned" | "by-itself" };
  readonly chair: MemberId;
  readonly secretary?: MemberId;
  readonly tellers: readonly MemberId[];
  /** The board was elected; else the opener presided provisionally. */
  readonly board?: ActId;
  readonly lines: readonly MinutesLine[];
  readonly presence: readonly Presence[];
  /** Put here and never voted: they stay in the minutes. */
  readonly unvoted: readonly ActId[];
  /** Items that it left for later. */
  readonly carried: readonly AgendaItem[];
}

function minuted(state: State, id: ActId): MinutedVote | undefined {
  const vote = state.votes.votes.get(id);
  if (!vote) return undefined;
  const motion = state.motions.motions.get(vote.motion);
  const title = vote.election === undefined ? motion?.title : state.elections.elections.get(vote.election)?.title;
  if (title === undefined) return undefined;
  const election = electionReckoning(vote);
  return {
    vote,
    title,
    ...(motion?.subject.type === "procedure" ? { procedure: motion.subject.procedure } : {}),
    ...(vote.result ? { result: vote.result, reckoning: reckonResult(vote) } : {}),
    ...(election ? { election } : {}),
  };
}

function movedLine(state: State, id: ActId): MinutesLine["motion"] {
  const motion = state.motions.motions.get(id);
  const text = motion?.versions.at(-1)?.text;
  if (!motion || text === undefined) return undefined;
  const { title, mover, status, subject } = motion;
  return { id, title, mover, text, status, ...(subject.type === "procedure" ? { procedure: subject.procedure } : {}) };
}

/** The minutes of a sitting, as far as it has come at `at`. Throws where there is no such sitting. */
export function minutesOf(state: State, id: ActId, at: Millis): Minutes {
  const course = courseAt(state, id);
  const sitting = state.sittings.sittings.get(id);
  if (!sitting) throw new Error(`no sitting ${id}`);
  const call = course.call === undefined ? undefined : state.meetings.calls.get(course.call);
  const items = new Map((call?.agenda ?? []).map((i) => [i.id, i] as const));
  const end = sittingEnd(sitting, at);
  const how = course.interrupted
    ? "interrupted"
    : course.adjourned
      ? "adjourned"
      : sitting.closed === undefined
        ? "by-itself"
        : "closed";
  const lines = course.log.map((fact): MinutesLine => {
    const about = fact.about === undefined || fact.about === "aob" ? undefined : fact.about;
    const item = about === undefined ? undefined : items.get(about);
    const vote =
      fact.what === "vote"
        ? minuted(state, fact.id)
        : fact.what === "result" && about !== undefined
          ? minuted(state, about)
          : undefined;
    const motion =
      fact.what === "moved" || fact.what === "procedure"
        ? movedLine(state, fact.id)
        : // An amendment that was let in is no item of its own (V-50).
          fact.what === "urgent" && !item && about !== undefined
          ? movedLine(state, about)
          : undefined;
    return { ...fact, ...(item ? { item } : {}), ...(vote ? { vote } : {}), ...(motion ? { motion } : {}) };
  });
  return {
    sitting: id,
    ...(call ? { call: call.id, type: call.type } : {}),
    title: sitting.title,
    ...(sitting.place === undefined ? {} : { place: sitting.place }),
    hall: course.hall,
    opened: sitting.opened,
    opener: sitting.opener,
    ...(end === undefined ? {} : { ended: { at: end, how } as const }),
    chair: course.chair,
    ...(course.secretary === undefined ? {} : { secretary: course.secretary }),
    tellers: sitting.tellers,
    ...(course.board === undefined ? {} : { board: course.board }),
    lines,
    presence: course.presence,
    unvoted: course.procedures.filter((p) => state.motions.motions.get(p)?.status === "standing"),
    carried: end === undefined ? [] : (call?.agenda ?? []).filter((i) => i.status !== "done"),
  };
}
