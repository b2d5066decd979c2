/**
 * A quick look at bytes that are surely canonical (rules ): plain ASCII without escapes, keys in
 * order, whole numbers of at most fifteen digits. Nearly all that members sign is so. What isn't is not
 * thereby wrong: the long way of `parseCanonical` decides, and alone refuses.
 */

const QUOTE = 34;
const BACKSLASH = 92;

/** Nesting allowed in a canonical document; a deeper one is refused. */
export const MAX_DEPTH = 32;

/** Most digits of a number that is surely a safe integer. */
const SURE_DIGITS = 15;

/**
 * Where the value that begins at `at` ends, if it is surely in canonical form at this depth; else -1.
 * Reads ASCII only: between `at` and the end bytes are characters.
 */
export function canonicalEnd(bytes: Uint8Array, at: number, depth: number): number {
  switch (bytes[at]) {
    case QUOTE:
      return stringEnd(bytes, at);
    case 123: // {
      return objectEnd(bytes, at, depth);
    case 91: // [
      return arrayEnd(bytes, at, depth);
    case 116: // true
      return bytes[at + 1] === 114 && bytes[at + 2] === 117 && bytes[at + 3] === 101 ? at + 4 : -1;
    case 102: // false
      return bytes[at + 1] === 97 && bytes[at + 2] === 108 && bytes[at + 3] === 115 && bytes[at + 4] === 101
        ? at + 5
        : -1;
    default:
      return wholeEnd(bytes, at);
  }
}

/** Where the whole number (not negative) that begins at `at` ends, if it is surely canonical; else -1. */
export function wholeEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first === 48) return at + 1;
  if (!(first >= 49 && first <= 57)) return -1;
  let end = at + 1;
  while ((bytes[end] as number) >= 48 && (bytes[end] as number) <= 57) end++;
  return end - at <= SURE_DIGITS ? end : -1;
}

/** The number of the digits between `at` and `end`: at most {@link SURE_DIGITS} of them. */
export function wholeAt(bytes: Uint8Array, at: number, end: number): number {
  let n = 0;
  for (let i = at; i < end; i++) n = n * 10 + (bytes[i] as number) - 48;
  return n;
}

function stringEnd(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; i < bytes.length; i++) {
    const c = bytes[i] as number;
    if (c === QUOTE) return i + 1;
    if (c < 32 || c > 126 || c === BACKSLASH) return -1;
  }
  return -1;
}

function arrayEnd(bytes: Uint8Array, at: number, depth: number): number {
  if (depth > MAX_DEPTH) return -1;
  if (bytes[at + 1] === 93) return at + 2;
  for (let i = at + 1; ;) {
    i = canonicalEnd(bytes, i, depth + 1);
    if (i < 0) return -1;
    if (bytes[i] === 93) return i + 1;
    if (bytes[i] !== 44) return -1;
    i++;
  }
}

function objectEnd(bytes: Uint8Array, at: number, depth: number): number {
  if (depth > MAX_DEPTH) return -1;
  if (bytes[at + 1] === 125) return at + 2;
  let before = -1;
  for (let i = at + 1; ;) {
    if (bytes[i] !== QUOTE) return -1;
    const first = bytes[i + 1] as number;
    // Names that are numbers come back from the parser in another order: not for the short way.
    if (first >= 48 && first <= 57) return -1;
    const end = stringEnd(bytes, i);
    if (end < 0 || bytes[end] !== 58) return -1;
    if (before >= 0 && !follows(bytes, before, i)) return -1;
    before = i;
    i = canonicalEnd(bytes, end + 1, depth + 1);
    if (i < 0) return -1;
    if (bytes[i] === 125) return i + 1;
    if (bytes[i] !== 44) return -1;
    i++;
  }
}

/** Does the name that begins (with its quote) at `b` come after the one at `a`? Both have ended well. */
function follows(bytes: Uint8Array, a: number, b: number): boolean {
  for (let i = 1; ; i++) {
    const x = bytes[a + i] as number;
    const y = bytes[b + i] as number;
    // A name that ends is before those that go on: an ending quote counts as the least of all.
    if (x === QUOTE) return y !== QUOTE;
    if (y === QUOTE) return false;
    if (x !== y) return x < y;
  }
}
