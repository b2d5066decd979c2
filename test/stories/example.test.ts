/**
 * The example house: made when somebody opens its door, then read by a stranger through the API, held
 * against the data it was made from, and recomputed from its entries.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS } from "@nabat/body";
import { bundleReader, check } from "@nabat/body/checker/mod.ts";
import { openUrl, remoteOf } from "@nabat/exchange";
import { sha256, verify } from "@nabat/platform";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASES } from "@nabat/example/cases/mod.ts";

interface Data {
  readonly name: Record<string, string>;
  readonly totals: Record<string, number>;
  readonly motions: readonly {
    readonly id: string;
    readonly title: Record<string, string>;
    readonly vote: {
      readonly mode: string;
      readonly whole: number;
      readonly present?: number;
      readonly counts: Record<string, number>;
      readonly byTellers?: number;
    };
    readonly outcome: string;
  }[];
  readonly events: readonly { readonly do: string; readonly expect?: string }[];
}

const house = JSON.parse(readFileSync(new URL("../../cases/house-of-40.json", import.meta.url), "utf8")) as Data;
let server: Running;
let data: string;
let body: string;
let waited = "";

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "nabat-example-"));
  server = await startServer(readConfig({ data, port: 0 }, {}), {
    log: createLog(() => undefined, Date.now),
    fastDatabase: true,
  });
  const until = Date.now() + 90_000;
  for (;;) {
    const page = await fetch(`${server.url}/example`, { headers: { "Accept-Language": "en" } });
    const html = await page.text();
    body = /href="\/b\/([0-9a-f]{64})"/.exec(html)?.[1] ?? "";
    if (body) break;
    if (page.headers.get("Refresh")) waited = html;
    if (Date.now() > until) throw new Error("the example was not made in time");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}, 120_000);

afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
}, 240_000);

const get = async <T>(path: string): Promise<T> =>
  (await (await fetch(`${server.url}/api/bodies/${body}/${path}`)).json()) as T;

interface Motion {
  readonly id: string;
  readonly title: { readonly text?: string };
  readonly status: string;
  readonly result?: {
    readonly counts: Record<string, number>;
    readonly whole: number;
    readonly present?: number;
    readonly outcome: string;
    readonly vote: string;
  };
}

describe("the example house of 40", () => {
  it("told who waited how far it was", () => {
    expect(waited).toContain(`of ${house.events.length} steps`);
    expect(house.events).toHaveLength(446);
  });

  it("is a practice body that everybody may look at", async () => {
    const facts = (await (await fetch(`${server.url}/api/bodies/${body}`)).json()) as Record<string, unknown>;
    expect(facts).toMatchObject({ name: house.name["en"], practice: true, phase: "adopted", entries: "public" });
    expect((await fetch(`${server.url}/b/${body}`)).status).toBe(200);
  });

  it("has forty members, four of them with a card, and one guest", async () => {
    const roll = await get<{
      roll: number;
      guests: number;
      items: { standing: string; card: boolean; name: { text?: string } }[];
    }>("roll?limit=100");
    const { membersAtEnd, withCard, withDevice, guestsAtEnd } = house.totals;
    expect(roll).toMatchObject({ roll: membersAtEnd, guests: guestsAtEnd });
    const members = roll.items.filter((m) => m.standing === "member");
    expect(members.filter((m) => m.card)).toHaveLength(withCard ?? -1);
    expect(members.filter((m) => !m.card)).toHaveLength(withDevice ?? -1);
    expect(members.every((m) => m.name.text)).toBe(true);
  });

  it.each(house.motions.map((m) => [m.id, m] as const))("%s came out as told", async (_, told) => {
    const { items } = await get<{ items: Motion[] }>("motions?limit=50");
    const motion = items.find((m) => m.title.text === told.title["en"]);
    expect(motion).toMatchObject({
      status: told.outcome,
      result: { counts: told.vote.counts, whole: told.vote.whole, outcome: told.outcome },
    });
    expect(motion?.result?.present).toBe(told.vote.present);
    const vote = await get<{ mode: string; byTellers: number; tallies: { counts: unknown }[] }>(
      `votes/${motion?.result?.vote}`,
    );
    expect(vote.mode).toBe(told.vote.mode);
    expect(vote.tallies.map((t) => t.counts)).toEqual([told.vote.counts, told.vote.counts]);
    if (told.vote.mode === "count") expect(vote.byTellers).toBe(told.vote.byTellers);
  });

  it("holds every event as an entry of its kind, but for the one that was refused", async () => {
    const wanted = new Map<string, number>();
    for (const e of house.events) if (e.expect === undefined) wanted.set(e.do, (wanted.get(e.do) ?? 0) + 1);
    for (const kind of [
      "move",
      "sitting.here",
      "vote.open",
      "vote.cast",
      "vote.card",
      "tally",
      "result",
      "vouch",
      "second",
      "meeting.call",
      "meeting.sign",
      "meeting.item",
      "item.open",
      "floor.give",
      "minority",
      "apply",
      "leave",
      "erase",
      "device.add",
      "device.end",
      "established",
    ]) {
      const { entries } = await get<{ entries: unknown[] }>(`entries?kind=${kind}&limit=500`);
      expect([kind, entries.length]).toEqual([kind, wanted.get(kind)]);
    }
  });

  it("changed its rules once, founded its committee, and let one remark go", async () => {
    const rules = await get<{ n: number; statutes: { voting: { hours: number } } }>("statutes");
    expect(rules).toMatchObject({ n: 2, statutes: { voting: { hours: 120 } } });
    const chain = await get<{ children: { name: { text?: string } }[]; provisional: boolean }>("chain");
    expect(chain).toMatchObject({ provisional: false, children: [{ name: { text: "Roof repair" } }] });
    const { entries } = await get<{ entries: { act: { data: { attachments: string[] } } }[] }>("entries?kind=erase");
    const [gone] = entries[0]?.act.data.attachments ?? [];
    expect((await fetch(`${server.url}/api/bodies/${body}/attachments/${gone}`)).status).toBe(410);
  });

  it("is in the middle of a meeting: one amendment is in the text, the next is before the house", async () => {
    const { items } = await get<{ items: { id: string; stage: string }[] }>("meetings?limit=5");
    expect(items.map((m) => m.stage)).toEqual(["held", "over", "over", "over"]);
    const { sittings } = await get<{ sittings: { id: string }[] }>(`meetings/${items[0]?.id}`);
    const course = await get<{
      item: { motion: { text: { text: string }; version: number } };
      toCall: { amendment: { title: { text: string } } };
      amendments: unknown[];
      speaking: { person: { name: string } };
      speakers: unknown[];
    }>(`sittings/${sittings[0]?.id}/course`);
    expect(course).toMatchObject({
      item: { motion: { version: 2 } },
      toCall: { amendment: { title: { text: "No money from the households" } } },
      speaking: { person: {} },
    });
    expect(course.item.motion.text.text.split("\n\n")[1]).toContain("We ask five firms");
    expect([course.amendments.length, course.speakers.length]).toEqual([3, 2]);
  });

  it("is recomputed from its entries by who trusts nobody", async () => {
    const { source } = await openUrl(remoteOf(`${server.url}/b/${body}`));
    const deps = { kinds: KINDS, sha256, verify, read: bundleReader(sha256, verify) };
    const { verdict, checker } = await check(source, deps);
    expect(verdict).toMatchObject({ ok: true, summary: { practice: true, members: 40 } });
    // All it decided binds (B-2, B-4): none of its votes gave an opinion only.
    expect([...(checker?.state?.votes.votes.values() ?? [])].map((v) => v.opinion === true)).not.toContain(true);
  });
});

describe("the second door", () => {
  it("lists every case that replays, each a practice body to look at", { timeout: 150_000 }, async () => {
    for (const until = Date.now() + 140_000; ;) {
      const html = await (await fetch(`${server.url}/example`, { headers: { "Accept-Language": "en" } })).text();
      const bodies = new Set([...html.matchAll(/href="\/b\/([0-9a-f]{64})"/g)].map((m) => m[1]));
      const named = CASES.filter((c) => html.includes(c.title.replaceAll("'", "&#39;")) || html.includes(c.title));
      if (named.length === CASES.length && bodies.size === CASES.length + 1) break;
      if (Date.now() > until) throw new Error(`only ${named.map((c) => c.name).join(", ")}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(CASES).toHaveLength(10);
  });
});
