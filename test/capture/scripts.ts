/**
 * What must be possible from the end of every history, tried on a copy of it: all but a fifth bring back earlier
 * rules (S4); the honest who still look carry a text, elect, and change a rule (L5).
 */
import type { ActId } from "@nabat/kernel";
import { officeStage } from "@nabat/body/elections/queries.ts";
import { roll, rollSize } from "@nabat/body/members/standing.ts";
import { inElectorate } from "@nabat/body/votes/electorate.ts";
import { reckon } from "@nabat/body/votes/outcome.ts";
import type { Findings } from "./breaks.ts";
import { Chance } from "./chance.ts";
import { decisionOf, inForce } from "./decisions.ts";
import { look, planLooks } from "./honest.ts";
import { planMeeting } from "./planning.ts";
import { DAY, HOUR } from "./house.ts";
import { callersNeeded, callMeeting, move, moveText, openElection, putItem } from "./moves.ts";
import { hasKey, type Person } from "./people.ts";
import { changeOf, difference, has, subjectOf, statutesAt } from "./rules.ts";
import { World } from "./world.ts";

/** In days (L5). */
const SIXTY = 60;

/** The same body with these people in it: its record copied, nobody's plans carried on. */
function after(world: World, people: Person[]): World {
  const copy = new World(world.house.copy(), people, new Chance(1), { counts: "falsely", votes: "against" }, world.end);
  for (const id of world.liveMotions) copy.liveMotions.add(id);
  for (const id of world.liveVotes) copy.liveVotes.add(id);
  for (const id of world.sealed) copy.sealed.add(id);
  for (const [list, lines] of world.truth.lists) copy.truth.lists.set(list, lines);
  for (const [commit, secret] of world.truth.secrets) copy.truth.secrets.set(commit, secret);
  for (const id of world.liveElections) copy.liveElections.add(id);
  for (const [id, matter] of world.truth.matters) copy.truth.matters.set(id, matter);
  for (const [vote, casts] of world.truth.casts) copy.truth.casts.set(vote, new Map(casts));
  for (const [motion, at] of world.seconded) copy.seconded.set(motion, at);
  copy.hold = world.hold;
  planLooks(copy);
  return copy;
}

/** S4: with all but a fifth for it and the rest against all, the rules of the beginning come back in time. */
export function wayBack(world: World, found: Findings): void {
  const alive = world.people.filter((p) => !p.gone && hasKey(p) && votesOnRules(world, p));
  const n = membersOnRules(world);
  const earlier = world.state.statutes.versions[0]?.statutes;
  if (n < 5 || !earlier) return;
  const now = { statutes: statutesAt(world) };
  const changed = difference(now.statutes, earlier);
  // Where nothing was changed they change something, which is the same way.
  const other = { voting: { secretOnRequest: now.statutes.voting.secretOnRequest === 3 ? 2 : 3 } };
  const back = Object.keys(changed).length === 0 ? other : changed;
  const rest = Math.floor(n / 5);
  const against = new Set(
    [...alive].sort((a, b) => Number(b.colludes) - Number(a.colludes)).slice(0, rest - (n - alive.length)),
  );
  if (alive.length - against.size < n - rest) return;
  found.met.S4++;
  // Whoever is on the roll is somebody here: the question is what so many can do.
  const people = world.people.map(({ invented: _none, ...p }, n): Person => {
    const colludes = against.has(world.people[n] as Person);
    return { ...p, colludes, looks: "daily", hall: 1 };
  });
  const copy = after(world, people);
  const notice = Math.max(now.statutes.change.noticeDays, now.statutes.convene.noticeDays);
  const by = people.find((p) => !p.colludes && !p.gone && hasKey(p) && votesOnRules(world, p));
  const from = copy.now;
  // What others want of the same rule later is a matter of its own.
  const isBack = (): boolean =>
    copy.state.statutes.versions.some(
      (v) => v.from > from && v.from <= copy.now && v.fails === undefined && has(v.statutes, back),
    );
  const again = (): void => {
    if (isBack()) return;
    const motion = by && move(copy, by, subjectOf(back), { appeal: 1, colludersFor: false });
    if (!by || motion === undefined) return;
    toMeeting(copy, by, { motion }, notice);
  };
  again();
  // What others changed meanwhile makes it a change of something else: it is moved anew.
  for (const days of [20, 40]) copy.in(days * DAY, again);
  copy.runUntil(from + (notice + 60) * DAY);
  if (!isBack())
    found.add("S4", entryOfStatutes(world), `${Object.keys(back).join(", ")} not brought back in ${notice + 60} days`);
}

/** Has this person a vote on rules (M-29)? */
function votesOnRules(world: World, p: Person): boolean {
  const member = world.state.members.members.get(p.member);
  return member !== undefined && world.hasVote(p) && inElectorate(member, { settled: true }, world.now);
}

/** How many have. */
function membersOnRules(world: World): number {
  return roll(world.state, world.now).filter((m) => inElectorate(m, { settled: true }, world.now)).length;
}

