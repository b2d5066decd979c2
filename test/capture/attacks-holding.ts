/** Known attacks that hold up what others want, or flood it. */

import { HARMFUL, own, ownTellers } from "./harmful.ts";
import { planMeeting } from "./planning.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import { callMeeting, callOutside, move, putItem, putProcedure } from "./moves.ts";
import { changeOf } from "./rules.ts";
import { type Attack, nightMeeting, seconded, theirs } from "./fragments.ts";

export const HOLDING: Readonly<Record<string, Attack>> = {
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
        const call = callMeeting(w, by, { starts: w.now + (5 + i) * DAY + 3 * HOUR, signers: w.theirs });
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
  "an item is put off again and again": (w, x) => {
    const call = nightMeeting(w, x, false, theirs(w));
    if (call !== undefined)
      planMeeting(w, call, (world, sitting) => {
        const [by] = world.colluders;
        if (by) putProcedure(world, by, sitting, { what: "adjourn", returns: world.now + 300 * DAY + MINUTE }, HARMFUL);
      });
  },
};
