/**
 * A server between a device and the record's own: it passes on what it is sent, and says whatever it likes
 * in between. What a device signs to read holds at the address where the device asked, and nowhere else
 * (K-10); and what a request says of itself opens no door (C-1).
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Seat } from "@nabat/exchange/client/mod.ts";
import { remoteOf, signIn } from "@nabat/exchange/remote/mod.ts";
import { remoteRecord } from "@nabat/exchange/follow/remote.ts";
import type { BodyId } from "@nabat/kernel";
import { newSigningKey } from "@nabat/platform";
import { readingBytes } from "@nabat/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, clientOf, type Hall, type Here, post, serverHere } from "./hall.ts";

let server: Here;
let hall: Hall;
let ana: Seat;
let relay: Server;
let between: string;
/** What the relay got back from the true server when it opened a session. */
const got: { status: number; rule?: string; code?: string; token?: string }[] = [];
/** How it changes what it passes on. */
let change = (said: Record<string, unknown>) => said;

beforeAll(async () => {
  server = await serverHere();
  hall = await assembly(server.url, 3);
  ana = hall.founder;
  relay = createServer((from, to) => {
    const parts: Buffer[] = [];
    from.on("data", (part: Buffer) => parts.push(part));
    from.on("end", () => void passOn(from, to, Buffer.concat(parts).toString()));
  });
  await new Promise<void>((done) => relay.listen(0, "127.0.0.1", done));
  between = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
}, 240_000);
afterAll(async () => {
  relay?.close();
  relay?.closeAllConnections();
  await server?.close();
});

async function passOn(from: IncomingMessage, to: ServerResponse, text: string): Promise<void> {
  const opening = from.url?.endsWith("/session") === true && from.method === "POST";
  const body = opening ? JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)) : text;
  const answer = await ask(server.url + (from.url ?? ""), {
    method: from.method ?? "GET",
    headers: { "Content-Type": "application/json" },
    ...(body === "" ? {} : { body }),
  });
  if (opening) got.push({ status: answer.status, ...answer.json });
  to.writeHead(answer.status, { "Content-Type": "application/json" }).end(answer.text);
}

const refusals = () => got.map(({ status, rule, code, token }) => ({ status, rule, code, token }));

describe("K-10: a challenge that another server passes on", () => {
  const refused = { status: 401, rule: "K-10", code: "another-server", token: undefined };

  it("gives it no session, whoever signs: a member's device, a program with a key, a following server", async () => {
    got.length = 0;
    const seat = await clientOf(between).seat(hall.body as BodyId, ana.keys, ana.name);
    await expect(seat.token()).rejects.toMatchObject({ refusal: { rule: "K-10", code: "another-server" } });
    const { key, sign } = ana.device.signer;
    const reading = { key, sign: sign as (message: Uint8Array) => Uint8Array };
    await expect(signIn(remoteOf(`${between}/b/${hall.body}`), reading)).rejects.toThrow(/another server/);
    const remote = remoteRecord(between, hall.body as BodyId, newSigningKey());
    await remote.entries("tile/entries/000.p/1").catch(() => undefined);
    expect(refusals()).toEqual([refused, refused, refused]);
    // The same, asked of the true server, opens.
    expect((await signIn(remoteOf(`${server.url}/b/${hall.body}`), reading)).standing).toBe("member");
  });

  it("nor where it says that the device asked at the true address: the signature says otherwise", async () => {
    got.length = 0;
    change = (said) => ({ ...said, at: server.url });
    try {
      const seat = await clientOf(between).seat(hall.body as BodyId, ana.keys, ana.name);
      await expect(seat.token()).rejects.toMatchObject({ refusal: { rule: "K-10", code: "bad-signature" } });
    } finally {
      change = (said) => said;
    }
    expect(refusals()).toEqual([{ ...refused, code: "bad-signature" }]);
  });

  it("nor through a proxy that the server is told to trust: loopback is the machine's own", async () => {
    const { signer } = ana.device;
    const at = `${server.url}/api/bodies/${hall.body}/session`;
    const { challenge } = (await post(`${at}/challenge`, {})).json;
    const signature = Buffer.from(await signer.sign(readingBytes(hall.body, server.url, challenge))).toString("hex");
    const passedOn = await post(
      at,
      { at: server.url, key: signer.key, challenge, signature },
      { "X-Forwarded-For": "192.0.2.9" },
    );
    expect([passedOn.status, passedOn.json.code]).toEqual([401, "another-server"]);
    // It was refused before the challenge was spent; the device itself may still use it.
    expect((await post(at, { at: server.url, key: signer.key, challenge, signature })).status).toBe(200);
  });
});

/** A request whose Host header says what it likes, as a page does whose name was pointed at this machine. */
function asHost(host: string, path: string, content: string, type: string): Promise<{ status: number; text: string }> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: content === "" ? "GET" : "POST",
        headers: {
          Host: host,
          Origin: `http://${host}`,
          "Content-Type": type,
          "Content-Length": Buffer.byteLength(content),
        },
      },
      (answer) => {
        let text = "";
        answer.on("data", (part: Buffer) => (text += part.toString()));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    sent.on("error", reject);
    sent.end(content);
  });
}

describe("C-1: a page whose own name was pointed at this machine", () => {
  it("makes this server follow nothing, though its Host header and its origin agree", async () => {
    const evil = `evil.example:${new URL(server.url).port}`;
    const wanted = JSON.stringify({ url: "http://127.0.0.1:9", body: hall.body });
    const api = await asHost(evil, "/api/follow", wanted, "application/json");
    expect([api.status, JSON.parse(api.text).code]).toEqual([403, "another-site"]);
    const form = `address=${encodeURIComponent(`http://127.0.0.1:9/b/${hall.body}`)}`;
    expect((await asHost(evil, "/copies", form, "application/x-www-form-urlencoded")).status).toBe(403);
    expect((await ask(`${server.url}/api/follows`)).json.follows).toEqual([]);
    const own = await asHost(new URL(server.url).host, "/api/follow", wanted, "application/json");
    expect([own.status, JSON.parse(own.text).rule]).toEqual([503, "C-5"]);
  });

  it("writes no address of its own into pages", async () => {
    const open = await assembly(server.url, 3, { open: true });
    const page = await asHost("evil.example", `/b/${open.body}/record`, "", "text/html");
    expect(page.status).toBe(200);
    expect(page.text).toContain(server.url);
    expect(page.text).not.toContain("evil.example");
  });
});
