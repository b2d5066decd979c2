/**
 * Counts, for many options and many papers, who stands before whom: 32 pairs at a time. Each paper
 * gives every option the set of options after it, as bits; eight papers are summed by full adders
 * into ones, twos, fours and eights (Harley and Seal's way of counting bits), and the eights go on
 * into columns of higher bits. Exact; only the order of the additions differs from a plain loop.
 */

const BATCH = 8;
/** Bit columns kept per word: counts to 2^16 − 1 before they are emptied into the matrix. */
const COLUMNS = 16;

/** A counter for `size` options. */
export class PairCounter {
  readonly #size: number;
  readonly #words: number;
  readonly #sets: Int32Array;
  readonly #columns: Int32Array;
  readonly #after: Int32Array;
  readonly #matrix: Float64Array;
  #waiting = 0;
  #counted = 0;

  /** `matrix` is size × size, row-major; counts are added to it by `finish`. */
  constructor(size: number, matrix: Float64Array) {
    this.#size = size;
    this.#words = (size + 31) >>> 5;
    this.#sets = new Int32Array(BATCH * size * this.#words);
    this.#columns = new Int32Array(COLUMNS * size * this.#words);
    this.#after = new Int32Array(this.#words);
    this.#matrix = matrix;
  }

  /**
   * Adds one paper: `count` options in `list`, best first, with their ranks (equal ranks give no
   * preference). With `rest`, every option not listed comes after all that are.
   */
  add(list: Int32Array, ranks: Int32Array, count: number, rest: boolean): void {
    const words = this.#words;
    const size = this.#size;
    const base = this.#waiting * size * words;
    const after = this.#after;
    const sets = this.#sets;
    sets.fill(0, base, base + size * words);
    if (rest) {
      for (let w = 0; w < words; w++) after[w] = w === words - 1 && (size & 31) !== 0 ? (1 << (size & 31)) - 1 : -1;
      for (let i = 0; i < count; i++) after[list[i]! >> 5]! &= ~(1 << (list[i]! & 31));
    } else after.fill(0);
    for (let i = count - 1; i >= 0;) {
      let j = i;
      while (j >= 0 && ranks[j] === ranks[i]) {
        const at = base + list[j]! * words;
        for (let w = 0; w < words; w++) sets[at + w] = after[w]!;
        j--;
      }
      for (; i > j; i--) after[list[i]! >> 5]! |= 1 << (list[i]! & 31);
    }
    if (++this.#waiting === BATCH) this.#fold();
  }

  /** Adds everything counted to the matrix. */
  finish(): void {
    if (this.#waiting > 0) {
      this.#sets.fill(0, this.#waiting * this.#size * this.#words);
      this.#fold();
    }
    this.#empty();
  }

  #fold(): void {
    const step = this.#size * this.#words;
    const s = this.#sets;
    const columns = this.#columns;
    for (let i = 0; i < step; i++) {
      let u = s[i]! ^ s[i + step]!;
      const twoA = (s[i]! & s[i + step]!) | (u & s[i + 2 * step]!);
      u ^= s[i + 2 * step]!;
      let v = u ^ s[i + 3 * step]!;
      const twoB = (u & s[i + 3 * step]!) | (v & s[i + 4 * step]!);
      v ^= s[i + 4 * step]!;
      let x = v ^ s[i + 5 * step]!;
      const twoC = (v & s[i + 5 * step]!) | (x & s[i + 6 * step]!);
      x ^= s[i + 6 * step]!;
      const ones = x ^ s[i + 7 * step]!;
      const twoD = x & s[i + 7 * step]!;
      let t = twoA ^ twoB;
      const fourA = (twoA & twoB) | (t & twoC);
      t ^= twoC;
      const twos = t ^ twoD;
      const fourB = t & twoD;
      const fours = fourA ^ fourB;
      const eights = fourA & fourB;
      // Add the four sums to the columns, carrying on.
      let c0 = columns[i]!;
      let carry = c0 & ones;
      columns[i] = c0 ^ ones;
      c0 = columns[i + step]!;
      let sum = c0 ^ twos;
      columns[i + step] = sum ^ carry;
      carry = (c0 & twos) | (sum & carry);
      c0 = columns[i + 2 * step]!;
      sum = c0 ^ fours;
      columns[i + 2 * step] = sum ^ carry;
      carry = (c0 & fours) | (sum & carry);
      c0 = columns[i + 3 * step]!;
      sum = c0 ^ eights;
      columns[i + 3 * step] = sum ^ carry;
      carry = (c0 & eights) | (sum & carry);
      for (let k = i + 4 * step; carry !== 0; k += step) {
        c0 = columns[k]!;
        columns[k] = c0 ^ carry;
        carry &= c0;
      }
    }
    this.#counted += BATCH;
    this.#waiting = 0;
    if (this.#counted + BATCH >= 1 << COLUMNS) this.#empty();
  }

  #empty(): void {
    const step = this.#size * this.#words;
    for (let a = 0; a < this.#size; a++) {
      for (let b = 0; b < this.#size; b++) {
        let n = 0;
        const at = a * this.#words + (b >> 5);
        for (let k = 0; k < COLUMNS; k++) n |= ((this.#columns[at + k * step]! >>> (b & 31)) & 1) << k;
        this.#matrix[a * this.#size + b]! += n;
      }
    }
    this.#columns.fill(0);
    this.#counted = 0;
  }
}
