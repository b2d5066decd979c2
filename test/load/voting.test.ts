/**
 * A vote with many watching: every member casts by name at once while live pages are open. None is lost,
 * none counts twice, every page hears of it, and the declared result holds exactly the positions cast.
 * Short: 300 members, 100 pages. `npm run test:load`: 16,000 and 2,000.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, gather, invite, nodeTools, positionOn, type Seat, signAct } from "@nabat/exchange/client/mod.ts";
import { drive, quantile, requestFor, startClerk } from "@nabat/testkit/process.ts";
import { expect, it } from "vitest";
import { adoptRules, assembly, bring, DAY, type Hall } from "../faults/hall.ts";

const LONG = process.env["NABAT_LONG"] !== undefined;
const MEMBERS = LONG ? 16_000 : 300;
const LIVE = LONG ? 2_000 : 100;
const CONNECTIONS = LONG ? 128 : 32;
const CHOICES = ["for", "against", "abstain", "taking-part"] as const;

/** Runs `work` over the items, so many at a time. */
async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T, n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let n = next++; n < items.length; n = next++) await work(items[n] as T, n);
  };
  await Promise.all(Array.from({ length: width }, one));
}

it(
  `${MEMBERS} vote with ${LIVE} live pages open: none lost, none double`,
  async () => {
    const data = mkdtempSync(join(tmpdir(), "nabat-load-"));
    const clerk = await startClerk(data);
    const sockets: Socket[] = [];
    try {
      const small = await assembly(clerk.url, 16, { adopt: false });
      const client = createClient({ url: clerk.url, tools: nodeTools, recheckMs: 600_000 });
      const openers: Seat[] = [];
      for (const seat of small.seats) openers.push(await client.seat(seat.body, seat.keys, seat.name));
      const seats: Seat[] = [...openers];
      await inParallel(Array.from({ length: MEMBERS - openers.length }), LONG ? 64 : 24, async (_, n) => {
        const by = openers[n % openers.length] as Seat;
        seats.push(await client.join(client.person(`N${n}`), await invite(by, "founder", Date.now() + DAY)));
      });
      const [founder] = openers as [Seat];
      const hall: Hall = { client, seats, founder, body: founder.body };
      await adoptRules(hall);
      const put = await bring(hall, { type: "text" }, "We go on.");
      await founder.watch.check();
      const saw = await founder.watch.saw();

      // Signed beforehand, each over its own connection's queue; every fifth is sent twice.
      const lists: Buffer[][] = Array.from({ length: CONNECTIONS }, () => []);
      const expected: Record<string, number> = { for: 0, against: 0, abstain: 0, "taking-part": 0 };
      let sent = 0;
      for (const [n, seat] of seats.entries()) {
        const choice = CHOICES[n % 4] as (typeof CHOICES)[number];
        expected[choice] = (expected[choice] ?? 0) + 1;
        const ballot = { vote: put.vote, version: put.version, mode: "name", boxes: [] };
        const { data: of, attachments } = gather({
          vote: put.vote,
          version: put.version,
          ...(await positionOn(seat, ballot as never, choice)),
        });
        const known =
          n < openers.length
            ? (await client.http.must<{ seq: number }>("GET", `/api/bodies/${seat.body}?key=${seat.device.signer.key}`))
                .seq
            : 3; // come in, signed the list, agreed
        const unsigned = {
          v: 1,
          body: seat.body,
          seq: known + 1,
          kind: "vote.cast",
          by: seat.member,
          at: Date.now(),
          saw,
          data: of,
        };
        const act = await signAct(nodeTools, unsigned as never, seat.device.signer);
        const request = requestFor(seat.body, act.text, attachments);
        for (const list of n % 5 === 0
          ? [lists[n % CONNECTIONS], lists[(n + 7) % CONNECTIONS]]
          : [lists[n % CONNECTIONS]]) {
          (list as Buffer[]).push(request);
          sent += 1;
        }
      }

      const size = (await client.facts(founder.body)).size;
      const heard = Array.from({ length: LIVE }, () => 0);
      await inParallel(
        heard,
        100,
        (_, n) =>
          new Promise<void>((resolve, reject) => {
            const socket = connect(clerk.port, "127.0.0.1");
            sockets.push(socket);
            socket.on("error", reject);
            socket.on("data", (chunk: Buffer) => {
              for (const [, at] of chunk.toString("latin1").matchAll(/"size":(\d+)/g))
                heard[n] = Math.max(heard[n] as number, Number(at));
              resolve();
            });
            socket.write(`GET /api/bodies/${founder.body}/live HTTP/1.1\r\nHost: x\r\n\r\n`);
          }),
      );

      const times: number[] = [];
      const statuses = new Map<number, number>();
      const began = performance.now();
      await Promise.all(
        lists.map((list) =>
          drive(clerk.port, list, (status, ms) => {
            times.push(ms);
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
          }),
        ),
      );
      const seconds = (performance.now() - began) / 1000;
      times.sort((a, b) => a - b);
      console.log(
        `${MEMBERS} votes in ${seconds.toFixed(1)} s with ${LIVE} live pages; to receipt: median ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`,
      );

      // Every request got its receipt, the repeated ones the same.
      expect(Object.fromEntries(statuses)).toEqual({ 201: sent });
      expect((await client.facts(founder.body)).size).toBe(size + MEMBERS);
      await new Promise((r) => setTimeout(r, 1_200));
      expect(heard.filter((at) => at === size + MEMBERS)).toHaveLength(LIVE);
      const { casts } = await founder.get<{ casts: { commit: string }[] }>(`votes/${put.vote}/casts`);
      expect(new Set(casts.map((c) => c.commit)).size).toBe(MEMBERS);
      const again = await (seats[20] as Seat).put("vote.cast", {
        vote: put.vote,
        version: put.version,
        ...(await positionOn(
          founder,
          { vote: put.vote, version: put.version, mode: "name", boxes: [] } as never,
          "for",
        )),
      });
      // All have voted, so the vote is over.
      expect(again.ok ? "entered" : again.rule).toBe("V-29");
      const result = await founder.get<{ counts: Record<string, number>; whole: number }>(`votes/${put.vote}/result`);
      expect(result).toMatchObject({ counts: expected, whole: MEMBERS });
      await founder.act("result", result);
    } finally {
      for (const socket of sockets) socket.destroy();
      await clerk.stop();
      rmSync(data, { recursive: true, force: true });
    }
  },
  LONG ? 1_800_000 : 120_000,
);
