/**
 * The rules that keep the store's SQL runnable on a cluster, and on engines that share nothing between
 * nodes: what Citus 13.2.2 was seen to refuse, to run in two phases or to answer from many nodes
 * (docs/decisions/store-distributed.md), and what other engines lack.
 */
import { isStatement, type Piece } from "./read.ts";

/** What the database says of a function's name: `i`, `s` and `v` of its forms (immutable, stable, volatile). */
export type Volatility = (name: string) => string;

/** What no piece may hold. */
const FORBIDDEN: readonly [fault: string, pattern: RegExp][] = [
  ["a trigger", /create\s+(constraint\s+)?trigger/i],
  ["stored code", /create\s+(or\s+replace\s+)?(function|procedure)|\bdo\s+\$/i],
  ["listen or notify", /^(listen|notify)\s|pg_notify/i],
  ["an advisory lock", /pg_(try_)?advisory/i],
  ["a sequence", /\b(big|small)?serial\b|generated\s+(always|by default)\s+as\s+identity|create\s+sequence|nextval/i],
  ["a table lock", /\block\s+table\b/i],
  ["a merge", /^merge\s/i],
  ["a statement that modifies inside another", /\bwith\s+(?:recursive\s+)?\w+\s+as\s+\(\s*(insert|update|delete)\b/i],
  ["a foreign key", /\breferences\s+\w/i],
];

/** What breaks a rule in a piece of SQL, by name. `tables`: the store's own. */
export function faultsOf(piece: Piece, tables: ReadonlySet<string>, volatility: Volatility): string[] {
  const { text } = piece;
  const found = FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([fault]) => fault);
  // Of the catalogues alone anything may be asked: they are of one node.
  const ours = !isStatement(piece) || piece.built || [...text.matchAll(/\w+/g)].some(([word]) => tables.has(word));
  if (ours && functions(text).some((name) => volatility(name).includes("v"))) found.push("a volatile function");
  if (piece.built) found.push(...faultsOfChain(text));
  else if (isStatement(piece)) found.push(...faultsOfStatement(text, tables, volatility));
  return found;
}

/** True where a statement reads or changes more than one body: it needs every node of a cluster. */
export function isAcross({ text, built }: Piece, tables: ReadonlySet<string>): boolean {
  if (built) return !text.startsWith(".insertInto") && !/\.where\("body", "=",/.test(text);
  const named = [...text.matchAll(/\b(?:from|join|using|^update|\bupdate) (\w+|\$table)/g)].filter(
    ([, name = ""]) => name === "$table" || tables.has(name),
  );
  return named.length > [...text.matchAll(/\bbody = /g)].length;
}

function faultsOfStatement(text: string, tables: ReadonlySet<string>, volatility: Volatility): string[] {
  const found: string[] = [];
  if (/\bfor (no key )?(update|share)\b/.test(text) && !/\bwhere (\w+\.)?body = /.test(text))
    found.push("a row lock across bodies");
  const table = /^(?:insert into|update|delete from) (\w+|\$table)/.exec(text)?.[1];
  if (table !== undefined && (tables.has(table) || table === "$table")) {
    // The clock is worked out where the statement comes in; any other such function would not be.
    if (functions(text).some((name) => /[sv]/.test(volatility(name)))) found.push("a function that is not immutable");
    if (/ do update set .*\$now/.test(text) || / returning .*\$now/.test(text))
      found.push("the clock where a cluster takes constants only");
    if (/\bset\b(?:(?!\bwhere\b).)*\bbody = /.test(text)) found.push("a row moved to another body");
    if (text.startsWith("insert into") && !/^insert into [\w$]+ \(body\b/.test(text) && table !== "$table")
      found.push("rows without a body");
    if (text.startsWith("insert into") && / select /.test(text) && !readsOwn(text, tables))
      found.push("rows that a cluster would copy to their node");
  }
  if (/^(create|alter|drop|truncate) /.test(text)) found.push(...faultsOfChange(text));
  return found;
}

function faultsOfChain(chain: string): string[] {
  const found: string[] = [];
  if (/\.(forUpdate|forShare|forNoKeyUpdate)\(/.test(chain)) found.push("a row lock that this test can't read");
  if (/\.(set|doUpdateSet)\(\(?\{[^}]*\bbody\b/.test(chain)) found.push("a row moved to another body");
  if (/\.insertInto\(.*\.expression\(/.test(chain)) found.push("rows that a cluster would copy to their node");
  if (/\.(innerJoin|leftJoin|rightJoin|fullJoin|mergeInto|with)\(/.test(chain))
    found.push("a join that this test can't read");
  return found;
}

/** Changes of tables: new ones keyed by body, indexes, columns that are added or dropped. */
function faultsOfChange(text: string): string[] {
  if (/^create table (if not exists )?\w+ \(/.test(text)) {
    const found =
      /\bprimary key \(body\b/.test(text) && /\bbody bytea not null\b/.test(text) ? [] : ["a table not keyed by body"];
    if ([...text.matchAll(/\bunique \(([^)]*)\)/g)].some(([, columns = ""]) => !/\bbody\b/.test(columns)))
      found.push("a unique key without body");
    return found;
  }
  if (/^create index \w+ on \w+ \(/.test(text)) return [];
  if (/^create unique index \w+ on \w+ \(/.test(text))
    return /\bbody\b/.test(text) ? [] : ["a unique key without body"];
  if (/^alter table \w+ (add column|drop column) (?!body\b)/.test(text)) return [];
  return ["a change of tables that a cluster was not seen to take"];
}

function readsOwn(text: string, tables: ReadonlySet<string>): boolean {
  return [...text.matchAll(/\bfrom (\w+)/g)].some(([, name = ""]) => tables.has(name)) && /\bbody = /.test(text);
}

/** Names that are followed by a bracket: functions, and a few words that are none. */
function functions(text: string): string[] {
  return [...text.matchAll(/\b([a-z_][a-z0-9_]*)\s*\(/g)].map(([, name = ""]) => name);
}
