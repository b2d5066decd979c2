/** A real browser and a real server for stories: Chromium at phone size, a clerk with an empty data folder. */
import { createHash, createPublicKey } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { selfSigned } from "@nabat/testkit/certificate.ts";
import { freshDatabase } from "@nabat/testkit/database.ts";
import { readConfig } from "../../packages/server/src/config.ts";
import { type Running, startServer } from "../../packages/server/src/main.ts";

interface Builder {
  readonly build: () => Promise<unknown>;
  readonly isFresh: () => boolean;
}

/** Where Chromium lies on this machine, if anywhere. */
export const CHROMIUM = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((p) => p && existsSync(p));

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Fifteen phones on two cores: what no page here needs is left out.
  "--in-process-gpu",
  "--disable-software-rasterizer",
  "--disable-site-isolation-trials",
  "--disable-features=IsolateOrigins,site-per-process,Translate,MediaRouter,OptimizationHints",
  "--disable-breakpad",
  "--host-resolver-rules=MAP hall.test 127.0.0.1",
];

/** A name under which the same server is reached without a secure context, as in a hall's own network. */
export const HALL = "hall.test";

export interface Stage {
  readonly url: string;
  readonly server: Running;
  readonly browser: Browser;
  /** A phone of its own: nothing is shared between two. */
  phone(options?: PhoneOptions): Promise<Phone>;
  close(): Promise<void>;
}

export interface PhoneOptions {
  /** One whose browser keeps no shell for bad networks. */
  readonly plain?: boolean;
  /** Every script comes so many ms after the page asked for it, as on a slow network. */
  readonly slow?: number;
}

export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts and of the policy on this phone's pages, for the test to look at. */
  readonly faults: string[];
}

/** What a live page will say before long: read again and again until it holds, as a person would look. */
export function soon<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: 60_000, interval: 50 });
}

export interface StageOptions {
  /** The server's clock. */
  readonly now?: () => number;
  /**
   * Over HTTPS under the hall's own name, as phones in a house reach it: with a certificate that signs
   * itself and that these browsers know. Nothing but HTTPS makes that address a secure one.
   */
  readonly https?: boolean;
  /** With what stands among the examples; what is missing there is made when somebody opens that page. */
  readonly example?: boolean;
}

/** Key and certificate as files for the server, and the pin by which the browser knows them. */
function certificate(folder: string): { readonly settings: Record<string, string>; readonly pin: string } {
  const { key, cert } = selfSigned([HALL]);
  const [tlsCert, tlsKey] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  writeFileSync(tlsCert, cert);
  writeFileSync(tlsKey, key, { mode: 0o600 });
  const spki = createPublicKey(cert).export({ type: "spki", format: "der" });
  return { settings: { tlsCert, tlsKey }, pin: createHash("sha256").update(spki).digest("base64") };
}

/** Builds what changed, starts a clerk on a free port and a browser. */
export async function stage(options: StageOptions = {}): Promise<Stage> {
  const { build, isFresh } = (await import(new URL("../../scripts/build.mjs", import.meta.url).href)) as Builder;
  if (!isFresh()) await build();
  const data = mkdtempSync(join(tmpdir(), "nabat-story-"));
  const quiet = {
    debug() {},
    info() {},
    warn() {},
    error: (event: string, facts?: unknown) => console.error(event, facts),
  };
  const database = await freshDatabase();
  const tls = options.https ? certificate(data) : undefined;
  const server = await startServer(
    readConfig({ data, port: 0, example: options.example === true, databaseUrl: database.url, ...tls?.settings }, {}),
    {
      log: quiet as never,
      ...(options.now ? { now: options.now } : {}),
    },
  );
  const browser = await chromium.launch({
    executablePath: CHROMIUM as string,
    args: [...ARGS, ...(tls ? [`--ignore-certificate-errors-spki-list=${tls.pin}`] : [])],
  });
  return {
    url: tls ? server.url.replace("127.0.0.1", HALL) : server.url,
    server,
    browser,
    async phone(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: "en-GB",
        timezoneId: "Europe/Paris",
        ...(options.plain || options.slow ? { serviceWorkers: "block" as const } : {}),
      });
      const { slow } = options;
      if (slow !== undefined)
        await context.route("**/assets/*.js", async (route) => {
          await new Promise((go) => setTimeout(go, slow));
          // A page that was left meanwhile asks for nothing any more.
          await route.continue().catch(() => undefined);
        });
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && /Content Security Policy|Uncaught|TypeError/.test(message.text()))
          faults.push(message.text());
      });
      return { context, page, faults };
    },
    async close() {
      await browser.close();
      await server.close();
      await database.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
