/** The course of a sitting as its page, the projector and the API show it: what is before the house, who speaks, what one may do. */
import {
  agendaOf,
  ballotHash,
  courseView,
  electionModes,
  electionReady,
  electionToDecide,
  electsTellers,
  isOpen,
  leadingCourse,
  mayDecideHere,
  mayElectHere,
  mayForce,
  maySignHere,
  modesAllowed,
  motionToDecide,
  openVotesOf,
  type Procedure,
  rollSize,
  wholeRoll,
} from "@nabat/body";
import type { ActId, MemberId, Millis, Sha256 } from "@nabat/kernel";
import { type AgendaShown, agendaShown, type May, may } from "./meetings.ts";
import {
  type AmendmentLine,
  amendmentLines,
  type AmendmentShown,
  amendmentShown,
  isWaiting,
  nextAmendment,
} from "./amendments.ts";
import type { BodyReader } from "./reader.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";

export interface ProcedureShown {
  readonly motion: ActId;
  readonly mover: Person;
  readonly what: Procedure["what"];
  readonly reason: Shown;
  readonly version: string;
  /** Persons and figures that it names. */
  readonly chair?: Person;
  readonly secretary?: Person;
  readonly tellers?: readonly Person[];
  readonly member?: Person;
  readonly seconds?: number;
  readonly returns?: Millis;
  readonly item?: Shown;
  readonly title?: Shown;
  readonly order?: readonly Shown[];
  readonly seconded: { readonly needed: number; readonly has: number };
  readonly vote?: ActId;
  readonly modes: readonly string[];
  readonly you: {
    readonly second: boolean;
    readonly call: boolean;
    readonly secret: boolean;
    readonly withdraw: boolean;
  };
}

export interface SpeakerShown {
  readonly person: Person;
  readonly asked: Millis;
  /** Was cut short, or hasn't spoken at this sitting. */
  readonly turn: "cut-short" | "first" | "again";
}

/** What a vote on the item under way would be called with. */
export interface ToCall {
  readonly motion?: ActId;
  /** The vote is on this amendment first (V-49). */
  readonly amendment?: AmendmentShown & { readonly title: Shown };
  readonly election?: ActId;
  readonly version: string;
  readonly modes: readonly string[];
  readonly may: May;
}

export interface CourseShown {
  readonly sitting: ActId;
  readonly title: Shown;
  readonly open: boolean;
  readonly leads: boolean;
  readonly leading: ActId;
  readonly hall: string;
  readonly call?: { readonly id: ActId; readonly title: Shown; readonly type: "decide" | "consult" | "inform" };
  readonly chair: Person;
  readonly elected: boolean;
  readonly secretary?: Person;
  readonly tellers: readonly Person[];
  readonly item?: AgendaShown | "aob";
  readonly itemSince?: Millis;
  readonly next?: AgendaShown | "aob";
  readonly agenda: readonly AgendaShown[];
  readonly aob: "waiting" | "open" | "done";
  readonly voteFirst: boolean;
  readonly toCall?: ToCall;
  /** Amendments to the motion before the house that wait, in the order of its text. */
  readonly amendments: readonly AmendmentLine[];
  readonly openVotes: readonly ActId[];
  readonly votes: readonly ActId[];
  readonly speaking?: { readonly person: Person; readonly since: Millis; readonly ends?: Millis };
  readonly speakers: readonly SpeakerShown[];
  readonly listClosed: boolean;
  readonly proceeded: boolean;
  readonly seconds?: number;
  readonly procedures: readonly ProcedureShown[];
  readonly halls: readonly { readonly sitting: ActId; readonly hall: string }[];
  readonly outside: readonly Person[];
  readonly remote: number;
  /** How many signed that they are there (G-44). */
  readonly here: number;
  readonly roll: number;
  readonly overruled: boolean;
  readonly adjourned?: { readonly returns: Millis };
  readonly interrupted?: { readonly reason: Shown; readonly by: Person; readonly at: Millis };
  /** Each with "yes" or the rule that says no; only for who is known here. */
  readonly you?: {
    readonly presides: boolean;
    readonly member: boolean;
    readonly place?: number;
    readonly speaking: boolean;
    readonly remote: boolean;
    readonly ask: May;
    /** Members without a device for whom the viewer may ask (G-36). */
    readonly askFor: readonly Person[];
    readonly give: May;
    readonly endSpeech: May;
    readonly openItem: May;
    readonly closeItem: May;
    readonly goRemote: May;
    readonly signHere: May;
    readonly comeBack: May;
    readonly interrupt: May;
    readonly close: May;
  };
}

