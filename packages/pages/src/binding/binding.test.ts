/** What pages say of decisions as they go: put to all and fallen, agreed by all, an office that ends; in every language. */
import type { Subject } from "@nabat/body/motions/acts.ts";
import type { ActId, KeyId } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, figures, type FoundOptions, HOUR, Meeting, type Person } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { describe, expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const BY_NAME: FoundOptions = { statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };

const look = looker(pages);

describe("put to all", () => {
  function put() {
    const a = new Meeting(NINE, BY_NAME);
    const motion = a.move();
    const result = a.meet(motion, figures({ for: 2 }));
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    return { a, motion, result };
  }
  const again = (a: Meeting, motion: ActId, result: ActId) =>
    a.house.do(a.person(5), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "name",
      closes: a.house.now + 72 * HOUR,
      again: result,
    });

  test.each(LOCALES)("B-10, B-11: while all vote, after it fell, and nothing is said twice (%s)", async (lang) => {
    const { a, motion, result } = put();
    const eve = a.person(8);
    expect((await look(a, eve, `/motions/${motion}`, lang)).html).toMatch(/name="again" value="/);
    const vote = again(a, motion, result);
    const open = await look(a, eve, `/motions/${motion}`, lang);
    expect(open.html).not.toMatch(/name="again" value="/);
    expect(open.html).toContain(`/votes/${vote}`);
    const page = await look(a, eve, `/votes/${vote}`, lang);
    if (lang === "en") expect(page.said).toContain("A meeting voted on this before, and it was put to all.");
    for (const n of [4, 5, 6]) a.cast(vote, a.person(n), "against");
    a.house.wait(73 * HOUR);
    a.declare(vote);
    const after = await look(a, eve, `/motions/${motion}`, lang);
    if (lang === "en") {
      expect(after.said).toContain("The motion is lost.");
      expect(after.said).toContain("All have voted, and it fell.");
    }
    await look(a, eve, `/votes/${vote}`, lang);
    await look(a, eve, `/decisions?status=fell`, lang);
  });

  test("B-10: nobody called the vote: the page says why it stands", async () => {
    const { a, motion } = put();
    a.house.wait(7 * DAY);
    const { said, html } = await look(a, a.person(8), `/motions/${motion}`);
    expect(said).toContain("nobody called the vote within its week. So it stands.");
    expect(html).not.toContain('data-act="put.all"');
  });

  test("B-10: the vote of all wasn't declared: it stays out of force, and another can be called", async () => {
    const { a, motion, result } = put();
    again(a, motion, result);
    a.house.wait(60 * DAY);
    const { said, html } = await look(a, a.person(8), `/motions/${motion}`);
    expect(said).toContain("The vote of all wasn’t counted.");
    expect(html).toMatch(/name="again" value="/);
  });

  test("B-11: too few voted to change it", async () => {
    const { a, motion, result } = put();
    const vote = again(a, motion, result);
    a.cast(vote, a.person(5), "against");
    a.house.wait(73 * HOUR);
    a.declare(vote);
    expect((await look(a, a.person(8), `/motions/${motion}`)).said).toContain("too few did to change what");
  });
});

test("B-5: when all have agreed the vote can be called at once, by name; else it says who hasn't", async () => {
  const a = new Meeting(NINE.slice(0, 3), BY_NAME);
  const motion = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
  const version = a.version(motion);
  for (const n of [0, 1]) a.house.do(a.person(n), "now.agree", { motion, version });
  const before = await look(a, a.person(2), `/motions/${motion}`);
  expect(before.said).toContain("2 have agreed so far.");
  expect(before.html).toContain('data-act="now.agree"');
  expect(before.html).not.toContain('id="now-closes"');
  expect(before.html).not.toContain('data-act="now.sign"');
  a.house.do(a.person(2), "now.agree", { motion, version });
  const { html, said } = await look(a, a.person(2), `/motions/${motion}`);
  expect(said).toContain("All have agreed to decide now");
  expect(html).toMatch(/name="mode" value="name"[\s\S]*id="now-closes"/);
  expect(html).toContain('data-act="now.back"');
});

test("B-7: where enough ask for a secret vote, nothing is offered to sign, and it says why", async () => {
  const a = new Meeting(NINE.slice(0, 5), BY_NAME);
  const motion = a.move();
  a.house.wait(HOUR);
  a.house.do(a.person(4), "ask.secret", { motion });
  const { html, said } = await look(a, a.person(1), `/motions/${motion}`);
  expect(said).toContain("(rule B-7)");
  expect(html).not.toMatch(/data-act="now\.(sign|agree)"/);
});

test("B-9: where a vote of all on it fell with its count, the page says how many must ask now, and why", async () => {
  const a = new Meeting(NINE);
  const motion = a.move();
  a.house.wait(DAY);
  const vote = a.callOutside(motion, { mode: "count" });
  for (const n of [0, 2, 3, 4, 5]) a.cast(vote, a.person(n), n < 3 ? "for" : "against");
  a.miscount(vote, figures({ for: 3, against: 2 }), 3, "for");
  a.meet(motion, figures({ for: 4, against: 2 }));
  const { said } = await look(a, a.person(8), `/motions/${motion}`);
  expect(said).toContain("When 5 members have asked");
  expect(said).toContain("So it takes more than voted for it at the meeting.");
});

test.each(LOCALES)(
  "B-9: what a meeting refused, while it can be put to all, while all vote, and after (%s)",
  async (lang) => {
    const a = new Meeting(NINE, BY_NAME);
    const motion = a.move();
    const result = a.meet(motion, figures({ against: 2 }));
    const eve = a.person(8);
    const see = async (): Promise<string> => {
      await look(a, eve, "/decisions?status=refused", lang);
      return (await look(a, eve, `/motions/${motion}`, lang)).said;
    };
    const words: string[] = [await see()];
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    words.push(await see());
    const vote = a.house.do(a.person(5), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "name",
      closes: a.house.now + 72 * HOUR,
      again: result,
    });
    await look(a, eve, `/votes/${vote}`, lang);
    for (const n of [2, 3, 4]) a.cast(vote, a.person(n), "against");
    a.house.wait(73 * HOUR);
    a.declare(vote);
    words.push(await see());
    if (lang !== "en") return;
    expect(words[0]).toContain("refused A meeting didn’t carry it.");
    expect(words[0]).toContain("What a meeting refused can be put to all, once.");
    expect(words[1]).toContain("A meeting refused it, and 2 members asked that all vote on it.");
    expect(words[2]).toContain("All have voted, and it is refused.");
  },
);

test("V-57: who counted nothing in the last vote can't be named for the next; after that their name says so", async () => {
  const a = new Meeting(NINE);
  const motion = a.move();
  a.house.do(a.person(3), "second", { motion });
  a.house.wait(2 * DAY);
  const uncounted = async (teller: Person, not: Person[]): Promise<string> => {
    const { html } = await look(a, a.person(0), `/motions/${motion}`);
    const [choices] = /<select[^>]*id="teller-1"[\s\S]*?<\/select>/.exec(html) ?? [""];
    expect(choices).toContain(`value="${teller.member}"`);
    for (const p of not) expect(choices).not.toContain(p.member);
    const closes = a.house.now + 84 * HOUR;
    const vote = a.house.do(a.person(0), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "count",
      closes,
      tellers: [teller.member],
    });
    a.house.wait(12 * HOUR);
    a.cast(vote, a.person(4), "for");
    a.house.wait(9 * DAY);
    return choices;
  };
  // Nor who seconded (V-24): what is refused isn't offered.
  expect(await uncounted(a.person(5), [a.person(0), a.person(3)])).not.toContain("gave no list");
  expect(await uncounted(a.person(6), [a.person(5)])).not.toContain("gave no list");
  expect(await uncounted(a.person(7), [a.person(6)])).toContain("fay (gave no list in an earlier vote on this)");
});

test.each(LOCALES)(
  "V-60: an election whose count fell says that it is voted on again, and stands among those for an agenda (%s)",
  async (lang) => {
    const a = new Meeting(NINE);
    const open = { title: a.words("office"), seats: 1, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(0), "election.open", { ...open, nominationsUntil: a.house.now + DAY });
    for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    a.house.wait(DAY + 1);
    const closes = a.house.now + 84 * HOUR;
    const vote = a.callElection(election, { mode: "count", closes, tellers: [a.person(1).member] });
    a.house.wait(12 * HOUR);
    for (const n of [0, 2, 3, 4, 5]) a.cast(vote, a.person(n), [n < 3 ? "c1" : "c2"]);
    a.miscount(vote, { c1: 3, c2: 2, none: 0, blank: 0, invalid: 0 }, 3, ["c1"]);
    const page = await look(a, a.person(1), `/elections/${election}`, lang);
    expect(page.html).not.toContain('data-act="vote.open"');
    const line = await look(a, a.person(1), "/elections?status=open", lang);
    const call = a.convene();
    const agenda = await look(a, a.person(0), `/meetings/${call}`, lang);
    expect(agenda.html).toContain(`value="${election}"`);
    if (lang !== "en") return;
    expect(page.said).toContain("put it on the agenda of a called meeting");
    expect(page.said).not.toContain("Elected:");
    expect(line.said).toContain("to be voted on again in person");
  },
);

describe("a vote over days that decided nothing", () => {
  const OPEN = { seats: 1, rule: "plurality", termDays: 300, powers: [] };
  function election(a: Meeting): ActId {
    const terms = { ...OPEN, title: a.words("office"), nominationsUntil: a.house.now + DAY };
    const id = a.house.do(a.person(0), "election.open", terms);
    for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election: id, candidate: a.person(n).member });
    a.house.wait(DAY + 1);
    return id;
  }

  test.each(LOCALES)(
    "V-57: nobody counted it: an election's page offers another, and says to whom (%s)",
    async (lang) => {
      const a = new Meeting(NINE);
      const id = election(a);
      const closes = a.house.now + 84 * HOUR;
      const vote = a.callElection(id, { mode: "count", closes, tellers: [a.person(1).member] });
      a.house.wait(12 * HOUR);
      a.cast(vote, a.person(4), ["c1"]);
      a.house.wait(9 * DAY);
      const page = await look(a, a.person(4), `/elections/${id}`, lang);
      expect(page.html).toContain('data-act="vote.open"');
      expect(page.html).toContain(`/votes/${vote}`);
      const teller = await look(a, a.person(1), `/elections/${id}`, lang);
      expect(teller.html).not.toContain('data-act="vote.open"');
      const list = await look(a, a.person(4), "/elections", lang);
      if (lang !== "en") return;
      expect(page.said).toContain("any member who neither called the last one nor was to count it");
      expect(teller.said).toContain("Somebody else calls the next one.");
      expect(list.said).toContain("not counted, another vote can be called");
      expect(list.said).not.toContain("being voted on");
    },
  );

  test.each(LOCALES)("V-57: nobody counted it: a motion's page says so, and who calls the next (%s)", async (lang) => {
    const a = new Meeting(NINE);
    const motion = a.move();
    a.house.wait(2 * DAY);
    const vote = a.callOutside(motion, { mode: "count" });
    a.cast(vote, a.person(4), "for");
    a.house.wait(14 * DAY);
    const { said, html } = await look(a, a.person(4), `/motions/${motion}`, lang);
    expect(html).toContain('data-act="vote.open"');
    expect(html).toContain(`/votes/${vote}`);
    const teller = await look(a, a.person(1), `/motions/${motion}`, lang);
    expect(teller.html).not.toContain('data-act="vote.open"');
    if (lang !== "en") return;
    expect(said).toContain("This vote was not counted");
    expect(teller.said).toContain("Somebody else calls the next one.");
  });

  test.each(LOCALES)(
    "V-60: its count fell: a motion's page leads to it, and to no vote over days (%s)",
    async (lang) => {
      const a = new Meeting(NINE);
      const motion = a.move();
      a.house.wait(DAY);
      const vote = a.callOutside(motion, { mode: "count" });
      for (const n of [0, 2, 3, 4, 5]) a.cast(vote, a.person(n), n < 3 ? "for" : "against");
      a.miscount(vote, figures({ for: 3, against: 2 }), 3, "for");
      for (const n of [0, 8]) {
        const { said, html } = await look(a, a.person(n), `/motions/${motion}`, lang);
        expect(html).toContain(`/votes/${vote}`);
        expect(html).not.toContain('id="call"');
        if (lang !== "en") continue;
        expect(said).toContain("The vote on this was void");
        expect(said).toContain("at a called meeting, by hands or on paper, or by the signatures of more than half.");
        expect(said).not.toContain("The motion is carried.");
        expect(said).not.toContain("others count once more");
        expect(said).not.toContain("A vote can be called");
      }
    },
  );
});

