/** Asking another process: what it says of a bug is told as one, never as "nobody keeps it" (C-7, API-4). */
import { type BodyId, utf8 } from "@nabat/kernel";
import { newSigningKey } from "@nabat/platform";
import type { Settings } from "@nabat/store";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { createLiveHub } from "../http/live.ts";
import { createLog } from "../log.ts";
import { Desk } from "./desk.ts";
import { lineKey } from "./line.ts";
import { NobodyKeeps, PassOn } from "./pass-on.ts";
import { Peers } from "./peers.ts";

const BODY = "b".repeat(64) as BodyId;
/** More than a frame holds. */
const LARGE = 20_971_520;
const ASKER = { address: "127.0.0.1", from: "machine", port: 1 } as const;

it("passes on reading after reading, whole, no faster than they are read, and says a bug of the other process to be one", async () => {
  const key = lineKey(newSigningKey());
  const app = new Hono();
  app.get("/long", (c) => c.text("word ".repeat(20_000)));
  let made = 0;
  app.get("/large", () => {
    const pull = (to: ReadableStreamDefaultController<Uint8Array>) => {
      if (made >= LARGE) return to.close();
      made += 65_536;
      return to.enqueue(new Uint8Array(65_536));
    };
    return new Response(new ReadableStream({ pull }));
  });
  app.get("/one-piece", (c) => c.body(new Uint8Array(LARGE)));
  app.get("/bug", () => Promise.reject(new TypeError("innards")));
  app.onError((_, c) => c.text("bug", 500));
  const hub = createLiveHub(Math.random);
  const desk = new Desk({
    key,
    log: createLog(() => undefined, Date.now),
    holds: (body) => body === BODY,
    size: async () => 1,
    hub,
    app,
    take: () => Promise.reject(new TypeError("innards")),
    control: async () => undefined,
  });
  const place = await desk.listen("127.0.0.1", 0);
  const rows = new Map<string, Uint8Array>();
  const settings = {
    get: async (_: null, name: string) => rows.get(name) ?? null,
    put: async (_: null, name: string, value: Uint8Array) => void rows.set(name, value),
    all: async () => rows,
    drop: async (_: null, name: string) => void rows.delete(name),
  } as unknown as Settings;
  const peersOf = (holder: string): Peers =>
    new Peers({ settings, holder, key, now: Date.now, told: () => undefined, lost: () => undefined });
  const keeper = peersOf("keeper");
  await keeper.enrol(place);
  const peers = peersOf("asker");
  const passOn = new PassOn({
    places: { of: async () => ({ at: "there", holder: "keeper" }), forget: () => undefined } as never,
    peers,
    leaseMs: 100,
    take: () => Promise.reject(new Error("not here")),
    answerHere: () => Promise.reject(new Error("not here")),
  });
  const read = async (url: string) => {
    const plain = { method: "GET", url, headers: [], bytes: new Uint8Array(0) };
    const { status, parts } = await passOn.http(BODY, plain, ASKER);
    const got: Uint8Array[] = [];
    for await (const part of parts) got.push(part);
    return { status, text: Buffer.concat(got).toString() };
  };
  for (let n = 0; n < 20; n++) expect((await read("/long")).text).toBe("word ".repeat(20_000));
  expect(await read("/bug")).toEqual({ status: 500, text: "bug" });
  expect((await read("/one-piece")).text).toHaveLength(LARGE);
  // Whoever reads slowly is waited for where the answer is made: nothing heaps up in between.
  const slow = await passOn.http(BODY, { method: "GET", url: "/large", headers: [], bytes: new Uint8Array(0) }, ASKER);
  let taken = 0;
  for await (const part of slow.parts) {
    if (taken === 0) await new Promise((r) => setTimeout(r, 300));
    taken += part.length;
    expect(made - taken).toBeLessThan(4_000_000);
  }
  expect(taken).toBe(LARGE);
  const act = passOn.act({ body: BODY, media: "", bytes: new Uint8Array(1), address: "", locale: "en" });
  const said = await act.catch((error: unknown) => error);
  expect(said).toBeInstanceOf(Error);
  expect(said).not.toBeInstanceOf(NobodyKeeps);
  // Where nobody answers, the host is told at which place.
  rows.set("process.keeper", utf8(JSON.stringify({ host: "127.0.0.1", port: 1, at: Date.now() })));
  await peers.close();
  const late = peersOf("late");
  const lost = new PassOn({
    places: { of: async () => ({ at: "there", holder: "keeper" }), forget: () => undefined } as never,
    peers: late,
    leaseMs: 100,
    take: () => Promise.reject(new Error("not here")),
    answerHere: () => Promise.reject(new Error("not here")),
  });
  const plain = { method: "GET", url: "/long", headers: [], bytes: new Uint8Array(0) };
  await expect(lost.http(BODY, plain, ASKER, 0)).rejects.toThrow("doesn't answer at 127.0.0.1:1");
  await late.close();
  await keeper.close();
  desk.close();
  hub.close();
});

it("says of a place that it can't listen at what to do (C-7)", async () => {
  const desks = [0, 1, 2].map(
    () =>
      new Desk({
        key: lineKey(newSigningKey()),
        log: createLog(() => undefined, Date.now),
        holds: () => false,
        size: async () => undefined,
        hub: undefined as never,
        app: new Hono(),
        take: () => Promise.reject(new Error("none")),
        control: async () => undefined,
      }),
  );
  const [first, same, far] = desks as [Desk, Desk, Desk];
  const { port } = await first.listen("127.0.0.1", 0);
  const advice = expect.stringContaining("--process-address");
  await expect(same.listen("127.0.0.1", port)).rejects.toMatchObject({ message: /is taken/, advice });
  // An address for documents (RFC 5737), which no machine has.
  await expect(far.listen("192.0.2.1", 8421)).rejects.toMatchObject({ message: /no address of this machine/, advice });
  for (const desk of desks) desk.close();
});
