/**
 * The attacks that are known: each took or held up a body under the rules of 0.1.0. The search mixes these
 * fragments with elementary acts; with a rule switched off its fragment must break an invariant.
 */
import type { ActId } from "@nabat/kernel";
import { HARMFUL, own, ownTellers } from "./colluders.ts";
import { decideInside, planMeeting } from "./hall.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import {
  callMeeting,
  callOutside,
  declare,
  move,
  moveText,
  openElection,
  openSitting,
  putItem,
  putProcedure,
  versionOf,
} from "./moves.ts";
import type { Person } from "./people.ts";
import { changeOf, statutesAt } from "./rules.ts";
import { cast } from "./sealed.ts";
import type { World } from "./world.ts";

/** A known attack: `x` and `y` vary it. */
export type Attack = (world: World, x: number, y: number) => void;

/** A sitting that nobody was called to, in a kitchen: the colluders decide on what `make` moves. */
function kitchen(world: World, make: (by: Person, sitting: ActId) => ActId | undefined): void {
  const [by] = world.colluders;
  const sitting = by && openSitting(world, by, ownTellers(world, undefined).slice(0, 2));
  if (!by || sitting === undefined) return;
  world.truth.there.set(sitting, new Set(world.colluders.map((c) => c.n)));
  const motion = make(by, sitting);
  if (motion !== undefined) decideInside(world, sitting, { motion }, world.colluders);
  world.act(by, "sitting.close", { sitting });
}

/** A text that honest people want and that isn't decided. */
function theirs(world: World): ActId | undefined {
  return [...world.liveMotions].reverse().find((id) => world.truth.matters.get(id)?.by.colludes === false);
}

/** A harmful text of a colluder, seconded by another. */
function seconded(world: World, subject: "text" | "lock", x: number): ActId | undefined {
  const [by, other] = world.colluders;
  if (!by) return undefined;
  const change = subject === "lock" ? changeOf(world, "lock", x) : undefined;
  const motion = change ? move(world, by, change, HARMFUL) : moveText(world, by, HARMFUL);
  if (motion !== undefined && other) world.act(other, "second", { motion });
  return motion;
}

function nightMeeting(world: World, x: number, late: boolean, motion: ActId | undefined): ActId | undefined {
  const [by] = world.colluders;
  if (!by || motion === undefined) return undefined;
  if (world.truth.matters.get(motion)?.by.colludes) world.hallOnly.add(motion);
  const notice = statutesAt(world).convene.noticeDays;
  const starts = Math.floor(world.now / DAY) * DAY + (notice + 1 + (x % 2)) * DAY + (late ? 3 : 19) * HOUR;
  const call = callMeeting(world, by, { starts, signers: world.colluders });
  if (call === undefined) return undefined;
  putItem(world, by, call, { motion });
  return call;
}

