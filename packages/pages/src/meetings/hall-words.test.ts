/** What a sitting's page offers and says, before and after each vote, to who presides and to others; in every language. */
import { MINUTE_MS } from "@nabat/body/binding/term.ts";
import type { ActId } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, figures, HOUR, Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { describe, expect, test } from "vitest";
import { pages } from "../mod.ts";

const FIVE = ["ana", "bo", "cleo", "dan", "eva"];
const look = looker(pages);

/** The part of a page that is one region. */
function region(html: string, name: string): string {
  const from = html.indexOf(`data-live="${name}"`);
  return from < 0 ? "" : html.slice(from, html.indexOf("</section>", from));
}

/** A meeting on one motion, as it was just opened. */
function opened(names = FIVE) {
  const a = new Meeting(names);
  const motion = a.move({ by: a.person(3) });
  const call = a.convene();
  const item = a.item(call, { motion });
  const sitting = a.hold(call, { board: false });
  const see = (n: number, lang = "en", path = `/sittings/${sitting}`) => look(a, a.person(n), path, lang);
  return { a, motion, call, item, sitting, see };
}

describe("before those present have elected who counts (G-44)", () => {
  test.each(LOCALES)("no vote is offered; the way to the board is, once enough have come (%s)", async (lang) => {
    const { a, item, sitting, see } = opened();
    a.begin(sitting, item);
    const early = await see(0, lang);
    expect(early.html).not.toContain('data-act="vote.open"');
    expect(region(early.html, "now")).not.toContain("put?what=board");
    for (const n of [0, 1, 2]) a.house.do(a.person(n), "sitting.here", { sitting });
    for (const n of [0, 1, 4]) {
      const { html, said } = await see(n, lang);
      expect(html).not.toContain('data-act="vote.open"');
      expect(region(html, "now")).toContain("put?what=board");
      if (lang === "en") expect(said).toContain("Those present first elect who counts");
    }
    if (lang !== "en") return;
    expect(early.said).toContain("People are still coming");
    expect(early.said).not.toContain("hasn’t been voted on");
  });

  test.each(LOCALES)("the board's form asks for tellers, and starts from who is there now (%s)", async (lang) => {
    const { a, sitting, see } = opened();
    const path = `/sittings/${sitting}/put?what=board`;
    const fields = (html: string) => [...html.matchAll(/<select[^>]*id="board-teller-\d"[^>]*>/g)].map(([s]) => s);
    const first = await see(1, lang, path);
    expect(fields(first.html).map((s) => s.includes("required"))).toEqual([true, true]);
    for (const n of [0, 1, 2]) a.house.do(a.person(n), "sitting.here", { sitting });
    const tellers = [a.person(1).member, a.person(2).member];
    const board = { what: "board" as const, chair: a.person(0).member, secretary: a.person(3).member, tellers };
    const motion = a.put(sitting, board, a.person(1));
    const put = await see(2, lang);
    a.house.do(a.person(2), "second", { motion });
    const again = await see(4, lang, path);
    expect(fields(again.html).map((s) => s.includes("required"))).toEqual([false, false]);
    expect(again.html).toMatch(new RegExp(`value="${a.person(3).member}" selected`));
    const minutes = await see(4, lang, `/sittings/${sitting}/minutes`);
    if (lang !== "en") return;
    expect(put.said).toMatch(/Tellers: bo ?, cleo/);
    expect(put.said).toContain("1 of the 3 members who signed that they are there stand behind these tellers");
    expect(minutes.said).toContain("The board is elected. Chair: ana; Secretary: dan; Tellers: bo, cleo.");
    expect(minutes.said).toContain("Without a count: 2 members stood behind it.");
    expect(minutes.said).toMatch(/Called by ana/);
  });
});

