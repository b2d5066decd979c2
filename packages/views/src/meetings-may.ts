/**
 * Calling and closing votes at a sitting, and electing who counts there: what the rules say to this viewer before
 * anything is pressed (V-21, V-25, V-33, B-12, G-30, G-44, G-46, O-7).
 */
import {
  type Course,
  electsTellers,
  gathered,
  leadingCourse,
  mayCall,
  mayCallElection,
  mayClose,
  presides,
  standingFor,
  tellersBoard,
  votersHere,
  waitingFor,
  waitingProcedures,
  waitingVotes,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Result } from "@nabat/kernel";
import { type May, may } from "./may.ts";
import type { BodyReader } from "./reader.ts";
import { type WhyNot, whyNot } from "./why-not.ts";

type Motion = Parameters<typeof tellersBoard>[0];

/** What a vote would be called on. */
export interface On {
  readonly motion?: ActId;
  readonly election?: ActId;
  readonly version: Hash;
}

/** The forms in which this vote may be called now at this sitting; where there is none, the rule that says no. */
export function callHere(
  { state, now }: BodyReader,
  by: MemberId,
  sitting: ActId,
  on: On,
  modes: readonly string[],
): { readonly modes: readonly string[]; readonly may: May } {
  type Data = Parameters<typeof mayCall>[1];
  const ask = (mode: string): Result<unknown> => {
    const data = { ...on, mode, sitting } as Data;
    return on.election === undefined ? mayCall(state, data, by, now) : mayCallElection(state, data, by, now);
  };
  const said = modes.map((mode) => ({ mode, result: ask(mode) }));
  const fit = said.filter((s) => s.result.ok);
  if (fit.length > 0) return { modes: fit.map((s) => s.mode), may: { yes: true } };
  return { modes, may: said[0] ? may(said[0].result) : { yes: false } };
}

/** The vote on this that is open or waits for its result (V-25). */
export function waitsOn({ state, now }: BodyReader, on: Omit<On, "version">): ActId | undefined {
  const motion = on.motion && state.motions.motions.get(on.motion);
  const election = on.election && state.elections.elections.get(on.election);
  const votes = motion ? waitingVotes(state, motion, now) : election ? waitingFor(state, election, now) : [];
  return votes.at(-1)?.id;
}

/** Who would call a vote here: the viewer, where they run the sitting; else what the chair would be told. */
export function callerHere({ state }: BodyReader, course: Course, me: MemberId | undefined): MemberId {
  return me !== undefined && presides(state, course.sitting, me) ? me : course.chair;
}

/** Why somebody who may close this vote later can't yet, where only its minute is in the way (B-12). */
export function closesLater({ state, now, viewer }: BodyReader, id: ActId): WhyNot | undefined {
  const vote = state.votes.votes.get(id);
  if (!vote || vote.sitting === undefined || viewer.member === undefined || viewer.standing !== "member") return;
  const result = mayClose(state, vote, viewer.member, now);
  return !result.ok && result.rule === "B-12" ? whyNot(result) : undefined;
}

/** Nobody there was elected to count yet, so nothing else is voted on (G-44). */
export interface TellersFirst {
  /** Somebody has put a chair and tellers already. */
  readonly put: boolean;
  /** It is being voted on, or counted. */
  readonly voting: boolean;
  /** Enough have come, or waited long enough, to elect them. */
  readonly come: May;
}

export function tellersFirstShown({ state, now }: BodyReader, course: Course): TellersFirst | undefined {
  if (!electsTellers(state, course) || course.tellersBy !== undefined) return undefined;
  const boards = waitingProcedures(state, course)
    .flatMap((id) => state.motions.motions.get(id) ?? [])
    .filter((motion) => tellersBoard(motion) !== undefined);
  const voting = boards.some((motion) => waitingVotes(state, motion, now).length > 0);
  return { put: boards.length > 0, voting, come: may(gathered(state, course, now)) };
}

/** How many of those who signed that they are there stand behind the tellers of this motion (G-46). */
export function standBehindIt(
  { state, now }: BodyReader,
  motion: Motion,
): { readonly has: number; readonly of: number } | undefined {
  if (!tellersBoard(motion) || motion.sitting === undefined) return undefined;
  const course = leadingCourse(state, motion.sitting);
  if (!electsTellers(state, course)) return undefined;
  const here = votersHere(state, course, now).filter((m) => course.hereBy.has(m));
  return {
    has: [motion.mover, ...motion.seconds].filter((m) => here.includes(m)).length,
    of: here.length,
  };
}

/** Those elected to count here who stand in this election, and so can't count it (O-7). */
export function tellersWhoStand({ state, now }: BodyReader, sitting: ActId, id: ActId): MemberId[] {
  const election = state.elections.elections.get(id);
  const tellers = state.sittings.sittings.get(sitting)?.tellers ?? [];
  if (!election) return [];
  const candidates = new Set(standingFor(state, election, now).map((c) => c.member));
  return tellers.filter((t) => candidates.has(t));
}
