/**
 * Questions to the archive (E, W rules): what may be erased and why the rest stays, what has gone, and
 * from when the openings of a vote may go.
 */
import { electionToDecide, motionToDecide } from "../votes/to-decide.ts";
import { type ActId, type Hash, type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { standing } from "../members/standing.ts";
import { awaitedUntil, contestUntil, statutesAtCall, voteEnd } from "../votes/course.ts";
import { isOpening } from "./openings.ts";
import { broughtBack, hiddenBy, RESTORED_MS } from "./out-of-view.ts";
import type { Taking } from "./part.ts";
import { deviceForm } from "../votes/may-cast.ts";
import type { Vote } from "../votes/part.ts";

const DAY_MS = 24 * 3600_000;

/** Why a text can't be erased by its author (E-2): what rests on it. */
export function boundBy(state: State, hash: Hash): ActId | undefined {
  const bound = state.archive.bound.get(hash);
  if (bound !== undefined) return bound;
  const statutes = state.statutes.versions.find((v) => v.text === hash);
  if (statutes) return statutes.by;
  const { name, purpose, mayEstablish } = state.founding;
  if (name === hash || purpose === hash) return state.body;
  for (const [result, { text }] of mayEstablish) if (text === hash) return result;
  return undefined;
}

/** May this member have this attachment erased (E-1, E-2)? What opens a position, nobody: it goes with its term (E-5). */
export function mayErase(state: State, member: MemberId, hash: Hash, at: Millis): Result<true> {
  if (state.archive.erased.has(hash)) return refuse("E-1", "erased-already", { hash });
  if (isOpening(state, hash)) return refuse("E-5", "opens-a-position", { hash });
  const person = state.members.members.get(member);
  const owner = state.archive.owners.get(hash);
  if (owner === undefined ? person?.name !== hash : owner !== member) return refuse("E-1", "not-yours", { hash });
  const bound = boundBy(state, hash);
  if (bound !== undefined) return refuse("E-2", "a-decision-rests-on-it", { hash, by: bound });
  const inUse = person?.name === hash && standing(state, member, at) !== "left";
  return inUse ? refuse("E-2", "name-in-use", { hash }) : ok(true);
}

/**
 * May a decision take these out of view (E-3)? Not what a decision rests on (E-2), not a minority's words
 * (E-4), nothing of E-7, nothing that isn't there or is hidden already, and not within a year what was
 * brought back (E-9).
 */
export function erasableByDecision(state: State, attachments: readonly Hash[], at: Millis): Result<true> {
  for (const hash of attachments) {
    if (hiddenBy(state, hash, at)) return refuse("E-3", "out-of-view-already", { hash });
    const may = mayGo(state, hash, at);
    if (!may.ok) return may;
  }
  return ok(true);
}

/** The same of one text, whether or not another decision hides it. */
function mayGo(state: State, hash: Hash, at: Millis): Result<true> {
  if (state.archive.erased.has(hash)) return refuse("E-3", "erased-already", { hash });
  const out = state.archive.outOfView.get(hash);
  const restored = out && broughtBack(out)?.from;
  if (restored !== undefined && at < restored + RESTORED_MS)
    return refuse("E-9", "brought-back-lately", { until: restored + RESTORED_MS });
  if (state.archive.guarded.has(hash)) return refuse("E-4", "minority-statement", { hash });
  const bound = boundBy(state, hash);
  if (bound !== undefined) return refuse("E-2", "a-decision-rests-on-it", { hash, by: bound });
  const owner = state.archive.owners.get(hash);
  if (owner === undefined) return refuse("E-3", "no-such-attachment", { hash });
  if (state.members.members.get(owner)?.name === hash && standing(state, owner, at) !== "left")
    return refuse("E-7", "name-in-use", { hash });
  const kept = neverByDecision(state, hash, at);
  return kept ? refuse("E-7", kept, { hash }) : ok(true);
}

/** E-7: what no decision takes out of view, so that no majority decides which words a matter is decided with. */
function neverByDecision(
  state: State,
  hash: Hash,
  at: Millis,
): "undecided-motion" | "undecided-election" | "call" | "account" | undefined {
  for (const motion of state.motions.motions.values()) {
    const words =
      motion.title === hash || motion.titles?.includes(hash) || motion.versions.some((v) => v.base === hash);
    if (words && motionToDecide(state, motion, at)) return "undecided-motion";
  }
  for (const election of state.elections.elections.values()) {
    const words = election.candidates.some((c) => c.text === hash || c.words === hash);
    if ((election.title === hash || words) && electionToDecide(state, election, at)) return "undecided-election";
  }
  for (const { title, reason, place, agenda } of state.meetings.calls.values())
    if (title === hash || reason === hash || place === hash || agenda.some((i) => i.title === hash || i.text === hash))
      return "call";
  for (const stated of state.accounts.about.values()) if (stated.some((s) => s.source === hash)) return "account";
  return undefined;
}

/** Notes what goes. The hash stays; who brought it in need not be known any more. */
export function noteErased(state: State, hash: Hash, by: ActId, at: Millis, how: "author"): void {
  state.archive.erased.set(hash, { by, at, how });
  state.archive.owners.delete(hash);
  state.archive.guarded.delete(hash);
}

/** A carried decision takes out of view what it still may (E-3, E-7). */
export function takeOutOfView(state: State, attachments: readonly Hash[], decision: Taking): void {
  for (const hash of attachments) {
    if (!mayGo(state, hash, decision.from).ok) continue;
    const out = state.archive.outOfView.get(hash);
    if (out && !broughtBack(out)) out.takings = [...out.takings, decision];
    else state.archive.outOfView.set(hash, { takings: [decision], appeals: [] });
  }
}

/** From when the openings of a vote may go (E-5): the contest term after its result; `undefined` while that is not set. */
export function openingsUntil(state: State, vote: Vote, at: Millis): Millis | undefined {
  const term = statutesAtCall(state, vote).statutes.voting.contestDays * DAY_MS;
  if (vote.result) return contestUntil(state, vote);
  const end = voteEnd(state, vote, at);
  return end === undefined ? undefined : awaitedUntil(state, vote, end) + term;
}

/** Votes on devices whose openings may go by now (E-5), with the moment since when. `how: "term"`. */
export function erasable(state: State, at: Millis): { readonly vote: ActId; readonly since: Millis }[] {
  const out: { vote: ActId; since: Millis }[] = [];
  for (const vote of state.votes.votes.values()) {
    if (deviceForm(vote) === undefined) continue;
    const since = openingsUntil(state, vote, at);
    if (since !== undefined && since <= at) out.push({ vote: vote.id, since });
  }
  return out;
}

/** One line of the table that a person asking for erasure gets: erased, kept, why, until when. */
export interface ErasureLine {
  readonly hash: Hash;
  readonly may: boolean;
  /** Rule and code that keep it, where it is kept. */
  readonly rule?: string;
  readonly code?: string;
  readonly by?: ActId;
}

/** What a member brought in that is still there, and what of it they may have erased (E-1, E-2). */
export function ownAttachments(state: State, member: MemberId, at: Millis): ErasureLine[] {
  const hashes = new Set<Hash>();
  for (const [hash, owner] of state.archive.owners) if (owner === member) hashes.add(hash);
  const name = state.members.members.get(member)?.name;
  if (name !== undefined && !state.archive.erased.has(name)) hashes.add(name);
  return [...hashes].map((hash) => {
    const may = mayErase(state, member, hash, at);
    if (may.ok) return { hash, may: true };
    const by = boundBy(state, hash);
    return { hash, may: false, rule: may.rule, code: may.code, ...(by === undefined ? {} : { by }) };
  });
}

/** Servers whose statement of the state contradicts a declared one at the same size (W-7). */
export function contradictions(state: State): KeyId[] {
  const { declared, recomputed } = state.archive;
  if (!declared) return [];
  return [...recomputed].filter(([, r]) => r.size === declared.size && r.state !== declared.state).map(([key]) => key);
}
