/**
 * The example house after an interruption: a server that stops in the middle of making it shows nothing
 * half-made, and makes it anew at the next start.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, expect, it } from "vitest";

let data: string;
let server: Running | undefined;
const log: Record<string, unknown>[] = [];

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "nabat-again-"));
});

afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
}, 240_000);

const start = async (): Promise<Running> =>
  (server = await startServer(readConfig({ data, port: 0 }, {}), {
    log: createLog((line) => void log.push(JSON.parse(line) as Record<string, unknown>), Date.now),
    fastDatabase: true,
  }));

/** Looks at the door of the example until `enough` says so; gives what the page then holds. */
async function look(url: string, enough: (html: string, waiting: boolean) => boolean): Promise<string> {
  for (const until = Date.now() + 90_000; Date.now() < until;) {
    const page = await fetch(`${url}/example`, { headers: { "Accept-Language": "en" } });
    const html = await page.text();
    if (enough(html, page.headers.get("Refresh") !== null)) return html;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it took too long");
}

const doors = (html: string) => [...html.matchAll(/href="\/b\/([0-9a-f]{64})"/g)].map((m) => m[1]);
const step = (html: string) => Number(/(\d+) of \d+ steps/.exec(html)?.[1] ?? 0);

it("is not shown half-made, and is made anew", { timeout: 150_000 }, async () => {
  const first = await start();
  const halfway = await look(first.url, (html, waiting) => waiting && step(html) > 20);
  expect(doors(halfway)).toEqual([]);
  await first.close();

  const second = await start();
  const again = await look(second.url, () => true);
  expect(doors(again)).toEqual([]);
  const made = await look(second.url, (html) => doors(html).length > 0);
  expect(log.filter((l) => l["event"] === "example.interrupted")).toHaveLength(1);
  const [house] = doors(made);
  const roll = (await (await fetch(`${second.url}/api/bodies/${house}/roll?limit=1`)).json()) as { roll: number };
  expect(roll.roll).toBe(40);
});
