/**
 * A great meeting under way: M members, 50 motions on its agenda with 10 amendments and 10 remarks each,
 * and 500 changes while pages are read. Prints how long a member waits for a page, what L live pages cost
 * the clerk's process, and (with --browser) how long a motion of 200 amendments and 200 remarks takes to
 * come up in Chromium on a processor slowed down four times.
 *
 *   npx tsx bench/meeting.ts [--members 5000] [--live 2000] [--browser]
 */
import { electTellers } from "@nabat/example/tellers.ts";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { template } from "@nabat/body";
import { closeList, createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import type { ActId, Hash } from "@nabat/kernel";
import { quantile, startClerk } from "@nabat/testkit/process.ts";

const { values } = parseArgs({
  options: {
    members: { type: "string", default: "5000" },
    live: { type: "string", default: "2000" },
    browser: { type: "boolean", default: false },
  },
});
const MEMBERS = Number(values.members);
const LIVE = Number(values.live);
const MOTIONS = 50;
const EACH = 10;
const CHANGES = 500;
/** Pages asked for each second, and changes entered each second, while pages are timed. */
const PAGES_A_SECOND = 20;
const CHANGES_A_SECOND = 10;
const AMENDED = 200;
/** Paragraphs of each motion, ten of which make about 1,200 characters. */
const PARAGRAPHS = 10;
const LIVE_SECONDS = 20;
const CHROMIUM = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((p): p is string => p !== undefined && existsSync(p));

const note = (words: string) => process.stderr.write(`${words}\n`);
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Runs `work` over the items, so many at a time. */
async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T, n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let n = next++; n < items.length; n = next++) await work(items[n] as T, n);
    }),
  );
}

/** Words of about so many letters. */
function words(letters: number, n: number): string {
  const some = `Paragraph ${n}: the assembly decides that what was agreed is carried out by those who took it on, and says by when. `;
  return some.repeat(Math.ceil(letters / some.length)).slice(0, letters);
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A page as a signed-in member gets it; gives ms and bytes. */
function page(
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

const cookieOf = (seat: Seat, token: string) => `nabat_${seat.body.slice(0, 16)}=${token}`;

/** Seconds of processor time of a process so far. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The same of all its children: the database. */
function databaseOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(
        Number(name),
        Number(
          readFileSync(`/proc/${name}/stat`, "utf8")
            .replace(/^.*\) /, "")
            .split(" ")[1],
        ),
      );
    } catch {
      // It has ended since.
    }
  }
  const under = (of: number): number[] =>
    [...parents].flatMap(([child, parent]) => (parent === of ? [child, ...under(child)] : []));
  return under(pid).reduce((sum, child) => sum + cpuOf(child), 0);
}

function watchers(
  port: number,
  body: string,
  token: string,
  count: number,
): Promise<{ events: () => number; close: () => void }> {
  const sockets: Socket[] = [];
  let events = 0;
  return inParallel(
    Array.from({ length: count }),
    200,
    () =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(port, "127.0.0.1");
        sockets.push(socket);
        socket.on("error", reject);
        socket.once("data", () => resolve());
        socket.on("data", (chunk: Buffer) => void (events += chunk.includes("event: size") ? 1 : 0));
        socket.write(
          `GET /api/bodies/${body}/live HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: nabat_${body.slice(0, 16)}=${token}\r\n\r\n`,
        );
      }),
  ).then(() => ({ events: () => events, close: () => sockets.forEach((s) => s.destroy()) }));
}

