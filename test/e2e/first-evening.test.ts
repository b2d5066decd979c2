/**
 * A first evening: Ana founds an assembly on her phone, Bo and Cleo join on theirs, all sign the
 * list of founders, three agree to decide at once and do so by name on their phones, say once more in secret
 * what they think, and Cleo has her own phone recompute everything. A real server, a real browser, three phones that share nothing.
 */
import { afterAll, beforeAll, describe, expect } from "vitest";
import { CHROMIUM, HALL, type Phone, soon, type Stage, stage } from "./browser.ts";
import * as hands from "./hands.ts";
import { story } from "../run/story.ts";

const { fresh, send } = hands;
const enough = 60_000;
const MINUTE = 60_000;

describe.skipIf(!CHROMIUM)("a first evening", () => {
  const step = story();
  let house: Stage;
  let ana: Phone;
  let bo: Phone;
  let cleo: Phone;
  let base = "";
  let sitting = "";
  let anasWords: string[] = [];
  /** The server's clock goes ahead of this machine's where people would wait a minute. */
  let ahead = 0;

  beforeAll(async () => {
    house = await stage({ now: () => Date.now() + ahead });
    [ana, bo, cleo] = await Promise.all([house.phone(), house.phone(), house.phone()]);
  }, 120_000);
  afterAll(async () => {
    await house?.close();
  }, enough);

  const invite = (as: string) => hands.invite(ana, base, as);
  const join = (phone: Phone, link: string, name: string, said = "Ana invites you to found this group together.") =>
    hands.join(phone, link, name, said);

  /** Moves a motion at the sitting and gives its address. */
  const move = (title: string) => hands.move(ana, base, title, sitting);

  /** A minute after it was put (B-12). */
  async function callVote(motion: string, mode: string): Promise<string> {
    ahead += MINUTE;
    return hands.callAtSitting(ana, motion, mode);
  }

  async function cast({ page }: Phone, vote: string, choice: string): Promise<void> {
    await page.goto(vote);
    await page.check(`input[name="choice"][value="${choice}"]`);
    await send(page, "vote.cast");
    await page.locator('[data-island="own-vote"]').waitFor();
  }

  step(
    "Ana founds an assembly that votes by name",
    async () => {
      const { page } = ana;
      await page.goto(`${house.url}/found`);
      await soon(() => page.inputValue('[name="statutes.zone"]')).toBe("Europe/Paris");
      const made = await hands.found(ana, house.url, {
        name: "House on Mill Street",
        founder: "Ana",
        rules: { "voting.mode": "name" },
      });
      expect(made.shown).toContain("7. No decision takes from a member");
      anasWords = made.words;
      expect(anasWords).toHaveLength(12);
      base = made.base;
      await soon(() => page.getAttribute("body", "data-standing")).toBe("member");
      await soon(() => page.textContent("main")).toContain("House on Mill Street");
    },
    enough,
  );

  step(
    "a stranger sees the name, and nothing of the members",
    async () => {
      const { page, context } = await house.phone();
      await page.goto(base);
      await soon(() => page.textContent("h1")).toContain("House on Mill Street");
      expect(await page.textContent("body")).not.toContain("Ana");
      await page.goto(`${base}/members`);
      expect(await page.textContent("body")).not.toContain("Ana");
      await context.close();
    },
    enough,
  );

  step(
    "two of Ana's words, typed back, make her sheet safe",
    async () => {
      const { page } = ana;
      await page.goto(`${base}/keys`);
      const fields = page.locator('[data-island="sheet"] input');
      await fields.first().waitFor();
      // A word of no list: the one that is asked for may be any of those.
      for (const field of await fields.all()) await field.fill("wrongly");
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByText("That is not the word on the sheet.").first().waitFor();
      for (const field of await fields.all()) {
        const place = Number((await field.getAttribute("id"))?.replace("word-", ""));
        await field.fill(` ${anasWords[place - 1]?.toUpperCase()} `);
      }
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByText("Good: your sheet holds.").waitFor();
    },
    enough,
  );

  step(
    "Bo and Cleo join as founders, each with a link of their own",
    async () => {
      const forBo = await invite("founder");
      const forCleo = await invite("founder");
      expect(new URL(forBo).hash.length).toBeGreaterThan(100);
      await join(bo, forBo, "Bo");
      await join(cleo, forCleo, "Cleo");
      const late = await house.phone();
      await late.page.goto(forBo);
      await late.page.getByText("It was used already").waitFor();
      await late.context.close();
    },
    2 * enough,
  );

  step(
    "they close the list of founders, and each signs it",
    async () => {
      const { page } = ana;
      await hands.foundTogether([ana, bo, cleo], base);
      await page.goto(base);
      await soon(() => page.textContent("main")).not.toContain("Not adopted yet");
      sitting = (await hands.openSitting(ana, base, "First sitting", ["Bo", "Cleo"])).split("/").at(-1) as string;
    },
    2 * enough,
  );

  step(
    "three agree to decide at once, vote by name on their own phones, and a page that stays open shows it",
    async () => {
      const motion = await move("A new front door");
      await hands.agreeAll([ana, bo, cleo], motion);
      const vote = await callVote(motion, "name");
      const hall = await ana.context.newPage();
      await hall.goto(vote);
      await cast(ana, vote, "for");
      await cast(bo, vote, "for");
      await cast(cleo, vote, "taking-part");
      await hall
        .getByText(/3 of 3/)
        .first()
        .waitFor();
      await hall.close();
      await cleo.page.locator('[data-island="own-vote"] summary').click();
      await soon(() => cleo.page.textContent('[data-island="own-vote"]')).toContain("Opposed, yet taking part");
      ahead += MINUTE;
      await ana.page.goto(vote);
      await send(ana.page, "vote.close");
      await ana.page.locator('form[data-act="result"]').waitFor();
      await send(ana.page, "result");
      await ana.page.locator(".result .outcome").waitFor();
      const said = (await ana.page.textContent(".result")) ?? "";
      expect(said).toMatch(/2 for/);
      expect(said).toMatch(/1 opposed, yet taking part/);
      // By name: each position with its person.
      await soon(() => ana.page.textContent("main")).toContain("Cleo");
    },
    2 * enough,
  );

  step(
    "where one asks for it, the vote is secret: sealed to the tellers, counted on their phones; not called ahead, it is an opinion",
    async () => {
      const motion = await move("Ana's cousin repairs the roof");
      await cleo.page.goto(motion);
      await cleo.page.locator('details:has(form[data-act="ask.secret"]) summary').click();
      await send(cleo.page, "ask.secret");
      await cleo.page.locator('form[data-act="ask.secret"]').waitFor({ state: "detached" });
      const vote = await callVote(motion, "count");
      await cast(ana, vote, "for");
      await cast(bo, vote, "against");
      await cast(cleo, vote, "against");
      ahead += MINUTE;
      await ana.page.goto(vote);
      await send(ana.page, "vote.close");
      await ana.page.getByText("closed, result not yet declared").waitFor();
      for (const teller of [bo, cleo]) {
        await teller.page.goto(vote);
        await hands.openSeals(teller, /For1.*Against2/s);
      }
      await bo.page.goto(vote);
      await send(bo.page, "result");
      await bo.page.locator(".result .outcome").waitFor();
      await soon(() => bo.page.textContent(".result .outcome")).toContain(
        "An opinion: those who voted are against it.",
      );
    },
    3 * enough,
  );

  step(
    "what was typed outlives a reload, and what was signed outlives a lost network",
    async () => {
      const { page, context } = bo;
      await page.goto(`${base}/motions/new`);
      const title = "A bench in the yard";
      await page.fill('form[data-act="move"] input[name="title"]', title);
      await page.fill('form[data-act="move"] textarea[name="text"]', "Under the lime tree.");
      await page.reload();
      await soon(() => page.inputValue('form[data-act="move"] input[name="title"]')).toBe(title);
      await context.setOffline(true);
      await send(page, "move");
      await page.getByText("It is signed and kept on this device").waitFor();
      await context.setOffline(false);
      await page.goto(base);
      await page.getByText("One thing you signed has not arrived").waitFor();
      await page.getByRole("button", { name: "Send again" }).click();
      await page.waitForURL(/\/motions\/[0-9a-f]{64}$/);
      await soon(() => page.textContent("h1")).toContain(title);
    },
    2 * enough,
  );

  step(
    "a second device comes in by a code, and Ana comes back with her words alone",
    async () => {
      const tablet = await house.phone();
      await tablet.page.goto(`${base}/keys`);
      await tablet.page.getByText("This is the new device").click();
      const code = await tablet.page.inputValue("#own-code");
      await bo.page.goto(`${base}/keys`);
      await bo.page.locator('[data-island="device"] summary').click();
      await bo.page.fill("#pair-code", code);
      await fresh(bo.page, () => bo.page.getByRole("button", { name: "Grant this device" }).click());
      await tablet.page.getByRole("button", { name: "It is granted: go in" }).click();
      await tablet.page.waitForURL(new RegExp(`${base.split("/").at(-1)}$`));
      await soon(() => tablet.page.textContent("main")).toContain("Bo");
      await tablet.context.close();

      const found = await house.phone();
      await found.page.goto(`${base}/keys`);
      await found.page.getByText("Come back with your sheet").click();
      await found.page.fill("#sheet-words", anasWords.join(" "));
      await found.page.getByRole("button", { name: "Come back" }).click();
      await found.page.waitForURL(new RegExp(`${base.split("/").at(-1)}$`));
      await soon(() => found.page.textContent("main")).toContain("You are Ana");
      await found.context.close();
    },
    2 * enough,
  );

  step(
    "Dora comes as a guest and asks to become a member",
    async () => {
      const dora = await house.phone();
      await join(
        dora,
        await invite("guest-many"),
        "Dora",
        "Ana invites you as a guest: you can read and speak, not vote.",
      );
      await ana.page.goto(`${base}/members`);
      await soon(() => ana.page.textContent("main")).toContain("Dora");
      const personal = await invite("member");
      await dora.page.goto(personal);
      await dora.page.getByText("Ana invites you as a member.").waitFor();
      await send(dora.page, "join");
      await dora.page.waitForURL(/\/keys$/);
      await ana.page.goto(`${base}/members?status=applicant`);
      await soon(() => ana.page.textContent("main")).toContain("Dora");
      await bo.page.goto(`${base}/members`);
      await fresh(bo.page, () => send(bo.page, "vouch"));
      await dora.context.close();
    },
    2 * enough,
  );

  step(
    "in a hall without HTTPS a key lives a day, and nobody founds",
    async () => {
      const hall = await house.phone();
      const link = new URL(await invite("guest"));
      link.hostname = HALL;
      await join(hall, link.href, "Emma", "Ana invites you as a guest");
      await hall.page.goto(`http://${HALL}:${link.port}/found`);
      for (const [field, text] of [
        ["name", "X"],
        ["purpose", "Y"],
        ["founderName", "Z"],
      ])
        await hall.page.fill(`#field-${field}`, text as string);
      await hall.page.locator('#found button[type="submit"]:not([data-no-sign])').click();
      await hall.page.getByText("This address is not secure").waitFor();
      await hall.context.close();
    },
    2 * enough,
  );

  step(
    "Old Emil, who has no device, gets his card at a meeting that was called: here nobody elected who counts",
    async () => {
      await bo.page.goto(`${base}/members`);
      await soon(() => bo.page.textContent("h1")).toContain("Members");
      expect(await bo.page.locator('form[data-act="card"]').count()).toBe(0);
    },
    enough,
  );

  step(
    "a record that contradicts what Cleo's phone saw stops it, in plain words",
    async () => {
      const { page } = cleo;
      const id = base.split("/").at(-1) as string;
      const spoil = (body: string) =>
        new Promise<void>((done, fail) => {
          const asked = indexedDB.open("nabat", 1);
          asked.onsuccess = () => {
            const store = asked.result.transaction("things", "readwrite").objectStore("things");
            const got = store.get(`body/${body}`);
            got.onsuccess = () => {
              got.result.saw.root = "0".repeat(64);
              store.put(got.result, `body/${body}`).onsuccess = () => done();
            };
          };
          asked.onerror = () => fail(asked.error);
        });
      await page.goto(`${base}/motions/new`);
      await page.evaluate(spoil, id);
      let posted = 0;
      page.on("request", (r) => void (r.method() === "POST" && r.url().endsWith("/acts") && posted++));
      await page.fill('form[data-act="move"] input[name="title"]', "Paint the stairs");
      await page.fill('form[data-act="move"] textarea[name="text"]', "White.");
      await send(page, "move");
      await page.getByText("Stop: two records of this group contradict each other").waitFor();
      expect(posted).toBe(0);
      await page.goto(base);
      await page.getByText("Stop: two records of this group contradict each other").waitFor();
      await fresh(page, () => page.getByRole("button", { name: "Go on with the present record" }).click());
      await page.goto(`${base}/motions/new`);
      await send(page, "move");
      await page.waitForURL(/\/motions\/[0-9a-f]{64}$/);
      await soon(() => page.textContent("h1")).toContain("Paint the stairs");
    },
    2 * enough,
  );

  step(
    "Cleo's phone recomputes everything",
    async () => {
      const { page } = cleo;
      await page.goto(`${base}/record`);
      await page.getByRole("button", { name: "Check the record on this device" }).click();
      await page
        .getByText(/Everything here was recomputed on your device at .*: \d+ entries, no fault\./)
        .waitFor({ timeout: 20_000 });
    },
    2 * enough,
  );

  step(
    "Mine knows this phone's group",
    async () => {
      await ana.page.goto(`${house.url}/mine`);
      await ana.page.getByRole("link", { name: "House on Mill Street" }).waitFor();
    },
    enough,
  );

  step("no script failed and nothing broke the policy", () => {
    expect([ana, bo, cleo].flatMap((p) => p.faults)).toEqual([]);
  });
});
