/** What all views share: texts with the reason of their absence, persons by name, pages of a list. */
import { partsOfText, textWith } from "@nabat/body";
import type { Hash, MemberId } from "@nabat/kernel";
import type { BodyReader, TextFound } from "./reader.ts";

/** A text, or why it isn't there. */
export interface Shown {
  readonly text?: string;
  readonly why?: "not-yours" | "erased" | "withheld" | "missing";
}

export interface Person {
  readonly id: MemberId;
  /** Absent where this viewer may not read it or it was erased. */
  readonly name?: string;
}

/** One page of a list. `next` is the cursor of the page after this one. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all, after filtering. */
  readonly total: number;
  readonly next?: string;
}

export interface Paging {
  /** Cursor: the id of the last line already seen. */
  readonly after?: string;
  /** Lines wanted, 1 to 1,000; 50 unless told. */
  readonly limit?: number;
  /** Words to look for. */
  readonly q?: string;
}

/** Throws where this viewer may not read entries: callers must have asked `mayRead` before. */
export function mustRead(reader: BodyReader): void {
  if (!reader.mayRead) throw new Error("this view is only for who may read entries: ask mayRead first");
}

/** A text as JSON. */
export function shown(found: TextFound | undefined): Shown {
  if (!found) return { why: "missing" };
  return found.here ? { text: found.text } : { why: found.why };
}

/** The texts of `hashes` in one query; a text with amendments is put together from its parts (V-48). */
export async function textsOf(reader: BodyReader, hashes: Iterable<Hash>): Promise<(hash: Hash) => Shown> {
  const { state } = reader;
  const parts = new Set([...hashes].flatMap((hash) => partsOfText(state, hash)));
  const found = await reader.texts([...parts]);
  const one = (hash: Hash): Shown => shown(found.get(hash));
  return (hash) => {
    if (!state.motions.amended.has(hash)) return one(hash);
    const text = textWith(state, hash, (h) => one(h).text);
    if (text !== undefined) return { text };
    return (
      partsOfText(state, hash)
        .map(one)
        .find((part) => part.why !== undefined) ?? { why: "missing" }
    );
  };
}

/** The names of `ids` in one query. Ids that the body doesn't know stay without a name. */
export async function peopleOf(reader: BodyReader, ids: Iterable<MemberId>): Promise<(id: MemberId) => Person> {
  const members = reader.state.members.members;
  const names = new Map<MemberId, Hash>();
  for (const id of ids) {
    const member = members.get(id);
    if (member) names.set(id, member.name);
  }
  const text = await textsOf(reader, names.values());
  return (id) => {
    const hash = names.get(id);
    const name = hash && text(hash).text;
    return name === undefined ? { id } : { id, name };
  };
}

/** Cuts a page out of `all`. An unknown cursor starts from the top. */
export function pageOf<T>(all: readonly T[], paging: Paging, idOf: (item: T) => string): Page<T> {
  const limit = Math.min(Math.max(paging.limit ?? 50, 1), 1000);
  const from = paging.after === undefined ? 0 : all.findIndex((item) => idOf(item) === paging.after) + 1;
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  const more = from + limit < all.length;
  return { items, total: all.length, ...(more && last !== undefined ? { next: idOf(last) } : {}) };
}

/** True where every word of `q` occurs in `texts`, without regard to case and accents. */
export function matches(q: string | undefined, ...texts: readonly (string | undefined)[]): boolean {
  if (!q) return true;
  const hay = plainCase(texts.filter(Boolean).join(" "));
  return plainCase(q)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

function plainCase(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Newest first, ties by id, so that every server lists in the same order. */
export function newestFirst<T extends { readonly id: string }>(items: Iterable<T>, at: (item: T) => number): T[] {
  return [...items].sort((a, b) => at(b) - at(a) || (a.id < b.id ? -1 : 1));
}

/** All lines of a list, page after page; where the query sets a limit, that page alone. */
export async function allOf<T, Q extends Paging>(view: (query: Q) => Promise<Page<T>>, query: Q): Promise<T[]> {
  if (query.limit !== undefined) return [...(await view(query)).items];
  const items: T[] = [];
  for (let after = query.after; ;) {
    const page = await view({ ...query, limit: 1000, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    if (page.next === undefined) return items;
    after = page.next;
  }
}
