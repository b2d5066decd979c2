/**
 * A practice evening in which the board goes rogue, through a running server: one person in the room finds what answers
 * each scene, presses it with their own keys, and the invented neighbours follow. Then the same evening in which nobody
 * finds anything, and one that is broken off and taken up again.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forceStage, type State } from "@nabat/body";
import { recomputed } from "@nabat/example/cases/recompute.ts";
import { type Client, cast, createClient, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import type { ActId, BodyId } from "@nabat/kernel";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const DAY = 86_400_000;
let server: Running;
let data: string;
let client: Client;
let clock = Date.UTC(2026, 4, 4, 18);

const start = () =>
  startServer(readConfig({ data, port: 0, refusalsPerMinute: 0, example: true }, {}), {
    log: createLog(() => undefined, Date.now),
    fastDatabase: true,
    now: () => clock,
  });

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "nabat-evening-"));
  server = await start();
  client = createClient({ url: server.url, tools: nodeTools });
}, 120_000);

afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

const text = (words: string) => textOf(nodeTools, words);

/** Presses a button of a page's form as a browser without script would; where it leads. */
async function post(path: string, fields: Record<string, string>, seat?: Seat): Promise<string> {
  const res = await fetch(server.url + path, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      ...(seat ? { authorization: `Bearer ${await seat.token()}` } : {}),
    },
    body: new URLSearchParams(fields).toString(),
  });
  expect(res.status, await res.text()).toBe(303);
  return res.headers.get("location") ?? "";
}

/** An evening's page as somebody reads it, in words. */
async function page(seat: Seat, lang = "en", path = "evening"): Promise<string> {
  const res = await fetch(`${server.url}/b/${seat.body}/${path}`, {
    headers: { authorization: `Bearer ${await seat.token()}`, "accept-language": lang },
  });
  const html = await res.text();
  expect(res.status).toBe(200);
  const said = (/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "")
    .replace(/<span class="nowrap">([^<]*)<\/span>/g, "$1")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#39;|&quot;/g, "'")
    .replace(/\s+/g, " ");
  expect(said).not.toMatch(/⟦|undefined|NaN/);
  return said;
}

/** Comes in with an invitation as its link carries it. */
async function join_(path: string, name: string): Promise<Seat> {
  const [, body = "", id = "", secret = ""] = /^\/invited\/([0-9a-f]{64})#([0-9a-f]{64})\.(.+)$/.exec(path) ?? [];
  const key = nodeTools.signer(Buffer.from(secret, "base64url"));
  return client.join(client.person(name), { body: body as BodyId, id: id as ActId, as: "founder", key });
}

async function begin(language = "en"): Promise<string> {
  clock += 60_000;
  return post("/evening", { lang: language });
}

/** Presses what stands on the page as they see it now. */
async function press(seat: Seat, what: string, at?: string): Promise<void> {
  const shown = at ?? (await scene(seat));
  await post(`/b/${seat.body}/evening`, { do: what, at: shown }, seat);
}
/** The scene that somebody's page shows. */
async function scene(seat: Seat): Promise<string> {
  const res = await fetch(`${server.url}/b/${seat.body}/evening`, {
    headers: { authorization: `Bearer ${await seat.token()}` },
  });
  return /name="at" value="([a-z]+)"/.exec(await res.text())?.[1] ?? "";
}
async function state(seat: Seat): Promise<State> {
  const reader = await server.reading.reader(seat.body);
  if (!reader) throw new Error("not kept here");
  return reader.state;
}
const now = async (seat: Seat): Promise<number> => (await state(seat)).practice.clock ?? 0;

/** Everybody signs the list, and the first scene begins. */
async function gather(...room: Seat[]): Promise<void> {
  const [first] = room;
  if (!first) return;
  await press(first, "open");
  const list = (await state(first)).founding.list?.id;
  for (const seat of room) await seat.act("list.sign", { list });
  await press(first, "next");
}

/** The last vote, and what somebody casts in it. */
async function lastVote(seat: Seat) {
  const vote = [...(await state(seat)).votes.votes.values()].at(-1);
  if (!vote) throw new Error("no vote");
  return vote;
}
async function against(seat: Seat): Promise<void> {
  const at = await state(seat);
  const vote = await lastVote(seat);
  const boxes = vote.tellers.flatMap((t) =>
    [...at.keys.keys.values()].flatMap((k) => (k.member === t && k.box ? [k.box] : [])),
  );
  const done = await cast(seat, { vote: vote.id, version: vote.version, mode: vote.mode, boxes }, "against");
  expect(done).toMatchObject({ ok: true });
}