test.each(LOCALES)(
  "V-57: tellers are told until when they count, members until when they look; who counted nothing stands nowhere as counting (%s)",
  async (lang) => {
    const a = new Meeting(NINE);
    const motion = a.move();
    a.house.wait(DAY);
    const vote = a.callOutside(motion, { mode: "count", opened: false });
    const teller = a.person(6).member;
    for (const n of [2, 3, 4, 5, 7, 8]) a.house.put(a.person(n), "teller.add", { vote, teller });
    expect(a.vote(vote).tellers).toContain(teller);
    a.house.wait(12 * HOUR);
    const said = async (who: number, path: string) => (await look(a, a.person(who), path, lang)).said;
    for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) a.cast(vote, a.person(n), n === 5 ? "against" : "for");
    a.house.wait(73 * HOUR);
    const waits = [await said(1, ""), await said(1, `/votes/${vote}`), await said(0, `/votes/${vote}`)];
    a.house.do(a.person(1), "tally", {
      vote,
      counts: figures({ for: 7, against: 1 }),
      ...a.listing(vote, a.lines(vote)),
    });
    const open = [await said(0, ""), await said(8, ""), await said(0, `/votes/${vote}`)];
    a.house.put(a.person(5), "number.missing", { vote, teller: a.person(1).member });
    const missed = [await said(5, ""), await said(5, `/votes/${vote}`), await said(8, `/votes/${vote}`)];
    a.house.wait(3 * DAY);
    a.declare(vote);
    const counted = await said(8, `/motions/${motion}`);
    if (lang !== "en") return;
    expect(waits[0]).toContain("Count the votes, or the vote isn’t counted");
    expect(waits[1]).toContain("If no teller does, the vote isn’t counted.");
    expect(waits[1]).toContain("No teller has counted yet.");
    expect(waits[2]).toContain("If none of them does, the vote isn’t counted.");
    expect(open[0]).toContain("Look for your number in the list");
    expect(open[1]).not.toContain("Look for your number in the list");
    expect(open[2]).toContain("The list lies open until");
    expect(open[2]).toContain("From then on the result can be declared.");
    expect(missed[0]).not.toContain("Look for your number in the list");
    expect(missed[1]).toContain("You have said that your number is missing.");
    expect(missed[2]).toContain("You did not vote in this.");
    expect(counted).toContain("Counted by bo");
    expect(counted).not.toContain("gus");
  },
);

