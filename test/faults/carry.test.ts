/**
 * Carry away and come back: what a member exports over HTTP, what the command line exports, restores,
 * backs up, and the ordinary move to another server, with witnesses that follow over it. State is the
 * same to the byte, by the checker's own word (R-43 to R-49, C-3, W-1).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@nabat/cli/main.ts";
import { openBundle } from "@nabat/exchange";
import { cast, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { handOver } from "@nabat/clerk/handover.ts";
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, bring, clientOf, type Hall, type Here, post, serverHere } from "./hall.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-carry-"));
const at = (name: string) => join(folder, name);
const undo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  while (undo.length > 0) await undo.pop()?.();
  rmSync(folder, { recursive: true, force: true });
});

async function nabat(...argv: string[]) {
  let out = "";
  let err = "";
  const status = await run(argv, {
    out: (t: string) => (out += t),
    err: (t: string) => (err += t),
    watched: false,
    env: {},
  });
  return { status, out, err, json: out.trimStart().startsWith("{") ? JSON.parse(out) : undefined };
}

/** A server in this process, ended with the file. */
async function here(): Promise<Here> {
  const server = await serverHere();
  undo.push(() => server.close());
  return server;
}

async function emptyPlace(): Promise<{ data: string; database: TestDatabase; flags: string[] }> {
  const data = mkdtempSync(join(folder, "place-"));
  const database = await freshDatabase();
  undo.push(() => database.close());
  return { data, database, flags: ["--data", data, "--database-url", database.url] };
}

