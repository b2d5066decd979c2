/**
 * Somebody with a file of papers and a phone: uploads it, sees who is elected and why, follows a paper,
 * sets two rules side by side and takes the stages along. Without script first, as the pages promise.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { CHROMIUM, soon, type Stage, stage } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where pictures of the pages go, for somebody to look at; nowhere unless asked. */
const SHOTS = process.env["NABAT_SHOTS"];

const WARD = `6 3
41 1 2 3 0
28 2 1 0
22 3 4 0
17 4 3 5 0
12 5=6 4 0
11 6 5 1 0
3 1 - 2 0
1 0
0
"Ana Okafor"
"Bernadette Llewellyn-Featherstonehaugh of Upper Market Street"
"Cy Marchetti"
"<b>Dia</b> & Raman"
"Emil Novák"
"Farida Haddad"
"Ward 7: three seats"
`;

describe.skipIf(!CHROMIUM)("counting in a browser", () => {
  let house: Stage;
  beforeAll(async () => {
    house = await stage();
  }, 240_000);
  afterAll(async () => {
    await house?.close();
  }, 240_000);

  async function open(
    options: { width?: number; script?: boolean; dark?: boolean; locale?: string } = {},
  ): Promise<Page> {
    const context = await house.browser.newContext({
      viewport: { width: options.width ?? 390, height: 844 },
      locale: options.locale ?? "en-GB",
      javaScriptEnabled: options.script ?? true,
      colorScheme: options.dark ? "dark" : "light",
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    return page;
  }
  const shot = async (page: Page, name: string) => {
    if (SHOTS) writeFileSync(join(SHOTS, `${name}.png`), await page.screenshot({ fullPage: true }));
  };
  const upload = async (page: Page, rule: string, text = WARD, name = "ward-7.blt") => {
    await page.goto(`${house.url}/count`);
    await page.setInputFiles("#field-file", { name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.check(`input[name="rule"][value="${rule}"]`);
  };
  const send = (page: Page) => page.locator('#count-form button[type="submit"]').click();
  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    return found.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
  }
  const sideways = (page: Page) =>
    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") as Promise<number>;

  it("uploads a file on a phone without script; outcome, stages, picture", async () => {
    const page = await open({ script: false });
    await upload(page, "scottish-stv");
    await send(page);
    await page.locator(".outcome").waitFor();
    await soon(() => page.locator(".outcome").textContent()).toMatch(/^Elected, in this order: Ana Okafor, /);
    await soon(() => page.locator("#words li").count()).toBeGreaterThan(3);
    await soon(() => page.locator("#table tbody tr").count()).toBe(6);
    const picture = await page.locator("svg.count-picture").boundingBox();
    expect(picture!.width).toBeGreaterThan(300);
    // A long name is cut in the picture where it must be, and whole in the table.
    await soon(() => page.locator("svg.count-picture tspan", { hasText: "Bernadette Llewellyn-Fea" }).count()).toBe(1);
    await soon(() => page.locator("#table th", { hasText: "Featherstonehaugh of Upper Market Street" }).count()).toBe(
      1,
    );
    await shot(page, "count-result-390");

    // A paper's own way, and a second rule, from the same papers.
    await page.fill("#field-trace", "3");
    await page.getByRole("button", { name: "Follow this paper" }).click();
    await page.getByRole("heading", { name: "Paper 3" }).waitFor();
    expect(page.url()).toContain("#way");
    await page.locator(".count-again > summary").click();
    await page.selectOption("#field-compare", "block");
    await send(page);
    await page.getByRole("heading", { name: "Two rules on the same papers" }).waitFor();
    await shot(page, "count-two-390");

    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Everything as JSON" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("count-scottish-stv.json");
    await page.context().close();
  }, 240_000);

  it("an unreadable file: line, sentence and rule; what was put in is still there", async () => {
    const page = await open();
    await upload(page, "irv", WARD.replace("22 3 4 0", "22 9 4 0"));
    await send(page);
    await page.getByText("Line 4: There is no candidate “9”. (rule T-1)").waitFor();
    await soon(() => page.inputValue("#field-papers")).toContain("22 9 4 0");
    await soon(() => page.isChecked('input[value="irv"]')).toBe(true);
    expect(await axe(page)).toEqual([]);
    await shot(page, "count-refused-390");
    await upload(page, "irv", "x".repeat(7_000_000), "big.blt");
    await send(page);
    await page.getByText("(rule T-3)").waitFor();
    await page.context().close();
  }, 240_000);

  it("axe-core finds nothing, and nothing runs off the page, at 390 and 1280", async () => {
    const paths: [string, string][] = [
      ["/count", "count"],
      ["/count/rules", "count-rules"],
      ["/count/rules/scottish-stv", "count-rule"],
      ["/count?example=capital", "count-capital"],
      ["/count?example=committee", "count-committee"],
      ["/count?example=majority-judgment", "count-mj"],
      ["/count?example=equal-shares", "count-shares"],
    ];
    for (const width of [390, 1280]) {
      const page = await open({ width });
      for (const [path, name] of paths) {
        await page.goto(house.url + path);
        expect([path, width, await axe(page)]).toEqual([path, width, []]);
        expect([path, await sideways(page)]).toEqual([path, 0]);
        await shot(page, `${name}-${width}`);
      }
      await page.context().close();
    }
  }, 240_000);

  it("dark, French, and on paper", async () => {
    const page = await open({ dark: true, locale: "fr-FR", width: 768 });
    await upload(page, "meek-stv");
    await send(page);
    await page.getByRole("heading", { name: "Chaque étape en image" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await shot(page, "count-dark-fr-768");
    if (SHOTS) {
      await page.emulateMedia({ media: "print", colorScheme: "light" });
      await shot(page, "count-print");
    }
    await page.emulateMedia({ media: "print" });
    await soon(() => page.locator("#count-form").isVisible()).toBe(false);
    await soon(() => page.locator("svg.count-picture").first().isVisible()).toBe(true);
    await page.context().close();
  }, 240_000);
});