/** The course of a sitting; `undefined` where there is none of that id. `sha256` names an election's ballot. */
export async function courseShown(reader: BodyReader, id: ActId, sha256: Sha256): Promise<CourseShown | undefined> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const sitting = state.sittings.sittings.get(id);
  if (!sitting || !state.meetings.courses.has(id)) return undefined;
  const me = viewer.member !== undefined && viewer.standing !== "copy-holder" ? viewer.member : undefined;
  const view = courseView(state, id, now, me);
  const { course, call } = view;
  const agenda = call ? await agendaShown(reader, agendaOf(state, call)) : [];
  const procedures = view.procedures.map((p) => p.procedure);
  const people = await peopleOf(reader, [
    course.chair,
    ...(course.secretary ? [course.secretary] : []),
    ...sitting.tellers,
    ...course.outside,
    ...view.speakers.map((w) => w.member),
    ...(view.you?.askFor ?? []),
    ...(view.speaking ? [view.speaking.member] : []),
    ...(course.interrupted ? [course.interrupted.by] : []),
    ...view.procedures.map((p) => p.mover),
    ...procedures.flatMap((p) =>
      p.what === "board"
        ? [p.chair, ...(p.secretary ? [p.secretary] : []), ...(p.tellers ?? [])]
        : p.what === "exclude"
          ? [p.member]
          : [],
    ),
  ]);
  const text = await textsOf(reader, [
    sitting.title,
    ...(call ? [call.title] : []),
    ...(course.interrupted ? [course.interrupted.reason] : []),
    ...view.procedures.map((p) => p.text),
    ...procedures.flatMap((p) => (p.what === "urgent" ? [p.title.hash] : [])),
  ]);
  const found = (x: { id: ActId } | "aob" | undefined): AgendaShown | "aob" | undefined =>
    x === undefined || x === "aob" ? x : agenda.find((a) => a.id === x.id);
  const item = found(view.item);
  const next = found(view.next);
  const toCall = call && view.item !== "aob" && view.item ? await callable(reader, id, view.item, sha256) : undefined;
  const before = item && item !== "aob" && item.motion ? state.motions.motions.get(item.motion.id) : undefined;
  const amendments = before ? (await amendmentLines(reader, before)).filter(isWaiting) : [];
  const place = me === undefined ? -1 : view.speakers.findIndex((w) => w.member === me);
  return {
    sitting: id,
    title: text(sitting.title),
    open: view.open,
    leads: view.leads,
    leading: course.sitting,
    hall: state.meetings.courses.get(id)?.hall ?? "",
    ...(call ? { call: { id: call.id, title: text(call.title), type: call.type } } : {}),
    chair: people(course.chair),
    elected: course.board !== undefined,
    ...(course.secretary ? { secretary: people(course.secretary) } : {}),
    tellers: sitting.tellers.map(people),
    ...(item ? { item } : {}),
    ...(course.itemSince === undefined || course.item === undefined ? {} : { itemSince: course.itemSince }),
    ...(next ? { next } : {}),
    agenda,
    aob: course.item === "aob" ? "open" : course.aob ? "done" : "waiting",
    voteFirst: view.voteFirst,
    ...(toCall ? { toCall } : {}),
    amendments,
    openVotes: openVotesOf(state, course),
    votes: course.votes,
    ...(view.speaking
      ? {
          speaking: {
            person: people(view.speaking.member),
            since: view.speaking.since,
            ...(view.speaking.ends === undefined ? {} : { ends: view.speaking.ends }),
          },
        }
      : {}),
    speakers: view.speakers.map((w) => ({
      person: people(w.member),
      asked: w.asked,
      turn: w.first ? "cut-short" : (course.spoken.get(w.member) ?? 0) === 0 ? "first" : "again",
    })),
    listClosed: course.listClosed,
    proceeded: course.proceeded,
    ...(course.seconds === undefined ? {} : { seconds: course.seconds }),
    procedures: view.procedures.map((p) => procedureShown(reader, p, people, text, agenda, me)),
    halls: view.halls.map((s) => ({ sitting: s, hall: state.meetings.courses.get(s)?.hall ?? "" })),
    outside: course.outside.map(people),
    remote: view.remote,
    here: course.here.size,
    roll: wholeRoll(state, now),
    overruled: course.overruled.length > 0,
    ...(course.adjourned ? { adjourned: { returns: course.adjourned.returns } } : {}),
    ...(course.interrupted
      ? {
          interrupted: {
            reason: text(course.interrupted.reason),
            by: people(course.interrupted.by),
            at: course.interrupted.at,
          },
        }
      : {}),
    ...(view.you && me !== undefined
      ? {
          you: {
            presides: view.you.presides,
            member: viewer.standing === "member",
            ...(place < 0 ? {} : { place: place + 1 }),
            speaking: view.speaking?.member === me,
            remote: course.remote.has(me),
            ask: may(view.you.ask),
            askFor: view.you.askFor.map(people),
            give: may(view.you.give),
            endSpeech: may(view.you.endSpeech),
            openItem: may(view.you.openItem),
            closeItem: may(view.you.closeItem),
            goRemote: may(view.you.remote),
            signHere: {
              yes: electsTellers(state, course) && viewer.standing === "member" && maySignHere(state, id, me, now).ok,
            },
            comeBack: may(view.you.hall),
            interrupt: may(view.you.interrupt),
            close: may(view.you.close),
          },
        }
      : {}),
  };
}

