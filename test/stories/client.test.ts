/**
 * The client against a real clerk and a bad line: answers lost, a busy server, two programs with one
 * key, a record keeper who shows another record, a receipt that was altered.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS, template } from "@nabat/body";
import { bundleReader, check } from "@nabat/body/checker/mod.ts";
import { openBundle } from "@nabat/exchange";
import {
  agreeNow,
  BadReceipt,
  type Ballot,
  ballotVersion,
  boxesOf,
  cast,
  type Client,
  Contradiction,
  countListed,
  createClient,
  drawGreeters,
  foundTogether,
  invite,
  nodeTools,
  seenBy,
  sponsor,
  takePlace,
  type Person,
  type Seat,
  signFor,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import { boxFromBytes, seal, unseal } from "@nabat/platform/common/seal.ts";
import type { ActId } from "@nabat/kernel";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Fetch = typeof fetch;
let server: Running;
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "nabat-client-"));
  server = await startServer(readConfig({ data, port: 0, refusalsPerMinute: 0, example: false }, {}), {
    log: createLog(() => undefined, Date.now),
    fastDatabase: true,
  });
}, 240_000);

afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

/** A client whose requests go through `line`. */
function clientOn(
  line: (send: Fetch, path: string, init: RequestInit | undefined) => Promise<Response> = (send, path, init) =>
    send(path, init),
): Client {
  return createClient({
    url: server.url,
    tools: nodeTools,
    fetch: (input, init) => line(fetch, input as string, init),
  });
}

function found(client: Client, person: Person, mode: "count" | "name" = "count"): Promise<Seat> {
  const words = (text: string) => textOf(nodeTools, text, "public");
  const rules = template("house", { zone: "UTC", languages: ["en"] });
  return client.found(person, {
    type: "assembly",
    name: words("House"),
    purpose: words("To live well"),
    text: words("Our rules"),
    statutes: { ...rules, voting: { ...rules.voting, mode } },
    practice: true,
  });
}

const sizeOf = async (client: Client, seat: Seat) => (await client.facts(seat.body)).size;
const isAct = (path: string) => path.endsWith("/acts");

describe("a client", () => {
  it("founds, invites, joins, reads with a session", async () => {
    const client = clientOn();
    const ana = await found(client, client.person("Ana"));
    const bo = await client.join(client.person("Bo"), await invite(ana, "founder", Date.now() + 86_400_000));
    const { roll } = await bo.get<{ roll: number }>("roll");
    expect(roll).toBe(2);
    await expect(client.http.must("GET", `/api/bodies/${ana.body}/roll`)).rejects.toMatchObject({
      status: 403,
      refusal: { rule: "K-10" },
    });
  });

  it("sends the same bytes again after a lost answer and a busy server: entered once", async () => {
    let lost = 0;
    const client = clientOn(async (send, path, init) => {
      if (isAct(path) && lost < 2) {
        lost++;
        if (lost === 1) return new Response("{}", { status: 503, headers: { "Retry-After": "0" } });
        await send(path, init);
        throw new TypeError("the answer was lost");
      }
      return send(path, init);
    });
    const ana = await found(client, client.person("Ana"));
    const { index } = await ana.act("rename", { name: ana.text("Anna") });
    expect([lost, index, await sizeOf(client, ana)]).toEqual([2, 1, 2]);
  });

  it("signs anew where another program has used the same key (R-8)", async () => {
    const client = clientOn();
    const ana = await found(client, client.person("Ana"));
    const twin = await client.seat(ana.body, ana.keys, "the same Ana");
    await twin.act("rename", { name: twin.text("Anna") });
    await ana.act("rename", { name: ana.text("Anne") });
    await Promise.all([ana, twin].flatMap((s) => [1, 2, 3].map(() => s.act("rename", { name: s.text("Ann") }))));
    expect(await sizeOf(client, ana)).toBe(9);
  });

  it("signs nothing for a record keeper who shows a shorter or another record (R-24, R-30)", async () => {
    let shown: ((real: Uint8Array) => Uint8Array) | undefined;
    let acts = 0;
    const client = clientOn(async (send, path, init) => {
      if (isAct(path)) acts++;
      const answer = await send(path, init);
      if (!path.endsWith("/checkpoint") || !shown) return answer;
      return new Response(shown(new Uint8Array(await answer.arrayBuffer())) as Uint8Array<ArrayBuffer>, {
        headers: answer.headers,
      });
    });
    const ana = await found(client, client.person("Ana"));
    let older: Uint8Array | undefined;
    shown = (real) => (older ??= real);
    await ana.act("rename", { name: ana.text("Anna") });
    shown = undefined;
    await ana.act("rename", { name: ana.text("Anne") });
    const before = acts;
    shown = (real) => older ?? real;
    await expect(ana.act("rename", { name: ana.text("Ann") })).rejects.toMatchObject({
      refusal: { rule: "R-24", code: "shrunk" },
    });
    shown = (real) => Uint8Array.from(real, (b, i) => (i === 90 ? (b === 65 ? 66 : 65) : b));
    await expect(ana.act("rename", { name: ana.text("Ann") })).rejects.toBeInstanceOf(Contradiction);
    expect(acts).toBe(before);
    shown = undefined;
    await ana.act("rename", { name: ana.text("Ann") });
  });

  it("does not believe a receipt that was altered", async () => {
    const client = clientOn(async (send, path, init) => {
      const answer = await send(path, init);
      if (!isAct(path)) return answer;
      const receipt = (await answer.json()) as { index: number };
      return Response.json({ ...receipt, index: receipt.index + 1 }, { status: 201 });
    });
    const ana = await found(client, client.person("Ana"));
    await expect(ana.act("rename", { name: ana.text("Anna") })).rejects.toBeInstanceOf(BadReceipt);
  });
});

