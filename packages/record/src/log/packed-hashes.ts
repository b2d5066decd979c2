/**
 * A growing list of 32-byte hashes in few, large pieces of memory: 32 bytes a hash, at most one
 * piece half empty. A small list stays small, since a clerk may hold thousands of bodies.
 */
import { HASH_BYTES } from "./hashing.ts";

/** Hashes in a full piece: 256 KiB. Even, so that two sisters always lie in one piece. */
const PIECE = 8192;
const FIRST = 16;

export class PackedHashes {
  #pieces: Uint8Array[] = [];
  #length = 0;

  /** How many hashes it holds. */
  get length(): number {
    return this.#length;
  }

  /** Adds a hash at the end. Throws `RangeError` unless it is 32 bytes. */
  push(hash: Uint8Array): void {
    if (hash.length !== HASH_BYTES) throw new RangeError("not a 32-byte hash");
    const at = this.#length % PIECE;
    const n = Math.floor(this.#length / PIECE);
    let piece = this.#pieces[n];
    if (piece === undefined) {
      piece = new Uint8Array((n === 0 ? FIRST : PIECE) * HASH_BYTES);
      this.#pieces.push(piece);
    } else if (at * HASH_BYTES === piece.length) {
      const larger = new Uint8Array(Math.min(2 * piece.length, PIECE * HASH_BYTES));
      larger.set(piece);
      this.#pieces[n] = piece = larger;
    }
    piece.set(hash, at * HASH_BYTES);
    this.#length++;
  }

  /** `count` hashes from `index` on as a view, not a copy; they must lie in one piece (R-38 tiles and sisters do). */
  view(index: number, count = 1): Uint8Array {
    const piece = this.#pieces[Math.floor(index / PIECE)];
    const at = index % PIECE;
    if (index < 0 || index + count > this.#length || piece === undefined || at + count > PIECE) {
      throw new RangeError("no such hashes");
    }
    return piece.subarray(at * HASH_BYTES, (at + count) * HASH_BYTES);
  }
}
