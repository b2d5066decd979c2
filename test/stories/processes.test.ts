/**
 * Several processes, one database (C-6 to C-9): a house of eight behind a plain round-robin before three real
 * processes. Whatever a request is about, whichever process it comes to answers it; the one that keeps the
 * house is killed in the midst of it all; nothing that had a receipt is lost, and nothing stands twice.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS, template } from "@nabat/body";
import { bundleReader, check } from "@nabat/body/checker/mod.ts";
import { openUrl } from "@nabat/exchange";
import { type Client, createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import type { BodyId } from "@nabat/kernel";
import { sha256, verify } from "@nabat/platform";
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { type ClerkProcess, startClerk } from "@nabat/testkit/process.ts";
import { type RoundRobin, roundRobin } from "@nabat/testkit/round-robin.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MEMBERS = 8;
let database: TestDatabase;
let data: string;
let door: RoundRobin;
let processes: ClerkProcess[];
let client: Client;
let seats: Seat[];
let body: BodyId;

const settings = (name: string) => ({
  DATABASE_URL: database.url,
  NABAT_KEY_FILE: join(data, "key"),
  NABAT_ADDRESS: door.url,
  NABAT_OPEN: "true",
  NABAT_DATA: join(data, name),
});
const start = (name: string): Promise<ClerkProcess> => startClerk(join(data, name), settings(name));
const health = async (at: ClerkProcess) =>
  (await (await fetch(`${at.url}/healthz`)).json()) as { ok: boolean; process: { name: string; bodies: number } };
const words = (text: string, grade: "public" | "members" = "members") => textOf(nodeTools, text, grade);

beforeAll(async () => {
  database = await freshDatabase();
  data = mkdtempSync(join(tmpdir(), "nabat-processes-"));
  door = await roundRobin();
  // All at once, on a database without a key: they must end with one.
  processes = await Promise.all(["a", "b", "c"].map(start));
  door.ports = processes.map((p) => p.port);
  client = createClient({ url: door.url, tools: nodeTools });
  const rules = template("house", { zone: "UTC", languages: ["en"] });
  const founder = await client.found(client.person("Ana"), {
    type: "assembly",
    name: words("House", "public"),
    purpose: words("To live well"),
    text: words("Our rules"),
    statutes: { ...rules, entries: "public" },
  });
  body = founder.body;
  seats = [founder];
  for (let i = 1; i < MEMBERS; i++) {
    const invitation = await invite(founder, "founder", Date.now() + 86_400_000);
    seats.push(await client.join(client.person(`M${i}`), invitation));
  }
}, 120_000);

afterAll(async () => {
  for (const one of processes ?? []) await one.stop();
  await door?.close();
  await database?.close();
  rmSync(data, { recursive: true, force: true });
});

/** The process that keeps the house now. */
async function keeper(): Promise<ClerkProcess> {
  const lease = await database.store.leases.holder(body);
  for (const one of processes) {
    const said = await health(one).catch(() => undefined);
    if (said?.process.name === lease?.holder) return one;
  }
  throw new Error("nobody keeps the house");
}

/** Listens at one process for the record's size, until `end`. */
function listen(at: ClerkProcess): { readonly sizes: number[]; readonly listening: number[]; end(): void } {
  const ended = new AbortController();
  const sizes: number[] = [];
  const listening: number[] = [];
  void (async () => {
    const answer = await fetch(`${at.url}/api/bodies/${body}/live`, { signal: ended.signal });
    const decoder = new TextDecoder();
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>)
      for (const [, size, all] of decoder.decode(part).matchAll(/"size":(\d+),"listening":(\d+)/g)) {
        sizes.push(Number(size));
        listening.push(Number(all));
      }
  })().catch(() => undefined);
  return { sizes, listening, end: () => ended.abort() };
}

async function until(what: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  for (const end = performance.now() + ms; !(await what()); await new Promise((r) => setTimeout(r, 25)))
    if (performance.now() > end) throw new Error("it didn't come about");
}