describe("sealing on Node", () => {
  it("opens what others sealed to the same secret, and the other way round", async () => {
    const secret = nodeTools.random(32);
    const [mine, plain] = [nodeTools.box(secret), boxFromBytes(secret)];
    expect(mine.box).toBe(plain.box);
    const words = new TextEncoder().encode("for");
    const sealed = await seal(words, [mine.box]);
    expect(await unseal(sealed, mine)).toEqual(words);
    expect(await unseal(sealed, plain)).toEqual(words);
    expect(await unseal(sealed, nodeTools.box(nodeTools.random(32)))).toBeUndefined();
  });
});

const HOUR = 3_600_000;
const zeros = { for: 0, against: 0, abstain: 0, "taking-part": 0 };

/** A house of five that has adopted itself; positions on devices sealed or by name. */
class Five {
  readonly seats: readonly Seat[];
  readonly client: Client;
  #now: number;

  private constructor(client: Client, seats: readonly Seat[], now: number) {
    this.client = client;
    this.seats = seats;
    this.#now = now;
  }

  static async begin(mode: "count" | "name"): Promise<Five> {
    const client = clientOn();
    const ana = await found(client, client.person("Ana"), mode);
    const { now } = await client.facts(ana.body);
    const others: Seat[] = [];
    for (const name of ["Bo", "Cy", "Di", "Ed"])
      others.push(await client.join(client.person(name), await invite(ana, "founder", now + 24 * HOUR)));
    const five = new Five(client, [ana, ...others], now);
    await foundTogether(five.seats);
    return five;
  }

  get now(): number {
    return this.#now;
  }

  seat(n: number): Seat {
    return this.seats[n] as Seat;
  }

  /** Bo and Cy count. */
  get tellers(): string[] {
    return [this.seat(1).member, this.seat(2).member];
  }

  async clock(to: number): Promise<void> {
    await this.seat(0).act("clock", { to });
    this.#now = to;
  }

  async move(subject: object, more: object = {}): Promise<{ id: ActId; version: Ballot["version"] }> {
    const text = this.seat(0).text("Words");
    const { id } = await this.seat(0).act("move", { title: this.seat(0).text("Title"), text, subject, ...more });
    return { id, version: text.ref.hash };
  }

  /** Three are in the hall; two of them stand behind who presides and who counts (G-46). */
  async electTellers(sitting: ActId): Promise<void> {
    for (const n of [0, 1, 2]) await this.seat(n).act("sitting.here", { sitting });
    const procedure = { what: "board", chair: this.seat(0).member, tellers: this.tellers };
    const board = await this.move({ type: "procedure", procedure }, { sitting });
    await this.seat(1).act("second", { motion: board.id });
  }

  async tally(vote: ActId, data: object): Promise<void> {
    for (const n of [1, 2]) await this.seat(n).act("tally", { vote, ...data });
  }

  async boxes(): Promise<string[]> {
    return (await Promise.all([1, 2].map((n) => boxesOf(this.seat(0), this.seat(n).member)))).flat();
  }