describe("an evening in which the board goes rogue", { timeout: 240_000 }, () => {
  let ana: Seat;

  it("whoever comes in founds it", async () => {
    ana = await join_(await begin(), "Ana");
    expect(await page(ana)).toContain("In the room Ana");
    await gather(ana);
    const { founding, members } = await state(ana);
    expect(founding.phase).toBe("adopted");
    expect(members.members.size).toBe(9);
  });

  it("B-3, G-20: three in a kitchen decide nothing; Ana calls everybody", async () => {
    const said = await page(ana);
    expect(said).toContain("Scene 1 of");
    expect(said).toMatch(/rule B-3|rule B-6/);
    expect(said).toContain("rule G-21");
    const motion = [...(await state(ana)).motions.motions.values()].at(-1);
    expect(motion?.status).toBe("standing");
    expect(motion?.opinions).toHaveLength(1);
    await ana.act("meeting.call", {
      title: text("The money"),
      reason: text("It is ours."),
      type: "decide",
      starts: (await now(ana)) + 4 * DAY,
    });
    await press(ana, "follow");
    expect(await page(ana)).toContain("It held");
    await press(ana, "next");
  });

  it("B-8, B-9: three at three in the morning decide; Ana puts it to all, a neighbour too", async () => {
    const said = await page(ana);
    expect(said).toContain("At three in the morning");
    expect(said).toContain("rule G-44");
    const [decision] = [...(await state(ana)).binding.decisions.values()];
    expect(decision && forceStage(decision, await now(ana))).toBe("waits");
    await ana.act("put.all", { result: decision?.id });
    await press(ana, "follow");
    expect(await page(ana)).toContain("It held");
    await press(ana, "next");
  });

  it("V-58, V-60: the board's teller counts falsely; Ana's number stands with another position", async () => {
    const vote = await lastVote(ana);
    expect(vote.again).toBeDefined();
    expect(await page(ana)).toContain("rule V-24");
    await against(ana);
    await press(ana, "follow");
    const counted = await lastVote(ana);
    const [teller, tally] = [...counted.tallies][0] ?? [];
    expect(tally?.counts).toMatchObject({ for: 5, against: 4 });
    await ana.act("number.missing", { vote: counted.id, teller });
    await press(ana, "follow");
    await press(ana, "wait");
    expect(await page(ana)).toContain("It held");
    expect((await lastVote(ana)).result).toBeUndefined();
    await press(ana, "next");
  });

  it("N-4, N-9: a guest floods under Ana's name; she has them be still, a neighbour confirms", async () => {
    const said = await page(ana);
    expect(said).toContain("A guest takes the floor");
    expect(said).toContain("who calls themselves Ana, as one of you is called");
    expect(said).toMatch(/rule N-4|rule N-5/);
    expect(said).toContain("rule M-2");
    const { members } = (await state(ana)).members;
    const guest = [...members.values()].at(-1);
    expect(guest?.status).toBe("guest");
    await ana.act("guest.still", { member: guest?.id });
    await press(ana, "follow");
    expect(await page(ana)).toContain("It held");
    await press(ana, "next");
  });

  it("K-6, K-13: two ask for new keys for Ana; her phone objects", async () => {
    const said = await page(ana);
    expect(said).toContain("New keys for Ana");
    expect(said).toMatch(/rule K-7|rule K-13|rule K-2/);
    const [asked] = [...(await state(ana)).keys.recoveries.values()].filter((r) => r.member === ana.member);
    expect(asked?.signed).toBeDefined();
    // Three days go by, the old device has ended: it objects all the same, and the new one did nothing.
    await press(ana, "wait");
    expect(await page(ana)).toContain("rule K-12");
    await ana.act("key.object", { of: asked?.id });
    expect(await page(ana)).toContain("It held");
    await press(ana, "next");
  });

  it("K-14, K-16: a thief leaves in Dunja's name; her other phone takes it back", async () => {
    expect(await page(ana)).toContain("Dunja left");
    expect(await page(ana)).not.toContain("added a device");
    await press(ana, "two");
    const said = await page(ana);
    // Each answer stands beside its own button, and says of the right person that they left.
    expect(said).toMatch(/ask for new keys for her That doesn’t do it This person has left/);
    expect(said).toContain("Your turn");
    expect(said).toMatch(/rule K-5/);
    expect(said).toContain("rule M-16");
    await press(ana, "phone");
    expect(await page(ana)).toContain("It held");
    await press(ana, "next");
  });

  it("M-12, M-23, M-26: thirty newcomers have no vote; Ana contests the admission of one", async () => {
    const said = await page(ana);
    expect(said).toContain("Thirty newcomers");
    expect(said).toMatch(/rule M-26/);
    expect(said).toMatch(/rule M-24/);
    const at = await state(ana);
    const newcomer = [...at.members.members.values()].at(-1);
    expect(newcomer?.votesFrom).toBeUndefined();
    await ana.act("move", {
      title: text("Who is this?"),
      text: text("Nobody has met them."),
      subject: { type: "contest", member: newcomer?.id, ground: "invented" },
    });
    expect(await page(ana)).toContain("It held");
    await press(ana, "next");
  });

  it("S-31, S-37: rules that lock are refused, or need what they bring", async () => {
    const said = await page(ana);
    for (const rule of ["S-31", "S-34", "S-27", "S-26"]) expect(said).toContain(`rule ${rule}`);
    expect(said).toContain("“Days of notice for a meeting”: 60 days are too long");
    await against(ana);
    await press(ana, "follow");
    for (let n = 0; n < 4 && (await page(ana)).includes("Your turn"); n++) await press(ana, "wait");
    expect(await page(ana)).toContain("It held");
    expect((await lastVote(ana)).result?.outcome).toBe("lost");
  });

  it("ends with what was tried, what came of it, and what each person did, in both languages", async () => {
    await press(ana, "next");
    const said = await page(ana);
    expect(said).toContain("8 of 8 scenes held");
    // Two bear that name since the guest took it (N-10).
    expect(said).toMatch(
      /Ana #\d+ called one meeting, sitting or vote · put something to all · voted 2 times · missed a number/,
    );
    expect(said).toContain("Protocol: B-1, B-3");
    expect(await page(ana, "fr")).toContain("La soirée est finie");
    // What was played is a record like any other.
    expect((await recomputed(ana)).size).toBe((await state(ana)).size);
  });
});

