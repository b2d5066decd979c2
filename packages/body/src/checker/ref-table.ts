/**
 * Every attachment that a record names, in few large pieces of memory: about 90 bytes each, since a
 * record may name a million. Rows with the same hash are chained: one text may be named twice, and
 * two members' openings must both be counted even if one copied the other's.
 */
import type { Hash } from "@nabat/kernel";
import { type AttachmentRef, type Grade, GRADES } from "@nabat/record";

const HASH = 32;
const NONE = -1;
const SEEN = 4;

/** What a row says. `vote` is the number of the vote that the attachment opens a position in, or -1. */
export interface RefRow {
  readonly row: number;
  readonly index: number;
  readonly size: number;
  readonly vote: number;
  readonly seen: boolean;
}

export class RefTable {
  #rows = 0;
  #hashes = new Uint8Array(HASH * 64);
  #commits = new Uint8Array(0);
  #numbers = new Int32Array(4 * 64);
  #flags = new Uint8Array(64);
  #slots = new Int32Array(128).fill(NONE);
  #distinct = 0;
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
    this.#put(ref.hash, index, ref.size, GRADES.indexOf(ref.grade), NONE);
  }

  /** Adds that the attachment `hash` opens a position in vote number `vote`, and must give `commit`. */
  addOpening(hash: Hash, index: number, vote: number, commit: Hash): void {
    const named = this.rowsOf(hash)[0];
    if (named === undefined) throw new Error("an opening that no act named");
    const row = this.#put(hash, index, named.size, this.grade(named.row), vote);
    if (this.#commits.length < this.#hashes.length) this.#growCommits();
    hexInto(commit, this.#key);
    this.#commits.set(this.#key, row * HASH);
  }

  #put(hash: Hash, index: number, size: number, grade: number, vote: number): number {
    if (this.#rows === this.#flags.length) this.#grow();
    const row = this.#rows++;
    hexInto(hash, this.#key);
    this.#hashes.set(this.#key, row * HASH);
    this.#flags[row] = grade;
    const slot = this.#slot(this.#key);
    const before = this.#slots[slot] as number;
    if (before === NONE) this.#distinct++;
    this.#numbers.set([index, size, vote, before], row * 4);
    this.#slots[slot] = row;
    return row;
  }

  /** Rows that name `hash`. */
  rowsOf(hash: Hash): RefRow[] {
    hexInto(hash, this.#key);
    const out: RefRow[] = [];
    for (
      let row = this.#slots[this.#slot(this.#key)] as number;
      row !== NONE;
      row = this.#numbers[row * 4 + 3] as number
    ) {
      out.push(this.row(row));
    }
    return out;
  }

  /** One row. */
  row(row: number): RefRow {
    const n = this.#numbers;
    return {
      row,
      index: n[row * 4] as number,
      size: n[row * 4 + 1] as number,
      vote: n[row * 4 + 2] as number,
      seen: ((this.#flags[row] as number) & SEEN) !== 0,
    };
  }

  /** The hash in a row. */
  hash(row: number): Hash {
    return hexOf(this.#hashes, row * HASH);
  }

  /** The commitment that the row's opening must give, 32 bytes. */
  commit(row: number): Uint8Array {
    return this.#commits.subarray(row * HASH, (row + 1) * HASH);
  }

  /** 0 public, 1 members, 2 closed: the place in `GRADES`. */
  grade(row: number): number {
    return (this.#flags[row] as number) & 3;
  }

  /** Notes that the attachment was here. */
  markSeen(row: number): void {
    this.#flags[row] = (this.#flags[row] as number) | SEEN;
  }

  /** Each different attachment once. */
  *wanted(): Generator<{ readonly hash: Hash; readonly grade: Grade }> {
    for (const row of this.#slots)
      if (row !== NONE) yield { hash: this.hash(row), grade: GRADES[this.grade(row)] as Grade };
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
    const at = row * HASH;
    for (let i = 0; i < HASH; i++) if (this.#hashes[at + i] !== key[i]) return false;
    return true;
  }

  #grow(): void {
    const rows = this.#flags.length * 2;
    const hashes = new Uint8Array(rows * HASH);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const numbers = new Int32Array(rows * 4);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    const flags = new Uint8Array(rows);
    flags.set(this.#flags);
    this.#flags = flags;
    const heads = this.#slots.filter((row) => row !== NONE);
    this.#slots = new Int32Array(rows * 2).fill(NONE);
    for (const row of heads) {
      this.#slots[this.#slot(this.#hashes.subarray(row * HASH, (row + 1) * HASH))] = row;
    }
  }

  #growCommits(): void {
    const commits = new Uint8Array(this.#hashes.length);
    commits.set(this.#commits);
    this.#commits = commits;
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
