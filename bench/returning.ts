/**
 * A hall of P live pages loses the network in one moment, R times, while its meeting goes on. Prints how
 * long until all listen again and until every page has caught up, how long a member who presses something
 * waits for a page meanwhile, and what the clerk's memory comes to.
 *
 *   npx tsx bench/returning.ts [--phones 10000] [--rounds 3]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { template } from "@nabat/body";
import { closeList, createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { startClerk } from "@nabat/testkit/process.ts";
import { residentMiB, returnDrill } from "@nabat/testkit/return-drill.ts";

const { values } = parseArgs({
  options: { phones: { type: "string", default: "10000" }, rounds: { type: "string", default: "3" } },
});
const PHONES = Number(values.phones);
const ROUNDS = Number(values.rounds);
/** Members whose sessions the phones read with. */
const MEMBERS = 64;

const data = mkdtempSync(join(tmpdir(), "nabat-bench-"));
const clerk = await startClerk(data);
try {
  const client = createClient({ url: clerk.url, tools: nodeTools, recheckMs: 600_000 });
  const t = (words: string, grade: "public" | "members" = "members") => textOf(client.tools, words, grade);
  const founder = await client.found(client.person("Founder"), {
    type: "assembly",
    name: t("Great hall", "public"),
    purpose: t("To measure."),
    text: t("Rules."),
    statutes: template("house", { zone: "UTC", languages: ["en"] }),
  });
  const seats: Seat[] = [founder];
  while (seats.length < MEMBERS)
    seats.push(
      await client.join(
        client.person(`Member ${seats.length}`),
        await invite(founder, "founder", Date.now() + 86_400_000),
      ),
    );
  const list = await closeList(founder);
  for (const seat of seats) await seat.act("list.sign", { list });
  const tellers = [seats[1]?.member, seats[2]?.member];
  const { id: sitting } = await founder.act("sitting.open", { title: t("Great meeting"), tellers });
  const cookie = async (seat: Seat) => `nabat_${seat.body.slice(0, 16)}=${await seat.token()}`;
  const cookies = await Promise.all(seats.map(cookie));
  let next = 3;
  const load = loadavg().map((l) => l.toFixed(1));
  console.log(
    `machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; load average ${load.join(" ")}`,
  );
  console.log(`command: npx tsx bench/returning.ts --phones ${PHONES} --rounds ${ROUNDS}`);
  await returnDrill(
    {
      port: clerk.port,
      pid: clerk.pid,
      body: founder.body,
      path: `/b/${founder.body}/sittings/${sitting}`,
      cookies,
      phones: PHONES,
      rounds: ROUNDS,
      grow: async () => {
        await seats[next++ % MEMBERS]?.act("floor.ask", { sitting });
        return (await founder.get<{ size: number }>("")).size;
      },
      listening: async () => ((await (await fetch(`${clerk.url}/healthz`)).json()) as { live: number }).live,
    },
    (r) =>
      console.log(
        `${PHONES} pages dropped at once: all ${r.listening} listen again after ${r.back.toFixed(1)} s, at most ${(r.crowd * 100).toFixed(0)} % of them in half a second; every page caught up after ${r.caughtUp.toFixed(0)} s (${r.read} read, ${r.putOff} times put off, ${r.failed} failed); a member's page meanwhile: median ${r.median.toFixed(0)} ms, p95 ${r.p95.toFixed(0)} ms, slowest ${r.slowest.toFixed(0)} ms of ${r.pages}; memory ${r.memory.toFixed(0)} MiB`,
      ),
  );
  console.log(`highest memory of the clerk: ${residentMiB(clerk.pid, true).toFixed(0)} MiB`);
} finally {
  await clerk.stop();
  rmSync(data, { recursive: true, force: true });
}
