/** Views over a whole sample house: what they say, what they hide, that they are plain JSON. */
import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { sampleHouse } from "@nabat/testkit/sample.ts";
import {
  accountsView,
  askView,
  bodyChain,
  bodyView,
  cardsToConfirm,
  chainView,
  decisionsView,
  doorView,
  entriesView,
  entryView,
  erasedView,
  guestView,
  keysView,
  matches,
  membersView,
  mineView,
  motionsView,
  newKeysView,
  motionView,
  newcomersView,
  ownTexts,
  pageOf,
  recordView,
  rulesView,
  signedView,
  sponsorsView,
  sittingView,
  sittingsView,
  toCsv,
  voteView,
  wordChanges,
} from "./mod.ts";

const { sample, people, ids } = sampleHouse();
const lea = sample.reader(people["Lea"]);
const stranger = sample.reader();
const noor = sample.reader(people["Noor"]);
const nina = sample.house.person("Nina").member;

test("everything is plain JSON, the same again after writing and reading", async () => {
  const all = [
    await bodyView(lea),
    await motionsView(lea),
    await motionView(lea, ids.carried),
    await voteView(lea, ids.openVote),
    await decisionsView(lea),
    await motionView(lea, ids.waits),
    await motionView(lea, ids.suspended),
    await motionView(lea, ids.signing),
    await voteView(lea, ids.lostVote),
    await sittingsView(lea),
    await sittingView(lea, ids.sitting),
    await membersView(lea),
    await newcomersView(lea),
    await newcomersView(noor),
    await sponsorsView(lea),
    await motionView(lea, ids.contest),
    await motionView(lea, ids.door),
    await rulesView(lea),
    await entriesView(lea),
    await entryView(lea, ids.carried),
    await bodyChain(lea),
    await chainView(lea, ids.openVote),
    await recordView(lea),
    await mineView(lea),
    await guestView(lea, nina),
    await accountsView(lea),
    await signedView(lea, people["Lea"]!.member),
    await ownTexts(lea, people["Jan"]!.member),
    await keysView(lea, people["Lea"]!.member),
    await keysView(sample.reader(people["Ivo"]), people["Ivo"]!.member),
    await newKeysView(lea),
    await cardsToConfirm(lea),
    await askView(lea),
    erasedView(lea),
    await doorView(lea, ids.sitting),
  ];
  // A sitting that nobody called has no door.
  expect(all.pop()).toBeUndefined();
  for (const view of all) {
    expect(view).toBeDefined();
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  }
});

describe("what a stranger sees", () => {
  test("a members' body shows its public face and refuses the rest", async () => {
    const view = await bodyView(stranger);
    expect(view.mayRead).toBe(false);
    expect(view.name.text).toBe("Lindenstraße 14");
    for (const refused of [
      motionsView(stranger),
      voteView(stranger, ids.openVote),
      membersView(stranger),
      entriesView(stranger),
      mineView(stranger),
    ])
      await expect(refused).rejects.toThrow(/may read/);
  });
});

describe("votes", () => {
  test("an open vote on devices shows how many, never how", async () => {
    const view = await voteView(lea, ids.openVote);
    expect(view).toMatchObject({
      status: "open",
      castCount: 3,
      whole: 12,
      tallies: [],
      you: { mayVote: true, teller: false },
    });
    expect(view?.positions).toBeUndefined();
    expect(view?.sealedTo.every((s) => s.boxes.length === 1)).toBe(true);
  });
  test("a result counts its whole: positions and who took none add up", async () => {
    const result = (await motionView(lea, ids.carried))?.result;
    expect(result).toMatchObject({
      outcome: "carried",
      whole: 12,
      none: 3,
      counts: { for: 6, against: 1, abstain: 1, "taking-part": 1 },
    });
  });
  test("who joined after the call is told the rule", async () => {
    const view = await voteView(sample.reader(people["Bo"]), ids.openVote);
    expect(view?.you).toMatchObject({ mayVote: false, whyNot: { rule: "V-27" } });
  });
});

describe("what binds", () => {
  test("B-1, B-8: every decision by its way and stage, newest first, and by stage alone", async () => {
    const all = await decisionsView(lea);
    const of = (on: string) => all.items.find((d) => d.on === on);
    expect(of(ids.carried)).toMatchObject({ way: "days", stage: "in-force" });
    expect(of(ids.waits)).toMatchObject({ way: "meeting", stage: "waits", voted: 4, whole: 12 });
    expect(of(ids.suspended)).toMatchObject({ way: "meeting", stage: "suspended", subject: "establish" });
    expect(of(ids.signed)).toMatchObject({ way: "signed", stage: "in-force", voted: 7 });
    expect(of(ids.opinion)).toBeUndefined();
    expect((await decisionsView(lea, { status: "waits" })).items.map((d) => d.on)).toEqual([ids.waits]);
    expect((await bodyView(lea)) as object).toMatchObject({ waiting: [{ on: ids.suspended }, { on: ids.waits }] });
  });
  test("B-9: who wasn't there is told that they may ask for all to vote; who asked sees how many have", async () => {
    const items = (await mineView(lea)).items;
    expect(items.find((i) => i.what === "put")?.path).toBe(`/motions/${ids.waits}#decision`);
    expect(items.find((i) => i.what === "call-again")?.path).toBe(`/motions/${ids.suspended}#decision`);
    const view = await motionView(sample.reader(people["Hana"]), ids.suspended);
    expect(view?.decision).toMatchObject({
      suspended: { since: expect.any(Number), callUntil: expect.any(Number) },
      counted: [{ by: "present", people: [{ name: "Bo" }, { name: "Chidi" }] }],
      you: { put: false, asked: true, call: { modes: expect.any(Array) } },
    });
  });
  test("B-3: an opinion is marked as one in every line that shows it", async () => {
    const view = await motionView(lea, ids.opinion);
    expect(view?.votes).toMatchObject([{ opinion: true, result: { opinion: true, outcome: "carried" } }]);
    expect(view?.result).toBeUndefined();
    expect(view?.status).toBe("discussed");
  });
  test("B-5, B-6: a text for which others have signed is among what one may look at; one's own signature isn't", async () => {
    const bo = await mineView(sample.reader(people["Bo"]));
    expect(bo.items.find((i) => i.what === "sign-text")?.path).toBe(`/motions/${ids.signing}#now`);
    expect((await mineView(lea)).items.some((i) => i.what === "sign-text")).toBe(false);
    expect((await motionView(lea, ids.signing))?.now).toMatchObject({
      sign: { needed: 7, whole: 12, yours: true, may: false },
      agree: { whole: 12, all: false, may: true },
      mayBack: true,
    });
  });
});

