/**
 * Positions on devices, as they are thought: casting them, counting them with their numbers, finding one's own
 * number in the list, opening again to others who were drawn (V-51 to V-60). Colluders count as their manner says.
 */
import { type ActId, fromHex, type Hash, toHex } from "@nabat/kernel";
import { type ListLine, listBytes, openingBytes } from "@nabat/body/votes/acts.ts";
import { declarableFrom, fateAt } from "@nabat/body/votes/course.ts";
import { listed } from "@nabat/body/votes/sealed.ts";
import { deviceForm } from "@nabat/body/votes/may-cast.ts";
import { mayTally } from "@nabat/body/votes/may-count.ts";
import { mayMiss, mayOpenAgain, mayRecount } from "@nabat/body/votes/missing.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import { lotFor, mayAddTeller, mayOffer } from "@nabat/body/votes/tellers.ts";
import { sha256 } from "@nabat/testkit/keys.ts";
import { countsOf, falseCounts, outcomeOf, pleases, total } from "./counts.ts";
import { DAY } from "./house.ts";
import type { Person } from "./people.ts";
import type { Cast, Choice } from "./truth.ts";
import type { World } from "./world.ts";

/** What this person would give in this vote, as they think. */
export function choiceOf(world: World, person: Person, vote: Vote): Choice {
  const { truth, manner } = world;
  if (vote.election === undefined) {
    if (person.colludes && manner.votes === "against")
      return truth.matters.get(vote.motion)?.colludersFor ? "for" : "against";
    return truth.position(person, vote.motion);
  }
  const election = world.state.elections.elections.get(vote.motion);
  const round = election?.round ?? 1;
  const liked = (vote.ballot ?? [])
    .map(({ key, member }) => ({ key, taste: truth.taste(person, `${vote.motion} ${round}`, world.person(member)) }))
    .sort((a, b) => b.taste - a.taste)
    .filter((c, i) => c.taste >= (i === 0 ? 0.3 : 0.7));
  // Where those who tied are voted on again, one marks whom one wants most.
  const most = vote.rule === "plurality" || election?.runoff ? (vote.seats ?? 1) : liked.length;
  return liked.length === 0 ? ["none"] : liked.slice(0, most).map((c) => c.key);
}

/** Casts a position on a device. */
export function cast(
  world: World,
  person: Person,
  vote: Vote,
  choice = choiceOf(world, person, vote),
): ActId | undefined {
  const salt = world.house.newId().slice(-32);
  const number = world.house.newId().slice(-32);
  const form = deviceForm(vote);
  const bytes = openingBytes(vote.id, choice, salt, form === "count" ? number : undefined);
  const commit = toHex(sha256(bytes)) as Hash;
  const opening = world.house.attach(bytes, form === "count" ? "closed" : "members", "application/json");
  const done = world.act(person, "vote.cast", { vote: vote.id, version: vote.version, commit, opening });
  if (done === undefined) return undefined;
  if (form === "name") world.house.openings.set(opening.hash, { choice, salt });
  world.truth.noteCast(vote.id, person.member, { choice, number, salt, commit, foreign: person.of !== undefined });
  return done;
}

/** The choices that stand in the record of this vote, as they truly are. */
export function trueChoices(world: World, vote: ActId): Choice[] {
  return [...(world.truth.casts.get(vote)?.values() ?? [])].map((c) => c.choice);
}

/** A teller counts a sealed vote: truly, or as colluders do. */
export function countSealed(world: World, teller: Person, vote: Vote): ActId | undefined {
  if (!mayTally(world.state, vote, teller.member, world.now).ok || (teller.colludes && world.manner.counts === "never"))
    return undefined;
  const truly = countsOf(vote, trueChoices(world, vote.id));
  const cheats = teller.colludes && world.manner.counts !== "truly" && !pleases(world, vote, truly, total(truly));
  if (!listed(vote))
    return world.act(teller, "tally", { vote: vote.id, counts: cheats ? falseCounts(world, vote, truly) : truly });
  const lines = cheats ? falseLines(world, vote) : linesOf(world, vote);
  const bytes = listBytes(vote.id, lines);
  const list = toHex(sha256(bytes)) as Hash;
  const counts = countsOf(
    vote,
    lines.map(([, choice]) => choice as Choice),
  );
  const done = world.act(teller, "tally", {
    vote: vote.id,
    counts,
    list,
    file: world.house.attach(bytes, "members", "application/json"),
  });
  if (done !== undefined) world.truth.lists.set(list, new Map(lines as [string, Choice][]));
  return done;
}

function linesOf(world: World, vote: Vote): ListLine[] {
  return [...(world.truth.casts.get(vote.id)?.values() ?? [])].map((c) => [c.number, c.choice]);
}

/** As few lines changed as turn the outcome, first of those who seldom look; all of them where told to turn it round. */
function falseLines(world: World, vote: Vote): ListLine[] {
  const seldom = { never: 0, weekly: 1, daily: 2 } as const;
  const casts = [...(world.truth.casts.get(vote.id) ?? [])]
    .map(([member, given]) => ({ person: world.byMember.get(member), given }))
    .sort((a, b) => seldom[a.person?.looks ?? "daily"] - seldom[b.person?.looks ?? "daily"]);
  const lines: [string, Choice][] = casts.map(({ given }) => [given.number, given.choice]);
  for (const [i, { person, given }] of casts.entries()) {
    if (world.manner.counts === "one-left-out") {
      const counts = countsOf(
        vote,
        lines.map(([, choice]) => choice),
      );
      if (pleases(world, vote, counts, total(counts))) break;
    }
    if (person?.colludes || given.foreign === true) continue;
    const other = turned(world, vote, given);
    if (other) lines[i] = [given.number, other];
  }
  return lines;
}

