/**
 * Plain values (what the state is made of: Map, arrays, objects, strings, safe integers, booleans; and
 * Uint32Array) as compact bytes, for snapshots. Order is kept, so that what comes back is what went in,
 * and two folds of the same entries give the same bytes (read back by unpacked.ts). A string is written once and named by its
 * number afterwards; hexadecimal takes half its length; objects of the same fields share one list of them.
 */

/** Tags of the kinds of values. */
export const T = {
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

/** Bytes of a plain value. Throws `TypeError` on one that isn't plain. */
export function pack(value: unknown): Uint8Array {
  return new Packer().pack(value);
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
      this.#out.set(littleEndian(value), this.#at);
      this.#at += 4 * value.length;
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

const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The bytes of numbers, the least first, whatever this machine's order is. */
function littleEndian(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return LITTLE ? bytes : Buffer.from(bytes).swap32();
}

/** The numbers of such bytes. A copy. */
export function numbersOf(bytes: Uint8Array): Uint32Array {
  const out = new Uint32Array(bytes.length / 4);
  const raw = Buffer.from(out.buffer);
  raw.set(bytes);
  if (!LITTLE) raw.swap32();
  return out;
}
