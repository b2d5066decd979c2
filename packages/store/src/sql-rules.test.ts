/**
 * The rules that keep the distributed door open, held against the SQL itself: no triggers, no stored
 * code, no LISTEN/NOTIFY, no advisory locks, no serial, no row locks across bodies, every table
 * keyed first by body.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SOURCE = fileURLToPath(new URL(".", import.meta.url));
const FORBIDDEN: readonly [string, RegExp][] = [
  ["a trigger", /create\s+(constraint\s+)?trigger/i],
  ["stored code", /create\s+(or\s+replace\s+)?(function|procedure)|\bdo\s+\$/i],
  ["listen or notify", /^\s*`?(listen|notify)\s|pg_notify|query\(.(listen|notify)\b/im],
  ["an advisory lock", /pg_(try_)?advisory/i],
  ["a sequence", /\b(big|small)?serial\b|generated\s+(always|by default)\s+as\s+identity|create\s+sequence|nextval/i],
  ["a table lock", /\block\s+table\b/i],
];

/** Comments may name what code may not do. */
function code(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
}

/** What breaks a rule in a piece of source, by name. */
function faults(text: string): string[] {
  const found = FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  for (const query of text.match(/`[^`]*`/g) ?? [])
    if (/for\s+(no key\s+)?update/i.test(query) && !/where\s+body\s*=/i.test(query))
      found.push("a row lock across bodies");
  if (/\.forUpdate\(/.test(text)) found.push("a row lock that this test can't read");
  return found;
}

const files = (readdirSync(SOURCE, { recursive: true }) as string[]).filter(
  (f) => f.endsWith(".ts") && !f.endsWith(".test.ts"),
);

describe("the SQL in the source", () => {
  it("is read at all", () => expect(files.length).toBeGreaterThan(25));
  it.each(files)("%s keeps the rules", (file) => expect(faults(code(join(SOURCE, file)))).toEqual([]));
  it.each([
    ["create trigger t before insert on x", "a trigger"],
    ["create or replace function f()", "stored code"],
    ["select pg_advisory_lock(1)", "an advisory lock"],
    ["id bigserial primary key", "a sequence"],
    ["id bigint generated always as identity", "a sequence"],
    ["query('listen x')", "listen or notify"],
    ["`select * from outbox where due < 1 for update`", "a row lock across bodies"],
  ])("would find %s", (text, fault) => expect(faults(text)).toContain(fault));
});

describe("the tables as made", () => {
  let fresh: TestDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.close());
  const rows = async (text: string) => (await sql.raw<Record<string, unknown>>(text).execute(fresh.database.db)).rows;

  it("are all keyed first by body", async () => {
    const keys = await rows(`select c.relname as table, (select a.attname from pg_index i join pg_attribute a
        on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as first
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public' order by 1`);
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((k) => k["first"] !== "body")).toEqual([]);
  });

  it("bring no sequence, trigger or function", async () => {
    expect(await rows("select relname from pg_class where relkind = 'S'")).toEqual([]);
    expect(await rows("select tgname from pg_trigger where not tgisinternal")).toEqual([]);
    expect(
      await rows(
        "select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'",
      ),
    ).toEqual([]);
  });

  it("commit durably whatever the server says", async () => {
    expect(await rows("show synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
  });
});
