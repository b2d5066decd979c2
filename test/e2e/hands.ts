/** What people do on their phones in every story: sign, invite, come in, count, look again. */
import { mkdirSync } from "node:fs";
import { createClient, nodeTools, type Seat } from "@nabat/exchange/client/mod.ts";
import type { ActId, BodyId } from "@nabat/kernel";
import type { Page } from "playwright-core";
import { type Phone, soon } from "./browser.ts";

/** Where pictures of the pages go, if they are asked for. */
export const SHOTS = process.env["NABAT_SHOTS"];

/** Presses the button of a form that signs; `within` narrows to a part of the page. */
export const send = (page: Page, act: string, within = ""): Promise<void> =>
  page.locator(`${within} form[data-act="${act}"] button[type="submit"]`).first().click();

/** Does something that ends in a fresh page. */
export async function fresh(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent("load"), act()]);
}

/** Presses the button of that name, and waits for the fresh page it ends in. */
export const press = (page: Page, name: string): Promise<void> =>
  fresh(page, () => page.getByRole("button", { name, exact: true }).first().click());

/** The twelve words, once they are shown; then on. */
export async function keepSheet(page: Page): Promise<string[]> {
  await page.waitForSelector("ol.words li");
  const words = await page.locator("ol.words li").allTextContents();
  await page.getByRole("button", { name: "I have them on paper" }).click();
  return words;
}

/** An invitation's link from a member's phone. */
export async function invite(by: Phone, base: string, as: string): Promise<string> {
  return (await invites(by, base, as, 1))[0] as string;
}

/** Several, one after another on the same page. */
export async function invites({ page }: Phone, base: string, as: string, count: number): Promise<string[]> {
  await page.goto(`${base}/invite`);
  const links: string[] = [];
  while (links.length < count) {
    await page.check(`input[name="as"][value="${as}"]`);
    await send(page, "invite");
    const last = links.at(-1) ?? "";
    await soon(async () => (await page.locator('[data-island="invite"] input').count()) > 0).toBe(true);
    await soon(() => page.inputValue('[data-island="invite"] input')).not.toBe(last);
    links.push(await page.inputValue('[data-island="invite"] input'));
  }
  return links;
}

/** Comes in with a link; `said` stands on the page that it opens. */
export async function join({ page }: Phone, link: string, name: string, said?: string): Promise<void> {
  await page.goto(link);
  if (said !== undefined) await page.getByText(said).waitFor();
  await page.fill('form[data-act="join"] input[name="name"]', name);
  await send(page, "join");
  await keepSheet(page);
  await page.waitForURL(/\/keys$/);
}

/** Comes in with a link from elsewhere, by a program: somebody of whom the story needs no more. */
export async function joinElsewhere(url: string, link: string, name: string): Promise<Seat> {
  const { hash, pathname } = new URL(link);
  const [id = "", secret = ""] = hash.slice(1).split(".");
  const client = createClient({ url, tools: nodeTools });
  const body = pathname.split("/").at(-1) as BodyId;
  const key = nodeTools.signer(Buffer.from(secret, "base64url"));
  return client.join(client.person(name), { body, id: id as ActId, as: "founder", key });
}

