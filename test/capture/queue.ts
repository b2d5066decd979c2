/** What is still to happen, by its time; what falls on the same moment in the order in which it was planned. */

interface Planned {
  readonly at: number;
  readonly n: number;
  readonly run: () => void;
}

export class Queue {
  #heap: Planned[] = [];
  #n = 0;

  add(at: number, run: () => void): void {
    const heap = this.#heap;
    heap.push({ at, n: this.#n++, run });
    let i = heap.length - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!before(heap[i], heap[up])) break;
      swap(heap, i, up);
      i = up;
    }
  }

  /** When the next thing happens. */
  get next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Takes out what comes next. */
  take(): Planned | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ;) {
      const left = 2 * i + 1;
      const right = left + 1;
      let least = i;
      if (before(heap[left], heap[least])) least = left;
      if (before(heap[right], heap[least])) least = right;
      if (least === i) return first;
      swap(heap, i, least);
      i = least;
    }
  }
}

function before(a: Planned | undefined, b: Planned | undefined): boolean {
  return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.n < b.n));
}

function swap(heap: Planned[], i: number, j: number): void {
  [heap[i], heap[j]] = [heap[j] as Planned, heap[i] as Planned];
}
