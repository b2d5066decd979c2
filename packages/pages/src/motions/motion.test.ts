/** What a motion's page says before its vote: a secret vote that was asked for, seconders, and all who agreed to decide now. */
import { LOCALES } from "@nabat/speech";
import { DAY, HOUR, Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const FIVE = ["ana", "bo", "cem", "dee", "eli"];
const look = looker(pages);

test.each(LOCALES)(
  "V-23, B-7: who asked for a secret vote is heard: the page says so, and offers it to nobody more (%s)",
  async (lang) => {
    const a = new Meeting(FIVE);
    const motion = a.move();
    const see = (n: number) => look(a, a.person(n), `/motions/${motion}`, lang);
    const before = await see(4);
    a.house.wait(HOUR);
    a.house.do(a.person(4), "ask.secret", { motion });
    const after = await see(3);
    expect(before.html).toContain('data-act="ask.secret"');
    expect(after.html).not.toContain('data-act="ask.secret"');
    if (lang === "fr") return expect(after.said).toContain("Un membre a demandé un vote secret, et il l’est donc");
    expect(before.said).toContain("on paper at a meeting, or on devices, by count. One member is enough to ask");
    expect(after.said).toContain("One member asked for a secret vote, and so it is");
    expect(after.said).not.toContain("by the signatures of more than half");
  },
);

test.each(LOCALES)("V-75: once it is seconded, it isn't said that it must be (%s)", async (lang) => {
  const a = new Meeting(FIVE);
  const motion = a.move();
  const before = (await look(a, a.person(1), `/motions/${motion}`, lang)).said;
  a.house.do(a.person(1), "second", { motion });
  const after = (await look(a, a.person(1), `/motions/${motion}`, lang)).said;
  if (lang === "fr") return expect(after).toContain("Elle a un résultat au plus tard le");
  expect(before).toContain("Once it is seconded it has a result");
  expect(after).toContain("It has a result at the latest by");
  expect(after).not.toContain("Once it is seconded");
});

test.each(LOCALES)("B-5: where all have agreed, that leads, and nobody is said to have signed (%s)", async (lang) => {
  const a = new Meeting(FIVE);
  const motion = a.move();
  a.house.wait(DAY);
  a.agreeAll({ motion }, a.version(motion));
  const { said, html } = await look(a, a.person(1), `/motions/${motion}`, lang);
  expect(html.indexOf('id="now-closes"')).toBeLessThan(html.indexOf("<details"));
  if (lang === "fr") return expect(said).toContain("Reprendre mon accord");
  expect(said).toContain("All have agreed to decide now");
  expect(said).not.toContain("Before a vote can be called");
  expect(said).not.toContain("You have signed here");
  expect(said).toContain("You have agreed to decide this now.");
});
