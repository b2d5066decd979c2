/**
 * Plain values (what the state is made of: Map, arrays, objects, strings, safe integers, booleans; and
 * Uint32Array) as compact bytes, for snapshots. Order is kept, so that what comes back is what went in,
 * and two folds of the same entries give the same bytes. A string is written once and named by its
 * number afterwards; hexadecimal takes half its length; objects of the same fields share one list of them.
 */

const T = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  integer: 4,
  negative: 5,
  text: 6,
  hex: 7,
  again: 8,
  array: 9,
  map: 10,
  object: 11,
  shape: 12,
  numbers: 13,
} as const;

/** Deeper than any state; hostile bytes end here. */
const DEEPEST = 200;

/** Bytes that {@link pack} did not write. */
export class NotPacked extends Error {}

/** Bytes of a plain value. Throws `TypeError` on one that isn't plain. */
export function pack(value: unknown): Uint8Array {
  return new Packer().pack(value);
}

/** The value of such bytes. Throws {@link NotPacked} on others. */
export function unpack(bytes: Uint8Array): unknown {
  return new Unpacker(bytes).whole();
}

class Packer {
  #out: Buffer = Buffer.allocUnsafe(1 << 16);
  #at = 0;
  readonly #strings = new Map<string, number>();
  readonly #shapes = new Map<string, number>();

  pack(value: unknown): Uint8Array {
    this.#value(value);
    return new Uint8Array(this.#out.buffer, this.#out.byteOffset, this.#at);
  }

  #value(value: unknown): void {
    if (typeof value === "string") return this.#string(value);
    if (typeof value === "number") return this.#number(value);
    if (value === undefined) return this.#tag(T.undefined);
    if (value === null) return this.#tag(T.null);
    if (typeof value === "boolean") return this.#tag(value ? T.true : T.false);
    if (value instanceof Map) {
      this.#tag(T.map);
      this.#varint(value.size);
      for (const [k, v] of value as Map<unknown, unknown>) {
        this.#value(k);
        this.#value(v);
      }
    } else if (Array.isArray(value)) {
      this.#tag(T.array);
      this.#varint(value.length);
      for (const v of value) this.#value(v);
    } else if (value instanceof Uint32Array) {
      this.#tag(T.numbers);
      this.#varint(value.length);
      this.#room(4 * value.length);
      for (const n of value) this.#at = this.#out.writeUInt32LE(n, this.#at);
    } else if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
      this.#object(value as Record<string, unknown>);
    } else throw new TypeError("not a plain value");
  }

  #object(value: Record<string, unknown>): void {
    const keys = Object.keys(value);
    // No separator would do: a field's name may be empty, or hold it.
    const shape = JSON.stringify(keys);
    const known = this.#shapes.get(shape);
    if (known === undefined) {
      this.#shapes.set(shape, this.#shapes.size);
      this.#tag(T.object);
      this.#varint(keys.length);
      for (const key of keys) this.#string(key);
    } else {
      this.#tag(T.shape);
      this.#varint(known);
    }
    for (const key of keys) this.#value(value[key]);
  }

  #string(text: string): void {
    const known = this.#strings.get(text);
    if (known !== undefined) {
      this.#tag(T.again);
      return this.#varint(known);
    }
    this.#strings.set(text, this.#strings.size);
    const hex = text.length >= 8 && text.length % 2 === 0 && /^[0-9a-f]+$/.test(text);
    const length = hex ? text.length / 2 : Buffer.byteLength(text);
    this.#tag(hex ? T.hex : T.text);
    this.#varint(length);
    this.#room(length);
    this.#out.write(text, this.#at, length, hex ? "hex" : "utf8");
    this.#at += length;
  }

  #number(n: number): void {
    if (!Number.isSafeInteger(n) || Object.is(n, -0)) throw new TypeError("not a safe integer");
    this.#tag(n < 0 ? T.negative : T.integer);
    this.#varint(Math.abs(n));
  }

  #tag(tag: number): void {
    this.#room(1);
    this.#out[this.#at++] = tag;
  }

  #varint(n: number): void {
    this.#room(8);
    let rest = n;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#out[this.#at++] = 128 + (rest % 128);
    this.#out[this.#at++] = rest;
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#out.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#out.length, this.#at + bytes));
    this.#out.copy(larger, 0, 0, this.#at);
    this.#out = larger;
  }
}

class Unpacker {
  readonly #in: Buffer;
  #at = 0;
  readonly #strings: string[] = [];
  readonly #shapes: (readonly string[])[] = [];
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.#in = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  whole(): unknown {
    const value = this.#value();
    if (this.#at !== this.#in.length) throw new NotPacked("bytes after the end");
    return value;
  }

  #value(): unknown {
    if (++this.#depth > DEEPEST) throw new NotPacked("too deep");
    const value = this.#tagged(this.#byte());
    this.#depth--;
    return value;
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
        const out: unknown[] = [];
        for (let i = 0; i < length; i++) out.push(this.#value());
        return out;
      }
      case T.map: {
        const out = new Map<unknown, unknown>();
        for (let left = this.#length(2); left > 0; left--) out.set(this.#value(), this.#value());
        return out;
      }
      case T.numbers: {
        const out = new Uint32Array(this.#length(4));
        for (let i = 0; i < out.length; i++, this.#at += 4) out[i] = this.#in.readUInt32LE(this.#at);
        return out;
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

  #object(keys: readonly string[]): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const key of keys) out[key] = this.#value();
    return out;
  }

  #string(tag: number): string {
    if (tag === T.again) {
      const known = this.#strings[this.#varint()];
      if (known === undefined) throw new NotPacked("no such string");
      return known;
    }
    if (tag !== T.text && tag !== T.hex) throw new NotPacked("not a string");
    const length = this.#length(1);
    const text = this.#in.toString(tag === T.hex ? "hex" : "utf8", this.#at, this.#at + length);
    this.#at += length;
    this.#strings.push(text);
    return text;
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
