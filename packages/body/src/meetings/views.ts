/**
 * Meetings as pages need them: a call and who may still do what with it, the agenda at a moment, the
 * course of a sitting with everything one may do now, and the rule in the way of what one may not.
 */
import type { ActId, Hash, MemberId, Millis, Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { hasCard } from "../members/codes.ts";
import type { Procedure } from "./acts.ts";
import { mayPlace, mayPutItem, maySign } from "./calling.ts";
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
import { mustBeVoted, noticed, typeAllows } from "./deciding.ts";
import { mayCloseCourse, mayOpenFor, secondsNeeded } from "./opening.ts";
import type { AgendaItem, Call, Course, Presence, Waiting } from "./part.ts";
import {
  callAt,
  callWindow,
  courseAt,
  hallsOf,
  isOpen,
  itemUnderWay,
  leadingCourse,
  nextItem,
  presides,
  speakersInOrder,
  speechEnds,
  waitingProcedures,
  type Window,
} from "./queries.ts";
import { maySpeak } from "../voice/still.ts";

/** Where a call stands. `not-held`: its day went by and nobody opened it; its items are carried over. */
export type CallStage =
  | "signing"
  | "lapsed"
  | "called"
  | "due"
  | "held"
  | "adjourned"
  | "interrupted"
  | "over"
  | "not-held";

/** The stage of a call at `at`. */
export function callStage(state: State, call: Call, at: Millis): CallStage {
  if (call.stands === undefined) return at >= call.starts ? "lapsed" : "signing";
  if (call.sittings.some((s) => isOpen(state, s, at))) return "held";
  const window = callWindow(state, call, at);
  if (call.sittings.length === 0) return at < call.starts ? "called" : window && at < window.until ? "due" : "not-held";
  const last = courseAt(state, call.sittings.at(-1) as ActId);
  if (window && at < window.until) return last.interrupted ? "interrupted" : "adjourned";
  return "over";
}

/** An item with what can be decided on it at this meeting. */
export interface AgendaLine {
  readonly item: AgendaItem;
  /** Its motion or election can be decided here; else why not (G-26, G-28). `undefined`: nothing to decide. */
  readonly decides?: Result<{ readonly opinion: boolean }>;
}

/** A call's agenda in its order (G-33); any other business follows by itself. */
export function agendaOf(state: State, call: Call): AgendaLine[] {
  return call.agenda.map((item) => {
    const motion = item.motion === undefined ? undefined : state.motions.motions.get(item.motion);
    if (!motion && item.election === undefined) return { item };
    const weight = typeAllows(call, motion ? motion.subject.type : "election");
    const known = noticed(state, call, item, motion);
    return { item, decides: weight.ok && !known.ok ? known : weight };
  });
}

/** What one member may do with a call now. */
export interface CallActions {
  readonly sign: Result<true>;
  readonly place: Result<true>;
  readonly item: Result<true>;
  readonly open: Result<unknown>;
}

/** A call as its page needs it. */
export interface CallView {
  readonly call: Call;
  readonly stage: CallStage;
  readonly window?: Window;
  readonly agenda: readonly AgendaLine[];
  /** Signatures asked for and given; the caller's counts. */
  readonly signatures: { readonly needed: number; readonly has: number };
  readonly openHalls: readonly { readonly hall: string; readonly sitting: ActId }[];
  readonly you?: CallActions;
}

/** Everything a call's page says, for `by` if given. */
export function callView(state: State, call: Call, at: Millis, by?: MemberId): CallView {
  const window = callWindow(state, call, at);
  const open = call.sittings.filter((s) => isOpen(state, s, at));
  const hall = call.halls.find((h) => !open.some((s) => courseAt(state, s).hall === h));
  return {
    call,
    stage: callStage(state, call, at),
    ...(window ? { window } : {}),
    agenda: agendaOf(state, call),
    signatures: { needed: call.needed, has: call.signers.length },
    openHalls: open.map((sitting) => ({ hall: courseAt(state, sitting).hall, sitting })),
    ...(by === undefined
      ? {}
      : {
          you: {
            sign: maySign(state, call, by, at),
            place: mayPlace(call, by, at),
            item: mayPutItem(state, call, {}, by, at),
            open: mayOpenFor(state, { call: call.id, ...(hall === undefined ? {} : { hall }) }, by, at),
          },
        }),
  };
}

/** Calls, newest first, with their stage. */
export function calls(state: State, at: Millis): { readonly call: Call; readonly stage: CallStage }[] {
  return [...state.meetings.calls.values()].reverse().map((call) => ({ call, stage: callStage(state, call, at) }));
}

/** A procedural motion that waits for its vote. */
export interface PutProcedure {
  readonly motion: ActId;
  readonly mover: MemberId;
  readonly procedure: Procedure;
  /** The mover's reason. */
  readonly text: Hash;
  readonly seconds: { readonly needed: number; readonly has: number };
}

/** What one person may do at a sitting now, each with "yes" or the rule that says no (G-31). */
export interface CourseActions {
  /** Runs the sitting: chair, opener or teller. */
  readonly presides: boolean;
  readonly ask: Result<unknown>;
  /** Members without a device for whom this one may ask now: who presides enters it for them (G-36). */
  readonly askFor: readonly MemberId[];
  readonly leave: boolean;
  readonly give: Result<unknown>;
  readonly endSpeech: Result<unknown>;
  /** The next item, or `aob`; what it would open. */
  readonly openItem: Result<unknown>;
  readonly closeItem: Result<unknown>;
  readonly remote: Result<unknown>;
  readonly hall: Result<unknown>;
  readonly interrupt: Result<unknown>;
  /** In the order of the meeting; who may close besides is `presides` (G-4). */
  readonly close: Result<true>;
}

/** The course of a sitting as pages and the projector need it. */
export interface CourseView {
  readonly sitting: ActId;
  /** The course that counts: that of the hall which leads. */
  readonly course: Course;
  readonly leads: boolean;
  readonly call?: Call;
  readonly open: boolean;
  readonly item?: AgendaItem | "aob";
  readonly next: AgendaItem | "aob" | undefined;
  /** The item under way must still be voted on before it can be closed. */
  readonly voteFirst: boolean;
  readonly speakers: readonly Waiting[];
  readonly speaking?: { readonly member: MemberId; readonly since: Millis; readonly ends?: Millis };
  readonly procedures: readonly PutProcedure[];
  readonly halls: readonly ActId[];
  readonly remote: number;
  readonly you?: CourseActions;
}

/** Everything a sitting's page says of its course, for `by` if given. */
export function courseView(state: State, sitting: ActId, at: Millis, by?: MemberId): CourseView {
  const own = courseAt(state, sitting);
  const of = leadingCourse(state, sitting);
  const call = callAt(state, of);
  const under = itemUnderWay(state, of);
  const ends = speechEnds(of);
  const next = call && (nextItem(call) ?? (of.aob ? undefined : ("aob" as const)));
  return {
    sitting,
    course: of,
    leads: own === of,
    ...(call ? { call } : {}),
    open: isOpen(state, sitting, at),
    ...(under ? { item: under } : of.item === "aob" ? { item: "aob" as const } : {}),
    next,
    voteFirst: under !== undefined && mustBeVoted(state, of, under, at),
    speakers: speakersInOrder(of),
    ...(of.speaking ? { speaking: { ...of.speaking, ...(ends === undefined ? {} : { ends }) } } : {}),
    procedures: waitingProcedures(state, of).flatMap((id) => putProcedure(state, id, at)),
    halls: hallsOf(state, of, at),
    remote: of.remote.size,
    ...(by === undefined ? {} : { you: actionsAt(state, sitting, of, by, at) }),
  };
}

function putProcedure(state: State, id: ActId, at: Millis): PutProcedure[] {
  const motion = state.motions.motions.get(id);
  const text = motion?.versions.at(-1)?.text;
  if (motion?.subject.type !== "procedure" || text === undefined) return [];
  const seconds = { needed: secondsNeeded(state, at), has: motion.seconds.length };
  return [{ motion: id, mover: motion.mover, procedure: motion.subject.procedure, text, seconds }];
}

function actionsAt(state: State, sitting: ActId, of: Course, by: MemberId, at: Millis): CourseActions {
  const call = callAt(state, of);
  const next = (call && nextItem(call)?.id) ?? "aob";
  const [speaker] = speakersInOrder(of);
  return {
    presides: presides(state, sitting, by),
    ask: askNow(state, sitting, by, at),
    askFor: presides(state, sitting, by)
      ? [...state.members.members.values()]
          .filter((m) => hasCard(state, m.id, at) && m.id !== by && mayAsk(state, sitting, by, at, m.id).ok)
          .map((m) => m.id)
      : [],
    leave: of.waiting.some((w) => w.member === by),
    give: mayGive(state, sitting, speaker?.member ?? by, by, at),
    endSpeech: mayEndSpeech(state, sitting, by, at),
    openItem: mayOpenItem(state, sitting, next, by, at),
    closeItem: mayCloseItem(state, sitting, by, at),
    remote: mayGoRemote(state, sitting, by, at),
    hall: mayReturn(state, sitting, by, at),
    interrupt: mayInterrupt(state, sitting, by, at),
    close: mayCloseCourse(state, sitting, at),
  };
}

/** Headcounts over time, with who took part from outside (G-39). */
export function presenceOf(state: State, sitting: ActId): readonly Presence[] {
  return courseAt(state, sitting).presence;
}

/** May this person ask for the floor now: also as far as two members asked them to be still (N-9)? */
function askNow(state: State, sitting: ActId, by: MemberId, at: Millis): ReturnType<typeof mayAsk> {
  const speaks = maySpeak(state, by, "floor.ask", at);
  return speaks.ok ? mayAsk(state, sitting, by, at) : speaks;
}
