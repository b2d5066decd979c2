/**
 * The doors of a server: limits on what is refused (API-5), requests that dawdle, live pages by the
 * hundred, what its headers allow to other sites, what its cookies and its log give away, and a witness
 * desk that two people press at once (R-36).
 */
import { connect, type Socket } from "node:net";
import { toHex } from "@nabat/kernel";
import { readingBytes } from "@nabat/record";
import { cast, invite, type Seat } from "@nabat/exchange/client/mod.ts";
import { createLog, readConfig, shownConfig } from "@nabat/server";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, assembly, atServer, bring, DAY, type Hall, type Here, post, serverHere } from "./hall.ts";

let server: Here;
let hall: Hall;
let ana: Seat;
let lines: string[] = [];
const log = createLog((line) => lines.push(line), Date.now);

beforeAll(async () => {
  server = await serverHere({}, { log });
  hall = await assembly(server.url, 4, { open: true });
  ana = hall.founder;
  atServer(server.url, ...hall.seats);
}, 240_000);
afterAll(() => server?.close());

const portOf = (url: string) => Number(new URL(url).port);

describe("limits", () => {
  it("API-5: refused requests are counted by address and told how long to wait; good ones never are", async () => {
    let now = Date.now();
    const strict = await serverHere({ refusalsPerMinute: 12 }, { now: () => now });
    try {
      const { founder, body } = await assembly(strict.url, 3);
      for (let n = 0; n < 30; n++) await founder.act("rest.here", {});
      const bad = () => post(`${strict.url}/api/bodies/${body}/acts`, { act: "{}" });
      const statuses: number[] = [];
      for (let n = 0; n < 14; n++) statuses.push((await bad()).status);
      expect(statuses).toEqual([...Array.from({ length: 12 }, () => 400), 429, 429]);
      for (const said of [
        await bad(),
        await post(`${strict.url}/api/bodies/${body}/session`, {}),
        await ask(`${strict.url}/api/bodies/${body}/proof/inclusion?index=x`),
      ]) {
        expect([said.status, said.json?.rule]).toEqual([429, "API-5"]);
        expect(Number(said.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1);
        expect(said.json.sentence).toMatch(/Wait \d+ seconds/);
      }
      // Reading goes on all the while.
      expect((await ask(`${strict.url}/api/bodies/${body}`)).status).toBe(200);
      expect((await ask(`${strict.url}/b/${body}`)).status).toBe(200);
      now += 6_000;
      expect((await bad()).status).toBe(400);
      expect((await bad()).status).toBe(429);
      now += 60_000;
      await founder.act("rename", { name: founder.text("Later") });
    } finally {
      await strict.close();
    }
  });

  it("requests that dawdle, stop half way or break off keep nobody else waiting", async () => {
    const sockets: Socket[] = [];
    const half = (text: string) => {
      const socket = connect(portOf(server.url), "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(text);
      sockets.push(socket);
      return socket;
    };
    for (let n = 0; n < 100; n++) {
      half("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
      half(
        `POST /api/bodies/${hall.body}/acts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"act":"`,
      );
      half(`POST /api/bodies/${hall.body}/acts HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{`).destroy();
    }
    const began = performance.now();
    await ana.act("rename", { name: ana.text("Quick") });
    expect((await ask(`${server.url}/b/${hall.body}`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(5_000);
    for (const socket of sockets) socket.destroy();
    await new Promise((r) => setTimeout(r, 100));
    // Somebody who goes away is no bug.
    expect(lines.filter((l) => l.includes('"bug"'))).toEqual([]);
  });
});

describe("live pages", () => {
  it("500 come and go; who returns with Last-Event-ID gets the present size at once", async () => {
    const live = async () => (await ask(`${server.url}/healthz`)).json.live as number;
    const path = `/api/bodies/${hall.body}/live`;
    const opened = await Promise.all(
      Array.from(
        { length: 500 },
        () =>
          new Promise<{ socket: Socket; first: string; heard: () => string }>((resolve, reject) => {
            const socket = connect(portOf(server.url), "127.0.0.1");
            let text = "";
            socket.on("error", reject);
            socket.on("data", (chunk: Buffer) => {
              text += chunk.toString();
              if (text.includes("event: size")) resolve({ socket, first: text, heard: () => text });
            });
            socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
          }),
      ),
    );
    expect(await live()).toBe(500);
    const retries = new Set(opened.map((o) => Number(/retry: (\d+)/.exec(o.first)?.[1])));
    expect(Math.min(...retries)).toBeGreaterThanOrEqual(2000);
    expect(retries.size).toBeGreaterThan(100);
    const { index } = await ana.act("rename", { name: ana.text("Heard by all") });
    await vi.waitFor(() => expect(opened.every((o) => o.heard().includes(`"size":${index + 1}`))).toBe(true), {
      timeout: 5_000,
    });
    for (const { socket } of opened) socket.destroy();
    await vi.waitFor(async () => expect(await live()).toBe(0), { timeout: 5_000, interval: 100 });
    const again = new AbortController();
    const answer = await fetch(server.url + path, { headers: { "Last-Event-ID": "3" }, signal: again.signal });
    expect(answer.headers.get("Content-Type")).toContain("text/event-stream");
    const first = await answer.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toContain(`id: ${index + 1}\nevent: size`);
    again.abort();
  });
});

describe("other sites", () => {
  it("every kind of answer carries the headers, errors too (API-3, API-4)", async () => {
    const { clerk, reading } = server.running;
    const body = hall.body;
    const answers: [string, Promise<Awaited<ReturnType<typeof ask>>>, number][] = [
      ["first page", ask(`${server.url}/`), 200],
      ["form", ask(`${server.url}/found`), 200],
      ["page of a body", ask(`${server.url}/b/${body}`), 200],
      ["no such page", ask(`${server.url}/nothing/here`), 404],
      ["no such body", ask(`${server.url}/b/${"0".repeat(64)}`), 404],
      ["no such asset", ask(`${server.url}/assets/none.js`), 404],
      ["health", ask(`${server.url}/healthz`), 200],
      ["facts", ask(`${server.url}/api/bodies/${body}`), 200],
      ["no such address", ask(`${server.url}/api/none`), 404],
      ["bad query", ask(`${server.url}/api/bodies/${body}/entries?limit=x`), 400],
      ["bad act", post(`${server.url}/api/bodies/${body}/acts`, { act: "{}" }), 400],
      [
        "bare act",
        ask(`${server.url}/api/bodies/${body}/acts`, {
          method: "POST",
          headers: { "Content-Type": "application/vnd.nabat.act+json" },
          body: "{}",
        }),
        400,
      ],
      ["too large", ask(`${server.url}/found/preview`, { method: "POST", body: "a".repeat(6_500_000) }), 413],
      ["checkpoint", ask(`${server.url}/api/bodies/${body}/checkpoint`), 200],
      ["form without script", ask(`${server.url}/b/${body}/motions`, { method: "POST", body: "a=b" }), 422],
    ];
    for (const [name, asked, status] of answers) sound(name, await asked, status);
    // A bug is said to be one, in words, and gives nothing of itself away.
    const reader = vi.spyOn(reading, "reader").mockRejectedValue(new TypeError("innards"));
    const submit = vi.spyOn(clerk, "submit").mockRejectedValue(new TypeError("innards"));
    const bugs: [string, Promise<Awaited<ReturnType<typeof ask>>>][] = [
      ["page", ask(`${server.url}/b/${body}`)],
      ["api", ask(`${server.url}/api/bodies/${body}/motions`)],
      ["act", post(`${server.url}/api/bodies/${body}/acts`, { act: "{}" })],
    ];
    for (const [name, asked] of bugs) {
      const said = await asked;
      sound(name, said, 500);
      expect(said.text).not.toContain("innards");
      expect(said.text).toContain("Nothing was entered");
      if (name !== "page") expect(said.json).toMatchObject({ rule: "API-4", code: "bug" });
    }
    reader.mockRestore();
    submit.mockRestore();
    expect(lines.filter((l) => l.includes('"bug"')).length).toBe(3);
  });

  function sound(name: string, said: Awaited<ReturnType<typeof ask>>, status: number): void {
    expect([name, said.status]).toEqual([name, status]);
    const h = said.headers;
    expect([name, h.get("Content-Security-Policy")]).toEqual([name, expect.stringContaining("default-src 'none'")]);
    expect([name, h.get("Content-Security-Policy")]).toEqual([name, expect.stringContaining("frame-ancestors 'none'")]);
    expect([name, h.get("X-Content-Type-Options"), h.get("Referrer-Policy")]).toEqual([name, "nosniff", "no-referrer"]);
    expect([name, h.get("Access-Control-Allow-Credentials"), h.get("Set-Cookie"), h.get("X-Powered-By")]).toEqual([
      name,
      null,
      null,
      null,
    ]);
  }

  it("a page from disk (origin null) may use the signed API, and no page of another site gets a member's cookie", async () => {
    const from = { Origin: "null" };
    const pre = await ask(`${server.url}/api/bodies/${hall.body}/acts`, {
      method: "OPTIONS",
      headers: {
        ...from,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, authorization",
      },
    });
    expect([
      pre.status,
      pre.headers.get("Access-Control-Allow-Origin"),
      pre.headers.get("Access-Control-Allow-Credentials"),
    ]).toEqual([204, "*", null]);
    expect(pre.headers.get("Access-Control-Allow-Headers")).toMatch(/Authorization, Content-Type/);
    for (const said of [
      await ask(`${server.url}/api/bodies/${hall.body}`, { headers: from }),
      await post(`${server.url}/api/bodies/${hall.body}/acts`, { act: "{}" }, from),
    ])
      expect([
        said.headers.get("Access-Control-Allow-Origin"),
        said.headers.get("Access-Control-Allow-Credentials"),
      ]).toEqual(["*", null]);
    for (const path of ["/", `/b/${hall.body}`, "/healthz", "/copies"])
      expect((await ask(server.url + path, { headers: from })).headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("C-1, C-5: following is asked for from this server's own pages only; a server that doesn't answer is said to", async () => {
    const wanted = { url: "http://127.0.0.1:9", body: hall.body };
    for (const origin of ["null", "https://elsewhere.example", `${server.url}0`]) {
      const said = await post(`${server.url}/api/follow`, wanted, { Origin: origin });
      expect([origin, said.status, said.json?.rule, said.json?.code]).toEqual([origin, 403, "C-1", "another-site"]);
      const form = {
        method: "POST",
        headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
        body: `address=${encodeURIComponent(`http://127.0.0.1:9/b/${hall.body}`)}`,
      };
      expect([origin, (await ask(`${server.url}/copies`, form)).status]).toEqual([origin, 403]);
    }
    expect((await ask(`${server.url}/api/follows`)).json.follows).toEqual([]);
    const own = await post(`${server.url}/api/follow`, wanted, { Origin: server.url });
    expect([own.status, own.json?.rule]).toEqual([503, "C-5"]);
    expect(own.json.sentence).toMatch(/try again later/);
  });

  it("K-10: the cookie is out of scripts' reach, for one body, and ends when it is ended; over HTTPS it never travels in the clear", async () => {
    const secure = await serverHere({ address: "https://nabat.example" });
    try {
      for (const [where, code] of [
        [server, undefined],
        [secure, secure.running.foundingCode],
      ] as const) {
        const one = where === server ? hall : await assembly(where.url, 1, { adopt: false, code });
        const at = `${where.url}/api/bodies/${one.body}/session`;
        const { challenge } = (await post(`${at}/challenge`, {})).json;
        const { signer } = one.founder.device;
        const signature = toHex(await signer.sign(readingBytes(one.body, where.url, challenge)));
        const opened = await post(at, { at: where.url, key: signer.key, challenge, signature });
        const cookie = opened.headers.get("Set-Cookie") ?? "";
        expect(cookie).toMatch(/^nabat_[0-9a-f]{16}=[A-Za-z0-9_-]{43};/);
        expect(cookie).toMatch(/HttpOnly/);
        expect(cookie).toMatch(/SameSite=Lax/);
        expect(cookie.includes("Secure")).toBe(where === secure);
        expect(cookie).not.toMatch(/Domain=/);
        const sent = { Cookie: cookie.split(";")[0] ?? "" };
        expect((await ask(`${where.url}/api/bodies/${one.body}/roll`, { headers: sent })).status).toBe(200);
        expect((await ask(at, { method: "DELETE", headers: sent })).status).toBe(204);
        expect((await ask(`${where.url}/api/bodies/${one.body}/mine`, { headers: sent })).status).toBe(403);
        expect(where === secure).toBe((await ask(`${where.url}/`)).headers.get("Strict-Transport-Security") !== null);
      }
    } finally {
      await secure.close();
    }
  });
});

describe("the log", () => {
  it("holds no secret and no words, whatever goes wrong", async () => {
    lines = [];
    const own = await serverHere({ address: "https://nabat.example" }, { log });
    const secrets = new Map<string, string>();
    try {
      const code = own.running.foundingCode ?? "";
      secrets.set("founding code", code);
      const original = globalThis.fetch;
      const seen: string[] = [];
      globalThis.fetch = async (input, init) => {
        if (typeof init?.body === "string") seen.push(init.body);
        return original(input, init);
      };
      try {
        const one = await assembly(own.url, 3, { code });
        const { founder, client, body } = one;
        atServer(own.url, ...one.seats);
        const invitation = await invite(founder, "guest", Date.now() + DAY);
        await client.join(client.person("Geheim Gast"), invitation);
        const put = await bring(one, { type: "text" }, "Utterly private words");
        await cast(founder, { vote: put.vote, version: put.version, mode: "name", boxes: [] } as never, "against");
        const token = await founder.token();
        secrets.set("token", token);
        secrets.set("cookie", `nabat_${body.slice(0, 16)}=`);
        // Now everything goes wrong at once: refused, damaged, unreadable, unreachable, and a bug.
        await ask(`${own.url}/api/bodies/${body}/motions?q=${token}&secret=${code}`, {
          headers: { Authorization: `Bearer ${token}` },
        });
        await ask(`${own.url}/invited/${body}?key=${token}`);
        await post(`${own.url}/api/bodies/${body}/session`, {
          at: own.url,
          key: founder.device.signer.key,
          challenge: "c".repeat(32),
          signature: "ab".repeat(64),
        });
        await post(`${own.url}/api/follow`, { url: "http://127.0.0.1:9/secretpath", body, code });
        vi.spyOn(own.running.clerk, "submit").mockRejectedValueOnce(new Error("a bug"));
        await founder.put("rename", { name: founder.text("Utterly private name") }).catch(() => undefined);
        vi.spyOn(own.running.reading, "reader").mockRejectedValueOnce(new Error("a bug"));
        await ask(`${own.url}/b/${body}/motions?q=${token}`, {
          headers: { Cookie: `nabat_${body.slice(0, 16)}=${token}` },
        });
        await sql`update entries set bytes = convert_to('{}', 'UTF8') where idx = 3`.execute(own.database.database.db);
        await ask(`${own.url}/api/bodies/${body}/entries`, { headers: { Authorization: `Bearer ${token}` } });
        const back = await own.again();
        await ask(`${back.url}/b/${body}?t=${token}`);
        await back.running.close();
      } finally {
        globalThis.fetch = original;
      }
      for (const [n, text] of seen.entries()) {
        for (const [, value] of text.matchAll(/proofValue\\?":\\?"(z[1-9A-HJ-NP-Za-km-z]+)/g))
          secrets.set(`signature ${n}`, value as string);
        for (const [, value] of text.matchAll(/"(?:salt|bytes)":"([A-Za-z0-9+/=]{8,})"/g))
          secrets.set(`salt or bytes ${n} ${value}`, value as string);
        for (const [, value] of text.matchAll(/"(?:challenge|signature|grant|invited)\\?":\\?"([^"\\]{16,})/g))
          secrets.set(`signed ${n} ${value}`, value as string);
      }
      secrets.set("words", "Utterly private");
      secrets.set("name", "Geheim");
      secrets.set("query", "secret=");
      expect(secrets.size).toBeGreaterThan(20);
      const all = lines.join("\n");
      expect(all).toContain('"bug"');
      expect(all).toContain("damaged");
      for (const [what, secret] of secrets) expect([what, all.includes(secret)]).toEqual([what, false]);
    } finally {
      await own.close();
    }
  });

  it("the configuration is shown without the database's password", () => {
    const config = readConfig({ data: "/nowhere", databaseUrl: "postgres://nabat:hunter2@db.example/nabat" }, {});
    expect(JSON.stringify(shownConfig(config))).not.toContain("hunter2");
    expect(JSON.stringify(shownConfig(config))).toContain("db.example");
  });
});
