/**
 * Pages fit: a house with one member, looked at on a small phone in every language, by day and by
 * night. No page is wider than the screen, no button or field too small for a thumb, nothing too
 * faint to read; without script every page still answers and says what it is.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { CHROMIUM, type Phone, type Stage, stage } from "./browser.ts";

const enough = 240_000;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PLAIN = [
  "/",
  "/mine",
  "/found",
  "/found?existing=1",
  "/invited",
  "/example",
  "/copies",
  "/count",
  "/count/rules",
];
const PARTS = [
  "",
  "/motions",
  "/motions/new",
  "/decisions",
  "/meetings",
  "/meetings/new",
  "/sittings",
  "/elections",
  "/members",
  "/newcomers",
  "/sponsors",
  "/by-card",
  "/stay",
  "/invite",
  "/rules",
  "/rules/change",
  "/entries",
  "/record",
  "/chain",
  "/founders",
  "/accounts",
  "/keys",
  "/lost",
  "/new-keys",
  "/new-keys/ask",
  "/me",
  "/erase",
  "/leave",
  "/practise",
  "/nowhere",
];

/** What on this page doesn't fit a phone: wider than the screen, or too small for a thumb. */
function misfits(): string[] {
  const width = document.documentElement.clientWidth;
  const wide =
    document.documentElement.scrollWidth > width ? [`page ${document.documentElement.scrollWidth} > ${width}`] : [];
  const small = [...document.querySelectorAll("button, .btn, summary, select, textarea, input:not([type=hidden])")]
    .filter((e) => !e.matches("[type=radio], [type=checkbox]") || !e.closest("label"))
    .map((e) => ({ e, box: e.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0 && box.height < 43.5)
    .map(({ e, box }) => `${e.tagName} ${(e.textContent ?? "").trim().slice(0, 30)} ${Math.round(box.height)}`);
  return [...wide, ...small];
}

describe.skipIf(!CHROMIUM)("pages fit a phone", () => {
  let house: Stage;
  let ana: Phone;
  let base = "";

  beforeAll(async () => {
    house = await stage();
    ana = await house.phone();
    const { page } = ana;
    await page.goto(`${house.url}/found`);
    await page.fill("#field-name", "Wohnungsbaugenossenschaftsversammlung Donaudampfschifffahrtsstraße");
    await page.fill("#field-purpose", "To look after the house together");
    await page.fill("#field-founderName", "Ana");
    await page.locator('#found button[type="submit"]:not([data-no-sign])').click();
    await page.locator("dialog[open]").getByRole("button", { name: "Sign" }).click();
    await page.waitForSelector("ol.words li");
    await page.getByRole("button", { name: "I have them on paper" }).click();
    await page.waitForURL(/\/b\/[0-9a-f]{64}$/);
    base = new URL(page.url()).pathname;
  }, enough);
  afterAll(async () => {
    await house?.close();
  }, 30_000);

  const all = () => [...PLAIN, ...PARTS.map((part) => base + part)];
  const open = (page: Page, path: string, lang: string) =>
    page.goto(`${house.url}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, { waitUntil: "load" });

  it.each(["en", "fr"])(
    "none is wider than a small phone, nothing is too small for a thumb: %s",
    async (lang) => {
      const { page } = ana;
      await page.setViewportSize({ width: 360, height: 740 });
      for (const path of all()) {
        await open(page, path, lang);
        expect([path, await page.evaluate(misfits)]).toEqual([path, []]);
      }
    },
    enough,
  );

  it.each(["light", "dark"] as const)(
    "what can be read can be read by all: %s",
    async (colorScheme) => {
      const context = await house.browser.newContext({
        bypassCSP: true,
        colorScheme,
        viewport: { width: 390, height: 844 },
        storageState: await ana.context.storageState(),
      });
      const page = await context.newPage();
      for (const path of all()) {
        await open(page, path, "en");
        await page.evaluate(axe);
        const found = await page.evaluate(
          async (rules) => {
            const { axe: run } = globalThis as unknown as {
              axe: {
                run(what: Document, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
              };
            };
            return (await run.run(document, rules)).violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`);
          },
          // By night only the colours are others.
          { resultTypes: ["violations"], ...(colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {}) },
        );
        expect([path, found]).toEqual([path, []]);
      }
      await context.close();
    },
    enough,
  );

  it(
    "without script every page answers and says what it is",
    async () => {
      const context = await house.browser.newContext({
        javaScriptEnabled: false,
        storageState: await ana.context.storageState(),
      });
      const page = await context.newPage();
      for (const path of all()) {
        const answer = await open(page, path, "en");
        expect([path, answer?.status()]).toEqual([path, path.endsWith("/nowhere") ? 404 : 200]);
        expect([path, await page.locator("h1").count()]).toEqual([path, 1]);
      }
      await context.close();
    },
    enough,
  );
});
