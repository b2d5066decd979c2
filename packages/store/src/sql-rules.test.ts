/**
 * The rules that keep the distributed door open, held against the SQL itself: every statement that the
 * store sends, read from its source, and the tables as they are made. `ACROSS` names the statements that
 * need every node of a cluster; there is none on the path of a request for one body.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OWN_TABLES } from "./dump/tables.ts";
import { isStatement, type Piece, readSql } from "./sql-rules/read.ts";
import { faultsOf, isAcross, type Volatility } from "./sql-rules/rules.ts";

const SOURCE = fileURLToPath(new URL(".", import.meta.url));

/** File, how the statement begins, and why it may ask every node. */
const ACROSS: readonly [file: string, begins: string, why: string][] = [
  ["postgres/ledger.ts", '.selectFrom("bodies").selectAll().orderBy("body")', "the list of all bodies"],
  [
    "postgres/leases.ts",
    "update bodies set lease_expires = $now + $::bigint where lease_holder = $ and",
    "renewed one by one where a node is gone",
  ],
  [
    "postgres/leases.ts",
    "update bodies set lease_holder = null, lease_expires = 0 where lease_holder is not",
    "embedded only",
  ],
  ["postgres/sessions.ts", '.deleteFrom("sessions").where("expires"', "swept once an hour"],
  ["postgres/sessions.ts", '.deleteFrom("challenges").where("expires"', "swept once an hour"],
  ["postgres/outbox.ts", "select body from outbox where due", "jobs of all bodies"],
  ["postgres/outbox.ts", "select count(*) as n, min(due)", "for the operator"],
  ["postgres/federation.ts", '.selectFrom("follows").selectAll().orderBy("body")', "the list of what is followed"],
  ["postgres/settings.ts", '.selectFrom("keys").select(["body", "name"])', "the list of keys"],
  ["postgres/settings.ts", '.selectFrom("keys").select("name").limit(1)', "asked once, before a key file is made"],
  ["dump/dump.ts", "select $ from $table", "a backup of everything"],
  ["dump/load.ts", "select count(*) as n from $table", "a backup goes into an empty store"],
  ["dump/load.ts", "select count(*) as n from bodies", "a backup goes into an empty store"],
  ["dump/load.ts", '.selectFrom("bodies").select(["body", "size"])', "a backup of everything"],
  ["distribute/distribute.ts", "select count(*) as n from $table", "what a move has moved"],
];

interface Placed extends Piece {
  readonly file: string;
}

