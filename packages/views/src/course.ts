/** The course of a sitting as its page, the projector and the API show it: what is before the house, who speaks, what one may do. */
import {
  cardsNotHere,
  runsForCards,
  agendaOf,
  ballotHash,
  courseView,
  electionModes,
  electionToDecide,
  electsTellers,
  leadingCourse,
  maySignHere,
  modesAllowed,
  motionToDecide,
  openVotesOf,
  rollSize,
  wholeRoll,
  votersHere,
  votersOutside,
} from "@nabat/body";
import type { ActId, MemberId, Millis, Sha256 } from "@nabat/kernel";
import { type AgendaShown, agendaShown } from "./agenda.ts";
import { type May, may } from "./may.ts";
import {
  type AmendmentLine,
  amendmentLines,
  type AmendmentShown,
  amendmentShown,
  isWaiting,
  nextAmendment,
} from "./amendments.ts";
import { type Would, wouldOf } from "./motion-would.ts";
import type { BodyReader } from "./reader.ts";
import {
  callerHere,
  callHere,
  type TellersFirst,
  tellersFirstShown,
  tellersWhoStand,
  waitsOn,
} from "./meetings-may.ts";
import { type ProcedureShown, procedureShown } from "./meetings-procedures.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";

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
  /** For the viewer, where they run the sitting; else for the chair. */
  readonly may: May;
  /** The vote on it that is open or waits for its result (V-25). */
  readonly waits?: ActId;
  /** Tellers of this sitting who stand in the election (O-7). */
  readonly tellersStand?: readonly Person[];
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
  /** What the motion before the house does besides its text: whoever talks of it is shown it, before any vote. */
  readonly would?: Would;
  /** Amendments to the motion before the house that wait, in the order of its text. */
  readonly amendments: readonly AmendmentLine[];
  /** Who counts must be elected here before anything else is voted on (G-44). */
  readonly tellersFirst?: TellersFirst;
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
    /** Holders of cards whom the reader may enter as there (G-44). */
    readonly cardsHere: readonly Person[];
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
  const signs = electsTellers(state, course) && viewer.standing === "member";
  const cards = signs && me !== undefined && runsForCards(state, id, me, now).ok ? cardsNotHere(state, id, now) : [];
  const people = await peopleOf(reader, [
    course.chair,
    ...(course.secretary ? [course.secretary] : []),
    ...sitting.tellers,
    ...course.outside,
    ...view.speakers.map((w) => w.member),
    ...(view.you?.askFor ?? []),
    ...cards,
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
  const toCall =
    call && view.item !== "aob" && view.item ? await callable(reader, id, view.item, sha256, me) : undefined;
  const before = item && item !== "aob" && item.motion ? state.motions.motions.get(item.motion.id) : undefined;
  const amendments = before ? (await amendmentLines(reader, before)).filter(isWaiting) : [];
  const would = before && (await wouldOf(reader, before));
  const first = view.open ? tellersFirstShown(reader, course) : undefined;
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
    ...(would ? { would } : {}),
    amendments,
    ...(first ? { tellersFirst: first } : {}),
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
    here: votersHere(state, course, now).length,
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
              yes: signs && maySignHere(state, id, me, now, viewer.key).ok,
            },
            cardsHere: cards.map(people),
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
  me: MemberId | undefined,
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
    modes.filter((m) => !(m === "hands" || m === "paper") || votersOutside(state, course, now).length === 0);
  const by = callerHere(reader, course, me);
  if (motion && version && motionToDecide(state, motion, now)) {
    const modes = fit(modesAllowed(state, motion, true, rollSize(state, now), now));
    const waits = waitsOn(reader, { motion: motion.id });
    return {
      motion: motion.id,
      ...(shown ? { amendment: { ...shown, title: (await textsOf(reader, [motion.title]))(motion.title) } } : {}),
      version,
      ...callHere(reader, by, course.sitting, { motion: motion.id, version }, modes),
      ...(waits === undefined ? {} : { waits }),
    };
  }
  const election = item.election && state.elections.elections.get(item.election);
  if (election && electionToDecide(state, election, now)) {
    const on = { election: election.id, version: ballotHash(sha256, state, election, now) };
    const waits = waitsOn(reader, on);
    const stand = tellersWhoStand(reader, course.sitting, election.id);
    const person = await peopleOf(reader, stand);
    return {
      ...on,
      ...callHere(reader, by, course.sitting, on, fit(electionModes(election, true))),
      ...(waits === undefined ? {} : { waits }),
      ...(stand.length > 0 ? { tellersStand: stand.map(person) } : {}),
    };
  }
  return undefined;
}
