/**
 * The course of a vote in time (V-25, V-29, V-33, V-36, V-43): when it ended, whether its result is
 * still awaited, whether a later vote has taken its place. Computed; time passing needs no act.
 */
import type { ActId, Millis } from "@nabat/kernel";
import { decidedPresent } from "../binding/held.ts";
import type { State } from "../engine/state.ts";
import type { Motion } from "../motions/part.ts";
import { MINUTE_MS } from "../binding/term.ts";
import { sittingEnd } from "../sittings/queries.ts";
import type { StatutesVersion } from "../statutes/part.ts";
import { type Fate, fateOf, fateThere, listsDiffer } from "./lists.ts";
import type { Vote } from "./part.ts";
import { byLists, listed } from "./sealed.ts";

const DAY_MS = 24 * 3600_000;
/**
 * How long a vote that is over waits for its result before another may be called, in ms (V-25): anybody can
 * declare one by name, and who counted hands or papers was there; sealed positions wait for their tellers.
 */
export const AWAIT_MS = { name: DAY_MS, hands: DAY_MS, paper: DAY_MS, count: 7 * DAY_MS } as const;

/** Until when a vote that ended at `end` waits for its result (V-25); from then on it gives way to another. */
export function awaitedUntil(state: State, vote: Vote, end: Millis): Millis {
  const form = vote.mode === "mixed" ? (vote.devices ?? "hands") : vote.mode;
  // At a sitting whoever counts is there.
  return vote.sitting === undefined ? end + admissionDelay(state, vote) + AWAIT_MS[form] : end + DAY_MS;
}

/** The statutes that a vote was called under (S-4, V-26). */
export function statutesAtCall(state: State, vote: Vote): StatutesVersion {
  const version = state.statutes.versions[vote.statutes - 1];
  if (!version) throw new Error(`no statutes ${vote.statutes}`);
  return version;
}

/**
 * When a vote ended, if it ended by `at` (V-29): closed by act, with its sitting, at its hour, or
 * when the last of those entitled had voted. From that very moment on nothing more is counted.
 */
export function voteEnd(state: State, vote: Vote, at: Millis): Millis | undefined {
  if (vote.closed !== undefined) return vote.closed;
  if (vote.sitting !== undefined) {
    const sitting = state.sittings.sittings.get(vote.sitting);
    const end = sitting ? sittingEnd(sitting, at) : vote.opened;
    if (end === undefined || vote.mode === "hands" || vote.mode === "paper") return end;
    // Devices have their minute, also where the sitting is over before (B-12).
    const least = vote.opened + MINUTE_MS;
    if (end >= least || vote.castCount >= (vote.remotes ?? vote.whole)) return end;
    return at < least ? undefined : least;
  }
  return vote.closes !== undefined && vote.closes <= at ? vote.closes : undefined;
}

/** Delay for submissions that a copy-holder took in before the end, in ms: the statutes' at the call (V-36, V-44). */
export function admissionDelay(state: State, vote: Vote): number {
  return statutesAtCall(state, vote).statutes.clerk.admitMinutes * 60_000;
}

/** From when the result may be declared (V-36); `undefined` while the vote is open. */
export function declarableFrom(state: State, vote: Vote, at: Millis): Millis | undefined {
  const end = voteEnd(state, vote, at);
  if (end === undefined) return undefined;
  // In a sitting, or once everybody entitled has voted, nothing can come late.
  return vote.sitting !== undefined || (vote.closes !== undefined && end < vote.closes)
    ? end
    : end + admissionDelay(state, vote);
}

/** Has another vote, or another text, taken this undeclared vote's place (V-43)? */
export function overtaken(state: State, vote: Vote): boolean {
  if (vote.result) return false;
  // An opinion takes no other's place, and none takes its own (B-3).
  if (vote.opinion) return false;
  if (vote.again !== undefined) {
    const decision = state.binding.decisions.get(vote.again);
    if (!decision || decision.from === undefined || decidedAnew(state, vote, decision.on)) return true;
    return decision.settled !== undefined || decision.again.at(-1) !== vote.id;
  }
  if (vote.overtakenBy !== undefined) return true;
  if (vote.election !== undefined) {
    const election = state.elections.elections.get(vote.election);
    return election?.status !== "voting" || election.votes.at(-1) !== vote.id;
  }
  const motion = state.motions.motions.get(vote.motion);
  if (!motion || (motion.status !== "voting" && motion.status !== "standing")) return true;
  if (motion.versions.at(-1)?.text !== vote.version) return true;
  return motion.votes.findLast((id) => state.votes.votes.get(id)?.section === vote.section) !== vote.id;
}

