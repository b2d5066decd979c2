/** K-2, K-12 to K-15: a device is told what it is before it writes, and is offered nothing, on any page, that its keys are then refused. */
import type { ActId } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, grantOf, HOUR, keyFrom, Meeting, newKeysOf, type Person } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { readerOver } from "@nabat/testkit/reader.ts";
import { endedDeviceMine, mineView } from "@nabat/views";
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

/** A house with something to do in each place, and fay's old and new device. */
function house(): { m: Meeting; old: Person; fresh: Person; motion: ActId } {
  const m = new Meeting(NINE);
  m.house.join("jo", "member", m.person(0));
  const motion = m.move({ by: m.person(5) });
  m.house.join("otto", "guest", m.person(0));
  return { m, old: m.person(5), fresh: anew(m, m.person(5)), motion };
}

async function offered(m: Meeting, who: Person, motion: ActId): Promise<Set<string>> {
  const out = new Set<string>();
  const places = ["", "/motions", "/motions/new", "/meetings", "/meetings/new", "/sittings", "/members", "/newcomers"];
  const more = [
    "/sponsors",
    "/invite",
    "/new-keys",
    "/new-keys/ask?two",
    "/keys",
    "/me",
    "/leave",
    "/erase",
    "/accounts",
  ];
  for (const path of [
    ...places,
    ...more,
    "/elections",
    `/motions/${motion}`,
    `/guests/${m.house.person("otto").member}`,
  ])
    for (const [, kind = ""] of (await look(m, who, path)).html.matchAll(/data-act="([^"]*)"/g)) out.add(kind);
  return out;
}

/** What the record keeper says to each of these kinds signed with this device: those refused for the keys. */
function refused(m: Meeting, who: Person, kinds: ReadonlySet<string>): string[] {
  return [...kinds].filter((kind) => {
    const put = m.house.put(who, kind, {});
    return !put.ok && ["K-1", "K-2", "K-12", "K-14", "K-15"].includes(put.rule);
  });
}

