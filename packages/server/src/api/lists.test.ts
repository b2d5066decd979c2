/** API-1: a list takes what the API's description says of it, or refuses it by name; none answers 200 to what it doesn't read. */
import { Hono } from "hono";
import { twins } from "@nabat/testkit/twins.ts";
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
  address: () => "127.0.0.1",
  limiter: { spend: () => undefined, allowed: () => true, wait: () => 0 },
  addresses: { shown: () => "http://127.0.0.1", own: () => true },
} as unknown as ApiDeps;
const routes = [...viewRoutes(deps), ...meetingRoutes(deps), ...deviceRoutes(deps)].filter(
  (r) =>
    r.method === "get" &&
    r.path.startsWith("/api/bodies/:body/") &&
    !r.path.slice(18).includes(":") &&
    !/\/(own-way|mine|meetings\.ics)$/.test(r.path),
);
const app = new Hono();
mount(app, routes, (c, status, rule) => c.json({ rule }, status));

async function ask(path: string, query: string): Promise<{ status: number; lines: number }> {
  const answer = await app.request(`${path.replace(":body", house.body)}?${query}`);
  const said = await answer.text();
  if (answer.status !== 200) return { status: answer.status, lines: 0 };
  if (path.endsWith(".csv")) return { status: 200, lines: said.trim().split("\r\n").length - 1 };
  const json = JSON.parse(said) as { items?: unknown[] };
  return { status: 200, lines: json.items?.length ?? Number.NaN };
}

describe("what a list is asked for (API-1)", () => {
  const many: string[] = [];
  it.each(routes.map((r) => r.path))("%s", async (path) => {
    const whole = await ask(path, "");
    expect(whole.status).toBe(200);
    if (whole.lines > 1) many.push(path.split("/").at(-1) ?? "");
    // One line and no more, or no pages at all.
    const one = await ask(path, "limit=1");
    if (one.status === 200) expect(one.lines).toBeLessThanOrEqual(1);
    else expect(one.status).toBe(400);
    // Words that nobody wrote find nothing.
    const none = await ask(path, "q=zzzzqqxx");
    if (none.status === 200) expect(none.lines).toBe(0);
    else expect(none.status).toBe(400);
    expect((await ask(path, "after=nobody")).status).toBe(400);
    expect((await ask(path, "colour=red")).status).toBe(400);
  });
  it("a name finds who bears it in letters that look the same (N-10)", async () => {
    const said = (await (await app.request(`/api/bodies/${house.body}/roll?q=zora`)).json()) as {
      items: { name: { text: string } }[];
    };
    expect(said.items.map((m) => m.name.text.split(" ")[0]?.toLowerCase())).toHaveLength(3);
  });
  it("most of them have more than one line here", () => {
    expect(many).toEqual(expect.arrayContaining(["roll", "roll.csv", "founders", "founders.csv", "motions"]));
  });
});
