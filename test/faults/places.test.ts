/**
 * Faults of the place a server runs in: a second server on its folder, a port that is taken, a setting
 * that can't be, a database that dies under it, a stop in the middle of work. Each is said in words,
 * and nothing that was acknowledged is lost or doubled (C-2, C-4).
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gather, type Seat, textOf, nodeTools } from "@nabat/exchange/client/mod.ts";
import { freshDatabase } from "@nabat/testkit/database.ts";
import { type ClerkProcess, startClerk } from "@nabat/testkit/process.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, assembly, atServer, clientOf, type Hall, type Said, send, signed } from "./hall.ts";

const ROOT = join(import.meta.dirname, "../..");
const data = mkdtempSync(join(tmpdir(), "nabat-places-"));
let clerk: ClerkProcess;
let hall: Hall;
let about: string;

/** `nabat` on the command line, to its end. */
function nabat(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ status: number | null; err: string }> {
  const child = spawn(process.execPath, [join(ROOT, "bin/nabat.mjs"), ...args], {
    env: { ...process.env, NABAT_EXAMPLE: "0", ...env },
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 60_000,
  });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, err })));
}

async function word(
  seat: Seat,
  text: string,
  change = {},
): Promise<{ text: string; id: string; attachments: readonly unknown[] }> {
  const { data: of, attachments } = gather({ about, text: textOf(nodeTools, text) });
  return { ...(await signed(seat, "say", of as object, change)), attachments };
}

beforeAll(async () => {
  clerk = await startClerk(data, { NABAT_REFUSALS_PER_MINUTE: "0" });
  hall = await assembly(clerk.url, 3);
  atServer(clerk.url, ...hall.seats);
  const { founder } = hall;
  about = (await founder.act("move", { title: founder.text("A"), text: founder.text("B"), subject: { type: "text" } }))
    .id;
}, 240_000);
afterAll(async () => {
  await clerk?.stop();
  rmSync(data, { recursive: true, force: true });
});

