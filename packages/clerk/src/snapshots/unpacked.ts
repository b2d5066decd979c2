/**
 * Reading packed values back (see packed.ts), a little at a time: a large state takes seconds, and meanwhile
 * others have their turn. Values that are not whole yet stand on a stack of their own, so that the work
 * can stop behind any of them.
 */
import type { Turn } from "../turn.ts";
import { numbersOf, T } from "./packed.ts";

/** Deeper than any state; hostile bytes end here. */
const DEEPEST = 200;

/** Work of one slice: a value counts one, and one more for every 64 bytes it takes. A few milliseconds. */
export const WORK_A_SLICE = 16_384;

/** Bytes that `pack` did not write. */
export class NotPacked extends Error {}

/** The value of packed bytes, all at once. Throws {@link NotPacked} on others. */
export function unpack(bytes: Uint8Array): unknown {
  const unpacking = new Unpacking(bytes);
  unpacking.go(Number.POSITIVE_INFINITY);
  return unpacking.value;
}

/** The same in slices. */
export async function unpackInTurns(bytes: Uint8Array, turn: Turn): Promise<unknown> {
  const unpacking = new Unpacking(bytes);
  while (!unpacking.go(WORK_A_SLICE)) await turn();
  return unpacking.value;
}

/** A value that is being filled. */
type Open =
  | { readonly type: "array"; readonly out: unknown[]; readonly length: number }
  | { readonly type: "map"; readonly out: Map<unknown, unknown>; left: number; key: unknown; keyed: boolean }
  | { readonly type: "object"; readonly out: Record<string, unknown>; readonly keys: readonly string[]; at: number };

/** What {@link Unpacking} answers while a value is still open. */
const OPENED = Symbol("opened");

export class Unpacking {
  readonly #in: Buffer;
  #at = 0;
  readonly #strings: string[] = [];
  readonly #shapes: (readonly string[])[] = [];
  readonly #open: Open[] = [];
  #work = 0;
  #done = false;
  #value: unknown;

  constructor(bytes: Uint8Array) {
    this.#in = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The whole value, once {@link go} has said so. */
  get value(): unknown {
    if (!this.#done) throw new Error("not unpacked yet");
    return this.#value;
  }

  /** Goes on for so much work; true when all is read. Throws {@link NotPacked}. */
  go(work: number): boolean {
    this.#work = work;
    while (!this.#done && this.#work > 0) {
      this.#work--;
      const value = this.#tagged(this.#byte());
      if (value !== OPENED) this.#give(value);
    }
    return this.#done;
  }

  /** Puts a whole value into the innermost open one, and that one, where it is full, into the next. */
  #give(whole: unknown): void {
    for (let value = whole; ;) {
      const open = this.#open.at(-1);
      if (open === undefined) {
        if (this.#at !== this.#in.length) throw new NotPacked("bytes after the end");
        this.#value = value;
        this.#done = true;
        return;
      }
      if (!filled(open, value)) return;
      this.#open.pop();
      value = open.out;
    }
  }

  #enter(open: Open): typeof OPENED {
    if (this.#open.push(open) >= DEEPEST) throw new NotPacked("too deep");
    return OPENED;
  }

  #tagged(tag: number): unknown {
    switch (tag) {
      case T.undefined:
        return undefined;
      case T.null:
        return null;
      case T.false:
        return false;
      case T.true:
        return true;
      case T.integer:
        return this.#varint();
      case T.negative:
        return -this.#varint();
      case T.text:
      case T.hex:
      case T.again:
        return this.#string(tag);
      case T.array: {
        const length = this.#length(1);
        return length === 0 ? [] : this.#enter({ type: "array", out: [], length });
      }
      case T.map: {
        const left = this.#length(2);
        const out = new Map<unknown, unknown>();
        return left === 0 ? out : this.#enter({ type: "map", out, left, key: undefined, keyed: false });
      }
      case T.numbers: {
        const bytes = this.#take(4 * this.#length(4));
        return numbersOf(bytes);
      }
      case T.object: {
        const keys: string[] = [];
        for (let left = this.#length(1); left > 0; left--) keys.push(this.#string(this.#byte()));
        this.#shapes.push(keys);
        return this.#object(keys);
      }
      case T.shape: {
        const keys = this.#shapes[this.#varint()];
        if (!keys) throw new NotPacked("no such fields");
        return this.#object(keys);
      }
      default:
        throw new NotPacked("no such kind of value");
    }
  }

  #object(keys: readonly string[]): unknown {
    return keys.length === 0 ? {} : this.#enter({ type: "object", out: {}, keys, at: 0 });
  }

  #string(tag: number): string {
    if (tag === T.again) {
      const known = this.#strings[this.#varint()];
      if (known === undefined) throw new NotPacked("no such string");
      return known;
    }
    if (tag !== T.text && tag !== T.hex) throw new NotPacked("not a string");
    const text = this.#take(this.#length(1)).toString(tag === T.hex ? "hex" : "utf8");
    this.#strings.push(text);
    return text;
  }

  #take(length: number): Buffer {
    const begin = this.#at;
    this.#at += length;
    this.#work -= length / 64;
    return this.#in.subarray(begin, this.#at);
  }

  #byte(): number {
    const byte = this.#in[this.#at++];
    if (byte === undefined) throw new NotPacked("the bytes end too soon");
    return byte;
  }

  #varint(): number {
    let n = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.#byte();
      n += (byte % 128) * factor;
      if (byte < 128) {
        if (!Number.isSafeInteger(n)) break;
        return n;
      }
    }
    throw new NotPacked("not a safe integer");
  }

  /** A count of things that take at least `each` bytes: never more than could follow. */
  #length(each: number): number {
    const n = this.#varint();
    if (n * each > this.#in.length - this.#at) throw new NotPacked("the bytes end too soon");
    return n;
  }
}

/** Puts `value` into `open`; true where nothing more goes in. */
function filled(open: Open, value: unknown): boolean {
  switch (open.type) {
    case "array":
      return open.out.push(value) === open.length;
    case "object":
      open.out[open.keys[open.at++] as string] = value;
      return open.at === open.keys.length;
    case "map":
      if (!open.keyed) {
        open.key = value;
        open.keyed = true;
        return false;
      }
      open.keyed = false;
      open.out.set(open.key, value);
      return --open.left === 0;
  }
}
