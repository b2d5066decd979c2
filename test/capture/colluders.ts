/** What colluders can do at any hour: one elementary act, or one act of each of them, on something at hand. */
import type { ActId } from "@nabat/kernel";
import { openSittings } from "@nabat/body/sittings/queries.ts";
import { voteEnd } from "@nabat/body/votes/course.ts";
import { DAY, HOUR } from "./house.ts";
import { decideInside } from "./hands.ts";
import { planMeeting } from "./planning.ts";
import {
  ballotOf,
  callMeeting,
  callOutside,
  declare,
  move,
  moveText,
  openElection,
  openSitting,
  putItem,
  versionOf,
} from "./moves.ts";
import type { Person } from "./people.ts";
import { HARMFUL, nth, own, ownTellers } from "./harmful.ts";
import { changeOf, statutesAt } from "./rules.ts";
import { cast, countSealed } from "./sealed.ts";
import type { World } from "./world.ts";

/** What an elementary act is given: who does it, and two numbers that pick what it is done to. */
export type Elementary = (world: World, by: Person, x: number, y: number) => void;

function openCalls(world: World): ActId[] {
  return world.state.meetings.due.filter((id) => (world.state.meetings.calls.get(id)?.starts ?? 0) > world.now);
}

function waitingVotes(world: World): ActId[] {
  return [...world.liveVotes].filter((id) => world.vote(id)?.result === undefined);
}

/** Votes that are over and not declared; all that wait where none is. */
function overVotes(world: World): ActId[] {
  const waits = waitingVotes(world);
  const over = waits.filter((id) => {
    const vote = world.vote(id);
    return vote !== undefined && voteEnd(world.state, vote, world.now) !== undefined;
  });
  return over.length > 0 ? over : waits;
}

/** What others moved. */
function othersMotions(world: World): ActId[] {
  return [...world.liveMotions].filter((id) => world.truth.matters.get(id)?.by.colludes === false);
}

/** An amendment at one place of a text. */
function amend(world: World, by: Person, id: ActId | undefined, y: number): void {
  const motion = world.motion(id);
  const base = motion?.versions.at(-1)?.base;
  if (motion?.subject.type !== "text" || base === undefined) return;
  const place = { what: "replace", from: 1 + (y % 3), to: 1 + (y % 3) } as const;
  move(world, by, { type: "amendment", motion: motion.id, base, place }, HARMFUL);
}

/** A meeting at that hour, with what is theirs on its agenda. */
function call(world: World, by: Person, starts: number): void {
  const made = callMeeting(world, by, { starts, signers: world.theirs });
  if (made === undefined) return;
  const [motion] = own(world);
  if (motion !== undefined) putItem(world, by, made, { motion });
  planMeeting(world, made);
}

