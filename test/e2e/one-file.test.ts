/**
 * The one-file Nabat in a real browser, opened from disk: `file://`, no network for what needs none. It
 * checks a whole record and names the fault of a spoilt one, lets one read, and signs acts that any
 * clerk's reader accepts; with a clerk's address it sends one and checks the receipt.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admit, KINDS, template } from "@nabat/body";
import { createClient, nodeTools, type Seat, signAct, textOf } from "@nabat/exchange/client/mod.ts";
import { fromUtf8, type Hash, toHex, utf8 } from "@nabat/kernel";
import { seedWords } from "@nabat/platform/common/words.ts";
import { type Act, parseAct, parseTarHeader, TAR_BLOCK } from "@nabat/record";
import { drawn } from "@nabat/testkit/chance.ts";
import { checkpointOf, entriesOf, treeOf } from "@nabat/testkit/record.ts";
import { holds, sha256 } from "@nabat/testkit/keys.ts";
import { type SampleHouse, sampleHouse } from "@nabat/testkit/sample.ts";
import { story } from "../run/story.ts";
import { bundle, keyFile, wordsLike } from "./one-file-record.ts";
import { CHROMIUM, type Phone, soon, type Stage, stage } from "./browser.ts";

const FILE = new URL("../../dist/nabat-one-file.html", import.meta.url);
const ADDRESS = FILE.href;

describe.skipIf(!CHROMIUM)("the one-file Nabat", () => {
  const step = story();
  let house: Stage;
  let phone: Phone;
  let page: Page;
  let made: SampleHouse;
  let tar: Buffer;
  const folder = mkdtempSync(join(tmpdir(), "nabat-one-file-"));
  const outside: string[] = [];
  const save = (name: string, bytes: Buffer | string): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  };

  beforeAll(async () => {
    house = await stage();
    made = sampleHouse();
    tar = await bundle(made);
    phone = await house.phone();
    page = phone.page;
    page.on("request", (request) => {
      if (!/^(file|blob|data):/.test(request.url())) outside.push(request.url());
    });
    await page.clock.setFixedTime(made.sample.house.now);
    await page.goto(ADDRESS);
  }, 240_000);
  afterAll(async () => {
    await house?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 240_000);

  const tab = (name: string) => page.locator(`.where a[href="#part-${name}"]`).click();
  const part = (name: string) => page.locator(`#part-${name}`);
  const press = (where: string, name: string) => part(where).getByRole("button", { name, exact: true }).click();
  async function check(path: string | string[]): Promise<void> {
    await tab("check");
    await page.setInputFiles("#record", path);
    await press("check", "Check it");
  }

  step("checks a record from disk, in a worker made from itself, and says what was recomputed", async () => {
    await check(save("house.tar", tar));
    await page.waitForSelector("#verdict .notice.good");
    const said = await page.locator("#verdict").innerText();
    expect(said).toContain(`all ${made.sample.house.entries.length} entries were recomputed here`);
    expect(said).toContain("Lindenstraße 14");
    expect(said).toContain("0 missing without a reason");
    await soon(() => page.getAttribute("#verdict", "data-thread")).toBe("worker");
    expect((await page.innerText("#head-root")).replaceAll(" ", "")).toBe(
      toHex(treeOf(entriesOf(made.sample.house)).root()),
    );
  });

  step("compares heads with another device: the same, an earlier one, another record", async () => {
    const tree = treeOf(entriesOf(made.sample.house));
    const compare = async (text: string, said: string) => {
      await page.fill("#head-other", text);
      await page.locator("#head").getByRole("button", { name: "Compare", exact: true }).click();
      await soon(() => page.locator("#head-compared").innerText()).toContain(said);
    };
    await compare(fromUtf8(checkpointOf(made.sample.house, tree)), `The same record, up to ${tree.size}`);
    await compare(`nabat-head ${made.sample.house.body} 20 ${toHex(tree.rootAt(21))}`, "Not the same record");
    await compare(
      `20 entries, head ${toHex(tree.rootAt(20)).replace(/(.{4})(?=.)/g, "$1 ")}`,
      "The same record, up to 20",
    );
  });

  step("lets one read it: motions with texts and results, members, entries", async () => {
    await tab("read");
    await page.waitForSelector("#motions li");
    const read = await page.innerText("#part-read");
    for (const words of [
      "Open the yard to the neighbours",
      "The motion is carried.",
      "6 for",
      "Karim",
      "No dogs in the yard",
    ])
      expect(read).toContain(words);
    await page.waitForFunction(() => document.querySelector("#entries")?.textContent?.includes("took a position"));
    for (const motion of await page.locator("#motions summary").all()) await motion.click();
    await soon(() => page.innerText("#motions")).toContain("The seven sentences with a longer vote");
  });

  step("says that a newer copy honestly follows an older one, and that a forked one does not", async () => {
    await tab("check");
    await page.setInputFiles("#older", save("older.tar", await bundle(made, 40)));
    await press("check", "Compare the two");
    await page.waitForSelector("#compared .notice.good");
    await soon(() => page.innerText("#compared")).toContain(`from 40 to ${made.sample.house.entries.length} entries`);
    const other = sampleHouse(" ");
    await page.setInputFiles("#older", save("other.tar", await bundle(other, 40)));
    await press("check", "Compare the two");
    await page.waitForSelector("#compared .notice.needs");
    await soon(() => page.locator("#compared #fault").getAttribute("data-rule")).toMatch(/^R-2[45]$/);
  });

  step("reads the unpacked files too", async () => {
    const dir = join(folder, "unpacked");
    for (let at = 0; ;) {
      const header = parseTarHeader(tar.subarray(at, at + TAR_BLOCK));
      if (!header.ok || header.value === undefined) break;
      save(`unpacked/${header.value.path}`, tar.subarray(at + TAR_BLOCK, at + TAR_BLOCK + header.value.size));
      at += TAR_BLOCK + Math.ceil(header.value.size / TAR_BLOCK) * TAR_BLOCK;
    }
    await page.locator("#part-check details summary").first().click();
    await page.setInputFiles("#record-folder", dir);
    await press("check", "Check it");
    await page.waitForSelector("#verdict .notice.good");
  });

  step("shows a position before it is signed, and signs an act that every reader accepts", async () => {
    await tab("sign");
    await page.setInputFiles("#sign-key-file", save("emma.json", keyFile(made, "Emma")));
    await page.waitForSelector("#part-sign #key-in-hand");
    await soon(() => page.innerText("#part-sign #key-in-hand")).toContain("of Emma");
    await page.selectOption("#sign-what", "vote.cast");
    await press("sign", "Show what will be signed");
    await soon(() => page.locator("#part-sign .wrong").innerText()).toBe("Choose your position first.");
    await part("sign").getByText("Opposed, yet taking part").click();
    await press("sign", "Show what will be signed");
    await page.waitForSelector("#look");
    await page.waitForFunction(() => document.querySelector("#look-says")?.textContent?.includes("Emma"));
    await soon(() => page.innerText("#look-says")).toBe("Emma took a position on “Repair the roof before winter”");
    await soon(() => page.innerText("#look-choice")).toContain("sealed: only the tellers can open it");
    const mark = await page.innerText("#look-mark");
    await press("sign", "Sign");
    const signed = JSON.parse(await page.inputValue("#signed-text")) as { act: string; attachments: unknown[] };
    expect(signed.attachments).toHaveLength(1);
    const parsed = parseAct(sha256, utf8(signed.act));
    if (!parsed.ok) throw new Error(parsed.code);
    expect(parsed.value.id).toBe(mark);
    expect(holds(parsed.value)).toBe(true);
    const { state, now } = made.sample.house;
    expect(admit(KINDS, state, parsed.value, { at: now, sha256 })).toMatchObject({ ok: true });
    await soon(() => page.innerText("#foretold")).toContain("it would be entered");
    expect(JSON.parse(await page.innerText("#signed-keep"))).toMatchObject({ choice: "taking-part" });
    await press("sign", "Sign something else");
  });

  step("signs an act that was brought along, with its texts, and foretells a refusal", async () => {
    const salt = Buffer.alloc(16, 7);
    const words = Buffer.from("I can't come on Monday.");
    const hash = createHash("sha256")
      .update(Buffer.concat([salt, words]))
      .digest("hex");
    const about = made.ids["open"];
    const act = {
      kind: "say",
      data: { about, text: { hash, grade: "members", media: "text/plain", size: words.length } },
    };
    const brought = { act, attachments: [{ salt: salt.toString("base64"), bytes: words.toString("base64") }] };
    await page.selectOption("#sign-what", "open");
    await page.fill("#sign-act", JSON.stringify(brought));
    await press("sign", "Show what will be signed");
    await page.waitForSelector("#look");
    await soon(() => page.innerText("#look-lines")).toContain("I can't come on Monday.");
    await press("sign", "Sign");
    const signed = JSON.parse(await page.inputValue("#signed-text")) as { act: string; attachments: unknown[] };
    expect(signed.attachments).toEqual(brought.attachments);
    const parsed = parseAct(sha256, utf8(signed.act));
    expect(parsed.ok && (parsed.value.document as Act).data["about"]).toBe(about);
    // The count goes on from what was signed here before: the record in hand has not seen that yet.
    await soon(() => page.getAttribute("#foretold", "data-refused")).toBe("R-8");
    await press("sign", "Sign something else");
    await page.fill("#sign-act", '{"kind":"say","data":{},"colour":"red"}');
    await press("sign", "Show what will be signed");
    await soon(() => page.locator("#part-sign .wrong").innerText()).toContain("R-3");
  });

  step("has asked nobody for anything until here", () => {
    expect(outside).toEqual([]);
  });

  step("names the first fault of a record that was tampered with", async () => {
    const spoilt = await bundle(made, undefined, (entries) => {
      entries[30] = utf8(
        fromUtf8(entries[30] as Uint8Array).replace(
          /"at":(\d+),"body"/,
          (_, n: string) => `"at":${Number(n) + 1},"body"`,
        ),
      );
    });
    await check(save("spoilt.tar", spoilt));
    await page.waitForSelector("#verdict .notice.needs");
    await soon(() => page.locator("#verdict #fault").getAttribute("data-index")).toBe("30");
    await soon(() => page.locator("#verdict #fault").innerText()).toContain("(rule\u00a0R-6)");
    await check(save("cut.tar", tar.subarray(0, tar.length - 5000)));
    await page.waitForSelector("#verdict .notice.needs");
    await soon(() => page.innerText("#verdict")).toContain("(rule\u00a0R-45)");
  });

  step("gives its own mark, the one that the build published", async () => {
    await tab("about");
    const path = save("self.html", readFileSync(FILE));
    await page.setInputFiles("#self", path);
    await page.waitForSelector("#self-mark");
    const published = readFileSync(new URL("../../dist/nabat-one-file.sha256", import.meta.url), "utf8");
    expect(published).toContain(await page.innerText("#self-mark"));
  });

  describe("with a record keeper's address", () => {
    /** Somebody who has founded a house there, with the words of their sheet. `label` draws them. */
    async function founded(label: string): Promise<{ readonly seat: Seat; readonly words: string }> {
      const client = createClient({ url: house.url, tools: nodeTools });
      const seed = drawn(label, 16);
      const text = (value: string) => textOf(nodeTools, value, "public");
      const seat = await client.found(client.person("Ana", seed), {
        type: "assembly",
        statutes: template("house", { zone: "Europe/Paris", languages: ["en"] }),
        name: text("A house"),
        purpose: text("To try"),
        text: text("Our rules"),
      });
      return { seat, words: seedWords(seed, "en").join(" ") };
    }

    /** The page anew, at what one does without a phone, for this house. */
    async function lost({ body }: Seat): Promise<void> {
      await page.clock.setFixedTime(Date.now());
      await page.goto("about:blank");
      await page.goto(ADDRESS);
      await tab("lost");
      await page.fill("#lost-address", `${house.url}/b/${body}`);
    }

    async function useWords(words: string): Promise<void> {
      await page.fill("#lost-words", words);
      await press("lost", "Use this key");
    }

    it("ends a lost device with the twelve words alone, and believes only a signed receipt", async () => {
      const { seat, words } = await founded("a lost device");
      await lost(seat);
      await useWords(wordsLike(words, false));
      await part("lost").locator("[role=alert] .notice.needs").waitFor();
      await useWords(words);
      await page.waitForSelector("#part-lost #key-in-hand");
      await soon(() => page.locator("#lost-words").count()).toBe(0);
      await page.fill("#lost-end", seat.device.signer.key);
      await press("lost", "Show what will be signed");
      await page.waitForSelector("#part-lost #look");
      await soon(() => page.innerText("#part-lost #look")).toContain(seat.device.signer.key);
      await press("lost", "Sign");
      await press("lost", "Send to the record keeper");
      await page.waitForSelector("#entered");
      await soon(() => page.innerText("#entered")).toContain("The receipt is signed by the record keeper in office.");
      const facts = await (await fetch(`${house.url}/api/bodies/${seat.body}?key=${seat.device.signer.key}`)).json();
      expect(facts).toMatchObject({ size: 2, standing: "stranger" });
    });

    it("takes the words of another sheet for what they are: a key that nobody in the group has", async () => {
      const { seat, words } = await founded("another sheet");
      await lost(seat);
      await useWords(wordsLike(words, true));
      await soon(() => page.innerText("#part-lost #key-in-hand")).toContain("This group knows nobody with this key.");
      await press("lost", "Forget the key");
      await useWords(words);
      await page.waitForSelector("#part-lost #key-in-hand");
      await soon(() => page.innerText("#part-lost #key-in-hand")).not.toContain("knows nobody");
    });

    it("lets in a new key as a file, signed with the same words, and that key is good", async () => {
      const { seat, words } = await founded("a new key");
      await lost(seat);
      await useWords(words);
      await page.waitForSelector("#part-lost #key-in-hand");
      await page.selectOption("#lost-what", "device.add");
      const saved = page.waitForEvent("download");
      await press("lost", "Make a key file");
      const file = await (await saved).path();
      await page.waitForSelector("#part-lost #look");
      await press("lost", "Sign");
      await press("lost", "Send to the record keeper");
      await page.waitForSelector("#entered");
      const { key } = JSON.parse(readFileSync(file, "utf8")) as { key: string };
      const facts = await (await fetch(`${house.url}/api/bodies/${seat.body}?key=${key}`)).json();
      expect(facts).toMatchObject({ size: 2, seq: 0, member: seat.member });
      // What was signed last counts: the next act of the same key is the second.
      await press("lost", "Sign something else");
      await page.selectOption("#lost-what", "device.end");
      await page.fill("#lost-end", seat.device.signer.key);
      await press("lost", "Show what will be signed");
      await page.waitForSelector("#part-lost #look");
      await press("lost", "Sign");
      await press("lost", "Send to the record keeper");
      await page.waitForSelector("#entered");
      expect(await (await fetch(`${house.url}/api/bodies/${seat.body}`)).json()).toMatchObject({ size: 3 });
      await press("lost", "Forget the key");
      await soon(() => page.locator("#part-lost #key-in-hand").count()).toBe(0);
    });

    it("hands in what somebody signed elsewhere, and refuses what was changed on the way", async () => {
      const { seat } = await founded("signed elsewhere");
      const { tools } = seat;
      const facts = (await (await fetch(`${house.url}/api/bodies/${seat.body}`)).json()) as {
        size: number;
        root: Hash;
      };
      const { reserve, member } = seat.keys;
      const unsigned = {
        v: 1 as const,
        body: seat.body,
        seq: 1,
        kind: "leave",
        by: member,
        at: Date.now(),
        saw: { size: facts.size, root: facts.root },
        data: {},
      };
      const signed = await signAct(tools, unsigned, reserve);
      await page.clock.setFixedTime(Date.now());
      await page.goto("about:blank");
      await page.goto(ADDRESS);
      await tab("sign");
      await page.locator("#hand-in > summary").click();
      await page.fill("#hand-act", signed.text.replace('"seq":1', '"seq":2'));
      await press("sign", "Show it");
      await soon(() => page.locator("#hand-in .wrong").innerText()).toContain("R-6");
      await page.fill("#hand-act", signed.text);
      await press("sign", "Show it");
      await page.fill("#hand-address", house.url);
      await press("sign", "Send to the record keeper");
      await page.locator("#hand-in .notice").waitFor();
      await soon(() => page.innerText("#hand-in .notice")).toContain("Entered as entry 1");
      await soon(() => page.innerText("#hand-in .notice")).toContain("signed by the record keeper in office");
    });

    it("is served by a record keeper too, with no origin and no cookie there", async () => {
      const other = await phone.context.newPage();
      const answer = await other.goto(`${house.url}/nabat.html`);
      expect(answer?.headers()["content-security-policy"]).toContain("sandbox allow-scripts");
      await other.waitForSelector("h1");
      expect(await other.evaluate(() => self.origin)).toBe("null");
      await other.setInputFiles("#record", save("again.tar", tar));
      await other.getByRole("button", { name: "Check it", exact: true }).click();
      await other.waitForSelector("#verdict .notice.good");
      await other.close();
    });
  });

  it("does the same in the page itself where a browser gives it no worker", async () => {
    const other = await phone.context.newPage();
    await other.addInitScript("delete globalThis.Worker");
    await other.goto(ADDRESS);
    await other.setInputFiles("#record", save("house.tar", tar));
    await other.getByRole("button", { name: "Check it", exact: true }).click();
    await other.waitForSelector("#verdict .notice.good");
    await soon(() => other.getAttribute("#verdict", "data-thread")).toBe("page");
    await other.close();
  });

  it("speaks French too, with nothing left unsaid", async () => {
    await page.goto("about:blank");
    await page.goto(ADDRESS);
    await page.getByRole("button", { name: "Français" }).click();
    await soon(() => page.getAttribute("html", "lang")).toBe("fr");
    for (const name of ["check", "read", "sign", "lost", "about"]) {
      await tab(name);
      expect(await page.innerText("body")).not.toContain("⟦");
    }
    await soon(() => page.innerText("#part-about")).toContain("Ce fichier même");
  });

  it("has no barrier that axe-core finds, in any of its parts, light and dark", async () => {
    const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
    await page.clock.setFixedTime(made.sample.house.now);
    await page.goto("about:blank");
    await page.goto(ADDRESS);
    await check(save("house.tar", tar));
    await page.waitForSelector("#verdict .notice.good");
    await page.evaluate(axe);
    const found: string[] = [];
    const look = async (where: string) => {
      const ran = await page.evaluate(() =>
        (
          globalThis as unknown as {
            axe: {
              run(what: Document, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          }
        ).axe.run(document, { resultTypes: ["violations"] }),
      );
      for (const v of ran.violations) found.push(`${where}: ${v.id} ${v.nodes[0]?.html.slice(0, 120)}`);
    };
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const name of ["check", "read", "sign", "lost", "about"]) {
        await tab(name);
        if (name === "read") await page.waitForSelector("#entries li");
        await look(`${name} ${colorScheme}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    }
    await tab("sign");
    await page.setInputFiles("#sign-key-file", save("emma.json", keyFile(made, "Emma")));
    await page.selectOption("#sign-what", "device.end");
    await press("sign", "Show what will be signed");
    await page.waitForSelector("#look");
    await look("what will be signed");
    await press("sign", "Sign");
    await look("signed");
    expect(found).toEqual([]);
  }, 180_000);

  it("broke none of its own policy", () => {
    expect(phone.faults).toEqual([]);
  });
});
