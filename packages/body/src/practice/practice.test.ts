/** Rules P-1 to P-3: a practice body's own clock. */
import { describe, expect, it } from "vitest";
import { DAY, House, ruleOf, text } from "@nabat/testkit";
import { bodyNow } from "./queries.ts";

const practice = { practice: true, clock: Date.UTC(1905, 0, 22) } as const;

describe("practice bodies", () => {
  it("P-1 only a body founded for practice has a clock to set", () => {
    const house = House.found();
    expect(ruleOf(house.put(house.founder, "clock", { to: house.now + DAY }))).toBe("P-1");
    expect(ruleOf(House.tryFound({ data: { clock: 0 } }))).toBe("P-1");
  });

  it("P-2 its time stands still between settings, and no entry has another", () => {
    const house = House.found({ data: practice });
    house.wait(5 * DAY);
    house.join("bo");
    expect(house.entries.map((e) => e.at)).toEqual(house.entries.map(() => practice.clock));
    expect(bodyNow(house.state, 99)).toBe(practice.clock);
    expect(ruleOf(House.tryFound({ at: practice.clock + 1, data: practice }))).toBe("P-2");
  });

  it("P-2 refuses an entry dated otherwise", () => {
    const house = House.found({ data: practice });
    Object.defineProperty(house, "now", { get: () => practice.clock + 5 });
    expect(ruleOf(house.put(house.founder, "rename", { name: text("n") }))).toBe("P-2");
  });

  it("P-3 any member sets it forward, never back", () => {
    const house = House.found({ data: practice });
    const bo = house.join("bo");
    const guest = house.join("gus", "guest");
    expect(ruleOf(house.put(bo, "clock", { to: practice.clock }))).toBe("P-3");
    expect(ruleOf(house.put(guest, "clock", { to: practice.clock + DAY }))).toBe("M-2");
    house.do(bo, "clock", { to: practice.clock + DAY });
    expect(house.now).toBe(practice.clock + DAY);
    expect(house.entries.at(-1)?.at).toBe(practice.clock);
    house.do(house.founder, "rename", { name: text("later") });
    expect(house.state.at).toBe(practice.clock + DAY);
  });

  it("P-1 a practice body without a clock of its own takes the record keeper's time until one is set", () => {
    const house = House.found({ data: { practice: true } });
    house.wait(DAY);
    house.do(house.founder, "clock", { to: house.now + DAY });
    const set = house.now;
    house.wait(9 * DAY);
    expect(house.now).toBe(set);
  });
});
