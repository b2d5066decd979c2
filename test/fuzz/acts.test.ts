/**
 * Acts of every kind with data made from the kind's own schema, rightly signed by members, so that they
 * get past form and signature into the rules; good acts with a few bytes changed; attachments and
 * evidence of any sort. Whatever comes, it is entered or refused with a rule, nothing breaks, and the
 * record that remains is one that a checker recomputes.
 */
import { actSchemas } from "@nabat/server/api/act-schemas.ts";
import { check } from "@nabat/body/checker/mod.ts";
import { KINDS } from "@nabat/body";
import { bundleReader } from "@nabat/body/checker/mod.ts";
import { openBundle } from "@nabat/exchange";
import { gather, nodeTools, type Seat, signAct, textOf } from "@nabat/exchange/client/mod.ts";
import { sha256, verify } from "@nabat/platform";
import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  assembly,
  atServer,
  bring,
  type Hall,
  type Here,
  quiet,
  send,
  serverHere,
  signed,
} from "../faults/hall.ts";
import { fromSchema, hostileJson, hostileText, type Known, RUNS } from "./values.ts";

let server: Here;
let hall: Hall;
let about: string;
const known: { ids: string[]; members: string[]; keys: string[] } = { ids: [], members: [], keys: [] };
const bugs: string[] = [];

beforeAll(async () => {
  server = await serverHere(
    {},
    {
      log: {
        ...quiet,
        error: (event, fields) => bugs.push(`${event} ${String(fields?.["error"])} ${String(fields?.["stack"])}`),
      },
    },
  );
  hall = await assembly(server.url, 5);
  atServer(server.url, ...hall.seats);
  const put = await bring(hall, { type: "text" }, "Something");
  about = put.motion;
  const { entries } = await hall.founder.get<{ entries: { id: string }[] }>("entries?limit=100");
  known.ids.push(hall.body, put.motion, put.vote, put.version, ...entries.map((e) => e.id));
  known.members.push(...hall.seats.map((s) => s.member), hall.founder.keys.nonce);
  known.keys.push(
    ...hall.seats.map((s) => s.device.signer.key),
    nodeTools.signer(nodeTools.random(32)).key,
    server.running.clerk.key.key,
  );
}, 60_000);
afterAll(() => server?.close());

const STATUSES = [201, 400, 413, 422];

function sound(what: unknown, said: Awaited<ReturnType<typeof ask>>): void {
  expect([
    what,
    said.status,
    STATUSES.includes(said.status),
    said.text.slice(0, 200),
    said.status >= 500 ? bugs.at(-1) : "",
  ]).toEqual([what, said.status, true, expect.anything(), ""]);
  if (said.status !== 201)
    expect([what, said.json]).toEqual([
      what,
      expect.objectContaining({
        rule: expect.stringMatching(/^[A-Z]{1,3}-\d+$/),
        sentence: expect.stringMatching(/.{15,}/),
      }),
    ]);
}

/** Attachment references in generated data become real ones, so that R-16 isn't the only rule ever met. */
let texts = 0;
function withTexts(value: unknown, put: { salt: string; bytes: string }[]): unknown {
  if (Array.isArray(value)) return value.map((v) => withTexts(v, put));
  if (typeof value !== "object" || value === null) return value;
  const o = value as Record<string, unknown>;
  if ("hash" in o && "grade" in o && "media" in o) {
    const { data, attachments } = gather(textOf(nodeTools, `text ${texts++}`, o["grade"] as "members"));
    put.push(...attachments);
    return { ...(data as object), media: o["media"] };
  }
  return Object.fromEntries(Object.entries(o).map(([k, v]) => [k, withTexts(v, put)]));
}