describe("what is out of force, and nobody can say until when (B-10, V-59)", () => {
  const LISTS = ["", "/motions", "/decisions", "/elections", "/members", "/rules", "/record", "/meetings", "/me"];
  const SHEETS = ["/motions.csv", "/decisions.csv", "/elections.csv", "/members.csv", "/me.csv"];
  type Of = (a: Meeting, guest: Person) => Subject;
  const SUBJECTS: readonly [string, Of][] = [
    ["statutes", () => ({ type: "statutes", changes: { convene: { noticeDays: 4 } } })],
    ["admission", (_, { member }) => ({ type: "admission", member })],
    ["establish", () => ({ type: "establish", body: "committee", seats: 2 })],
    ["copy", () => ({ type: "copy", key: "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp" as KeyId })],
    ["text", () => ({ type: "text" })],
  ];
  test.each(SUBJECTS)("every page of a body says what there is to say of a decision on: %s", async (_, subjectOf) => {
    const decision = { decision: true };
    const a = new Meeting(NINE, { statutes: (s) => ({ ...s, admission: { ...s.admission, ...decision } }) });
    const jo = a.house.join("jo", "member");
    a.house.do(a.person(1), "vouch", { member: jo.member });
    const motion = a.move({ subject: subjectOf(a, jo) });
    a.house.wait(7 * DAY);
    const vote = a.callOutside(motion, { mode: "count" });
    for (const n of [0, 1, 2, 3, 4, 5]) a.cast(vote, a.person(n), n < 3 ? "for" : "against");
    a.miscount(vote, figures({ for: 4, against: 2 }), 4, "for");
    const paths = [...LISTS, ...SHEETS, `/motions/${motion}`, `/votes/${vote}`, "/rules?n=2"];
    for (const who of [a.person(0), a.person(5)]) for (const path of paths) await look(a, who, path);
    await look(a, jo, "");
  });
});