  /** Carries the record away as a member may, and has the file checked. */
  async verified() {
    const seat = this.seat(0);
    const got = await seat.http.raw("GET", `/api/bodies/${seat.body}/export`, { token: await seat.token() });
    if (!got.ok) throw new Error(`no export: ${got.rule}`);
    const file = join(data, `${seat.body}.tar`);
    writeFileSync(file, got.value.bytes);
    const record = await openBundle(file);
    const { sha256, verify } = nodeTools;
    const { verdict } = await check(record.source, {
      kinds: KINDS,
      sha256,
      verify,
      read: bundleReader(sha256, verify),
    });
    await record.close();
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.fault));
    return verdict.summary.results;
  }
}

describe("votes on devices, from call to result", () => {
  it("elects by papers sealed to two tellers; a spoilt paper counts as spoilt, its size tells nothing (O-6, O-8)", async () => {
    const five = await Five.begin("count");
    const [ana, bo, cy, di, ed] = five.seats as [Seat, Seat, Seat, Seat, Seat];
    const nominationsUntil = five.now + HOUR;
    const terms = { seats: 1, rule: "approval", termDays: 30, powers: ["keep-money"], nominationsUntil };
    const { id: election } = await ana.act("election.open", { title: ana.text("Treasurer"), ...terms });
    for (const seat of [di, ed]) await seat.act("nominate", { election, candidate: seat.member });
    await five.clock(nominationsUntil + HOUR);
    const candidates = [di, ed].map((s, n) => ({ key: `c${n + 1}`, member: s.member }));
    const version = ballotVersion(nodeTools, election, 1, candidates);
    const call = { election, version, mode: "count", closes: five.now + 84 * HOUR, tellers: five.tellers.slice(0, 1) };
    const stale = { ...call, version: ballotVersion(nodeTools, election, 2, candidates) };
    expect(await ana.put("vote.open", stale)).toMatchObject({ ok: false, rule: "V-20" });
    const { id: vote } = await ana.act("vote.open", call);
    // One member is as many as call a meeting of five: a second teller comes in (V-53).
    await di.act("teller.add", { vote, teller: cy.member });
    await five.clock(five.now + 12 * HOUR);
    const ballot: Ballot = { vote, version, mode: "count", boxes: await five.boxes() };
    const papers = [["c1"], ["c1", "c2"], [], ["c1"], Array.from({ length: 40 }, (_, n) => `c${n + 1}`)];
    for (const [n, paper] of papers.entries())
      expect(await cast(five.seat(n), ballot, paper)).toMatchObject({ ok: true });
    const { entries } = await ana.get<{ entries: { act: { by: string; data: { opening: { size: number } } } }[] }>(
      "entries?kind=vote.cast",
    );
    // A teller's own paper is sealed to one device fewer: theirs is both.
    const others = entries.filter((e) => !five.tellers.includes(e.act.by));
    expect(new Set(others.map((e) => e.act.data.opening.size)).size).toBe(1);
    const on = { ballot: candidates, seats: 1, rule: "approval" as const };
    const counts = { c1: 3, c2: 1, none: 0, blank: 1, invalid: 1 };
    for (const teller of [bo, cy]) {
      const counted = await countListed(teller, vote, on);
      expect(counted.counts).toEqual(counts);
      await teller.act("tally", { vote, ...counted });
    }
    const result = { vote, counts, whole: 5, outcome: "elected", elected: [di.member] };
    expect(await ana.put("result", { ...result, elected: [ed.member] })).toMatchObject({ ok: false, rule: "V-37" });
    await ana.act("result", result);
    expect(await five.verified()).toEqual({ recomputed: 1, byTellers: 1, attested: [], unread: 0 });
  });

  it.each(["count", "name"] as const)(
    "adds hall and net of a called meeting, devices by %s (G-40)",
    async (devices) => {
      const five = await Five.begin(devices);
      const [ana, , , di, ed] = five.seats as [Seat, Seat, Seat, Seat, Seat];
      const motion = await five.move({ type: "text" });
      const starts = five.now + 96 * HOUR;
      const { id: call } = await ana.act("meeting.call", {
        title: ana.text("Hall and net"),
        reason: ana.text("Why"),
        type: "decide",
        starts,
      });
      const { id: item } = await ana.act("meeting.item", { call, title: ana.text("The text"), motion: motion.id });
      await five.clock(starts);
      const { id: sitting } = await ana.act("sitting.open", {
        title: ana.text("In the hall"),
        tellers: five.tellers,
        call,
      });
      await five.electTellers(sitting);
      for (const seat of [di, ed]) await seat.act("sitting.remote", { sitting });
      await ana.act("item.open", { sitting, item });
      const opening = { motion: motion.id, version: motion.version, sitting };
      expect(await ana.put("vote.open", { ...opening, mode: "hands" })).toMatchObject({ ok: false, rule: "G-40" });
      const { id: vote } = await ana.act("vote.open", { ...opening, mode: "mixed" });
      const ballot: Ballot = { vote, version: motion.version, mode: "mixed", devices, boxes: await five.boxes() };
      expect(await cast(five.seat(2), ballot, "for")).toMatchObject({ ok: false, rule: "G-40", code: "in-the-hall" });
      for (const [seat, choice] of [
        [di, "for"],
        [ed, "taking-part"],
      ] as const)
        expect(await cast(seat, ballot, choice)).toMatchObject({ ok: true });
      await ana.act("vote.close", { vote });
      await five.tally(vote, { counts: { ...zeros, for: 2, against: 1 }, present: 3 });
      const net = { ...zeros, for: 1, "taking-part": 1 };
      if (devices === "count") {
        for (const n of [1, 2]) {
          const counted = await countListed(five.seat(n), vote);
          expect(counted.counts).toEqual(net);
          await five.seat(n).act("tally", { vote, devices: true, ...counted });
        }
      }
      const counts = { ...zeros, for: 3, against: 1, "taking-part": 1 };
      const result = { vote, counts, whole: 5, present: 5, devices: net, outcome: "carried" };
      const swapped = { ...result, devices: { ...net, against: 1, "taking-part": 0 } };
      expect(await ana.put("result", swapped)).toMatchObject({ ok: false, rule: "V-37" });
      await ana.act("result", result);
      expect(await five.verified()).toEqual({ recomputed: 1, byTellers: 1, attested: [], unread: 0 });
    },
  );
});