const pieces: Placed[] = (readdirSync(SOURCE, { recursive: true }) as string[])
  .filter((f) => f.endsWith(".ts") && !f.endsWith(".test.ts") && !/^(sql-rules|contract)\//.test(f))
  .flatMap((file) => readSql(readFileSync(join(SOURCE, file), "utf8")).map((piece) => ({ ...piece, file })));
const tables = new Set([...OWN_TABLES, "instance"]);

let fresh: TestDatabase;
let volatility: Volatility;
const rows = async (text: string) => (await sql.raw<Record<string, unknown>>(text).execute(fresh.database.db)).rows;
beforeAll(async () => {
  fresh = await freshDatabase();
  const known = new Map<string, string>();
  for (const f of await rows(
    "select proname as name, string_agg(distinct provolatile::text, '') as forms from pg_proc group by 1",
  ))
    known.set(f["name"] as string, f["forms"] as string);
  volatility = (name) => known.get(name) ?? "";
});
afterAll(() => fresh.close());

const one = (text: string): Piece => readSql(text)[0] ?? { text: "", built: false };
const faults = (text: string) => faultsOf(one(text), tables, volatility);

describe("the SQL in the source", () => {
  it("is read at all", () => {
    const statements = pieces.filter(isStatement);
    expect(statements.filter((p) => p.built).length).toBeGreaterThan(35);
    expect(statements.filter((p) => !p.built).length).toBeGreaterThan(60);
    // Each table is written by something that was read.
    const written = statements.map((p) => /^(?:\.insertInto\("|insert into )(\w+)/.exec(p.text)?.[1]);
    expect(OWN_TABLES.filter((t) => !written.includes(t))).toEqual([]);
  });

  it("keeps the rules", () => {
    const wrong = pieces.flatMap((p) =>
      faultsOf(p, tables, volatility).map((fault) => `${p.file}: ${fault}: ${p.text}`),
    );
    expect(wrong).toEqual([]);
  });

  it("names one body, or is on the list of what asks every node", () => {
    const across = pieces.filter((p) => isStatement(p) && isAcross(p, tables));
    const listed = (p: Placed) => ACROSS.some(([file, begins]) => p.file === file && p.text.startsWith(begins));
    expect(across.filter((p) => !listed(p)).map((p) => `${p.file}: ${p.text}`)).toEqual([]);
    const idle = ACROSS.filter(([file, begins]) => !across.some((p) => p.file === file && p.text.startsWith(begins)));
    expect(idle).toEqual([]);
  });

  it.each([
    ["`create trigger t before insert on x`", "a trigger"],
    ["`create or replace function f()`", "stored code"],
    ["`select pg_advisory_lock(1)`", "an advisory lock"],
    ["`create table t (id bigserial primary key)`", "a sequence"],
    ["`create table t (id bigint generated always as identity)`", "a sequence"],
    ["query('listen x')", "listen or notify"],
    ["`select * from outbox where due < 1 for update`", "a row lock across bodies"],
    ['db.selectFrom("outbox").where("body", "=", b).forUpdate().execute()', "a row lock that this test can't read"],
    ["`update bodies set size = 1 where body = ${b} and lease_expires > clock_timestamp()`", "a volatile function"],
    ["sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`", "a volatile function"],
    ["`delete from outbox where body = ${b} and due < random()`", "a volatile function"],
    ["`update outbox set due = extract(epoch from now()) where body = ${b}`", "a function that is not immutable"],
    [
      "`update outbox set due = 1, reason = to_char(to_timestamp(due), 'Y') where body = ${b}`",
      "a function that is not immutable",
    ],
    [
      "`insert into keys (body, name) values (${b}, 'x') on conflict (body) do update set name = ${nowMs}`",
      "the clock where a cluster takes constants only",
    ],
    [
      "`update bodies set size = 1 where body = ${b} returning ${nowMs}`",
      "the clock where a cluster takes constants only",
    ],
    ["`update bodies set size = 1, body = ${b} where body = ${a}`", "a row moved to another body"],
    ['db.updateTable("keys").set({ body, name }).where("body", "=", a).execute()', "a row moved to another body"],
    ["`insert into keys (name, body) values ('x', ${b})`", "rows without a body"],
    [
      "`insert into keys (body, name) select ${b}::bytea, n from unnest(${x}::text[]) as n`",
      "rows that a cluster would copy to their node",
    ],
    ["`merge into keys using x on true when matched then delete`", "a merge"],
    [
      "`with d as (delete from keys where body = ${b} returning *) select * from d`",
      "a statement that modifies inside another",
    ],
    ["`create table t (body bytea not null references bodies (body), primary key (body))`", "a foreign key"],
    ["`create table t (body bytea not null, name text, primary key (name))`", "a table not keyed by body"],
    [
      "`create table t (body bytea not null, name text unique, primary key (body), unique (name))`",
      "a unique key without body",
    ],
    ["`create unique index i on keys (name)`", "a unique key without body"],
    ["`alter table keys alter column body type text`", "a change of tables that a cluster was not seen to take"],
    ["`alter table keys drop column body`", "a change of tables that a cluster was not seen to take"],
  ])("would find %s", (text, fault) => expect(faults(text)).toContain(fault));

  it.each([
    ["`update sessions set expires = 0`", true],
    ["`delete from outbox where due < 1`", true],
    ["`update outbox set due = 1 where body = ${b} and id in (select id from outbox where due < 1)`", true],
    ["`update outbox set due = 1 where body = ${b} and id in (select id from outbox where body = ${b})`", false],
    ["`select * from ${sql.table(name)}`", true],
    ['db.deleteFrom("sessions").where("expires", "<=", now).execute()', true],
    ['db.deleteFrom("sessions").where("body", "=", raw(body)).execute()', false],
  ])("%s asks every node: %s", (text, across) => expect(isAcross(one(text), tables)).toBe(across));
});

describe("the tables as made", () => {
  it("are all keyed first by body", async () => {
    const keys = await rows(`select c.relname as table, (select a.attname from pg_index i join pg_attribute a
        on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as first
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public' order by 1`);
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((k) => k["first"] !== "body")).toEqual([]);
    expect(keys.map((k) => k["table"])).toEqual([...OWN_TABLES].sort());
  });

  it("are unique only within a body, and tied to no other", async () => {
    expect(
      await rows(`select i.indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indrelid
        where i.indisunique and c.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'body' and a.attnum = any(i.indkey))`),
    ).toEqual([]);
    expect(await rows("select conname from pg_constraint where contype in ('f', 'x')")).toEqual([]);
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
