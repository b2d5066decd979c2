/** Life: results come within their bound (L1), the calendar is done (L2). */
import type { ActId } from "@nabat/kernel";
import { SEALED_LEAST } from "@nabat/body/votes/together.ts";
import type { Findings } from "./breaks.ts";
import { entryOf } from "./safety.ts";
import { has, statutesAt } from "./rules.ts";
import type { Statutes } from "@nabat/body/statutes/acts.ts";
import type { Task, World } from "./world.ts";
import { DAY, START, WEEK } from "./house.ts";

/** When a matter had a result that binds: carried, lost, somebody elected; not an opinion, nor for want of a quorum. */
export function decidedAt(world: World, id: ActId | undefined): number | undefined {
  for (const act of world.decided) {
    const decision = world.state.binding.decisions.get(act);
    if (decision !== undefined && decision.on === id && wasTold(world, decision.vote)) return decision.at;
  }
  const motion = world.motion(id);
  if (motion?.status !== "lost") return undefined;
  const vote = motion.votes.map((v) => world.vote(v)).find((v) => v?.result?.id === motion.decidedBy);
  if (vote === undefined) return world.now;
  return wasTold(world, vote.id) ? vote.result?.at : undefined;
}

/** Was anybody told: is it a vote over days, signatures, or a sitting that people were called to? */
function wasTold(world: World, vote: ActId | undefined): boolean {
  const sitting = world.vote(vote)?.sitting;
  return sitting === undefined || world.state.meetings.courses.get(sitting)?.call !== undefined;
}

/** L1: every motion of the honest that had its seconders has a result in time, where enough honest look weekly. */
export function results(world: World, found: Findings): void {
  for (const [id, { at: from, bound }] of world.seconded) {
    if (!enoughLook(world, id)) continue;
    const matter = world.truth.matters.get(id);
    const motion = world.motion(id);
    if (!matter || !motion || matter.by.colludes || matter.by.gone || motion.subject.type === "amendment") continue;
    if (motion.status === "withdrawn" || world.hallOnly.has(id) || isSoAlready(world, id)) continue;
    const result = earlier(decidedAt(world, id), triedAt(world, id));
    if (result === undefined && world.now < from + bound) continue;
    found.met.L1++;
    if (result !== undefined && result <= from + bound) continue;
    if (heldByOne(world, id)) {
      found.note(HELD_BY_ONE);
      continue;
    }
    const days = Math.round(((result ?? world.now) - from) / DAY);
    found.add("L1", entryOf(world, id), `${motion.subject.type}: ${days} days, of ${Math.round(bound / DAY)} at most`);
  }
}

const HELD_BY_ONE = "in a body under five one who asks for secrecy and counts otherwise holds a text up";

/** In a body of so few, was a secret vote asked for, which only a hall's two tellers count? */
function heldByOne(world: World, id: ActId | undefined): boolean {
  return world.size < SEALED_LEAST && (world.motion(id)?.secretAsked.length ?? 0) > 0;
}

/** A change of rules that others brought about meanwhile, or of a rule that others changed: there is nothing left to decide. */
function isSoAlready(world: World, id: ActId | undefined): boolean {
  const motion = world.motion(id);
  if (motion?.subject.type !== "statutes") return false;
  const { changes } = motion.subject;
  if (motion.status !== "carried" && has(statutesAt(world), changes)) return true;
  const moved = world.truth.matters.get(motion.id)?.at ?? world.now;
  const { versions } = world.state.statutes;
  const then = versions.findLast((v) => v.from <= moved && v.fails === undefined)?.statutes;
  const touched = (of: Statutes): object => pick(of, changes);
  return versions.some(
    (v) =>
      v.by !== motion.decidedBy &&
      v.from > moved &&
      v.fails === undefined &&
      then &&
      !has(v.statutes, touched(then) as never),
  );
}

