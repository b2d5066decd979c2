/** What pages say of a number that is missing: what it leads to before it is signed, who is drawn, or that nobody can be (V-58 to V-60). */
import { LOCALES } from "@nabat/speech";
import { DAY, figures, Meeting, sha256 } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { toHex, utf8 } from "@nabat/kernel";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const FIVE = ["ana", "bo", "cem", "dee", "eli"];
const NINE = [...FIVE, "fay", "gus", "hana", "ivo"];
const look = looker(pages);

/** A meeting refused it by count, in which five voted; the last of them may say that a number is missing. */
function refused(names = FIVE, offers: readonly number[] = []) {
  const a = new Meeting(names);
  const secret = (n: number) => toHex(sha256(utf8(`secret ${n}`)));
  for (const n of offers)
    a.house.do(a.person(n), "teller.offer", { commit: toHex(sha256(sha256(utf8(`secret ${n}`)))) });
  const motion = a.move({ by: a.person(0) });
  const call = a.convene();
  const item = a.item(call, { motion });
  const sitting = a.hold(call);
  a.begin(sitting, item);
  const vote = a.call(motion, sitting, "count");
  for (const n of [0, 1, 2, 3, 4]) a.cast(vote, a.person(n), n < 2 ? "for" : "against");
  a.house.wait(2 * 60_000);
  a.house.do(a.person(0), "vote.close", { vote });
  const counts = figures({ for: 2, against: 3 });
  for (const n of [1, 2]) a.house.do(a.person(n), "tally", { vote, counts, ...a.listing(vote) });
  a.declare(vote);
  const miss = () => a.house.do(a.person(4), "number.missing", { vote, teller: a.person(1).member });
  return { a, motion, vote, miss, secret };
}

test.each(LOCALES)(
  "V-59, V-60: where too few offered, the form says that the vote will be void, and the pages that nobody can be drawn (%s)",
  async (lang) => {
    const { a, motion, vote, miss } = refused();
    const see = async (path: string, n = 4) => (await look(a, a.person(n), path, lang)).said;
    const form = await see(`/votes/${vote}`);
    miss();
    const page = await see(`/votes/${vote}`);
    const on = await see(`/motions/${motion}`, 3);
    const home = await see("", 3);
    a.house.wait(2 * DAY);
    const fell = await see(`/votes/${vote}`);
    const listed = await see("/decisions?status=void");
    if (lang === "fr") {
      expect(form).toContain("Si vous signez, le vote est nul dans deux jours");
      expect(page).toContain("Personne ne peut être tiré au sort");
      expect(on).toContain("un membre ne trouve pas son numéro");
      return;
    }
    expect(form).toContain("If you sign, the vote is void after two days: it is held again, by hands or on paper.");
    expect(form).toContain(
      "only if 2 members had offered to count who neither counted it nor miss a number; nobody has.",
    );
    expect(page).toContain("Numbers are missing: too few can count once more");
    expect(page).not.toContain("others count once more");
    expect(page).toContain("Nobody can be drawn: 2 members");
    expect(page).toContain("One member misses their number.");
    expect(page).not.toContain("opened their position");
    expect(page).toContain("That stays entered, whatever this device finds above.");
    expect(on).toContain("A meeting refused it, and one member misses their number in that count.");
    expect(home).toContain("Not final yet");
    expect(home).toContain("refused, count in doubt");
    expect(home).not.toContain("not in force yet");
    expect(fell).toContain("One member misses their number, and too few had offered to count once more.");
    expect(listed).toContain("void at a called meeting");
  },
);

test.each(LOCALES)("V-59: where enough offered, it says how many, then who is drawn (%s)", async (lang) => {
  const { a, vote, miss, secret } = refused(NINE, [5, 6]);
  const see = async () => (await look(a, a.person(4), `/votes/${vote}`, lang)).said;
  const form = await see();
  miss();
  const waits = await see();
  for (const n of [5, 6]) a.house.do(a.person(n), "teller.reveal", { vote, secret: secret(n), recount: true });
  const drawn = await see();
  if (lang === "fr") return expect(form).toContain("Si vous signez, le résultat attend que d’autres aient recompté.");
  expect(form).toContain("drawn from the 2 who have offered to count");
  expect(form).not.toContain("void after two days");
  expect(waits).toContain(
    "Nobody is drawn yet. 2 who had offered to count can be drawn; the devices of 0 of 2 have answered.",
  );
  expect(drawn).toMatch(/Drawn to count once more +\S+/);
  expect(drawn).toContain("Nobody has opened their position to them yet.");
  expect(drawn).toContain("This step ends on");
});
