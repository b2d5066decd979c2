/**
 * A real evening: fifteen people, each on a phone of their own, over HTTPS, and two without a device. From
 * the founding to the minutes: a meeting called by signatures with its notice, held in two halls and on the
 * net, a board, speakers, one vote counted in three parts where two tellers differ, one sealed on devices
 * with two cards of codes, a phone without a network, two lost keys, one that came back by members in three
 * days and one by tellers at the door; and whoever wants verifies the record on their own machine.
 */
import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { CHROMIUM, type Phone, soon, type Stage, stage } from "./browser.ts";
import * as hands from "./hands.ts";
import { story } from "../run/story.ts";

const { fresh, press, send, shot } = hands;
const enough = 60_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Whose phones lose the network, and keep a shell against that; the others' browsers do without. */
const BAD_NETWORK = ["Ana", "Lea", "Oto"];
const NAMES = "Ana Bo Cleo Dan Eva Filip Gina Hugo Ines Jan Kim Lea Mo Nina Oto".split(" ");

describe.skipIf(!CHROMIUM)("a real evening", () => {
  const step = story();
  /** The evening is now; what comes before it happened three days ago. */
  let ahead = -101 * HOUR;
  let house: Stage;
  const phones = new Map<string, Phone>();
  const of = (name: string) => phones.get(name) as Phone;
  const page = (name: string): Page => of(name).page;
  const everyone = (work: (phone: Phone, name: string) => Promise<unknown>, names = NAMES) =>
    Promise.all(names.map((name) => work(of(name), name)));
  const cards = new Map<string, string[]>();
  let [base, call, yard, attic] = ["", "", "", ""];

  beforeAll(async () => {
    expect(NAMES).toHaveLength(15);
    house = await stage({ https: true, now: () => Date.now() + ahead });
    await Promise.all(
      NAMES.map(async (name) => phones.set(name, await house.phone({ plain: !BAD_NETWORK.includes(name) }))),
    );
  }, 180_000);
  afterAll(() => house?.close(), enough);

  /** Two tellers, each on their own phone, state what they counted where they sit. */
  const bothCount = (first: string, second: string, at: string, counts: Readonly<Record<string, string>>) =>
    everyone(
      async (teller) => {
        await teller.page.goto(at);
        await hands.tally(teller, counts);
      },
      [first, second],
    );

  step(
    "Ana founds a house; fourteen come in by links, each phone with keys of its own",
    async () => {
      expect(house.url).toMatch(/^https:\/\/hall\.test:/);
      ({ base } = await hands.found(of("Ana"), house.url, { name: "House on Mill Street", founder: "Ana" }));
      expect(await page("Ana").evaluate(() => [isSecureContext, location.protocol])).toEqual([true, "https:"]);
      const [forBo = "", ...links] = await hands.invites(of("Ana"), base, "founder", 8);
      await hands.join(of("Bo"), forBo, "Bo");
      links.push(...(await hands.invites(of("Bo"), base, "founder", 6)));
      // Three at a time come through the door.
      const queue = NAMES.slice(2).map((name, n) => ({ name, link: links[n] as string }));
      const door = async () => {
        for (let next = queue.shift(); next; next = queue.shift())
          await hands.join(of(next.name), next.link, next.name, `invites you to found this group together`);
      };
      await Promise.all([door(), door(), door()]);
    },
    6 * enough,
  );

  step(
    "Old Emil and Rosa have no device: one makes the card, another and a third confirm it",
    async () => {
      for (const [holder, first, second] of [
        ["Old Emil", "Bo", "Cleo"],
        ["Rosa", "Cleo", "Bo"],
      ] as const) {
        cards.set(holder, await hands.makeCard(of(first), base, holder));
        await page(second).goto(base);
        await page(second).getByText("Confirm a new person’s card that another member made").click();
        await page(second).waitForURL(/\/members$/);
        await fresh(page(second), () => send(page(second), "cosign"));
        await soon(() => page(second).textContent(".ledger")).toContain(holder);
        // A third says that they know the holder: before that the card signs no list.
        await page("Dan").goto(`${base}/members`);
        await fresh(page("Dan"), () => send(page("Dan"), "card.confirm"));
      }
    },
    2 * enough,
  );

  step(
    "the list is closed, and seventeen sign it: two of them by card, which two others enter",
    async () => {
      await hands.closeList(of("Ana"), base);
      for (const [holder, first, second] of [
        ["Old Emil", "Bo", "Cleo"],
        ["Rosa", "Cleo", "Bo"],
      ] as const)
        await hands.signListByCard(of(first), of(second), base, holder, cards.get(holder)?.shift() ?? "");
      await everyone((phone) => hands.signList(phone, base));
      await page("Ana").goto(`${base}/founders`);
      await soon(() => page("Ana").textContent("main")).toContain("17 of 17 have signed. The group is adopted.");
    },
    2 * enough,
  );

  step(
    "Kim has lost phone and sheet; Dan and Eva, who know her, stand for her new phone",
    async () => {
      phones.set("Kim’s old phone", of("Kim"));
      phones.set("Kim", await house.phone());
      const kim = page("Kim");
      const link = await hands.lostAll(of("Kim"), base);
      await kim.getByRole("button", { name: "It is confirmed: go in" }).click();
      await kim.getByText("Nobody has signed for these keys yet").waitFor();
      await hands.askFor(of("Dan"), link, "Kim");
      await page("Dan").locator(".ledger").getByText("waits for a second").waitFor();
      await hands.standFor(of("Eva"), `${base}/new-keys`, "Kim");
      await shot(page("Eva"), "evening-new-keys");
      // Three days in which whoever holds the old phone could object.
      await page("Kim’s old phone").goto(`${base}/keys`);
      await page("Kim’s old phone").getByRole("button", { name: "That is not me" }).waitFor();
      await shot(page("Kim’s old phone"), "evening-not-me");
      await kim.getByRole("button", { name: "It is confirmed: go in" }).click();
      await kim.getByText("Confirmed. The new keys come in on").waitFor();
    },
    2 * enough,
  );

  step(
    "a meeting is called by three, in two halls, with its notice and two motions",
    async () => {
      const motions = ["We repair the roof", "Gina’s cousin does the work"];
      await hands.move(of("Dan"), base, motions[0] as string);
      await hands.move(of("Eva"), base, motions[1] as string);
      const ana = page("Ana");
      await ana.goto(`${base}/meetings/new`);
      await ana.fill("#field-title", "General meeting");
      await ana.fill("#field-reason", "It rains in.");
      await ana.locator("#field-halls").evaluate((f) => f.closest("details")?.setAttribute("open", ""));
      await ana.fill("#field-halls", "yard, attic");
      await send(ana, "meeting.call");
      await ana.waitForURL(/\/meetings\/[0-9a-f]{64}$/);
      call = ana.url();
      for (const name of ["Bo", "Gina"]) {
        await page(name).goto(call);
        await fresh(page(name), () => send(page(name), "meeting.sign"));
      }
      await soon(() => page("Gina").textContent("main")).toContain("Signed by 3 of 3");
      for (const title of motions) {
        await ana.goto(call);
        if (!(await ana.locator("#item-title").isVisible())) await ana.locator("#add-item > summary").click();
        await ana.fill("#item-title", title);
        await ana.locator("#item-motion").selectOption({ label: title });
        await fresh(ana, () => send(ana, "meeting.item"));
      }
      await soon(() => ana.textContent(".agenda")).toMatch(/We repair the roof.*Gina’s cousin.*Any other business/s);
      const starts = Date.parse((await ana.locator(".lead time").getAttribute("datetime")) as string);
      // Three days go by.
      ahead = starts + 60_000 - Date.now();
      expect(ahead).toBeLessThan(0);
    },
    2 * enough,
  );

  step(
    "Kim is back; her old phone signs nothing more, and may still object",
    async () => {
      await page("Kim").getByRole("button", { name: "It is confirmed: go in" }).click();
      await page("Kim").getByText("You are Kim").waitFor();
      const old = page("Kim’s old phone");
      await old.goto(`${base}/me`);
      await old.getByText("Change my name").first().click();
      // It is told so before anything is typed: there is no form to fill in for nothing.
      await old.getByText("(rule K-2)").first().waitFor();
      expect(await old.locator('form[data-act="rename"]').count()).toBe(0);
      await old.goto(base);
      await old.getByText("This device has ended").waitFor();
      await old.goto(`${base}/keys`);
      await old.getByRole("button", { name: "That is not me" }).waitFor();
    },
    enough,
  );

  step(
    "the yard opens, nine sign that they are there, and five stand behind its board and tellers; then the attic opens, and three take part from outside",
    async () => {
      const ana = page("Ana");
      await ana.goto(call);
      await ana.locator('select[name="hall"]').selectOption("yard");
      await hands.chooseTellers(ana, ["Bo", "Cleo"]);
      await send(ana, "sitting.open");
      await ana.waitForURL(/\/sittings\/[0-9a-f]{64}$/);
      yard = ana.url();
      await everyone(
        async ({ page: p }) => {
          await p.goto(yard);
          await fresh(p, () => send(p, "sitting.here"));
        },
        ["Ana", "Bo", "Cleo", "Dan", "Eva", "Filip", "Gina", "Hugo", "Mo"],
      );
      const bo = page("Bo");
      await bo.goto(`${yard}/put?what=board`);
      await bo.locator('select[name="subject.procedure.chair"]').selectOption({ label: "Filip" });
      await bo.locator('select[name="subject.procedure.secretary"]').selectOption({ label: "Eva" });
      await bo.locator("#board-teller-1").selectOption({ label: "Bo" });
      await bo.locator("#board-teller-2").selectOption({ label: "Cleo" });
      await bo.fill("#reason-board", "Filip keeps to the clock.");
      await send(bo, "move");
      await bo.waitForURL(yard);
      await ana.getByText("Filip keeps to the clock.").first().waitFor();
      // Kim, whose keys are new, elects nobody with them (K-12).
      for (const name of ["Dan", "Eva", "Gina", "Hugo"]) {
        await page(name).goto(yard);
        await fresh(page(name), () => send(page(name), "second", '[data-live="procedure"]'));
      }
      await ana.goto(yard);
      await ana.getByText("elected by those present").first().waitFor();

      const gina = page("Gina");
      await gina.goto(call);
      await hands.chooseTellers(gina, ["Hugo", "Ines"]);
      await send(gina, "sitting.open");
      await gina.waitForURL(/\/sittings\/[0-9a-f]{64}$/);
      attic = gina.url();
      await gina.getByText("The agenda and the list of speakers are led in another hall").waitFor();
      await everyone(({ page: p }) => p.goto(attic), ["Hugo", "Ines", "Jan", "Lea"]);
      await everyone(({ page: p }) => p.goto(yard), ["Cleo", "Dan", "Eva", "Filip", "Kim"]);
      await everyone(
        async ({ page: p }) => {
          await p.goto(yard);
          await p.locator("#go-remote > summary").click();
          await fresh(p, () => send(p, "sitting.remote"));
        },
        ["Mo", "Nina", "Oto"],
      );
      await soon(() => page("Filip").textContent('[data-live="presence"]')).toContain(
        "3 members take part from outside",
      );
    },
    3 * enough,
  );

  step(
    "the floor goes round: to Jan in the attic, and to Old Emil, for whom the chair asked",
    async () => {
      const [filip, jan] = [page("Filip"), page("Jan")];
      await press(filip, "Open: We repair the roof");
      await of("Lea").context.setOffline(true);
      await jan.locator("h2", { hasText: "We repair the roof" }).first().waitFor();
      await fresh(jan, () => send(jan, "floor.ask"));
      await filip.getByRole("button", { name: "Give the floor to Jan" }).waitFor();
      await filip.locator("#floor-ask-for > summary").click();
      await filip.locator("#floor-ask-for-whom").selectOption({ label: "Old Emil" });
      await shot(filip, "evening-floor");
      await press(filip, "Put on the list");
      await press(filip, "Give the floor to Jan");
      await jan.getByRole("button", { name: "I have finished" }).waitFor();
      await press(jan, "I have finished");
      await filip.getByRole("button", { name: "Give the floor to Old Emil" }).waitFor();
      await press(filip, "Give the floor to Old Emil");
      await soon(() => page("Kim").textContent(".speaking")).toContain("Old Emil");
      await press(filip, "End this speech");
    },
    2 * enough,
  );

  step(
    "one vote in two halls and on the net; the attic’s tellers differ, and it stands all the same",
    async () => {
      const filip = page("Filip");
      await filip.locator('[data-live="now"] form[data-act="vote.open"] select[name="mode"]').selectOption("mixed");
      await fresh(filip, () => send(filip, "vote.open", '[data-live="now"]'));
      // Lea's phone lost the network before all this, and catches up by itself.
      await of("Lea").context.setOffline(false);
      await page("Lea").getByText("You are counted in the hall").first().waitFor();
      const cast = async (name: string, choice: string) => {
        await page(name).locator(`form[data-act="vote.cast"] input[value="${choice}"]`).check();
        await send(page(name), "vote.cast");
      };
      await everyone((_, name) => fresh(page(name), () => cast(name, "for")), ["Mo", "Nina"]);
      // Oto's phone loses it in the middle of voting: what was signed waits there, and arrives once.
      await page("Oto").locator('form[data-act="vote.cast"] input[value="against"]').waitFor();
      await of("Oto").context.setOffline(true);
      await cast("Oto", "against");
      await page("Oto").getByText("It is signed and kept on this device").waitFor();
      await of("Oto").context.setOffline(false);
      await page("Oto").goto(yard);
      await page("Oto").getByText("One thing you signed has not arrived").waitFor();
      await press(page("Oto"), "Send again");
      await page("Oto").getByText("Your position is entered").first().waitFor();

      ahead += MINUTE;
      await fresh(filip, () => send(filip, "vote.close"));
      const inAttic = async (name: string, yes: number, no: number) => {
        await page(name).goto(attic);
        await hands.tally(of(name), hands.figures(yes, no, 0, 1, 6));
      };
      await Promise.all([
        bothCount("Bo", "Cleo", yard, hands.figures(5, 2, 0, 1, 8)),
        inAttic("Hugo", 4, 1),
        inAttic("Ines", 3, 2),
      ]);
      await everyone((teller) => hands.openSeals(teller, /For2.*Against1/s), ["Bo", "Cleo"]);
      await page("Ines").getByText("The tellers counted differently").first().waitFor();
      await shot(page("Ines"), "evening-differ");
      await filip.locator('form[data-act="result"]').waitFor();
      await fresh(filip, () => send(filip, "result"));
      // 11 for by one count, 10 by the other: the lower one is declared.
      await soon(() => filip.textContent(".result")).toMatch(/17 of 17 present: 10 for, 5 against/);
      await shot(filip, "evening-result");
      await press(filip, "Close this item");
    },
    3 * enough,
  );

  step(
    "Lea’s phone is gone; two tellers at the door know her, and she reads and speaks at once",
    async () => {
      const lea = await house.phone();
      await of("Lea").context.close();
      phones.set("Lea", lea);
      const link = await hands.lostAll(lea, base);
      await hands.askFor(of("Bo"), link, "Lea", `${yard}/door`);
      await shot(page("Bo"), "evening-door");
      await hands.standFor(of("Cleo"), `${yard}/door`, "Lea");
      // A newcomer without a device: two elected tellers make the card, a third says that he is there.
      expect(new Set(await hands.makeCard(of("Bo"), base, "Uncle Max")).size).toBe(20);
      await page("Cleo").goto(`${base}/members`);
      await fresh(page("Cleo"), () => send(page("Cleo"), "cosign"));
      await page("Eva").goto(`${base}/members`);
      await fresh(page("Eva"), () => send(page("Eva"), "card.confirm"));
      await soon(() => page("Eva").textContent("main")).toContain("their card was confirmed by");
      await lea.page.getByRole("button", { name: "It is confirmed: go in" }).click();
      await lea.page.getByText("You are Lea").waitFor();
    },
    2 * enough,
  );

  step(
    "thirteen vote sealed on their phones, and the tellers enter two cards and one with new keys, each confirmed by the other",
    async () => {
      const filip = page("Filip");
      await press(filip, "Open: Gina’s cousin does the work");
      await filip.locator('[data-live="now"] form[data-act="vote.open"] select[name="mode"]').selectOption("count");
      await fresh(filip, () => send(filip, "vote.open", '[data-live="now"]'));
      await everyone(({ page: p }) => p.goto(yard), ["Bo", "Cleo", "Eva", "Lea"]);
      const onPhones = NAMES.filter((name) => name !== "Lea" && name !== "Kim");
      // Pages that were open show it by themselves.
      await everyone(async ({ page: p }, name) => {
        const choice = NAMES.indexOf(name) < 9 ? "for" : NAMES.indexOf(name) < 13 ? "against" : "taking-part";
        await p.locator(`form[data-act="vote.cast"] input[value="${choice}"]`).check();
        await fresh(p, () => send(p, "vote.cast"));
        await p.getByText("Your position is entered").first().waitFor();
      }, onPhones);
      // Whose keys are new signs that she is there and stands before the tellers: for so long the keys themselves cast
      // nothing. Lea's came in at this door and are held for three days.
      await page("Kim").goto(yard);
      if (await page("Kim").locator('form[data-act="sitting.here"]').count())
        await fresh(page("Kim"), () => send(page("Kim"), "sitting.here"));
      await page("Bo").goto(yard);
      await fresh(page("Bo"), () => hands.enterCard(of("Bo"), "Kim", "", "against"));
      await hands.confirmCard(of("Cleo"), "Kim");
      await hands.enterCard(of("Bo"), "Old Emil", "ABCD EFGH JKMN PQRS", "for");
      await page("Bo").getByText("(rule V-32)").first().waitFor();
      const [emils = ""] = cards.get("Old Emil") ?? [];
      await fresh(page("Bo"), () => hands.enterCard(of("Bo"), "Old Emil", emils, "for"));
      await page("Bo").getByText("You have signed this. Another member must confirm it.").waitFor();
      await shot(page("Cleo"), "evening-card");
      await hands.confirmCard(of("Cleo"), "Old Emil");
      const rosas = cards.get("Rosa")?.[3] ?? "";
      await fresh(page("Cleo"), () => hands.enterCard(of("Cleo"), "Rosa", rosas, "against"));
      await hands.confirmCard(of("Bo"), "Rosa");
      // Nobody can be entered twice: neither is on the list any more.
      await soon(() => page("Bo").locator('form[data-act="vote.card"]').count()).toBe(0);

      ahead += MINUTE;
      await fresh(filip, () => send(filip, "vote.close"));
      await everyone((teller) => hands.openSeals(teller, /For10.*Against4/s, yard), ["Bo", "Cleo"]);
      await filip.locator('form[data-act="result"]').waitFor();
      await fresh(filip, () => send(filip, "result"));
      await soon(() => filip.textContent(".result")).toMatch(/16 of 17: 10 for, 4 against, 2 opposed/);
      await filip.locator(".vote-box a").first().click();
      await filip.getByText("3 of them entered by two tellers").waitFor();
      // His phone finds his number by itself in the one list that both tellers' phones made.
      await filip.getByText(/List of numbers by (Bo, Cleo|Cleo, Bo)/).waitFor();
      await filip.getByText("Your number stands with your position. Nothing is missing.").waitFor();
      await shot(filip, "evening-list");
      // And Home doesn't ask him for it any more.
      await filip.goto(base);
      await soon(() => filip.locator("[data-look]").count()).toBe(0);
    },
    3 * enough,
  );

  step(
    "any other business, the end, and minutes that wrote themselves",
    async () => {
      const [filip, gina] = [page("Filip"), page("Gina")];
      await filip.goto(yard);
      await press(filip, "Close this item");
      await press(filip, "Open any other business");
      await press(filip, "Close this item");
      await gina.goto(attic);
      await hands.closeSitting(of("Gina"));
      await hands.closeSitting(of("Filip"));
      const said = async () => (await filip.textContent("main")) ?? "";
      for (const words of [
        "17 of 17 present: 10 for, 5 against",
        "The tellers’ counts differed",
        "Item: Gina’s cousin does the work",
        "Item: Any other business",
      ])
        await soon(said).toContain(words);
      expect(await said()).not.toContain("Old Emil has the floor");
      await shot(filip, "evening-minutes");
    },
    2 * enough,
  );

  step(
    "Jan takes the record home and verifies it there",
    async () => {
      const jan = page("Jan");
      await jan.goto(`${base}/record`);
      const saving = jan.waitForEvent("download");
      await jan.locator('a[href$="/export"]').click();
      const file = await (await saving).path();
      const run = execFileSync(process.execPath, ["bin/nabat.mjs", "verify", file, "--json"], {
        cwd: new URL("../..", import.meta.url),
        encoding: "utf8",
      });
      const facts = new URL(base).pathname.replace("/b/", "/api/bodies/");
      const size = await jan.evaluate(async (at) => ((await (await fetch(at)).json()) as { size: number }).size, facts);
      expect(JSON.parse(run)).toMatchObject({ ok: true, recomputed: true, entries: size, practice: false });
    },
    enough,
  );

  step("no script failed and nothing broke the policy on any phone", () => {
    expect([...phones.values()].flatMap((p) => p.faults)).toEqual([]);
  });
});
