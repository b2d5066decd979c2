/** Which version of our rules is in force since when, and how many members they ask for at most (S-2, S-35, B-8). */
import { LOCALES } from "@nabat/speech";
import { DAY, figures, Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const look = looker(pages);

test.each(LOCALES)(
  "S-2, B-8: new rules that wait are no earlier version, and bear the day from which they are in force (%s)",
  async (lang) => {
    const a = new Meeting(["ana", "bo", "cem", "dee", "eli"]);
    const motion = a.move({ subject: { type: "statutes", changes: { voting: { hours: 96 } } } });
    a.house.wait(8 * DAY);
    const result = a.meet(motion, figures({ for: 5 }), { days: 8 });
    const see = async (path = "/rules") => (await look(a, a.person(1), path, lang)).said;
    const day = (at: number) =>
      new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "Europe/Paris" }).format(at);
    const from = a.house.state.binding.decisions.get(result)?.from ?? 0;
    const waits = await see();
    const second = await see("/rules?version=2");
    a.house.wait(4 * DAY);
    const now = await see();
    const first = await see("/rules?version=1");
    if (lang === "fr") {
      expect(waits).toContain("Décidé, pas encore en vigueur");
      return expect(waits).not.toContain("Versions précédentes");
    }
    expect(waits).toContain("Decided, not in force yet");
    expect(waits).toContain(`Version 2, decided, in force from ${day(from)}`);
    expect(waits).not.toContain("Earlier versions");
    expect(second).toContain("This is version 2. It isn’t in force yet.");
    expect(second).not.toContain("no longer in force");
    expect(now).toContain(`Version 2, in force since ${day(from)}`);
    expect(now.slice(now.indexOf("Earlier versions"))).not.toContain("Version 2");
    expect(first).toContain("It is no longer in force.");
  },
);

test.each(LOCALES)("S-35: how many members are asked for at most stands with the rules (%s)", async (lang) => {
  const a = new Meeting(["ana", "bo", "cem", "dee", "eli"]);
  const { said } = await look(a, a.person(1), "/rules", lang);
  if (lang === "fr") return expect(said).toContain("Nous sommes 5 maintenant : un membre suffit toujours.");
  expect(said).toContain("never more than one in five of all are asked for");
  expect(said).toContain("We are 5 now: one member is always enough.");
});

test.each(LOCALES)("a sentence that changes keeps its number in the text to sign (%s)", async (lang) => {
  const a = new Meeting(["ana", "bo", "cem"]);
  const { html } = await look(a, a.person(0), "/rules/change?statutes.voting.hours=96", lang);
  const [, text] = /<textarea[^>]*name="text"[^>]*>([^<]*)/.exec(html) ?? [];
  expect(text).toMatch(/^\s*4\. /);
});
