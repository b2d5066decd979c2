/** Lists of every wing: what stands in an address and narrows nothing is told of; nothing is left out in silence (API-1). */
import { LOCALES } from "@nabat/speech";
import { pageDeps } from "@nabat/testkit/page-deps.ts";
import { readerOver } from "@nabat/testkit/reader.ts";
import { sampleHouse } from "@nabat/testkit/sample.ts";
import { CHOICES } from "@nabat/views";
import { describe, expect, it, test } from "vitest";
import { pages } from "./mod.ts";

const { sample, people } = sampleHouse();
const { house, words } = sample;
const b = `/b/${house.body}`;
const app = pages({ ...pageDeps(house), reader: async () => readerOver(house, words, people["Bo"]) } as never);

async function get(path: string, lang = "en"): Promise<{ status: number; said: string }> {
  const res = await app.request(`http://127.0.0.1${b}/${path}`, { headers: { "accept-language": lang } });
  const text = await res.text();
  return { status: res.status, said: text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ") };
}

/** Every list that comes as a file: whatever wing adds one is tried here. */
const LISTS = app.routes
  .map((r) => /^\/b\/:body\/([\w-]+)\.csv$/.exec(r.path)?.[1])
  .filter((name, i, all): name is string => name !== undefined && all.indexOf(name) === i);
/** What the page calls it, and what the API does. */
const NAMES: Readonly<Record<string, string>> = { members: "roll" };

const LEFT_OUT = {
  en: /This list can’t be narrowed by|There is no “/,
  fr: /ne se restreint pas par|Il n’y a pas de «/,
};

describe("an address with something that no list knows", () => {
  it("there are lists to try", () => {
    expect(LISTS.length).toBeGreaterThan(11);
    expect(LISTS).toEqual(expect.arrayContaining(["members", "newcomers", "new-keys", "me", "entries", "invite"]));
  });
  test.each(LISTS)("API-1: %s says so where the list begins; its file is refused", async (name) => {
    for (const lang of LOCALES)
      for (const query of ["bogus=1", "standing=left", "stage=off"]) {
        const page = await get(`${name}?${query}`, lang);
        expect([query, page.status, LEFT_OUT[lang].test(page.said)]).toEqual([query, 200, true]);
        const file = await get(`${name}.csv?${query}`, lang);
        expect([query, file.status]).toEqual([query, 400]);
        expect(file.said).toMatch(/API-1/);
      }
    // What every list's address may hold, and a field that a form sent empty, is nothing to tell of.
    const plain = await get(`${name}?q=&limit=5&lang=en&status=`);
    expect([plain.status, LEFT_OUT.en.test(plain.said)]).toEqual([200, false]);
    expect((await get(`${name}.csv`)).status).toBe(200);
  });
  test.each(LISTS.filter((name) => (NAMES[name] ?? name) in CHOICES))(
    "API-1: %s takes every value that the API takes, and no other",
    async (name) => {
      for (const [field, values] of Object.entries(CHOICES[(NAMES[name] ?? name) as keyof typeof CHOICES])) {
        for (const value of values as readonly string[]) {
          const page = await get(`${name}?${field}=${value}`);
          expect([value, page.status, LEFT_OUT.en.test(page.said)]).toEqual([value, 200, false]);
          expect([value, (await get(`${name}.csv?${field}=${value}`)).status]).toEqual([value, 200]);
        }
        const bogus = await get(`${name}?${field}=bogus`);
        expect(bogus.said).toContain("There is no “bogus” to choose by here. The list is shown without it.");
        expect((await get(`${name}.csv?${field}=bogus`)).said).toContain((values as readonly string[]).join(", "));
      }
    },
  );
  test("a day, a number or a person that can't be read", async () => {
    for (const path of [
      "members?on=yesterday",
      "entries?by=grete",
      "entries?before=x",
      "me?before=-1",
      "accounts?about=7",
    ]) {
      expect([path, LEFT_OUT.en.test((await get(path)).said)]).toEqual([path, true]);
      expect([path, (await get(path.replace("?", ".csv?"))).status]).toEqual([path, 400]);
    }
    expect((await get("members.csv?on=yesterday")).said).toContain("as “on” doesn’t fit. Leave it out");
  });
  test("a line to go on from that is in the list no more: it begins anew, and says so", async () => {
    for (const path of ["members", "motions", "invite"])
      expect((await get(`${path}?after=${"0".repeat(32)}`)).said).toContain("It begins anew.");
  });
});

test("V-32: what the members' page links to narrows the entries", async () => {
  const all = await get("entries");
  const narrowed = await get("entries?kind=vote.card");
  expect(narrowed.status).toBe(200);
  expect(narrowed.said).not.toBe(all.said);
  expect(narrowed.said).toContain("Nothing fits these words");
});
