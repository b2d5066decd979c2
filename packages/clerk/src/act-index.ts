/**
 * An index of a record in memory: which entries are of a kind, by a person, about a thing, and by
 * which right each was admitted. Rebuilt whenever the record is read; about 60 bytes an entry.
 */
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { Right } from "@nabat/body";

export interface Indexed {
  readonly id: ActId;
  readonly kind: string;
  readonly at: Millis;
  readonly author?: MemberId;
  /** Id of what it is mainly about. */
  readonly about?: string;
  readonly right?: Right;
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
  readonly kinds: ReadonlyMap<string, Uint32Array>;
  readonly authors: ReadonlyMap<string, Uint32Array>;
  readonly abouts: ReadonlyMap<string, Uint32Array>;
  /** For each entry 0, or the place of its right in `shared`, counted from 1. */
  readonly rights: Uint32Array;
  readonly shared: readonly Right[];
}

export class ActIndex {
  #size = 0;
  readonly #kinds = new Map<string, number[]>();
  readonly #authors = new Map<string, number[]>();
  readonly #abouts = new Map<string, number[]>();
  readonly #rights: (Right | undefined)[] = [];
  /** Rights are shared: a thousand votes rest on the same one. */
  readonly #shared = new Map<string, Right>();

  get size(): number {
    return this.#size;
  }

  add(entry: Indexed): void {
    const i = this.#size++;
    push(this.#kinds, entry.kind, i);
    if (entry.author) push(this.#authors, entry.author, i);
    if (entry.about) push(this.#abouts, entry.about, i);
    this.#rights.push(entry.right && this.#share(entry.right));
  }

  /** This index as plain values. */
  plain(): PlainIndex {
    const places = new Map([...this.#shared.values()].map((right, i) => [right, i + 1]));
    return {
      kinds: packed(this.#kinds),
      authors: packed(this.#authors),
      abouts: packed(this.#abouts),
      rights: Uint32Array.from(this.#rights, (right) => (right && places.get(right)) ?? 0),
      shared: [...this.#shared.values()],
    };
  }

  /** The index that {@link plain} gave these values. */
  static of(plain: PlainIndex): ActIndex {
    const index = new ActIndex();
    index.#size = plain.rights.length;
    for (const right of plain.shared) index.#share(right);
    for (const place of plain.rights) index.#rights.push(place === 0 ? undefined : plain.shared[place - 1]);
    for (const [to, from] of [
      [index.#kinds, plain.kinds],
      [index.#authors, plain.authors],
      [index.#abouts, plain.abouts],
    ] as const)
      for (const [key, list] of from) to.set(key, Array.from(list));
    return index;
  }

  right(index: number): Right | undefined {
    return this.#rights[index];
  }

  /** Kinds that occur, with how often. */
  kinds(): { kind: string; count: number }[] {
    return [...this.#kinds].map(([kind, list]) => ({ kind, count: list.length }));
  }

  /** How many entries match all of the filters but `before` and `limit`. */
  count(query: Omit<IndexQuery, "limit" | "before">): number {
    const lists = this.#lists(query);
    return lists.length === 1 ? (lists[0]?.length ?? 0) : this.find({ ...query, limit: this.#size }).length;
  }

  /** Indexes that match, newest first. */
  find(query: IndexQuery): number[] {
    const before = query.before ?? this.#size;
    const lists = this.#lists(query).sort((a, b) => a.length - b.length);
    const [shortest, ...others] = lists;
    const out: number[] = [];
    if (!shortest) {
      for (let i = Math.min(before, this.#size) - 1; i >= 0 && out.length < query.limit; i--) out.push(i);
      return out;
    }
    for (let k = shortest.length - 1; k >= 0 && out.length < query.limit; k--) {
      const i = shortest[k] as number;
      if (i < before && others.every((list) => has(list, i))) out.push(i);
    }
    return out;
  }

  #lists(query: Omit<IndexQuery, "limit">): number[][] {
    const lists: number[][] = [];
    const { kind } = query;
    if (kind?.endsWith(".")) {
      const all = [...this.#kinds].filter(([k]) => k.startsWith(kind)).flatMap(([, list]) => list);
      lists.push(all.sort((a, b) => a - b));
    } else if (kind) lists.push(this.#kinds.get(kind) ?? []);
    if (query.by) lists.push(this.#authors.get(query.by) ?? []);
    if (query.about) lists.push(this.#abouts.get(query.about) ?? []);
    return lists;
  }

  #share(right: Right): Right {
    const key = `${right.rule} ${right.from ?? ""}`;
    const known = this.#shared.get(key);
    if (known) return known;
    this.#shared.set(key, right);
    return right;
  }
}

function packed(lists: ReadonlyMap<string, readonly number[]>): Map<string, Uint32Array> {
  return new Map([...lists].map(([key, list]) => [key, Uint32Array.from(list)]));
}

/** What an act is mainly about, for lists: the first of these that its data names. */
export function aboutOf(act: Act): string | undefined {
  for (const field of ["motion", "vote", "sitting", "about", "of", "result", "invitation", "call", "item"]) {
    const value = act.data[field];
    if (typeof value === "string" && /^[0-9a-f]{64}$/.test(value)) return value;
  }
  return undefined;
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}

function has(sorted: readonly number[], value: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const at = sorted[mid] as number;
    if (at === value) return true;
    if (at < value) low = mid + 1;
    else high = mid - 1;
  }
  return false;
}
