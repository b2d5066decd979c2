/**
 * Durable means durable (C-4): the clerk is killed with -9 again and again under load, and after each
 * restart every act that got its receipt stands in the record at the index the receipt names. Snapshots are
 * made all the while, so that it is killed while it writes one, and restarts open from those it has
 * finished. The short form kills 4 times; `npm run test:faults` 120 times.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "@nabat/body";
import { createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { startClerk } from "@nabat/testkit/process.ts";
import { expect, it } from "vitest";

const KILLS = process.env["NABAT_LONG"] ? 120 : 4;
const MEMBERS = 8;
const SNAPSHOTS = { NABAT_SNAPSHOT_EVERY: "5" };

it(
  `C-4: ${KILLS} kills under load lose no acknowledged act`,
  async () => {
    const data = mkdtempSync(join(tmpdir(), "nabat-kill-"));
    let clerk = await startClerk(data, SNAPSHOTS);
    let seats: Seat[] = [];
    const open = async () => {
      const client = createClient({ url: clerk.url, tools: nodeTools, recheckMs: 60_000 });
      const again: Seat[] = [];
      for (const seat of seats) again.push(await client.seat(seat.body, seat.keys, seat.name));
      return { client, again };
    };
    const first = await open();
    const t = (words: string, grade: "public" | "members" = "members") => textOf(first.client.tools, words, grade);
    const founder = await first.client.found(first.client.person("Founder"), {
      type: "assembly",
      name: t("House", "public"),
      purpose: t("To last."),
      text: t("Rules."),
      statutes: { ...template("house", { zone: "UTC", languages: ["en"] }), entries: "public" },
    });
    seats = [founder];
    for (let i = 1; i < MEMBERS; i++)
      seats.push(
        await first.client.join(
          first.client.person(`M${i}`),
          await invite(founder, "founder", Date.now() + 86_400_000),
        ),
      );
    const acknowledged = new Map<string, number>();
    let opened = 0;
    let made = 0;
    const aboutSnapshots = () => {
      const said = clerk.complaint();
      expect(said).not.toMatch(/snapshot\.(false|failed)/);
      if (said.includes("snapshot.opened")) opened++;
      if (said.includes("snapshot.made")) made++;
    };
    try {
      for (let n = 0; n < KILLS; n++) {
        const { again } = await open();
        let stop = false;
        const load = again.map(async (seat) => {
          while (!stop) {
            try {
              const done = await seat.act("say", {
                about: founder.body,
                text: seat.text(`${seat.name} after ${n} kills`),
              });
              acknowledged.set(done.id, done.index);
            } catch {
              return; // The clerk is gone, as it should be.
            }
          }
        });
        // Killed in the midst of answering: never before some acts of this round have their receipt.
        const before = acknowledged.size;
        for (let waited = 0; acknowledged.size < before + 5 && waited < 20_000; waited += 10)
          await new Promise((r) => setTimeout(r, 10));
        await new Promise((r) => setTimeout(r, (n * 97) % 260));
        aboutSnapshots();
        await clerk.kill();
        stop = true;
        await Promise.all(load);
        clerk = await startClerk(data, SNAPSHOTS);
        seats = again;
      }
      // One snapshot is let be finished, and what is opened from it holds all of that too.
      await open();
      for (let waited = 0; !clerk.complaint().includes("snapshot.made") && waited < 60_000; waited += 50)
        await new Promise((r) => setTimeout(r, 50));
      aboutSnapshots();
      await clerk.kill();
      clerk = await startClerk(data, SNAPSHOTS);
      const { again } = await open();
      const reader = again[0] as Seat;
      for (const [id, index] of acknowledged) {
        const entry = await reader.get<{ index: number }>(`acts/${id}`);
        expect(entry.index).toBe(index);
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * 5);
      aboutSnapshots();
      expect(opened).toBeGreaterThan(0);
      console.log(
        `${KILLS} kills, ${acknowledged.size} acknowledged acts, all there; ${opened} starts from a snapshot, ${made} made one`,
      );
      const verdict = spawnSync(process.execPath, [
        "bin/nabat.mjs",
        "verify",
        `${clerk.url}/b/${founder.body}`,
        "--json",
      ]);
      expect(JSON.parse(verdict.stdout.toString())).toMatchObject({ ok: true });
    } finally {
      await clerk.stop();
      rmSync(data, { recursive: true, force: true });
    }
  },
  KILLS * 20_000 + 90_000,
);
