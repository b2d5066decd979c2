/** N-10 in every list of the API, as JSON and as a table: who bears a name that another bears too carries a number. */
import { Hono } from "hono";
import { bareNames, twins } from "@nabat/testkit/twins.ts";
import { readerOver } from "@nabat/testkit/reader.ts";
import { describe, expect, it } from "vitest";
import type { ApiDeps } from "./deps.ts";
import { deviceRoutes } from "./devices.ts";
import { meetingRoutes } from "./meetings.ts";
import { mount } from "./route.ts";
import { viewRoutes } from "./views.ts";

const a = twins();
const { house } = a;
const reader = readerOver(house, new Map(), a.person(1));
const deps = {
  clerk: { house: async () => house, now: () => house.now },
  reader: async () => reader,
  locale: () => "en",
  addresses: { shown: () => "http://127.0.0.1", own: () => true },
} as unknown as ApiDeps;
const lists = [...viewRoutes(deps), ...meetingRoutes(deps), ...deviceRoutes(deps)].filter(
  (r) =>
    r.method === "get" &&
    r.path.startsWith("/api/bodies/:body/") &&
    !r.path.slice(18).includes(":") &&
    // One's own way is no list, and asks a session who one is.
    !r.path.endsWith("/own-way"),
);
const app = new Hono();
mount(app, lists, (c, status, rule) => c.json({ rule }, status));

describe("names that two bear, in every list of the API (N-10)", () => {
  it("there are lists, and they hold the names", async () => {
    expect(lists.length).toBeGreaterThan(25);
    const roll = await (await app.request(`/api/bodies/${house.body}/roll.csv`)).text();
    // One of them stands there as who invited another, too.
    expect(new Set(roll.match(/zora #\d/gi))).toHaveProperty("size", 3);
  });
  it.each(lists.map((r) => r.path))("%s", async (path) => {
    const answer = await app.request(path.replace(":body", house.body));
    expect([path, answer.status]).toEqual([path, 200]);
    expect(bareNames(await answer.text())).toEqual([]);
  });
});
