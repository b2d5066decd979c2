/**
 * A great meeting under way: M members, 50 motions on its agenda with 10 amendments and 10 remarks each,
 * and 500 changes while pages are read. Prints how long a member waits for a page, what L live pages cost
 * the clerk's process, and (with --browser) how long a motion of 200 amendments and 200 remarks takes to
 * come up in Chromium on a processor slowed down four times.
 *
 *   npx tsx bench/meeting.ts [--members 5000] [--live 2000] [--browser]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Seat } from "@nabat/exchange/client/mod.ts";
import { cpuSeconds, cpuSecondsBelow, quantile, startClerk } from "@nabat/testkit/process.ts";
import { GREAT, greatHall, words } from "./support/great-hall.ts";
import { sleep, version, watchers } from "./support/load.ts";
import { cookieOf, inBrowser, page } from "./support/pages.ts";

const { values } = parseArgs({
  options: {
    members: { type: "string", default: "5000" },
    live: { type: "string", default: "2000" },
    browser: { type: "boolean", default: false },
  },
});
const MEMBERS = Number(values.members);
const LIVE = Number(values.live);
const { motions: MOTIONS, each: EACH, amended: AMENDED } = GREAT;
const CHANGES = 500;
/** Pages asked for each second, and changes entered each second, while pages are timed. */
const PAGES_A_SECOND = 20;
const CHANGES_A_SECOND = 10;
const LIVE_SECONDS = 20;

const data = mkdtempSync(join(tmpdir(), "nabat-bench-"));
const clerk = await startClerk(data);
try {
  const { founder, seats, motions, long, sitting, text: t } = await greatHall(clerk.url, MEMBERS);
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
  const before = [cpuSeconds(clerk.pid), cpuSecondsBelow(clerk.pid)] as const;
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
  const busy = [(cpuSeconds(clerk.pid) - before[0]) / took, (cpuSecondsBelow(clerk.pid) - before[1]) / took].map(
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

  const live = await watchers(clerk.port, founder.body, LIVE, tokens[0] as string);
  await sleep(2000);
  const [cpu, events, from] = [cpuSeconds(clerk.pid), live.events(), performance.now()];
  let said = 0;
  while (performance.now() - from < LIVE_SECONDS * 1000) {
    const by = seats[700 + (said % 200)] as Seat;
    await by.act("say", { about: motions[said++ % MOTIONS], text: t(words(300, said)) });
    await sleep(Math.max(0, from + said * 250 - performance.now()));
  }
  const spent = (performance.now() - from) / 1000;
  const share = (cpuSeconds(clerk.pid) - cpu) / spent;
  const heard = live.events() - events;
  live.close();
  console.log(
    `live    ${LIVE} pages, ${(heard / LIVE / spent).toFixed(2)} events a second each, ${(said / spent).toFixed(1)} changes a second: ${(share * 100).toFixed(1)} % of a core`,
  );

  if (values.browser)
    console.log(
      await inBrowser(
        clerk.url,
        `${base}/motions/${long}`,
        cookieOf(readers[0] as Seat, tokens[0] as string),
        `a motion of ${AMENDED} amendments and ${AMENDED} remarks`,
      ),
    );
} finally {
  await clerk.stop();
  rmSync(data, { recursive: true, force: true });
}
