/** K-5, K-7, K-13 to K-16: what is told of somebody's keys, to them and to those who stood for them; and the sheet on a device in use. */
import type { ActId } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, grantOf, HOUR, keyFrom, Meeting, newKeysOf, type Person } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { readerOver } from "@nabat/testkit/reader.ts";
import { mineView } from "@nabat/views";
import { describe, expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const look = looker(pages);
const anew = (m: Meeting, who: Person, sheet = "new"): Person => ({
  ...m.house.person(who.name, sheet),
  member: who.member,
});
const ask = (m: Meeting, by: Person, p: Person, more: object = {}): ActId =>
  m.house.do(by, "key.recover", { ...newKeysOf(p), member: p.member, ...more });
const needs = async (m: Meeting, who: Person) => (await mineView(readerOver(m.house, undefined, who))).items;
const kinds = async (m: Meeting, who: Person) => (await needs(m, who)).map((i) => i.what as string);

/** Fay's thief leaves in her name; she comes back with her sheet on a new phone. */
function backBySheet(m: Meeting, leaves = true): { thief: Person; fay: Person } {
  const thief = m.person(5);
  if (leaves) {
    m.house.do(thief, "leave", {});
    m.house.do(thief, "leave.undo", {}, { key: thief.reserve });
  }
  const phone = keyFrom("new phone of fay");
  m.house.do(thief, "device.add", grantOf(m.house.nonce, thief.reserve, phone), { key: thief.reserve });
  return { thief, fay: { ...thief, device: phone } };
}

describe("who came back with the sheet", () => {
  test.each(LOCALES)(
    "K-16: reads on Home, Mine and Keys that the other phone is theirs again, and ends it there (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const { thief, fay } = backBySheet(m);
      const home = await look(m, fay, "", lang);
      expect(home.said).toContain(lang === "en" ? "Somebody left in your name" : "Quelqu’un est parti en votre nom");
      expect(home.html).toContain('data-act="device.end"');
      expect(home.html).toContain(thief.device.id.slice(0, 16));
      expect(await kinds(m, fay)).toContain("came-back");
      expect((await look(m, fay, "/keys", lang)).html).toContain('id="came-back"');
      // The thief's phone is told nothing of it.
      expect(await kinds(m, thief)).not.toContain("came-back");
      m.house.do(fay, "device.end", { device: thief.device.id });
      expect(await kinds(m, fay)).not.toContain("came-back");
      expect((await look(m, fay, "", lang)).html).not.toContain('data-act="device.end"');
    },
  );

  test("K-5: a device brought in by the sheet is told of others for a week; one that another granted is not", async () => {
    const m = new Meeting(NINE);
    const { thief, fay } = backBySheet(m, false);
    expect((await look(m, fay, "")).said).toContain("You came in with your sheet; your other devices stand still");
    m.house.wait(8 * DAY);
    expect(await kinds(m, fay)).not.toContain("came-back");
    const tablet = keyFrom("tablet of fay");
    m.house.do(thief, "device.add", grantOf(m.house.nonce, thief.device, tablet));
    expect(await kinds(m, { ...thief, device: tablet })).not.toContain("came-back");
  });
});

describe("the sheet on a device that is in use", () => {
  test.each(LOCALES)(
    "K-14: two devices that hold each other back find it on Keys and on the page of who lost everything (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const { thief, fay } = backBySheet(m);
      const of = m.house.do(fay, "device.end", { device: thief.device.id });
      m.house.do(thief, "key.object", { of });
      const home = await look(m, fay, "", lang);
      expect(home.html).toContain("/keys#use-sheet");
      expect(await kinds(m, fay)).toContain("devices-held");
      // Neither ends the other now: no button for it stands there.
      expect(home.html).not.toContain('data-act="device.end"');
      for (const path of ["/keys", "/lost"]) {
        const { html } = await look(m, fay, path, lang);
        expect(html).toContain('id="use-sheet"');
        expect(html).toContain('data-island="use-sheet"');
        expect(html).toContain(thief.device.id);
        expect(html).toContain("&quot;held&quot;:true");
      }
      // What the island signs: the thief's phone ends by the sheet, and objects to nothing.
      m.house.do(fay, "device.end", { device: thief.device.id }, { key: fay.reserve });
      expect((await look(m, fay, "", lang)).html).not.toContain("#use-sheet");
      expect(m.house.put(thief, "key.object", { of }).ok).toBe(false);
    },
  );

  test("K-14: where none is to end, the sheet's word that one is there frees both", async () => {
    const m = new Meeting(NINE);
    const { thief, fay } = backBySheet(m);
    m.house.do(thief, "key.object", { of: m.house.do(fay, "device.end", { device: thief.device.id }) });
    expect((await look(m, fay, "/keys")).said).toContain("Two of your devices hold each other back");
    m.house.do(fay, "rest.here", {}, { key: fay.reserve });
    expect((await look(m, fay, "/keys")).said).not.toContain("Two of your devices hold each other back");
    // A device that stands besides can be ended with the sheet still.
    expect((await look(m, fay, "/keys")).html).toContain('id="use-sheet"');
  });

  test("K-5: one device alone has nothing to use it for, and one that isn't known has the fields as ever", async () => {
    const m = new Meeting(NINE);
    expect((await look(m, m.person(3), "/keys")).html).not.toContain("use-sheet");
    const lost = await look(m, m.person(3), "/lost");
    expect(lost.said).toContain("This device is in use here");
    expect(lost.said).not.toContain("Make new keys here, and keep the new sheet");
    const stranger = { ...m.house.person("zoe"), member: undefined } as unknown as Person;
    expect((await look(m, stranger, "/lost")).html).toContain("&quot;part&quot;:&quot;sheet&quot;");
  });
});