const data = mkdtempSync(join(tmpdir(), "nabat-bench-"));
const clerk = await startClerk(data);
try {
  const client = createClient({ url: clerk.url, tools: nodeTools, recheckMs: 600_000 });
  const t = (text: string, grade: "public" | "members" = "members") => textOf(client.tools, text, grade);
  const rules = template("house", { zone: "UTC", languages: ["en"] });
  const clock = Date.now();
  const founder = await client.found(client.person("Founder"), {
    type: "assembly",
    name: t("Great hall", "public"),
    purpose: t("To measure."),
    text: t("Rules."),
    statutes: { ...rules, convene: { signatures: 3, noticeDays: 1 } },
    // A practice body: its clock is set forward over the notice of the meeting.
    practice: true,
    clock,
  });
  const until = Date.now() + 86_400_000;
  const seats: Seat[] = [founder];
  for (let i = 1; i < 64; i++)
    seats.push(await client.join(client.person(`Member ${i}`), await invite(founder, "founder", until)));
  const openers = [...seats];
  let began = performance.now();
  await inParallel(Array.from({ length: MEMBERS - openers.length }), 64, async (_, n) => {
    seats.push(
      await client.join(client.person(`Member ${n + 64}`), await invite(openers[n % 64] as Seat, "founder", until)),
    );
  });
  note(`${seats.length} members in ${Math.round((performance.now() - began) / 1000)} s`);
  const [, one, two] = openers as [Seat, Seat, Seat];
  const tellers = [one.member, two.member];
  const list = await closeList(founder);
  await inParallel(seats, 64, async (seat) => void (await seat.act("list.sign", { list })));

  began = performance.now();
  const motions: ActId[] = [];
  const amend = async (motion: ActId, base: Hash, amendments: number, remarks: number) => {
    await inParallel(Array.from({ length: amendments }), 8, async (_, n) => {
      const place =
        n % 3 === 2
          ? { what: "insert", after: n % PARAGRAPHS }
          : { what: "replace", from: 1 + (n % PARAGRAPHS), to: 1 + (n % PARAGRAPHS) };
      const data = {
        title: t(`Amendment ${n + 1}`),
        text: t(words(200, n)),
        subject: { type: "amendment", motion, base, place },
      };
      const { id } = await (openers[(n + 30) % 64] as Seat).act("move", data);
      if (n % 2 === 0) await (openers[(n + 31) % 64] as Seat).act("second", { motion: id });
    });
    await inParallel(Array.from({ length: remarks }), 8, async (_, r) => {
      await (openers[(r + 7) % 64] as Seat).act("say", { about: motion, text: t(words(300, r)) });
    });
  };
  const move = async (by: Seat, n: number) => {
    const text = t(Array.from({ length: PARAGRAPHS }, (_, i) => words(120, n + i)).join("\n\n"));
    const { id } = await by.act("move", { title: t(`Motion ${n}`), text, subject: { type: "text" } });
    return { id, base: text.ref.hash };
  };
  await inParallel(Array.from({ length: MOTIONS }), 16, async (_, n) => {
    const by = openers[n % 16] as Seat;
    const { id, base } = await move(by, n + 1);
    motions.push(id);
    await amend(id, base, EACH, EACH);
  });
  const long = await move(openers[20] as Seat, MOTIONS + 1);
  await amend(long.id, long.base, AMENDED, AMENDED);
  const starts = clock + 2 * 86_400_000;
  const { id: call } = await founder.act("meeting.call", {
    title: t("General meeting"),
    reason: t("To decide."),
    type: "decide",
    starts,
  });
  for (const signer of [one, two]) await signer.act("meeting.sign", { call });
  for (const [n, motion] of motions.entries())
    await founder.act("meeting.item", { call, title: t(`Item ${n + 1}`), motion });
  await founder.act("clock", { to: starts });
  const { id: sitting } = await founder.act("sitting.open", { title: t("General meeting"), tellers, call });
  await electTellers(seats, sitting, {
    title: t("The board"),
    text: t("Who counts."),
    chair: founder,
    tellers: [one, two],
  });
  const { agenda } = await firstItem(founder, call);
  await founder.act("item.open", { sitting, item: agenda });
  note(
    `${MOTIONS} motions with ${EACH} amendments and ${EACH} remarks each, and one with ${AMENDED}, in ${Math.round((performance.now() - began) / 1000)} s`,
  );

  const readers = seats.slice(64, 104);
  const tokens = await Promise.all(readers.map((r) => r.token()));
  const base = `/b/${founder.body}`;
  const pages = {
    meeting: `${base}/sittings/${sitting}`,
    motion: `${base}/motions/${motions[3]}`,
    motions: `${base}/motions`,
    home: base,
  };
  const times: Record<keyof typeof pages, number[]> = { meeting: [], motion: [], motions: [], home: [] };
  const bytes: Partial<Record<keyof typeof pages, number>> = {};
  // Once before, as a meeting's first minute does it.
  for (const path of Object.values(pages)) await page(clerk.url, path, readers[0] as Seat, tokens[0] as string);
  const seconds = CHANGES / CHANGES_A_SECOND;
  const before = [cpuOf(clerk.pid), databaseOf(clerk.pid)] as const;
  const start = performance.now();
  const under: Promise<unknown>[] = [];
  const refused: string[] = [];
  const change = async (n: number) => {
    const by = seats[200 + n] as Seat;
    const done =
      n % 5 < 2
        ? await by.put("floor.ask", { sitting })
        : n % 5 < 4
          ? await by.put("say", { about: motions[n % MOTIONS], text: t(words(300, n)) })
          : await by.put("second", { motion: motions[n % MOTIONS] });
    if (!done.ok) refused.push(`${done.rule} ${done.code}`);
  };
  const names = [
    "meeting",
    "meeting",
    "meeting",
    "motion",
    "meeting",
    "meeting",
    "motions",
    "meeting",
    "meeting",
    "home",
  ] as const;
  const ticks = (each: number, count: number, work: (n: number) => Promise<unknown>) =>
    (async () => {
      for (let n = 0; n < count; n++) {
        await sleep(Math.max(0, start + n * each - performance.now()));
        under.push(work(n));
      }
    })();
  await Promise.all([
    ticks(1000 / CHANGES_A_SECOND, CHANGES, change),
    ticks(1000 / PAGES_A_SECOND, seconds * PAGES_A_SECOND, async (n) => {
      const name = names[n % names.length] as keyof typeof pages;
      const got = await page(
        clerk.url,
        pages[name],
        readers[n % readers.length] as Seat,
        tokens[n % readers.length] as string,
      );
      if (got.status !== 200) throw new Error(`${name} answered ${got.status}`);
      times[name].push(got.ms);
      bytes[name] = got.bytes;
    }),
  ]);
  await Promise.all(under);
  const took = (performance.now() - start) / 1000;
  const busy = [(cpuOf(clerk.pid) - before[0]) / took, (databaseOf(clerk.pid) - before[1]) / took].map(
    (s) => `${(s * 100).toFixed(0)} %`,
  );

  console.log(
    `machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, Nabat ${version()}; load average ${loadavg()
      .map((l) => l.toFixed(1))
      .join(" ")} (with this bench)`,
  );
  console.log(
    `command: npx tsx bench/meeting.ts --members ${MEMBERS} --live ${LIVE}${values.browser ? " --browser" : ""}`,
  );
  console.log(
    `${MEMBERS} members, ${MOTIONS} motions with ${EACH} amendments and ${EACH} remarks each; ${CHANGES - refused.length} of ${CHANGES} changes entered and ${seconds * PAGES_A_SECOND} pages read in ${seconds} s, the clerk took ${busy[0]} of a core, its database ${busy[1]}${refused.length > 0 ? ` (${refused[0]})` : ""}`,
  );
  for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
    const sorted = times[name].sort((a, b) => a - b);
    console.log(
      `page ${name.padEnd(7)} ${String(sorted.length).padStart(4)} times, ${Math.round((bytes[name] ?? 0) / 1024)} kB: median ${quantile(sorted, 0.5).toFixed(0)} ms, p95 ${quantile(sorted, 0.95).toFixed(0)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
    );
  }

  const live = await watchers(clerk.port, founder.body, tokens[0] as string, LIVE);
  await sleep(2000);
  const [cpu, events, from] = [cpuOf(clerk.pid), live.events(), performance.now()];
  let said = 0;
  while (performance.now() - from < LIVE_SECONDS * 1000) {
    const by = seats[700 + (said % 200)] as Seat;
    await by.act("say", { about: motions[said++ % MOTIONS], text: t(words(300, said)) });
    await sleep(Math.max(0, from + said * 250 - performance.now()));
  }
  const spent = (performance.now() - from) / 1000;
  const share = (cpuOf(clerk.pid) - cpu) / spent;
  const heard = live.events() - events;
  live.close();
  console.log(
    `live    ${LIVE} pages, ${(heard / LIVE / spent).toFixed(2)} events a second each, ${(said / spent).toFixed(1)} changes a second: ${(share * 100).toFixed(1)} % of a core`,
  );

  if (values.browser)
    console.log(
      await inBrowser(clerk.url, `${base}/motions/${long.id}`, cookieOf(readers[0] as Seat, tokens[0] as string)),
    );
} finally {
  await clerk.stop();
  rmSync(data, { recursive: true, force: true });
}

/** The first item of a call's agenda, from the entries. */
async function firstItem(seat: Seat, call: ActId): Promise<{ agenda: ActId }> {
  const { entries } = await seat.get<{ entries: { id: ActId; act?: { data: { call: ActId } } }[] }>(
    "entries?kind=meeting.item&limit=500",
  );
  const found = entries.filter((e) => e.act?.data.call === call).at(-1);
  if (!found) throw new Error("no item");
  return { agenda: found.id };
}

function version(): string {
  const { version: of } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")) as {
    version: string;
  };
  return `${of} at ${execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: import.meta.dirname })
    .toString()
    .trim()}`;
}

/** First load of a page, nothing cached, on a processor four times slower: until it is drawn and until it is ready. */
async function inBrowser(url: string, path: string, cookie: string): Promise<string> {
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
  return `browser a motion of ${AMENDED} amendments and ${AMENDED} remarks, first load, processor four times slower: first drawn after ${middle("drawn")} ms, ready after ${middle("ready")} ms (middle of ${loads.length})`;
}
