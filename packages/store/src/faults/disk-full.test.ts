/**
 * A full disk, on a small file system of its own: the writer is told so in words, what was
 * acknowledged stands, and writing goes on once there is room. Needs root to mount one, which CI has.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entry } from "../contract/fixture.ts";
import { openDatabase } from "../database.ts";
import { DiskFull } from "../errors.ts";
import { sealerOf } from "../seal.ts";
import { postgresStore } from "../store.ts";
import { BODY, chain, ZERO } from "./writer.ts";

const MB = 1_000_000;
const quiet = () => undefined;

describe.runIf(process.getuid?.() === 0)("a full disk", () => {
  const place = mkdtempSync(join(tmpdir(), "nabat-full-"));
  beforeAll(() => execFileSync("mount", ["-t", "tmpfs", "-o", "size=150m", "tmpfs", place]) && undefined);
  afterAll(() => {
    const pid = join(place, "data", "pg", "postmaster.pid");
    if (existsSync(pid)) process.kill(Number(readFileSync(pid, "utf8").split("\n")[0]), "SIGKILL");
    spawnSync("umount", ["-l", place]);
    rmSync(place, { recursive: true, force: true });
  });

  it("at first start is said so and leaves nothing half made", async () => {
    writeFileSync(join(place, "ballast"), Buffer.alloc(130 * MB));
    await expect(openDatabase({ dataDir: join(place, "data") }, quiet)).rejects.toThrow(DiskFull);
    rmSync(join(place, "ballast"));
    const database = await openDatabase({ dataDir: join(place, "data") }, quiet);
    await database.close();
  });

  // With the guard, writing stops in time and reading goes on; without it PostgreSQL itself goes down.
  it.each([
    ["in time", undefined, "then readable", 250],
    ["by PostgreSQL itself", "0", "then DiskFull", 400],
  ])(
    "while writing is noticed %s, and loses nothing acknowledged",
    { timeout: 300_000 },
    async (_when, reserve, then, more) => {
      const script = fileURLToPath(new URL("./writer.ts", import.meta.url));
      const args = [
        "--import",
        "tsx",
        script,
        join(place, "data"),
        "20000",
        ...(reserve === undefined ? [] : [reserve]),
      ];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], cwd: dirname(script) });
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
      await new Promise((done) => child.once("close", done));
      const lines = said.split("\n");
      const acks = lines.filter((l) => l.startsWith("ack "));
      const faults = lines.filter((l) => l.startsWith("fault "));
      expect(acks.length).toBeGreaterThan(20);
      expect(faults.at(-1)).toMatch(/^fault DiskFull No room left on the disk/);
      expect(faults.filter((f) => !/^fault (DiskFull|LostDatabase|LeaseLost)/.test(f))).toEqual([]);
      expect(lines).toContain(then);

      // Room again: the same record, and it goes on.
      execFileSync("mount", ["-o", `remount,size=${more}m`, place]);
      const database = await openDatabase({ dataDir: join(place, "data") }, quiet);
      const { ledger, leases } = postgresStore(database.db, sealerOf(new Uint8Array(32)));
      const head = await ledger.head(BODY);
      const [, size, root] = acks.at(-1)?.split(" ") ?? [];
      expect(head?.size).toBeGreaterThanOrEqual(Number(size));
      let at: Uint8Array = ZERO;
      let seen = "";
      for await (const e of ledger.readEntries(BODY, 0, head?.size ?? 0)) {
        at = chain(at, [e]);
        if (e.index + 1 === Number(size)) seen = Buffer.from(at).toString("hex");
      }
      expect(seen).toBe(root);
      await leases.acquire(BODY, "after", 60_000);
      const entries = [entry()];
      await ledger.append(BODY, {
        expectedSize: head?.size ?? 0,
        epoch: 1,
        holder: "after",
        root: chain(at, entries),
        entries,
      });
      await database.close();
    },
  );
});