/** What a vote on the item under way would be, if anything there is to decide. */
async function callable(
  reader: BodyReader,
  sitting: ActId,
  item: { readonly motion?: ActId; readonly election?: ActId },
  sha256: Sha256,
): Promise<ToCall | undefined> {
  const { state, now } = reader;
  const course = leadingCourse(state, sitting);
  const main = item.motion === undefined ? undefined : state.motions.motions.get(item.motion);
  const amends = main && nextAmendment(reader, main, course.sitting);
  const motion = amends ?? main;
  const version = motion && motion.versions.at(-1)?.text;
  const shown = amends && (await amendmentShown(reader, amends));
  // Hands and paper alone would leave out those who take part from outside (G-40).
  const fit = (modes: readonly string[]) =>
    modes.filter((m) => !(m === "hands" || m === "paper") || course.remote.size === 0);
  if (motion && version && motionToDecide(state, motion, now))
    return {
      motion: motion.id,
      ...(shown ? { amendment: { ...shown, title: (await textsOf(reader, [motion.title]))(motion.title) } } : {}),
      version,
      modes: fit(modesAllowed(state, motion, true, rollSize(state, now), now)),
      may: may(mayDecideHere(state, course, motion)),
    };
  const election = item.election && state.elections.elections.get(item.election);
  if (election && electionToDecide(state, election, now)) {
    const ready = electionReady(state, election, now);
    return {
      election: election.id,
      version: ballotHash(sha256, state, election, now),
      modes: fit(electionModes(election, true)),
      may: may(ready.ok ? mayElectHere(state, course, election) : ready),
    };
  }
  return undefined;
}

function procedureShown(
  reader: BodyReader,
  p: ReturnType<typeof courseView>["procedures"][number],
  people: (id: MemberId) => Person,
  text: Awaited<ReturnType<typeof textsOf>>,
  agenda: readonly AgendaShown[],
  me: MemberId | undefined,
): ProcedureShown {
  const { state, now, viewer } = reader;
  const motion = state.motions.motions.get(p.motion);
  const { procedure } = p;
  const titleOf = (id: ActId): Shown => agenda.find((a) => a.id === id)?.title ?? { why: "missing" };
  const member = me !== undefined && viewer.standing === "member";
  const vote = motion?.votes.findLast((v) => state.votes.votes.get(v)?.result === undefined);
  const sitting = motion?.sitting;
  const presides =
    sitting !== undefined &&
    me !== undefined &&
    isOpen(state, sitting, now) &&
    (courseView(state, sitting, now, me).you?.presides ?? false);
  return {
    motion: p.motion,
    mover: people(p.mover),
    what: procedure.what,
    reason: text(p.text),
    version: p.text,
    ...(procedure.what === "board"
      ? {
          chair: people(procedure.chair),
          ...(procedure.secretary ? { secretary: people(procedure.secretary) } : {}),
          ...(procedure.tellers ? { tellers: procedure.tellers.map(people) } : {}),
        }
      : {}),
    ...(procedure.what === "exclude" ? { member: people(procedure.member) } : {}),
    ...(procedure.what === "time-limit" ? { seconds: procedure.seconds } : {}),
    ...(procedure.what === "adjourn"
      ? { returns: procedure.returns, ...(procedure.item ? { item: titleOf(procedure.item) } : {}) }
      : {}),
    ...(procedure.what === "urgent" ? { title: text(procedure.title.hash) } : {}),
    ...(procedure.what === "agenda" ? { order: procedure.order.map(titleOf) } : {}),
    seconded: p.seconds,
    ...(vote === undefined ? {} : { vote }),
    modes: motion
      ? modesAllowed(state, motion, true, rollSize(state, now), now).filter(
          (m) => !(m === "hands" || m === "paper") || leadingCourse(state, motion.sitting as ActId).remote.size === 0,
        )
      : [],
    you: {
      second: member && motion !== undefined && motion.mover !== me && !motion.seconds.includes(me),
      call: member && motion !== undefined && vote === undefined && (presides || mayForce(state, motion, me, now)),
      secret:
        member &&
        (procedure.what === "board" || procedure.what === "exclude") &&
        vote === undefined &&
        (motion?.secretAsked.length ?? 0) === 0,
      withdraw: member && motion?.mover === me && vote === undefined,
    },
  };
}