test("B-5: who agreed to vote on a ballot at once is shown how to take it back", async () => {
  const a = new Meeting(NINE.slice(0, 3));
  const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
  const election = a.house.do(a.person(0), "election.open", { title: a.words("office"), ...terms });
  a.house.do(a.person(1), "nominate", { election, candidate: a.person(1).member });
  a.house.do(a.person(0), "now.agree", { election, version: a.ballot(election) });
  const seen = async (n: number) => (await look(a, a.person(n), `/elections/${election}`)).html;
  expect(await seen(0)).toContain('data-act="now.back"');
  expect(await seen(1)).not.toContain('data-act="now.back"');
});

describe("a hall on paper (B-13)", () => {
  function hall() {
    const a = new Meeting(NINE);
    const motion = a.move();
    const call = a.convene();
    a.item(call, { motion });
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const enter = () =>
      a.house.do(a.person(0), "paper.vote", {
        call,
        motion,
        version: a.version(motion),
        mode: "hands",
        counts: figures({ for: 3, against: 1 }),
        present: 4,
        tellers: [a.person(1).member, a.person(2).member],
        held: starts + HOUR,
      });
    return { a, motion, call, enter };
  }

  test.each(LOCALES)(
    "each teller who hasn't signed is told so at home; who entered it, what to enter anew does (%s)",
    async (lang) => {
      const { a, call, enter } = hall();
      const link = `/meetings/${call}#on-paper`;
      const needed = async (n: number) => (await look(a, a.person(n), "", lang)).html.includes(link);
      const again = async (n: number) =>
        (await look(a, a.person(n), `/meetings/${call}`)).said.includes("A new entry takes the place of yours");
      expect([await needed(1), await again(0)]).toEqual([false, false]);
      const vote = enter();
      expect([await needed(0), await needed(1), await needed(2), await needed(3)]).toEqual([false, true, true, false]);
      expect([await again(0), await again(1)]).toEqual([true, false]);
      if (lang === "en")
        expect((await look(a, a.person(1), "")).said).toContain("Sign the count of the vote held on paper");
      a.house.do(a.person(1), "paper.sign", { vote });
      expect([await needed(1), await needed(2)]).toEqual([false, true]);
      a.house.wait(6 * DAY);
      expect(await needed(2)).toBe(false);
    },
  );

  test.each(LOCALES)(
    "the motion's page says that its count waits, from its entry to the last signature (%s)",
    async (lang) => {
      const { a, motion, call, enter } = hall();
      const waits = async () =>
        (await look(a, a.person(8), `/motions/${motion}`, lang)).html.includes(`/meetings/${call}#on-paper`);
      expect(await waits()).toBe(false);
      const vote = enter();
      expect(await waits()).toBe(true);
      if (lang === "en")
        expect((await look(a, a.person(8), `/motions/${motion}`)).said).toContain(
          "the count waits for its tellers until",
        );
      for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
      expect(await waits()).toBe(false);
    },
  );

  test.each(LOCALES)(
    "its call says that it was held on paper, what was decided, and from when that is in force (%s)",
    async (lang) => {
      const { a, call, enter } = hall();
      const seen = async (path: string) => (await look(a, a.person(8), path, lang)).said;
      const held = lang === "en" ? "held on paper" : "tenue sur papier";
      const not = lang === "en" ? "not held" : "pas tenue";
      for (const path of ["/meetings", `/meetings/${call}`]) expect(await seen(path)).toContain(not);
      if (lang === "en") expect(await seen(`/meetings/${call}`)).toContain("no place was given");
      const vote = enter();
      for (const path of ["/meetings", `/meetings/${call}`]) {
        expect(await seen(path)).toContain(held);
        expect(await seen(path)).not.toContain(not);
      }
      const link = `/votes/${vote}`;
      const page = async () => await look(a, a.person(8), `/meetings/${call}`, lang);
      expect((await page()).html).not.toContain('data-act="sitting.open"');
      expect((await page()).html).not.toContain(link);
      for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
      expect((await page()).html).toContain(link);
      if (lang === "en") {
        expect((await page()).said).toMatch(/The motion is carried\. +waits until \d/);
        expect(await seen("/decisions")).toContain("4 of 9 voted");
      }
      a.house.wait(3 * DAY);
      if (lang === "en") expect((await page()).said).toMatch(/The motion is carried\. +in force since \d/);
    },
  );

  test.each(LOCALES)("an election too: its page says that it waits, its call who was elected (%s)", async (lang) => {
    const a = new Meeting(NINE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(8), "election.open", { title: a.words("office"), ...terms });
    for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const call = a.convene();
    a.item(call, { election });
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const tellers = [a.person(1).member, a.person(2).member];
    const counts = { c1: 1, c2: 5, none: 0, blank: 0 };
    const count = { version: a.ballot(election), mode: "paper", counts, present: 6, held: starts };
    const vote = a.house.do(a.person(0), "paper.vote", { call, election, tellers, ...count });
    const link = `/meetings/${call}#on-paper`;
    expect((await look(a, a.person(3), `/elections/${election}`, lang)).html).toContain(link);
    for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
    expect((await look(a, a.person(3), `/elections/${election}`, lang)).html).not.toContain(link);
    const page = await look(a, a.person(3), `/meetings/${call}`, lang);
    expect(page.html).toContain(`/votes/${vote}`);
    if (lang === "en") expect(page.said).toMatch(/Elected: .*ivo/);
    await look(a, a.person(3), `/votes/${vote}`, lang);
  });
});