/** About motions, votes and meetings. */
export const BASIC: Readonly<Record<string, Elementary>> = {
  text: (w, p) => void moveText(w, p, HARMFUL),
  rules: (w, p, x, y) => {
    const subject = changeOf(w, "lock", x);
    // Now and then one reads well.
    if (subject) move(w, p, subject, y % 4 === 0 ? { ...HARMFUL, appeal: 0.9 } : HARMFUL);
  },
  // As many people, as many days, as large a part as may be asked for; half of them read well.
  "rules to the utmost": (w, p, x, y) => {
    const subject = changeOf(w, "utmost", x);
    if (subject) move(w, p, subject, y % 2 === 0 ? { ...HARMFUL, appeal: 0.9 } : HARMFUL);
  },
  amend: (w, p, x, y) => amend(w, p, nth(w.liveMotions, x), y),
  "amend theirs": (w, p, x, y) => amend(w, p, nth(othersMotions(w), x), y),
  second: (w, p, x) => {
    const motion = nth(w.liveMotions, x);
    if (motion !== undefined) w.act(p, "second", { motion });
  },
  "call vote": (w, p, x, y) => {
    const motion = nth(w.liveMotions, x);
    if (motion !== undefined) callOutside(w, p, { motion }, { tellers: ownTellers(w, p), hoursMore: (y % 31) * 24 });
  },
  "call vote on theirs": (w, p, x, y) => {
    const motion = nth(othersMotions(w), x);
    if (motion !== undefined) callOutside(w, p, { motion }, { tellers: ownTellers(w, p), hoursMore: (y % 31) * 24 });
  },
  "call a short vote": (w, p, x, y) => {
    const motion = x % 2 === 0 ? own(w)[0] : nth(w.liveMotions, x);
    const hoursMore = (y % 24) - statutesAt(w).voting.hours;
    if (motion !== undefined) callOutside(w, p, { motion }, { tellers: ownTellers(w, p), hoursMore });
  },
  "call vote on own": (w, p) => {
    const [motion] = own(w);
    if (motion !== undefined) callOutside(w, p, { motion }, { tellers: ownTellers(w, p) });
  },
  cast: (w, _p, x) => {
    const vote = w.vote(nth(waitingVotes(w), x));
    if (vote && vote.sitting === undefined && voteEnd(w.state, vote, w.now) === undefined)
      for (const p of w.theirs) if (!vote.cast.has(p.member)) cast(w, p, vote);
  },
  "call meeting": (w, p, x, y) => {
    const notice = statutesAt(w).convene.noticeDays;
    const day = Math.floor(w.now / DAY) * DAY + (notice + 1 + (x % 3)) * DAY;
    call(w, p, day + (y % 2 === 0 ? 3 : 8 + (y % 14)) * HOUR);
  },
  "call meeting soon": (w, p, x) => call(w, p, w.now + (1 + (x % 48)) * HOUR),
  "open meeting": (w, _p, x) => {
    const called = nth(openCalls(w), x);
    if (called !== undefined) w.hold(w, called);
  },
  "item of an election": (w, p, x, y) => {
    const called = nth(openCalls(w), x);
    const election = nth(w.liveElections, y);
    if (called !== undefined && election !== undefined) putItem(w, p, called, { election });
  },
  item: (w, p, x, y) => {
    const call = nth(openCalls(w), x);
    const motion = nth(w.liveMotions, y);
    const election = nth(w.liveElections, y);
    if (call === undefined) return;
    if (election !== undefined && y % 3 === 1) putItem(w, p, call, { election });
    else putItem(w, p, call, motion === undefined || y % 3 === 0 ? {} : { motion });
  },
  "bare sitting": (w, p, x) => {
    const sitting = openSitting(w, p, ownTellers(w, undefined).slice(0, 2));
    if (sitting === undefined) return;
    w.truth.there.set(sitting, new Set(w.colluders.map((c) => c.n)));
    const motion = x % 2 === 0 ? own(w)[0] : nth(w.liveMotions, x);
    if (motion !== undefined) decideInside(w, sitting, { motion }, w.colluders);
    const election = nth(w.liveElections, x);
    if (election !== undefined && x % 3 === 0) decideInside(w, sitting, { election }, w.colluders);
    w.act(p, "sitting.close", { sitting });
  },
  election: (w, p, x) => {
    const id = openElection(w, p, {
      seats: 1 + (x % 2),
      termDays: 20 + (x % 700),
      until: w.now + (x % 50) * HOUR,
      powers: ["convene"],
    });
    if (id !== undefined) w.act(p, "nominate", { election: id, candidate: p.member });
  },
  stand: (w, p, x) => {
    const election = nth(w.liveElections, x);
    if (election !== undefined) w.act(p, "nominate", { election, candidate: p.member });
  },
  nominate: (w, p, x, y) => {
    const election = nth(w.liveElections, x);
    const candidate = w.people[y % w.people.length];
    if (election !== undefined && candidate) w.act(p, "nominate", { election, candidate: candidate.member });
  },
  "vote on election": (w, p, x) => {
    const election = nth(w.liveElections, x);
    if (election !== undefined) callOutside(w, p, { election }, { tellers: ownTellers(w, p) });
  },
  "sign now": (w, _p, x) => {
    const motion = x % 2 === 0 ? own(w)[0] : nth(w.liveMotions, x);
    if (motion === undefined) return;
    for (const p of w.theirs) w.act(p, "now.sign", { motion, version: versionOf(w, motion) });
  },
  "agree now": (w, _p, x, y) => {
    const election = y % 3 === 0 ? nth(w.liveElections, x) : undefined;
    if (election !== undefined)
      for (const p of w.theirs) w.act(p, "now.agree", { election, version: ballotOf(w, election) });
    const motion = x % 2 === 0 ? own(w)[0] : nth(w.liveMotions, x);
    if (motion === undefined) return;
    for (const p of w.theirs) w.act(p, "now.agree", { motion, version: versionOf(w, motion) });
  },
  "put to all": (w, _p, x) => {
    const result = nth(w.recent, x);
    if (result !== undefined) for (const p of w.theirs) w.act(p, "put.all", { result });
  },
  revise: (w, p) => {
    const motion = own(w).find((id) => w.motion(id)?.mover === p.member);
    if (motion !== undefined) w.act(p, "revise", { motion, text: w.house.text() });
  },
  withdraw: (w, p) => {
    const motion = own(w).find((id) => w.motion(id)?.mover === p.member);
    if (motion !== undefined) w.act(p, "withdraw", { motion });
  },
  count: (w, _p, x) => {
    const vote = w.vote(nth(waitingVotes(w), x));
    if (vote?.mode !== "count" || vote.sitting !== undefined || voteEnd(w.state, vote, w.now) === undefined) return;
    for (const p of w.colluders) if (vote.tellers.includes(p.member)) countSealed(w, p, vote);
  },
  declare: (w, p, x) => {
    const vote = nth(overVotes(w), x);
    if (vote !== undefined) declare(w, p, vote);
  },
  "declare otherwise": (w, p, x, y) => {
    const vote = w.vote(nth(overVotes(w), x));
    if (!vote || vote.election !== undefined) return;
    const { castCount: cast, whole, id } = vote;
    const carried = y % 2 === 0;
    const counts = { for: carried ? cast : 0, against: carried ? 0 : cast, abstain: 0, "taking-part": 0 };
    w.act(p, "result", { vote: id, counts, whole, outcome: carried ? "carried" : "lost" });
  },
  "ask secret": (w, p, x) => {
    const motion = nth(w.liveMotions, x);
    if (motion !== undefined) w.act(p, "ask.secret", { motion });
  },
  procedure: (w, p, x) => {
    const sitting = nth(openSittings(w.state, w.now), x)?.id;
    if (sitting !== undefined)
      move(w, p, { type: "procedure", procedure: { what: x % 2 === 0 ? "proceed" : "close-list" } }, HARMFUL, sitting);
  },
};