/** Was this carried, and is it in force? */
function carried(world: World, id: ActId | undefined): boolean {
  return world.decided.some((d) => {
    const decided = decisionOf(world, d);
    return decided !== undefined && decided.on === id && inForce(world, decided, world.now);
  });
}

function entryOfStatutes(world: World): number {
  const by = world.state.statutes.versions.at(-1)?.by;
  return world.house.entries.find((e) => e.id === by)?.index ?? 0;
}

/** Puts something to a meeting in the evening, as soon as notice allows. */
function toMeeting(world: World, by: Person, on: { motion?: ActId; election?: ActId }, noticeDays: number): void {
  const others = world.honest.filter((p) => p !== by && p.looks !== "never");
  if (others.length + 1 < callersNeeded(world)) return;
  const starts = Math.floor(world.now / DAY) * DAY + (noticeDays + 2) * DAY + 19 * HOUR;
  const call = callMeeting(world, by, { starts, signers: others });
  if (call === undefined) return;
  putItem(world, by, call, on);
  planMeeting(world, call);
}

/** Those who look by themselves and can do things, with whoever colludes there: do they reach what a text needs by these rules? */
function reachesText(world: World): boolean {
  const { voting } = statutesAt(world);
  const whole = rollSize(world.state, world.now);
  const able = world.helpers.length;
  // One alone has nobody to count or second.
  return able >= Math.min(2, whole) && reached(voting, able, world.theirs.length, whole);
}

type Asked = ReturnType<typeof statutesAt>["change" | "voting"];

function reached(of: Asked, forIt: number, against: number, whole: number): boolean {
  const cast = { counts: { for: forIt, against }, present: forIt + against, whole };
  return reckon(cast, of.majority, of.quorum).outcome === "carried";
}

/** L5: the honest who look, where they outnumber the colluders, carry, elect and change within sixty days. */
export function rescue(world: World, found: Findings): void {
  const looking = world.honest.filter((p) => p.looks !== "never");
  if (looking.length <= world.theirs.length || looking.length === 0 || !reachesText(world)) return;
  const { change: ofRules, convene } = statutesAt(world);
  const onRules = looking.filter((p) => world.able(p) && votesOnRules(world, p)).length;
  const against = world.theirs.filter((p) => votesOnRules(world, p)).length;
  const wholeOnRules = membersOnRules(world);
  const rulesToo = reached(ofRules, onRules, against, wholeOnRules) && 2 * (onRules + against) >= wholeOnRules;
  found.met.L5++;
  const people = world.people.map((p) => ({ ...p, hall: p.looks === "never" ? 0 : 1 }));
  const copy = after(world, people);
  const from = copy.now;
  const [by] = people.filter((p) => !p.colludes && !p.gone && p.looks !== "never" && hasKey(p) && world.hasVote(p));
  if (!by) return;
  const view = { appeal: 1, colludersFor: false };
  const text = moveText(copy, by, view);
  const changes = rulesToo ? changeOf(copy, "easier", 0) : undefined;
  const rules: (ActId | undefined)[] = [];
  const isSo = (): boolean => changes?.type === "statutes" && has(statutesAt(copy), changes.changes);
  const changed = (): boolean => isSo() || rules.some((id) => carried(copy, id));
  const change = (): void => {
    if (!changes || changed()) return;
    const motion = move(copy, by, changes, view);
    rules.push(motion);
    const notice = Math.max(ofRules.noticeDays, convene.noticeDays);
    if (motion !== undefined) copy.in(DAY, () => toMeeting(copy, by, { motion }, notice));
  };
  change();
  // What failed, because too few came to a vote that others forced, is moved anew.
  for (const days of [20, 40]) copy.in(days * DAY, change);
  const election = openElection(copy, by, { seats: 1, termDays: 200, until: copy.now + DAY });
  if (election !== undefined) copy.act(by, "nominate", { election, candidate: by.member });
  for (const p of people) if (!p.gone && p.looks !== "never") look(copy, p);
  toMeeting(copy, by, text === undefined ? {} : { motion: text }, convene.noticeDays);
  if (election !== undefined) copy.in(2 * DAY, () => toMeeting(copy, by, { election }, convene.noticeDays));
  const missing = (): string[] =>
    [
      carried(copy, text) ? "" : "text",
      // What others want of the same rule later is a matter of its own.
      changes === undefined || changed() ? "" : "rules",
      copy.state.elections.offices.some((o) => o.id === election && officeStage(copy.state, o, copy.now) === "held")
        ? ""
        : "election",
    ].filter(Boolean);
  let left = missing();
  for (let days = 5; days <= SIXTY && left.length > 0; days += 5) {
    copy.runUntil(from + days * DAY);
    left = missing();
    world.rescued = days;
  }
  if (left.length === 0) return;
  // Who came in meanwhile and doesn't look counts in a quorum too.
  if (!reachesText(copy)) found.note("in the sixty days the roll outgrew the quorum that those who look can reach");
  else found.add("L5", world.state.size, `no ${left.join(", no ")} in sixty days`);
}