describe("whose keys a meeting is to decide over", () => {
  test.each(LOCALES)(
    "K-7 K-15: is told so from the clash on: at the motion, on the call, once decided (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const fay = m.person(5);
      m.house.do(m.person(2), "cosign", { of: ask(m, m.person(1), anew(m, fay)) });
      m.house.do(m.person(4), "cosign", { of: ask(m, m.person(3), anew(m, fay, "other")) });
      // Once, though two pairs asked.
      expect((await kinds(m, fay)).filter((what) => what === "keys-clash")).toEqual(["keys-clash"]);
      expect(await kinds(m, m.person(6))).not.toContain("keys-clash");
      const motion = m.move({
        by: m.person(1),
        subject: { type: "keys", member: fay.member, before: [m.person(6).member, m.person(7).member] },
      });
      expect(await kinds(m, fay)).not.toContain("keys-clash");
      expect(await needs(m, fay)).toContainEqual(
        expect.objectContaining({ what: "over-keys", path: `/motions/${motion}` }),
      );
      for (const path of ["", "/keys"]) {
        const { said, html } = await look(m, fay, path, lang);
        expect(said).toContain(
          lang === "en" ? "A meeting is to decide over your keys" : "Une réunion doit décider de vos clés",
        );
        expect(html).toContain(`/motions/${motion}`);
      }
      expect((await look(m, m.person(6), "", lang)).said).not.toMatch(/over your keys|décider de vos clés/);
      const call = m.convene({ motions: [motion] } as never);
      const starts = m.house.state.meetings.calls.get(call)?.starts;
      if (m.house.state.meetings.calls.get(call)?.agenda.some((i) => i.motion === motion))
        expect(await needs(m, fay)).toContainEqual(expect.objectContaining({ what: "over-keys", by: starts }));
    },
  );

  test("K-15: once it is decided they read from when all that they have ends, until other keys came in", async () => {
    const m = new Meeting(NINE);
    const fay = m.person(5);
    m.house.do(fay, "key.object", { of: ask(m, m.person(1), anew(m, fay)) });
    const motion = m.move({
      subject: { type: "keys", member: fay.member, before: [m.person(6).member, m.person(7).member] } as never,
    });
    m.meet(motion, { for: 7, against: 1, abstain: 0, "taking-part": 0 });
    expect((await look(m, fay, "")).said).toContain("A meeting has decided over your keys");
    expect(await kinds(m, fay)).toContain("over-keys-decided");
    m.house.wait(40 * DAY);
    expect(await kinds(m, fay)).not.toContain("over-keys-decided");
  });
});

describe("those who stood for somebody", () => {
  test("K-13 K-16: are told that a device of theirs signed a leaving after the objection, until a meeting is to decide or the sheet took it back", async () => {
    const m = new Meeting(NINE);
    const fay = m.person(5);
    const id = ask(m, m.person(1), anew(m, fay));
    m.house.do(m.person(2), "cosign", { of: id });
    m.house.do(fay, "key.object", { of: id });
    expect(await kinds(m, m.person(1))).toContain("keys-off");
    m.house.do(fay, "leave", {});
    for (const n of [1, 2]) {
      expect(await kinds(m, m.person(n))).toContain("keys-left");
      expect(await kinds(m, m.person(n))).not.toContain("keys-off");
    }
    expect(await kinds(m, m.person(3))).not.toContain("keys-left");
    expect((await look(m, m.person(1), "")).said).toContain("They left, as one of their devices signed");
    const motion = m.move({
      by: m.person(1),
      subject: { type: "keys", member: fay.member, before: [m.person(6).member, m.person(7).member] },
    });
    expect(await kinds(m, m.person(1))).not.toContain("keys-left");
    m.house.wait(HOUR);
    m.house.do(fay, "leave.undo", {}, { key: fay.reserve });
    const phone = keyFrom("new phone of fay");
    m.house.do(fay, "device.add", grantOf(m.house.nonce, fay.reserve, phone), { key: fay.reserve });
    // Whoever moved it is told that it may not be needed any more.
    expect(await needs(m, m.person(1))).toContainEqual(
      expect.objectContaining({ what: "keys-back", path: `/motions/${motion}` }),
    );
    expect(await kinds(m, m.person(2))).not.toContain("keys-off");
  });

  test("K-13: whoever objected reads of it as over", async () => {
    const m = new Meeting(NINE);
    m.house.do(m.person(5), "key.object", { of: ask(m, m.person(1), anew(m, m.person(5))) });
    const { said } = await look(m, m.person(5), "/keys");
    expect(said).toContain("Somebody asked for new keys in your name");
    expect(said).not.toContain("Somebody asks for new keys in your name");
  });

  test("M-16 K-16: the page on which one leaves names the way back by the sheet", async () => {
    const m = new Meeting(NINE);
    const { said } = await look(m, m.person(5), "/leave");
    expect(said).toContain("Within 30 days your sheet takes it back");
    expect(said).not.toContain("can’t be undone");
  });
});