describe("deciding without a meeting", () => {
  it("signs for a text until it is decided, and agrees to vote at once (B-5, B-6)", async () => {
    const five = await Five.begin("name");
    const text = await five.move({ type: "text" });
    await five.clock(five.now + 2 * HOUR);
    expect(await signFor(five.seats.slice(0, 2), text.id, text.version)).toBeUndefined();
    const decided = await signFor([five.seat(2)], text.id, text.version);
    const { items } = await five.seat(3).get<{ items: object[] }>("decisions");
    expect(items).toMatchObject([{ id: decided?.id, way: "signed", stage: "in-force", voted: 3, whole: 5 }]);
    const other = await five.move({ type: "establish", body: "committee", seats: 2 });
    const call = { motion: other.id, version: other.version };
    await agreeNow(five.seats, call);
    const { id: vote } = await five.seat(1).act("vote.open", { ...call, mode: "name", closes: five.now + HOUR });
    expect(await five.seat(4).get(`votes/${vote}`)).toMatchObject({ now: true, opinion: false });
    await five.verified();
  });
});

describe("newcomers", () => {
  it("come to a vote by greeters who were drawn, by a sponsor's word, with a place (M-24 to M-26)", async () => {
    const five = await Five.begin("count");
    const [ana, bo, cy, di] = five.seats as [Seat, Seat, Seat, Seat];
    await drawGreeters([bo, cy, di]);
    const client = clientOn();
    const arrive = async (name: string): Promise<Seat> => {
      const newcomer = await client.join(client.person(name), await invite(ana, "member", five.now + 24 * HOUR));
      await bo.act("vouch", { member: newcomer.member });
      await five.clock(five.now + 73 * HOUR);
      return newcomer;
    };
    const roll = async () => ana.get<{ roll: number; members: number }>("roll?limit=1");
    const jo = await arrive("jo");
    expect(await roll()).toMatchObject({ roll: 5, members: 6 });
    await seenBy(cy, [jo.member]);
    expect(await roll()).toMatchObject({ roll: 6, members: 6 });
    const kim = await arrive("kim");
    await seenBy(cy, [kim.member]);
    const { items } = await ana.get<{ items: object[] }>("newcomers");
    expect(items).toMatchObject([{ id: kim.member, waits: [{ what: "place" }] }]);
    await expect(takePlace(kim)).rejects.toMatchObject({ refusal: { rule: "M-26", code: "no-place" } });
    await sponsor(di, kim.member);
    expect(await roll()).toMatchObject({ roll: 7, members: 7 });
    await five.verified();
  });
});
