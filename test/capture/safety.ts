/** Safety: counts are true (S2), nothing is in force that most oppose (S3). Functions of truth, state and record. */
import type { ActId } from "@nabat/kernel";
import { voteEnd } from "@nabat/body/votes/course.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import { makeDoubtful } from "@nabat/body/votes/recount.ts";
import type { Findings } from "./breaks.ts";
import { countsOf, outcomeOf } from "./counts.ts";
import type { Decision } from "@nabat/body/binding/part.ts";
import { decisionOf, inForce, isFallen, PUT_MS } from "./decisions.ts";
import { isEntitled } from "./hands.ts";
import { DAY } from "./house.ts";
import { isMissing, trueChoices } from "./sealed.ts";
import type { Choice } from "./truth.ts";
import type { World } from "./world.ts";

/** A count is contested at least so long. */
const CONTEST_MS = 8 * DAY;

/** The index of an entry, for the report. */
export function entryOf(world: World, id: ActId | undefined): number {
  return world.house.entries.find((e) => e.id === id)?.index ?? 0;
}

/** S2: where the contest term is over, the outcome in force is the true one. */
export function trueCounts(world: World, found: Findings): void {
  for (const vote of world.state.votes.votes.values()) {
    const { result } = vote;
    if (!result || result.opinion || result.at + CONTEST_MS > world.now || isFallen(world, vote.id)) continue;
    if (world.motion(vote.motion)?.subject.type === "procedure") continue;
    const given = positions(world, vote);
    if (!given) continue;
    found.met.S2++;
    const truly = outcomeOf(vote, countsOf(vote, given.choices), given.present);
    const stated = [result.outcome, ...(result.elected ?? [])].join();
    if (truly === stated || !holds(world, vote, result.id)) continue;
    if (wasRecounted(vote)) {
      found.note(RECOUNTED);
      continue;
    }
    if (onlyTheDead(world, vote)) {
      found.note(DEAD);
      continue;
    }
    if (world.outnumbered.has(result.id)) {
      found.note(OUTNUMBERED);
      continue;
    }
    found.add(
      "S2",
      entryOf(world, result.id),
      `declared ${result.outcome}, truly ${truly.slice(0, 12)} (${vote.mode})`,
    );
  }
}

/** Those drawn to count once more collude, or not all who were cheated opened to them: known, and not claimed. */
const RECOUNTED = "a false list stood after others had counted once more";

/** Whose number stands with something else has died since, or lost the phone that holds it: nobody else can know it. Known, and not claimed. */
const DEAD = "those who counted lied of positions whose owners have died or lost the phone that held their number";

/** More of the honest had lost their keys than colluders are of a third: nothing is promised beyond that. */
const OUTNUMBERED =
  "decided while so many honest had lost their keys that those who had theirs were no more than the colluders";

/** Did it take those who are dead, or without the phone they cast it with: can't the others whose number is wrong in every list make it doubtful (V-58)? */
export function onlyTheDead(world: World, vote: Vote): boolean {
  const lists = [...vote.tallies.values()].flatMap(({ list, counts }) =>
    list === undefined ? [] : [{ list, counts }],
  );
  const cheated = world.people.filter((p) => lists.every(({ list }) => isMissing(world, vote, p.member, list)));
  const [first] = lists;
  const living = cheated.filter((p) => !p.gone && p.lost === undefined);
  return first !== undefined && living.length < cheated.length && !makeDoubtful(vote, first.counts, living.length);
}

/** Was this vote counted once more? */
function wasRecounted(vote: Vote): boolean {
  return vote.rounds !== undefined && vote.rounds.length > 0;
}

/** The true positions of a vote, where the invariant speaks of them. */
function positions(world: World, vote: Vote): { choices: Choice[]; present: number } | undefined {
  if (vote.sitting === undefined || vote.mode === "count" || vote.mode === "name") {
    const choices = trueChoices(world, vote.id);
    return { choices, present: choices.length };
  }
  const there = world.truth.there.get(vote.sitting);
  const hands = world.truth.hands.get(vote.id);
  if (!there || !hands) return undefined;
  const honest = [...there].filter((n) => world.people[n]?.colludes === false).length;
  return 2 * honest >= there.size ? { choices: [...hands.values()], present: hands.size } : undefined;
}

/** Does what was declared hold: in force, somebody seated, or something lost that can't be voted on again? */
function holds(world: World, vote: Vote, result: ActId): boolean {
  const put = vote.again === undefined ? undefined : decisionOf(world, vote.again);
  if (put) return put.settled?.by === result;
  const decided = decisionOf(world, result);
  if (decided) return decided.settled === undefined && inForce(world, decided, world.now);
  return (
    vote.election === undefined && vote.result?.outcome === "lost" && world.motion(vote.motion)?.decidedBy === result
  );
}