function turned(world: World, vote: Vote, given: Cast): Choice | undefined {
  if (typeof given.choice === "string") return given.choice === "for" ? "against" : "for";
  const own = (vote.ballot ?? []).filter((c) => world.person(c.member)?.colludes).map((c) => c.key);
  return own.length > 0 ? own.slice(0, Math.max(1, vote.seats ?? 1)) : undefined;
}

/** What one does about sealed votes besides casting: offers to count, reveals, finds one's number, opens and counts again. */
export function tendSealed(world: World, person: Person): void {
  const { state, now } = world;
  const shirks = person.colludes && world.manner.counts === "never";
  if (person.looks === "daily" && mayOffer(state, person.member, now).ok) {
    const secret = world.house.newId();
    const commit = toHex(sha256(fromHex(secret))) as Hash;
    if (world.act(person, "teller.offer", { commit }) !== undefined) world.truth.secrets.set(commit, secret);
  }
  for (const id of world.sealed) {
    const vote = world.vote(id);
    if (!vote || settled(world, vote)) {
      world.sealed.delete(id);
      continue;
    }
    if (vote.election === undefined && fellThrough(world, vote)) world.liveMotions.add(vote.motion);
    const waits = lotFor(state, vote, person.member, now);
    const secret = world.truth.secrets.get(waits?.lot.pool.get(person.member) ?? "");
    if (waits && secret !== undefined && !shirks)
      world.act(person, "teller.reveal", { vote: id, secret, ...(waits.recount ? { recount: true } : {}) });
    if (vote.opens !== undefined && now < vote.opens) addTeller(world, person, vote);
    findNumber(world, person, vote);
    if (mayOpenAgain(state, vote, person.member, now).ok)
      world.act(person, "opening.again", { vote: id, opening: world.house.text("closed", "application/json") });
    const round = mayRecount(state, vote, person.member, now);
    if (round.ok && !shirks) {
      const opened = [...round.value.opened.keys()];
      const right = opened.filter((m) => isMissing(world, vote, m, round.value.list)).length;
      const upheld = !person.colludes ? right : right > 0 ? 0 : opened.length;
      world.act(person, "recount", { vote: id, upheld, of: opened.length });
    }
  }
}

/** Those who think otherwise than who called it add somebody of their own to count; all do where a vote on it failed. */
function addTeller(world: World, person: Person, vote: Vote): void {
  if (vote.backing?.has(person.member)) return;
  const thinks = (p: Person | undefined): boolean => p !== undefined && world.truth.likes(p, vote.motion);
  const on = world.motion(vote.motion) ?? world.state.elections.elections.get(vote.motion);
  const failed = on?.votes.some((v) => v !== vote.id && world.vote(v)?.result === undefined);
  if (failed !== true && (vote.election !== undefined || thinks(person) === thinks(world.person(vote.caller)))) return;
  const fit = world.people.filter(
    (q) =>
      q.colludes === person.colludes &&
      q.looks !== "never" &&
      world.able(q) &&
      thinks(q) === thinks(person) &&
      mayAddTeller(world.state, vote, person.member, world.now, q.member).ok,
  );
  const own = fit.find((q) => q.looks === "daily") ?? fit[0];
  if (own) world.act(person, "teller.add", { vote: vote.id, teller: own.member });
}

/** Nothing more comes of it: its term is over, or it was never counted. */
function settled(world: World, vote: Vote): boolean {
  const from = declarableFrom(world.state, vote, world.now);
  return from !== undefined && world.now > from + 21 * DAY;
}

/** Does this member's number stand in the list with something else than they gave, or not at all? */
export function isMissing(world: World, vote: Vote, member: string, list: Hash): boolean {
  const given = world.truth.casts.get(vote.id)?.get(member as never);
  const stands = given && world.truth.lists.get(list)?.get(given.number);
  return given !== undefined && String(stands) !== String(given.choice);
}

function findNumber(world: World, person: Person, vote: Vote): void {
  if (!world.truth.casts.get(vote.id)?.has(person.member) || vote.missing?.has(person.member)) return;
  for (const tally of vote.tallies.values()) {
    if (tally.list === undefined || !isMissing(world, vote, person.member, tally.list)) continue;
    // What a colluder's own turned round for them is no loss to them.
    if (person.colludes || !mayMiss(world.state, vote, person.member, world.now, tally.by).ok) continue;
    world.act(person, "number.missing", { vote: vote.id, teller: tally.by });
    return;
  }
}

/** Is it to be held again in person, or was it not counted? */
export function fellThrough(world: World, vote: Vote): boolean {
  const fate = fateAt(world.state, vote, world.now);
  return fate?.is === "fallen" || fate?.is === "uncounted";
}

/** Would the outcome of what was truly cast be another than this? */
export function otherOutcome(world: World, vote: Vote, counts: Readonly<Record<string, number>>): boolean {
  const truly = countsOf(vote, trueChoices(world, vote.id));
  return outcomeOf(vote, truly, total(truly)) !== outcomeOf(vote, counts, total(counts));
}
