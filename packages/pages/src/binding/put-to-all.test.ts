/** What pages say once all have voted on what a meeting decided or refused (B-9 to B-11); in every language. */
import type { ActId } from "@nabat/kernel";
import { LOCALES, speak } from "@nabat/speech";
import { figures, type FoundOptions, HOUR, Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const BY_NAME: FoundOptions = { statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
const look = looker(pages);

function callAll(a: Meeting, motion: ActId, result: ActId): ActId {
  return a.house.do(a.person(5), "vote.open", {
    motion,
    version: a.version(motion),
    mode: "name",
    closes: a.house.now + 72 * HOUR,
    again: result,
  });
}

test.each(LOCALES)(
  "B-9 to B-11: what a meeting refused and all carried is carried, everywhere, and the meeting's vote its history (%s)",
  async (lang) => {
    const a = new Meeting(NINE, BY_NAME);
    const motion = a.move();
    const result = a.meet(motion, figures({ for: 1, against: 3 }));
    const first = a.house.state.binding.decisions.get(result)?.vote;
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const see = async (path: string) => (await look(a, a.person(8), path, lang)).said;
    const put = await see(`/motions/${motion}`);
    const home = await see("");
    const vote = callAll(a, motion, result);
    const open = await see(`/votes/${vote}`);
    const meanwhile = await see("");
    for (const n of [2, 3, 4, 5, 6]) a.cast(vote, a.person(n), n > 2 ? "for" : "against");
    a.house.wait(73 * HOUR);
    a.declare(vote);
    const page = await see(`/motions/${motion}`);
    const all = await see(`/votes/${vote}`);
    const before = await see(`/votes/${first}`);
    const after = await see("");
    const list = await see("/decisions");
    await see("/decisions?status=overturned");
    if (lang === "fr") {
      expect(put).toContain("Si personne ne le fait, elle reste refusée.");
      expect(page).toContain("Voilà comment tous ont voté.");
      expect(all).not.toContain("tombée");
      return;
    }
    expect(put).toContain("If nobody does, it stays refused.");
    expect(put).not.toContain("in force by itself");
    expect(home).toContain("Not final yet");
    expect(home).toContain("refused, put to all");
    expect(home).not.toContain("not in force yet");
    expect(open).toContain("A meeting voted on this before, and it was put to all.");
    expect(open).not.toContain("A meeting decided this");
    expect(meanwhile).not.toContain("Nothing is open");
    expect(page.indexOf("The motion is carried.")).toBeLessThan(page.indexOf("The motion is lost."));
    expect(page).toContain("A meeting had voted on it before: that vote stands below");
    expect(page).toMatch(/Where it stands +in force +since/);
    expect(page).toContain("in the vote of all, over days");
    expect(all).toMatch(/The motion is carried\..*Where it stands +in force +since/);
    expect(all).not.toContain("taken back");
    expect(before).toContain("A meeting didn’t carry it. All have voted, and carried it.");
    expect(before).not.toContain("taken back");
    expect(after).toMatch(/carried .*4 for, 1 against/);
    expect(after).not.toContain("1 for, 3 against");
    expect(list).toContain("refused, then carried by all");
  },
);

test.each(LOCALES)(
  "B-11: in an election whom all elected stands first, and the meeting's result is set aside (%s)",
  async (lang) => {
    const a = new Meeting(NINE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(8), "election.open", { title: a.words("office"), ...terms });
    for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const result = a.elect(election, sitting, { c1: 6, c2: 1 }, { present: 7 });
    const first = a.house.state.binding.decisions.get(result)?.vote;
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const see = async (path: string) => (await look(a, a.person(3), path, lang)).said;
    const put = await see(`/elections/${election}`);
    const version = first === undefined ? "" : a.vote(first).version;
    const closes = a.house.now + 84 * HOUR;
    const tellers = [a.person(1).member];
    const again = { election, version, mode: "count", closes, again: result, tellers };
    const vote = a.house.do(a.person(5), "vote.open", again);
    a.house.wait(12 * HOUR);
    for (const n of [0, 2, 3, 4, 5]) a.cast(vote, a.person(n), [n < 1 ? "c1" : "c2"]);
    a.house.wait(73 * HOUR);
    a.house.do(a.person(1), "tally", {
      vote,
      counts: { c1: 1, c2: 4, none: 0, blank: 0, invalid: 0 },
      ...a.listing(vote),
    });
    a.house.wait(49 * HOUR);
    a.declare(vote);
    const page = await see(`/elections/${election}`);
    const before = await see(`/votes/${first}`);
    const all = await see(`/votes/${vote}`);
    const list = await see("/decisions");
    if (lang === "fr") {
      expect(page).toContain("Résultat du vote de tous : ivo.");
      expect(page).not.toContain("l’élection est tombée");
      return;
    }
    expect(put).toContain("All vote on the same ballot as at the meeting.");
    expect(put).not.toContain("carried");
    expect(page).toContain("Elected by the vote of all: ivo.");
    expect(page).not.toContain("Elected: hana.");
    expect(page).toContain("This vote had elected hana.");
    expect(page).toContain("Whom they elected holds the office");
    expect(page).toContain("never took office: that result was set aside");
    expect(page).not.toContain("election fell");
    expect(before).toContain("Set aside: all have voted since.");
    expect(all).toContain("Elected by the vote of all: ivo.");
    expect(list).toMatch(/in the vote of all, over days +5 of 9 voted/);
  },
);

test.each(LOCALES)("N-11: a guest reads how many asked that all vote, and not who (%s)", async (lang) => {
  const a = new Meeting(NINE, BY_NAME);
  const motion = a.move();
  const result = a.meet(motion, figures({ for: 3, against: 1 }));
  a.house.do(a.person(5), "put.all", { result });
  const guest = a.house.join("zed", "guest");
  const see = async (who: typeof guest) => (await look(a, who, `/motions/${motion}`, lang)).said;
  const [theirs, ours] = [await see(guest), await see(a.person(8))];
  expect([theirs.includes("fay"), ours.includes("fay")]).toEqual([false, true]);
  const asked = speak(lang).t("put-asked", { has: 1, needed: 2 });
  expect([theirs.includes(asked), ours.includes(asked)]).toEqual([true, true]);
});
