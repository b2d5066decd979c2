/**
 * A great vote with many watching: V members cast by name while L live pages are open, one clerk, the
 * generator beside it. Votes are signed beforehand. Prints the time for all, the time to a receipt,
 * and that none was lost and none counted twice (a second vote of everyone who is asked to try is
 * refused, and the declared result holds exactly V positions).
 *
 *   npx tsx bench/voting.ts [--members 16000] [--live 2000] [--connections 128]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { template } from "@nabat/body";
import {
  closeList,
  createClient,
  gather,
  invite,
  nodeTools,
  positionOn,
  type Seat,
  signAct,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import { drive, quantile, requestFor, startClerk } from "@nabat/testkit/process.ts";
import { inParallel, watchers } from "./support/load.ts";

const { values } = parseArgs({
  options: {
    members: { type: "string", default: "16000" },
    live: { type: "string", default: "2000" },
    connections: { type: "string", default: "128" },
  },
});
const MEMBERS = Number(values.members);
const LIVE = Number(values.live);
const CONNECTIONS = Number(values.connections);
const HANDS = ["for", "against", "abstain", "taking-part"] as const;

const data = mkdtempSync(join(tmpdir(), "nabat-bench-"));
const clerk = await startClerk(data);
try {
  const client = createClient({ url: clerk.url, tools: nodeTools, recheckMs: 600_000 });
  const t = (words: string, grade: "public" | "members" = "members") => textOf(client.tools, words, grade);
  const rules = template("house", { zone: "UTC", languages: ["en"] });
  const clock = Date.now();
  const founder = await client.found(client.person("Founder"), {
    type: "assembly",
    name: t("Great hall", "public"),
    purpose: t("To measure."),
    text: t("Rules."),
    statutes: { ...rules, voting: { ...rules.voting, mode: "name" } },
    // A practice body: its clock is set forward over the minutes that lie between a text, its vote and the end (B-12).
    practice: true,
    clock,
  });
  const until = Date.now() + 86_400_000;
  const openers: Seat[] = [founder];
  for (let i = 1; i < 64; i++)
    openers.push(await client.join(client.person(`M${i}`), await invite(founder, "founder", until)));
  const seats: Seat[] = [...openers];
  const rest = Array.from({ length: MEMBERS - openers.length });
  const began = performance.now();
  await inParallel(rest, 64, async (_, n) => {
    const by = openers[n % openers.length] as Seat;
    seats.push(await client.join(client.person(`N${n}`), await invite(by, "founder", until)));
    if (n % 2000 === 0) process.stderr.write(`${seats.length} have joined\n`);
  });
  process.stderr.write(`${seats.length} joined in ${Math.round((performance.now() - began) / 1000)} s\n`);
  const [, one, two] = openers as [Seat, Seat, Seat];
  const list = await closeList(founder);
  await inParallel(seats, 64, async (seat) => void (await seat.act("list.sign", { list })));

  const tellers = [one.member, two.member];
  const { id: sitting } = await founder.act("sitting.open", { title: t("Great hall"), tellers });
  const text = t("We go on.");
  const subject = { type: "text" };
  const { id: motion } = await founder.act("move", { title: t("We go on."), text, subject, sitting });
  const version = text.ref.hash;
  await founder.act("clock", { to: clock + 5 * 60_000 });
  const { id: vote } = await founder.act("vote.open", { motion, version, mode: "name", sitting });
  const great = { vote, version };
  await founder.watch.check();
  const saw = await founder.watch.saw();
  const lists: Buffer[][] = Array.from({ length: CONNECTIONS }, () => []);
  const expected: Record<string, number> = { for: 0, against: 0, abstain: 0, "taking-part": 0 };
  for (const [n, seat] of seats.entries()) {
    const choice = HANDS[n % 4] as (typeof HANDS)[number];
    expected[choice] = (expected[choice] ?? 0) + 1;
    const position = await positionOn(
      seat,
      { vote: great.vote, version: great.version as never, mode: "name", boxes: [] },
      choice,
    );
    const { data: cast, attachments } = gather({ vote: great.vote, version: great.version, ...position });
    const seq =
      n < 64
        ? (await client.http.must<{ seq: number }>("GET", `/api/bodies/${seat.body}?key=${seat.device.signer.key}`))
            .seq + 1
        : // Who joined later has come in and signed the list.
          3;
    const act = await signAct(
      client.tools,
      { v: 1, body: seat.body, seq, kind: "vote.cast", by: seat.member, at: Date.now(), saw, data: cast as never },
      seat.device.signer,
    );
    (lists[n % CONNECTIONS] as Buffer[]).push(requestFor(seat.body, act.text, attachments));
  }
  const live = await watchers(clerk.port, founder.body, LIVE);
  const before = live.events();
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const start = performance.now();
  await Promise.all(
    lists.map((list) =>
      drive(clerk.port, list, (status, ms) => {
        times.push(ms);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  await new Promise((r) => setTimeout(r, 1200));
  const events = live.events() - before;
  live.close();
  const twice = await seats.at(-1)?.put("vote.cast", {
    vote: great.vote,
    version: great.version,
    ...(await positionOn(
      founder,
      { vote: great.vote, version: great.version as never, mode: "name", boxes: [] },
      "for",
    )),
  });
  await founder.act("clock", { to: clock + 60 * 60_000 });
  await founder.act("vote.close", { vote: great.vote });
  const outcome =
    (expected["for"] ?? 0) > (expected["against"] ?? 0) + (expected["taking-part"] ?? 0) ? "carried" : "lost";
  const declared = await founder.put("result", {
    vote: great.vote,
    counts: expected,
    whole: MEMBERS,
    outcome,
    opinion: true,
  });
  console.log(`machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
  console.log(`command: npx tsx bench/voting.ts --members ${MEMBERS} --live ${LIVE} --connections ${CONNECTIONS}`);
  console.log(
    `${MEMBERS} members voted in ${seconds.toFixed(1)} s with ${LIVE} live pages open (${events} events, ${live.heard()} pages heard)`,
  );
  console.log(
    `time to receipt: median ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, slowest ${(times.at(-1) ?? 0).toFixed(0)} ms`,
  );
  console.log(
    `answers: ${[...statuses].map(([s, n]) => `${n} × ${s}`).join(", ")}; voting twice: ${twice?.ok ? "entered (wrong)" : twice?.rule}; result with exactly ${MEMBERS} positions: ${declared.ok ? "recomputed and entered" : `${declared.rule} ${declared.code}`}`,
  );
} finally {
  await clerk.stop();
  rmSync(data, { recursive: true, force: true });
}
