/** A list's file by the API and by its page have the same columns in the same order, and the same values below them. */
import { Hono } from "hono";
import { pageDeps } from "@nabat/testkit/page-deps.ts";
import { readerOver } from "@nabat/testkit/reader.ts";
import { sampleHouse } from "@nabat/testkit/sample.ts";
import { pages } from "@nabat/pages";
import { describe, expect, it, test } from "vitest";
import type { ApiDeps } from "./deps.ts";
import { deviceRoutes } from "./devices.ts";
import { meetingRoutes } from "./meetings.ts";
import { readingRoutes } from "./reading.ts";
import { mount, type Route } from "./route.ts";
import { viewRoutes } from "./views.ts";

const { sample, people } = sampleHouse();
const { house, words } = sample;
const reader = readerOver(house, words, people["Bo"]);
const deps = {
  clerk: { house: async () => house, now: () => house.now },
  reader: async () => reader,
  locale: () => "en",
  addresses: { shown: () => "http://127.0.0.1", own: () => true },
} as unknown as ApiDeps;
const routes: Route[] = [...viewRoutes(deps), ...meetingRoutes(deps), ...deviceRoutes(deps), ...readingRoutes(deps)];
const api = new Hono();
mount(api, routes, (c, status, rule) => c.json({ rule }, status));
const site = pages({ ...pageDeps(house), reader: async () => reader } as never);

const lines = async (answer: Response) =>
  (await answer.text())
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n");
const byApi = async (name: string) => lines(await api.request(`/api/bodies/${house.body}/${name}.csv`));
const byPage = async (name: string) => lines(await site.request(`http://127.0.0.1/b/${house.body}/${name}.csv`));

/** Of a list's page its name by the API, where the two differ. */
const NAMES: Readonly<Record<string, string>> = { members: "roll", invite: "invitations" };
/** Only the page has one's own entries. */
const OWN = ["me"];
/** What one of the two has besides: the page an entry in words, the API what was signed. */
const BESIDES: Readonly<Record<string, { readonly page: readonly string[]; readonly api: readonly string[] }>> = {
  entries: { page: ["says"], api: ["data"] },
  accounts: { page: ["event"], api: [] },
};

const LISTS = site.routes
  .map((r) => /^\/b\/:body\/([\w-]+)\.csv$/.exec(r.path)?.[1])
  .filter((name, i, all): name is string => name !== undefined && all.indexOf(name) === i && !OWN.includes(name));

describe("files", () => {
  it("there are pairs, and those with words of their own are known by name", () => {
    expect(LISTS.length).toBeGreaterThan(10);
    expect(LISTS).toEqual(expect.arrayContaining(Object.keys(BESIDES)));
  });
  test.each(LISTS)("%s", async (name) => {
    const [page, given] = [await byPage(name), await byApi(NAMES[name] ?? name)];
    const { page: more = [], api: other = [] } = BESIDES[name] ?? {};
    const columns = (given[0] ?? "").split(",").filter((c) => !other.includes(c));
    expect((page[0] ?? "").split(",").filter((c) => !more.includes(c))).toEqual(columns);
    expect(columns.length).toBeGreaterThan(3);
    expect(new Set(columns).size).toBe(columns.length);
    if (!(name in BESIDES)) expect(page).toEqual(given);
  });
});
