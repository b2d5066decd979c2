/**
 * An index of a record in memory: which entries are of a kind, by a person, about a thing, and by
 * which right each was admitted. Rebuilt whenever the record is read; about 60 bytes an entry.
 */
import type { ActId, MemberId, Millis } from "@nabat/kernel";
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
