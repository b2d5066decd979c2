/** Questions to the motions: what is known, where a motion stands, what it waits for. */
import type { ActId, Hash, MemberId, Millis, Refusal } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rollSize } from "../members/standing.ts";
import { askedOf, statutesNow } from "../statutes/queries.ts";
import type { VoteMode } from "../votes/acts.ts";
import { voteStage, waitingVotes } from "../votes/course.ts";
import { motionToDecide } from "../votes/to-decide.ts";
import { modesAllowed, mustBeSecret } from "../votes/forms.ts";
import { amendmentsFirst } from "../votes/amendments-first.ts";
import { needsOfVote } from "../votes/changing-rules.ts";
import { motionReady } from "../votes/ready.ts";
import { secondsOf } from "../votes/turn.ts";
import { isAmendment, lastVersion, amendmentWaits, talkedSince } from "./amending.ts";
import type { Motion, TextVersion } from "./part.ts";
import { adoptionTable, type SectionTotals } from "./sections.ts";

const HOUR_MS = 3600_000;

/** Is this something a remark or an account can be about: a motion, sitting, vote, result, or the founding and its list (V-8, A-1)? */
export function isKnown(state: State, id: ActId): boolean {
  return (
    state.motions.motions.has(id) ||
    state.sittings.sittings.has(id) ||
    state.votes.votes.has(id) ||
    state.votes.results.has(id) ||
    state.meetings.calls.has(id) ||
    state.elections.elections.has(id) ||
    id === (state.body as string) ||
    id === state.founding.list?.id
  );
}

/** What a page shows of a motion as its standing. */
export type MotionStage =
  | "discussed"
  | "voting"
  | "counting"
  | "carried"
  | "lost"
  | "withdrawn"
  /** An amendment that the motion's mover took in (V-47). */
  | "accepted"
  /** An amendment that can't change its motion any more (V-46). */
  | "fallen";

/** What stands between a motion and a vote outside a sitting, each with its rule (V-12, V-16, V-17). */
export interface NotYet {
  readonly rule: string;
  readonly code: string;
  /** Moment from which it no longer stands in the way, where time alone removes it. */
  readonly from?: Millis;
  readonly asked?: number;
  readonly has?: number;
}

/** A motion as pages need it: computed, nothing that isn't in the record. */
export interface MotionFacts {
  readonly motion: Motion;
  readonly stage: MotionStage;
  readonly version: TextVersion;
  /** Votes that are open or wait for their result. */
  readonly waiting: readonly ActId[];
  /** Why no vote can be called outside a sitting yet; empty: it can. */
  readonly notYet: readonly NotYet[];
  /** Forms a vote may have, in a sitting and outside. */
  readonly modes: { readonly sitting: readonly VoteMode[]; readonly outside: readonly VoteMode[] };
  /** The rule that makes its vote secret, if one does. */
  readonly secret?: "V-13" | "V-23" | "G-32";
  /** Members who must ask for secrecy, and how many have. */
  readonly secretAsked: { readonly asked: number; readonly has: number };
  /** One row a section for the current version; empty for a motion without sections. */
  readonly sections: readonly SectionTotals[];
  /** Older versions that some section adopted: they don't count for the current one (V-14). */
  readonly leftBehind: readonly { readonly version: Hash; readonly sections: readonly string[] }[];
}

/** Where a motion stands at `at`. */
export function motionStage(state: State, motion: Motion, at: Millis): MotionStage {
  const { status } = motion;
  if (status !== "standing" && status !== "voting" && !motionToDecide(state, motion, at)) return status;
  const waiting = waitingVotes(state, motion, at);
  if (waiting.length === 0) return isAmendment(motion) && !amendmentWaits(state, motion) ? "fallen" : "discussed";
  const under = waiting.some((v) => ["called", "open"].includes(voteStage(state, v, at)));
  return under ? "voting" : "counting";
}

/** Everything a motion's page says of it; `undefined` where there is no such motion. */
export function motionFacts(state: State, id: ActId, at: Millis): MotionFacts | undefined {
  const motion = state.motions.motions.get(id);
  if (!motion) return undefined;
  const roll = rollSize(state, at);
  const version = lastVersion(motion);
  const secret = mustBeSecret(state, motion, roll, at);
  return {
    motion,
    stage: motionStage(state, motion, at),
    version,
    waiting: waitingVotes(state, motion, at).map((v) => v.id),
    notYet: notYet(state, motion, roll, at),
    modes: {
      sitting: modesAllowed(state, motion, true, roll, at),
      outside: modesAllowed(state, motion, false, roll, at),
    },
    ...(secret ? { secret } : {}),
    secretAsked: {
      asked: askedOf(statutesNow(state, at).statutes.voting.secretOnRequest, roll),
      has: motion.secretAsked.length,
    },
    sections: adoptionTable(state, motion),
    leftBehind: leftBehind(motion, version.text),
  };
}

/** All that stands between a motion and a vote outside a sitting; all of it, not only the first. */
export function notYet(state: State, motion: Motion, roll: number, at: Millis): NotYet[] {
  const out: NotYet[] = [];
  const version = lastVersion(motion);
  const ready = motionReady(state, motion, version.text, at);
  if (!ready.ok) out.push(told(ready));
  if (motion.sections.length > 0) out.push({ rule: "V-14", code: "sections-vote-in-sittings" });
  const { voting } = statutesNow(state, at).statutes;
  const { asked, has } = secondsOf(motion, state, roll, at);
  if (has < asked) out.push({ rule: "V-16", code: "not-seconded", asked, has });
  const { discussionHours } = needsOfVote(state, motion, at) ?? voting;
  const from = talkedSince(state, motion) + discussionHours * HOUR_MS;
  if (at < from) out.push({ rule: "V-17", code: "discussion-not-over", from });
  const [before] = amendmentsFirst(state, motion, undefined, at);
  if (before) out.push({ rule: "V-49", code: "amendment-first" });
  const [waiting] = waitingVotes(state, motion, at);
  if (waiting) out.push({ rule: "V-25", code: "another-vote" });
  return out;
}

function told(refusal: Refusal): NotYet {
  const from = refusal.facts["from"];
  return { rule: refusal.rule, code: refusal.code, ...(typeof from === "number" ? { from } : {}) };
}

function leftBehind(motion: Motion, current: Hash): { version: Hash; sections: string[] }[] {
  const out = new Map<Hash, string[]>();
  for (const { version, section, carried } of motion.adoptions) {
    if (version === current || !carried) continue;
    const sections = out.get(version) ?? [];
    if (!sections.includes(section)) sections.push(section);
    out.set(version, sections);
  }
  return [...out].map(([version, sections]) => ({ version, sections }));
}

/** Motions that a member brought in, newest first. */
export function motionsBy(state: State, member: MemberId): Motion[] {
  return [...state.motions.motions.values()].filter((m) => m.mover === member).reverse();
}
