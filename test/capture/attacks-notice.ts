/** Known attacks without notice, and those that would make rules hard to change back. */
import type { ActId } from "@nabat/kernel";
import { HARMFUL, ownTellers } from "./harmful.ts";
import { decideInside } from "./hands.ts";
import { planMeeting } from "./planning.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import { callOutside, declare, move, moveText, openElection, openSitting, versionOf } from "./moves.ts";
import type { Person } from "./people.ts";
import { changeOf, statutesAt } from "./rules.ts";
import { cast } from "./sealed.ts";
import type { World } from "./world.ts";
import { type Attack, kitchen, nightMeeting, seconded, theirs } from "./fragments.ts";

export const NOTICE: Readonly<Record<string, Attack>> = {
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
  "erased by decision": (w) =>
    kitchen(w, (by, sitting) => {
      const text = w.motion(theirs(w))?.versions.at(-1)?.base;
      if (text === undefined) return undefined;
      return move(w, by, { type: "erasure", attachments: [text] } as never, HARMFUL, sitting);
    }),
  "few sign a text": (w, x) => {
    const motion = seconded(w, "text", x);
    w.in(HOUR + MINUTE, () => {
      if (motion === undefined) return;
      for (const p of w.theirs) w.act(p, "now.sign", { motion, version: versionOf(w, motion) });
    });
  },
  "those who agree decide now": (w, x) => {
    const motion = seconded(w, "text", x);
    const [by] = w.colluders;
    if (motion === undefined || !by) return;
    const version = versionOf(w, motion);
    for (const p of w.theirs) w.act(p, "now.agree", { motion, version });
    voteInAMinute(w, by, motion, "name");
  },
  "a vote over days in a minute": (w, x) => {
    const motion = seconded(w, "text", x);
    const [by] = w.colluders;
    if (motion === undefined || !by) return;
    const mode = statutesAt(w).voting.mode;
    w.in(DAY + MINUTE, () => voteInAMinute(w, by, motion, mode));
  },
  "most of the roll and sixty days": (w) => void seconded(w, "lock", 0),
  "nine tenths of those there": (w) => void seconded(w, "lock", 3),
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
    if (found) for (const p of world.theirs) cast(world, p, found);
  });
  world.at(opens + 20 * MINUTE, () => void declare(world, by, vote));
}

function isSeconder(world: World, motion: ActId, person: Person): boolean {
  return world.motion(motion)?.seconds.includes(person.member) === true;
}
