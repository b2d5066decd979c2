/**
 * Durable signed acts through HTTP: a clerk in its own process with the embedded database (fsync on),
 * the generator beside it. Acts are signed beforehand; each goes alone in its request, answered by a
 * signed receipt once it is on disk. Prints acts a second and the time to a receipt.
 *
 *   npx tsx bench/acts.ts [--members 64] [--each 200]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { template } from "@nabat/body";
import { createClient, gather, invite, nodeTools, type Seat, signAct, textOf } from "@nabat/exchange/client/mod.ts";

const { values } = parseArgs({ options: { members: { type: "string", default: "64" }, each: { type: "string", default: "200" } } });
const MEMBERS = Number(values.members);
const EACH = Number(values.each);

/** Starts a clerk in a process of its own; resolves with its address. */
export async function startClerk(data: string): Promise<{ url: string; stop: () => Promise<void>; pid: number }> {
  const child = spawn(process.execPath, ["bin/nabat.mjs", "serve", "--data", data, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NABAT_EXAMPLE: "0", NABAT_QUIET: "1" },
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (found) resolve(found[0]);
    });
    child.once("exit", (code) => reject(new Error(`the clerk ended with ${code}`)));
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGTERM");
    });
  return { url, stop, pid: child.pid ?? 0 };
}

/** One connection that sends prepared requests one after another and gives each one's time, ms. */
export function drive(port: number, requests: readonly Buffer[], each: (status: number, ms: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1").setNoDelay();
    let next = 0;
    let began = 0;
    let held = Buffer.alloc(0);
    const send = () => {
      const request = requests[next++];
      if (!request) {
        socket.end();
        return resolve();
      }
      began = performance.now();
      socket.write(request);
    };
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("data", (chunk: Buffer) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const head = held.indexOf("\r\n\r\n");
      if (head < 0) return;
      const text = held.toString("latin1", 0, head);
      const length = /content-length: (\d+)/i.exec(text);
      const end = head + 4 + (length ? Number(length[1]) : 0);
      if (!length ? !held.includes("0\r\n\r\n", head + 4) : held.length < end) return;
      held = Buffer.alloc(0);
      each(Number(text.slice(9, 12)), performance.now() - began);
      send();
    });
  });
}

/** An HTTP request for an act with what stands beside it. */
export function requestFor(body: string, act: string, attachments: readonly unknown[]): Buffer {
  const content = JSON.stringify({ act, attachments });
  return Buffer.from(
    `POST /api/bodies/${body}/acts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`,
  );
}

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

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
    for (let i = 1; i < MEMBERS; i++) seats.push(await client.join(client.person(`M${i}`), await invite(founder, "founder", Date.now() + 86_400_000)));
    const { id: motion } = await founder.act("move", { title: t("Adopt"), text: t("We adopt our rules."), subject: { type: "founding" } });
    await founder.watch.check();
    const saw = await founder.watch.saw();
    const prepared: Buffer[][] = [];
    for (const seat of seats) {
      const first = (await client.http.must<{ seq: number }>("GET", `/api/bodies/${seat.body}?key=${seat.device.signer.key}`)).seq;
      const list: Buffer[] = [];
      for (let n = 1; n <= EACH; n++) {
        const { data: said, attachments } = gather({ about: motion, text: t(`Remark ${n} of ${seat.name}, about as long as people write on a phone.`) });
        const act = await signAct(client.tools, { v: 1, body: seat.body, seq: first + n, kind: "say", by: seat.member, at: Date.now(), saw, data: said as never }, seat.device.signer);
        list.push(requestFor(seat.body, act.text, attachments));
      }
      prepared.push(list);
    }
    const times: number[] = [];
    let refused = 0;
    const began = performance.now();
    await Promise.all(
      prepared.map((list) =>
        drive(Number(new URL(clerk.url).port), list, (status, ms) => {
          times.push(ms);
          if (status !== 201) refused += 1;
        }),
      ),
    );
    const seconds = (performance.now() - began) / 1000;
    times.sort((a, b) => a - b);
    const facts = await client.facts(founder.body);
    console.log(`machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
    console.log(`command: npx tsx bench/acts.ts --members ${MEMBERS} --each ${EACH}`);
    console.log(`durable signed acts: ${times.length} in ${seconds.toFixed(2)} s = ${Math.round(times.length / seconds)} acts/s, ${refused} refused, record has ${facts.size}`);
    console.log(`time to receipt: median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`);
  } finally {
    await clerk.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("acts.ts")) await main();
