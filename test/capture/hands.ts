/** A vote of those there: called, hands up, counted, declared; and what those do who lost it narrowly. */
import type { ActId } from "@nabat/kernel";
import { mayPutToAll } from "@nabat/body/binding/put-all.ts";
import { inElectorate } from "@nabat/body/votes/electorate.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import { countsOf, falseCounts, pleases } from "./counts.ts";
import { decisionOf } from "./decisions.ts";
import { MINUTE } from "./house.ts";
import { callInside, declare } from "./moves.ts";
import { hasKey, type Person } from "./people.ts";
import { statutesAt } from "./rules.ts";
import { cast, choiceOf, countSealed } from "./sealed.ts";
import type { World } from "./world.ts";

/** A vote by hands of those there; `true` where a result was declared. */
export function decideInside(
  world: World,
  sitting: ActId,
  on: { readonly motion?: ActId; readonly election?: ActId },
  there: readonly Person[],
  mode: "hands" | "paper" = "hands",
): boolean {
  const { mover, versions } = world.motion(on.motion) ?? {};
  // What was just put is talked of for a minute.
  if (world.now - (versions?.at(-1)?.at ?? 0) < MINUTE) world.house.time += MINUTE;
  const callers = there.filter(hasKey).sort((a, b) => Number(a.colludes) - Number(b.colludes));
  // Bodies that vote on devices do so in the hall too, now and then; what doesn't come about so, by hands.
  if (statutesAt(world).voting.mode === "count" && !isProcedure(world, on) && world.chance.yes(0.4)) {
    const sealed = firstOf(callers, (p) => callInside(world, p, sitting, on, "count"));
    if (sealed !== undefined && countDevices(world, sealed, there)) return true;
  }
  let vote: ActId | undefined;
  for (const p of callers) {
    vote = callInside(world, p, sitting, on, mode) ?? callSecretly(world, p, sitting, on);
    if (vote !== undefined) break;
    if (!mustTryAnother(world) && p.member !== mover) break;
  }
  const found = world.vote(vote);
  return found !== undefined && countHands(world, found, there);
}

function isProcedure(world: World, on: { readonly motion?: ActId }): boolean {
  return world.motion(on.motion)?.subject.type === "procedure";
}

function firstOf<T>(people: readonly Person[], doIt: (p: Person) => T | undefined): T | undefined {
  for (const p of people) {
    const done = doIt(p);
    if (done !== undefined) return done;
  }
  return undefined;
}

/** Those there vote on their devices, tellers open what was sealed to them and publish lists; `true` where it came to a result. */
function countDevices(world: World, id: ActId, there: readonly Person[]): boolean {
  const vote = world.vote(id);
  if (!vote) return false;
  for (const p of there) if (!p.colludes || world.manner.votes !== "not") cast(world, p, vote);
  world.house.time += MINUTE;
  firstOf(there, (p) => world.act(p, "vote.close", { vote: id }));
  for (const p of there) if (vote.tellers.includes(p.member)) countSealed(world, p, vote);
  const result = firstOf(there, (p) => declare(world, p, id));
  if (result !== undefined && world.recent.has(result)) settleInHall(world, result, there);
  return result !== undefined;
}

/** On paper, where somebody asked for that. */
function callSecretly(
  world: World,
  by: Person,
  sitting: ActId,
  on: Parameters<typeof callInside>[3],
): ActId | undefined {
  return world.lastRefusal?.code === "must-be-secret" ? callInside(world, by, sitting, on, "paper") : undefined;
}

/** Was the last refusal about who calls? Then somebody else may. */
function mustTryAnother(world: World): boolean {
  const rule = world.lastRefusal?.rule;
  return rule === "V-21" || rule === "G-30" || rule === "G-31";
}

/** Has this person a vote on this: not newcomers on rules, nor those who are contested (M-29, M-30)? */
export function isEntitled(world: World, vote: Vote, p: Person): boolean {
  const member = world.state.members.members.get(p.member);
  const before = (member?.votesFrom ?? vote.opened + 1) <= vote.opened;
  return member !== undefined && before && world.hasVote(p) && inElectorate(member, vote, vote.opened);
}

/** Hands go up, tellers count, the vote is closed and declared; `true` where it came to a result. */
export function countHands(world: World, vote: Vote, all: readonly Person[]): boolean {
  const there = all.filter((p) => isEntitled(world, vote, p));
  const hands = new Map(there.map((p) => [p.n, choiceOf(world, p, vote)] as const));
  world.truth.hands.set(vote.id, hands);
  world.house.time += MINUTE;
  const closer = all.find((p) => world.act(p, "vote.close", { vote: vote.id }) !== undefined);
  if (!closer) return false;
  const truly = countsOf(vote, hands.values());
  for (const p of all) {
    if (!vote.tellers.includes(p.member)) continue;
    if (p.colludes && world.manner.counts === "never") continue;
    const cheats = p.colludes && world.manner.counts === "falsely" && !pleases(world, vote, truly, there.length);
    const counts = cheats ? falseCounts(world, vote, truly) : truly;
    world.act(p, "tally", { vote: vote.id, counts, present: there.length });
    // All there saw the hands.
    if (cheats) world.liars.add(p.n);
  }
  for (const by of all) {
    const result = declare(world, by, vote.id);
    if (result === undefined) continue;
    if (world.recent.has(result)) settleInHall(world, result, all);
    return true;
  }
  return false;
}

/** Those there follow what was decided; who lost it narrowly, or saw it counted falsely, asks there and then that all vote on it. */
function settleInHall(world: World, result: ActId, there: readonly Person[]): void {
  const decision = decisionOf(world, result);
  const vote = world.vote(decision?.vote);
  for (const p of there) {
    world.truth.follow(p, result);
    const lost =
      decision !== undefined &&
      decision.election !== true &&
      world.truth.likes(p, decision.on) === (decision.lost === true);
    const asks = (lost && isNarrow(vote)) || (vote !== undefined && world.countedFalsely(vote));
    if (!p.colludes && decision && hasKey(p) && asks && mayPutToAll(world.state, decision, p.member, world.now).ok)
      world.act(p, "put.all", { result });
  }
}

/** Could those who were away have turned it? Then those who lost ask them too. */
export function isNarrow(vote: Vote | undefined): boolean {
  const counts = vote?.result?.counts;
  if (!vote || !counts) return false;
  const lead = Math.abs((counts["for"] ?? 0) - (counts["against"] ?? 0));
  return lead <= vote.whole - (vote.result?.present ?? vote.castCount);
}
