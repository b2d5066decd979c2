/** Reading a list's query and writing links to its next page and its CSV. */
import { choose, type Choices, type Chosen, type Paging, type Unknown } from "@nabat/views";
import type { Context } from "hono";

/** `q`, `after` and `limit` of a list; anything odd is left out. */
export function pagingOf(c: Context, limit = 50): Paging {
  const q = c.req.query("q")?.slice(0, 100).trim();
  const after = c.req.query("after")?.slice(0, 80);
  const asked = Number(c.req.query("limit"));
  return {
    ...(q ? { q } : {}),
    ...(after ? { after } : {}),
    limit: Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, 1000) : limit,
  };
}

/** What every list's address may hold. */
const EVERYWHERE = ["q", "after", "limit", "lang"] as const;

/** What of the address narrows a list, and what in it the list doesn't know. `beside`: names that are read elsewhere. */
export function narrowed<C extends Choices>(
  c: Context,
  choices: C,
  beside: readonly string[] = [],
): { readonly chosen: Chosen<C>; readonly unknown?: Unknown } {
  return choose(c.req.query(), choices, [...EVERYWHERE, ...beside]);
}

/** The entry before which a list of entries begins; or that what stands there isn't its number. */
export function beforeOf(c: Context): { readonly before?: number; readonly unknown?: Unknown } {
  const value = c.req.query("before");
  if (!value) return {};
  return /^\d{1,15}$/.test(value)
    ? { before: Number(value) }
    : { unknown: { code: "no-such-value", field: "before", value, values: [] } };
}

/** The value of a query field if it is one of `allowed`. */
export function oneOf<T extends string>(c: Context, name: string, allowed: readonly T[]): T | undefined {
  const value = c.req.query(name);
  return allowed.find((a) => a === value);
}

/** This address with some fields of the query changed; `undefined` drops one. */
export function withQuery(
  c: Context,
  changes: Readonly<Record<string, string | number | undefined>>,
  path?: string,
): string {
  const url = new URL(c.req.url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, String(value));
  }
  url.searchParams.delete("lang");
  return `${path ?? url.pathname}${url.search}`;
}

/** Links of a pager. `next` is the cursor that the view gave. */
export function pagerLinks(
  c: Context,
  next: string | number | undefined,
  csv: boolean,
  cursor = "after",
): { next?: string; first?: string; csv?: string } {
  return {
    ...(next === undefined ? {} : { next: withQuery(c, { [cursor]: next }) }),
    ...(c.req.query(cursor) === undefined ? {} : { first: withQuery(c, { [cursor]: undefined }) }),
    ...(csv
      ? { csv: withQuery(c, { [cursor]: undefined, limit: undefined }, `${new URL(c.req.url).pathname}.csv`) }
      : {}),
  };
}

/** A form's fields. What can't be read as a form is an empty one: it is answered like a form left empty. */
export async function formOf(c: Context): Promise<Record<string, string | File>> {
  try {
    return (await c.req.parseBody()) as Record<string, string | File>;
  } catch {
    return {};
  }
}

/** Sends CSV text as a file of that name. */
export function csvFile(c: Context, name: string, text: string): Response {
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", `attachment; filename="${name}.csv"`);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Cache-Control", "private, no-store");
  // A byte order mark, so that spreadsheets read accents.
  return c.body(`\uFEFF${text}`);
}
