/**
 * Lists of indexes that only grow, as an index of a record keeps them: what came from a snapshot stays the
 * packed numbers that it was, what is added stands behind. Opening a million entries copies none of them.
 */

const NONE = new Uint32Array(0);

/** Ascending indexes. */
export class Ascending {
  readonly #packed: Uint32Array;
  readonly #added: number[] = [];

  constructor(packed: Uint32Array = NONE) {
    this.#packed = packed;
  }

  get length(): number {
    return this.#packed.length + this.#added.length;
  }

  push(index: number): void {
    this.#added.push(index);
  }

  /** The index at `place` < length. */
  at(place: number): number {
    const n = this.#packed.length;
    return (place < n ? this.#packed[place] : this.#added[place - n]) as number;
  }

  /** How many are below `index`. */
  below(index: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.at(mid) < index) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  has(index: number): boolean {
    const place = this.below(index);
    return place < this.length && this.at(place) === index;
  }

  /** All as packed numbers, of their own where anything was added. */
  all(): Uint32Array {
    if (this.#added.length === 0) return this.#packed;
    const out = new Uint32Array(this.length);
    out.set(this.#packed);
    out.set(this.#added, this.#packed.length);
    return out;
  }
}

/** The indexes of several lists that have none in common, as one. */
export class Filter {
  readonly #lists: readonly Ascending[];
  readonly length: number;

  constructor(lists: readonly Ascending[]) {
    this.#lists = lists;
    this.length = lists.reduce((n, list) => n + list.length, 0);
  }

  has(index: number): boolean {
    return this.#lists.some((list) => list.has(index));
  }

  /** Those below `before`, from the largest down. */
  *downFrom(before: number): Generator<number> {
    const tops = this.#lists.map((list) => ({ list, left: list.below(before) }));
    for (;;) {
      let next: (typeof tops)[number] | undefined;
      let largest = -1;
      for (const top of tops) {
        const index = top.left > 0 ? top.list.at(top.left - 1) : -1;
        if (index > largest) {
          largest = index;
          next = top;
        }
      }
      if (!next) return;
      next.left--;
      yield largest;
    }
  }
}

/** Small numbers by index, in one piece of memory that doubles when it is full. */
export class Growing {
  #room: Uint32Array = NONE;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#room.length) {
      const larger = new Uint32Array(Math.max(16, 2 * this.#length));
      larger.set(this.#room);
      this.#room = larger;
    }
    this.#room[this.#length++] = value;
  }

  /** The number at `index`; 0 where there is none. */
  at(index: number): number {
    return index < this.#length ? (this.#room[index] ?? 0) : 0;
  }

  /** All of them, for reading only: a view. */
  all(): Uint32Array {
    return this.#room.subarray(0, this.#length);
  }

  /** Begins with these instead; they must not change afterwards. */
  take(values: Uint32Array): void {
    this.#room = values;
    this.#length = values.length;
  }
}
