/** Pages as a signed-in member gets them: over HTTP, and in a browser on a slow processor. */
import { existsSync } from "node:fs";
import { Agent, request } from "node:http";
import type { Seat } from "@nabat/exchange/client/mod.ts";
import { sleep } from "./load.ts";

const CHROMIUM = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((p): p is string => p !== undefined && existsSync(p));

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A page as a signed-in member gets it; gives ms and bytes. */
export function page(
  url: string,
  path: string,
  seat: Seat,
  token: string,
): Promise<{ ms: number; bytes: number; status: number }> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    request(
      url + path,
      { agent, headers: { Cookie: cookieOf(seat, token), Accept: "text/html", "Accept-Language": "en" } },
      (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
        answer.on("end", () => resolve({ ms: performance.now() - began, bytes, status: answer.statusCode ?? 0 }));
        answer.on("error", reject);
      },
    )
      .on("error", reject)
      .end();
  });
}

/** The cookie of whoever is signed in. */
export const cookieOf = (seat: Seat, token: string) => `nabat_${seat.body.slice(0, 16)}=${token}`;

/** First load of a page, nothing cached, on a processor four times slower: until it is drawn and until it is ready. `what`: the page, in words. */
export async function inBrowser(url: string, path: string, cookie: string, what: string): Promise<string> {
  if (!CHROMIUM) return "browser: no Chromium on this machine";
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const [name, value] = cookie.split("=") as [string, string];
  const loads: { drawn: number; ready: number }[] = [];
  try {
    for (let n = 0; n < 5; n++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      await context.addCookies([{ name, value, url }]);
      const tab = await context.newPage();
      const devtools = await context.newCDPSession(tab);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await tab.goto(url + path, { waitUntil: "load" });
      await sleep(300);
      loads.push(
        await tab.evaluate(() => {
          const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
          const drawn = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
          return { drawn, ready: load?.loadEventEnd ?? Number.NaN };
        }),
      );
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const middle = (of: "drawn" | "ready") =>
    loads
      .map((l) => l[of])
      .sort((a, b) => a - b)[2]
      ?.toFixed(0);
  return `browser ${what}, first load, processor four times slower: first drawn after ${middle("drawn")} ms, ready after ${middle("ready")} ms (middle of ${loads.length})`;
}
