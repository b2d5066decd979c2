/**
 * Durable signed acts through HTTP: a clerk in its own process with the embedded database (fsync on),
 * the generator beside it. Acts are signed beforehand; each goes alone in its request, answered by a
 * signed receipt once it is on disk. Prints acts a second and the time to a receipt.
 *
 *   npx tsx bench/acts.ts [--members 64] [--each 200]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { template } from "@nabat/body";
import { createClient, gather, invite, nodeTools, type Seat, signAct, textOf } from "@nabat/exchange/client/mod.ts";
import { cpuSeconds, drive, quantile, requestFor, startClerk } from "@nabat/testkit/process.ts";

const { values } = parseArgs({
  options: { members: { type: "string", default: "64" }, each: { type: "string", default: "200" } },
});
const MEMBERS = Number(values.members);
const EACH = Number(values.each);

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "nabat-bench-"));
  const clerk = await startClerk(data);
  try {
    const client = createClient({ url: clerk.url, tools: nodeTools, recheckMs: 60_000 });
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
    const prepared: Buffer[][] = [];
    for (const seat of seats) {
      const first = (
        await client.http.must<{ seq: number }>("GET", `/api/bodies/${seat.body}?key=${seat.device.signer.key}`)
      ).seq;
      const list: Buffer[] = [];
      for (let n = 1; n <= EACH; n++) {
        const { data: said, attachments } = gather({
          about: motion,
          text: t(`Remark ${n} of ${seat.name}, about as long as people write on a phone.`),
        });
        const act = await signAct(
          client.tools,
          {
            v: 1,
            body: seat.body,
            seq: first + n,
            kind: "say",
            by: seat.member,
            at: Date.now(),
            saw,
            data: said as never,
          },
          seat.device.signer,
        );
        list.push(requestFor(seat.body, act.text, attachments));
      }
      prepared.push(list);
    }
    const times: number[] = [];
    let refused = 0;
    const cpu = cpuSeconds(clerk.pid);
    const began = performance.now();
    await Promise.all(
      prepared.map((list) =>
        drive(clerk.port, list, (status, ms) => {
          times.push(ms);
          if (status !== 201) refused += 1;
        }),
      ),
    );
    const seconds = (performance.now() - began) / 1000;
    const used = cpuSeconds(clerk.pid) - cpu;
    times.sort((a, b) => a - b);
    const facts = await client.facts(founder.body);
    console.log(`machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
    console.log(`command: npx tsx bench/acts.ts --members ${MEMBERS} --each ${EACH}`);
    console.log(
      `durable signed acts: ${times.length} in ${seconds.toFixed(2)} s = ${Math.round(times.length / seconds)} acts/s, ${refused} refused, record has ${facts.size}`,
    );
    console.log(
      `processor time of the clerk: ${((used * 1e6) / times.length).toFixed(0)} µs an act, without the database`,
    );
    console.log(
      `time to receipt: median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    );
  } finally {
    await clerk.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("acts.ts")) await main();
