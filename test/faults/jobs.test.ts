/** What the clerk does by itself: one body that can't be had must not keep the others waiting (C-2). */
import { sql } from "kysely";
import { expect, it, vi } from "vitest";
import { assembly, quiet, serverHere } from "./hall.ts";
import { startJobs } from "@nabat/server/jobs/jobs.ts";

it("C-2: a damaged record holds up no other's checkpoints", async () => {
  let server = await serverHere();
  try {
    const bodies: string[] = [];
    for (let n = 0; n < 3; n++) bodies.push((await assembly(server.url, 1, { adopt: false })).body);
    const [first] = bodies.toSorted();
    const key = Buffer.from(first as string, "hex");
    await sql`update entries set bytes = convert_to('{}', 'UTF8') where body = ${key}`.execute(
      server.database.database.db,
    );
    server = await server.again();
    const { clerk, store } = server.running;
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const jobs = startJobs({ clerk, log: quiet, now: Date.now });
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await vi.waitFor(async () => {
      const kept = await Promise.all(bodies.map((b) => store.ledger.checkpoint(b as never)));
      expect(kept.filter((c) => c !== null)).toHaveLength(2);
    });
    await vi.waitFor(() => expect(jobs.facts()["checkpoints"]).toMatchObject({ failed: 0, last: expect.any(Number) }));
    await jobs.stop();
  } finally {
    await server.close();
  }
}, 240_000);
