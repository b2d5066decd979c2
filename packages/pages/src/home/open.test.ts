/** What a body's home says is open: votes of all, elections, a vote that opens later. */
import { LOCALES } from "@nabat/speech";
import { DAY, figures, HOUR, Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const look = looker(pages);
const BY_NAME = {
  statutes: (s: never) => ({ ...(s as object), voting: { ...(s as { voting: object }).voting, mode: "name" } }),
};

test.each(LOCALES)("a vote of all is open, though its motion was decided (%s)", async (lang) => {
  const a = new Meeting(NINE, BY_NAME as never);
  const motion = a.move();
  const result = a.meet(motion, figures({ for: 2 }));
  for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
  const closes = a.house.now + 72 * HOUR;
  const of = { motion, version: a.version(motion), mode: "name", closes, again: result };
  const vote = a.house.do(a.person(5), "vote.open", of);
  const { said, html } = await look(a, a.person(8), "", lang);
  const open = html.slice(html.indexOf(lang === "en" ? ">Open<" : ">En cours<"));
  expect(open).toContain(`/votes/${vote}`);
  if (lang === "fr") return expect(said).toContain("vote de tous");
  expect(said).toMatch(/Open +title 1 +vote open +vote of all/);
  expect(said).not.toContain("Nothing is open");
  expect(said).not.toContain("Move the first motion");
  // What waits for that vote isn't listed among what was decided as well.
  expect(said).not.toMatch(/Decided +title 1/);
});

test.each(LOCALES)("V-52: a vote that was called and opens later isn't said to be open (%s)", async (lang) => {
  const a = new Meeting(NINE);
  const motion = a.move();
  a.house.wait(DAY);
  a.callOutside(motion, { mode: "count", opened: false });
  const home = (await look(a, a.person(8), "", lang)).said;
  const page = (await look(a, a.person(8), `/motions/${motion}`, lang)).said;
  a.house.wait(12 * HOUR);
  const later = (await look(a, a.person(8), "", lang)).said;
  if (lang === "fr") return expect(home).toContain("vote appelé, s’ouvre plus tard");
  expect(home).toContain("vote called, opens later");
  expect(home).not.toContain("vote open");
  expect(page).toContain("A vote is called");
  expect(later).toContain("vote open");
});
