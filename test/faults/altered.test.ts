/**
 * A record altered on its own server's disk, by somebody who holds the database: what doesn't fit isn't
 * served, other bodies are, and the answer says what to do (C-2). Attachments too: pages show nobody's
 * words that nobody signed.
 */
import type { Seat } from "@nabat/exchange/client/mod.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, type Hall, type Here, quiet, serverHere } from "./hall.ts";

let server: Here;
let hurt: Hall;
let sound: Hall;
let motion: string;
const warned: unknown[] = [];

beforeAll(async () => {
  server = await serverHere(
    {},
    { log: { ...quiet, error: (event, fields) => warned.push(`${event} ${String(fields?.["error"])}`) } },
  );
  hurt = await assembly(server.url, 3, { open: true });
  sound = await assembly(server.url, 3, { open: true });
  motion = (
    await hurt.founder.act("move", {
      title: hurt.founder.text("Bread", "public"),
      text: hurt.founder.text("We bake on Friday.", "public"),
      subject: { type: "text" },
    })
  ).id;
}, 240_000);
afterAll(() => server?.close());

const run = (statement: ReturnType<typeof sql>) => statement.execute(server.database.database.db);
const key = () => Buffer.from(hurt.body, "hex");
const read = (path: string) => ask(`${server.url}${path}`);
const last = async () => ((await read(`/api/bodies/${hurt.body}`)).json.size as number) - 1;

describe("a record altered on disk", () => {
  it("C-2, R-41: an entry changed while the server runs isn't served, alone, in a tile or in a bundle", async () => {
    const index = await last();
    await run(
      sql`update entries set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"seq":', '"sea":'), 'UTF8') where body = ${key()} and idx = ${index}`,
    );
    for (const path of [`acts/${motion}`, "entries", `tile/entries/000.p/${index + 1}`]) {
      const said = await read(`/api/bodies/${hurt.body}/${path}`);
      expect([path, said.status, said.json?.rule, said.json?.code]).toEqual([path, 503, "C-2", "damaged"]);
      expect(said.json.sentence).toMatch(/restore/);
    }
    // A bundle that can't be whole breaks off: it never ends as if it were.
    await expect(read(`/api/bodies/${hurt.body}/export`)).rejects.toThrow();
    expect((await read(`/b/${hurt.body}/entries`)).status).toBe(503);
    // What needs no entry is there, and the other body whole.
    expect((await read(`/api/bodies/${sound.body}/entries`)).status).toBe(200);
    expect(warned.join("\n")).toMatch(/breaks rule R-41.*Restore it from a copy/);
  });

  it("C-2: after a start the whole record isn't served; others are, and so is the first page", async () => {
    server = await server.again();
    for (const path of ["", "/checkpoint", "/motions", "/live"]) {
      const said = await read(`/api/bodies/${hurt.body}${path}`);
      expect([path, said.status, said.json?.code]).toEqual([path, 503, "damaged"]);
      expect(Number(said.headers.get("Retry-After"))).toBeGreaterThanOrEqual(60);
    }
    const page = await read(`/b/${hurt.body}`);
    expect([page.status, page.text]).toEqual([503, expect.stringMatching(/restore/)]);
    const act = await read(`/api/bodies/${sound.body}`);
    expect(act.status).toBe(200);
    for (const path of ["/", "/copies", "/healthz", `/b/${sound.body}`])
      expect([path, (await read(path)).status]).toEqual([path, 200]);
    expect((await read("/")).text).toContain(sound.body);
  });

  it("once restored it is served again, and goes on", async () => {
    await run(
      sql`update entries set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"sea":', '"seq":'), 'UTF8') where body = ${key()}`,
    );
    const facts = await read(`/api/bodies/${hurt.body}`);
    expect(facts.status).toBe(200);
    const seat = await hallSeat(hurt.founder);
    const { index } = await seat.act("rename", { name: seat.text("Ana again") });
    expect(index).toBe(facts.json.size);
  });

  it("R-16: words changed on disk are nobody's words: not on a page, not from the API", async () => {
    const { act } = (await read(`/api/bodies/${hurt.body}/acts/${motion}`)).json;
    const hash = Buffer.from(act.data.text.hash, "hex");
    expect((await read(`/b/${hurt.body}/motions/${motion}`)).text).toContain("We bake on Friday.");
    await run(
      sql`update attachments set bytes = ${Buffer.from("We bake on Monday.")} where body = ${key()} and hash = ${hash}`,
    );
    const page = await read(`/b/${hurt.body}/motions/${motion}`);
    expect([page.status, page.text.includes("We bake on Monday.")]).toEqual([200, false]);
    const said = await read(`/api/bodies/${hurt.body}/attachments/${act.data.text.hash}`);
    expect([said.status, said.json?.rule, said.json?.code]).toEqual([503, "C-2", "damaged"]);
  });

  it("R-26: a head that doesn't fit its entries, and a record cut short, are damage too", async () => {
    const size = (await last()) + 1;
    await run(sql`update bodies set size = ${size - 1} where body = ${key()}`);
    server = await server.again();
    const said = await read(`/api/bodies/${hurt.body}`);
    expect([said.status, said.json?.code]).toEqual([503, "damaged"]);
    await run(sql`update bodies set size = ${size} where body = ${key()}`);
    expect((await read(`/api/bodies/${hurt.body}`)).status).toBe(200);
  });
});

async function hallSeat(seat: Seat): Promise<Seat> {
  const { clientOf } = await import("./hall.ts");
  return clientOf(server.url).seat(seat.body, seat.keys);
}
