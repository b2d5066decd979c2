/**
 * Every attachment that a record names, in pieces of memory that are never copied: about 90 bytes each,
 * since a record may name a million. Rows with the same hash are chained: one text may be named twice,
 * and two members' openings must both be counted even if one copied the other's.
 */
import type { Hash } from "@nabat/kernel";
import { type AttachmentRef, type Grade, GRADES } from "@nabat/record";

const HASH = 32;
const NONE = -1;
/** In a row's flags, beside the two bits of its grade. */
const SEEN = 4;
const ELDEST = 8;
/** Rows in a piece. */
const ROWS = 1024;
/** A row's numbers: of the entry, the attachment's size, the vote, the row before with the same hash. */
const INDEX = 0;
const SIZE = 1;
const VOTE = 2;
const BEFORE = 3;

/** What a row says. `vote` is the number of the vote that the attachment opens a position in, or -1. */
export interface RefRow {
  readonly row: number;
  readonly index: number;
  readonly size: number;
  readonly vote: number;
  readonly seen: boolean;
}

class Piece {
  readonly hashes = new Uint8Array(HASH * ROWS);
  readonly numbers = new Int32Array(4 * ROWS);
  readonly flags = new Uint8Array(ROWS);
  /** Only where an opening is among the rows. */
  commits: Uint8Array | undefined;
}

export class RefTable {
  #rows = 0;
  #distinct = 0;
  readonly #pieces: Piece[] = [];
  #slots = new Int32Array(128).fill(NONE);
  readonly #key = new Uint8Array(HASH);

  /** How many rows it has. */
  get rows(): number {
    return this.#rows;
  }

  /** How many different attachments. */
  get distinct(): number {
    return this.#distinct;
  }

