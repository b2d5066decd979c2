import { DAY, newKeysOf, figures, HOUR, Meeting } from "@nabat/testkit";
import { expect, test } from "vitest";
import { hourThatMatters } from "./rehearsal-clock.ts";

const SEVEN = ["ana", "bo", "cem", "dee", "eli", "fay", "gus"];

test("time passes to the next meeting, to the opening and the close of a vote over days, to its result; else an hour on", () => {
  const a = new Meeting(SEVEN);
  const next = () => hourThatMatters(a.house.state, a.house.now);
  const go = () => a.house.wait(next() - a.house.now);
  expect(next()).toBe(a.house.now + HOUR);
  const motion = a.move();
  const vote = a.callOutside(motion, { mode: "count", opened: false });
  const { opens, closes } = a.vote(vote);
  const call = a.convene({ days: 60 });
  expect(next()).toBe(opens);
  go();
  a.cast(vote, a.person(4), "for");
  expect(next()).toBe(closes);
  go();
  let presses = 0;
  while (a.vote(vote).tallies.size === 0 && presses++ < 3) {
    a.house.put(a.person(1), "tally", {
      vote,
      counts: { for: 1, against: 0, abstain: 0, "taking-part": 0 },
      ...a.listing(vote),
    });
    if (a.vote(vote).tallies.size === 0) go();
  }
  expect(a.vote(vote).tallies.size).toBe(1);
  while (a.house.now < (closes ?? 0) + 5 * DAY && next() !== a.house.state.meetings.calls.get(call)?.starts) {
    go();
    presses++;
  }
  expect(presses).toBeLessThan(8);
  expect(next()).toBe(a.house.state.meetings.calls.get(call)?.starts);
});

test("a call that isn't signed yet isn't left behind, and people who sit together go on by an hour at most", () => {
  const a = new Meeting(SEVEN);
  a.convene({ sign: false });
  const signed = [...a.house.state.meetings.calls.values()][0]?.stands !== undefined;
  if (!signed) expect(hourThatMatters(a.house.state, a.house.now)).toBe(a.house.now + HOUR);
  const call = a.convene({ days: 3 });
  a.convene({ days: 30, by: a.person(1) });
  a.hold(call, { board: false });
  expect(hourThatMatters(a.house.state, a.house.now)).toBe(a.house.now + HOUR);
});

test("time passes to where what few decided comes into force (B-8), and to where new keys come in (K-6)", () => {
  const a = new Meeting(SEVEN);
  const motion = a.move();
  a.meet(motion, figures({ for: 2 }));
  const [decision] = a.house.state.binding.decisions.values();
  expect(decision?.from).toBeGreaterThan(a.house.now);
  const next = () => hourThatMatters(a.house.state, a.house.now);
  while (next() < (decision?.from ?? 0)) a.house.wait(next() - a.house.now);
  expect(next()).toBe(decision?.from);
  a.house.wait(3 * DAY);
  expect(next()).toBe(a.house.now + HOUR);
  const her = a.person(0);
  const keys = newKeysOf({ ...a.house.person(her.name, "a new sheet"), member: her.member });
  const asked = a.house.do(a.person(1), "key.recover", keys);
  a.house.do(a.person(2), "cosign", { of: asked });
  expect(next()).toBe(a.house.now + 3 * DAY);
});
