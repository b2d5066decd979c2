/**
 * Benches that follow the rules still run under those of today: in their shortest form, for the acts that they send must be entered.
 * Their figures mean nothing here.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startClerk } from "@nabat/testkit/process.ts";
import { describe, expect, it } from "vitest";
import { greatHall } from "../bench/support/great-hall.ts";

/** What a bench prints, and how it ended. */
function bench(name: string, flags: readonly string[]): Promise<{ out: string; status: number | null }> {
  const file = join(import.meta.dirname, "..", "bench", `${name}.ts`);
  const child = spawn("npx", ["tsx", file, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ out, status }));
  });
}

describe("the benches", () => {
  it.each([
    ["voting", ["--members", "70", "--live", "3"], /answers: 70 × 201; voting twice: V-27; .* recomputed and entered/],
    ["verify", ["--acts", "200", "--members", "40"], /this +2\d\d acts in/],
  ] as const)(
    "%s sends what is entered",
    async (name, flags, says) => {
      const { out, status } = await bench(name, flags);
      expect(out).toMatch(says);
      expect(status).toBe(0);
    },
    120_000,
  );

  it("the great meeting can be set up", async () => {
    const data = mkdtempSync(join(tmpdir(), "nabat-bench-"));
    const clerk = await startClerk(data);
    const hall = await greatHall(clerk.url, 66, { motions: 2, each: 2, amended: 3 });
    expect([hall.seats.length, hall.motions.length]).toEqual([66, 2]);
    await clerk.stop();
    rmSync(data, { recursive: true, force: true });
  }, 120_000);
});
