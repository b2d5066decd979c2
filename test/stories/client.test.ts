/**
 * The client against a real clerk and a bad line: answers lost, a busy server, two programs with one
 * key, a record keeper who shows another record, a receipt that was altered.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "@nabat/body";
import {
  BadReceipt,
  type Client,
  Contradiction,
  createClient,
  invite,
  nodeTools,
  type Person,
  type Seat,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import { boxFromBytes, seal, unseal } from "@nabat/platform/common/seal.ts";
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
}, 60_000);

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

function found(client: Client, person: Person): Promise<Seat> {
  const words = (text: string) => textOf(nodeTools, text, "public");
  return client.found(person, {
    type: "assembly",
    name: words("House"),
    purpose: words("To live well"),
    text: words("Our rules"),
    statutes: template("house", { zone: "UTC", languages: ["en"] }),
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
