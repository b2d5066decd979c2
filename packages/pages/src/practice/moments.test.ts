/** Pages say every moment that an entry may hold, at both ends of the calendar (R-3, P-3). */
import { LOCALES } from "@nabat/speech";
import { FIRST_MOMENT, LAST_CLOCK, LAST_MOMENT } from "@nabat/body/engine/fields.ts";
import { Assembly, DAY } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const look = looker(pages);
const ROOMS = ["", "/chain", "/members", "/motions", "/meetings", "/rules", "/record", "/invite"];

test.each(LOCALES)("R-3, P-3: pages say the first and the last moment that may be entered (%s)", async (lang) => {
  for (const data of [{ existing: { since: FIRST_MOMENT } }, { practice: true, clock: FIRST_MOMENT }]) {
    const a = new Assembly(["ana", "bo", "cem"], { data: data as never });
    for (const room of ROOMS) expect((await look(a, a.person(0), room, lang)).said.length).toBeGreaterThan(0);
  }
  const a = new Assembly(["ana", "bo", "cem"], { data: { practice: true, clock: 0 } as never });
  a.house.do(a.person(1), "clock", { to: LAST_CLOCK });
  const motion = a.move();
  const when = { at: LAST_MOMENT };
  a.house.do(a.person(1), "account", { about: motion, source: a.words(), when });
  const claimed = a.house.do(
    a.person(1),
    "say",
    { about: motion, text: a.words() },
    { act: { at: LAST_MOMENT } as never },
  );
  a.house.do(a.person(2), "meeting.call", {
    title: a.words(),
    reason: a.words(),
    type: "decide",
    starts: a.house.now + 9 * DAY,
  });
  for (const room of [...ROOMS, `/motions/${motion}`, `/entries/${claimed}`])
    expect((await look(a, a.person(0), room, lang)).said.length).toBeGreaterThan(0);
});
