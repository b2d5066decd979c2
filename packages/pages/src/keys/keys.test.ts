/** What pages say of new keys: to everybody, to the person, at the door, on the call; in every language. */
import { cardCodeBytes } from "@nabat/body/members/acts.ts";
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, newKeysOf, grantOf, HOUR, keyFrom, Meeting, type Person, sha256, text } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { describe, expect, test } from "vitest";
import { keyMark } from "@nabat/body/keys/mark.ts";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const look = looker(pages);
const anew = (m: Meeting, who: Person, sheet = "new"): Person => ({
  ...m.house.person(who.name, sheet),
  member: who.member,
});
const ask = (m: Meeting, by: Person, p: Person, more: object = {}): ActId =>
  m.house.do(by, "key.recover", { ...newKeysOf(p), member: p.member, ...more });

describe("new keys for somebody", () => {
  test.each(LOCALES)("K-6 K-13: everybody sees them, the second may sign, the person stops them (%s)", async (lang) => {
    const m = new Meeting(NINE);
    const id = ask(m, m.person(1), anew(m, m.person(5)));
    const second = await look(m, m.person(2), "/new-keys", lang);
    expect(second.html).toContain('data-act="cosign"');
    // Both who sign see the same mark as the new device shows.
    const mark = keyMark(anew(m, m.person(5)).device.id);
    expect(mark).toMatch(/^[0-9A-Z]{5} [0-9A-Z]{5}$/);
    expect(second.said).toContain(mark);
    if (lang === "en") {
      expect((await look(m, m.person(2), "")).said).toContain("A member asks that somebody gets new keys");
      expect((await look(m, m.person(2), "/new-keys/ask")).html).toContain(`data-asked-mark="${mark}"`);
    }
    m.house.do(m.person(2), "cosign", { of: id });
    const all = await look(m, m.person(3), "/members", lang);
    expect(all.html).toContain(id.slice(0, 12));
    expect(all.html).not.toContain('data-act="key.object"');
    const hers = await look(m, m.person(5), "/keys", lang);
    expect(hers.html).toContain('data-act="key.object"');
    if (lang === "en") {
      expect(hers.said).toContain("That is not me");
      expect(all.said).toContain("New keys for fay");
      expect((await look(m, m.person(3), "")).said).toContain("New keys are coming in for: fay");
      expect((await look(m, m.person(5), "")).said).toContain("Someone asks for new keys in your name");
    }
    m.house.do(m.person(5), "key.object", { of: id });
    const off = await look(m, m.person(3), "/new-keys?status=off", lang);
    if (lang === "en") expect(off.said).toContain("An old key objected: the old keys stand as before.");
    expect((await look(m, m.person(3), "/new-keys?status=waits", lang)).html).not.toContain("ledger");
  });

  test("K-7: whoever stood for somebody this month reads why they can't; and two askings for one person are warned of", async () => {
    const m = new Meeting(NINE);
    ask(m, m.person(1), anew(m, m.person(5)));
    ask(m, m.person(2), anew(m, m.person(5), "other"));
    const third = await look(m, m.person(3), "/new-keys");
    expect(third.said).toContain("Others ask for other keys for the same person.");
    expect((await look(m, m.person(3), "")).said.split("new keys: fay").length).toBeLessThanOrEqual(2);
    const other = ask(m, m.person(3), anew(m, m.person(6)));
    expect(other).toBeDefined();
    expect((await look(m, m.person(1), "/new-keys")).said).toContain("each does so for one person in a month");
  });

  test("K-14: the device that another one ended says so, and stands again", async () => {
    const m = new Meeting(NINE);
    const old = m.person(5);
    const tablet = keyFrom("tablet of fay");
    m.house.do(old, "device.add", grantOf(m.house.nonce, old.device, tablet));
    const of = m.house.do(old, "device.end", { device: old.device.id }, { key: tablet });
    const page = await look(m, old, "/keys");
    expect(page.said).toContain("Another of your devices ended this one");
    m.house.do(old, "key.object", { of });
    expect((await look(m, old, "/keys")).said).toContain("Two of your devices hold each other back");
  });

  test.each(LOCALES)(
    "K-11: who counts at a meeting gives new keys at its door; the call names people (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const call = m.convene();
      const naming = await look(m, m.person(4), `/meetings/${call}`, lang);
      expect(naming.html).toContain('data-act="meeting.keys"');
      m.house.do(m.person(4), "meeting.keys", { call, members: [m.person(5).member] });
      const named = await look(m, m.person(4), `/meetings/${call}`, lang);
      if (lang === "en") expect(named.said).toContain("New keys at the door fay");
      const told = (await look(m, m.person(5), "", lang)).said;
      expect(told).toMatch(lang === "en" ? /may give you new keys/ : /peut vous donner de nouvelles clés/);
      const sitting = m.hold(call);
      const door = `/sittings/${sitting}/door`;
      expect((await look(m, m.person(4), `/sittings/${sitting}`, lang)).html).toContain(door);
      const one = await look(m, m.person(1), door, lang);
      expect(one.html).toContain('data-act="key.recover"');
      expect((await look(m, m.person(4), door, lang)).html).not.toContain('data-act="key.recover"');
      // A newcomer without a phone comes in here, by those whom the meeting elected to count (M-13).
      expect(one.html).toContain('data-act="card"');
      expect((await look(m, m.person(4), door, lang)).html).not.toContain('data-act="card"');
      ask(m, m.person(1), anew(m, m.person(5)), { sitting });
      expect((await look(m, m.person(2), door, lang)).html).toContain('data-act="cosign"');
      if (lang === "en") expect(one.said).toContain("2 of 2 left within 30 days");
    },
  );

  test("M-28 K-17: a card waits for a third; its holder objects to another through any member", async () => {
    const m = new Meeting(NINE);
    const eva = "0e".repeat(16) as MemberId;
    const hash = (code: string) => toHex(sha256(cardCodeBytes(eva, code))) as Hash;
    const sitting = m.hold(m.convene());
    const codes = [hash("ABC123DEF456GH78")];
    const card = m.house.do(m.person(1), "card", { member: eva, name: text("Eva"), codes, sitting });
    m.house.do(m.person(2), "cosign", { of: card });
    expect((await look(m, m.person(3), "/members")).html).toContain('data-act="card.confirm"');
    expect((await look(m, m.person(1), "/members")).html).not.toContain('data-act="card.confirm"');
    m.house.do(m.person(3), "card.confirm", { card });
    expect((await look(m, m.person(4), "/members")).said).toContain("their card was confirmed by dee");
    m.house.wait(DAY);
    const again = { member: eva, name: text("Eva", "members", "again"), codes: [hash("NEW111NEW222NEW3")] };
    m.house.do(m.person(5), "card", again);
    const page = await look(m, m.person(4), "/new-keys");
    expect(page.html).toContain('data-act="card.object"');
    expect((await look(m, m.person(5), "/new-keys")).html).not.toContain('data-act="card.object"');
  });

  test("K-15: whom the meeting sent finds the way; the motion says whose keys, and whom it sends", async () => {
    const m = new Meeting(NINE);
    const subject = { type: "keys", member: m.person(5).member, before: [m.person(3).member, m.person(4).member] };
    m.house.do(m.person(5), "key.object", { of: ask(m, m.person(1), anew(m, m.person(5))) });
    const motion = m.move({ subject: subject as never });
    const { said } = await look(m, m.person(6), `/motions/${motion}`);
    expect(said).toContain("A meeting decides over every key of: fay , before dee , eli .");
    expect(said).toContain("Only a called meeting decides over keys");
    const decided = m.meet(motion, { for: 7, against: 1, abstain: 0, "taking-part": 0 });
    expect((await look(m, m.person(3), "/new-keys/ask")).html).toContain(`?decided=${decided}`);
    expect((await look(m, m.person(6), "/new-keys/ask")).html).not.toContain(`?decided=${decided}`);
    expect((await look(m, m.person(3), `/new-keys/ask?decided=${decided}`)).html).not.toContain("key.recover");
    m.house.wait(3 * DAY + HOUR);
    expect((await look(m, m.person(3), `/new-keys/ask?decided=${decided}`)).html).toContain('data-act="key.recover"');
  });

  test.each(LOCALES)(
    "K-15: the form asks for the new device's key or the two who are sent; what few decided says so (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const old = m.person(5);
      m.house.do(old, "key.object", { of: ask(m, m.person(1), anew(m, old)) });
      const form = await look(m, m.person(6), "/motions/new?subject=keys", lang);
      for (const name of ["subject.code", "subject.before"]) expect(form.html).toContain(`name="${name}"`);
      expect(form.said).toContain(lang === "en" ? "Or the meeting sends two" : "Ou la réunion envoie deux");
      const subject = { type: "keys", member: old.member, before: [m.person(3).member, m.person(4).member] };
      const motion = m.move({ subject: subject as never });
      const call = m.convene();
      const item = m.item(call, { motion });
      const sitting = m.hold(call);
      for (const p of m.people)
        for (const kind of ["sitting.remote", "sitting.hall"]) m.house.put(p, kind, { sitting });
      m.begin(sitting, item);
      const decided = m.decide(motion, sitting, { for: 3, against: 0, abstain: 0, "taking-part": 0 }, 3);
      m.house.wait(3 * DAY);
      const theirs = anew(m, old, "night");
      m.house.do(m.person(4), "cosign", { of: ask(m, m.person(3), theirs, { decided }) });
      const page = await look(m, m.person(6), "/new-keys", lang);
      expect(page.said).toContain(lang === "en" ? "fewer than half signed" : "moins de la moitié a signé");
      expect(page.html).toContain("/motions/new?subject=keys");
      // Her phone, which has ended, reads where her sheet helps still.
      expect((await look(m, old, "/keys", lang)).html).toContain("/lost");
    },
  );
});
