/** K-7, K-11, K-13, K-15, M-13, M-28: what the door of a meeting says to its tellers, and what the lists beside it say to all. */
import { cardCodeBytes } from "@nabat/body/members/acts.ts";
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, HOUR, Meeting, newKeysOf, type Person, sha256, text } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
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

describe("the door", () => {
  test.each(LOCALES)(
    "K-13 K-15: says why somebody can't be chosen, and that a motion is to decide (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const fay = m.person(5);
      const asked = ask(m, m.person(3), anew(m, fay));
      m.house.do(m.person(2), "cosign", { of: asked });
      m.house.do(fay, "key.object", { of: asked });
      const motion = m.move({
        by: m.person(4),
        subject: { type: "keys", member: fay.member, before: [m.person(6).member, m.person(7).member] },
      });
      const sitting = m.hold(m.convene());
      const { said, html } = await look(m, m.person(1), `/sittings/${sitting}/door`, lang);
      expect(said).toContain("(" + (lang === "en" ? "rule" : "règle") + " K-13)");
      expect(html).toContain(`/motions/${motion}`);
      if (lang === "en") {
        expect(said).toContain(
          "Somebody with an old key of this person objected before, or others stood for other keys",
        );
        expect(said).toContain("A motion over their keys is moved.");
      }
      // Whom nothing stands against is not among them; others see none of it.
      expect(
        said.split(
          lang === "en" ? "Who can’t get new keys at this door" : "Qui ne peut pas recevoir de clés à cette porte",
        )[1],
      ).not.toContain("hana");
      expect((await look(m, m.person(4), `/sittings/${sitting}/door`, lang)).html).not.toContain(`/motions/${motion}`);
    },
  );

  test("M-13 M-28: the other teller confirms a card there, and reads that a third is next; a member who isn't one is told so, not refused", async () => {
    const m = new Meeting(NINE);
    const eva = "0e".repeat(16) as MemberId;
    const codes = [toHex(sha256(cardCodeBytes(eva, "ABC123DEF456GH78"))) as Hash];
    const sitting = m.hold(m.convene());
    const door = `/sittings/${sitting}/door`;
    const card = m.house.do(m.person(1), "card", { member: eva, name: text("Eva"), codes, sitting });
    const other = await look(m, m.person(2), door);
    expect(other.said).toContain("A card for somebody new, without a device: Eva");
    expect(other.html).toContain('data-act="cosign"');
    const members = await look(m, m.person(4), "/members");
    expect(members.said).toContain("Another of the tellers elected at that meeting confirms it.");
    expect(members.said).not.toContain("Go to two of them");
    expect((await look(m, m.person(1), door)).said).toContain(
      "Another of the elected tellers confirms it, at the door",
    );
    m.house.do(m.person(2), "cosign", { of: card });
    const after = await look(m, m.person(2), door);
    expect(after.said).toContain("Both tellers have signed. A third member");
    expect(after.html).toContain("/members#confirm");
  });
});

describe("the term of a second signature", () => {
  test.each(LOCALES)(
    "K-6 K-18: the list says the same 72 hours as the form, and what happens where nobody else signs (%s)",
    async (lang) => {
      const m = new Meeting(NINE);
      const id = ask(m, m.person(1), anew(m, m.person(5)));
      const { waits, alone } = {
        waits: m.house.state.keys.recoveries.get(id)?.at ?? 0,
        alone: m.house.state.keys.recoveries.get(id)?.alone,
      };
      expect(alone).toBe(true);
      const page = await look(m, m.person(3), "/new-keys", lang);
      if (lang === "en") {
        expect(page.said).toContain("A second member can sign for it until 5 March");
        expect(page.said).toContain("at least.");
        expect(page.said).toContain("Where no other member signs anything here until 16 March");
        expect((await look(m, m.person(3), "/new-keys/ask")).said).toContain("they have 72 hours at least");
      }
      m.house.wait(3 * DAY + HOUR);
      expect(m.house.now).toBeGreaterThan(waits + 3 * DAY);
      if (lang === "en")
        expect((await look(m, m.person(3), "/new-keys")).said).toContain("A second member can sign for it still.");
      // As soon as somebody else signs anything, it is the term of any other.
      m.house.do(m.person(4), "rest.here", {});
      if (lang === "en")
        expect((await look(m, m.person(3), "/new-keys")).said).toMatch(/can sign for it until 8 March at [\d:]+\./);
    },
  );
});
