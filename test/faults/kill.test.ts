/**
 * Durable means durable (C-4): the clerk is killed with -9 again and again under load, and after each
 * restart every act that got its receipt stands in the record at the index the receipt names. The short
 * form kills 4 times; `npm run test:faults` 120 times.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "@nabat/body";
import { createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { startClerk } from "@nabat/testkit/process.ts";
import { expect, it } from "vitest";

const KILLS = process.env["NABAT_LONG"] ? 120 : 4;
const MEMBERS = 8;

it(
  `C-4: ${KILLS} kills under load lose no acknowledged act`,
  async () => {
    const data = mkdtempSync(join(tmpdir(), "nabat-kill-"));
    let clerk = await startClerk(data);
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
      statutes: template("house", { zone: "UTC", languages: ["en"] }),
    });
    seats = [founder];
    for (let i = 1; i < MEMBERS; i++)
      seats.push(
        await first.client.join(
          first.client.person(`M${i}`),
          await invite(founder, "founder", Date.now() + 86_400_000),
        ),
      );
    const { id: motion } = await founder.act("move", {
      title: t("Adopt"),
      text: t("We adopt our rules."),
      subject: { type: "founding" },
    });
    const acknowledged = new Map<string, number>();
    try {
      for (let n = 0; n < KILLS; n++) {
        const { again } = await open();
        let stop = false;
        const load = again.map(async (seat) => {
          while (!stop) {
            try {
              const done = await seat.act("say", { about: motion, text: seat.text(`${seat.name} after ${n} kills`) });
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
        await clerk.kill();
        stop = true;
        await Promise.all(load);
        clerk = await startClerk(data);
        seats = again;
      }
      const { again } = await open();
      const reader = again[0] as Seat;
      for (const [id, index] of acknowledged) {
        const entry = await reader.get<{ index: number }>(`acts/${id}`);
        expect(entry.index).toBe(index);
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * 5);
      console.log(`${KILLS} kills, ${acknowledged.size} acknowledged acts, all there`);
    } finally {
      await clerk.stop();
      rmSync(data, { recursive: true, force: true });
    }
  },
  KILLS * 20_000,
);
