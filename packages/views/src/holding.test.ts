/** What views say where nobody may hold up: a result by then (V-75), a position that fell (V-71), words out of view (E-8, E-11). */
import { DAY, figures, HOUR, Meeting, type Person, text } from "@nabat/testkit";
import { readerOver } from "@nabat/testkit/reader.ts";
import { expect, test } from "vitest";
import { mineView, motionView, recordView } from "./mod.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const byName = { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
const eyes = (a: Meeting, who?: Person) => readerOver(a.house, undefined, who);

test("V-75: a motion's page says by when it has a result; one that is decided says it no more", async () => {
  const a = new Meeting(names);
  const motion = a.move();
  expect((await motionView(eyes(a, a.person(4)), motion))?.resultBy).toBe(a.house.now + 62 * DAY);
  a.decide(motion, a.sitting(), figures({ for: 6 }));
  expect((await motionView(eyes(a, a.person(4)), motion))?.resultBy).toBeUndefined();
});

test("V-71: who cast outside is told that the meeting decides, until it has", async () => {
  const a = new Meeting(names, byName);
  const motion = a.move();
  a.house.do(a.person(3), "second", { motion });
  a.house.wait(DAY);
  const data = { motion, version: a.version(motion), mode: "name", closes: a.house.now + 792 * HOUR };
  const outside = a.house.do(a.person(0), "vote.open", data);
  a.cast(outside, a.person(5), "for");
  const call = a.convene({ days: 5, itemsUntil: a.house.now + DAY });
  const item = a.item(call, { motion });
  const sitting = a.hold(call);
  a.begin(sitting, item);
  const fell = async (n: number) =>
    (await mineView(eyes(a, a.person(n)))).items.filter((i) => i.what === "fell").map((i) => i.path);
  expect(await fell(5)).toEqual([]);
  const here = a.call(motion, sitting);
  expect(await fell(5)).toEqual([`/votes/${here}`]);
  expect(await fell(4)).toEqual([]);
  a.house.do(a.person(0), "vote.close", { vote: here });
  a.tally(here, figures({ for: 4 }), 4);
  a.declare(here);
  expect(await fell(5)).toEqual([]);
});

test("E-8, E-11: words out of view: a note in their place, their author told, the record's page says which and until when", async () => {
  const a = new Meeting(names);
  const about = a.move();
  const words = text("what eli said");
  a.house.do(a.person(4), "say", { about, text: words });
  const erasure = a.move({ subject: { type: "erasure", attachments: [words.hash], ground: "unlawful" } });
  expect((await motionView(eyes(a, a.person(1)), erasure))?.would.erases).toEqual({ count: 1, ground: "unlawful" });
  a.decide(erasure, a.sitting(), figures({ for: 5 }), 5);
  const until = a.house.now + 30 * DAY;
  const remark = async (n: number) => (await motionView(eyes(a, a.person(n)), about))?.remarkList[0]?.text;
  expect(await remark(1)).toMatchObject({ why: "out-of-view", out: { ground: "unlawful", stage: "out", until } });
  expect(await remark(4)).toEqual({ text: "what eli said" });
  const told = (await mineView(eyes(a, a.person(4)))).items.find((i) => i.what === "appeal");
  expect(told).toMatchObject({ path: "/record#out-of-view", by: until });
  const lines = async (n: number) => (await recordView(eyes(a, a.person(n)))).outOfView;
  expect(await lines(4)).toMatchObject([{ hash: words.hash, motion: erasure, yours: true, mayAppeal: true }]);
  a.house.do(a.person(4), "appeal", { attachment: words.hash });
  expect(await lines(1)).toMatchObject([{ stage: "appealed", mayAppeal: false, yours: false }]);
  expect((await recordView(eyes(a))).outOfView).toHaveLength(1);
});
