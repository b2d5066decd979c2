/**
 * An evening in which the board goes rogue, on one phone: Ana comes in, signs, finds what answers three of its scenes on
 * the group's ordinary pages, and is told what came of it. A second phone comes in by the code that stands on her page.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { CHROMIUM, type Phone, soon, type Stage, stage } from "./browser.ts";
import { fresh, keepSheet, send, shot, SHOTS } from "./hands.ts";
import { story } from "../run/story.ts";

const enough = 60_000;

describe.skipIf(!CHROMIUM)("a board goes rogue", () => {
  const step = story();
  let house: Stage;
  let ana: Phone;
  let ben: Phone;
  let evening = "";

  beforeAll(async () => {
    house = await stage({ example: true });
    [ana, ben] = await Promise.all([house.phone({ plain: true }), house.phone({ plain: true })]);
  }, 180_000);
  afterAll(() => house?.close(), enough);

  /** A button that moves the evening on. */
  const press = async (page: Page, what: string) => {
    if (page.url() !== evening) await page.goto(evening);
    await fresh(page, () => page.locator(`main form:has(input[name="do"][value="${what}"]) button`).first().click());
  };
  const comeIn = async (page: Page, name: string) => {
    await page.waitForURL(/\/invited\//);
    await page.fill('form[data-act="join"] input[name="name"]', name);
    await send(page, "join");
    await keepSheet(page);
    await page.waitForURL(/\/evening$/);
  };
  /** As many as the page says have no room to the right. */
  const fits = async (page: Page) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  step(
    "Ana begins one; Ben scans what stands on her page; both sign the list",
    async () => {
      const begun = await fetch(`${house.url}/evening`, { method: "POST", redirect: "manual" });
      const { page } = ana;
      await page.goto(house.url + (begun.headers.get("location") ?? ""));
      await comeIn(page, "Ana");
      evening = page.url();
      await shot(page, "evening-gathering");
      const scanned = await page.locator("main .key").first().textContent();
      await ben.page.goto(scanned ?? "");
      await ben.page.getByRole("button", { name: "Come in" }).click();
      await comeIn(ben.page, "Ben");
      await soon(() => page.textContent("main")).toContain("Ana, Ben");
      await press(page, "open");
      for (const phone of [ana, ben]) {
        await phone.page.goto(evening);
        await fresh(phone.page, () => send(phone.page, "list.sign"));
      }
      await press(page, "next");
      await page.getByText("A decision in the kitchen").waitFor();
      await fits(page);
      await shot(page, "evening-kitchen");
    },
    2 * enough,
  );

  step(
    "the kitchen: she finds that it was an opinion, and calls everybody",
    async () => {
      const { page } = ana;
      await page.getByText("A hint").click();
      await page.getByText("nobody can refuse it").waitFor();
      await page.getByRole("link", { name: "Call a meeting" }).click();
      await page.fill("#field-title", "The common money");
      await page.fill("#field-reason", "It is all of ours.");
      await send(page, "meeting.call");
      await page.waitForURL(/\/meetings\/[0-9a-f]{64}$/);
      await press(page, "follow");
      await page.getByText("It held").waitFor();
      // The other phone follows by itself.
      await soon(() => ben.page.textContent("main")).toContain("It held");
      await press(page, "next");
    },
    2 * enough,
  );

  step(
    "three in the morning: she asks that it be put to all, Ben as well",
    async () => {
      for (const { page } of [ana, ben]) {
        await page.goto(evening);
        await page.getByRole("link", { name: "The motion", exact: true }).click();
        const form = page.locator('form[data-act="put.all"]');
        await form.waitFor({ state: "attached" });
        await form.evaluate((f) => f.closest("details")?.setAttribute("open", ""));
        await fresh(page, () => send(page, "put.all"));
      }
      await ana.page.goto(evening);
      await ana.page.getByText("It held").waitFor();
      await press(ana.page, "next");
    },
    2 * enough,
  );

  step(
    "a false count: her phone finds that her number stands with another position; she says so, and nothing more",
    async () => {
      const { page } = ana;
      for (const phone of [ana, ben]) {
        await phone.page.goto(evening);
        await phone.page.getByRole("link", { name: "The vote", exact: true }).click();
        await phone.page.locator('form[data-act="vote.cast"] input[value="against"]').check();
        await fresh(phone.page, () => send(phone.page, "vote.cast"));
      }
      await press(page, "follow");
      await page.getByRole("link", { name: "The vote", exact: true }).click();
      await page.getByText("does not stand in this list as you voted").first().waitFor();
      const missing = page.locator('form[data-act="number.missing"]').first();
      await missing.evaluate((f) => f.closest("details")?.setAttribute("open", ""));
      await shot(page, "evening-missing");
      await fresh(page, () => send(page, "number.missing"));
      await press(page, "follow");
      await press(page, "wait");
      await page.getByText("It held").waitFor();
      await shot(page, "evening-held");
    },
    2 * enough,
  );

  step(
    "new keys for her: she sees it among her keys, and stops it with one tap",
    async () => {
      const { page } = ana;
      await press(page, "next");
      // The guest is left to others.
      for (const d of await page.locator("#other").all()) await d.evaluate((e) => e.setAttribute("open", ""));
      await press(page, "next");
      await page.getByRole("heading", { name: "New keys for Ana" }).waitFor();
      await shot(page, "evening-keys");
      await fresh(page, () => page.getByRole("link", { name: "Keys", exact: true }).click());
      await fresh(page, () => send(page, "key.object"));
      await page.goto(evening);
      await page.getByText("It held").waitFor();
    },
    2 * enough,
  );

  step(
    "the rest is left; the last page says what was tried, what came of it and what each did; examples lead to another",
    async () => {
      const { page } = ana;
      await press(page, "next");
      for (let n = 0; n < 12 && !((await page.textContent("main")) ?? "").includes("The evening is over"); n++) {
        for (const d of await page.locator("#other").all()) await d.evaluate((e) => e.setAttribute("open", ""));
        await press(page, "next");
      }
      const said = (await page.textContent("main")) ?? "";
      expect(said).toContain("scenes held");
      expect(said).toContain("missed a number");
      await fits(page);
      await shot(page, "evening-end");
      await page.goto(`${house.url}/example`);
      await page.getByRole("button", { name: "An evening in which the board goes rogue" }).click();
      await page.waitForURL(/\/invited\//);
      if (SHOTS) {
        await page.emulateMedia({ colorScheme: "dark" });
        await page.goto(`${evening}?lang=fr`);
        await shot(page, "evening-end-dark-fr");
      }
      expect([ana, ben].flatMap((p) => p.faults)).toEqual([]);
    },
    2 * enough,
  );
});