/** Founds an assembly from the first phone; gives its address. `rules` are fields that stand folded away. */
export async function found(
  { page }: Phone,
  url: string,
  as: { readonly name: string; readonly founder: string; readonly rules?: Readonly<Record<string, string>> },
): Promise<{ readonly base: string; readonly words: string[]; readonly shown: string }> {
  await page.goto(`${url}/found`);
  await page.fill("#field-name", as.name);
  await page.fill("#field-purpose", "To look after the house together");
  await page.fill("#field-founderName", as.founder);
  // A group begins with the zone of the device; the stories reckon in UTC.
  for (const [name, value] of Object.entries({ zone: "UTC", ...as.rules })) {
    const field = page.locator(`[name="statutes.${name}"]`);
    await field.evaluate((f) => f.closest("details")?.setAttribute("open", ""));
    if ((await field.evaluate((f) => f.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  await page.locator('#found button[type="submit"]:not([data-no-sign])').click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByText(as.name, { exact: true }).first().waitFor();
  const shown = (await dialog.textContent()) ?? "";
  await dialog.getByRole("button", { name: "Sign" }).click();
  const words = await keepSheet(page);
  await page.waitForURL(/\/b\/[0-9a-f]{64}$/);
  return { base: page.url(), words, shown };
}

/** Closes the list of founders as it stands. */
export async function closeList({ page }: Phone, base: string): Promise<void> {
  await page.goto(`${base}/founders`);
  await fresh(page, () => send(page, "list.close"));
}

/** Signs the closed list. */
export async function signList({ page }: Phone, base: string): Promise<void> {
  await page.goto(`${base}/founders`);
  await fresh(page, () => send(page, "list.sign"));
  await page.getByText("You have signed.").waitFor();
}

/** The first closes the list, then all sign it. */
export async function foundTogether(phones: readonly Phone[], base: string): Promise<void> {
  const [first] = phones;
  if (!first) throw new RangeError("nobody founds");
  await closeList(first, base);
  for (const phone of phones) await signList(phone, base);
}

/** Signs the list for who has no device: one enters a code of the card, the other confirms. */
export async function signListByCard(first: Phone, second: Phone, base: string, holder: string, code: string) {
  await first.page.goto(`${base}/founders`);
  const form = first.page.locator('form[data-act="list.card"]');
  await form.evaluate((f) => f.closest("details")?.setAttribute("open", ""));
  await form.locator('select[name="member"]').selectOption({ label: holder });
  await form.locator('input[name="code"]').fill(code);
  await fresh(first.page, () => send(first.page, "list.card"));
  await second.page.goto(`${base}/founders`);
  await fresh(second.page, () => send(second.page, "cosign"));
}

/** Everybody agrees on their own phone that this text be decided now (B-5). */
export async function agreeAll(phones: readonly Phone[], motion: string): Promise<void> {
  for (const { page } of phones) {
    await page.goto(motion);
    const form = page.locator('form[data-act="now.agree"]');
    if (!(await form.isVisible())) await page.locator("#now > details > summary").click();
    await fresh(page, () => send(page, "now.agree"));
  }
}

/** Calls a vote on a motion at the sitting that is open, in this form; gives its address. */
export async function callAtSitting({ page }: Phone, motion: string, mode: string): Promise<string> {
  await page.goto(motion);
  const form = page.locator('form[data-act="vote.open"]:has(input[name="sitting"])');
  // An opinion's stands folded away.
  await form.evaluate((f) => f.closest("details")?.setAttribute("open", ""));
  await form.locator('select[name="mode"]').selectOption(mode);
  await form.locator('button[type="submit"]').click();
  await page.waitForURL(/\/votes\/[0-9a-f]{64}$/);
  return page.url();
}

/** Opens a sitting without a call, with two tellers by name; gives its address. */
export async function openSitting({ page }: Phone, base: string, title: string, tellers: readonly [string, string]) {
  await page.goto(`${base}/sittings`);
  await page.fill('form[data-act="sitting.open"] input[name="title"]', title);
  await chooseTellers(page, tellers);
  await send(page, "sitting.open");
  await page.waitForURL(/\/sittings\/[0-9a-f]{64}$/);
  return page.url();
}

/** Names the two who count. */
export async function chooseTellers(page: Page, tellers: readonly [string, string]): Promise<void> {
  for (const [n, label] of tellers.entries())
    await page.locator('select[name="tellers"]').nth(n).selectOption({ label });
}

/** The four figures of a count, and how many are present. */
export const figures = (yes: number, no: number, part: number, abstain: number, present: number) => ({
  "counts.for": String(yes),
  "counts.against": String(no),
  "counts.taking-part": String(part),
  "counts.abstain": String(abstain),
  present: String(present),
});

/** A teller states what they counted in the hall. */
export async function tally({ page }: Phone, counts: Readonly<Record<string, string>>): Promise<void> {
  const form = page.locator('form[data-act="tally"]:not([data-special])').first();
  await form.waitFor();
  for (const [name, n] of Object.entries(counts)) await form.locator(`input[name="${name}"]`).fill(n);
  await fresh(page, () => form.locator('button[type="submit"]').click());
}

/** A teller opens what was sealed to them, looks at the figures and signs. `said` stands in what is shown; `at`: where they go first. */
export async function openSeals({ page }: Phone, said: RegExp, at?: string): Promise<void> {
  if (at) await page.goto(at);
  const form = page.locator('form[data-act="tally"][data-special="tally.count"]').first();
  await form.locator('button[type="submit"]').click();
  const dialog = page.locator("dialog[open]");
  await dialog.filter({ hasText: said }).waitFor();
  await fresh(page, () => dialog.getByRole("button", { name: "Sign" }).click());
}

/** Signs and closes a sitting whose business is done; ends at its minutes. */
export async function closeSitting({ page }: Phone): Promise<void> {
  await page.locator("#close > summary").click();
  await send(page, "sitting.close", "#close");
  await page.locator("dialog[open]").getByRole("button", { name: "Sign and close" }).click();
  await page.waitForURL(/\/minutes$/);
}

/** Who lost everything makes new keys on a new phone; gives the link that it shows. */
export async function lostAll({ page }: Phone, base: string): Promise<string> {
  await page.goto(`${base}/lost`);
  await page.locator("#recover > summary").click();
  await page.getByRole("button", { name: "Make my new keys" }).click();
  await keepSheet(page);
  await page.locator("#new-keys").waitFor();
  return page.inputValue("#new-keys");
}

/** A member opens that link, or a teller pastes it at the `door`, says whose keys these are, and signs. */
export async function askFor({ page }: Phone, link: string, name: string, door?: string): Promise<void> {
  await page.goto(door ?? link);
  if (door !== undefined) await page.fill("#new-keys-code", link);
  await soon(() => page.inputValue("#new-keys-code")).not.toBe("");
  await page.locator("#new-keys-whose").selectOption({ label: name });
  await fresh(page, () => send(page, "key.recover"));
}

/** Another member, or the other teller at the `door`, stands for these keys, too. */
export async function standFor({ page }: Phone, at: string, name: string): Promise<void> {
  await page.goto(at);
  await page.getByText(`New keys for ${name}`).first().waitFor();
  await fresh(page, () => send(page, "cosign"));
}

/** A teller makes a card for somebody without a device; gives its codes. */
export async function makeCard({ page }: Phone, base: string, name: string): Promise<string[]> {
  await page.goto(`${base}/members`);
  await page.locator('details:has(form[data-act="card"]) > summary').click();
  await page.fill('form[data-act="card"] input[name="name"]', name);
  await send(page, "card");
  await page.getByText(`Card of ${name}`).waitFor();
  return page.locator("ol.words li").allTextContents();
}

/** A teller enters a position for somebody with a card. */
export async function enterCard({ page }: Phone, holder: string, code: string, choice: string): Promise<void> {
  const form = page.locator('form[data-act="vote.card"]');
  if (!(await form.isVisible())) await page.getByText("Enter a vote for a member without a device").click();
  await form.locator('select[name="member"]').selectOption({ label: holder });
  await form.locator('input[name="code"]').fill(code);
  await form.locator(`input[name="choice"][value="${choice}"]`).check();
  await form.locator('button[type="submit"]').click();
}

/** The other teller confirms it, where the vote is. */
export async function confirmCard({ page }: Phone, holder: string): Promise<void> {
  const waits = page.locator("li", { hasText: `A vote entered for a member without a device: ${holder}` }).first();
  await waits.waitFor();
  await fresh(page, () => waits.getByRole("button", { name: "Confirm" }).click());
}

/** Moves a motion, outside a sitting or at one. */
export async function move({ page }: Phone, base: string, title: string, sitting?: string): Promise<string> {
  await page.goto(`${base}/motions/new${sitting ? `?sitting=${sitting}` : ""}`);
  // What was signed before is gone from the form.
  await soon(() => page.inputValue('form[data-act="move"] input[name="title"]')).toBe("");
  await page.fill('form[data-act="move"] input[name="title"]', title);
  await page.fill('form[data-act="move"] textarea[name="text"]', `${title}. From our common money, before winter.`);
  await send(page, "move");
  await page.waitForURL(/\/motions\/[0-9a-f]{64}$/);
  return page.url();
}

/** Pictures of a page at two widths, for somebody to look at. */
export async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 390, height: 844 });
}
