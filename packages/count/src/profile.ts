/**
 * A profile: the candidates, the seats and the papers of one contest, before any rule reads them.
 *
 * Papers are kept merged and flat, so that a million papers fit in little memory: pattern `p` has
 * `weights[p]` papers and the marks `marks[offsets[p] .. offsets[p+1])`. A mark is a candidate's
 * index, with {@link SAME} set where it shares the rank of the mark before it; {@link GAP} is a rank
 * that the paper skipped. Grades and scores are ranks too: rank `r` is the grade `r` (0 is best).
 */

/** Flag on a mark: it stands in the same rank as the mark before it. */
export const SAME = 0x8000;
/** A rank that the paper left empty. */
export const GAP = 0x7fff;
/** The greatest number of candidates a profile may hold. */
export const MAX_CANDIDATES = 0x7ffe;

/** One who stands, or one option. */
export interface Candidate {
  readonly name: string;
  /** Withdrawn after the papers were printed: marks for them are passed over. */
  readonly withdrawn?: boolean;
  /** The option "reopen nominations". */
  readonly reopen?: boolean;
  /** Groups that a body's quotas name (e.g. "women", "night shift"). */
  readonly groups?: readonly string[];
  /** What it costs, for rules with a budget; a whole number of the smallest coin. */
  readonly cost?: number;
}

/** Merged papers; see the module's comment for the layout. */
export interface Papers {
  readonly weights: Float64Array;
  readonly offsets: Uint32Array;
  readonly marks: Uint16Array;
}

/** What a contest's papers hold. */
export interface Profile {
  readonly title: string;
  readonly seats: number;
  readonly candidates: readonly Candidate[];
  readonly papers: Papers;
  /** "ranked": ranks are preferences; "marked": one unordered set of marks; "graded": rank r is grade r. */
  readonly form: "ranked" | "marked" | "graded";
  /** Number of grades where the form is "graded" (best is 0, worst is grades − 1). */
  readonly grades?: number;
  /** Names of the grades, best first. */
  readonly gradeNames?: readonly string[];
  /** Money to share out, for rules with a budget. */
  readonly budget?: number;
  /** An order of candidates for ties that the file declares; the first is preferred. */
  readonly tieOrder?: readonly number[];
  /** Source and comment lines, where the file has them. */
  readonly notes?: readonly string[];
}

/** A paper as people write it down: ranks from the best, each with its candidates; an empty rank is a gap. */
export interface Paper {
  readonly count: number;
  readonly ranks: readonly (readonly number[])[];
}

/** Number of patterns (different papers). */
export function patternCount(papers: Papers): number {
  return papers.weights.length;
}

/** Number of papers, blank ones included. */
export function paperTotal(papers: Papers): number {
  let n = 0;
  for (const w of papers.weights) n += w;
  return n;
}

/** Gathers papers and merges equal ones as they come (FNV-1a over the marks, open addressing). */
export class PaperBuilder {
  #marks = new Uint16Array(1 << 14);
  #used = 0;
  #total = 0;
  #weights: number[] = [];
  #offsets: number[] = [0];
  #hashes: number[] = [];
  #table = new Int32Array(1 << 12).fill(-1);

  /**
   * Adds `count` papers whose marks are the first `length` of `marks`. Returns the number of their pattern.
   * Throws `RangeError` where all papers together pass the safe integers.
   */
  add(marks: ArrayLike<number>, length: number, count: number): number {
    this.#total += count;
    if (!Number.isSafeInteger(this.#total)) throw new RangeError("too many papers");
    let h = 0x811c9dc5;
    for (let i = 0; i < length; i++) h = Math.imul(h ^ marks[i]!, 0x01000193);
    h ^= h >>> 15;
    const mask = this.#table.length - 1;
    let slot = h & mask;
    for (let p = this.#table[slot]!; p >= 0; slot = (slot + 1) & mask, p = this.#table[slot]!) {
      if (this.#hashes[p] === h && this.#same(p, marks, length)) {
        this.#weights[p]! += count;
        return p;
      }
    }
    const pattern = this.#weights.length;
    this.#table[slot] = pattern;
    this.#weights.push(count);
    this.#hashes.push(h);
    if (this.#used + length > this.#marks.length) this.#growMarks(length);
    for (let i = 0; i < length; i++) this.#marks[this.#used + i] = marks[i]!;
    this.#used += length;
    this.#offsets.push(this.#used);
    if (this.#weights.length * 2 > this.#table.length) this.#rehash();
    return pattern;
  }

  /** The papers gathered so far. */
  build(): Papers {
    return {
      weights: Float64Array.from(this.#weights),
      offsets: Uint32Array.from(this.#offsets),
      marks: this.#marks.slice(0, this.#used),
    };
  }

  #same(p: number, marks: ArrayLike<number>, length: number): boolean {
    const start = this.#offsets[p]!;
    if (this.#offsets[p + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#marks[start + i] !== marks[i]) return false;
    return true;
  }

  #growMarks(length: number): void {
    const bigger = new Uint16Array(Math.max(this.#marks.length * 2, this.#used + length));
    bigger.set(this.#marks);
    this.#marks = bigger;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 4).fill(-1);
    const mask = table.length - 1;
    for (let p = 0; p < this.#hashes.length; p++) {
      let slot = this.#hashes[p]! & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = p;
    }
    this.#table = table;
  }
}

/** The marks of one paper. */
export function marksOf(paper: Paper): number[] {
  const marks: number[] = [];
  for (const rank of paper.ranks) {
    if (rank.length === 0) marks.push(GAP);
    rank.forEach((c, i) => marks.push(i === 0 ? c : c | SAME));
  }
  while (marks.at(-1) === GAP) marks.pop();
  return marks;
}

/** Merges papers written as ranks. Throws `RangeError` on a count that is no whole number from 1. */
export function papersOf(list: readonly Paper[]): Papers {
  const builder = new PaperBuilder();
  for (const paper of list) {
    if (!Number.isSafeInteger(paper.count) || paper.count < 1) throw new RangeError("count of papers");
    const marks = marksOf(paper);
    builder.add(marks, marks.length, paper.count);
  }
  return builder.build();
}

/** Pattern `p` as ranks, gaps included. */
export function paperAt(papers: Papers, p: number): Paper {
  const ranks: number[][] = [];
  for (let i = papers.offsets[p]!; i < papers.offsets[p + 1]!; i++) {
    const mark = papers.marks[i]!;
    if (mark === GAP) ranks.push([]);
    else if (mark & SAME) ranks.at(-1)!.push(mark & ~SAME);
    else ranks.push([mark]);
  }
  return { count: papers.weights[p]!, ranks };
}

/** A ranked profile from names and papers: the short way for tests and small counts. */
export function profileOf(
  names: readonly (string | Candidate)[],
  seats: number,
  papers: readonly Paper[],
  more: Partial<Omit<Profile, "candidates" | "seats" | "papers">> = {},
): Profile {
  return {
    title: "",
    form: "ranked",
    ...more,
    seats,
    candidates: names.map((n) => (typeof n === "string" ? { name: n } : n)),
    papers: papersOf(papers),
  };
}