test("one is needed for the votes one may still cast, soonest first", async () => {
  const mine = await mineView(lea);
  expect(mine.items.find((i) => i.what === "vote")?.path).toBe(`/votes/${ids.openVote}`);
  expect((await mineView(sample.reader(people["Bo"]))).items.some((i) => i.what === "vote")).toBe(false);
});

test("every entry's right leads back to the founding", async () => {
  const entries = await lea.entries({ limit: 1000 });
  for (const e of entries) {
    const chain = await chainView(lea, e.id);
    expect(chain.at(-1)).toMatchObject({ root: true, act: lea.body });
  }
});

test("the roll as of a date leaves out who came later", async () => {
  const now = await membersView(lea);
  const then = await membersView(lea, { at: lea.state.founding.at + 1000 });
  expect([now.roll, now.applicants, now.guests]).toEqual([12, 2, 2]);
  expect([then.roll, then.applicants, then.guests]).toEqual([11, 1, 0]);
  expect((await membersView(lea, { at: lea.state.founding.at - 1 })).total).toBe(0);
  expect((await membersView(lea, { q: "mous" })).items.map((m) => m.name.text)).toEqual(["Moussa"]);
});

test("a sitting that is over says its whole as it was, whoever has left since", async () => {
  const fresh = sampleHouse();
  const { house } = fresh.sample;
  const past = [...house.state.sittings.sittings.values()].find((s) => s.closed !== undefined);
  const before = await sittingView(fresh.sample.reader(fresh.people["Lea"]), past!.id);
  house.wait(1000);
  const leaves = [...house.people.values()].find((p) => p.name === "Emma" || p.name === "Bo");
  house.do(leaves!, "leave", {});
  const lea2 = fresh.sample.reader(fresh.people["Lea"]);
  expect((await membersView(lea2)).roll).toBe(11);
  expect((await sittingView(lea2, past!.id))?.roll).toBe(before?.roll);
  expect(before?.roll).toBe(12);
});

test("an erased text is said to be erased, and stands in the list of what went", async () => {
  expect((await motionView(lea, ids.standing))?.remarkList[0]?.text).toEqual({ why: "erased" });
  expect(erasedView(lea).items.map((e) => e.how)).toEqual(["author"]);
});

test("accounts stand side by side and change no result", async () => {
  const [event] = (await accountsView(lea)).items;
  expect(event?.accounts.map((a) => a.says)).toEqual(["overwhelming", "carried"]);
  expect(event?.result?.counts["for"]).toBe(6);
});

describe("lists", () => {
  test("pages follow one another without loss or repetition", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 30 }), (n, limit) => {
        const all = Array.from({ length: n }, (_, i) => ({ id: `${i}` }));
        const seen: string[] = [];
        for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
          const page = pageOf(all, { limit, ...(after === undefined ? {} : { after }) }, (x) => x.id);
          seen.push(...page.items.map((x) => x.id));
          after = page.next;
        }
        expect(seen).toEqual(all.map((x) => x.id));
      }),
    );
  });
  test("words are found without regard to case and accents", () => {
    expect(matches("ecole LIBRE", "L’École libre")).toBe(true);
    expect(matches("free school", "A free house")).toBe(false);
  });
  test("CSV quotes what must be quoted and disarms formulas", () => {
    expect(
      toCsv(
        ["a", "b"],
        [
          ["=1+1", 'x"y'],
          ["two\nlines", -3],
        ],
      ),
    ).toBe(`a,b\r\n'=1+1,"x""y"\r\n"two\nlines",-3\r\n`);
    for (const evil of ["=cmd", "+1", "-1+1", "@SUM", "\t=1", " =1"])
      expect(toCsv(["a"], [[evil]]).split("\r\n")[1]).toMatch(/^"?'/);
  });
});

test("changes between texts give both texts back", () => {
  const word = fc.constantFrom("we", "the", "yard", "gate", "stays", "open", "\n", "never");
  const text = fc.array(word, { maxLength: 40 }).map((w) => w.join(" "));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const changes = wordChanges(a, b);
      expect(
        changes
          .filter(([k]) => k !== "new")
          .map(([, t]) => t)
          .join(""),
      ).toBe(a);
      expect(
        changes
          .filter(([k]) => k !== "gone")
          .map(([, t]) => t)
          .join(""),
      ).toBe(b);
    }),
  );
});