  /** Adds what entry `index` names. */
  add(ref: AttachmentRef, index: number): void {
    hexInto(ref.hash, this.#key);
    this.#put(index, ref.size, GRADES.indexOf(ref.grade));
  }

  /**
   * Adds that the attachment `hash` opens a position in vote number `vote`, and must give `commit`: to a
   * row that names it and opens nothing yet, else in a row of its own.
   */
  addOpening(hash: Hash, index: number, vote: number, commit: Hash): void {
    hexInto(hash, this.#key);
    const newest = this.#slots[this.#slot(this.#key)] as number;
    if (newest === NONE) throw new Error("an opening that no act named");
    let row = newest;
    while (row !== NONE && this.#number(row, VOTE) !== NONE) row = this.#number(row, BEFORE);
    if (row === NONE) row = this.#put(index, this.#number(newest, SIZE), this.grade(newest));
    const piece = this.#piece(row);
    piece.numbers[(row % ROWS) * 4 + VOTE] = vote;
    piece.commits ??= new Uint8Array(HASH * ROWS);
    hexInto(commit, this.#key);
    piece.commits.set(this.#key, (row % ROWS) * HASH);
  }

  /** Adds a row for the hash in `#key`. */
  #put(index: number, size: number, grade: number): number {
    const row = this.#rows++;
    if (row % ROWS === 0) this.#pieces.push(new Piece());
    const piece = this.#piece(row);
    const at = row % ROWS;
    const slot = this.#slot(this.#key);
    const before = this.#slots[slot] as number;
    piece.hashes.set(this.#key, at * HASH);
    piece.flags[at] = grade | (before === NONE ? ELDEST : 0);
    const { numbers } = piece;
    numbers[at * 4 + INDEX] = index;
    numbers[at * 4 + SIZE] = size;
    numbers[at * 4 + VOTE] = NONE;
    numbers[at * 4 + BEFORE] = before;
    this.#slots[slot] = row;
    if (before === NONE && ++this.#distinct * 2 > this.#slots.length) this.#moreSlots();
    return row;
  }

  /** Rows that name `hash`, the newest first. */
  rowsOf(hash: Hash): RefRow[] {
    hexInto(hash, this.#key);
    const out: RefRow[] = [];
    let row = this.#slots[this.#slot(this.#key)] as number;
    for (; row !== NONE; row = this.#number(row, BEFORE)) out.push(this.row(row));
    return out;
  }

  /** One row. */
  row(row: number): RefRow {
    const { numbers, flags } = this.#piece(row);
    const at = (row % ROWS) * 4;
    return {
      row,
      index: numbers[at + INDEX] as number,
      size: numbers[at + SIZE] as number,
      vote: numbers[at + VOTE] as number,
      seen: ((flags[row % ROWS] as number) & SEEN) !== 0,
    };
  }

  /** True for the first row of its hash: there is one for each different attachment. */
  isEldest(row: number): boolean {
    return ((this.#piece(row).flags[row % ROWS] as number) & ELDEST) !== 0;
  }

  /** The hash in a row. */
  hash(row: number): Hash {
    return hexOf(this.#piece(row).hashes, (row % ROWS) * HASH);
  }

  /** The commitment that the row's opening must give, 32 bytes. Only for a row of a vote. */
  commit(row: number): Uint8Array {
    const { commits } = this.#piece(row);
    if (commits === undefined) throw new Error("not an opening");
    return commits.subarray((row % ROWS) * HASH, ((row % ROWS) + 1) * HASH);
  }

  /** 0 public, 1 members, 2 closed: the place in `GRADES`. */
  grade(row: number): number {
    return (this.#piece(row).flags[row % ROWS] as number) & 3;
  }

  /** Notes that the attachment was here. */
  markSeen(row: number): void {
    const { flags } = this.#piece(row);
    flags[row % ROWS] = (flags[row % ROWS] as number) | SEEN;
  }

  /** Each different attachment once, in the order in which the record names them. */
  *wanted(): Generator<{ readonly hash: Hash; readonly grade: Grade }> {
    for (let row = 0; row < this.#rows; row++)
      if (this.isEldest(row)) yield { hash: this.hash(row), grade: GRADES[this.grade(row)] as Grade };
  }

  #piece(row: number): Piece {
    return this.#pieces[Math.floor(row / ROWS)] as Piece;
  }

  #number(row: number, which: number): number {
    return this.#piece(row).numbers[(row % ROWS) * 4 + which] as number;
  }

  #slot(key: Uint8Array): number {
    const mask = this.#slots.length - 1;
    let slot =
      (((key[0] as number) << 24) ^ ((key[1] as number) << 16) ^ ((key[2] as number) << 8) ^ (key[3] as number)) & mask;
    for (;;) {
      const row = this.#slots[slot] as number;
      if (row === NONE || this.#same(row, key)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #same(row: number, key: Uint8Array): boolean {
    const { hashes } = this.#piece(row);
    const at = (row % ROWS) * HASH;
    for (let i = 0; i < HASH; i++) if (hashes[at + i] !== key[i]) return false;
    return true;
  }

  #moreSlots(): void {
    const heads = this.#slots;
    this.#slots = new Int32Array(heads.length * 2).fill(NONE);
    for (const row of heads) {
      if (row === NONE) continue;
      const at = (row % ROWS) * HASH;
      this.#slots[this.#slot(this.#piece(row).hashes.subarray(at, at + HASH))] = row;
    }
  }
}

function hexInto(hex: string, into: Uint8Array): void {
  for (let i = 0; i < HASH; i++) into[i] = nibble(hex.charCodeAt(2 * i)) * 16 + nibble(hex.charCodeAt(2 * i + 1));
}

function nibble(code: number): number {
  return code <= 57 ? code - 48 : code - 87;
}

const DIGITS = "0123456789abcdef";

function hexOf(bytes: Uint8Array, at: number): Hash {
  let out = "";
  for (let i = at; i < at + HASH; i++) {
    const b = bytes[i] as number;
    out += DIGITS.charAt(b >> 4) + DIGITS.charAt(b & 15);
  }
  return out as Hash;
}
