/** A great meeting (G-24, G-36, G-43): 5,000 members, 50 motions, 500 and more acts; its questions are answered at once. */
import type { MemberId } from "@nabat/kernel";
import { DAY, figures, Meeting } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { minutesOf } from "./minutes.ts";
import { callView, courseView } from "./views.ts";

const names = Array.from({ length: 17 }, (_, n) => `p${n}`);

describe("size", () => {
  it(
    "G-31, G-33, G-43: pages of a meeting of 5,000 with 50 motions are made in milliseconds",
    { timeout: 180_000 },
    () => {
      const a = new Meeting(names, {
        statutes: (s) => ({ ...s, voting: { ...s.voting, quorum: { num: 0, den: 1 } } }),
      });
      const motions = Array.from({ length: 50 }, (_, n) => a.move({ by: a.person(n % 17) }));
      const call = a.convene({ itemsUntil: a.house.now + DAY });
      const items = motions.map((motion, n) => a.item(call, { motion }, a.person(n % 17)));
      const [model] = a.house.state.members.members.values();
      for (let n = 0; n < 5000; n++) {
        const id = n.toString(16).padStart(32, "0") as MemberId;
        a.house.state.members.members.set(id, { ...model!, id });
      }
      const sitting = a.hold(call);
      for (const [n, item] of items.entries()) {
        a.begin(sitting, item);
        a.house.do(a.person(3), "floor.ask", { sitting });
        a.house.do(a.person(0), "floor.give", { sitting, speaker: a.person(3).member });
        a.house.do(a.person(3), "floor.end", { sitting });
        a.decide(motions[n]!, sitting, figures({ for: 3000, against: 900 }), 4000);
        a.end(sitting);
      }
      const { course } = courseView(a.house.state, sitting, a.house.now);
      for (let n = 0; n < 400; n++)
        course.waiting.push({ member: n.toString(16).padStart(32, "0") as MemberId, asked: a.house.now });
      expect(a.house.entries.length).toBeGreaterThan(500);
      // Processor time: the clock says more of who else works on the machine.
      const since = process.cpuUsage();
      for (let n = 0; n < 20; n++) {
        courseView(a.house.state, sitting, a.house.now, a.person(4).member);
        callView(a.house.state, a.house.state.meetings.calls.get(call)!, a.house.now, a.person(4).member);
        expect(minutesOf(a.house.state, sitting, a.house.now).lines.length).toBeGreaterThan(200);
      }
      const { user, system } = process.cpuUsage(since);
      // All three pages together take about 1 ms.
      expect((user + system) / 1000 / 20).toBeLessThan(50);
    },
  );
});
