/** The page on which members enter leaving, coming back and appealing for who has a card (M-16, K-16, N-8). */
import { cardCodeBytes } from "@nabat/body/members/acts.ts";
import type { Statutes } from "@nabat/body/statutes/acts.ts";
import { type Hash, type MemberId, toHex } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, figures, Meeting, sha256, text } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { describe, expect, test } from "vitest";
import { pages } from "../mod.ts";

const EVA = "0e".repeat(16) as MemberId;
const CARD = ["AAAA111122223333", "BBBB111122223333", "CCCC111122223333", "DDDD111122223333"];
const look = looker(pages);

function withEva(waitingDays = 3): Meeting {
  const statutes = (s: Statutes): Statutes => ({ ...s, admission: { ...s.admission, vouchers: 1, waitingDays } });
  const m = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"], { statutes });
  const codes = CARD.map((c) => toHex(sha256(cardCodeBytes(EVA, c))) as Hash);
  const sitting = m.hold(m.convene());
  const card = m.house.do(m.person(1), "card", { member: EVA, name: text("Eva"), codes, sitting });
  m.house.do(m.person(2), "cosign", { of: card });
  m.house.wait(DAY * 4);
  return m;
}

describe("leaving and appealing with a card", () => {
  test("M-16: nobody has a card: the page says so, and the members' page doesn't lead to it", async () => {
    const m = new Meeting(["ana", "bo", "cem"]);
    expect((await look(m, m.person(0), "/by-card")).said).toContain("Nobody here has a card");
    expect((await look(m, m.person(0), "/members")).html).not.toContain("/by-card");
  });

  test.each(LOCALES)("M-16 K-16: entered by one, confirmed by another, taken back by one (%s)", async (lang) => {
    const m = withEva();
    expect((await look(m, m.person(3), "/members", lang)).html).toContain(`/by-card?member=${EVA}`);
    const first = await look(m, m.person(3), `/by-card?member=${EVA}`, lang);
    expect(first.html).toContain('data-act="leave.card"');
    expect(first.html).not.toContain('data-act="leave.card.undo"');
    const of = m.house.do(m.person(3), "leave.card", { member: EVA, code: CARD[0] });
    // It waits: nobody enters it twice, another confirms it here and is told on Home.
    const waits = await look(m, m.person(4), "/by-card", lang);
    expect(waits.html).toContain('data-act="cosign"');
    expect(waits.html).not.toContain('data-act="leave.card"');
    expect((await look(m, m.person(3), "/by-card", lang)).html).not.toContain('data-act="cosign"');
    expect((await look(m, m.person(4), "", lang)).html).toContain("/by-card");
    m.house.do(m.person(4), "cosign", { of });
    const all = await look(m, m.person(5), "/members", lang);
    expect(all.html).toContain("/by-card#back");
    const back = await look(m, m.person(5), "/by-card", lang);
    expect(back.html).toContain('data-act="leave.card.undo"');
    expect(back.said).toContain("Eva");
    expect((await look(m, m.person(5), "/members?status=left", lang)).html).toContain(`/by-card?member=${EVA}#back`);
    m.house.do(m.person(5), "leave.card.undo", { member: EVA, code: CARD[1] });
    const list = await look(m, m.person(6), "/entries?kind=leave.card", lang);
    const entries = await look(m, m.person(6), "/entries", lang);
    if (lang !== "en") return;
    expect(list.said.replace(/[⁨⁩]/g, "")).toMatch(/dee entered, with a code of the card, that Eva leaves/);
    expect(entries.said.replace(/[⁨⁩]/g, "")).toMatch(/fay entered, with a code of the card, that Eva comes back/);
  });

  test.each(LOCALES)("N-8: whose stay was ended and who had a card appeals by a code (%s)", async (lang) => {
    const m = withEva(60);
    const motion = m.move({ subject: { type: "guest-stay", member: EVA, ground: "harm" } });
    const call = m.convene({ days: 8 });
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    m.begin(sitting, item);
    m.decide(motion, sitting, figures({ for: 8 }), undefined, "paper");
    m.end(sitting);
    m.house.wait(4 * DAY);
    expect((await look(m, m.person(3), `/guests/${EVA}`, lang)).html).toContain(`/by-card?member=${EVA}#appeal`);
    const page = await look(m, m.person(3), "/by-card", lang);
    expect(page.html).toContain('data-act="stay.appeal"');
    expect(page.html).not.toContain('data-act="leave.card"');
    const words = m.house.text("I was not there");
    m.house.do(m.person(3), "stay.appeal", { member: EVA, code: CARD[0], text: words });
    expect((await look(m, m.person(5), `/guests/${EVA}`, lang)).said).toContain("I was not there");
    const entries = await look(m, m.person(6), "/entries?kind=stay.", lang);
    if (lang === "en")
      expect(entries.said.replace(/[⁨⁩]/g, "")).toMatch(/dee entered, with a code of the card, that Eva appeals/);
  });
});
