/**
 * A group founded from another's decision: Ana's house decides on a roof committee, she founds it from the
 * motion's page, it stands by that decision, and the house learns of it from the same hand.
 */
import { cast, type Seat } from "@nabat/exchange/client/mod.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, type Phone, soon, type Stage, stage } from "./browser.ts";
import * as hands from "./hands.ts";

describe.skipIf(!CHROMIUM)("an established group", () => {
  let later = 0;
  let house: Stage;
  let ana: Phone;
  beforeAll(async () => {
    house = await stage({ now: () => Date.now() + later });
    ana = await house.phone();
  }, 240_000);
  afterAll(() => house?.close(), 60_000);

  /** All four agree to decide it now, three of them by programs; the three vote for it within two minutes. */
  async function decide(seats: readonly Seat[], base: string, subject: object, words: string): Promise<string> {
    const [mover] = seats as [Seat];
    const text = mover.text(words);
    const { id: motion } = await mover.act("move", { title: mover.text(`${words} (title)`), text, subject });
    const version = text.ref.hash;
    for (const seat of seats) await seat.act("now.agree", { motion, version });
    await ana.page.goto(`${base}/motions/${motion}`);
    await hands.fresh(ana.page, () => hands.send(ana.page, "now.agree"));
    const closes = Date.now() + later + 120_000;
    const { id: vote } = await mover.act("vote.open", { motion, version, mode: "name", closes });
    for (const seat of seats) await cast(seat, { vote, version, mode: "name", boxes: [] } as never, "for");
    // The vote is over, and what was handed in before its close has arrived (V-36).
    later += 3_600_000;
    await mover.act("result", await mover.get(`votes/${vote}/result`));
    return motion;
  }

  it("is founded from the motion, stands by the decision, and is entered where it was decided", async () => {
    const { page, faults } = ana;
    const { base } = await hands.found(ana, house.url, { name: "House on Mill Street", founder: "Ana" });
    const seats: Seat[] = [];
    for (const [n, link] of (await hands.invites(ana, base, "founder", 3)).entries())
      seats.push(await hands.joinElsewhere(house.url, link, ["Bo", "Cleo", "Dan"][n] as string));
    await hands.closeList(ana, base);
    const { closed } = (await seats[0]?.get<{ closed: { id: string } }>("founders")) ?? {};
    for (const seat of seats) await seat.act("list.sign", { list: closed?.id });
    await hands.signList(ana, base);
    // Bo moves it, and names Ana to found it (F-11).
    const { items } = (await seats[0]?.get<{ items: { id: string; name: { text?: string } }[] }>("roll")) ?? {
      items: [],
    };
    const founder = items.find((m) => m.name.text === "Ana")?.id;
    const motion = await decide(
      seats,
      base,
      { type: "establish", body: "committee", seats: 3, founder },
      "A committee for the roof.",
    );

    await page.goto(`${base}/motions/${motion}`);
    await page.getByRole("link", { name: "Found it now" }).click();
    await page.getByText("Another group has decided that this one shall be.").waitFor();
    await page.fill("#field-name", "Roof committee");
    await page.fill("#field-purpose", "To have the roof repaired");
    await page.fill("#field-founderName", "Ana");
    await hands.shot(page, "daughter-found");
    await page.locator('#found button[type="submit"]:not([data-no-sign])').click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByText("This device also enters there that the new group stands.").waitFor();
    await dialog.getByRole("button", { name: "Sign" }).click();
    await hands.keepSheet(page);
    await page.waitForURL((url) => /\/b\/[0-9a-f]{64}$/.test(url.href) && url.href !== base);
    const child = page.url();
    await soon(() => page.textContent("h1")).toContain("Roof committee");
    // It stands from its founding on: nobody has to adopt it again.
    await soon(() => page.textContent("main")).toContain("You are Ana");
    expect(await page.textContent("main")).not.toContain("Not adopted yet");

    await page.goto(`${base}/motions/${motion}`);
    await soon(() => page.getByRole("link", { name: "Found it now" }).count()).toBe(0);
    const mother = await seats[0]?.get<{ entries: { act?: { data: { body?: string } } }[] }>(
      "entries?kind=established",
    );
    expect(mother?.entries.map((e) => e.act?.data.body)).toEqual([child.split("/").at(-1)]);
    await page.goto(`${child}/chain`);
    await page.getByRole("link", { name: "House on Mill Street" }).first().waitFor();
    await hands.shot(page, "daughter-chain");
    expect(faults).toEqual([]);
  }, 180_000);
});
