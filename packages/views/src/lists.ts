/** Lists: those that fit the words, in order, a page at a time. */
import { NAME_CHARACTERS, skeleton } from "@nabat/body";
import type { Hash, MemberId } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { peopleOf, type Shown, textsOf } from "./shared.ts";

/** One page of a list. `next` is the cursor of the page after this one. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all, after filtering. */
  readonly total: number;
  readonly next?: string;
  /** The cursor stands in this list no more: these are the first lines again. */
  readonly lost?: true;
}

/** A table was asked for from a line that stands in its list no more: it can't be told from where on. */
export class CursorLost extends Error {}

export interface Paging {
  /** Cursor: the id of the last line already seen. */
  readonly after?: string;
  /** Lines wanted, 1 to 1,000; 50 unless told. */
  readonly limit?: number;
  /** Words to look for. */
  readonly q?: string;
}

/** What the lines of a list are told apart and found by. */
export interface Named<T> {
  readonly id: (item: T) => string;
  /** The text that stands for the line: a title, a person's name. */
  readonly name: (item: T) => Hash;
  /** Whose name finds it too. */
  readonly by?: (item: T) => MemberId;
  /** The person whose name the text is: it is shown with what tells it from others like it (N-10). */
  readonly person?: (item: T) => MemberId;
  /** Other words that find it. */
  readonly also?: (item: T) => string | undefined;
}

/** Those of `all` in which every word of `q` occurs; all of them where nothing is looked for. */
export async function fittingWords<T>(
  reader: BodyReader,
  all: readonly T[],
  q: string | undefined,
  of: Omit<Named<T>, "id" | "person">,
): Promise<readonly T[]> {
  if (!q) return all;
  const text = await textsOf(reader, all.map(of.name));
  const person = await peopleOf(reader, of.by ? all.map(of.by) : []);
  return all.filter((item) => matches(q, text(of.name(item)).text, of.by && person(of.by(item)).name, of.also?.(item)));
}

/** One page of those of `all` that fit the words, with the text that stands for each of its lines. */
export async function pageNamed<T>(
  reader: BodyReader,
  all: readonly T[],
  query: Paging,
  of: Named<T>,
): Promise<{ readonly page: Page<T>; readonly named: (item: T) => Shown }> {
  const page = pageOf(await fittingWords(reader, all, query.q, of), query, of.id);
  const text = await textsOf(reader, page.items.map(of.name));
  const person = await peopleOf(reader, of.person ? page.items.map(of.person) : []);
  return { page, named: (item) => nameShown(of.person && person(of.person(item)).name, text(of.name(item))) };
}

/** With the number that tells it from others like it, or why it isn't there. */
function nameShown(name: string | undefined, found: Shown): Shown {
  return found.text === undefined || name === undefined ? found : { text: name };
}

/** Cuts a page out of `all`. An unknown cursor starts from the top. */
export function pageOf<T>(all: readonly T[], paging: Paging, idOf: (item: T) => string): Page<T> {
  const limit = Math.min(Math.max(paging.limit ?? 50, 1), 1000);
  const at = paging.after === undefined ? -1 : all.findIndex((item) => idOf(item) === paging.after);
  const from = at + 1;
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  const more = from + limit < all.length;
  return {
    items,
    total: all.length,
    ...(more && last !== undefined ? { next: idOf(last) } : {}),
    ...(paging.after !== undefined && at < 0 ? { lost: true as const } : {}),
  };
}

/** One page of those of `all` in whose words, as they are shown, every word of `q` occurs. */
export function pageFound<T>(
  all: readonly T[],
  query: Paging,
  of: { readonly id: (item: T) => string; readonly words: (item: T) => readonly (string | undefined)[] },
): Page<T> {
  return pageOf(query.q ? all.filter((item) => matches(query.q, ...of.words(item))) : all, query, of.id);
}

/** True where every word of `q` occurs in `texts`, without regard to case and accents. */
export function matches(q: string | undefined, ...texts: readonly (string | undefined)[]): boolean {
  if (!q) return true;
  const hay = plainCase(texts.filter(Boolean).join(" "));
  const words = plainCase(q).split(/\s+/);
  return words.every((word) => hay.includes(word)) || texts.some((text) => looksLike(text, q));
}

/** Is this a name that looks like what is asked for? Whoever bears another's name in other letters is found by it, too (N-10). */
function looksLike(text: string | undefined, q: string): boolean {
  if (text === undefined || text.length > NAME_CHARACTERS + 10) return false;
  const asked = skeleton(q);
  return asked.length > 1 && skeleton(text).startsWith(asked);
}

function plainCase(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Newest first, ties by id, so that every server lists in the same order. */
export function newestFirst<T extends { readonly id: string }>(items: Iterable<T>, at: (item: T) => number): T[] {
  return [...items].sort((a, b) => at(b) - at(a) || (a.id < b.id ? -1 : 1));
}

/** All lines of a list, page after page; where the query sets a limit, that page alone. Throws {@link CursorLost}. */
export async function allOf<T, Q extends Paging>(view: (query: Q) => Promise<Page<T>>, query: Q): Promise<T[]> {
  if (query.limit !== undefined) return [...found(await view(query)).items];
  const items: T[] = [];
  for (let after = query.after; ;) {
    const page = found(await view({ ...query, limit: 1000, ...(after === undefined ? {} : { after }) }));
    items.push(...page.items);
    if (page.next === undefined) return items;
    after = page.next;
  }
}

function found<T>(page: Page<T>): Page<T> {
  if (page.lost) throw new CursorLost();
  return page;
}
