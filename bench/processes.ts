/**
 * Several processes over one database, beside one: durable signed acts in three bodies, by turns in one run.
 *
 *   one     one process takes all of them
 *   three   three processes, each asked for the body that it keeps
 *   wrong   three processes, each asked for bodies that another keeps: every act is passed on
 *
 * One PostgreSQL (fsync on) with two databases on this machine, the generator beside it. Prints acts a second
 * and the processor time of an act (user and system, all processes of the server together; the database's
 * apart), as medians of the turns, and the ratios. The first turn of each warms up and isn't counted.
 *
 *   npx tsx bench/processes.ts [--members 90] [--each 8] [--turns 5]
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCluster } from "@nabat/store/embedded/cluster.ts";
import { makePool } from "@nabat/store/pool.ts";
import { socketUrl } from "@nabat/testkit/database.ts";
import { type ClerkProcess, cpuSeconds, drive, startClerk } from "@nabat/testkit/process.ts";
import { type Remarks, remarks } from "@nabat/testkit/remarks.ts";

const { values } = parseArgs({
  options: {
    members: { type: "string", default: "90" },
    each: { type: "string", default: "8" },
    turns: { type: "string", default: "5" },
  },
});
const MEMBERS = Number(values.members);
const EACH = Number(values.each);
const TURNS = Number(values.turns) + 1;
const BODIES = 3;

interface Turn {
  readonly perSecond: number;
  /** µs of processor an act. */
  readonly server: number;
  readonly database: number;
}

/** A body whose members have their acts ready: by turn and member. */
type Ready = Remarks["requests"];

/** Sends one turn of each body to the process that `to` names; gives what it took. */
async function take(
  bodies: readonly Ready[],
  turn: number,
  to: (body: number) => ClerkProcess,
  processes: readonly ClerkProcess[],
  database: number,
): Promise<Turn> {
  const server = () => processes.reduce((sum, p) => sum + cpuSeconds(p.pid), 0);
  const before = { server: server(), database: below(database) };
  const began = performance.now();
  let refused = 0;
  await Promise.all(
    bodies.flatMap((ready, n) =>
      (ready[turn] ?? []).map((list) => drive(to(n).port, list, (status) => void (status === 201 || refused++))),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  if (refused > 0) throw new Error(`${refused} acts were not entered`);
  const count = bodies.length * MEMBERS * EACH;
  const each = (now: number, then: number) => ((now - then) * 1e6) / count;
  return {
    perSecond: count / seconds,
    server: each(server(), before.server),
    database: each(below(database), before.database),
  };
}

/** Processor seconds of PostgreSQL: its first process, those it started, and those that have ended since. */
function below(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const ended = (Number(fields[13]) + Number(fields[14])) / 100;
  return [pid, ...children.map(Number)].reduce((sum, one) => sum + safely(() => cpuSeconds(one)), ended);
}

function safely(read: () => number): number {
  try {
    return read();
  } catch {
    return 0;
  }
}

const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nabat-bench-"));
  const cluster = await startCluster({ dataDir: folder, maxConnections: 100 }, () => undefined);
  const running: ClerkProcess[] = [];
  try {
    const admin = makePool(
      { host: cluster.host, port: cluster.port, user: cluster.user, database: "postgres", max: 1 },
      () => undefined,
    );
    for (const name of ["one", "three"]) await admin.query(`create database ${name}`);
    await admin.end();
    const start = async (database: string, name: string): Promise<ClerkProcess> => {
      const clerk = await startClerk(join(folder, name), {
        DATABASE_URL: socketUrl(cluster, database),
        NABAT_KEY_FILE: join(folder, `${database}.key`),
      });
      running.push(clerk);
      return clerk;
    };
    const one = await start("one", "p0");
    const three = [await start("three", "p1"), await start("three", "p2"), await start("three", "p3")];
    const bodiesOfOne: Ready[] = [];
    const bodiesOfThree: Ready[] = [];
    for (let n = 0; n < BODIES; n++) {
      bodiesOfOne.push((await remarks(one.url, { members: MEMBERS, each: EACH, turns: TURNS })).requests);
      // Founded at a process, and kept by it from then on.
      bodiesOfThree.push(
        (await remarks((three[n] as ClerkProcess).url, { members: MEMBERS, each: EACH, turns: 2 * TURNS })).requests,
      );
    }
    const turns = { one: [] as Turn[], three: [] as Turn[], wrong: [] as Turn[] };
    for (let turn = 0; turn < TURNS; turn++) {
      turns.one.push(await take(bodiesOfOne, turn, () => one, [one], cluster.pid));
      const right = (n: number) => three[n] as ClerkProcess;
      turns.three.push(await take(bodiesOfThree, 2 * turn, right, three, cluster.pid));
      const wrong = (n: number) => three[(n + 1) % BODIES] as ClerkProcess;
      turns.wrong.push(await take(bodiesOfThree, 2 * turn + 1, wrong, three, cluster.pid));
    }
    console.log(`machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
    console.log(`command: npx tsx bench/processes.ts --members ${MEMBERS} --each ${EACH} --turns ${TURNS - 1}`);
    const middle = (of: readonly Turn[], what: keyof Turn) => median(of.slice(1).map((t) => t[what]));
    for (const [name, of] of Object.entries(turns))
      console.log(
        `${name.padEnd(5)}  ${Math.round(middle(of, "perSecond"))} acts/s; an act takes ${Math.round(middle(of, "server"))} µs of the server's processor, ${Math.round(middle(of, "database"))} µs of the database's`,
      );
    const ratio = (a: readonly Turn[], b: readonly Turn[], what: keyof Turn) =>
      (middle(a, what) / middle(b, what)).toFixed(2);
    console.log(
      `three over one: acts/s ${ratio(turns.three, turns.one, "perSecond")} (asked: 0.95), processor an act ${ratio(turns.three, turns.one, "server")} (asked: within 0.10)`,
    );
    console.log(
      `wrong over three: processor an act ${ratio(turns.wrong, turns.three, "server")}; over one ${ratio(turns.wrong, turns.one, "server")} (asked: 1.3), acts/s over one ${ratio(turns.wrong, turns.one, "perSecond")}`,
    );
  } finally {
    for (const clerk of running) await clerk.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
