/**
 * Bo's phone is stolen. The thief leaves in Bo's name; Bo comes back with the sheet on a new phone, reads that the old one
 * is in the group again, ends it, is held back by its objection, and ends it for good with the sheet: on the same
 * phone, which is in use. A further phone ends others in the same go. A real server, a real browser.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { CHROMIUM, type Phone, soon, type Stage, stage } from "./browser.ts";
import * as hands from "./hands.ts";
import { story } from "../run/story.ts";

const { fresh, send } = hands;

/** A picture in both languages, light and dark, where they are asked for. */
async function shot(page: Page, name: string): Promise<void> {
  if (!hands.SHOTS) return;
  await hands.shot(page, name);
  await page.emulateMedia({ colorScheme: "dark" });
  await fresh(page, () => page.getByRole("link", { name: "Français" }).click());
  await page.locator("main").waitFor();
  await page.waitForTimeout(1500);
  await hands.shot(page, `${name}-fr-dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await fresh(page, () => page.getByRole("link", { name: "English" }).click());
}
const enough = 60_000;

describe.skipIf(!CHROMIUM)("the sheet on a phone in use", () => {
  const step = story();
  let house: Stage;
  let ana: Phone;
  let thief: Phone;
  let bo: Phone;
  let base = "";
  let words: string[] = [];

  beforeAll(async () => {
    house = await stage();
    // Two of them on a slow network: what is pressed before a page's script has come waits for it.
    [ana, thief, bo] = await Promise.all([house.phone({ slow: 400 }), house.phone({ slow: 400 }), house.phone()]);
  }, 120_000);
  afterAll(async () => {
    await house?.close();
  }, enough);

  const comeBack = async ({ page }: Phone, others: boolean) => {
    await page.goto(`${base}/lost`);
    await page.getByText("Come back with your sheet").click();
    await page.fill("#sheet-words", words.join(" "));
    if (others) await page.getByLabel("My other devices are in my hand no more").check();
    await page.getByRole("button", { name: "Come back", exact: true }).click();
    await page.waitForURL(new RegExp(`${base.split("/").at(-1)}$`));
    await soon(() => page.textContent("main")).toContain("You are Bo");
  };

  step(
    "Ana and Bo found a house; a new phone that waits with new keys is told so on the group's own page",
    async () => {
      ({ base } = await hands.found(ana, house.url, { name: "House on Mill Street", founder: "Ana" }));
      const { page } = thief;
      await page.goto(await hands.invite(ana, base, "founder"));
      await page.fill('form[data-act="join"] input[name="name"]', "Bo");
      await send(page, "join");
      words = await hands.keepSheet(page);
      await page.waitForURL(/\/keys$/);
      await hands.foundTogether([ana, thief], base);
      const lost = await house.phone();
      await hands.lostAll(lost, base);
      await lost.page.goto(base);
      await lost.page.getByText("This device waits with new keys of yours").waitFor();
      await lost.page.getByText("Nobody has signed for these keys yet").waitFor();
      await shot(lost.page, "sheet-waiting");
      // Where the page is read anew, as others enter something, it says so still.
      await lost.page.evaluate(() => {
        document.querySelector("main [data-said-above]")?.remove();
        document.dispatchEvent(new Event("nabat:fresh"));
        document.dispatchEvent(new Event("nabat:fresh"));
      });
      await soon(() => lost.page.getByText("This device waits with new keys of yours").count()).toBe(1);
      await lost.page.goto(`${house.url}/mine`);
      await lost.page.getByText("Nobody has signed for these keys yet").waitFor();
      await lost.context.close();
    },
    3 * enough,
  );

  step(
    "the thief leaves in Bo's name; the page says how the sheet takes it back, and it does",
    async () => {
      await thief.page.goto(`${base}/leave`);
      await thief.page.getByText("Within 30 days your sheet takes it back").waitFor();
      await send(thief.page, "leave");
      await fresh(thief.page, () => thief.page.locator("dialog[open]").getByRole("button", { name: "Sign" }).click());
      await soon(() => thief.page.textContent("main")).not.toContain("You are Bo");
      await comeBack(bo, false);
      await bo.page.getByText("Somebody left in your name: it is taken back").waitFor();
      await shot(bo.page, "sheet-came-back");
      await bo.page.goto(`${house.url}/mine`);
      await bo.page.getByText("another device still stands in your name").waitFor();
      await bo.page.goto(base);
      await send(bo.page, "device.end");
      await fresh(bo.page, () =>
        bo.page.locator("dialog[open]").getByRole("button", { name: "End this device" }).click(),
      );
      expect(await bo.page.textContent("main")).not.toContain("Somebody left in your name");
    },
    3 * enough,
  );

  step(
    "the thief objects, and both are held; the sheet, on the phone that is in use, ends it",
    async () => {
      await thief.page.goto(`${base}/keys`);
      await thief.page.getByRole("button", { name: "That was not me" }).click();
      await soon(() => thief.page.textContent("main")).toContain("Two of your devices hold each other back");
      const { page } = bo;
      await page.goto(base);
      await page.getByRole("link", { name: "Use my sheet" }).first().click();
      await page.locator("#use-sheet #sheet-words").waitFor();
      await shot(page, "sheet-in-use");
      await page.goto(`${base}/lost`);
      await page.locator("#use-sheet #sheet-words").fill("wrong words");
      await page.getByRole("button", { name: "Sign with the sheet" }).click();
      await soon(() => page.textContent("#use-sheet")).toMatch(/word/i);
      await page.locator("#use-sheet #sheet-words").fill(words.join(" "));
      await page.getByRole("button", { name: "Sign with the sheet" }).click();
      await page.waitForURL(/\/keys$/);
      await soon(() => page.textContent("#devices")).toContain("ended");
      expect(await page.textContent("main")).not.toContain("hold each other back");
      await thief.page.goto(`${base}/keys`);
      expect(await thief.page.getByRole("button", { name: "That was not me" }).count()).toBe(0);
    },
    3 * enough,
  );

  step(
    "a further phone ends the others with the sheet in the same go, and is told of none",
    async () => {
      const last = await house.phone();
      await comeBack(last, true);
      expect(await last.page.textContent("main")).not.toContain("other devices stand still");
      await last.page.goto(`${base}/keys`);
      await soon(() => last.page.textContent("#devices")).not.toContain("Another device in use");
      await bo.page.goto(base);
      await soon(() => bo.page.textContent("main")).toContain("This device has ended");
      for (const phone of [ana, thief, bo, last]) expect(phone.faults).toEqual([]);
      await last.context.close();
    },
    3 * enough,
  );
});