test.each(LOCALES)(
  "O-14: an office's line leads to the motion that ends it; afterwards it says that it ended (%s)",
  async (lang) => {
    const a = new Meeting(NINE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(8), "election.open", { title: a.words("office"), ...terms });
    a.house.do(a.person(8), "nominate", { election, candidate: a.person(8).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.elect(election, sitting, { c1: 3 }, { present: 3 });
    a.end(sitting);
    const waits = await look(a, a.person(1), "/elections", lang);
    if (lang === "en") expect(waits.said).toContain("begins when the election is in force");
    await look(a, a.person(1), `/elections/${election}`, lang);
    a.begin(sitting, "aob");
    a.house.do(a.person(0), "sitting.close", { sitting });
    a.house.wait(3 * DAY);
    const holder = a.person(8).member;
    const link = `/motions/new?subject=end-office&office=${election}&holder=${holder}`;
    expect((await look(a, a.person(1), "/elections", lang)).html.replaceAll("&amp;", "&")).toContain(link);
    expect(
      (await look(a, a.person(1), "/motions/new?subject=end-office", lang)).html.replaceAll("&amp;", "&"),
    ).toContain(link);
    const form = await look(a, a.person(1), link, lang);
    expect(form.html).toMatch(new RegExp(`name="subject.holder" value="${holder}"`));
    const motion = a.move({ subject: { type: "end-office", office: election, holder } });
    const moved = await look(a, a.person(1), `/motions/${motion}`, lang);
    if (lang === "en") expect(moved.said).toContain("This office ends before its term is over:");
    a.meet(motion, figures({ for: 6 }), { mode: "paper" });
    const after = await look(a, a.person(1), "/elections", lang);
    if (lang === "en") expect(after.said).toContain("ended by decision");
  },
);

test.each(LOCALES)(
  "O-14, B-6: the page of a recall has its signature at once, secrecy asked for or not, and says how many it takes (%s)",
  async (lang) => {
    const a = new Meeting(NINE);
    const election = a.house.do(a.person(0), "election.open", {
      title: a.words("office"),
      seats: 1,
      rule: "plurality",
      termDays: 300,
      powers: ["convene"],
    });
    a.house.do(a.person(8), "nominate", { election, candidate: a.person(8).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.elect(election, sitting, { c1: 6 }, { present: 7 });
    const motion = a.move({ subject: { type: "end-office", office: election, holder: a.person(8).member } });
    for (const n of [6, 7, 8]) a.house.do(a.person(n), "ask.secret", { motion });
    const page = () => look(a, a.person(4), `/motions/${motion}`, lang);
    const before = await page();
    expect(before.html).toMatch(/<section id="now"[\s\S]*<details open[\s\S]*data-act="now.sign"/);
    if (lang === "en") expect(before.said).toContain("0 of 9 have signed; with 5 signatures it ends at once.");
    for (const n of [0, 1, 2, 3]) a.house.do(a.person(n), "now.sign", { motion, version: a.version(motion) });
    if (lang === "en") expect((await page()).said).toContain("4 of 9 have signed");
    a.house.do(a.person(4), "now.sign", { motion, version: a.version(motion) });
    const after = await page();
    expect(after.html).not.toContain('data-act="now.sign"');
    if (lang === "en") expect((await look(a, a.person(4), `/elections/${election}`)).said).toMatch(/ended/i);
  },
);