describe("fuzz of acts", () => {
  it("every kind, from its own schema, signed by those who may sign: entered, or refused by a rule (R-3, R-7)", async () => {
    const schemas = actSchemas();
    const kinds = [...KINDS.keys()].filter((k) => k !== "found");
    expect(kinds.length).toBeGreaterThan(30);
    const rules = new Map<string, number>();
    let entered = 0;
    for (const kind of kinds) {
      const data = fromSchema(schemas[`data.${kind}`], known as Known);
      await fc.assert(
        fc.asyncProperty(data, fc.nat(4), fc.integer({ min: 0, max: 9 }), async (value, who, real) => {
          // Leaving and losing one's keys by chance would soon leave nobody: one of them does.
          const last = ["leave", "device.end", "key.recover", "key.object"].includes(kind);
          const seat = hall.seats[last ? 4 : who % 4] as Seat;
          const attachments: { salt: string; bytes: string }[] = [];
          const put = real < 8 ? withTexts(value, attachments) : value;
          let act: { text: string };
          try {
            act = await signed(seat, kind, put as object);
          } catch {
            return; // What has no canonical form can't be signed.
          }
          const said = await send(server.url, hall.body, act.text, attachments);
          sound([kind, JSON.stringify(put).slice(0, 600)], said);
          if (said.status === 201) entered += 1;
          else rules.set(said.json.rule, (rules.get(said.json.rule) ?? 0) + 1);
        }),
        { numRuns: RUNS(5) },
      );
    }
    // It did reach the rules, not only the form.
    expect([...rules.keys()].filter((r) => !r.startsWith("R-")).length).toBeGreaterThan(12);
    expect(entered).toBeGreaterThan(0);
    console.log(`${entered} entered; refused by ${rules.size} rules`);
  }, 900_000);

  it("good acts with bytes changed, cut, doubled or moved (R-1 to R-6)", async () => {
    const { data, attachments } = gather({ about, text: textOf(nodeTools, "A word.") });
    const act = await signed(hall.founder, "say", data as object);
    const bytes = Buffer.from(act.text);
    const change = fc.tuple(
      fc.nat(bytes.length - 1),
      fc.nat(255),
      fc.constantFrom("set", "cut", "double", "insert"),
      fc.nat(30),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), fc.boolean(), async (changes, bare) => {
        let bent: Buffer = bytes;
        for (const [at, byte, how, more] of changes) {
          const [head, tail] = [bent.subarray(0, at), bent.subarray(at)];
          if (how === "set") bent = Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)]);
          else if (how === "cut") bent = Buffer.concat([head, tail.subarray(more)]);
          else if (how === "double") bent = Buffer.concat([head, tail.subarray(0, more), tail]);
          else bent = Buffer.concat([head, Buffer.from([byte]), tail]);
        }
        if (bent.equals(bytes)) return;
        const at = `${server.url}/api/bodies/${hall.body}/acts`;
        const said = bare
          ? await ask(at, {
              method: "POST",
              headers: { "Content-Type": "application/vnd.nabat.act+json" },
              body: bent as Uint8Array<ArrayBuffer>,
            })
          : await send(server.url, hall.body, bent.toString(), attachments);
        sound(bent.toString("latin1").slice(0, 200), said);
        expect([bent.toString("latin1"), said.status === 201]).toEqual([bent.toString("latin1"), false]);
      }),
      { numRuns: RUNS(60) },
    );
    // The act itself was never harmed by its likenesses.
    expect((await send(server.url, hall.body, act.text, attachments)).status).toBe(201);
  }, 900_000);

  it("attachments and evidence of any sort beside a good act (R-14, R-16 to R-18)", async () => {
    const { data, attachments } = gather({ about, text: textOf(nodeTools, "Another word.") });
    const act = await signed(hall.founder, "say", data as object);
    const one = fc.record({ salt: fc.base64String({ maxLength: 40 }), bytes: fc.base64String({ maxLength: 200 }) });
    const odd = fc.oneof(
      one,
      fc.constantFrom(
        ...attachments.map((a) => ({ ...a, salt: "" })),
        ...attachments.map((a) => ({ salt: a.bytes, bytes: a.salt })),
      ),
      hostileJson,
    );
    const evidence = fc.oneof(fc.constant(undefined), fc.base64String({ maxLength: 300 }), hostileText);
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { minLength: 1, maxLength: 4 }), evidence, async (beside, proof) => {
        const said = await send(
          server.url,
          hall.body,
          act.text,
          beside,
          proof === undefined ? {} : { evidence: proof },
        );
        sound(JSON.stringify({ beside, proof }).slice(0, 300), said);
        expect(said.status).not.toBe(201);
      }),
      { numRuns: RUNS(40) },
    );
    expect((await send(server.url, hall.body, act.text, attachments)).status).toBe(201);
  }, 900_000);

  it("foundings from the schema, with evidence of any sort (F-1 to F-11)", async () => {
    const data = fromSchema(actSchemas()["data.found"], known as Known);
    const person = hall.founder.keys;
    await fc.assert(
      fc.asyncProperty(
        data,
        fc.option(fc.base64String({ maxLength: 200 }), { nil: undefined }),
        async (value, proof) => {
          const attachments: { salt: string; bytes: string }[] = [];
          const put = withTexts(value, attachments) as Record<string, unknown>;
          const founding = { ...put, clerk: server.running.clerk.key.key };
          let act: { text: string };
          try {
            act = await signAct(
              nodeTools,
              { v: 1, seq: 1, kind: "found", by: person.member, at: 1, data: founding } as never,
              person.device.signer,
            );
          } catch {
            return;
          }
          const said = await ask(`${server.url}/api/bodies`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ act: act.text, attachments, ...(proof ? { evidence: proof } : {}) }),
          });
          sound(JSON.stringify(founding).slice(0, 600), said);
        },
      ),
      { numRuns: RUNS(25) },
    );
  }, 900_000);

  it("what all of it left in the record, a checker recomputes; and no bug was logged", async () => {
    expect(bugs.filter((b) => b.startsWith("bug")).slice(0, 2)).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), "nabat-fuzz-"));
    const token = await hall.founder.token();
    const answer = await fetch(`${server.url}/api/bodies/${hall.body}/export`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    writeFileSync(join(folder, "record.tar"), new Uint8Array(await answer.arrayBuffer()));
    const open = await openBundle(join(folder, "record.tar"));
    const { verdict } = await check(open.source, {
      kinds: KINDS,
      sha256,
      read: bundleReader(sha256, verify),
      verify,
      now: Date.now(),
    });
    await open.close();
    rmSync(folder, { recursive: true, force: true });
    expect(verdict).toMatchObject({ ok: true });
    // Read back from disk it is the same, and every page of it is there.
    const { size, root } = (await ask(`${server.url}/api/bodies/${hall.body}`)).json;
    server = await server.again();
    expect((await ask(`${server.url}/api/bodies/${hall.body}`)).json).toMatchObject({ size, root });
    for (const page of [
      "",
      "/motions",
      "/sittings",
      "/members",
      "/rules",
      "/entries",
      "/record",
      "/chain",
      "/accounts",
    ]) {
      const seen = await ask(`${server.url}/b/${hall.body}${page}`, {
        headers: { Cookie: `nabat_${hall.body.slice(0, 16)}=${token}` },
      });
      expect([page, seen.status]).toEqual([page, 200]);
    }
  }, 120_000);
});
