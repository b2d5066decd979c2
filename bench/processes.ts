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
 *   npx tsx bench/processes.ts [--members 24] [--each 30] [--turns 5]
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { template } from "@nabat/body";
import { createClient, gather, invite, nodeTools, type Seat, signAct, textOf } from "@nabat/exchange/client/mod.ts";
import { startCluster } from "@nabat/store/embedded/cluster.ts";
import { makePool } from "@nabat/store/pool.ts";
import { socketUrl } from "@nabat/testkit/database.ts";
import { type ClerkProcess, cpuSeconds, drive, requestFor, startClerk } from "@nabat/testkit/process.ts";

const { values } = parseArgs({
  options: {
    members: { type: "string", default: "24" },
    each: { type: "string", default: "30" },
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
type Ready = Buffer[][][];

async function makeReady(at: ClerkProcess, turns: number): Promise<Ready> {
  const client = createClient({ url: at.url, tools: nodeTools, recheckMs: 600_000 });
  const t = (words: string, grade: "public" | "members" = "members") => textOf(client.tools, words, grade);
  const founder = await client.found(client.person("Founder"), {
    type: "assembly",
    name: t("Bench", "public"),
    purpose: t("To measure."),
    text: t("Rules."),
    statutes: template("house", { zone: "UTC", languages: ["en"] }),
  });
  const seats: Seat[] = [founder];
  for (let i = 1; i < MEMBERS; i++)
    seats.push(await client.join(client.person(`M${i}`), await invite(founder, "founder", Date.now() + 86_400_000)));
  const { id: motion } = await founder.act("move", {
    title: t("Adopt"),
    text: t("We adopt our rules."),
    subject: { type: "founding" },
  });
  await founder.watch.check();
  const saw = await founder.watch.saw();
  const ready: Ready = Array.from({ length: turns }, () => seats.map(() => []));
  for (const [place, seat] of seats.entries()) {
    const { seq } = await client.http.must<{ seq: number }>(
      "GET",
      `/api/bodies/${seat.body}?key=${seat.device.signer.key}`,
    );
    for (let n = 0; n < EACH * turns; n++) {
      const words = t(`Remark ${n} of ${seat.name}, about as long as people write on a phone.`);
      const { data, attachments } = gather({ about: motion, text: words });
      const { body, member: by } = seat;
      const act = await signAct(
        client.tools,
        { v: 1, body, seq: seq + n + 1, kind: "say", by, at: Date.now(), saw, data: data as never },
        seat.device.signer,
      );
      ready[Math.floor(n / EACH)]?.[place]?.push(requestFor(body, act.text, attachments));
    }
  }
  return ready;
}

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
      bodiesOfOne.push(await makeReady(one, TURNS));
      // Founded at a process, and kept by it from then on.
      bodiesOfThree.push(await makeReady(three[n] as ClerkProcess, 2 * TURNS));
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