/** Of these statutes the parameters that `changes` names. */
function pick(statutes: Statutes, changes: object): object {
  return Object.fromEntries(
    Object.entries(changes).map(([key, value]) => {
      const held = (statutes as unknown as Record<string, unknown>)[key];
      const inner = typeof value === "object" && value !== null && !Array.isArray(value) && typeof held === "object";
      return [key, inner ? pick(held as Statutes, value as object) : held];
    }),
  );
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

/** A vote on it that was counted and had too few: that is a result too, of a day on which few came. */
function triedAt(world: World, id: ActId): number | undefined {
  const votes = world.motion(id)?.votes ?? [];
  for (const v of votes) {
    const vote = world.vote(v);
    if (vote?.sitting === undefined && vote?.result?.outcome === "no-quorum") return vote.result.at;
  }
  return undefined;
}

/**
 * Is a quorum of the honest such as look once a week at least, with keys that they never lost? Of rules half of the
 * roll, and the majority that they need whatever colluders do.
 */
function enoughLook(world: World, id: ActId | undefined): boolean {
  // The hardest that ever was in force.
  const quorums = world.state.statutes.versions
    .filter((v) => v.fails === undefined)
    .map((v) => v.statutes.voting.quorum);
  const { num, den } = quorums.reduce((a, b) => (a.num * b.den > b.num * a.den ? a : b), { num: 1, den: 5 });
  const type = world.motion(id)?.subject.type;
  const ofRules = type === "statutes" || type === "door";
  // Who came in meanwhile wasn't there when it was to be counted.
  const look = world.honest.filter((p) => p.looks !== "never" && p.lost === undefined && p.founding === true).length;
  if (look <= world.theirs.length && world.control.losses.length > 0) return false;
  if (ofRules && (2 * look < world.size || 3 * look < 2 * (look + world.theirs.length))) return false;
  return look * den >= num * world.size && look > 0;
}

/** L2: in its own time where nobody colludes, within its bound where somebody does. */
export function calendar(world: World, found: Findings): void {
  const calm = world.people.every((p) => !p.colludes);
  for (const task of world.tasks) {
    // What a thief withdraws in somebody's name is moved anew.
    if (world.motion(task.motion)?.status === "withdrawn") continue;
    if (isSoAlready(world, task.motion) || (world.control.losses.length > 0 && !enoughLook(world, task.motion)))
      continue;
    const done = finish(world, task);
    const term = calm ? task.own + slowly(world, task) : task.bound;
    if (done === undefined && world.now < task.begun + term) continue;
    const kept = found.calendar.get(task.what) ?? { done: 0, all: 0 };
    kept.all++;
    found.met.L2++;
    const inTime = done !== undefined && done <= task.begun + term;
    if (inTime) kept.done++;
    found.calendar.set(task.what, kept);
    if (calm) {
      found.calm.all++;
      if (inTime) found.calm.done++;
      else found.late.add(Math.floor((task.begun - START) / WEEK));
    } else if (!inTime && heldByOne(world, task.motion)) found.note(HELD_BY_ONE);
    else if (!inTime)
      found.add("L2", entryOf(world, task.motion), `${task.what} not done in ${Math.round(term / DAY)} days`);
  }
}

/** A summer in which people look each third day and half of them come takes a week more, in ms. */
function slowly({ summer }: World, { begun, own }: Task): number {
  return summer && begun < summer.until && begun + own > summer.from ? 7 * DAY : 0;
}

/** When an ordinary thing was done. One for which too few came or looked is done with that, once it was tried outside. */
function finish(world: World, task: Task): number | undefined {
  const election = world.state.elections.elections.get(task.motion ?? ("" as ActId));
  const voted = election?.votes.map((v) => world.vote(v)?.result) ?? [];
  const reopening = voted.find((r) => r?.outcome === "reopened" || r?.outcome === "elected")?.at;
  // As many for each, twice, and truly counted (S2 looks at that): the seat stays empty, which is a result.
  const tiedTwice = election?.status === "decided" ? voted.findLast((r) => r?.outcome === "tied")?.at : undefined;
  const tried = task.motion === undefined ? undefined : triedAt(world, task.motion);
  return reopening ?? tiedTwice ?? earlier(decidedAt(world, task.motion), tried);
}
