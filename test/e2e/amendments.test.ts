/**
 * Amendments on three phones: one is put in the page and taken in by the mover; two that touch the same
 * paragraph are put and seconded; at a sitting, where all agree to decide at once, the first is voted on
 * before the motion and carried, the other falls; the motion is carried with both changes, and the record is recomputed.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { run } from "../../packages/cli/src/main.ts";
import { CHROMIUM, type Phone, soon, type Stage, stage } from "./browser.ts";
import * as hands from "./hands.ts";
import { story } from "../run/story.ts";

const { fresh, send, shot } = hands;
const enough = 60_000;
const MINUTE = 60_000;
const TEXT = "We repair the roof.\n\nWe ask three firms.\n\nThe fund pays.";

describe.skipIf(!CHROMIUM)("amendments", () => {
  const step = story();
  let house: Stage;
  let ana: Phone;
  let bo: Phone;
  let cleo: Phone;
  let base = "";
  let motion = "";
  let five = "";
  let four = "";
  /** The server's clock goes ahead of this machine's where people would wait a minute. */
  let ahead = 0;

  beforeAll(async () => {
    house = await stage({ now: () => Date.now() + ahead });
    [ana, bo, cleo] = await Promise.all([house.phone(), house.phone(), house.phone()]);
  }, 4 * enough);
  afterAll(async () => {
    await house?.close();
  }, enough);

  /** All agree; Ana calls a vote by hands, closes it, both tellers count alike, she declares it. */
  async function decide(on: string, counts: Readonly<Record<string, string>>): Promise<void> {
    const { page } = ana;
    await hands.agreeAll([ana, bo, cleo], on);
    ahead += MINUTE;
    const vote = await hands.callAtSitting(ana, on, "hands");
    await fresh(page, () => send(page, "vote.close"));
    for (const teller of [bo, cleo]) {
      await teller.page.goto(vote);
      await hands.tally(teller, counts);
    }
    await page.goto(vote);
    await fresh(page, () => send(page, "result"));
    await page.locator(".result .outcome").waitFor();
  }

  /** Puts an amendment in the page: the place by its links, then the words. */
  async function amend(
    { page }: Phone,
    open: (page: Page) => Promise<void>,
    words: string,
    title: string,
  ): Promise<string> {
    await page.goto(motion);
    await page.getByRole("link", { name: "Put an amendment" }).click();
    await page.waitForURL(/\/amend$/);
    await open(page);
    await page.fill("#field-text", words);
    await page.fill("#field-title", title);
    await send(page, "move");
    await page.waitForURL((url) => /\/motions\/[0-9a-f]{64}$/.test(url.pathname) && url.href !== motion);
    return page.url();
  }

  step(
    "three found a house and adopt it",
    async () => {
      ({ base } = await hands.found(ana, house.url, { name: "Roof house", founder: "Ana" }));
      await hands.join(bo, await hands.invite(ana, base, "founder"), "Bo");
      await hands.join(cleo, await hands.invite(ana, base, "founder"), "Cleo");
      await hands.foundTogether([ana, bo, cleo], base);
      await hands.openSitting(ana, base, "First sitting", ["Bo", "Cleo"]);
    },
    4 * enough,
  );

  step(
    "Bo puts new words in the page; Ana, who moved it, takes them in without a vote",
    async () => {
      const { page } = ana;
      await page.goto(`${base}/motions/new`);
      await page.fill("#field-title", "The roof");
      await page.fill("#field-text", TEXT);
      await send(page, "move");
      await page.waitForURL(/\/motions\/[0-9a-f]{64}$/);
      motion = page.url();
      const put = await amend(
        bo,
        async (p) => {
          await shot(p, "amend-place");
          await p.getByRole("link", { name: "Insert after paragraph 3" }).click();
          await p.waitForURL(/what=insert&after=3/);
          await shot(p, "amend-insert");
        },
        "It is done by May.",
        "A date",
      );
      await shot(bo.page, "amendment");
      await soon(() => bo.page.innerText(".diff ins")).toContain("It is done by May.");
      // Nobody but the mover is offered to take it in.
      expect(await bo.page.locator('form[data-act="accept"]').count()).toBe(0);
      await page.goto(base);
      await page.getByText("Amendments to your motion wait").waitFor();
      await page.goto(put);
      await fresh(page, () => send(page, "accept"));
      await page.getByText("taken in").first().waitFor();
      await page.goto(motion);
      await soon(() => page.innerText(".sheet")).toBe(`${TEXT}\n\nIt is done by May.`);
    },
    enough,
  );

  step(
    "two change the same paragraph; the page says so on both, and what is seconded comes first",
    async () => {
      const change = async (p: Page) => {
        await p.getByRole("link", { name: "Change paragraph 2" }).click();
        await p.waitForURL(/what=replace&from=2&to=2/);
        await soon(() => p.inputValue("#field-text")).toBe("We ask three firms.");
      };
      five = await amend(bo, change, "We ask five firms.", "Five firms");
      four = await amend(cleo, change, "We ask four firms, two of them from here.", "Four firms");
      await soon(() => cleo.page.innerText("main")).toContain("Others at the same place");
      await cleo.page.goto(five);
      await fresh(cleo.page, () => send(cleo.page, "second"));
      await cleo.page.getByText("it is voted on before the motion").first().waitFor();
      // The motion itself can't be voted on now, though all agree, and the page says what comes first.
      await hands.agreeAll([ana, bo, cleo], motion);
      ahead += MINUTE;
      await ana.page.goto(motion);
      await soon(() => ana.page.innerText("#amendments")).toMatch(/Five firms.*before the motion.*Four firms/s);
      await shot(ana.page, "motion-amended");
      expect(await ana.page.locator('form[data-act="vote.open"]').count()).toBe(0);
    },
    enough,
  );

  step(
    "carried at the sitting, it is in the text; the other falls; the motion is carried as it stands",
    async () => {
      await decide(five, hands.figures(2, 0, 0, 1, 3));
      await soon(() => ana.page.innerText(".result .outcome")).toBe("The amendment is carried.");
      await cleo.page.goto(four);
      await cleo.page.getByText("another amendment changed the same place first").waitFor();
      await shot(cleo.page, "amendment-fallen");
      await ana.page.goto(motion);
      const now = "We repair the roof.\n\nWe ask five firms.\n\nThe fund pays.\n\nIt is done by May.";
      await soon(() => ana.page.innerText(".sheet")).toBe(now);
      await decide(motion, hands.figures(3, 0, 0, 0, 3));
      await soon(() => ana.page.innerText(".result .outcome")).toBe("The motion is carried.");
      await ana.page.goto(motion);
      await soon(() => ana.page.innerText(".sheet")).toBe(now);
      await shot(ana.page, "motion-carried");
      for (const phone of [ana, bo, cleo]) expect(phone.faults).toEqual([]);
    },
    2 * enough,
  );

  step(
    "somebody who trusts nobody recomputes it from the exported record",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "nabat-amended-"));
      await ana.page.goto(`${base}/record`);
      const bytes = await ana.page.evaluate(async (body) => {
        const got = await fetch(`/api/bodies/${body}/export`);
        return [...new Uint8Array(await got.arrayBuffer())];
      }, base.split("/").at(-1));
      writeFileSync(join(folder, "house.tar"), Buffer.from(bytes));
      let said = "";
      const io = { out: (s: string) => (said += s), err: (s: string) => (said += s), env: {} };
      expect(await run(["verify", join(folder, "house.tar"), "--json"], io as never)).toBe(0);
      expect(JSON.parse(said)).toMatchObject({ ok: true });
      rmSync(folder, { recursive: true, force: true });
    },
    enough,
  );
});
