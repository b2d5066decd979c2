/**
 * The API answers as it says it does: its description is sound OpenAPI 3.1, and every address in it,
 * asked of real records, gives a status and content that stand there.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, nodeTools } from "@nabat/exchange/client/mod.ts";
import { createLog, readConfig, type Running, startServer } from "@nabat/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASES, playPart } from "@nabat/example/cases/mod.ts";

type Schema = Readonly<Record<string, any>>;
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>>;
}

let server: Running;
let data: string;
let doc: { openapi: string; paths: Record<string, Record<string, Operation>> } & Schema;
const bodies: string[] = [];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "nabat-described-"));
  const config = readConfig({ data, port: 0, refusalsPerMinute: 0, example: false }, {});
  server = await startServer(config, { log: createLog(() => undefined, Date.now), fastDatabase: true });
  const client = createClient({ url: server.url, tools: nodeTools, recheckMs: 500 });
  for (const name of ["n2:C10", "n6:B", "n4:W3"]) {
    const found = CASES.find((c) => c.name === name);
    if (!found) throw new Error(name);
    bodies.push((await playPart(found, client)).body);
  }
  doc = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as typeof doc;
}, 120_000);
afterAll(async () => {
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

/** Where a value breaks a schema; only what the description uses of JSON Schema. */
function breaks(schema: Schema, value: unknown, at = "$"): string | undefined {
  if (schema["anyOf"])
    return schema["anyOf"].some((s: Schema) => breaks(s, value, at) === undefined) ? undefined : `${at} anyOf`;
  if ("const" in schema && value !== schema["const"]) return `${at} const`;
  if (schema["enum"] && !schema["enum"].includes(value)) return `${at} enum`;
  const is = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const type = schema["type"];
  if (type && !(type === is || (type === "integer" && Number.isInteger(value)))) return `${at} is ${is}, not ${type}`;
  if (is === "string" && schema["pattern"] && !new RegExp(schema["pattern"]).test(value as string)) return `${at} form`;
  if (is === "array" && schema["items"])
    for (const [i, item] of (value as unknown[]).entries()) {
      const bad = breaks(schema["items"], item, `${at}[${i}]`);
      if (bad) return bad;
    }
  if (is !== "object") return undefined;
  const object = value as Record<string, unknown>;
  for (const name of schema["required"] ?? []) if (!(name in object)) return `${at}.${name} is missing`;
  for (const [name, of] of Object.entries(schema["properties"] ?? {})) {
    const bad = name in object ? breaks(of as Schema, object[name], `${at}.${name}`) : undefined;
    if (bad) return bad;
  }
  return undefined;
}

/** Real ids for an address, of one body. */
async function fill(path: string, body: string): Promise<string[]> {
  const ask = async (what: string) => (await (await fetch(`${server.url}/api/bodies/${body}/${what}`)).json()) as any;
  const base = path.replace("{body}", body);
  if (!base.includes("{")) return [base];
  const entries = (await ask("entries?limit=500")).entries as { id: string; act?: { data?: unknown } }[];
  const hashes = [...JSON.stringify(entries).matchAll(/"hash":"([0-9a-f]{64})"/g)].map((m) => m[1] as string);
  const list = /\/(motions|votes|sittings|meetings|elections)\//.exec(base)?.[1];
  const ids = list
    ? ((await ask(list)).items as { id: string }[]).map((i) => i.id)
    : base.includes("{hash}")
      ? hashes
      : entries.map((e) => e.id);
  return [...ids.slice(0, 1), "0".repeat(64)].map((id) => base.replaceAll(/\{\w+\}/g, id));
}

describe("the API's description", () => {
  it("is sound: addresses, parameters, answers, names, references", () => {
    expect(doc.openapi).toBe("3.1.0");
    const ids = new Set<string>();
    const forms = new Set<string>();
    for (const [path, methods] of Object.entries(doc.paths)) {
      expect(path).toMatch(/^\//);
      const form = path.replaceAll(/\{\w+\}/g, "{}");
      expect(forms.has(form), path).toBe(false);
      forms.add(form);
      for (const [method, op] of Object.entries(methods)) {
        expect(["get", "post", "delete"]).toContain(method);
        expect(ids.has(op.operationId), op.operationId).toBe(false);
        ids.add(op.operationId);
        const templated = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).toSorted();
        const inPath = op.parameters.filter((p) => p.in === "path");
        expect([path, inPath.map((p) => p.name).toSorted()]).toEqual([path, templated]);
        expect(inPath.every((p) => p.required)).toBe(true);
        expect(new Set(op.parameters.map((p) => `${p.in} ${p.name}`)).size).toBe(op.parameters.length);
        expect(Object.keys(op.responses).length).toBeGreaterThan(0);
        for (const [status, answer] of Object.entries(op.responses)) {
          expect(status).toMatch(/^[1-5]\d\d$/);
          expect(answer.description).not.toBe("");
        }
      }
    }
    for (const [, ref] of JSON.stringify(doc).matchAll(/"\$ref":"([^"]+)"/g))
      expect(ref).toMatch(/^#\/(components|\$defs|properties)|^#$/);
  });

  it("is kept: every address gives a status and a content that stand there", { timeout: 120_000 }, async () => {
    let asked = 0;
    const wrong: string[] = [];
    for (const body of bodies) {
      for (const [path, { get }] of Object.entries(doc.paths)) {
        if (!get || path.endsWith("/live")) continue;
        const required = get.parameters.some((p) => p.in === "query" && p.required);
        const queries = required ? ["", "?from=1&to=2", "?index=0&size=2"] : ["", "?limit=1", "?limit=x", "?n=99"];
        for (const address of (await fill(path, body)).flatMap((a) => queries.map((q) => a + q))) {
          const response = await fetch(server.url + address);
          const text = await response.text();
          const said = get.responses[String(response.status)];
          asked++;
          const media = (response.headers.get("Content-Type") ?? "").split(";")[0] as string;
          const may = Object.keys(said?.content ?? {});
          if (!said) wrong.push(`${address} answered ${response.status}`);
          else if (may.length > 0 && !may.includes(media) && !may.includes("*/*"))
            wrong.push(`${address} answered ${response.status} with ${media}, not ${may.join()}`);
          const schema = said?.content?.["application/json"]?.schema;
          const bad = schema && media === "application/json" ? breaks(schema, JSON.parse(text)) : undefined;
          if (bad) wrong.push(`${address} answered ${response.status}: ${bad}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  });

  it("lists go out as tables, every line of them", { timeout: 240_000 }, async () => {
    for (const name of ["roll", "motions", "votes", "sittings", "meetings", "elections", "decisions", "entries"]) {
      for (const body of bodies) {
        const base = `${server.url}/api/bodies/${body}/${name}`;
        const csv = await fetch(`${base}.csv`);
        expect([name, csv.status, csv.headers.get("Content-Type")]).toEqual([name, 200, "text/csv; charset=utf-8"]);
        const json = (await (await fetch(`${base}?limit=500`)).json()) as { items?: unknown[]; entries?: unknown[] };
        const ids = (await csv.text()).split("\r\n").filter((line) => /(^|,)[0-9a-f]{32,64}(,|$)/.test(line));
        expect([name, ids.length]).toEqual([name, (json.items ?? json.entries)?.length]);
      }
    }
  });
});