describe("three processes of one server", () => {
  it("share one key, made by whichever was first (C-6)", async () => {
    const keys = await Promise.all(
      processes.map(async (p) => ((await (await fetch(`${p.url}/api/clerk`)).json()) as { key: string }).key),
    );
    expect(new Set(keys).size).toBe(1);
  });

  it("refuse another with no key file, or another one, and say what to do (C-6)", async () => {
    const { NABAT_KEY_FILE: _, ...without } = settings("d");
    await expect(startClerk(join(data, "d"), without)).rejects.toThrow(
      /kept by a server whose key file isn't here.*--key-file/s,
    );
    // No file is left there that would stand in the way of the right one.
    expect(existsSync(join(data, "d", "key"))).toBe(false);
    const alone = mkdtempSync(join(tmpdir(), "nabat-alone-"));
    const other = await startClerk(alone);
    await other.stop();
    await expect(startClerk(join(data, "d"), { ...without, NABAT_KEY_FILE: join(alone, "key") })).rejects.toThrow(
      /--key-file/,
    );
    rmSync(alone, { recursive: true, force: true });
  });

  it("answer alike, whichever is asked: acts, pages, readings, refusals, downloads (C-7)", async () => {
    const { size } = await client.facts(body);
    const token = await (seats[1] as Seat).token();
    for (const one of processes) {
      const get = (path: string, headers: Record<string, string> = {}) => fetch(`${one.url}${path}`, { headers });
      const facts = (await (await get(`/api/bodies/${body}`)).json()) as { size: number };
      expect(facts.size).toBe(size);
      const page = await get(`/b/${body}`, { Cookie: `nabat_${body.slice(0, 16)}=${token}`, "Accept-Language": "fr" });
      expect([page.status, (await page.text()).includes('lang="fr"')]).toEqual([200, true]);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
      const signIn = await fetch(`${one.url}/api/bodies/${body}/session`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Accept-Language": "fr" },
        body: JSON.stringify({
          at: "https://evil.example",
          key: client.person("X").name,
          challenge: "",
          signature: "",
        }),
      });
      expect([signIn.status, ((await signIn.json()) as { rule: string }).rule]).toEqual([400, "API-2"]);
      const bundle = await get(`/api/bodies/${body}/export`, { Authorization: `Bearer ${token}` });
      expect(bundle.headers.get("content-type")).toBe("application/x-tar");
      expect((await bundle.arrayBuffer()).byteLength).toBeGreaterThan(5000);
      const noAct = await fetch(`${one.url}/api/bodies/${body}/acts`, { method: "POST", body: '{"act":"{}"}' });
      expect(noAct.status).toBe(400);
      const first = await get("/");
      expect([first.status, (await first.text()).includes("House")]).toEqual([200, true]);
      expect((await get(`/api/bodies/${"0".repeat(64)}`)).status).toBe(404);
    }
    // More than six megabytes, whose sender doesn't say so before: refused in words at the wrong door, too.
    const at = await keeper();
    const wrong = processes.find((p) => p !== at) as ClerkProcess;
    const many = new Blob([new Uint8Array(8_000_000)]).stream();
    const unannounced: RequestInit & { duplex: "half" } = { method: "POST", body: many, duplex: "half" };
    const tooLarge = await fetch(`${wrong.url}/api/bodies/${body}/acts`, unannounced);
    expect([tooLarge.status, ((await tooLarge.json()) as { rule: string }).rule]).toEqual([413, "R-4"]);
    const straight = processes.map((p) => createClient({ url: p.url, tools: nodeTools }));
    const [one, two] = [seats[1] as Seat, seats[2] as Seat];
    for (const at of straight) {
      await (await at.seat(body, one.keys, "M1")).act("rename", { name: words("Em") });
      await (await at.seat(body, two.keys, "M2")).act("rename", { name: words("Em") });
    }
    expect((await client.facts(body)).size).toBe(size + 2 * processes.length);
  });

  it("tell live pages of growth, whichever they listen at, and count them all (C-7)", async () => {
    const ears = processes.map(listen);
    await until(() => ears.every((e) => e.sizes.length > 0));
    const { index } = await (seats[3] as Seat).act("rename", { name: words("Mo") });
    await until(() => ears.every((e) => e.sizes.includes(index + 1)));
    // A page spreads its reading over as long as all listeners need, not only those at its process.
    await until(async () => {
      await (seats[3] as Seat).act("rename", { name: words("Mo") });
      return ears.every((e) => e.listening.at(-1) === processes.length);
    });
    for (const ear of ears) ear.end();
  });

  it("go on when the one that keeps the house is killed: nothing lost, nobody twice, within seconds (C-8)", async () => {
    const acknowledged = new Map<string, number>();
    let longest = 0;
    let stop = false;
    const load = seats.map(async (seat) => {
      while (!stop) {
        const began = performance.now();
        const { id, index } = await seat.act("say", { about: seat.body, text: words(`${seat.name} again`) });
        longest = Math.max(longest, performance.now() - began);
        acknowledged.set(id, index);
      }
    });
    await until(() => acknowledged.size > 20);
    const killed = await keeper();
    const ears = processes.filter((p) => p !== killed).map(listen);
    await until(() => ears.every((e) => e.sizes.length > 0));
    await killed.kill();
    const before = acknowledged.size;
    await until(() => acknowledged.size > before + 40, 30_000);
    stop = true;
    await Promise.all(load);
    processes = processes.filter((p) => p !== killed);
    // A lease of six seconds, a look each tenth of one, and the opening of the record.
    expect(longest).toBeLessThan(12_000);
    expect(longest).toBeGreaterThan(500);
    const { size } = await client.facts(body);
    await until(() => ears.every((e) => Math.max(...e.sizes) === size));
    for (const ear of ears) ear.end();
    const stands = new Map<string, number>();
    for await (const entry of database.store.ledger.readEntries(body, 0, size)) {
      expect(stands.has(entry.actId)).toBe(false);
      stands.set(entry.actId, entry.index);
    }
    expect(stands.size).toBe(size);
    for (const [id, index] of acknowledged) expect(stands.get(id)).toBe(index);
    const { source } = await openUrl({ base: `${door.url}/api/bodies/${body}`, body });
    const { verdict } = await check(source, { kinds: KINDS, sha256, verify, read: bundleReader(sha256, verify) });
    expect(verdict.ok).toBe(true);
  }, 240_000);

  it("go on when the one that keeps the house is stopped in its tracks, which shows nothing old when it wakes (C-8)", async () => {
    const stopped = await keeper();
    const [other] = processes.filter((p) => p !== stopped) as [ClerkProcess];
    door.ports = [other.port];
    await (seats[5] as Seat).act("rename", { name: words("Before") });
    process.kill(stopped.pid, "SIGSTOP");
    try {
      const began = performance.now();
      const [facts, page, act] = await Promise.all([
        fetch(`${other.url}/api/bodies/${body}`),
        fetch(`${other.url}/`),
        (seats[5] as Seat).act("rename", { name: words("After") }),
      ]);
      expect(performance.now() - began).toBeLessThan(12_000);
      expect([facts.status, page.status]).toEqual([200, 200]);
      process.kill(stopped.pid, "SIGCONT");
      const size = async () =>
        ((await (await fetch(`${stopped.url}/api/bodies/${body}`)).json()) as { size: number }).size;
      await until(async () => (await size()) === act.index + 1);
      expect(await keeper()).toBe(other);
    } finally {
      process.kill(stopped.pid, "SIGCONT");
      door.ports = processes.map((p) => p.port);
    }
  });

  it("hand a house over at once when its process is stopped in the ordinary way (C-8)", async () => {
    const leaving = await keeper();
    const began = performance.now();
    const stopped = leaving.stop();
    const { index } = await (seats[4] as Seat).act("rename", { name: words("Quick") });
    expect(performance.now() - began).toBeLessThan(5000);
    await stopped;
    processes = processes.filter((p) => p !== leaving);
    expect((await client.facts(body)).size).toBe(index + 1);
    expect(await keeper()).not.toBe(leaving);
  });

  it("lets the host's hand reach a house that another process keeps (C-9)", async () => {
    const at = await keeper();
    const next = await start("e");
    processes.push(next);
    door.ports = processes.map((p) => p.port);
    const kept = await database.store.attachments.all(body, ["public"])[Symbol.asyncIterator]().next();
    const args = ["withhold", body, String(kept.value?.hash)];
    const more = [
      "--duty",
      "A court's order",
      "--until",
      new Date(Date.now() + 30 * 86_400_000).toISOString(),
      "--appeal",
      "The house",
    ];
    const ask = (folder: string) =>
      spawnSync("npx", ["nabat", ...args, "--data", join(data, folder), ...more], {
        env: { ...process.env, ...settings("e") },
        encoding: "utf8",
      });
    // A folder that no process runs on: nobody is there who could be asked.
    mkdirSync(join(data, "nobody"));
    const nobody = ask("nobody");
    expect([nobody.status, nobody.stderr]).toEqual([2, expect.stringContaining("none runs on")]);
    const done = ask("e");
    expect([done.status, done.stderr, done.stdout]).toEqual([0, "", expect.stringContaining("Not served here until")]);
    expect(await keeper()).toBe(at);
    const facts = await fetch(`${next.url}/api/bodies/${body}/attachments/${kept.value?.hash}`);
    expect(facts.status).toBe(451);
  });
});
