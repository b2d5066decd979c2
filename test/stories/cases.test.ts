/**
 * The worked cases, played through the API of one server and read back, each with the numbers of the
 * source; and that a number which isn't met is named and fails the command.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@nabat/cli/main.ts";
import type { Io } from "@nabat/cli/io.ts";
import { createClient, nodeTools } from "@nabat/exchange/client/mod.ts";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASES, playCase, playPart } from "@nabat/example/cases/mod.ts";
import { type Case, Stage } from "@nabat/example/cases/stage.ts";

let server: Running;
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "nabat-cases-"));
  const log = createLog(() => undefined, Date.now);
  server = await startServer(readConfig({ data, port: 0, refusalsPerMinute: 0, example: false }, {}), {
    log,
    fastDatabase: true,
  });
}, 240_000);

afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

const client = () => createClient({ url: server.url, tools: nodeTools, recheckMs: 500 });

function collected(): { io: Io; out: () => string; err: () => string } {
  const out: string[] = [];
  const err: string[] = [];
  return {
    io: { out: (t) => void out.push(t), err: (t) => void err.push(t), watched: false, env: {} },
    out: () => out.join(""),
    err: () => err.join(""),
  };
}

describe("worked cases", () => {
  it.each(CASES.map((c) => [c.name, c] as const))("%s", { timeout: 240_000 }, async (_, theCase) => {
    const outcome = await playCase(theCase, client(), server.url);
    expect(outcome.failed ?? []).toEqual([]);
    expect(outcome.bodies.length).toBeGreaterThan(0);
    expect(outcome.checks).toBeGreaterThanOrEqual(theCase.checks.length);
  });
});

describe("the entries of a practice body", () => {
  it("leave settings of its clock out until they are asked for", { timeout: 240_000 }, async () => {
    const theCase = CASES.find((c) => c.name === "n2:C1");
    if (!theCase) throw new Error("no case");
    const { body } = await playPart(theCase, client());
    const kinds = async (query: string) => {
      const html = await (await fetch(`${server.url}/b/${body}/entries?${query}`)).text();
      const ids = [...html.matchAll(/class="title" href="[^"]*\/entries\/([0-9a-f]{64})"/g)].map((m) => m[1]);
      expect(ids.length).toBeGreaterThan(2);
      const acts = ids.map((id) => fetch(`${server.url}/api/bodies/${body}/acts/${id}`).then((r) => r.json()));
      return (await Promise.all(acts)).map((a) => (a as { act: { kind: string } }).act.kind);
    };
    expect(new Set(await kinds("kind=clock"))).toEqual(new Set(["clock"]));
    expect(await kinds("limit=500")).not.toContain("clock");
  });
});

describe("nabat replay", () => {
  it("prints what --json promises, and exits 0", { timeout: 240_000 }, async () => {
    const { io, out } = collected();
    expect(await run(["replay", "n2:C10", "--to", server.url, "--json"], io)).toBe(0);
    const outcome = JSON.parse(out()) as { case: string; bodies: string[]; checks: number; failed?: unknown };
    expect(outcome).toMatchObject({ case: "n2:C10", bodies: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    expect(outcome.checks).toBeGreaterThan(5);
    expect(outcome).not.toHaveProperty("failed");
  });

  it("lists its cases, and is asked wrongly with a case that doesn't replay", async () => {
    const listed = collected();
    expect(await run(["replay", "--list"], listed.io)).toBe(0);
    expect(listed.out().split("\n").filter(Boolean)).toHaveLength(CASES.length);
    const several = collected();
    expect(await run(["replay", "N2 c10", "n2-C10", "--to", server.url, "--json"], several.io)).toBe(0);
    expect((JSON.parse(several.out()) as { case: string }[]).map((o) => o.case)).toEqual(["n2:C10", "n2:C10"]);
    expect(await run(["replay", "n9:Z", "--to", server.url], collected().io)).toBe(2);
    expect(await run(["replay", "n2:C10", "--to", "somewhere"], collected().io)).toBe(2);
  });

  it("says so where no clerk answers", { timeout: 240_000 }, async () => {
    const { io, err } = collected();
    expect(await run(["replay", "n2:C10", "--to", "http://127.0.0.1:9"], io)).toBe(2);
    expect(err()).toContain("could not be reached");
  });
});

describe("a number that isn't met", () => {
  const made: Case = {
    name: "n0:0",
    title: "A case that fails",
    door: 0,
    checks: [
      { id: "met", says: "what is met" },
      { id: "missed", says: "what is not met" },
      { id: "forgotten", says: "what nobody checked" },
    ],
    play: async (stage) => {
      stage.check("met", { a: 1, b: [2] }, { b: [2], a: 1 });
      stage.check("missed", 32, 31);
      await stage.refused("missed", "K-1", Promise.resolve({ ok: true }));
    },
  };

  it("is named with what was wanted and found; a check that nothing made fails too", async () => {
    const stage = new Stage(client(), made);
    await made.play(stage);
    expect(stage.outcome()).toMatchObject({
      case: "n0:0",
      checks: 1,
      failed: [
        { id: "missed", wanted: 32, found: 31 },
        { id: "missed", wanted: { refused: true, rule: "K-1" }, found: { refused: false } },
        { id: "forgotten" },
      ],
    });
  });

  it("fails in a real case whose facts are altered", { timeout: 240_000 }, async () => {
    const real = CASES.find((c) => c.name === "n2:C10");
    if (!real) throw new Error("no case");
    const outcome = await playCase(
      { ...real, checks: [...real.checks, { id: "invented", says: "an invented number" }] },
      client(),
      server.url,
    );
    expect(outcome.failed?.map((f) => f.id)).toEqual(["invented"]);
  });
});