export const ATTACKS: Readonly<Record<string, Attack>> = {
  "two found a committee in a kitchen": (w) =>
    kitchen(w, (by, sitting) => move(w, by, { type: "establish", body: "committee", seats: 5 }, HARMFUL, sitting)),
  "a text decided in a kitchen": (w) => kitchen(w, (by, sitting) => moveText(w, by, HARMFUL, sitting)),
  "an opinion decides somebody's motion": (w) => kitchen(w, () => theirs(w)),
  "an election in one moment": (w) => {
    const [by, other] = w.colluders;
    const election = by && openElection(w, by, { seats: 1, termDays: 700, until: w.now, powers: ["convene"] });
    if (!by || election === undefined) return;
    w.act(by, "nominate", { election, candidate: by.member });
    const tellers = w.people.filter((p) => p !== by).sort((a, b) => Number(b.colludes) - Number(a.colludes));
    const sitting = openSitting(w, other ?? by, tellers.slice(0, 2));
    if (sitting !== undefined) {
      w.truth.there.set(sitting, new Set(w.colluders.map((c) => c.n)));
      decideInside(w, sitting, { election }, w.colluders);
    }
    callOutside(w, by, { election }, { tellers: tellers.slice(0, 1) });
  },
  "a vote on devices in one moment": (w) => {
    const motion = seconded(w, "text", 0);
    const [by] = w.colluders;
    const sitting = by && openSitting(w, by, ownTellers(w, by).slice(0, 2));
    if (!by || motion === undefined || sitting === undefined) return;
    w.truth.there.set(sitting, new Set(w.colluders.map((c) => c.n)));
    const mode = statutesAt(w).voting.mode;
    const version = w.motion(motion)?.versions.at(-1)?.text;
    const vote = w.act(by, "vote.open", { motion, version, mode, sitting });
    const found = w.vote(vote);
    if (vote === undefined || !found) return;
    for (const p of w.colluders) cast(w, p, found);
    w.act(by, "vote.close", { vote });
    const casts = [...(w.truth.casts.get(vote)?.values() ?? [])].length;
    for (const p of w.colluders)
      w.act(p, "tally", { vote, counts: { for: casts, against: 0, abstain: 0, "taking-part": 0 } });
    declare(w, by, vote);
  },
  "a meeting at three in the morning": (w, x) => {
    const call = nightMeeting(w, x, true, seconded(w, "text", x));
    if (call !== undefined) planMeeting(w, call);
  },
  "rules changed at three in the morning": (w, x) => {
    const [by] = w.colluders;
    const change = changeOf(w, "lock", x);
    const motion = by && change && move(w, by, change, HARMFUL);
    w.in(8 * DAY, () => {
      const call = nightMeeting(w, x, true, motion);
      if (call !== undefined) planMeeting(w, call);
    });
    const call = nightMeeting(w, x, true, motion);
    if (call !== undefined) planMeeting(w, call);
  },
  "both tellers turn the count round": (w, x) => {
    w.manner = { ...w.manner, counts: "falsely" };
    const motion = seconded(w, "text", x);
    const [by] = w.colluders;
    const call = (): void => {
      if (by && motion !== undefined) callOutside(w, by, { motion }, { tellers: ownTellers(w, by) });
    };
    for (const days of [1.05, 2, 3]) w.in(days * DAY, call);
  },
  "openers count the meeting": (w, x) => {
    w.manner = { ...w.manner, counts: "falsely" };
    const motion = theirs(w) ?? seconded(w, "text", x);
    const call = nightMeeting(w, x, false, motion);
    if (call === undefined) return;
    planMeeting(w, call, (world, sitting, there) => {
      const item = world.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion);
      const [by] = world.colluders;
      if (!by || item === undefined || motion === undefined) return;
      world.act(by, "item.open", { sitting, item: item.id });
      decideInside(world, sitting, { motion }, there);
    });
  },
  "a teller never counts": (w) => {
    w.manner = { ...w.manner, counts: "never" };
  },
  "one number is left out": (w, x) => {
    w.manner = { ...w.manner, counts: "one-left-out" };
    ATTACKS["both tellers turn the count round"]?.(w, x, 0);
    w.manner = { ...w.manner, counts: "one-left-out" };
  },
  "an opponent calls the vote for a month": (w) => {
    const call = (): void => {
      for (const id of w.liveMotions) {
        const matter = w.truth.matters.get(id);
        const by = w.colluders.find((p) => p.member !== w.motion(id)?.mover);
        if (matter?.by.colludes === false && by)
          callOutside(w, by, { motion: id }, { tellers: ownTellers(w, by), hoursMore: 30 * 24 });
      }
    };
    for (let hour = 0; hour < 14 * 24; hour += 12) w.in(hour * HOUR, call);
  },
  "an opponent seconds, then calls": (w) => {
    const motion = theirs(w);
    const [by] = w.colluders;
    if (motion === undefined || !by) return;
    w.act(by, "second", { motion });
    for (let hour = 1; hour < 10 * 24; hour += 6)
      w.in(hour * HOUR, () => void callOutside(w, by, { motion }, { tellers: ownTellers(w, by), hoursMore: 30 * 24 }));
  },
  "a harmless change of rules blocks others": (w, x) => {
    const [by, other] = w.colluders;
    const change = changeOf(w, "easier", x);
    const motion = by && change && move(w, by, change, { appeal: 0.5, colludersFor: false });
    if (!by || motion === undefined) return;
    if (other) w.act(other, "second", { motion });
    for (let hour = 7 * 24; hour < 9 * 24; hour += 6)
      w.in(hour * HOUR, () => void callOutside(w, by, { motion }, { tellers: ownTellers(w, by), hoursMore: 30 * 24 }));
  },
  "amendments at one place, one after the other": (w, x) => {
    const put = (): void => {
      const found = w.motion(theirs(w));
      const base = found?.versions.at(-1)?.base;
      if (found?.subject.type !== "text" || base === undefined) return;
      for (const p of w.colluders.slice(0, 3)) {
        const place = { what: "replace", from: 1 + (x % 2), to: 1 + (x % 2) } as const;
        const motion = move(
          w,
          p,
          { type: "amendment", motion: found.id, base, place },
          { appeal: 0.05, colludersFor: true },
        );
        const other = w.colluders.find((q) => q !== p);
        if (motion !== undefined && other) w.act(other, "second", { motion });
      }
    };
    for (let hour = 0; hour < 30 * 24; hour += 12) w.in(hour * HOUR, put);
  },
  "the agenda is filled": (w) => {
    for (const call of w.state.meetings.due)
      for (const p of w.colluders) for (let i = 0; i < 40; i++) if (putItem(w, p, call, {}) === undefined) break;
  },
  "a hundred procedural motions": (w, x) => {
    const call = nightMeeting(w, x, false, theirs(w) ?? seconded(w, "text", x));
    if (call !== undefined)
      planMeeting(w, call, (world, sitting) => {
        for (let i = 0; i < 100; i++)
          for (const p of world.colluders.slice(0, 3))
            putProcedure(world, p, sitting, i % 2 === 0 ? { what: "proceed" } : { what: "close-list" }, HARMFUL);
      });
  },
  "calls every night": (w) => {
    for (let i = 0; i < 20; i++)
      for (const by of w.colluders) {
        const call = callMeeting(w, by, { starts: w.now + (5 + i) * DAY + 3 * HOUR, signers: w.colluders });
        const [motion] = own(w);
        if (call === undefined || motion === undefined) continue;
        putItem(w, by, call, { motion });
        planMeeting(w, call);
      }
  },
  "nominations fill the ballot": (w, x) => {
    const [election] = [...w.liveElections].reverse();
    if (election === undefined) return;
    for (const p of w.colluders) {
      w.act(p, "nominate", { election, candidate: p.member });
      for (let i = 0; i < 5; i++) {
        const candidate = w.people[(x + i) % w.people.length];
        if (candidate) w.act(p, "nominate", { election, candidate: candidate.member });
      }
    }
  },
  "a running vote is overtaken at a meeting": (w, x) => {
    const motion = theirs(w);
    const call = nightMeeting(w, x, true, motion);
    if (call !== undefined) planMeeting(w, call);
  },
  "most of the roll and sixty days": (w) => void seconded(w, "lock", 0),
  "nine tenths of those there": (w) => void seconded(w, "lock", 3),
  "erased by decision": (w) =>
    kitchen(w, (by, sitting) => {
      const text = w.motion(theirs(w))?.versions.at(-1)?.base;
      if (text === undefined) return undefined;
      return move(w, by, { type: "erasure", attachments: [text] } as never, HARMFUL, sitting);
    }),
  "an item is put off again and again": (w, x) => {
    const call = nightMeeting(w, x, false, theirs(w));
    if (call !== undefined)
      planMeeting(w, call, (world, sitting) => {
        const [by] = world.colluders;
        if (by) putProcedure(world, by, sitting, { what: "adjourn", returns: world.now + 300 * DAY + MINUTE }, HARMFUL);
      });
  },
  "few sign a text": (w, x) => {
    const motion = seconded(w, "text", x);
    w.in(HOUR + MINUTE, () => {
      if (motion === undefined) return;
      for (const p of w.colluders) w.act(p, "now.sign", { motion, version: versionOf(w, motion) });
    });
  },
  "those who agree decide now": (w, x) => {
    const motion = seconded(w, "text", x);
    const [by] = w.colluders;
    if (motion === undefined || !by) return;
    const version = versionOf(w, motion);
    for (const p of w.colluders) w.act(p, "now.agree", { motion, version });
    voteInAMinute(w, by, motion, "name");
  },
  "a vote over days in a minute": (w, x) => {
    const motion = seconded(w, "text", x);
    const [by] = w.colluders;
    if (motion === undefined || !by) return;
    const mode = statutesAt(w).voting.mode;
    w.in(DAY + MINUTE, () => voteInAMinute(w, by, motion, mode));
  },
  "a false result is declared": (w) => {
    const declareFalsely = (): void => {
      for (const id of w.liveVotes) {
        const vote = w.vote(id);
        const [by] = w.colluders;
        if (!vote || !by || vote.election !== undefined || vote.result) continue;
        const cast = vote.castCount;
        const wanted = w.truth.matters.get(vote.motion)?.colludersFor === true;
        const counts = { for: wanted ? cast : 0, against: wanted ? 0 : cast, abstain: 0, "taking-part": 0 };
        w.act(by, "result", { vote: id, counts, whole: vote.whole, outcome: wanted ? "carried" : "lost" });
      }
    };
    const motion = seconded(w, "text", 0);
    const [by] = w.colluders;
    w.in(DAY + HOUR, () => {
      if (by && motion !== undefined) callOutside(w, by, { motion }, { tellers: ownTellers(w, by) });
    });
    for (let hour = 30; hour < 8 * 24; hour += 24) w.in(hour * HOUR, declareFalsely);
  },
};

/** A vote on devices that is over a minute after it is opened, where nobody but those who called it is awake. */
function voteInAMinute(world: World, by: Person, motion: ActId, mode: string): void {
  const opens = world.now + (mode === "count" ? 12 * HOUR : 0);
  const teller = mode === "count" ? world.colluders.find((p) => p !== by && !isSeconder(world, motion, p)) : undefined;
  const vote = world.act(by, "vote.open", {
    motion,
    version: versionOf(world, motion),
    mode,
    closes: opens + MINUTE,
    ...(teller ? { tellers: [teller.member] } : {}),
  });
  if (vote === undefined) return;
  world.at(opens + 1000, () => {
    const found = world.vote(vote);
    if (found) for (const p of world.colluders) cast(world, p, found);
  });
  world.at(opens + 20 * MINUTE, () => void declare(world, by, vote));
}

function isSeconder(world: World, motion: ActId, person: Person): boolean {
  return world.motion(motion)?.seconds.includes(person.member) === true;
}