const download = async (url: string, file: string, token?: string) => {
  const answer = await fetch(url, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  expect(answer.status).toBe(200);
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
};
const exportOf = (server: Here, body: string) => `${server.url}/api/bodies/${body}/export`;
const stateOf = async (file: string) => {
  const { status, json, out } = await nabat("verify", file, "--json");
  expect([out.slice(0, 300), status]).toEqual([expect.anything(), 0]);
  return json as { state: string; entries: number; epoch: number; attachments: { here: number } };
};

let a: Here;
let hall: Hall;
let local: string[];
beforeAll(async () => {
  a = await here();
  hall = await assembly(a.url, 4);
  local = ["--data", a.data, "--database-url", a.database.url];
  // A vote by name with its openings, and one thing of each grade.
  const put = await bring(hall, { type: "text" }, "Water for all");
  for (const seat of hall.seats)
    await cast(seat, { vote: put.vote, version: put.version, mode: "name", boxes: [] } as never, "for");
  await hall.founder.act("result", await hall.founder.get(`votes/${put.vote}/result`));
}, 240_000);

describe("carrying away", () => {
  it("R-46, R-48: a member's export over HTTP proves itself; a stranger gets none, a guest of an open record only what is public", async () => {
    await download(exportOf(a, hall.body), at("member.tar"), await hall.founder.token());
    const verdict = await stateOf(at("member.tar"));
    const open = await openBundle(at("member.tar"));
    expect(open.manifest).toMatchObject({
      format: 1,
      body: hall.body,
      grades: ["public", "members"],
      reader: hall.founder.member,
    });
    await open.close();
    expect(verdict.entries).toBe((await ask(`${a.url}/api/bodies/${hall.body}`)).json.size);
    expect((await ask(exportOf(a, hall.body))).status).toBe(403);

    const public_ = await assembly(a.url, 3, { open: true });
    await public_.founder.act("move", {
      title: textOf(nodeTools, "Seen by all", "public"),
      text: textOf(nodeTools, "Kept among us", "members"),
      subject: { type: "text" },
    });
    await download(exportOf(a, public_.body), at("stranger.tar"));
    await download(exportOf(a, public_.body), at("own.tar"), await public_.founder.token());
    const bytes = readFileSync(at("stranger.tar"));
    expect([bytes.includes("Seen by all"), bytes.includes("Kept among us")]).toEqual([true, false]);
    expect(readFileSync(at("own.tar")).includes("Kept among us")).toBe(true);
    expect((await stateOf(at("stranger.tar"))).state).toBe((await stateOf(at("own.tar"))).state);
  });

  it("R-47: restored into a new folder it has the same state, and is a copy there", async () => {
    const before = await stateOf(at("member.tar"));
    expect((await nabat("export", hall.body, "--to", at("local.tar"), ...local)).status).toBe(0);
    expect((await stateOf(at("local.tar"))).state).toBe(before.state);
    const place = await emptyPlace();
    const restored = await nabat("restore", at("local.tar"), ...place.flags, "--json");
    expect([restored.status, restored.json?.bodies?.[0]?.role]).toEqual([0, "copy"]);
    expect((await nabat("export", hall.body, "--to", at("again.tar"), ...place.flags)).status).toBe(0);
    const again = await stateOf(at("again.tar"));
    expect(again).toEqual(await stateOf(at("local.tar")));
    const twice = await nabat("restore", at("local.tar"), ...place.flags);
    expect([twice.status, twice.err]).toEqual([2, expect.stringMatching(/already/)]);
  });

  it("R-45: a bundle that was altered or cut off is refused with its rule, and nothing of it is kept", async () => {
    const bytes = readFileSync(at("local.tar"));
    const place = await emptyPlace();
    const where = bytes.indexOf(Buffer.from('"kind":"vote.cast"'));
    const altered = Buffer.from(bytes);
    altered[where + 9] = "w".charCodeAt(0);
    for (const [name, bad] of [
      ["altered", altered],
      ["short", bytes.subarray(0, bytes.length - 2000)],
      ["none", Buffer.from("not a tar")],
    ] as const) {
      writeFileSync(at(`${name}.tar`), bad);
      const { status, out, err } = await nabat("restore", at(`${name}.tar`), ...place.flags);
      expect([name, status, `${out}${err}`]).toEqual([name, 1, expect.stringMatching(/R-\d+/)]);
    }
    expect(await place.database.store.ledger.listBodies()).toEqual([]);
  });

  it("R-49: the backup of a whole clerk goes on where it stood, under the same key, and enters acts", async () => {
    const own = await here();
    const mine = await assembly(own.url, 3);
    const key = own.running.clerk.key.key;
    const made = await nabat(
      "backup",
      "--to",
      at("backup.tar"),
      "--data",
      own.data,
      "--database-url",
      own.database.url,
      "--json",
    );
    expect([made.status, made.json?.words?.length]).toEqual([0, 12]);
    expect(readFileSync(at("backup.tar")).includes(made.json.words.join(" "))).toBe(false);
    writeFileSync(at("words.txt"), made.json.words.join(" "));
    writeFileSync(at("wrong.txt"), [...made.json.words].reverse().join(" "));
    const place = await emptyPlace();
    expect((await nabat("restore", at("backup.tar"), ...place.flags, "--words", at("wrong.txt"))).status).not.toBe(0);
    const restored = await nabat("restore", at("backup.tar"), ...place.flags, "--words", at("words.txt"), "--json");
    expect([restored.status, restored.json?.bodies?.[0]?.role]).toEqual([0, "clerk"]);
    await own.running.close();
    const { readConfig, startServer } = await import("@nabat/server");
    const { quiet } = await import("./hall.ts");
    const back = await startServer(
      readConfig({ data: place.data, databaseUrl: place.database.url, port: 0, example: "" }, {}),
      { log: quiet },
    );
    undo.push(() => back.close());
    expect(back.clerk.key.key).toBe(key);
    const seat = await clientOf(back.url).seat(mine.founder.body, mine.founder.keys);
    const { index } = await seat.act("rename", { name: seat.text("Back home") });
    expect((await ask(`${back.url}/api/bodies/${mine.body}`)).json).toMatchObject({
      size: index + 1,
      keptHere: true,
      clerk: key,
    });
  }, 240_000);
});

describe("the ordinary move", () => {
  it("C-3, W-1: A hands over to B, which follows as a copy-holder; B goes on, A refuses, everyone can check it", async () => {
    const b = await here();
    const witness = await here();
    const moving = await assembly(a.url, 4, { open: true });
    const { body, founder } = moving;
    const words = await founder.act("move", {
      title: founder.text("Kept among us"),
      text: founder.text("Only members read this."),
      subject: { type: "text" },
    });
    const bKey = b.running.clerk.key.key;
    const follow = (server: Here, from: string) => post(`${server.url}/api/follow`, { url: from, body });
    // B follows first, as anyone may an open record, and is named only then: what it wasn't given it asks for again.
    expect((await follow(b, a.url)).json).toMatchObject({ is: "grown" });
    expect((await follow(witness, a.url)).json).toMatchObject({ is: "grown" });
    await founder.act("copy", { key: bKey });
    await founder.act("witness", { key: witness.running.clerk.key.key });
    const round = (server: Here, from: string) => server.running.follower.round(body as never, from);
    expect(await round(b, a.url)).toMatchObject({ is: "grown" });
    expect(await round(b, a.url)).toMatchObject({ is: "same" });
    await download(exportOf(a, body), at("old-a.tar"), await founder.token());
    expect((await ask(`${b.url}/api/bodies/${body}`)).json).toMatchObject({ keptHere: false });
    const early = await clientOf(b.url).seat(founder.body, founder.keys);
    const refusal = async (seat: Seat) => {
      const put = await seat.put("rename", { name: seat.text("Anywhere") });
      return put.ok ? "entered" : `${put.rule} ${put.code}`;
    };
    // A copy enters nothing.
    expect(await refusal(early)).toBe("C-3 moved-house");

    const handed = await handOver(a.running.clerk, body as never, bKey);
    expect(handed.ok).toBe(true);
    expect(await refusal(founder)).toMatch(/^C-3 moved-house/);
    expect(await round(b, a.url)).toMatchObject({ is: "grown" });
    expect(await round(witness, a.url)).toMatchObject({ is: "grown" });
    const facts = (await ask(`${b.url}/api/bodies/${body}`)).json;
    expect(facts).toMatchObject({ keptHere: true, clerk: bKey, epoch: 1 });
    expect((await b.running.store.ledger.head(body as never))?.role).toBe("clerk");

    const seat = await clientOf(b.url).seat(founder.body, founder.keys);
    const { index } = await seat.act("rename", { name: seat.text("In the new house") });
    expect(index).toBe(facts.size);
    for (const other of moving.seats.slice(1)) {
      const there = await clientOf(b.url).seat(other.body, other.keys);
      await there.act("say", { about: words.id, text: there.text(`${other.name} was here`) });
    }
    // All contents came along.
    const { act } = await seat.get<{ act: { data: { text: { hash: string } } } }>(`acts/${words.id}`);
    expect((await seat.attachment(act.data.text.hash)).ok).toBe(true);
    // An act that A acknowledged before still gets its receipt from A; new ones don't get in anywhere but at B.
    expect((await ask(`${a.url}/api/bodies/${body}`)).json).toMatchObject({ keptHere: false, clerk: bKey, epoch: 1 });

    await download(exportOf(b, body), at("new-b.tar"), await seat.token());
    const verdict = await stateOf(at("new-b.tar"));
    expect(verdict).toMatchObject({ epoch: 1, entries: index + 4 });
    const diff = await nabat("verify-diff", at("old-a.tar"), at("new-b.tar"), "--json");
    expect([diff.out.slice(0, 300), diff.status]).toEqual([expect.anything(), 0]);
    await download(exportOf(a, body), at("closing-a.tar"), await founder.token());
    expect((await stateOf(at("closing-a.tar"))).epoch).toBe(1);
    expect((await nabat("verify-diff", at("closing-a.tar"), at("new-b.tar"))).status).toBe(0);

    // The witness goes over with the record: told B's address, it begins from what it saw at A's.
    expect((await follow(witness, b.url)).json).toMatchObject({ is: "grown", size: index + 4 });
    const checkpoint = (await ask(`${b.url}/api/bodies/${body}/checkpoint`)).text;
    expect(checkpoint).toContain(`nabat/server/${witness.running.clerk.key.key}`);
    // At A's old address the record stands where A closed it: no fork, only behind.
    expect(await round(witness, a.url)).toMatchObject({ is: "behind" });
    // B doesn't witness itself, and doesn't mistake A's older head for a fork.
    expect((await round(b, a.url)).is).toMatch(/same|behind/);
    expect(checkpoint).not.toContain(`nabat/server/${bKey}`);

    // A restart of B changes nothing.
    const backAt = await b.again();
    undo.push(() => backAt.running.close());
    const after = await clientOf(backAt.url).seat(founder.body, founder.keys);
    expect((await after.act("rename", { name: after.text("Still here") })).index).toBe(index + 4);
  }, 240_000);

  it("R-24: a keeper that goes on after it handed over is caught: its key signs no more", async () => {
    const old = await here();
    const next = await here();
    const watch = await here();
    const moving = await assembly(old.url, 3, { open: true });
    const { body } = moving;
    expect((await post(`${watch.url}/api/follow`, { url: old.url, body })).json).toMatchObject({ is: "grown" });
    await handOver(old.running.clerk, body as never, next.running.clerk.key.key);
    expect(await watch.running.follower.round(body as never, old.url)).toMatchObject({ is: "grown" });
    // The old clerk signs a longer head of its own making.
    const { formatNote, formatCheckpoint, originOf, checkpointLine, clerkKey, checkpointMessage } =
      await import("@nabat/record");
    const { sha256 } = await import("@nabat/platform");
    const { Follower } = await import("@nabat/exchange");
    const key = old.running.clerk.key;
    const size = ((await ask(`${old.url}/api/bodies/${body}`)).json.size as number) + 1;
    const head = { origin: originOf(body as never), size, root: new Uint8Array(32).fill(7) };
    const note = formatNote({
      text: formatCheckpoint(head),
      signatures: [checkpointLine(clerkKey(sha256, body as never, key.publicBytes), key.sign(checkpointMessage(head)))],
    });
    const { store } = watch.running;
    const follower = new Follower({
      sha256,
      store,
      key: watch.running.clerk.key,
      now: Date.now,
      holder: "watch",
      load: () => Promise.reject(new Error("not asked for")),
      grown: async () => undefined,
      fetch: async (input, init) =>
        String(input).endsWith("/checkpoint") ? new Response(note as Uint8Array<ArrayBuffer>) : fetch(input, init),
    });
    expect(await follower.round(body as never, old.url)).toMatchObject({
      is: "unproved",
      fault: expect.stringMatching(/^R-30/),
    });
  }, 240_000);
});