/** Was what is put to all decided anew in person since this vote was called (B-10, V-60)? */
function decidedAnew(state: State, vote: Vote, on: ActId): boolean {
  const votes = state.motions.motions.get(on)?.votes ?? state.elections.elections.get(on)?.votes ?? [];
  return votes.some((id) => {
    const v = state.votes.votes.get(id);
    return v !== undefined && v.index > vote.index && decidedPresent(v);
  });
}

/** The least term within which a result that was counted by lists can be contested, in ms (V-58). */
export const CONTEST_LEAST_MS = 8 * 24 * 3600_000;

/** Until when a declared result can be contested; `undefined` before it is declared. */
export function contestUntil(state: State, vote: Vote): Millis | undefined {
  const term = statutesAtCall(state, vote).statutes.voting.contestDays * 24 * 3600_000;
  return vote.result && vote.result.at + Math.max(term, listed(vote) ? CONTEST_LEAST_MS : 0);
}

/**
 * What becomes of a vote that is counted by lists (V-57 to V-60); at a sitting from its result on (V-63).
 * `undefined` for any other, and where nothing rests on it.
 */
export function fateAt(state: State, vote: Vote, at: Millis): Fate | undefined {
  const struck = vote.struck?.since;
  if (struck !== undefined && restsOn(state, vote)) return { is: "fallen", since: struck, why: "taken-out" };
  if (byLists(vote)) return fateOf(vote, declarableFrom(state, vote, at), at);
  return listed(vote) && restsOn(state, vote) ? fateThere(vote, at) : undefined;
}

/** Does anything rest on a sitting's vote longer than the sitting lasts: not an opinion, nor what is about its own course (V-63)? */
function restsOn(state: State, vote: Vote): boolean {
  if (vote.opinion) return false;
  if (state.motions.motions.get(vote.motion)?.subject.type === "procedure") return false;
  // What all decided since takes the place of what the sitting did (B-11).
  const settled = vote.result && state.binding.decisions.get(vote.result.id)?.settled;
  return settled === undefined || settled.few;
}

/** Is a declared result in force? Where numbers are missed it waits for those drawn, and may fall (V-59, V-60). */
export function resultStage(state: State, vote: Vote, at: Millis): "in-force" | "contested" | "fallen" | undefined {
  if (!vote.result) return undefined;
  const fate = fateAt(state, vote, at);
  return fate?.is === "contested" || fate?.is === "fallen" ? fate.is : "in-force";
}

/** True while no other vote may be called in this one's place (V-25): open, or its result awaited. */
export function awaited(state: State, vote: Vote, at: Millis): boolean {
  if (vote.result || vote.overtakenBy !== undefined) return false;
  const fate = fateAt(state, vote, at);
  if (fate?.is === "uncounted" || fate?.is === "fallen") return false;
  if (fate?.is === "stands") return at < fate.since + AWAIT_MS.count;
  if (fate) return true;
  const end = voteEnd(state, vote, at);
  if (end === undefined) return true;
  // Those there need not wait for lists that all differ (V-63).
  return !listsDiffer(vote) && at < awaitedUntil(state, vote, end);
}

/** Votes on a motion that are open or wait for their result, oldest first; of one section where given. */
export function waitingVotes(state: State, motion: Motion, at: Millis, section?: string): Vote[] {
  return motion.votes
    .map((id) => state.votes.votes.get(id))
    .filter(
      (v): v is Vote => v !== undefined && (section === undefined || v.section === section) && awaited(state, v, at),
    );
}

/** What a page says of a vote. */
export type VoteStage = "called" | "open" | "counting" | "declared" | "overtaken" | "uncounted" | "fallen";

/**
 * The stage of a vote at `at`. `called`: not open yet (V-52). `counting`: over, not declared yet.
 * `uncounted`, `fallen`: nothing was decided by it (V-57, V-60).
 */
export function voteStage(state: State, vote: Vote, at: Millis): VoteStage {
  const fate = fateAt(state, vote, at);
  if (fate?.is === "fallen") return "fallen";
  if (vote.result) return "declared";
  if (overtaken(state, vote)) return "overtaken";
  if (fate?.is === "uncounted") return "uncounted";
  if (vote.opens !== undefined && at < vote.opens) return "called";
  return voteEnd(state, vote, at) === undefined ? "open" : "counting";
}
