/**
 * Durable signed acts through HTTP: a clerk in its own process with the embedded database (fsync on),
 * the generator beside it. Acts are signed beforehand; each goes alone in its request, answered by a
 * signed receipt once it is on disk. Prints acts a second, what an act takes of the clerk's and of the
 * database's processor (user and system, all threads), and the time to a receipt.
 *
 * With `--beside DIR` a clerk of another checkout takes as many by turns in the same run, and the
 * medians of the turns stand side by side. The first turn of each warms up and is not counted.
 * `--fresh` opens a connection for each act, as phones do, instead of one for each member.
 * `--profile FOLDER` has Node write a processor profile of this checkout's clerk there.
 *
 *   npx tsx bench/acts.ts [--members 160] [--each 16] [--turns 5] [--fresh] [--beside DIR] [--profile FOLDER]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  type ClerkProcess,
  cpuSeconds,
  cpuSecondsBelow,
  drive,
  driveFresh,
  median,
  quantile,
  startClerk,
} from "@nabat/testkit/process.ts";
import { type Remarks, remarks } from "@nabat/testkit/remarks.ts";

const { values } = parseArgs({
  options: {
    members: { type: "string", default: "160" },
    each: { type: "string", default: "16" },
    turns: { type: "string", default: "5" },
    fresh: { type: "boolean", default: false },
    beside: { type: "string" },
    profile: { type: "string" },
  },
});
const MEMBERS = Number(values.members);
const EACH = Number(values.each);
const TURNS = Number(values.turns);

/** What one turn took. */
interface Turn {
  readonly perSecond: number;
  /** µs of processor for each act. */
  readonly clerk: number;
  readonly database: number;
}

/** One side: a clerk with a body whose members have their acts ready. */
interface Side {
  readonly name: string;
  readonly clerk: ClerkProcess;
  /** Requests by turn and member. */
  readonly requests: Remarks["requests"];
  readonly turns: Turn[];
  readonly times: number[];
  refused: number;
  readonly size: () => Promise<number>;
}

async function makeReady(name: string, clerk: ClerkProcess): Promise<Side> {
  const ready = await remarks(clerk.url, { members: MEMBERS, each: EACH, turns: TURNS + 1 });
  return { name, clerk, ...ready, turns: [], times: [], refused: 0 };
}

/** Sends a turn's acts; the first only warms up. */
async function take(side: Side, turn: number): Promise<void> {
  const { clerk } = side;
  const lists = side.requests[turn] ?? [];
  const before = { clerk: cpuSeconds(clerk.pid), database: cpuSecondsBelow(clerk.pid) };
  const began = performance.now();
  const send = values.fresh ? driveFresh : drive;
  await Promise.all(
    lists.map((list) =>
      send(clerk.port, list, (status, ms) => {
        if (turn > 0) side.times.push(ms);
        if (status !== 201) side.refused += 1;
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  // What is refused costs less than what is entered: such a run says nothing.
  if (side.refused > 0) throw new Error(`${side.refused} acts were not entered (${side.name})`);
  const count = MEMBERS * EACH;
  if (turn === 0) return;
  side.turns.push({
    perSecond: count / seconds,
    clerk: ((cpuSeconds(clerk.pid) - before.clerk) * 1e6) / count,
    database: ((cpuSecondsBelow(clerk.pid) - before.database) * 1e6) / count,
  });
}

const middle = (side: Side, what: keyof Turn) => median(side.turns.map((t) => t[what]));

async function report(side: Side): Promise<void> {
  side.times.sort((a, b) => a - b);
  const range = side.turns.map((t) => Math.round(t.clerk)).sort((a, b) => a - b);
  console.log(`${side.name}: ${Math.round(middle(side, "perSecond"))} durable acts/s, record has ${await side.size()}`);
  console.log(
    `  processor time an act: clerk ${Math.round(middle(side, "clerk"))} µs (turns ${range.join(", ")}), its database ${Math.round(middle(side, "database"))} µs`,
  );
  console.log(
    `  time to receipt: median ${quantile(side.times, 0.5).toFixed(1)} ms, p99 ${quantile(side.times, 0.99).toFixed(1)} ms, slowest ${(side.times.at(-1) ?? 0).toFixed(1)} ms`,
  );
}

async function main(): Promise<void> {
  const roots = [undefined, ...(values.beside === undefined ? [] : [resolve(values.beside)])];
  const sides: Side[] = [];
  const folders: string[] = [];
  try {
    for (const root of roots) {
      const data = mkdtempSync(join(tmpdir(), "nabat-bench-"));
      folders.push(data);
      const node =
        values.profile !== undefined && root === undefined ? ["--cpu-prof", `--cpu-prof-dir=${values.profile}`] : [];
      sides.push(await makeReady(root === undefined ? "here" : "beside", await startClerk(data, {}, { root, node })));
    }
    for (let turn = 0; turn <= TURNS; turn++) for (const side of sides) await take(side, turn);
    console.log(`machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
    console.log(
      `command: npx tsx bench/acts.ts --members ${MEMBERS} --each ${EACH} --turns ${TURNS}${values.fresh ? " --fresh" : ""}${values.beside === undefined ? "" : " --beside …"}`,
    );
    for (const side of sides) await report(side);
    const [here, beside] = sides;
    if (here && beside)
      console.log(
        `here over beside: clerk's processor ${(middle(here, "clerk") / middle(beside, "clerk")).toFixed(2)}, database's ${(middle(here, "database") / middle(beside, "database")).toFixed(2)}, acts/s ${(middle(here, "perSecond") / middle(beside, "perSecond")).toFixed(2)}`,
      );
  } finally {
    for (const side of sides) await side.clerk.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("acts.ts")) await main();