describe("starting", () => {
  it("a second server on the same folder says so, ends with 1, and touches nothing", async () => {
    const { status, err } = await nabat(["serve", "--data", data, "--port", "0"]);
    expect(status).toBe(1);
    expect(err).toMatch(/Another Nabat server already runs on the data folder .*--data/s);
    expect(err).not.toMatch(/\n\s+at /);
    const before = await ask(`${clerk.url}/api/bodies/${hall.body}`);
    await hall.founder.act("say", { about, text: hall.founder.text("Undisturbed.") });
    expect((await ask(`${clerk.url}/api/bodies/${hall.body}`)).json.size).toBe(before.json.size + 1);
  });

  it("a port that is taken is said with the way out, and ends with 1", async () => {
    const folder = mkdtempSync(join(tmpdir(), "nabat-port-"));
    const database = await freshDatabase();
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
    );
    try {
      const { status, err } = await nabat(["serve", "--data", folder, "--port", String(port)], {
        DATABASE_URL: database.url,
      });
      expect(err).toContain(
        `Port ${port} is taken by another program. Stop that one, or choose another port with --port.`,
      );
      expect(status).toBe(1);
    } finally {
      other.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("settings that can't be are named, one by one, and end with 2", async () => {
    const folder = mkdtempSync(join(tmpdir(), "nabat-set-"));
    writeFileSync(join(folder, "nabat.json"), "{port: 1");
    const never = join(tmpdir(), "nabat-never-made");
    const cases: [string[], NodeJS.ProcessEnv, RegExp][] = [
      [["--data", never, "--port", "eighty"], {}, /Setting port/],
      [["--data", never, "--address", "nabat"], {}, /Setting address/],
      [["--data", never, "--tls-cert", "/nowhere.pem"], {}, /both --tls-cert and --tls-key/],
      [["--data", never], { NABAT_REFUSALS_PER_MINUTE: "many" }, /Setting refusalsPerMinute/],
      [["--data", folder], {}, /nabat\.json is not valid JSON/],
    ];
    await Promise.all(
      cases.map(async ([flags, env, said]) => {
        const { status, err } = await nabat(["serve", ...flags], env);
        expect([flags, status, err]).toEqual([flags, 2, expect.stringMatching(said)]);
        expect(err).not.toMatch(/\n\s+at /);
      }),
    );
    expect(existsSync(never)).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("a database that dies under the server", () => {
  it("C-2: says 503 and when to come back; then the same acts get in, each once", async () => {
    /** Kills the database's first process; one that was killed before may still be named for a moment. */
    const fell = async (): Promise<void> => {
      for (;;) {
        try {
          const pid = Number(readFileSync(join(data, "pg", "postmaster.pid"), "utf8").split("\n")[0]);
          return void process.kill(pid, "SIGKILL");
        } catch (error) {
          if (!["ESRCH", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
          await new Promise((r) => setTimeout(r, 20));
        }
      }
    };
    const said: Said[] = [];
    const ids = new Set<string>();
    for (let n = 0; n < 3; n++) {
      const act = await word(hall.founder, `through the fall ${n}`);
      ids.add(act.id);
      await fell();
      for (let tries = 0; ; tries++) {
        const answer = await send(clerk.url, hall.body, act.text, act.attachments);
        const page = await ask(`${clerk.url}/b/${hall.body}`);
        expect([200, 503]).toContain(page.status);
        if (answer.status === 201) break;
        said.push(answer);
        expect(answer.status).toBe(503);
        expect(tries).toBeLessThan(300);
        await new Promise((r) => setTimeout(r, 100));
      }
    }
    expect(said.length).toBeGreaterThan(0);
    for (const answer of said) {
      expect(answer.json).toMatchObject({ rule: "C-2" });
      expect(answer.json.sentence).toMatch(/again/);
      expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    }
    const token = await hall.founder.token();
    // An orphan of the killed database may have taken the last act, so what reads may have to wait too.
    const listed = async (): Promise<{ id: string }[]> => {
      for (let tries = 0; ; tries++) {
        const answer = await ask(`${clerk.url}/api/bodies/${hall.body}/entries?limit=500`, {
          headers: { Authorization: `Bearer ${token}` },
        });
        if (answer.status === 200) return answer.json.entries;
        expect(answer.json).toMatchObject({ rule: "C-2" });
        expect(tries).toBeLessThan(300);
        await new Promise((r) => setTimeout(r, 100));
      }
    };
    const entries = await listed();
    for (const id of ids) expect(entries.filter((e) => e.id === id)).toHaveLength(1);
  }, 240_000);
});

describe("stopping", () => {
  it("C-4: under load every answer is whole, and what was acknowledged stands after the next start", async () => {
    const acknowledged = new Map<string, number>();
    let broken = 0;
    let stop = false;
    const load = hall.seats.map(async (seat, who) => {
      for (let n = 0; !stop && n < 500; n++) {
        let answer: Response;
        let act: Awaited<ReturnType<typeof word>>;
        try {
          act = await word(seat, `until the stop ${who} ${n}`);
          const body = JSON.stringify({ act: act.text, attachments: act.attachments });
          answer = await fetch(`${clerk.url}/api/bodies/${hall.body}/acts`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body,
          });
        } catch {
          return; // Refused to connect: it is gone.
        }
        try {
          const receipt = (await answer.json()) as { receipt?: string; act: string; index: number };
          if (answer.status === 201) acknowledged.set(receipt.act, receipt.index);
          else expect([503, 422]).toContain(answer.status);
        } catch {
          broken += 1;
        }
      }
    });
    const live = await fetch(`${clerk.url}/api/bodies/${hall.body}/live`);
    // In the middle of the load, however slow the machine is just now.
    await vi.waitUntil(() => acknowledged.size > 3, { timeout: 120_000 });
    const began = performance.now();
    await clerk.stop();
    const took = performance.now() - began;
    stop = true;
    await Promise.all(load);
    await live.text().catch(() => "");
    expect(broken).toBe(0);
    expect(acknowledged.size).toBeGreaterThan(3);
    // An open page that only listens doesn't hold the end up.
    expect(took).toBeLessThan(9_000);
    clerk = await startClerk(data, { NABAT_REFUSALS_PER_MINUTE: "0" });
    const token = await (await again(hall.founder)).token();
    for (const [id, index] of acknowledged) {
      const entry = await ask(`${clerk.url}/api/bodies/${hall.body}/acts/${id}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(entry.json).toMatchObject({ index });
    }
  }, 240_000);
});

async function again(seat: Seat): Promise<Seat> {
  return clientOf(clerk.url).seat(seat.body, seat.keys);
}
