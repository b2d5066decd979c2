/** Known attacks on counts. */

import type { World } from "./world.ts";
import { ownTellers } from "./harmful.ts";
import { decideInside } from "./hands.ts";
import { planMeeting } from "./planning.ts";
import { DAY, HOUR } from "./house.ts";
import { callOutside, declare } from "./moves.ts";
import { countSealed } from "./sealed.ts";
import { voteEnd } from "@nabat/body/votes/course.ts";
import { type Attack, nightMeeting, seconded, theirs } from "./fragments.ts";

/** Colluders who count their own votes do so as soon as they can, and declare what their lists come to. */
function declareSoon(world: World): void {
  for (const id of world.liveVotes) {
    const vote = world.vote(id);
    if (!vote || vote.result || vote.mode !== "count" || voteEnd(world.state, vote, world.now) === undefined) continue;
    if (!vote.tellers.some((t) => world.person(t)?.colludes)) continue;
    for (const p of world.colluders) if (vote.tellers.includes(p.member)) countSealed(world, p, vote);
    const [by] = world.colluders;
    if (by) declare(world, by, id);
  }
}

export const COUNTING: Readonly<Record<string, Attack>> = {
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
  "nobody counts what was put to all": (w, x) => {
    w.manner = { ...w.manner, counts: "never" };
    const call = nightMeeting(w, x, true, seconded(w, "text", x));
    if (call !== undefined) planMeeting(w, call);
  },
  "who didn't count counts the next": (w) => {
    w.manner = { ...w.manner, counts: "never" };
    const call = (): void => {
      for (const id of w.liveMotions) {
        const matter = w.truth.matters.get(id);
        if (matter?.by.colludes !== false) continue;
        for (const by of w.colluders)
          if (callOutside(w, by, { motion: id }, { tellers: ownTellers(w, by) }) !== undefined) break;
      }
    };
    for (let hour = 0; hour < 30 * 24; hour += 4) w.in(hour * HOUR, call);
  },
  "one number is left out": (w, x) => {
    w.manner = { ...w.manner, counts: "one-left-out" };
    COUNTING["both tellers turn the count round"]?.(w, x, 0);
    w.manner = { ...w.manner, counts: "one-left-out" };
    // Declared within the hour, before those hear of it who look seldom.
    for (let hour = 40; hour < 12 * 24; hour++) w.in(hour * HOUR, () => declareSoon(w));
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