describe("other evenings", { timeout: 240_000 }, () => {
  it("nobody finds anything: each scene is left, or shown by the neighbours, and the evening ends all the same", async () => {
    const eva = await join_(await begin("fr"), "Eva");
    await gather(eva);
    await press(eva, "next");
    expect(await page(eva, "fr")).toContain("Scène 2 sur");
    // Three days go by: what three decided is in force.
    for (let n = 0; n < 3; n++) await press(eva, "wait");
    expect(await page(eva, "fr")).toContain("C’est en vigueur");
    await press(eva, "next");
    expect(await page(eva)).toContain("A false count");
    await press(eva, "show");
    expect(await page(eva)).toContain("It held");
    for (let n = 0; n < 20 && !(await page(eva)).includes("The evening is over"); n++) await press(eva, "next");
    const said = await page(eva);
    expect(said).toContain("shown by the neighbours");
    expect(said).toContain("it came into force");
    expect(said).toContain("left open");
    // Pressing on changes nothing any more.
    const { size } = await state(eva);
    await press(eva, "next");
    await press(eva, "follow");
    expect((await state(eva)).size).toBe(size);
  });

  it("ten phones: all found it, each may press, and who comes late listens", async () => {
    const first = await begin();
    const seats = [await join_(first, "Ana")];
    const [ana] = seats as [Seat];
    for (const name of "Ben Cem Dora Ella Finn Gus Hana Ida Jo".split(" "))
      seats.push(await join_(await post(`/b/${ana.body}/evening`, { do: "in" }), name));
    await gather(...seats);
    expect((await state(ana)).members.members.size).toBe(15);
    const late = await join_(await post(`/b/${ana.body}/evening`, { do: "in" }), "Kim");
    expect(await page(late)).toContain("A decision in the kitchen");
    const size = (await state(ana)).size;
    await press(late, "next");
    expect((await state(ana)).size).toBe(size);
    // Three of fifteen call a meeting: Cem calls, Dora and Ella sign; no neighbour has to.
    const call = await (seats[2] as Seat).act("meeting.call", {
      title: text("The money"),
      reason: text("It is ours."),
      type: "decide",
      starts: (await now(ana)) + 4 * DAY,
    });
    for (const seat of seats.slice(3, 5)) await seat.act("meeting.sign", { call: call.id });
    expect(await page(ana)).toContain("It held");
    // Three press at once, on the page that they have before them: one scene begins.
    await Promise.all(seats.slice(0, 3).map((seat) => press(seat, "next", "kitchen")));
    expect(await page(ana)).toContain("Scene 2 of");
  });

  it("is taken up again after the server was started anew, with the same invented people", async () => {
    const gil = await join_(await begin(), "Gil");
    await gather(gil);
    await server.close();
    server = await start();
    client = createClient({ url: server.url, tools: nodeTools });
    const again = await client.seat(gil.body, gil.keys, "Gil");
    expect(await page(again)).toContain("A decision in the kitchen");
    await press(again, "show");
    expect(await page(again)).toContain("It held");
    await press(again, "next");
    expect(await page(again)).toContain("Scene 2 of");
  });

  it("is one tap away among the examples; isn't begun twice in a moment, nor by another site's page", async () => {
    const examples = await (await fetch(`${server.url}/example`)).text();
    expect(examples).toContain('action="/evening"');
    await begin();
    expect(await post("/evening", { lang: "en" })).toBe("/example?evening=later");
    const res = await fetch(`${server.url}/evening`, {
      method: "POST",
      redirect: "manual",
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(res.headers.get("location")).toBe("/example");
  });
});
