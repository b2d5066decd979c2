/** Known attacks on offices: somebody is seated of whose election nobody was told; and rules that read well. */
import type { ActId } from "@nabat/kernel";
import { decideInside } from "./hands.ts";
import type { Attack } from "./fragments.ts";
import { ownTellers } from "./harmful.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import { ballotOf, callMeeting, move, openElection, openSitting, putItem } from "./moves.ts";
import { planMeeting } from "./planning.ts";
import { statutesAt, subjectOf } from "./rules.ts";
import type { World } from "./world.ts";

/** An office for a colluder, with the power to call meetings. */
function theirSeat(world: World, until: number): ActId | undefined {
  const [by] = world.colluders;
  const election = by && openElection(world, by, { seats: 1, termDays: 700, until, powers: ["convene"] });
  if (by && election !== undefined) world.act(by, "nominate", { election, candidate: by.member });
  return election;
}

export const SEATS: Readonly<Record<string, Attack>> = {
  "an election within the hour": (w) => {
    const [by] = w.colluders;
    const election = theirSeat(w, w.now + MINUTE);
    if (!by || election === undefined) return;
    const call = callMeeting(w, by, { starts: w.now + HOUR, signers: w.theirs });
    if (call === undefined) return;
    putItem(w, by, call, { election });
    planMeeting(w, call);
  },
  "an election comes onto the agenda at the last minute": (w, x) => {
    const [by] = w.colluders;
    const election = theirSeat(w, w.now + DAY);
    if (!by || election === undefined) return;
    const days = statutesAt(w).convene.noticeDays + 1 + (x % 2);
    const starts = Math.floor(w.now / DAY) * DAY + days * DAY + 3 * HOUR;
    const call = callMeeting(w, by, { starts, signers: w.theirs });
    if (call === undefined) return;
    w.at(starts - HOUR, () => void putItem(w, by, call, { election }));
    planMeeting(w, call);
  },
  "a meeting is opened days before its hour": (w) => {
    const [by] = w.colluders;
    const election = theirSeat(w, w.now + MINUTE);
    if (!by || election === undefined) return;
    const call = callMeeting(w, by, { starts: w.now + 12 * DAY, signers: w.theirs });
    if (call === undefined) return;
    putItem(w, by, call, { election });
    w.in(HOUR, () => w.hold(w, call));
  },
  "those who agree elect now": (w) => {
    const [by, other] = w.colluders;
    const election = theirSeat(w, w.now + MINUTE);
    if (!by || election === undefined) return;
    w.in(2 * MINUTE, () => {
      for (const p of w.theirs) w.act(p, "now.agree", { election, version: ballotOf(w, election) });
      const tellers = ownTellers(w, by).slice(0, 2);
      const sitting = openSitting(w, other ?? by, tellers);
      if (sitting === undefined) return;
      w.truth.there.set(sitting, new Set(w.colluders.map((c) => c.n)));
      decideInside(w, sitting, { election }, w.colluders);
      w.act(other ?? by, "sitting.close", { sitting });
    });
  },
  "rules that read well ask for hundreds": (w) => {
    const [by, other] = w.colluders;
    const changes = { convene: { signatures: 100 }, voting: { seconds: 20 } };
    const motion = by && move(w, by, subjectOf(changes), { appeal: 1, colludersFor: true });
    if (motion !== undefined && other) w.act(other, "second", { motion });
  },
};
