/**
 * A rehearsal: one person calls, opens and presides; invented members do what waits for them, and a meeting
 * decides by it. Played through the API of a server, as the button on the page does.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type State, template } from "@nabat/body";
import { createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { recomputed } from "@nabat/example/cases/recompute.ts";
import { rehearsalSteps } from "@nabat/example/rehearsal-steps.ts";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const DAY = 86_400_000;
const BEGAN = Date.UTC(2026, 4, 4, 18);
const INVENTED = ["Amal", "Bruno", "Céleste", "Dunja", "Emil", "Fatou"];

let server: Running;
let data: string;
let ana: Seat;
const invented: Seat[] = [];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "nabat-rehearsal-"));
  server = await startServer(readConfig({ data, port: 0, refusalsPerMinute: 0, example: false }, {}), {
    log: createLog(() => undefined, Date.now),
    fastDatabase: true,
  });
  const client = createClient({ url: server.url, tools: nodeTools, recheckMs: 500 });
  const text = (words: string) => textOf(nodeTools, words, "public");
  const [first, ...others] = INVENTED as [string, ...string[]];
  const founder = await client.found(client.person(first), {
    type: "assembly",
    name: text("A rehearsal"),
    purpose: text("To practise a meeting."),
    text: text("Our rules."),
    statutes: { ...template("house", { zone: "UTC", languages: ["en"] }), entries: "public" },
    practice: true,
    clock: BEGAN,
  });
  invented.push(founder);
  for (const name of others)
    invented.push(await client.join(client.person(name), await invite(founder, "founder", BEGAN + DAY)));
  ana = await client.join(client.person("Ana"), await invite(founder, "founder", BEGAN + DAY));
}, 120_000);

afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

const state = (): Promise<State> => recomputed(ana);
const now = async (): Promise<number> => (await state()).practice.clock ?? 0;
const letThem = (): Promise<number> =>
  rehearsalSteps(invented, async () => {
    const at = await state();
    return { state: at, now: at.practice.clock ?? at.at };
  });
const text = (words: string) => textOf(nodeTools, words, "public");

describe("a rehearsal", { timeout: 120_000 }, () => {
  it("founds itself, signs a call, elects tellers and decides what was on the agenda", async () => {
    await letThem();
    const { founding } = await state();
    expect(founding.phase).toBe("provisional");
    await ana.act("list.sign", { list: founding.list?.id });
    await letThem();
    expect((await state()).founding.list?.signed.size).toBe(7);
    expect((await state()).founding.phase).toBe("adopted");

    const words = text("We clean the yard on Saturday.");
    const { id: motion } = await ana.act("move", { title: text("The yard"), text: words, subject: { type: "text" } });
    const notice = (await state()).statutes.versions.at(-1)?.statutes.convene.noticeDays ?? 0;
    const starts = (await now()) + (notice + 1) * DAY;
    const { id: call } = await ana.act("meeting.call", {
      title: text("First try"),
      reason: text("To see how it goes."),
      type: "decide",
      starts,
    });
    const { id: item } = await ana.act("meeting.item", { call, title: text("The yard"), motion });
    await letThem();
    expect((await state()).meetings.calls.get(call)?.stands).toBeDefined();

    await ana.act("clock", { to: starts });
    const tellers = [invented[1]!.member, invented[4]!.member];
    const { id: sitting } = await ana.act("sitting.open", { title: text("First try"), tellers, call });
    await letThem();
    const board = { what: "board", chair: ana.member, tellers };
    await ana.act("move", {
      title: text("The board"),
      text: text("As we wish."),
      subject: { type: "procedure", procedure: board },
      sitting,
    });
    await letThem();
    // More than half of the six who signed that they are there stand behind these tellers (G-46).
    expect((await state()).meetings.courses.get(sitting)?.tellersBy).toBeDefined();

    await ana.act("item.open", { sitting, item });
    const { id: vote } = await ana.act("vote.open", { motion, version: words.ref.hash, mode: "hands", sitting });
    await ana.act("vote.close", { vote });
    await letThem();
    const counts = { for: 6, against: 1, abstain: 0, "taking-part": 0 };
    await ana.act("result", { vote, counts, whole: 7, present: 7, outcome: "carried" });
    expect((await state()).motions.motions.get(motion)?.status).toBe("carried");
  });

  it("agrees to decide now where who practises does (B-5), and a minute passes for what is put at a sitting (B-12)", async () => {
    const words = text("We buy a broom.");
    const { id: motion } = await ana.act("move", { title: text("A broom"), text: words, subject: { type: "text" } });
    const { id: sitting } = await ana.act("sitting.open", {
      title: text("On the stairs"),
      tellers: [invented[0]!.member, invented[1]!.member],
    });
    await ana.act("now.agree", { motion, version: words.ref.hash });
    const open = { motion, version: words.ref.hash, mode: "hands", sitting };
    expect(await ana.put("vote.open", open)).toMatchObject({ ok: false, rule: "B-12" });
    await letThem();
    const { id: vote } = await ana.act("vote.open", open);
    await ana.act("vote.close", { vote });
    await letThem();
    const counts = { for: 6, against: 1, abstain: 0, "taking-part": 0 };
    await ana.act("result", { vote, counts, whole: 7, present: 7, outcome: "carried" });
    expect((await state()).motions.motions.get(motion)?.status).toBe("carried");
  });
});