/** S3: nothing decided is in force that more than half of those oppose who looked or were there. */
export function consent(world: World, found: Findings): void {
  for (const id of world.decided) {
    const decided = decisionOf(world, id);
    if (!decided || decided.at + PUT_MS > world.now || decided.election || decided.lost) continue;
    const matter = world.truth.matters.get(decided.on);
    const motion = world.motion(decided.on);
    if (!matter || !motion || motion.subject.type === "procedure" || motion.subject.type === "amendment") continue;
    const knew = whoKnew(world, decided, matter.at, matter.likes);
    if (knew.length < quorumOf(world, decided)) continue;
    found.met.S3++;
    const against = knew.filter((p) => !matter.likes.has(p.n)).length;
    const vote = world.vote(decided.vote);
    const votes = [vote, ...decided.again.map((id) => world.vote(id))];
    if (votes.some((v) => v && (wasRecounted(v) || onlyTheDead(world, v)))) continue;
    if (2 * against <= knew.length || !inForce(world, decided, world.now)) continue;
    if (world.outnumbered.has(id)) {
      found.note(OUTNUMBERED);
      continue;
    }
    if (byOthers(world, decided, knew.length, against)) {
      world.note("carried with the voices of people invented within the pace, or of phones stolen within a month");
      continue;
    }
    found.add(
      "S3",
      entryOf(world, id),
      `${motion.subject.type} by ${decided.way}: ${against} of ${knew.length} oppose it`,
    );
  }
}

/** Did it take the voices of people who don't exist, whom nothing tells from others on the roll (S5), or of stolen phones (S1)? */
function byOthers(world: World, decided: Decision, knew: number, against: number): boolean {
  const ids = [decided.vote, ...decided.again].flatMap((id) => (id === undefined ? [] : [id]));
  const cast = new Set(ids.flatMap((id) => [...(world.truth.casts.get(id)?.keys() ?? [])]));
  const foreign = ids
    .flatMap((id) => [...(world.truth.casts.get(id)?.values() ?? [])])
    .filter((c) => c.foreign === true);
  const signed = world.house.entries.filter(
    (e) => e.kind === "now.sign" && (e.data as { motion?: ActId }).motion === decided.on,
  );
  const names = signed.filter((e) => world.byMember.get(e.by)?.invented === true || !world.control.holds(e.key, e.at));
  // Without them it would not have been more than half who signed for it.
  if (decided.way === "signed" && names.length > 0 && 2 * (signed.length - names.length) <= decided.whole) return true;
  const invented = [...cast].filter((m) => world.person(m)?.invented === true).length;
  return 2 * against <= knew + invented + foreign.length + names.length;
}

/** Who looked between its notice and the end of the three days, or of the vote that it was put to, or was there. */
function whoKnew(world: World, decided: Decision, from: number, likes: ReadonlySet<number>): World["people"][number][] {
  // What was decided over days was open to all until its vote's end; the rest can be put to all for three days more.
  const vote = world.vote(decided.vote);
  const end = decided.way === "days" && vote ? voteEnd(world.state, vote, decided.at) : undefined;
  const until = Math.max(end ?? decided.at + PUT_MS, decided.settled?.at ?? 0);
  // What was put to all is no more the hall's: who was only there and doesn't look had their say in it before.
  const hall = decided.settled === undefined ? vote?.sitting : undefined;
  const there = world.truth.there.get(hall ?? ("" as ActId));
  const votes = [decided.vote, ...decided.again].flatMap((id) => world.vote(id) ?? []);
  const signed = world.state.binding.signed.get(decided.on)?.by ?? [];
  const hasCast = (p: World["people"][number]): boolean =>
    signed.includes(p.member) || votes.some((v) => world.truth.casts.get(v.id)?.has(p.member) === true);
  const decides = world.truth.casts.get(decided.again.at(-1) ?? decided.vote ?? ("" as ActId));
  return world.people.filter(
    (p) =>
      // Who doesn't exist is against nothing.
      p.invented !== true &&
      // In whose name a thief left since had their say in it before.
      (hasCast(p) || (world.hasVote(p) && (votes.length === 0 || votes.some((v) => isEntitled(world, v, p))))) &&
      // Who lost their keys meanwhile could say it in a hall only (L3).
      !(p.lost !== undefined && p.lost.at >= from && p.lost.at <= until && there?.has(p.n) !== true && !hasCast(p)) &&
      // Who stood there and had no key had their hand there, and nothing to put it to all with.
      !(p.lost !== undefined && there?.has(p.n) === true && !likes.has(p.n) && !hadKey(world, p, decided.at, until)) &&
      // Who has died since is against nothing any more; who was there and for it made it what it is.
      (!p.gone || (likes.has(p.n) && (there?.has(p.n) === true || hasCast(p)))) &&
      (p.colludes ||
        there?.has(p.n) === true ||
        signed.includes(p.member) ||
        decides?.has(p.member) === true ||
        world.truth.lookedBetween(p, from, until, true)),
  );
}

/** Did this person, who had lost their keys, sign anything then with a key of their own? */
function hadKey(world: World, p: World["people"][number], from: number, until: number): boolean {
  return world.house.entries.some(
    (e) => e.by === p.member && e.at >= from && e.at <= until && world.control.holds(e.key, e.at),
  );
}

/** How many the ordinary quorum asks for; the rules' own where they have one. */
function quorumOf(world: World, decided: Decision): number {
  const { quorum } = world.state.statutes.versions[0]?.statutes.voting ?? { quorum: { num: 1, den: 5 } };
  const whole = world.vote(decided.vote)?.whole ?? world.size;
  return Math.ceil((Math.max(quorum.num, 1) * whole) / Math.max(quorum.den, 1));
}
