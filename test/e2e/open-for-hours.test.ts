/**
 * A projector that is left open for hours: as many events as an evening of two hours brings, each with the
 * page read and put in place anew, leave neither nodes nor listeners nor memory behind, on the screen or in
 * the server; and what the hall sees is the present state at the end.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assembly, type Hall } from "../faults/hall.ts";
import { CHROMIUM, soon, type Stage, stage } from "./browser.ts";

const EVENTS = 400;
const BEFORE = 50;

describe.skipIf(!CHROMIUM)("a projector left open", () => {
  let house: Stage;
  let hall: Hall;
  let sitting = "";

  beforeAll(async () => {
    house = await stage();
    hall = await assembly(house.url, 6);
    const tellers = [hall.seats[1]?.member, hall.seats[2]?.member];
    ({ id: sitting } = await hall.founder.act("sitting.open", { title: hall.founder.text("Long evening"), tellers }));
  }, 240_000);
  afterAll(() => house?.close(), 60_000);

  it(`${EVENTS} events later it is the same page, with the speaker of now`, async () => {
    const { context, page, faults } = await house.phone();
    const [name, value] = [`nabat_${hall.body.slice(0, 16)}`, await hall.founder.token()];
    await context.addCookies([{ name, value, url: house.url }]);
    // The page's own connection is kept at hand, to bring events faster than two a second; and it reads at once.
    await page.addInitScript(() => {
      const all: EventSource[] = ((globalThis as { sources?: EventSource[] }).sources = []);
      globalThis.EventSource = class extends EventSource {
        constructor(url: string | URL) {
          super(url);
          all.push(this);
        }
      };
      Math.random = () => 0;
    });
    await page.goto(`${house.url}/b/${hall.body}/sittings/${sitting}/projector`);
    await page.locator("h1").waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable");
    const standing = async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      const { metrics } = await devtools.send("Performance.getMetrics");
      const of = (what: string) => metrics.find((m) => m.name === what)?.value ?? Number.NaN;
      return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
    };
    const [one, two] = [hall.seats[3], hall.seats[4]];
    let before = await standing();
    for (let n = 0; n < EVENTS; n++) {
      if (n === BEFORE) before = await standing();
      // Every tenth time the floor has gone on.
      if (n % 10 === 0) {
        const [to, from] = n % 20 === 0 ? [one, two] : [two, one];
        if (n > 0) await from?.act("floor.end", { sitting });
        await to?.act("floor.ask", { sitting });
        await hall.founder.act("floor.give", { sitting, speaker: to?.member });
      }
      const read = page.waitForResponse((r) => r.url().endsWith("/projector"));
      await page.evaluate((size) => {
        const [source] = (globalThis as { sources?: EventSource[] }).sources ?? [];
        source?.dispatchEvent(new MessageEvent("size", { data: JSON.stringify({ size, listening: 1 }) }));
      }, 1_000_000 + n);
      await (await read).finished();
    }
    await soon(() => page.textContent(".screen-speaker")).toContain("M4");
    const after = await standing();
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
    expect(after.nodes).toBeLessThan(before.nodes + 200);
    expect(after.heap).toBeLessThan(before.heap + 1_500_000);
    expect(await page.evaluate(() => (globalThis as { sources?: EventSource[] }).sources?.length)).toBe(1);
    const health = (await (await fetch(`${house.url}/healthz`)).json()) as { live: number };
    expect(health.live).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
    await soon(async () => ((await (await fetch(`${house.url}/healthz`)).json()) as { live: number }).live).toBe(0);
  }, 240_000);
});
