/**
 * A meeting: three phones adopt a house, call a meeting by signatures, hold it with a board of their
 * own, ask for the floor, end a debate, vote by hands with two tellers' phones, elect somebody, go
 * through any other business, close it, and the minutes are ready. Beside it the projector follows.
 */
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Seat } from "@nabat/exchange/client/mod.ts";
import type { Page } from "playwright-core";
import { CHROMIUM, type Phone, soon, type Stage, stage } from "./browser.ts";
import * as hands from "./hands.ts";
import { story } from "../run/story.ts";

const { fresh, keepSheet, send, SHOTS, shot } = hands;
const enough = 60_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

describe.skipIf(!CHROMIUM)("a meeting", () => {
  const step = story();
  let house: Stage;
  let ana: Phone;
  let bo: Phone;
  let cleo: Phone;
  let screen: Page;
  let base = "";
  /** The server's clock, beside this machine's: the notice of a meeting goes by in it. */
  let ahead = -25 * HOUR;
  let begins = 0;
  let call = "";
  let sitting = "";

  beforeAll(async () => {
    house = await stage({ now: () => Date.now() + ahead });
    [ana, bo, cleo] = await Promise.all([house.phone(), house.phone(), house.phone()]);
  }, 120_000);
  afterAll(async () => {
    await house?.close();
  }, enough);

  /** Six present, so many for, the others abstain. */
  const inFavour = (n: number) => hands.figures(n, 0, 0, 6 - n, 6);

  /** The chair closes the vote that is open, two count on their own phones, the chair declares. */
  async function countByHands(tellers: readonly [Phone, Phone], figures: Record<string, string>): Promise<void> {
    await fresh(ana.page, () => send(ana.page, "vote.close"));
    for (const teller of tellers) {
      await teller.page.goto(sitting);
      await hands.tally(teller, figures);
    }
    await ana.page.goto(sitting);
    await fresh(ana.page, () => send(ana.page, "result"));
  }

  step(
    "three found a house that asks for a day's notice, and adopt it",
    async () => {
      const { page } = ana;
      ({ base } = await hands.found(ana, house.url, {
        name: "House on Mill Street",
        founder: "Ana",
        rules: { "convene.noticeDays": "1", "convene.signatures": "2" },
      }));
      await hands.join(bo, await hands.invite(ana, base, "founder"), "Bo");
      await hands.join(cleo, await hands.invite(ana, base, "founder"), "Cleo");
      // Six, so that a call needs two signatures: never more than one in five (S-35).
      const seats: Seat[] = [];
      for (const name of ["Dan", "Eva", "Filip"])
        seats.push(await hands.joinElsewhere(house.url, await hands.invite(ana, base, "founder"), name));
      await hands.closeList(ana, base);
      const { closed } = (await seats[0]?.get<{ closed: { id: string } }>("founders")) ?? {};
      for (const seat of seats) await seat.act("list.sign", { list: closed?.id });
      for (const phone of [ana, bo, cleo]) await hands.signList(phone, base);
      await page.goto(base);
      await soon(() => page.textContent("main")).not.toContain("Not adopted yet");
    },
    4 * enough,
  );

  step(
    "Ana calls a meeting with its first items; it stands with the second signature",
    async () => {
      const { page } = ana;
      await page.goto(`${base}/meetings/new`);
      await page.fill("#field-title", "General meeting");
      await page.fill("#field-reason", "The door is broken, and nobody keeps the till.");
      // A day ahead and ten minutes to sign in, in the body's zone.
      begins = Math.ceil((Date.now() + ahead) / 1000) * 1000 + 24 * HOUR + 600_000;
      await page.locator('input[name="starts"]').evaluate((f, at) => {
        (f as HTMLInputElement).step = "1";
        (f as HTMLInputElement).value = new Date(at).toISOString().slice(0, 19);
      }, begins);
      await page.fill("#field--items", "What the door costs\nWho keeps the till");
      await shot(page, "call-new");
      await send(page, "meeting.call");
      await page.waitForURL(/\/meetings\/[0-9a-f]{64}$/);
      call = page.url();
      await soon(() => page.textContent("main")).toContain("Signed by 1 of 2");
      await soon(() => page.textContent(".agenda")).toMatch(
        /What the door costs.*Who keeps the till.*Any other business/s,
      );
      await bo.page.goto(base);
      await bo.page.getByText("Sign a call, if you want this meeting").waitFor();
      await bo.page.goto(call);
      await shot(bo.page, "call-sign");
      await fresh(bo.page, () => send(bo.page, "meeting.sign"));
      await soon(() => bo.page.textContent("main")).toContain("Signed by 2 of 2");
      await page.goto(`${call}/sheet`);
      await shot(page, "sheet");
    },
    2 * enough,
  );

  step(
    "Ana opens it, half sign that they are there, and those present elect a board and tellers of their own",
    async () => {
      const { page } = ana;
      // The day goes by.
      ahead = begins + 1000 - Date.now();
      await page.goto(call);
      await page.locator('select[name="tellers"]').nth(0).selectOption({ label: "Bo" });
      await page.locator('select[name="tellers"]').nth(1).selectOption({ label: "Cleo" });
      await shot(page, "call-open");
      await send(page, "sitting.open");
      await page.waitForURL(/\/sittings\/[0-9a-f]{64}$/);
      sitting = page.url();
      screen = await ana.context.newPage();
      await screen.setViewportSize({ width: 1280, height: 720 });
      await screen.goto(`${sitting}/projector`);
      for (const phone of [ana, bo, cleo]) {
        await phone.page.goto(sitting);
        await fresh(phone.page, () => send(phone.page, "sitting.here"));
      }
      await bo.page.goto(`${sitting}/put?what=board`);
      await bo.page.locator('select[name="subject.procedure.chair"]').selectOption({ label: "Ana" });
      await bo.page.locator('select[name="subject.procedure.secretary"]').selectOption({ label: "Dan" });
      await bo.page.locator("#board-teller-1").selectOption({ label: "Bo" });
      await bo.page.locator("#board-teller-2").selectOption({ label: "Cleo" });
      await bo.page.fill("#reason-board", "Ana knows how, and Dan writes well.");
      await shot(bo.page, "put-board");
      await send(bo.page, "move");
      await bo.page.waitForURL(sitting);
      // The page that stayed open shows it by itself.
      await page.getByText("Ana knows how, and Dan writes well.").first().waitFor();
      ahead += MINUTE;
      await page.goto(sitting);
      await fresh(page, () => send(page, "vote.open", '[data-live="procedure"]'));
      // Who put them counts, and who presides.
      await countByHands([bo, ana], inFavour(5));
      await page.getByText("elected by those present").first().waitFor();
    },
    3 * enough,
  );

  step(
    "the item before the house is on every phone and on the projector; the floor goes round",
    async () => {
      const { page } = ana;
      await fresh(page, () => page.getByRole("button", { name: "Open: What the door costs" }).click());
      await screen.locator("h1", { hasText: "What the door costs" }).waitFor();
      await soon(() => screen.locator("button, form, a").count()).toBe(0);
      await bo.page.goto(sitting);
      await cleo.page.goto(sitting);
      await fresh(bo.page, () => send(bo.page, "floor.ask"));
      await fresh(cleo.page, () => send(cleo.page, "floor.ask"));
      await soon(() => cleo.page.textContent("main")).toContain("You are number 2 on the list.");
      await page.getByRole("button", { name: "Give the floor to Bo" }).waitFor();
      // What is typed elsewhere on the page outlives what happens meanwhile.
      await page.locator("#put-overrule > summary").click();
      await page.fill("#reason-overrule", "half a sentence");
      await fresh(bo.page, () => send(bo.page, "floor.leave"));
      await page.getByRole("button", { name: "Give the floor to Cleo" }).waitFor();
      await soon(() => page.inputValue("#reason-overrule")).toBe("half a sentence");
      await page.fill("#reason-overrule", "");
      await fresh(page, () => page.getByRole("button", { name: "Give the floor to Cleo" }).click());
      await screen.getByText("Cleo").waitFor();
      await shot(page, "live-speaking");
      await screen.screenshot(SHOTS ? { path: `${SHOTS}/projector.png` } : {});
      await cleo.page.getByRole("button", { name: "I have finished" }).waitFor();
      await fresh(cleo.page, () => cleo.page.getByRole("button", { name: "I have finished" }).click());
    },
    3 * enough,
  );

  step(
    "a phone that lost the net comes back to where the meeting is",
    async () => {
      await bo.context.setOffline(true);
      await ana.page.goto(sitting);
      await fresh(ana.page, () => send(ana.page, "floor.ask"));
      await bo.context.setOffline(false);
      await bo.page.locator(".speakers", { hasText: "Ana" }).waitFor({ timeout: 20_000 });
      await fresh(ana.page, () => send(ana.page, "floor.leave"));
    },
    2 * enough,
  );

  step(
    "they go to the vote; tellers who differ are shown as differing",
    async () => {
      await cleo.page.goto(sitting);
      await cleo.page.locator("#put-proceed > summary").click();
      await cleo.page.fill("#reason-proceed", "We have said it all.");
      await fresh(cleo.page, () => send(cleo.page, "move", "#put-proceed"));
      await ana.page.getByText("We have said it all.").first().waitFor();
      ahead += MINUTE;
      await ana.page.goto(sitting);
      await fresh(ana.page, () => send(ana.page, "vote.open", '[data-live="procedure"]'));
      await screen.locator(".screen-vote", { hasText: "open" }).waitFor();
      await shot(ana.page, "live-vote-open");
      await fresh(ana.page, () => send(ana.page, "vote.close"));
      await bo.page.goto(sitting);
      await shot(bo.page, "live-teller");
      await hands.tally(bo, inFavour(5));
      await cleo.page.goto(sitting);
      expect(await cleo.page.textContent("main")).not.toContain("What each teller counted");
      await hands.tally(cleo, inFavour(4));
      await ana.page.goto(sitting);
      await ana.page.getByText("The tellers counted differently").first().waitFor();
      await shot(ana.page, "live-differ");
      await fresh(ana.page, () => send(ana.page, "result"));
      await ana.page.getByText("The debate is over: the vote is next.").waitFor();
      await screen.locator(".screen-outcome").waitFor();
      await screen.screenshot(SHOTS ? { path: `${SHOTS}/projector-result.png` } : {});
    },
    3 * enough,
  );

  step(
    "it can't be closed before any other business; then it can, and the minutes are ready",
    async () => {
      const { page } = ana;
      await page.goto(sitting);
      await soon(() => page.textContent('[data-live="end"]')).toContain("(rule\u00a0G-35)");
      for (const open of ["Open: Who keeps the till", "Open any other business"]) {
        await fresh(page, () => page.getByRole("button", { name: "Close this item" }).click());
        await fresh(page, () => page.getByRole("button", { name: open }).click());
      }
      await screen.locator("h1", { hasText: "Any other business" }).waitFor();
      await fresh(page, () => page.getByRole("button", { name: "Close this item" }).click());
      await hands.closeSitting(ana);
      const minutes = (await page.textContent("main")) ?? "";
      expect(minutes).toContain("6 of 6 present: 4 for, 0 against");
      expect(minutes).toContain("The tellers’ counts differed");
      expect(minutes).toContain("Item: Any other business");
      expect(minutes).not.toContain("Cleo has the floor");
      await page.getByRole("button", { name: "Print" }).waitFor();
      await shot(page, "minutes");
      if (SHOTS) await page.pdf({ path: `${SHOTS}/minutes.pdf` });
      await bo.page.goto(base);
      await shot(bo.page, "home-after");
    },
    3 * enough,
  );

  step(
    "an election: nominate, accept, and where no more stand than seats it says so",
    async () => {
      const { page } = ana;
      await page.goto(`${base}/elections/new`);
      await page.fill("#field-title", "Treasurer");
      await shot(page, "election-new");
      await send(page, "election.open");
      await page.waitForURL(/\/elections\/[0-9a-f]{64}$/);
      const election = page.url();
      await page.locator("#nominate > summary").click();
      await page.locator('#nominate select[name="candidate"]').selectOption({ label: "Bo" });
      await fresh(page, () => send(page, "nominate", "#nominate"));
      await bo.page.goto(election);
      await fresh(bo.page, () => send(bo.page, "nomination.accept"));
      await page.goto(election);
      await shot(page, "election");
      await soon(() => page.textContent("main")).toContain("uncontested");
    },
    2 * enough,
  );

  step(
    "Ana practises alone: invented members adopt, sign, second, vote on devices and count",
    async () => {
      const { page } = ana;
      await page.goto(`${base}/practise`);
      await page.getByRole("button", { name: "Make a rehearsal" }).click();
      await page.waitForURL(/\/invited\//);
      await page.fill('form[data-act="join"] input[name="name"]', "Ana");
      await send(page, "join");
      await keepSheet(page);
      await page.waitForURL(/\/keys$/);
      const there = page.url().replace(/\/keys$/, "");
      expect(there).not.toBe(base);
      const letThem = async () => {
        await page.goto(`${there}/practise`);
        await page.getByRole("button", { name: "Let them do what waits for them" }).click();
        await page.getByText(/They did/).waitFor({ timeout: 30_000 });
      };
      await letThem();
      await shot(page, "practise");
      // The signature that adopts is hers; then the others sign.
      await hands.signList(ana, there);
      await letThem();
      await page.goto(`${there}/meetings/new`);
      await page.fill("#field-title", "First try");
      await page.fill("#field-reason", "To see how it goes.");
      await page.fill("#field--items", "The first item");
      await send(page, "meeting.call");
      await page.waitForURL(/\/meetings\/[0-9a-f]{64}$/);
      const practised = page.url();
      await page.goto(`${there}/elections/new`);
      await page.fill("#field-title", "Treasurer");
      await send(page, "election.open");
      await page.waitForURL(/\/elections\/[0-9a-f]{64}$/);
      await page.locator("#nominate > summary").click();
      await page.locator('#nominate select[name="candidate"]').selectOption({ label: "Amal" });
      await fresh(page, () => send(page, "nominate", "#nominate"));
      await page.locator("#stand > summary").click();
      await fresh(page, () => send(page, "nominate", "#stand"));
      await page.goto(practised);
      await page.locator("#add-item > summary").click();
      await page.fill("#item-title", "Who keeps the till");
      await page.locator("#item-election").selectOption({ label: "Treasurer" });
      await fresh(page, () => send(page, "meeting.item"));
      await letThem();
      await page.getByRole("button", { name: "Let time pass" }).click();
      await page.waitForURL(/\/practise$/);
      await page.goto(practised);
      await page.locator('select[name="tellers"]').nth(0).selectOption({ label: "Bruno" });
      await page.locator('select[name="tellers"]').nth(1).selectOption({ label: "Emil" });
      await send(page, "sitting.open");
      await page.waitForURL(/\/sittings\/[0-9a-f]{64}$/);
      const at = page.url();
      const letTimePass = async () => {
        await page.goto(`${there}/practise`);
        await page.getByRole("button", { name: "Let time pass" }).click();
        await page.waitForURL(/\/practise$/);
        await page.goto(at);
      };
      // They sign that they are there, and stand behind the tellers whom Ana puts.
      await letThem();
      await page.goto(`${at}/put?what=board`);
      await page.locator('select[name="subject.procedure.chair"]').selectOption({ label: "Ana" });
      await page.locator("#board-teller-1").selectOption({ label: "Bruno" });
      await page.locator("#board-teller-2").selectOption({ label: "Emil" });
      await page.fill("#reason-board", "They can count.");
      await send(page, "move");
      await page.waitForURL(at);
      await letThem();
      await page.goto(at);
      await page.getByText("elected by those present").first().waitFor();
      await fresh(page, () => page.getByRole("button", { name: "Open: The first item" }).click());
      await page.locator("#put-proceed > summary").click();
      await page.fill("#reason-proceed", "Enough.");
      await fresh(page, () => send(page, "move", "#put-proceed"));
      await letTimePass();
      await page
        .locator('[data-live="procedure"] form[data-act="vote.open"] select[name="mode"]')
        .selectOption("hands");
      await fresh(page, () => send(page, "vote.open", '[data-live="procedure"]'));
      await fresh(page, () => send(page, "vote.close"));
      await letThem();
      await page.goto(at);
      await fresh(page, () => send(page, "result"));
      await page.getByText("The debate is over: the vote is next.").waitFor();
      await soon(() => page.textContent("main")).toContain("7 of 7 present: 6 for, 1 against");
      // Then an election, sealed on devices: Ana's ballot from her phone, the others' from theirs.
      await fresh(page, () => page.getByRole("button", { name: "Close this item" }).click());
      await fresh(page, () => page.getByRole("button", { name: "Open: Who keeps the till" }).click());
      await page.locator('[data-live="now"] form[data-act="vote.open"] select[name="mode"]').selectOption("count");
      await fresh(page, () => send(page, "vote.open", '[data-live="now"]'));
      await page.locator('input[name="choice"][value="c2"]').check();
      await shot(page, "ballot");
      await fresh(page, () => send(page, "vote.cast"));
      await letThem();
      await letTimePass();
      await fresh(page, () => send(page, "vote.close", '[data-live="now"]'));
      await letThem();
      await page.goto(at);
      await fresh(page, () => send(page, "result"));
      await page.getByText("Elected: Ana.").first().waitFor();
      await soon(() => page.textContent("main")).toContain("Amal 3, Ana 4");
      await page.goto(there);
      await soon(() => page.textContent("main")).toMatch(/Treasurer\s*Ana/);
    },
    4 * enough,
  );

  step("no script failed and nothing broke the policy", () => {
    expect([ana, bo, cleo].flatMap((p) => p.faults)).toEqual([]);
  });
});
