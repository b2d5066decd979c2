/**
 * An index of a record in memory: which entries are of a kind, by a person, about a thing, and by
 * which right each was admitted. Rebuilt whenever the record is read; about 60 bytes an entry.
 */
import { type ActId, isHash, type MemberId, type Millis } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { Right } from "@nabat/body";
import { Ascending, Filter, Growing } from "./ascending.ts";

export interface Indexed {
  readonly id: ActId;
  readonly kind: string;
  readonly at: Millis;
  readonly author?: MemberId;
  /** Id of what it is mainly about. */
  readonly about?: string;
  readonly right?: Right;
}

/** What the index keeps of an entry. */
export interface Described {
  readonly kind: string;
  readonly author?: MemberId | undefined;
  readonly about?: string | undefined;
  readonly right?: Right | undefined;
}

export interface IndexQuery {
  /** A kind, or a prefix that ends in a full stop. */
  readonly kind?: string;
  readonly by?: MemberId;
  readonly about?: string;
  /** Only indexes below this. */
  readonly before?: number;
  readonly limit: number;
}

/** An index as plain values, for a snapshot: lists as numbers, rights by their place among the different ones. */
export interface PlainIndex {
  readonly kinds: Map<string, Uint32Array>;
  readonly authors: Map<string, Uint32Array>;
  readonly abouts: Map<string, Uint32Array>;
  /** For each entry 0, or the place of its right in `shared`, counted from 1. */
  readonly rights: Uint32Array;
  readonly shared: readonly Right[];
}

export class ActIndex {
  #kinds: Lists = new Map();
  #authors: Lists = new Map();
  #abouts: Lists = new Map();
  /** For each entry 0, or the place of its right among the shared ones, counted from 1. */
  readonly #rights = new Growing();
  /** Rights are shared: a thousand votes rest on the same one. */
  readonly #shared: Right[] = [];
  /** Their places by rule, then by the act that the right comes from. */
  readonly #places = new Map<string, Map<string, number>>();

  get size(): number {
    return this.#rights.length;
  }

  add(entry: Described): void {
    const i = this.#rights.length;
    push(this.#kinds, entry.kind, i);
    if (entry.author) push(this.#authors, entry.author, i);
    if (entry.about) push(this.#abouts, entry.about, i);
    this.#rights.push(entry.right ? this.#share(entry.right) : 0);
  }

  /** This index as plain values. */
  plain(): PlainIndex {
    return {
      kinds: packed(this.#kinds),
      authors: packed(this.#authors),
      abouts: packed(this.#abouts),
      rights: this.#rights.all(),
      shared: [...this.#shared],
    };
  }

  /** The index that {@link plain} gave these values; it takes them over. */
  static of(plain: PlainIndex): ActIndex {
    const index = new ActIndex();
    index.#rights.take(plain.rights);
    for (const right of plain.shared) index.#share(right);
    index.#kinds = plain.kinds;
    index.#authors = plain.authors;
    index.#abouts = plain.abouts;
    return index;
  }

  right(index: number): Right | undefined {
    return this.#shared[this.#rights.at(index) - 1];
  }

  /** Kinds that occur, with how often. */
  kinds(): { kind: string; count: number }[] {
    return [...this.#kinds].map(([kind, list]) => ({ kind, count: list.length }));
  }

  /** How many entries match all of the filters but `before` and `limit`. */
  count(query: Omit<IndexQuery, "limit" | "before">): number {
    const [only, ...others] = this.#filters(query);
    if (only === undefined) return this.size;
    return others.length === 0 ? only.length : this.find({ ...query, limit: this.size }).length;
  }

  /** Indexes that match, newest first. */
  find(query: IndexQuery): number[] {
    const before = Math.min(query.before ?? this.size, this.size);
    const [shortest, ...others] = this.#filters(query).sort((a, b) => a.length - b.length);
    const out: number[] = [];
    if (!shortest) {
      for (let i = before - 1; i >= 0 && out.length < query.limit; i--) out.push(i);
      return out;
    }
    for (const i of shortest.downFrom(before)) {
      if (out.length >= query.limit) break;
      if (others.every((filter) => filter.has(i))) out.push(i);
    }
    return out;
  }

  #filters(query: Omit<IndexQuery, "limit">): Filter[] {
    const filters: Filter[] = [];
    const { kind } = query;
    if (kind?.endsWith("."))
      filters.push(
        new Filter([...this.#kinds.keys()].flatMap((k) => (k.startsWith(kind) ? (listOf(this.#kinds, k) ?? []) : []))),
      );
    else if (kind) filters.push(filterOf(listOf(this.#kinds, kind)));
    if (query.by) filters.push(filterOf(listOf(this.#authors, query.by)));
    if (query.about) filters.push(filterOf(listOf(this.#abouts, query.about)));
    return filters;
  }

  /** The place of a right among the shared ones, counted from 1. */
  #share(right: Right): number {
    let from = this.#places.get(right.rule);
    if (!from) this.#places.set(right.rule, (from = new Map()));
    const known = from.get(right.from ?? "");
    if (known !== undefined) return known;
    const place = this.#shared.push(right);
    from.set(right.from ?? "", place);
    return place;
  }
}

/** Lists by name. Those of a snapshot stay the numbers that they are until somebody asks for them. */
type Lists = Map<string, Ascending | Uint32Array>;

function listOf(lists: Lists, key: string): Ascending | undefined {
  const list = lists.get(key);
  if (!(list instanceof Uint32Array)) return list;
  const own = new Ascending(list);
  lists.set(key, own);
  return own;
}

function packed(lists: Lists): Map<string, Uint32Array> {
  return new Map([...lists].map(([key, list]) => [key, list instanceof Uint32Array ? list : list.all()]));
}

function filterOf(list: Ascending | undefined): Filter {
  return new Filter(list ? [list] : []);
}

const ABOUT = ["motion", "vote", "sitting", "about", "of", "result", "invitation", "call", "item"] as const;

/** What an act is mainly about, for lists: the first of these that its data names. */
export function aboutOf(act: Act): string | undefined {
  for (const field of ABOUT) {
    const value = act.data[field];
    if (typeof value === "string" && isHash(value)) return value;
  }
  return undefined;
}

function push(lists: Lists, key: string, index: number): void {
  let list = listOf(lists, key);
  if (!list) lists.set(key, (list = new Ascending()));
  list.push(index);
}