describe("the device that looks", () => {
  test.each(LOCALES)("K-12: new keys are told what they sign nothing of, and offered none of it (%s)", async (lang) => {
    const { m, fresh, motion } = house();
    m.house.do(m.person(2), "cosign", { of: ask(m, m.person(1), fresh) });
    m.house.wait(3 * DAY + HOUR);
    const home = await look(m, fresh, "", lang);
    expect(home.said).toContain(
      lang === "en" ? "This device’s keys are new" : "Les clés de cet appareil sont nouvelles",
    );
    expect(refused(m, fresh, await offered(m, fresh, motion))).toEqual([]);
    // They move, speak and invite guests as ever.
    expect(await offered(m, fresh, motion)).toContain("move");
    expect((await look(m, fresh, "/invite")).html).not.toContain('name="as" value="member"');
    expect((await look(m, fresh, "/invite")).html).toContain('name="as" value="guest"');
    const needs = (await mineView(readerOver(m.house, undefined, fresh))).items.map((i) => i.what);
    expect(needs).not.toContain("vouch");
    expect((await mineView(readerOver(m.house, undefined, m.person(3)))).items.map((i) => i.what)).toContain("vouch");
  });

  test("K-11 K-12: keys from a door read and speak: no page offers them more, and says so before they write", async () => {
    const { m, fresh, motion } = house();
    const sitting = m.hold(m.convene());
    m.house.do(m.person(2), "cosign", { of: ask(m, m.person(1), fresh, { sitting }) });
    const home = await look(m, fresh, "");
    expect(home.said).toContain("This device’s keys were given at a door");
    expect(home.html).not.toContain("/motions/new");
    expect((await look(m, fresh, "/motions/new")).said).toContain("(rule K-12)");
    const may = await offered(m, fresh, motion);
    expect(refused(m, fresh, may)).toEqual([]);
    expect(may).toContain("say");
    const leads = {
      "/motions": "/motions/new",
      "/meetings": "/meetings/new",
      "/members": "/invite",
      "/new-keys": "/ask",
    };
    for (const [path, to] of Object.entries(leads)) {
      expect([path, (await look(m, fresh, path)).html.includes(`${to}"`)]).toEqual([path, false]);
      expect([path, (await look(m, m.person(3), path)).html.includes(`${to}"`)]).toEqual([path, true]);
    }
    expect((await mineView(readerOver(m.house, undefined, fresh))).device).toMatchObject({ is: "door" });
    // A teller sees that it is done, for whom.
    expect((await look(m, m.person(2), `/sittings/${sitting}/door`)).said).toMatch(/Given here .* New keys for fay/);
  });

  test("K-2 K-13: a device that others' new keys ended reads so, can still say that it wasn't its member, and is offered nothing else", async () => {
    const { m, old, fresh, motion } = house();
    m.house.do(m.person(2), "cosign", { of: ask(m, m.person(1), fresh) });
    m.house.wait(3 * DAY + HOUR);
    const home = await look(m, old, "");
    expect(home.said).toContain("This device has ended");
    expect(home.said).toContain("Your old sheet stops it, too, until");
    const may = await offered(m, old, motion);
    expect(may).toContain("key.object");
    expect(refused(m, old, may)).toEqual([]);
    expect((await look(m, old, `/motions/${motion}`)).said).toContain("(rule K-2)");
    // Once it reads nothing more, its own Mine still says why, and what the sheet can do.
    m.house.wait(3 * DAY);
    const stranger = {
      ...readerOver(m.house, undefined, old),
      viewer: { key: old.device.id, standing: "stranger" as const },
    };
    expect(await endedDeviceMine(stranger)).toMatchObject({
      device: { is: "ended", by: "keys", asked: [m.person(1).member, m.person(2).member] },
      items: [{ what: "keys-changed", path: "/lost", title: { text: "bo, cem" } }],
    });
    const after = await look(m, old, "");
    expect(after.said).toContain("bo and cem asked for them.");
    expect(after.said).toContain("your old sheet stops it until");
    expect((await look(m, old, "/keys")).html).not.toContain('data-act="key.object"');
    expect(await endedDeviceMine({ ...stranger, viewer: { standing: "stranger" } })).toBeUndefined();
  });

  test.each(LOCALES)(
    "K-16: a device in whose member's name another left is told so, and takes it back with a tap (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const fay = m.person(5);
      const key = keyFrom("fay's tablet");
      m.house.do(fay, "device.add", grantOf(m.house.nonce, fay.device, key));
      m.house.do(fay, "leave", {});
      const tablet = { ...fay, device: key };
      const title =
        lang === "en" ? "One of your devices signed that you leave" : "Un de vos appareils a signé votre départ";
      const home = await look(m, tablet, "", lang);
      expect(home.said).toContain(title);
      expect(home.html).toContain('data-act="leave.undo"');
      // With the script that signs it, on every page that offers it.
      for (const path of ["", "/keys"]) expect((await look(m, tablet, path, lang)).html).toContain("/assets/sign.js");
      expect((await look(m, tablet, "/keys", lang)).html).toContain('data-act="leave.undo"');
      // The phone that signed it is led to the sheet.
      const phone = await look(m, fay, "", lang);
      expect(phone.said).toContain(title);
      expect(phone.html).not.toContain('data-act="leave.undo"');
      expect(phone.html).toContain(`/b/${m.house.body}/lost`);
      expect(await endedDeviceMine(readerOver(m.house, undefined, tablet))).toMatchObject({
        device: { is: "left" },
        items: [{ what: "left-undo", path: "/keys" }],
      });
      // Each page that shows the button has what makes it work, and one leads to it from Mine.
      for (const path of ["", "/keys"]) {
        const { html } = await look(m, tablet, path, lang);
        expect([path, html.includes('data-act="leave.undo"'), html.includes("/assets/sign.js")]).toEqual([
          path,
          true,
          true,
        ]);
      }
      m.house.wait(3 * DAY);
      expect((await look(m, tablet, "", lang)).html).not.toContain('data-act="leave.undo"');
      m.house.wait(27 * DAY);
      expect((await look(m, tablet, "", lang)).said).not.toContain(title);
    },
  );

  test("K-16: a device that was ended before another left is offered the taking back, not what is refused then", async () => {
    const m = new Meeting(NINE);
    const fay = m.person(5);
    const key = keyFrom("fay's tablet");
    m.house.do(fay, "device.add", grantOf(m.house.nonce, fay.device, key));
    const thief = { ...fay, device: key };
    m.house.do(thief, "device.end", { device: fay.device.id });
    m.house.do(thief, "leave", {});
    const keys = await look(m, fay, "/keys");
    expect(keys.html).toContain('data-act="leave.undo"');
    expect(keys.html).toContain("/assets/sign.js");
    expect(keys.html).not.toContain('data-act="key.object"');
    expect((await endedDeviceMine(readerOver(m.house, undefined, fay)))?.items).toMatchObject([
      { what: "left-undo", path: "/keys" },
    ]);
    m.house.do(fay, "leave.undo", {});
    expect((await look(m, fay, "/keys")).html).not.toContain('data-act="leave.undo"');
  });

  test("K-13 K-15: who stood for keys to which an old one objected is told so, with the way to a meeting, until one is to decide", async () => {
    const { m, old, fresh } = house();
    const id = ask(m, m.person(1), fresh);
    m.house.do(m.person(2), "cosign", { of: id });
    m.house.do(old, "key.object", { of: id });
    const needs = async (n: number) => (await mineView(readerOver(m.house, undefined, m.person(n)))).items;
    for (const n of [1, 2])
      expect(await needs(n)).toContainEqual(
        expect.objectContaining({ what: "keys-off", path: `/new-keys#${id.slice(0, 12)}` }),
      );
    expect((await needs(3)).map((i) => i.what)).not.toContain("keys-off");
    const there = await look(m, m.person(1), "/new-keys");
    expect(there.html).toContain(`id="${id.slice(0, 12)}"`);
    expect(there.html).toContain("/motions/new?subject=keys");
    m.move({
      by: m.person(1),
      subject: { type: "keys", member: old.member, before: [m.person(3).member, m.person(4).member] },
    });
    expect((await needs(1)).map((i) => i.what)).not.toContain("keys-off");
  });

  test("K-11: who gives new keys at a door comes there by the code of a new phone; others, and who asks for somebody absent, do not", async () => {
    const { m } = house();
    const sitting = m.hold(m.convene());
    const to = async (n: number, query = "") => {
      try {
        return (await look(m, m.person(n), `/new-keys/ask${query}`)).html.includes('name="sitting"');
      } catch (error) {
        return String(error).includes("303");
      }
    };
    expect(await to(1)).toBe(true);
    expect(await to(1, "?two")).toBe(false);
    expect(await to(4)).toBe(false);
    expect((await look(m, m.person(1), `/sittings/${sitting}/door`)).html).toContain("/new-keys/ask?two");
  });
});