describe("a vote at a meeting", () => {
  function ready(mode: "hands" | "count") {
    const made = opened();
    const { a, motion, item, sitting } = made;
    a.electTellers(sitting, a.person(0), [a.person(1), a.person(2)]);
    a.begin(sitting, item);
    return { ...made, vote: a.call(motion, sitting, mode) };
  }

  test.each(LOCALES)(
    "B-12: in its first minute it says from when it can be closed, and how many voted (%s)",
    async (lang) => {
      const { a, vote, see } = ready("count");
      a.cast(vote, a.person(3), "for");
      const { html, said } = await see(0, lang);
      expect(html).not.toContain('data-act="vote.close"');
      expect(html).toMatch(/data-changes="\d+"/);
      a.house.wait(MINUTE_MS);
      expect((await see(0, lang)).html).toContain('data-act="vote.close"');
      if (lang !== "en") return;
      expect(said).toContain("1 of 5 have taken a position so far.");
      expect(said).toContain("It can close from");
      expect(said).not.toContain("Close and count it");
    },
  );

  test.each(LOCALES)("V-25: while it waits for its result no other is offered, nor asked for (%s)", async (lang) => {
    const { a, vote, see } = ready("hands");
    a.house.do(a.person(0), "vote.close", { vote });
    const waits = await see(0, lang);
    expect(waits.html).not.toContain('data-act="vote.open"');
    a.tally(vote, figures({ for: 3, against: 1 }), 4);
    const counted = await see(0, lang);
    expect(counted.html).not.toContain('data-act="vote.open"');
    expect(counted.html).toContain('data-act="result"');
    if (lang !== "en") return;
    for (const { said } of [waits, counted]) {
      expect(said).not.toContain("hasn’t been voted on");
      expect(said).not.toContain("A vote on this is open already");
    }
  });

  test("B-12: what is put about the course of the sitting is called a minute later, and the page says when", async () => {
    const { a, sitting, see } = opened();
    a.electTellers(sitting, a.person(0), [a.person(1), a.person(2)]);
    a.put(sitting, { what: "close-list" }, a.person(4));
    const early = region((await see(0)).html, "procedure");
    expect(early).not.toContain('data-act="vote.open"');
    expect(early).toContain("A minute lies between a text and its vote");
    expect(region((await see(3)).html, "procedure")).not.toContain("A minute lies between");
    a.house.wait(MINUTE_MS);
    expect(region((await see(0)).html, "procedure")).toContain('data-act="vote.open"');
  });

  test.each(LOCALES)("G-43: minutes say who counted, and what came of a result since (%s)", async (lang) => {
    const a = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"]);
    const motion = a.move();
    const result = a.meet(motion, figures({ for: 2 }));
    const [sitting] = [...a.house.state.sittings.sittings.keys()];
    const see = async () => (await look(a, a.person(8), `/sittings/${sitting}/minutes`, lang)).said;
    const plain = await see();
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const put = await see();
    if (lang !== "en") return;
    expect(plain).toContain("Counted by bo, cem.");
    expect(plain).not.toContain("put to all");
    expect(put).toContain("It was put to all since, and isn’t in force.");
  });

  test.each(LOCALES)(
    "O-7: where a teller stands, the page names them; who would be elected is named before (%s)",
    async (lang) => {
      const a = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"]);
      const open = { title: a.words("office"), seats: 1, rule: "plurality", termDays: 300, powers: [] };
      const stand = (who: number): ActId => {
        const election = a.house.do(a.person(0), "election.open", open);
        a.house.do(a.person(who), "nominate", { election, candidate: a.person(who).member });
        return election;
      };
      const [teller, other] = [stand(1), stand(7)];
      const call = a.convene();
      const items = [a.item(call, { election: teller }), a.item(call, { election: other })];
      const sitting = a.hold(call);
      a.begin(sitting, items[0] as ActId);
      const see = () => look(a, a.person(0), `/sittings/${sitting}`, lang);
      const stands = await see();
      expect(stands.html).not.toContain('data-act="vote.open"');
      expect(region(stands.html, "now")).toContain("put?what=board");
      a.settle(sitting, { what: "adjourn", item: items[0] as ActId, returns: a.house.now + 7 * DAY });
      a.begin(sitting, items[1] as ActId);
      const vote = a.callElection(other, { mode: "hands", sitting });
      a.house.do(a.person(0), "vote.close", { vote });
      a.tally(vote, { c1: 5, none: 0, blank: 0 }, 5);
      const declare = await see();
      expect(declare.html).not.toContain('data-act="vote.open"');
      if (lang !== "en") return;
      expect(stands.said).toContain("bo counts here and stands in this election");
      expect(declare.said).toContain("Elected: hana.");
    },
  );
});

test.each(LOCALES)(
  "home says of a meeting of this hour that it can be opened, or is held, not that it is coming (%s)",
  async (lang) => {
    const a = new Meeting(FIVE);
    const call = a.convene();
    const home = async () => (await look(a, a.person(4), "", lang)).said;
    const before = await home();
    a.house.wait(4 * DAY + HOUR);
    const due = await home();
    const sitting = a.hold(call, { board: false });
    const held = await look(a, a.person(4), "", lang);
    expect(held.html).toContain(`/sittings/${sitting}`);
    if (lang !== "en") return;
    expect(before).toContain("A meeting is coming");
    for (const said of [due, held.said]) expect(said).not.toContain("A meeting is coming");
    expect(due).toContain("A meeting can be opened now");
    expect(held.said).toContain("A meeting is being held now");
  },
);

test.each(LOCALES)("M-2: who is no member sees no form to move or to put anything, and why (%s)", async (lang) => {
  const { a, sitting } = opened();
  const guest = a.house.join("gil", "guest");
  for (const path of ["/motions/new", "/motions/new?subject=establish", `/sittings/${sitting}/put?what=board`]) {
    const { html, said } = await look(a, guest, path, lang);
    expect(html).not.toContain('data-act="move"');
    if (lang === "en") expect(said).toContain("(rule M-2)");
    expect((await look(a, a.person(4), path, lang)).html).toContain('data-act="move"');
  }
});

test.each(LOCALES)("O-2: who has named as many as they can reads so where the form was (%s)", async (lang) => {
  const a = new Meeting(FIVE);
  const open = { title: a.words("office"), seats: 1, rule: "plurality", termDays: 300, powers: [] };
  const election = a.house.do(a.person(0), "election.open", open);
  const see = () => look(a, a.person(3), `/elections/${election}`, lang);
  expect((await see()).html).toContain('id="nominate"');
  a.house.do(a.person(3), "nominate", { election, candidate: a.person(1).member });
  const { html, said } = await see();
  expect(html).not.toContain('id="nominate"');
  if (lang === "en") expect(said).toContain("You can nominate one other member here, since there is one seat.");
});

test.each(LOCALES)("F-18: when all founders have signed, nobody is said to be missing (%s)", async (lang) => {
  const a = new Meeting(FIVE);
  const { said } = await look(a, a.person(1), "/founders", lang);
  if (lang !== "en") return;
  expect(said).toContain("5 of 5 have signed. The group is adopted.");
  expect(said).not.toContain("can still sign");
});
